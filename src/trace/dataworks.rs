//! The route table that DataWorks makes of a group's associations: the longest prefix decides through which association
//! a packet leaves, and with it which vSwitch is its source address.
//!
//! Source: the base page, and CreateRoute (2026-01-12), whose route has a destination but no next hop.

use std::collections::BTreeSet;

use crate::base::order;
use crate::base::order::Gather;
use crate::base::{AddressSet, Block};
use crate::reading::{Group, NetworkIx};

/// Through which association packets for some addresses leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The addresses.
    pub part: AddressSet,
    /// The block of the winning routes.
    pub block: Block,
    /// Positions of the winning associations, in order; several only for vSwitches of one VPC, or for a conflict.
    pub winners: Vec<usize>,
    /// Whether the winners belong to different VPCs.
    pub conflict: bool,
}

/// The exits for `wanted`, and what no route covers. `more` are planned routes: a block and the association it names.
pub fn exits(
    group: &Group<'_>,
    wanted: &AddressSet,
    more: &[(Block, usize)],
    less: &[(Block, usize)],
) -> (Vec<Exit>, AddressSet) {
    let mut table: Vec<(Block, BTreeSet<usize>)> = Vec::new();
    let mut note = |block: Block, at: usize| match table.iter_mut().find(|(b, _)| *b == block) {
        Some((_, winners)) => {
            winners.insert(at);
        }
        None => table.push((block, BTreeSet::from([at]))),
    };
    for (block, positions) in group.routes.meeting(wanted) {
        positions.iter().filter(|at| !less.contains(&(block, **at))).for_each(|at| note(block, *at));
    }
    more.iter().for_each(|(block, at)| note(*block, *at));
    order::sort_by_key(&mut table, |(block, _)| (std::cmp::Reverse(block.prefix_len()), *block));
    let mut rest = wanted.clone();
    let mut exits = Vec::new();
    for (block, winners) in table {
        let part = rest.intersect(&block.into());
        if part.is_empty() {
            continue;
        }
        rest = rest.minus(&part);
        let network = |at: &usize| group.bound(*at).map(|bound| bound.network);
        let networks: BTreeSet<Option<NetworkIx>> = winners.iter().map(network).gather();
        exits.push(Exit {
            part,
            block,
            conflict: networks.len() > 1,
            winners: winners.into_iter().collect(),
        });
    }
    (exits, rest)
}
