//! `unsupported-range-serverless`
//!
//! *Checks* whether a serverless group is bound to a VPC in 21.0.0.0/8.
//! *Why it matters* Serverless groups support no VPC in this range.
//! *Example* a VPC 21.0.0.0/16.
//! *Remedy* bind a VPC in another range.
//! *Source* "Create and use a serverless resource group" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else { return };
    let Some(bound) = private.carrier.and_then(|at| case.trace.group.bound(at)) else { return };
    if let Some(block) = private.unsupported_range {
        let at = [case.group(), case.reading.network(bound.network).id.clone()];
        let finding = Finding::new(Code::UnsupportedRangeServerless, Severity::Error, at, Says::OneBlock(block));
        sink.push(finding.at_hop(&[HopKind::Binding]));
    }
}
