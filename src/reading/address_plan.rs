//! What the drawing's own address plan contradicts: vSwitches outside their VPC, siblings that overlap, addresses
//! outside their network, reserved ranges, masks out of range. Checked once for a drawing.
//!
//! Source: "VPCs and vSwitches" (2025-11-04) and "Route tables" (2026).

use std::collections::BTreeMap;

use crate::base::order;
use crate::base::order::Gather;
use crate::base::{AddressSet, Block, Id, RESERVED};
use crate::reading::{Location, Network, Reading, Source};
use crate::topology::KindName;

/// Everything that the address plan contradicts, in order of kind and elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressPlan {
    /// The contradictions.
    pub contradictions: Vec<Contradiction>,
    /// Which contradictions concern an element.
    concerning: BTreeMap<Id, Vec<usize>>,
}

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// What is wrong.
    pub kind: ContradictionKind,
    /// The elements it concerns.
    pub at: Vec<Id>,
    /// The blocks involved, in the order of the elements.
    pub blocks: Vec<Block>,
    /// The addresses concerned.
    pub addresses: Vec<Block>,
}

/// The kinds of contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContradictionKind {
    /// A vSwitch's block is not inside its VPC.
    VSwitchOutsideVpc,
    /// Two vSwitches of a VPC overlap.
    OverlappingVSwitches,
    /// A data source's address is not inside its network.
    AddressOutsideNetwork,
    /// A block overlaps a range that cannot be used.
    ReservedRange,
    /// A vSwitch's mask is not /16 to /29.
    MaskOutOfRange,
}

impl AddressPlan {
    /// Checks a drawing.
    pub(super) fn check(reading: &Reading<'_>) -> Self {
        let mut found = Vec::new();
        for network in &reading.networks {
            check_network(network, &mut found);
        }
        for source in reading.sources.values() {
            check_source(reading, source, &mut found);
        }
        order::sort(&mut found);
        let mut concerning: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        for (number, contradiction) in found.iter().enumerate() {
            for id in &contradiction.at {
                concerning.entry(id.clone()).or_default().push(number);
            }
        }
        Self { contradictions: found, concerning }
    }

    /// Whether a contradiction concerns this element.
    pub fn is_flawed(&self, id: &Id) -> bool {
        self.concerning.contains_key(id)
    }

    /// The contradictions that concern any of these elements, in order.
    pub fn concerning(&self, ids: &[&Id]) -> Vec<&Contradiction> {
        let numbers: std::collections::BTreeSet<usize> =
            ids.iter().filter_map(|id| self.concerning.get(*id)).flatten().copied().gather();
        numbers.into_iter().filter_map(|number| self.contradictions.get(number)).collect()
    }
}

/// The reserved range that a block overlaps.
fn reserved_range(block: Block) -> Option<Block> {
    RESERVED.into_iter().find(|range| crate::base::overlap(*range, block))
}

fn check_network(network: &Network<'_>, found: &mut Vec<Contradiction>) {
    let mut note = |kind, at: &[&Id], blocks: Vec<Block>, addresses: AddressSet| {
        let at = at.iter().map(|id| (*id).clone()).collect();
        found.push(Contradiction { kind, at, blocks, addresses: addresses.blocks() });
    };
    if network.kind != KindName::OtherCloud {
        for block in network.cidrs.iter().flatten() {
            if let Some(range) = reserved_range(*block) {
                note(
                    ContradictionKind::ReservedRange,
                    &[network.id],
                    vec![*block, range],
                    range_part(*block, range),
                );
            }
        }
    }
    let extent = &network.extent;
    let mut by_address: Vec<(Block, &Id)> = Vec::new();
    for switch in &network.switches {
        let Some(cidr) = switch.cidr else { continue };
        by_address.push((cidr, switch.id));
        if let Some(range) = reserved_range(cidr) {
            note(ContradictionKind::ReservedRange, &[switch.id], vec![cidr, range], range_part(cidr, range));
        }
        if !(16..=29).contains(&cidr.prefix_len()) {
            note(ContradictionKind::MaskOutOfRange, &[switch.id], vec![cidr], AddressSet::empty());
        }
        let outside = AddressSet::from(cidr).minus(extent);
        if network.cidrs.is_some() && !outside.is_empty() {
            let blocks = std::iter::once(cidr).chain(network.cidrs.iter().flatten().copied()).collect();
            note(ContradictionKind::VSwitchOutsideVpc, &[switch.id], blocks, outside);
        }
    }
    // Of CIDR blocks in order of address and mask, a block can only overlap those that are still open around it.
    order::sort_by_key(&mut by_address, |(block, id)| (block.network(), block.prefix_len(), *id));
    let mut open: Vec<(Block, &Id)> = Vec::new();
    for (block, id) in by_address {
        open.retain(|(around, _)| around.contains(&block.network()));
        for (around, other) in &open {
            let (first, second) =
                if *other < id { ((*around, *other), (block, id)) } else { ((block, id), (*around, *other)) };
            let blocks = vec![first.0, second.0];
            note(ContradictionKind::OverlappingVSwitches, &[first.1, second.1], blocks, block.into());
        }
        open.push((block, id));
    }
}

fn check_source(reading: &Reading<'_>, source: &Source<'_>, found: &mut Vec<Contradiction>) {
    let Location::Network { network, vswitch } = source.location else {
        return;
    };
    let (false, Some(addresses)) = (source.public || source.drawn.addresses.is_none(), &source.addresses)
    else {
        return;
    };
    let network = reading.network(network);
    let drawn = reading.topology.node(network.id).and_then(|node| node.kind.cidrs());
    let switch =
        network.switches.iter().find(|switch| Some(switch.id) == vswitch).and_then(|switch| switch.cidr);
    let place = match (switch, drawn) {
        (Some(cidr), _) => vec![cidr],
        (None, Some(cidrs)) if network.kind != KindName::OtherCloud => cidrs.to_vec(),
        _ => return,
    };
    let outside = addresses.minus(&AddressSet::of(place.iter().copied()));
    if !outside.is_empty() {
        let kind = ContradictionKind::AddressOutsideNetwork;
        found.push(Contradiction {
            kind,
            at: vec![source.id.clone()],
            blocks: place,
            addresses: outside.blocks(),
        });
    }
}

fn range_part(block: Block, range: Block) -> AddressSet {
    AddressSet::from(block).intersect(&range.into())
}
