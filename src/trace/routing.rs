//! The route table of one network: which way a packet for each address takes.
//!
//! vSwitch blocks are local and always win inside themselves; otherwise the longest prefix of custom and learned routes
//! wins; of two equal prefixes a custom route beats a learned one; equal routes of one kind that lead to different
//! networks are a conflict. Source: "Route tables" (VPC documentation, 2026).

use std::collections::BTreeSet;

use crate::base::order;
use crate::base::{AddressSet, Block};
use crate::reading::{JoinIx, NetworkIx, Reading};

/// Which way a packet takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It stays: a vSwitch of the network holds the address.
    Local,
    /// No route.
    Nowhere,
    /// It arrives in the network that was asked for.
    Arrives(Hop),
    /// It may arrive through a third network, if that one passes traffic on.
    Transit(Hop),
    /// It arrives in another network, or is lost behind the connection.
    Astray(Hop),
    /// Equal routes lead to different networks.
    Conflict(Block, Vec<JoinIx>),
}

/// The route that a packet takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The destination of the route.
    pub block: Block,
    /// The connections that equal routes lead through, in order; empty for a route that is only planned.
    pub via: Vec<JoinIx>,
    /// Whether it is a custom route; otherwise it was learned.
    pub custom: bool,
    /// The network in which the packet arrives; `None` when it is lost.
    pub arrives: Option<NetworkIx>,
}

/// What will be there once the networks are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planned<'p> {
    /// The blocks that the target will announce.
    pub learned: &'p [Block],
    /// The connection in which both networks will be in service, where it exists already.
    pub via: Option<JoinIx>,
}

/// How a network would forward packets for `wanted` towards `target`: disjoint parts, with the way each takes.
pub fn ways(
    reading: &Reading<'_>,
    from: NetworkIx,
    target: NetworkIx,
    wanted: &AddressSet,
    planned: Planned<'_>,
) -> Vec<(AddressSet, Way)> {
    let network = reading.network(from);
    let mut parts = Vec::new();
    let local = wanted.intersect(&network.local);
    let mut rest = wanted.minus(&local);
    if !local.is_empty() {
        parts.push((local, Way::Local));
    }
    let mut blocks: BTreeSet<(std::cmp::Reverse<u8>, Block)> = BTreeSet::new();
    let mut note = |block: Block| {
        blocks.insert((std::cmp::Reverse(block.prefix_len()), block));
    };
    network.custom.meeting(&rest).into_iter().for_each(|(block, _)| note(block));
    if planned.via.is_some() {
        network.withdrawn.meeting(&rest).into_iter().for_each(|(block, _)| note(block));
    }
    for join in teachers(reading, from, planned) {
        join.learned.meeting(&rest).into_iter().for_each(|(block, _)| note(block));
    }
    planned.learned.iter().for_each(|block| note(*block));
    for (_, block) in blocks {
        let part = rest.intersect(&block.into());
        if part.is_empty() {
            continue;
        }
        if let Some(way) = choice(reading, from, target, block, &part, planned) {
            rest = rest.minus(&part);
            parts.push((part, way));
        }
        if rest.is_empty() {
            break;
        }
    }
    if !rest.is_empty() {
        parts.push((rest, Way::Nowhere));
    }
    parts
}

/// What the routes for exactly `block` do with packets for `part`; `None` when there is no such route here.
fn choice(
    reading: &Reading<'_>,
    from: NetworkIx,
    target: NetworkIx,
    block: Block,
    part: &AddressSet,
    planned: Planned<'_>,
) -> Option<Way> {
    let network = reading.network(from);
    let planned_way = || Way::Arrives(Hop { block, via: Vec::new(), custom: false, arrives: Some(target) });
    let mut custom: Vec<JoinIx> = network.custom.at(block).to_vec();
    custom.extend(network.withdrawn.at(block).iter().filter(|via| planned.via == Some(**via)));
    if !custom.is_empty() {
        let by = |via: &JoinIx| {
            if planned.via == Some(*via) {
                Way::Arrives(Hop { block, via: vec![*via], custom: true, arrives: Some(target) })
            } else {
                by_custom_route(reading, from, target, block, part, *via)
            }
        };
        return Some(among(custom.iter().map(by), block, &custom));
    }
    let mut learned = Vec::new();
    for join in teachers(reading, from, planned) {
        let others = join.learned.at(block).iter().filter(|origin| **origin != from);
        learned.extend(others.map(|origin| (join.ix, *origin)));
    }
    let to_target = planned.learned.contains(&block);
    if learned.is_empty() {
        return to_target.then(planned_way);
    }
    let joins: Vec<JoinIx> = learned.iter().map(|(via, _)| *via).collect();
    let ways = learned.iter().map(|(via, origin)| {
        let hop = Hop { block, via: vec![*via], custom: false, arrives: Some(*origin) };
        if *origin == target { Way::Arrives(hop) } else { Way::Astray(hop) }
    });
    Some(among(ways.chain(to_target.then(planned_way)), block, &joins))
}

