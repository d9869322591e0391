//! `group-not-bound`
//!
//! *Checks* whether a private path is wanted and the group is bound to no VPC at all.
//! *Why it matters* Without an association the group has no address in any VPC.
//! *Example* a group that was bought yesterday.
//! *Remedy* associate it with the VPC of the data source, or with one that is joined to it.
//! *Source* base page, "Step 1" (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let unbound = case.trace.private().is_some_and(|private| private.legs.is_empty());
    if unbound && case.trace.group.bindings.is_empty() {
        let direct = case.trace.source.network().map(|ix| case.reading.network(ix));
        let direct = direct.filter(|vpc| vpc.is_bindable(case.trace.group.account, case.trace.group.region));
        let says = Says::NotBound { direct: direct.map(|vpc| vpc.id.clone()) };
        let finding = Finding::new(Code::GroupNotBound, Severity::Error, [case.group()], says);
        sink.push(finding.at_hop(&[HopKind::Binding]));
    }
}
