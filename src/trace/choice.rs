//! Through which association packets for each data source address leave: what is routed, what is there without a route,
//! what leads elsewhere, and what stays open.

use std::collections::BTreeMap;

use crate::base::{AddressSet, service_addresses};
use crate::reading::{Group, Reading, Source};
use crate::trace::association::{is_bound_elsewhere, loser, meetings, obstacles};
use crate::trace::leg::{LegInput, everything};
use crate::trace::private::Detour;
use crate::trace::{Exit, Leg, Meeting, PrivateTrace, exits};

/// What a data source of which no address is known may have: anything. Only that it lies in a block of another bound VPC
/// is not supposed, unless a vSwitch of its own network shows that these overlap.
pub(super) fn conceivable(reading: &Reading<'_>, group: &Group<'_>, source: &Source<'_>) -> AddressSet {
    let Some(far) = source.network().map(|far| reading.network(far)) else {
        return service_addresses();
    };
    let others =
        group.usable().map(|(_, bound)| reading.network(bound.network)).filter(|near| near.ix != far.ix);
    let blocks = others.flat_map(|near| near.cidrs.iter().flatten().copied());
    let apart = AddressSet::of(blocks.filter(|block| !far.local.meets(&(*block).into())));
    Some(everything().minus(&apart)).filter(|rest| !rest.is_empty()).unwrap_or_else(everything)
}

/// The data source addresses that leave through each association, by position.
#[derive(Default)]
struct Carried {
    parts: BTreeMap<usize, AddressSet>,
}

impl Carried {
    fn add(&mut self, ways: &[usize], part: &AddressSet) {
        for at in ways {
            let held = self.parts.entry(*at).or_default();
            *held = held.union(part);
        }
    }
}

impl PrivateTrace {
    /// Decides which data source addresses leave through which association, and follows them.
    pub(super) fn choose_associations(
        &mut self,
        reading: &Reading<'_>,
        group: &Group<'_>,
        source: &Source<'_>,
    ) {
        let meetings = meetings(reading, group, source, &self.targets);
        let (exits, uncovered) = exits(group, &self.targets, &[], &[]);
        let wins = |at: usize| exits.iter().any(|exit| exit.winners.contains(&at));
        let rank = |at: &usize| meetings.get(at).map(|meeting| (meeting.rank(), !wins(*at), *at));
        let Some(first) = meetings.keys().copied().min_by_key(rank) else {
            return;
        };
        let meeting_of = |at: usize| meetings.get(&at).cloned().unwrap_or(Meeting::Apart);
        let carried_by =
            |at: &usize| obstacles(reading, group, source, (*at, meeting_of(*at)), &self.targets);
        // Among equal routes that lead as well, names do not decide.
        let as_good = |at: &&usize| meeting_of(**at).rank() == meeting_of(first).rank();
        let equal = exits.iter().filter(|exit| exit.conflict && exit.winners.contains(&first));
        let equal = equal.flat_map(|exit| &exit.winners).filter(as_good).copied();
        let carrier = equal.min_by_key(carried_by).unwrap_or(first);
        let best = meeting_of(carrier);
        let network = |at: usize| group.bound(at).map(|bound| bound.network);
        self.carrier = Some(carrier);
        self.bound_elsewhere = is_bound_elsewhere(reading, group, source, &best);

        let mut carried = Carried::default();
        let mut alternatives = Carried::default();
        let direct: Vec<usize> = match &best {
            // Everything in the bound VPC, and every service of the region, is there without a route.
            Meeting::Same if source.network().is_none() => {
                meetings.keys().copied().filter(|at| meeting_of(*at) == best).collect()
            }
            // So is an endpoint of PrivateLink.
            _ if best == Meeting::Same || best.is_linked(reading) => {
                group.usable().map(|(at, _)| at).filter(|at| network(*at) == network(carrier)).collect()
            }
            _ => vec![carrier],
        };
        // Of a VPC of which no block is known the automatic route may beat any other, or lose to it.
        let unread = |exit: &Exit| {
            let far =
                source.network().filter(|far| best == Meeting::Same && reading.network(*far).cidrs.is_none());
            far.is_some_and(|far| exit.winners.iter().any(|at| network(*at) != Some(far)))
        };
        if source.network().is_none() || best.is_linked(reading) {
            carried.add(&direct, &self.targets);
            // While the PrivateLink is not in service, packets leave as they are routed.
            let routed = source.network().is_some() && !best.is_open();
            if !routed || !uncovered.is_empty() {
                self.today.extend(&direct);
            }
            self.today.extend(exits.iter().filter(|_| routed).flat_map(|exit| &exit.winners));
        } else {
            let routed = !exits.is_empty();
            for exit in exits {
                self.today.extend(&exit.winners);
                let open = |at: &usize| meeting_of(*at).is_open() && !meeting_of(*at).is_linked(reading);
                let winner = exit.winners.first().copied().unwrap_or(carrier);
                if exit.conflict || unread(&exit) {
                    let mut ways = exit.winners.clone();
                    ways.extend(direct.iter().filter(|_| unread(&exit)));
                    self.today.extend(&ways);
                    let leads = |at: &usize| open(at) || network(*at) == network(carrier);
                    let idle = ways.iter().filter(|at| unread(&exit) && !leads(at));
                    self.idle.extend(idle);
                    ways.retain(leads);
                    let chosen = ways.iter().copied().min_by_key(|at| (*at != carrier, carried_by(at)));
                    let first = chosen.unwrap_or(carrier);
                    if chosen.is_none() {
                        ways.push(first);
                    }
                    // All bindings in one VPC carry alike.
                    let (beside, others): (Vec<usize>, Vec<usize>) =
                        ways.into_iter().partition(|at| network(*at) == network(first));
                    carried.add(&beside, &exit.part);
                    alternatives.add(&others, &exit.part);
                    let undecided = if chosen.is_some() { &mut self.contested } else { &mut self.astray };
                    *undecided = undecided.union(&exit.part);
                    self.conflicts.extend(Some(exit).filter(|exit| exit.conflict));
                } else if open(&winner) || network(winner) == network(carrier) {
                    carried.add(&exit.winners, &exit.part);
                } else {
                    let loser = loser(group, network(carrier), &exit);
                    carried.add(&[carrier], &exit.part);
                    self.detours.push(Detour { part: exit.part, block: exit.block, winner, loser });
                }
            }
            carried.add(&direct, &uncovered);
            if !uncovered.is_empty() {
                self.today.extend(&direct);
            }
            if best != Meeting::Same && (self.targets_known || !routed) {
                self.uncovered = uncovered;
            } else if best != Meeting::Same {
                self.astray = self.astray.union(&uncovered);
            }
        }
        self.follow_legs((reading, group, source), carried, alternatives, &meetings);
    }

