//! `no-internet-exit`
//!
//! *Checks* whether the group has a way to the Internet.
//! *Why it matters* A serverless group has none without NAT gateway, EIP and SNAT entry for its vSwitch.
//! *Example* a new serverless group and a public endpoint.
//! *Remedy* create an Internet NAT gateway in the bound VPC with an EIP and an SNAT entry.
//! *Source* "Create and use a serverless resource group" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::InternetExit;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some_and(|internet| internet.exit == InternetExit::None) {
        let finding = Finding::new(Code::NoInternetExit, Severity::Error, [case.group()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::InternetExit]));
    }
}
