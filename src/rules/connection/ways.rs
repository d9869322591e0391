//! What the rules about the bound VPC's route table share.

use crate::base::{AddressSet, Block, Id};
use crate::rules::Case;
use crate::trace::routing::{Hop, Way};
use crate::trace::{Leg, Meeting};

/// The connection that a missing route should lead through.
pub(super) fn joining(case: &Case<'_>, leg: &Leg) -> Option<Id> {
    match &leg.meeting {
        Meeting::Joined(joins) => joins.first().map(|ix| case.reading.join(*ix).id.clone()),
        _ => None,
    }
}

/// Parts that a longer prefix leads astray, with the winner and the block that would have led to the data source.
pub(super) fn detours<'c>(case: &Case<'c>, leg: &'c Leg) -> Vec<(AddressSet, &'c Hop, Block)> {
    let astray = leg.forward.iter().filter_map(|(part, way)| match way {
        Way::Astray(hop) => Some((part.intersect(&leg.forward_split.fail), hop)),
        Way::Local | Way::Nowhere | Way::Arrives(_) | Way::Transit(_) | Way::Conflict(..) => None,
    });
    let lost = astray.filter(|(part, _)| !part.is_empty());
    lost.filter_map(|(part, hop)| Some((part.clone(), hop, loser(case, leg, &part, hop)?))).collect()
}

/// Parts for which the bound VPC has no route to the data source at all.
pub(super) fn routeless(case: &Case<'_>, leg: &Leg) -> AddressSet {
    let mut lost = AddressSet::empty();
    for (part, way) in &leg.forward {
        let none = match way {
            Way::Nowhere => true,
            Way::Astray(hop) => loser(case, leg, part, hop).is_none(),
            Way::Local | Way::Arrives(_) | Way::Transit(_) | Way::Conflict(..) => false,
        };
        if none {
            lost = lost.union(part);
        }
    }
    lost
}

/// The longest losing block that leads to the data source's network.
fn loser(case: &Case<'_>, leg: &Leg, part: &AddressSet, winner: &Hop) -> Option<Block> {
    let far = case.trace.source.network()?;
    let network = case.reading.network(leg.near);
    let custom = network
        .custom
        .meeting(part)
        .into_iter()
        .filter(|(_, vias)| vias.iter().any(|via| case.reading.join(*via).links(leg.near, far)));
    let mut blocks: Vec<Block> = custom.map(|(block, _)| block).collect();
    for join in network.joins.iter().map(|ix| case.reading.join(*ix)).filter(|join| join.links(leg.near, far))
    {
        let learned = join.learned.meeting(part).into_iter().filter(|(_, origins)| origins.contains(&far));
        blocks.extend(learned.map(|(block, _)| block));
    }
    let weaker = |block: &Block| *block != winner.block || winner.custom;
    blocks.into_iter().filter(weaker).max_by_key(Block::prefix_len)
}
