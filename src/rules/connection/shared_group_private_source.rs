//! `shared-group-private-source`
//!
//! *Checks* whether a shared resource group should reach a private data source.
//! *Why it matters* A shared group runs outside of every VPC of the user's.
//! *Example* the default group of a workspace and an RDS instance without public endpoint.
//! *Remedy* use a serverless or exclusive group.
//! *Source* "Use a shared resource group" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if matches!(case.trace.course, Course::SharedGroup) {
        let at = [case.group(), case.source()];
        let finding = Finding::new(Code::SharedGroupPrivateSource, Severity::Error, at, Says::Plain);
        sink.push(finding.at_hop(&[HopKind::ResourceGroup]));
    }
}
