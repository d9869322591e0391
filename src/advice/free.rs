//! The next free block for a VPC or vSwitch, and the edit that moves it there with what lies inside.
//!
//! Source: "VPCs and vSwitches" (2025-11-04: RFC 1918, /16 to /28 recommended) and "Route tables" (a vSwitch holds no
//! destination of a custom route; masks /16 to /29).

use crate::advice::blast::changed;
use crate::base::{Address, AddressSet, Block, Id, first_block, private_ranges, rebased, rebased_block};
use crate::reading::{Network, Reading};
use crate::topology::{Edit, Kind, Topology};

/// The next block for a VPC or vSwitch that overlaps nothing else in the drawing; `None` for anything else, and where
/// nothing is free.
pub fn free_block(topology: &Topology, id: &Id) -> Option<Block> {
    let reading = Reading::of(topology);
    let own = reading.network(reading.network_of(id)?);
    let networks = reading.networks.iter().filter(|network| network.ix != own.ix);
    let others =
        networks.fold(AddressSet::empty(), |all, network| all.union(&network.extent).union(&network.local));
    match &topology.node(id)?.kind {
        Kind::Vpc(vpc) => {
            // Secondary blocks stay.
            let kept = vpc.cidrs.iter().flatten().filter(|block| Some(**block) != leaving(&reading, own));
            let used = others.union(&AddressSet::of(kept.copied()));
            let length = leaving(&reading, own).map_or(16, |block| block.prefix_len().clamp(12, 28));
            let free = private_ranges().minus(&used);
            let routed = free.minus(&AddressSet::of(destinations(topology)));
            first_block(&routed, length, 28)
                .filter(|block| block.prefix_len() == length)
                .or_else(|| first_block(&free, length, 28))
        }
        Kind::VSwitch(vswitch) => {
            let beside = own.switches.iter().filter(|switch| switch.id != id);
            let taken = AddressSet::of(beside.filter_map(|switch| switch.cidr));
            let routes = topology.node(own.id).map_or(&[][..], |vpc| vpc.kind.routes());
            let inside = |to: &Block| own.cidrs.iter().flatten().any(|cidr| cidr.contains(to) && cidr != to);
            let routed = AddressSet::of(routes.iter().map(|route| route.to).filter(inside));
            let length = vswitch.cidr.map_or(24, |cidr| cidr.prefix_len().clamp(16, 29));
            first_block(&own.extent.minus(&taken).minus(&others).minus(&routed), length, 29)
        }
        _ => None,
    }
}

/// Whether a VPC or vSwitch shares addresses with another network, or a vSwitch with its neighbours.
pub fn clashes(topology: &Topology, id: &Id) -> bool {
    let reading = Reading::of(topology);
    let Some(own) = reading.network_of(id).map(|ix| reading.network(ix)) else { return false };
    let held = match topology.node(id).map(|node| &node.kind) {
        Some(Kind::VSwitch(vswitch)) => vswitch.cidr.map(AddressSet::from).unwrap_or_default(),
        _ => own.extent.clone(),
    };
    let beside = own.switches.iter().filter(|switch| own.id != id && switch.id != id);
    let beside = AddressSet::of(beside.filter_map(|switch| switch.cidr));
    let mut others = reading.networks.iter().filter(|network| network.ix != own.ix);
    held.meets(&beside) || others.any(|network| network.extent.meets(&held))
}

/// The edit that gives a VPC or vSwitch this block; vSwitches and addresses inside keep their place in it.
pub fn moved(topology: &Topology, id: &Id, block: Block) -> Option<Edit> {
    let reading = Reading::of(topology);
    let own = reading.network(reading.network_of(id)?);
    let old = match &topology.node(id)?.kind {
        Kind::Vpc(_) => leaving(&reading, own),
        Kind::VSwitch(vswitch) => vswitch.cidr,
        _ => return None,
    };
    let mut edits = vec![changed(topology, id, |kind| match kind {
        Kind::Vpc(vpc) => {
            let mut cidrs: Vec<Block> = vpc.cidrs.clone().unwrap_or_default();
            match cidrs.iter_mut().find(|cidr| Some(**cidr) == old) {
                Some(cidr) => *cidr = block,
                None => cidrs.push(block),
            }
            vpc.cidrs = Some(cidrs);
        }
        Kind::VSwitch(vswitch) => vswitch.cidr = Some(block),
        _ => {}
    })?];
    let Some(old) = old else { return Some(Edit::All(edits)) };
    let inside = topology
        .nodes
        .keys()
        .filter(|other| *other != id && topology.ancestors(other).any(|(around, _)| around == id));
    for inner in inside {
        let edit = match topology.node(inner).map(|node| &node.kind) {
            Some(Kind::VSwitch(held)) if held.cidr.is_some_and(|cidr| old.contains(&cidr)) => {
                changed(topology, inner, |kind| {
                    if let Kind::VSwitch(held) = kind {
                        held.cidr = held.cidr.and_then(|cidr| rebased_block(cidr, old, block));
                    }
                })
            }
            Some(Kind::DataSource(held)) if held.addresses.is_some() => changed(topology, inner, |kind| {
                if let Kind::DataSource(held) = kind {
                    let move_one = |address: &mut Address| {
                        *address = rebased(*address, old, block).unwrap_or(*address);
                    };
                    held.addresses.iter_mut().flatten().for_each(move_one);
                }
            }),
            _ => None,
        };
        edits.extend(edit);
    }
    Some(Edit::All(edits))
}

/// The block of a VPC that gives way: the first that overlaps another network, else the first.
fn leaving(reading: &Reading<'_>, own: &Network<'_>) -> Option<Block> {
    let mut others = reading.networks.iter().filter(|network| network.ix != own.ix);
    let cidrs = own.cidrs.as_deref().unwrap_or_default();
    let clashes = |block: &&Block| others.any(|network| network.extent.meets(&(**block).into()));
    cidrs.iter().find(clashes).or_else(|| cidrs.first()).copied()
}

/// The destinations of every route in the drawing: networks that may not be drawn.
fn destinations(topology: &Topology) -> Vec<Block> {
    let of = |kind: &Kind| -> Vec<Block> {
        match kind {
            Kind::ResourceGroup(group) => {
                group.bindings.iter().flat_map(|bound| bound.routes.iter().copied()).collect()
            }
            other => other.routes().iter().map(|route| route.to).collect(),
        }
    };
    topology.nodes.values().flat_map(|node| of(&node.kind)).collect()
}
