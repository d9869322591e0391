//! Contradictions of the address plan that concern one private connection.

use std::collections::BTreeSet;

use super::address::Block;
use super::drawing::{Binding, Drawing, Place, Source};

/// Blocks that no VPC, vSwitch or data center may meet.
const RESERVED: [&str; 4] = ["100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"];

/// The contradictions at the data source's end and at the bindings.
pub(super) fn of(drawing: &Drawing, source: &Source, bindings: &[&Binding]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let mut networks: Vec<&str> = bindings.iter().map(|binding| binding.vpc.as_str()).collect();
    let vswitches = bindings.iter().map(|binding| &binding.vswitch).chain(&source.vswitch);
    if let Place::Network(network) = &source.place {
        networks.push(network);
        found.extend(astray(drawing, source, network));
    }
    vswitches.for_each(|id| found.extend(of_vswitch(drawing, id)));
    for network in networks {
        let network = &drawing.networks[network];
        let asked = network.kind != "other_cloud";
        if asked && network.drawn.iter().flatten().any(|block| is_reserved(*block)) {
            found.insert("reserved-range");
        }
    }
    found
}

fn of_vswitch(drawing: &Drawing, id: &str) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let vswitch = &drawing.vswitches[id];
    let Some(block) = vswitch.block else { return found };
    let around = &drawing.networks[&vswitch.vpc].drawn;
    if around.as_ref().is_some_and(|around| !around.iter().any(|vpc| block.inside(*vpc))) {
        found.insert("vswitch-outside-vpc");
    }
    let siblings = drawing.vswitches.iter().filter(|(other, v)| *other != id && v.vpc == vswitch.vpc);
    if siblings.filter_map(|(_, sibling)| sibling.block).any(|other| other.meets(block)) {
        found.insert("overlapping-vswitches");
    }
    if !(16..=29).contains(&block.length) {
        found.insert("mask-out-of-range");
    }
    if is_reserved(block) {
        found.insert("reserved-range");
    }
    found
}

fn astray(drawing: &Drawing, source: &Source, network: &str) -> Option<&'static str> {
    let network = &drawing.networks[network];
    let own = source.vswitch.as_ref().and_then(|id| drawing.vswitches[id].block).map(|block| vec![block]);
    let around = own.or_else(|| network.drawn.clone().filter(|_| network.kind != "other_cloud"))?;
    let mut addresses = source.addresses.iter().flatten();
    addresses
        .any(|address| !around.iter().any(|block| block.holds(*address)))
        .then_some("address-outside-network")
}

pub(super) fn is_reserved(block: Block) -> bool {
    RESERVED.iter().filter_map(|text| Block::read(text)).any(|reserved| reserved.meets(block))
}
