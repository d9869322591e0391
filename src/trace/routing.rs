//! The route table of one network: which way a packet for each address takes.
//!
//! vSwitch blocks are local and always win inside themselves; otherwise the longest prefix of custom and learned routes
//! wins; of two equal prefixes a custom route beats a learned one; equal routes of one kind that lead to different
//! networks are a conflict. Source: "Route tables" (VPC documentation, 2026).

use std::collections::{BTreeMap, BTreeSet};

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
        for part in alike(reading, from, target, block, part) {
            if let Some(way) = choice(reading, from, target, block, &part, planned) {
                rest = rest.minus(&part);
                parts.push((part, way));
            }
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

/// `part` in pieces: what lies behind the custom routes for exactly `block` passes all of a piece on, or nothing of it.
fn alike(
    reading: &Reading<'_>,
    from: NetworkIx,
    target: NetworkIx,
    block: Block,
    part: AddressSet,
) -> Vec<AddressSet> {
    let mut pieces = vec![part];
    for via in reading.network(from).custom.at(block) {
        let join = reading.join(*via);
        if join.is_peering() || join.links(from, target) {
            continue;
        }
        let onward = |piece: AddressSet| {
            let led = passed_on(reading, *via, from, target, &piece);
            [piece.minus(&led), led].into_iter().filter(|piece| !piece.is_empty())
        };
        pieces = pieces.into_iter().flat_map(onward).collect();
    }
    pieces
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
    let mut ways: Vec<Way> = ways.collect();
    let mut sorted = joins.to_vec();
    order::sort(&mut sorted);
    sorted.dedup();
    let differ = ways.iter().zip(ways.iter().skip(1)).any(|(one, next)| end(one) != end(next));
    // Where all of them lead elsewhere it does not matter which is taken.
    if differ && ways.iter().any(|way| !matches!(way, Way::Astray(_))) {
        return Way::Conflict(block, sorted);
    }
    if ways.is_empty() {
        return Way::Nowhere;
    }
    let mut first = ways.swap_remove(0);
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
    } else if !join.is_peering() && !passed_on(reading, join.ix, from, target, part).is_empty() {
        Way::Transit(hop(Some(target)))
    } else {
        Way::Astray(hop(None))
    }
}

/// The part of `wanted` that networks behind the connection have a way for to the target, without any peering. Which of
/// their routes they would choose is transit, and not judged; but what their vSwitches hold they keep.
fn passed_on(
    reading: &Reading<'_>,
    via: JoinIx,
    from: NetworkIx,
    target: NetworkIx,
    wanted: &AddressSet,
) -> AddressSet {
    let behind = |via: JoinIx| {
        let join = reading.join(via);
        let serving = join.members.keys().copied().filter(|ix| join.carries_routes() && join.serves(*ix));
        serving.collect::<Vec<NetworkIx>>()
    };
    let mut arrived = AddressSet::empty();
    let mut seen: BTreeMap<NetworkIx, AddressSet> = BTreeMap::from([(from, wanted.clone())]);
    let mut open: Vec<(NetworkIx, AddressSet)> =
        behind(via).into_iter().map(|at| (at, wanted.clone())).collect();
    while let Some((at, part)) = open.pop() {
        if at == target {
            arrived = arrived.union(&part);
            continue;
        }
        let network = reading.network(at);
        let held = seen.entry(at).or_default();
        let part = part.minus(held).minus(&network.local);
        if part.is_empty() {
            continue;
        }
        *held = held.union(&part);
        for (block, vias) in network.custom.meeting(&part) {
            let onward =
                vias.iter().filter(|via| !reading.join(**via).is_peering()).flat_map(|via| behind(*via));
            let led = part.intersect(&block.into());
            open.extend(onward.map(|next| (next, led.clone())));
        }
        let joins = network.joins.iter().map(|ix| reading.join(*ix));
        for join in joins.filter(|join| join.serves(at) && !join.is_peering()) {
            let origins = join.learned.meeting(&part).into_iter();
            let learned = origins.filter(|(_, origins)| origins.contains(&target));
            open.extend(learned.map(|(block, _)| (target, part.intersect(&block.into()))));
        }
    }
    arrived
}
