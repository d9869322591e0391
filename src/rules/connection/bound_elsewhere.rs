//! `bound-elsewhere`
//!
//! *Checks* whether the group is bound only to VPCs without a way to the data source, while another VPC that it can be bound to has one.
//! *Why it matters* Traffic leaves through the bound VPC only.
//! *Example* bound to a test VPC, the data source in the production VPC of the same region.
//! *Remedy* bind the VPC of the data source, or the one that is joined to it; the present association can stay.
//! *Source* base page, "Step 1" (2023-11-02).

use crate::plan::{Act, StepState};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private().filter(|private| private.bound_elsewhere) else {
        return;
    };
    let Some(bound) = private.carrier.and_then(|at| case.trace.group.bound(at)) else {
        return;
    };
    let vpc = case.reading.network(bound.network).id.clone();
    let wanted = case.plan.steps.iter().find_map(|step| match &step.act {
        Act::Bind { switch, .. } if step.state == StepState::ToDo => Some(switch.vpc.clone()),
        _ => None,
    });
    let says = Says::BoundElsewhere { bound: vpc.clone(), wanted };
    let finding = Finding::new(Code::BoundElsewhere, Severity::Error, [case.group(), vpc], says);
    sink.push(finding.at_hop(&[
        HopKind::Binding,
        HopKind::VpcRoute,
        HopKind::Connection,
        HopKind::ReturnRoute,
    ]));
}
