//! The rules that belong to no single connection, a file for each code.

mod address_plan;
pub(super) mod group_too_small;
pub(super) mod legacy_group_in_new_plan;
pub(super) mod mixed_workloads;
pub(super) mod must_not_reach_violated;
pub(super) mod one_end_unplanned;

use crate::base::Id;
use crate::base::order;
use crate::reading::AddressPlan;
use crate::rules::{Finding, Sink};
use crate::topology::Topology;

/// What a rule of the whole plan sees.
#[derive(Clone, Copy, Debug)]
pub struct PlanCase<'c> {
    /// The drawing.
    pub topology: &'c Topology,
    /// What its address plan contradicts.
    pub address_plan: &'c AddressPlan,
    /// Forbidden pairs, with whether they stay out of reach.
    pub forbidden: &'c [(Id, Id, Option<bool>)],
}

/// The findings of the whole plan, in the order of the codes.
pub fn check_plan(case: &PlanCase<'_>) -> Vec<Finding> {
    let mut sink = Sink::default();
    let checks: [fn(&PlanCase<'_>, &mut Sink); 6] = [
        address_plan::check,
        legacy_group_in_new_plan::check,
        mixed_workloads::check,
        group_too_small::check,
        one_end_unplanned::check,
        must_not_reach_violated::check,
    ];
    checks.iter().for_each(|check| check(case, &mut sink));
    let mut found = sink.found;
    order::sort_by(&mut found, |a, b| (a.code, &a.at, &a.addresses).cmp(&(b.code, &b.at, &b.addresses)));
    found
}
