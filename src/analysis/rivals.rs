//! Two destinations of one group whose networks overlap, reached through one association: which of them a packet means,
//! no route can say.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Block;
use crate::base::order;
use crate::reading::{Join, NetworkIx, Reading};
use crate::topology::ConnectionKind;
use crate::trace::{Leg, Rival, Trace, is_bindable};

/// The association that an unbound group will have, where that is not with the VPC of the data source itself.
const PLANNED: usize = usize::MAX;

/// For each association of a group and each network behind it, another one that overlaps it, with a block of each.
pub(super) type Overlaps = BTreeMap<(usize, NetworkIx), (NetworkIx, Block, Block)>;

/// How far a network behind an association is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reached {
    /// Something is missing on the way.
    NotYet,
    /// All but the DataWorks route: the plan adds it.
    Unrouted,
    /// Routed.
    Routed,
}

impl Reached {
    /// Whether it makes another network with the same addresses doubtful: what has no route yet leaves alone what has one.
    fn disturbs(self, other: Self) -> bool {
        self == Self::Routed || self == Self::Unrouted && other != Self::Routed
    }
}

/// The networks behind each association of a group, and how far they are reached.
#[derive(Default)]
pub(super) struct Behind {
    networks: BTreeMap<usize, BTreeMap<NetworkIx, Reached>>,
    /// The VPCs that the group could be bound to.
    near: Vec<NetworkIx>,
}

impl Behind {
    pub(super) fn note(&mut self, reading: &Reading<'_>, trace: &Trace<'_, '_>) {
        for (at, far, reached) in destinations(reading, trace) {
            if at == PLANNED && self.near.is_empty() {
                self.near = vpcs(reading, trace).to_vec();
            }
            let known = self.networks.entry(at).or_default().entry(far).or_insert(reached);
            *known = reached.max(*known);
        }
    }

    /// The networks that overlap.
    pub(super) fn overlaps(self, reading: &Reading<'_>) -> Overlaps {
        let mut found = Overlaps::new();
        for (at, networks) in self.networks.into_iter().filter(|(_, networks)| networks.len() > 1) {
            let meets = |a, b| at != PLANNED || meet_in_a_cen(reading, &self.near, a, b);
            note_overlaps(reading, (at, &meets), &networks, &mut found);
        }
        found
    }
}

/// The network that overlaps a trace's destination and is reached through the same association.
pub(super) fn rival(reading: &Reading<'_>, overlaps: &Overlaps, trace: &Trace<'_, '_>) -> Option<Rival> {
    destinations(reading, trace).into_iter().find_map(|(at, far, _)| {
        let (other, own, theirs) = overlaps.get(&(at, far))?;
        Some(Rival { network: reading.network(*other).id.clone(), own: *own, other: *theirs })
    })
}

/// Associations that carry a trace, its destination network outside the bound VPC, and how far it is reached.
fn destinations(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Vec<(usize, NetworkIx, Reached)> {
    let (Some(private), Some(far)) = (trace.private(), trace.source.network()) else {
        return Vec::new();
    };
    if private.legs.is_empty() && !is_bindable(trace.group, reading.network(far)) {
        return vec![(PLANNED, far, Reached::Routed)];
    }
    let lost = private.misrouted();
    let leads = |leg: &&Leg| leg.near != far && !leg.linked && !private.bound_elsewhere;
    let legs = private.legs.iter().chain(&private.alternatives).filter(leads);
    let reached = |leg: &Leg| match (leg.meeting.is_open(), lost.covers(&leg.targets)) {
        (true, false) => Reached::Routed,
        (true, true) => Reached::Unrouted,
        (false, _) => Reached::NotYet,
    };
    legs.map(|leg| (leg.at, far, reached(leg))).collect()
}

/// Notes, for each network, the first other one that overlaps it and is routed to, or will be by the plan of both.
fn note_overlaps(
    reading: &Reading<'_>,
    (at, meets): (usize, &dyn Fn(NetworkIx, NetworkIx) -> bool),
    networks: &BTreeMap<NetworkIx, Reached>,
    found: &mut Overlaps,
) {
    let mut blocks: Vec<(Block, NetworkIx)> = networks
        .keys()
        .flat_map(|ix| reading.network(*ix).cidrs.iter().flatten().map(move |block| (*block, *ix)))
        .collect();
    order::sort_by_key(&mut blocks, |(block, ix)| (block.network(), block.prefix_len(), *ix));
    let mut open: Vec<(Block, NetworkIx)> = Vec::new();
    let mut seen: BTreeSet<(NetworkIx, NetworkIx)> = BTreeSet::new();
    for (block, ix) in blocks {
        open.retain(|(around, _)| around.contains(&block.network()));
        for (around, other) in open.iter().filter(|(_, other)| *other != ix) {
            if !seen.insert((ix, *other)) || !meets(ix, *other) {
                continue;
            }
            let reached = |ix: &NetworkIx| networks.get(ix).copied().unwrap_or(Reached::NotYet);
            if reached(other).disturbs(reached(&ix)) {
                found.entry((at, ix)).or_insert((*other, block, *around));
            }
            if reached(&ix).disturbs(reached(other)) {
                found.entry((at, *other)).or_insert((ix, *around, block));
            }
        }
        open.push((block, ix));
    }
}

/// The VPCs that the group of a trace could be bound to.
fn vpcs<'r, 'a>(reading: &'r Reading<'a>, trace: &Trace<'_, 'a>) -> &'r [NetworkIx] {
    reading.vpcs_of(trace.group.account, trace.group.region)
}

/// Whether a CEN will lead to both: it serves both already, or one of them and a VPC that can be bound.
fn meet_in_a_cen(reading: &Reading<'_>, near: &[NetworkIx], a: NetworkIx, b: NetworkIx) -> bool {
    let leads = |join: &Join<'_>| {
        let (first, second) = (join.serves(a), join.serves(b));
        let is_near = || near.iter().any(|near| join.serves(*near));
        join.connection.kind == ConnectionKind::Cen && (first && second || (first || second) && is_near())
    };
    let joins = [a, b].into_iter().flat_map(|end| &reading.network(end).joins);
    joins.map(|ix| reading.join(*ix)).any(leads)
}
