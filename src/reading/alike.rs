//! Which data sources a group reaches in the same way: those of one place at addresses that no block of the drawing tells
//! apart. What was found on the way to one of them holds for all, up to their own gates.

use std::collections::BTreeMap;

use crate::base::Block;
use crate::reading::{Location, Reading, Source};

/// Numbers the data sources, so that two of one number are reached in the same way.
pub(super) fn number(reading: &mut Reading<'_>) {
    let borders = borders(reading);
    let mut known: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(reading.sources.len());
    for (at, source) in reading.sources.values().enumerate() {
        let first = way_to(reading, source, &borders).map(|way| *known.entry(way).or_insert(at));
        numbers.push(first.unwrap_or(at));
    }
    reading.sources.values_mut().zip(numbers).for_each(|(source, number)| source.alike = number);
}

/// All that decides on the way to a data source, in numbers; `None` for one that is like no other.
fn way_to(reading: &Reading<'_>, source: &Source<'_>, borders: &[u32]) -> Option<Vec<u32>> {
    let Location::Network { network, vswitch } = source.location else { return None };
    if source.public {
        return None;
    }
    let switches = &reading.network(network).switches;
    let switch = vswitch.and_then(|id| switches.iter().position(|switch| switch.id == id));
    let small = |number: usize| u32::try_from(number).ok();
    let mut way = vec![small(network.0)?, switch.map_or(Some(0), |at| small(at + 1))?];
    way.push(source.port.map_or(0, |port| u32::from(port) + 1));
    for (from, to) in source.addresses.as_ref()?.ranges() {
        for end in [from, to] {
            way.push(small(borders.partition_point(|border| border <= end))?);
        }
    }
    Some(way)
}

/// Where blocks that routes, networks and security groups name begin, and where they have ended; sorted.
fn borders(reading: &Reading<'_>) -> Vec<u32> {
    let mut borders: Vec<u32> = Vec::new();
    let mut note = |block: &Block| {
        borders.extend([u32::from(block.network()), u32::from(block.broadcast()).saturating_add(1)]);
    };
    for network in &reading.networks {
        network.cidrs.iter().flatten().for_each(&mut note);
        network.switches.iter().filter_map(|switch| switch.cidr.as_ref()).for_each(&mut note);
        let routes = reading.topology.node(network.id).map(|node| node.kind.routes()).unwrap_or_default();
        routes.iter().for_each(|route| note(&route.to));
    }
    for bound in reading.groups.values().flat_map(|group| &group.bindings) {
        bound.added.iter().for_each(&mut note);
        let rules = bound.security_group.iter().flat_map(|group| &group.rules);
        rules.for_each(|rule| note(&rule.peer));
    }
    borders.sort_unstable();
    borders.dedup();
    borders
}