    /// Follows what leaves through each association, and what would if an open choice fell otherwise.
    fn follow_legs(
        &mut self,
        (reading, group, source): (&Reading<'_>, &Group<'_>, &Source<'_>),
        mut carried: Carried,
        mut alternatives: Carried,
        meetings: &BTreeMap<usize, Meeting>,
    ) {
        if !self.targets_known {
            let lost = self.misrouted();
            let always = |part: &AddressSet| part.minus(&self.contested).union(&lost).covers(&self.targets);
            let rarely = carried.parts.iter().filter(|(_, part)| !always(part)).map(|(at, _)| *at);
            self.sometimes = rarely.chain(alternatives.parts.keys().copied()).collect();
            carried.parts.values_mut().for_each(|part| part.clone_from(&self.targets));
            alternatives.parts.values_mut().for_each(|part| part.clone_from(&self.targets));
        }
        let targets_known = self.targets_known;
        let follow = |(at, targets): (usize, AddressSet)| {
            let bound = group.bound(at).filter(|_| !targets.is_empty())?;
            let meeting = meetings.get(&at).cloned().unwrap_or(Meeting::Apart);
            Some(Leg::follow(LegInput { reading, bound, at, source, targets, targets_known, meeting }))
        };
        self.legs = carried.parts.into_iter().filter_map(follow).collect();
        self.alternatives = alternatives.parts.into_iter().filter_map(follow).collect();
        let alive = self.alternatives.iter().filter(|leg| leg.is_alive());
        let alive = alive.fold(AddressSet::empty(), |all, leg| all.union(&leg.targets_split().alive()));
        let contested = if self.targets_known { self.contested.intersect(&alive) } else { alive };
        if !contested.is_empty() {
            self.legs.iter_mut().for_each(|leg| leg.contest(&contested));
        }
    }
}
