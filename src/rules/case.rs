//! What a rule sees of one pair: the trace, the plan, and what other connections use.

use std::collections::BTreeMap;

use crate::base::{Address, AddressSet, Id, host_block};
use crate::plan::Plan;
use crate::reading::{ReadEntry, Reading};
use crate::topology::{GroupKind, Kind};
use crate::trace::Trace;

/// What a rule sees of one pair.
#[derive(Clone, Copy, Debug)]
pub struct Case<'c> {
    /// The resolved drawing.
    pub reading: &'c Reading<'c>,
    /// The trace of the pair.
    pub trace: &'c Trace<'c, 'c>,
    /// Its plan.
    pub plan: &'c Plan,
    /// What other connections use.
    pub usage: &'c Usage,
    /// The contradictions that make this connection invalid.
    pub contradictions: &'c [&'c crate::reading::Contradiction],
}

/// What all connections of the drawing together use.
#[derive(Debug, Default)]
pub struct Usage {
    /// The addresses that the data source will see once all plans are carried out; `None` where one is not known.
    pub needed: BTreeMap<Id, Option<AddressSet>>,
    /// Every elastic IP address in the drawing with its owner: a resource group or NAT gateway.
    pub eips: BTreeMap<Address, Vec<Id>>,
}

impl Usage {
    /// The elastic IP addresses of a drawing.
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut eips: BTreeMap<Address, Vec<Id>> = BTreeMap::new();
        for (id, node) in &reading.topology.nodes {
            let held = match &node.kind {
                Kind::ResourceGroup(group) => group.eips.as_deref(),
                Kind::NatGateway(gateway) => gateway.eips.as_deref(),
                _ => None,
            };
            held.into_iter().flatten().for_each(|eip| eips.entry(*eip).or_default().push(id.clone()));
        }
        Self { needed: BTreeMap::new(), eips }
    }

    /// Notes what one connection will use.
    pub fn note(&mut self, source: &Id, plan: &Plan) {
        let used = plan.required_known.then(|| AddressSet::of(plan.required.iter().copied()));
        match self.needed.get_mut(source) {
            Some(held) => *held = held.as_ref().zip(used.as_ref()).map(|(held, used)| held.union(used)),
            None => {
                self.needed.insert(source.clone(), used);
            }
        }
    }
}

impl<'c> Case<'c> {
    /// The id of the resource group.
    pub fn group(&self) -> Id {
        self.trace.group.id.clone()
    }

    /// The id of the data source.
    pub fn source(&self) -> Id {
        self.trace.source.id.clone()
    }

    /// The whitelist, where there is one and its entries are known.
    pub fn entries(&self) -> Option<&'c [ReadEntry<'c>]> {
        self.trace.source.entries.as_deref()
    }

    /// The addresses that the data source needs to admit for all connections of the plan, where they are known.
    pub fn needed(&self) -> Option<&'c AddressSet> {
        self.usage.needed.get(self.trace.source.id)?.as_ref()
    }

    /// The elastic IP addresses that this group leaves with.
    pub fn own_eips(&self) -> AddressSet {
        let group = self.trace.group;
        // An exclusive group never leaves through a NAT gateway of the bound VPC.
        let serverless = group.drawn.kind == GroupKind::Serverless;
        let gateways = group.usable().filter(|_| serverless).flat_map(|(_, bound)| {
            let vpc = self.reading.network(bound.network).id;
            self.reading.gateways_of(vpc).map(|(_, node)| node)
        });
        let nat = gateways.flat_map(|node| match &node.kind {
            Kind::NatGateway(gateway) => gateway.eips.as_deref().unwrap_or_default(),
            _ => &[],
        });
        let own = group.drawn.eips.iter().flatten();
        AddressSet::of(own.chain(nat).map(|eip| host_block(*eip)))
    }

    /// The elastic IP addresses of others.
    pub fn foreign_eips(&self) -> AddressSet {
        AddressSet::of(self.usage.eips.keys().map(|eip| host_block(*eip))).minus(&self.own_eips())
    }

    /// The addresses of the group from before a specification change that it no longer has.
    pub fn former_eips(&self) -> AddressSet {
        let former = self.trace.group.drawn.previous_eips.iter().map(|eip| host_block(*eip));
        AddressSet::of(former).minus(&self.own_eips())
    }
}
