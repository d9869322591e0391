//! `data-source-security-group-blocks`
//!
//! *Checks* whether the data source's own security group lets the source addresses in.
//! *Why it matters* A database on ECS is behind the security group of its instance, whose default denies inbound traffic.
//! *Example* MySQL on ECS, no rule for the bound vSwitch.
//! *Remedy* add an inbound rule from the bound vSwitch's block to the port.
//! *Source* "FAQ about exclusive resource groups" (2026); "Security group rules".

use crate::rules::connection::gates::stopped;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (own, admission) = match (case.trace.private(), case.trace.internet()) {
        (Some(private), _) => (&private.own_group, &private.own_admission),
        (_, Some(internet)) => (&internet.own_group, &internet.own_admission),
        _ => return,
    };
    let (Some(split), Some(admission)) = (own, admission) else {
        return;
    };
    let known = case.plan.required_known;
    for (set, rule) in stopped(admission, split) {
        let says = Says::Stopped { rule, port: case.trace.source.port };
        let finding =
            Finding::new(Code::DataSourceSecurityGroupBlocks, Severity::Error, [case.source()], says);
        let finding = if known { finding.about(&set) } else { finding };
        sink.push(finding.at_hop(&[HopKind::DataSourceSecurityGroup]));
    }
}