/// The connections from which a network learns, or will learn.
fn teachers<'r, 'a>(
    reading: &'r Reading<'a>,
    from: NetworkIx,
    planned: Planned<'_>,
) -> impl Iterator<Item = &'r crate::reading::Join<'a>> {
    let held = reading.network(from).joins.iter().copied().filter(move |ix| reading.join(*ix).serves(from));
    let more = planned.via.filter(|ix| !reading.join(*ix).serves(from));
    held.chain(more).map(|ix| reading.join(ix))
}

/// Several equal routes: as good as one when they lead to the same network, a conflict otherwise.
fn among(ways: impl Iterator<Item = Way>, block: Block, joins: &[JoinIx]) -> Way {
    let end = |way: &Way| match way {
        Way::Arrives(hop) | Way::Astray(hop) | Way::Transit(hop) => {
            (hop.arrives, matches!(way, Way::Transit(_)))
        }
        Way::Local | Way::Nowhere | Way::Conflict(..) => (None, false),
    };
    let mut ways = ways.peekable();
    let Some(mut first) = ways.next() else {
        return Way::Nowhere;
    };
    let mut sorted = joins.to_vec();
    order::sort(&mut sorted);
    sorted.dedup();
    if ways.any(|way| end(&way) != end(&first)) {
        return Way::Conflict(block, sorted);
    }
    if let Way::Arrives(hop) | Way::Astray(hop) | Way::Transit(hop) = &mut first {
        hop.via = sorted;
    }
    first
}

/// By a custom route a packet arrives where that connection has the destination's network attached and in service.
fn by_custom_route(
    reading: &Reading<'_>,
    from: NetworkIx,
    target: NetworkIx,
    block: Block,
    part: &AddressSet,
    via: JoinIx,
) -> Way {
    let join = reading.join(via);
    let hop = |arrives| Hop { block, via: vec![via], custom: true, arrives };
    if join.links(from, target) {
        Way::Arrives(hop(Some(target)))
    } else if !join.is_peering() && passed_on(reading, join.ix, from, target, part) {
        Way::Transit(hop(Some(target)))
    } else {
        Way::Astray(hop(None))
    }
}

/// Whether some network behind the connection has itself a way for `part` to the target, without any peering.
fn passed_on(
    reading: &Reading<'_>,
    via: JoinIx,
    from: NetworkIx,
    target: NetworkIx,
    part: &AddressSet,
) -> bool {
    let mut seen = BTreeSet::from([from]);
    let behind = |via: JoinIx| {
        let join = reading.join(via);
        let serving = join.members.keys().copied().filter(|ix| join.carries_routes() && join.serves(*ix));
        serving.collect::<Vec<NetworkIx>>()
    };
    let mut open: Vec<NetworkIx> = behind(via);
    while let Some(at) = open.pop() {
        if at == target {
            return true;
        }
        if !seen.insert(at) {
            continue;
        }
        let network = reading.network(at);
        let covering = |block: &Block| AddressSet::from(*block).covers(part);
        for (_, vias) in network.custom.meeting(part).into_iter().filter(|(block, _)| covering(block)) {
            let onward = vias.iter().filter(|via| !reading.join(**via).is_peering());
            open.extend(onward.flat_map(|via| behind(*via)));
        }
        for join in network
            .joins
            .iter()
            .map(|ix| reading.join(*ix))
            .filter(|join| join.serves(at) && !join.is_peering())
        {
            let origins = join.learned.meeting(part).into_iter().filter(|(block, _)| covering(block));
            open.extend(origins.flat_map(|(_, origins)| origins).filter(|origin| **origin == target));
        }
    }
    false
}
