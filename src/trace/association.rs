//! Which association leads to a data source, and whether another VPC would have to be bound.

use std::collections::BTreeMap;

use crate::base::{AddressSet, Block};
use crate::reading::{Group, NetworkIx, Reading, Source};
use crate::topology::Whitelist;
use crate::trace::leg::LegInput;
use crate::trace::security::{Admission, inbound};
use crate::trace::{Exit, Leg, Meeting, Split, is_bindable, meeting, qualifies};

/// How each usable association meets the data source, by position.
pub(super) fn meetings(
    reading: &Reading<'_>,
    group: &Group<'_>,
    source: &Source<'_>,
    targets: &AddressSet,
) -> BTreeMap<usize, Meeting> {
    let mut by_network: BTreeMap<NetworkIx, Meeting> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for (at, bound) in group.usable() {
        let fresh = || match source.network() {
            Some(far) => meeting(reading, bound.network, far, targets),
            None if source.region.is_some() && reading.network(bound.network).region == source.region => {
                Meeting::Same
            }
            None => Meeting::Apart,
        };
        found.insert(at, by_network.entry(bound.network).or_insert_with(fresh).clone());
    }
    found
}

/// Whether another VPC must be bound: in scenario 1 the data source's own, elsewhere one that is joined to it already.
pub(super) fn is_bound_elsewhere(
    reading: &Reading<'_>,
    group: &Group<'_>,
    source: &Source<'_>,
    best: &Meeting,
) -> bool {
    let Some(far) = source.network() else { return false };
    if best.is_open() || matches!(best, Meeting::Pending(..)) {
        return false;
    }
    let joined = |ix: NetworkIx| {
        reading.between(ix, far).any(|join| join.links(ix, far) || join.offers(ix, far, &reading.networks))
    };
    let neighbours =
        reading.network(far).joins.iter().flat_map(|ix| reading.join(*ix).members.keys().copied());
    let fits = |ix: NetworkIx| qualifies(reading, group, source, reading.network(ix)) && joined(ix);
    is_bindable(group, reading.network(far)) || neighbours.filter(|ix| *ix != far).any(fits)
}

/// The best block by which the carrier's VPC would have taken these addresses.
pub(super) fn loser(group: &Group<'_>, carrier: Option<NetworkIx>, exit: &Exit) -> Option<Block> {
    let of_carrier = |at: &usize| group.bound(*at).map(|bound| bound.network) == carrier;
    let routes = group.routes.meeting(&exit.part);
    let losing =
        routes.iter().filter(|(_, positions)| positions.iter().any(of_carrier)).map(|(block, _)| *block);
    losing.max_by_key(Block::prefix_len)
}

/// What stands in the way of one of several associations with equal routes: the stations that do not let everything pass,
/// then the block of its vSwitch, and its place in the list where that is the same.
pub(super) fn obstacles(
    reading: &Reading<'_>,
    group: &Group<'_>,
    source: &Source<'_>,
    (at, meeting): (usize, Meeting),
    targets: &AddressSet,
) -> Option<(usize, Option<Block>, usize)> {
    let bound = group.bound(at)?;
    let (targets, targets_known) = (targets.clone(), source.addresses.is_some());
    let leg = Leg::follow(LegInput { reading, bound, at, source, targets, targets_known, meeting });
    let seen = leg.asked_sources();
    let listed = source.drawn.whitelist == Some(Whitelist::None)
        || source.admitted.as_ref().is_some_and(|admitted| admitted.covers(&seen));
    let grouped = !source.is_gated_by_security_group(reading) || own_group(source, &seen).0.pass == seen;
    Some((leg.stations_in_the_way() + usize::from(!listed) + usize::from(!grouped), bound.cidr, at))
}

pub(super) fn own_group(source: &Source<'_>, asked: &AddressSet) -> (Split, Option<Admission>) {
    let Some(group) = &source.drawn.security_group else {
        return (Split::undecided(asked.clone()), None);
    };
    let admission = inbound(group, asked, source.port.unwrap_or(0));
    let mut split = Split::by(asked, &admission.pass);
    if source.port.is_none() && !group.rules.is_empty() {
        split = Split { pass: split.pass, unknown: split.fail, fail: AddressSet::empty() };
    }
    (split, Some(admission))
}
