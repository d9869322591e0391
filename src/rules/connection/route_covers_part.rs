//! `route-covers-part`
//!
//! *Checks* whether some addresses of the data source are covered by no route of the group.
//! *Why it matters* A cluster works only when all of its addresses are reached.
//! *Example* a route to one of three nodes.
//! *Remedy* add a route to the block that holds them all.
//! *Source* base page, "General reference: Add a route" (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    if !private.uncovered.is_empty()
        && private.uncovered != private.targets
        && !private.needs_no_route(case.trace)
    {
        let finding = Finding::new(Code::RouteCoversPart, Severity::Error, [case.group()], Says::Plain);
        sink.push(finding.about(&private.uncovered).at_hop(&[HopKind::DataworksRoute]));
    }
}
