//! `binding-out-of-scope`
//!
//! *Checks* whether a bound VPC belongs to another account or region than the group.
//! *Why it matters* A group can be bound only to VPCs of its own account and region.
//! *Example* a group in Hangzhou, bound to the VPC of the data source in Shanghai.
//! *Remedy* bind a VPC of the group's own account and region and join it to the other one.
//! *Source* base page, table (2023-11-02): the meeting VPC lies in the group's region and account.

use crate::rules::connection::scope::is_carried;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(carried) = is_carried(case) else { return };
    let group = case.trace.group;
    let severity = if carried { Severity::Warning } else { Severity::Error };
    for bound in group.bindings.iter().filter(|bound| !bound.in_scope && bound.unsupported.is_none()) {
        let vpc = case.reading.network(bound.network);
        let says = Says::OutOfScope { vpc: vpc.id.clone(), other_account: vpc.account != group.account };
        let finding = Finding::new(Code::BindingOutOfScope, severity, [case.group(), vpc.id.clone()], says);
        sink.push(finding.at_hop(if carried { &[] } else { &[HopKind::Binding] }));
    }
}
