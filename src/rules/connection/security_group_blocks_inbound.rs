//! `security-group-blocks-inbound`
//!
//! *Checks* whether an advanced security group lacks the inbound rule from the bound vSwitch.
//! *Why it matters* The base page asks for it wherever an advanced group is used; which ports does not matter.
//! *Example* only the outbound rule was added.
//! *Remedy* add an inbound rule with the bound vSwitch's block as authorization object.
//! *Source* base page, note under the table (2023-11-02).

use crate::rules::connection::gates::stopped;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        for (set, rule) in stopped(&leg.inbound, &leg.inbound_split) {
            let says = Says::Stopped { rule, port: None };
            let at = [case.group(), leg.vswitch.clone()];
            let finding = Finding::new(Code::SecurityGroupBlocksInbound, Severity::Error, at, says);
            let finding = if leg.sources.is_some() { finding.about(&set) } else { finding };
            sink.push(finding.at_hop(&[HopKind::SecurityGroup]));
        }
    }
}
