//! `unsupported-range-serverless`
//!
//! *Checks* whether a serverless group is bound to a VPC in 21.0.0.0/8.
//! *Why it matters* Serverless groups support no VPC in this range, so the association carries nothing.
//! *Example* a VPC 21.0.0.0/16.
//! *Remedy* bind a VPC in another range.
//! *Source* "Create and use a serverless resource group" (2026).

use crate::rules::connection::scope::is_carried;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(carried) = is_carried(case) else { return };
    let severity = if carried { Severity::Warning } else { Severity::Error };
    for bound in &case.trace.group.bindings {
        let Some(block) = bound.unsupported else { continue };
        let at = [case.group(), case.reading.network(bound.network).id.clone()];
        let finding = Finding::new(Code::UnsupportedRangeServerless, severity, at, Says::OneBlock(block));
        sink.push(finding.at_hop(if carried { &[] } else { &[HopKind::Binding] }));
    }
}
