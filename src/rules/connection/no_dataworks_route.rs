//! `no-dataworks-route`
//!
//! *Checks* whether no route of the group covers the data source.
//! *Why it matters* Binding adds the route to the bound VPC by itself; everything beyond it needs a route in the DataWorks console, even when the VPC route table is right.
//! *Example* bound to VPC 1, the data source in a VPC behind the CEN.
//! *Remedy* add a route to the data source's block.
//! *Source* base page, "Step 1" and "General reference: Add a route" (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    if !private.uncovered.is_empty()
        && private.uncovered == private.targets
        && !private.needs_no_route(case.trace)
    {
        let finding = Finding::new(Code::NoDataworksRoute, Severity::Error, [case.group()], Says::Plain);
        let finding = if private.targets_known { finding.about(&private.uncovered) } else { finding };
        sink.push(finding.at_hop(&[HopKind::DataworksRoute]));
    }
}
