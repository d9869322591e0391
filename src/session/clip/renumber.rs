//! Blocks of pasted networks: the next free ones where their own are taken, and all that lies inside moves with them.

use crate::base::{Address, Block, Id, overlap, rebased, rebased_block};
use crate::session::defaults::{free_vpc_block, free_vswitch_block};
use crate::topology::{Kind, Node, Topology};

/// Gives blocks that are free to the VPCs and vSwitches among the pasted nodes (parents first); vSwitches and
/// addresses keep their distance from the start of what lies around them. An address that is in use and does not move
/// is dropped: two data sources have never the same.
pub(super) fn renumbered(there: &Topology, made: &mut [(Id, Node)]) {
    let mut moves: Vec<(Id, Block, Block)> = Vec::new();
    for at in 0..made.len() {
        let (before, rest) = made.split_at_mut(at);
        let Some((id, node)) = rest.first_mut() else { continue };
        let moved = node.parent.as_ref().and_then(|p| moves.iter().rev().find(|(place, ..)| place == p));
        let moved = moved.map(|(_, old, new)| (*old, *new));
        match &mut node.kind {
            Kind::Vpc(vpc) => {
                let Some([primary, ..]) = vpc.cidrs.as_deref() else { continue };
                let old = *primary;
                let others = || networks(there).chain(before.iter().map(|(_, node)| node));
                let taken =
                    others().filter_map(|held| held.kind.cidrs()).flatten().any(|block| overlap(*block, old));
                if taken && let Some(new) = free_vpc_block(others(), old.prefix_len()) {
                    // Secondary blocks would need a place of their own; the vSwitches in them say what is missing.
                    vpc.cidrs = Some(vec![new]);
                    moves.push((id.clone(), old, new));
                }
            }
            Kind::VSwitch(vswitch) => {
                let Some(old) = vswitch.cidr else { continue };
                let new = match (moved, node.parent.as_ref()) {
                    (Some((from, to)), _) => rebased_block(old, from, to),
                    (None, Some(vpc)) if clashes(there, vpc, old) => {
                        free_vswitch_block(there, vpc, old.prefix_len())
                    }
                    _ => None,
                };
                if let Some(new) = new {
                    vswitch.cidr = Some(new);
                    moves.push((id.clone(), old, new));
                }
            }
            Kind::DataSource(source) => {
                let Some(addresses) = source.addresses.take() else { continue };
                let new: Vec<Address> = match moved {
                    Some((from, to)) => addresses.iter().filter_map(|at| rebased(*at, from, to)).collect(),
                    None => addresses.iter().copied().filter(|at| !in_use(there, *at)).collect(),
                };
                source.addresses = (!new.is_empty() || addresses.is_empty()).then_some(new);
            }
            _ => {}
        }
    }
}

fn networks(there: &Topology) -> impl Iterator<Item = &Node> {
    there.nodes.values().map(AsRef::as_ref)
}

/// Whether a vSwitch block cannot be used in a VPC that is drawn: it overlaps a vSwitch there, or lies outside.
fn clashes(there: &Topology, vpc: &Id, block: Block) -> bool {
    let outside = there
        .node(vpc)
        .and_then(|node| node.kind.cidrs())
        .is_some_and(|around| !around.iter().any(|around| around.contains(&block)));
    let beside = there.children(vpc).any(|(_, node)| match &node.kind {
        Kind::VSwitch(held) => held.cidr.is_some_and(|held| overlap(held, block)),
        _ => false,
    });
    outside || beside
}

fn in_use(there: &Topology, address: Address) -> bool {
    there.nodes.values().any(|node| match &node.kind {
        Kind::DataSource(source) => source.addresses.as_ref().is_some_and(|all| all.contains(&address)),
        _ => false,
    })
}
