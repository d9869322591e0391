//! Two destinations of one group whose networks overlap, reached through one association: which of them a packet means,
//! no route can say.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Block, Id};
use crate::reading::{NetworkIx, Reading};
use crate::trace::{Course, Leg, Rival, Trace};

/// For each network, another one that overlaps it, with a block of each.
type Overlaps = BTreeMap<NetworkIx, (NetworkIx, Block, Block)>;

/// Notes, on every private trace, a network that overlaps its destination's and is reached through the same association.
pub(super) fn note(reading: &Reading<'_>, traces: &mut [Trace<'_, '_>]) {
    // For each group and association: the networks behind it, and whether something is routed there already.
    let mut behind: BTreeMap<(Id, usize), BTreeMap<NetworkIx, bool>> = BTreeMap::new();
    for trace in traces.iter() {
        for (at, far, routed) in destinations(trace) {
            *behind.entry((trace.group.id.clone(), at)).or_default().entry(far).or_default() |= routed;
        }
    }
    let rivals: BTreeMap<(Id, usize), Overlaps> = behind
        .into_iter()
        .filter(|(_, networks)| networks.len() > 1)
        .map(|(key, networks)| (key, overlaps(reading, &networks)))
        .collect();
    if rivals.values().all(BTreeMap::is_empty) {
        return;
    }
    for trace in traces {
        let found = destinations(trace).into_iter().find_map(|(at, far, _)| {
            let (other, own, theirs) = rivals.get(&(trace.group.id.clone(), at))?.get(&far)?;
            Some(Rival { network: reading.network(*other).id.clone(), own: *own, other: *theirs })
        });
        if let Course::Private(private) = &mut trace.course {
            private.rival = found;
        }
    }
}

/// Associations that carry a trace, its destination network outside the bound VPC, and whether it is routed there.
fn destinations(trace: &Trace<'_, '_>) -> Vec<(usize, NetworkIx, bool)> {
    let (Some(private), Some(far)) = (trace.private(), trace.source.network()) else {
        return Vec::new();
    };
    let routed = private.routed();
    let leads = |leg: &&Leg| leg.near != far && !leg.linked && !private.bound_elsewhere;
    let legs = private.legs.iter().filter(leads);
    legs.map(|leg| (leg.at, far, leg.meeting.is_open() && routed.pass.meets(&leg.targets))).collect()
}

/// For each network, the first other one that overlaps it and is routed to.
fn overlaps(reading: &Reading<'_>, networks: &BTreeMap<NetworkIx, bool>) -> Overlaps {
    let mut blocks: Vec<(Block, NetworkIx)> = networks
        .keys()
        .flat_map(|ix| reading.network(*ix).cidrs.iter().flatten().map(move |block| (*block, *ix)))
        .collect();
    blocks.sort_by_key(|(block, ix)| (block.network(), block.prefix_len(), *ix));
    let mut found = Overlaps::new();
    let mut open: Vec<(Block, NetworkIx)> = Vec::new();
    let mut seen: BTreeSet<(NetworkIx, NetworkIx)> = BTreeSet::new();
    for (block, ix) in blocks {
        open.retain(|(around, _)| around.contains(&block.network()));
        for (around, other) in open.iter().filter(|(_, other)| *other != ix) {
            if !seen.insert((ix, *other)) {
                continue;
            }
            if networks.get(other) == Some(&true) {
                found.entry(ix).or_insert((*other, block, *around));
            }
            if networks.get(&ix) == Some(&true) {
                found.entry(*other).or_insert((ix, *around, block));
            }
        }
        open.push((block, ix));
    }
    found
}
