//! What a rule sees of one pair: the trace, the plan, and what other connections to the data source need.

use crate::base::{AddressSet, Block, Id, host_block};
use crate::plan::Plan;
use crate::reading::{Contradiction, ReadEntry, Reading};
use crate::rules::connection::Problem;
use crate::topology::{GroupKind, Kind};
use crate::trace::Trace;

/// What a rule sees of one pair.
#[derive(Debug)]
pub struct Case<'c> {
    /// The resolved drawing.
    pub reading: &'c Reading<'c>,
    /// The trace of the pair.
    pub trace: &'c Trace<'c, 'c>,
    /// Its plan.
    pub plan: &'c Plan,
    /// The addresses that the data source needs to admit for all connections of the plan, where they are known.
    pub needed: Option<&'c AddressSet>,
    /// The contradictions that make this connection invalid.
    pub contradictions: &'c [&'c Contradiction],
    /// The one error that the whitelist shows: seven rules ask for it.
    pub(in crate::rules) whitelist_problem: Option<Problem>,
}

impl<'c> Case<'c> {
    /// The case of a pair.
    pub fn of(
        reading: &'c Reading<'c>,
        trace: &'c Trace<'c, 'c>,
        plan: &'c Plan,
        needed: Option<&'c AddressSet>,
        contradictions: &'c [&'c Contradiction],
    ) -> Self {
        let mut case = Self { reading, trace, plan, needed, contradictions, whitelist_problem: None };
        case.whitelist_problem = Problem::of(&case);
        case
    }

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

    /// Whether a block holds an elastic IP address of others; `own` are those of this group.
    pub fn holds_foreign_eip(&self, block: Block, own: &AddressSet) -> bool {
        let held = self.reading.eips.meeting(&block.into());
        held.iter().any(|(eip, _)| !own.meets(&(*eip).into()))
    }

    /// The addresses of the group from before a specification change that it no longer has.
    pub fn former_eips(&self) -> AddressSet {
        let former = self.trace.group.drawn.previous_eips.iter().map(|eip| host_block(*eip));
        AddressSet::of(former).minus(&self.own_eips())
    }
}
