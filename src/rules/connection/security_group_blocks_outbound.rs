//! `security-group-blocks-outbound`
//!
//! *Checks* whether the security group of the association stops traffic to the data source.
//! *Why it matters* An advanced group denies outbound traffic without a rule; in any group a deny rule can stand in the way.
//! *Example* an advanced security group without rules.
//! *Remedy* add an outbound rule to the data source's address and port.
//! *Source* base page, note under the table (2023-11-02); "Security group rules".

use crate::rules::connection::gates::stopped;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        for (set, rule) in stopped(&leg.outbound, &leg.outbound_split) {
            let says = Says::Stopped { rule, port: case.trace.source.port };
            let at = [case.group(), leg.vswitch.clone()];
            let finding = Finding::new(Code::SecurityGroupBlocksOutbound, Severity::Error, at, says);
            let finding = if private.targets_known { finding.about(&set) } else { finding };
            sink.push(finding.at_hop(&[HopKind::SecurityGroup]));
        }
    }
}
