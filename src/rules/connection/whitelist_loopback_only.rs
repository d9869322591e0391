//! `whitelist-loopback-only`
//!
//! *Checks* whether only 127.0.0.1 is listed.
//! *Why it matters* That is the factory state of most products: nobody gets in.
//! *Example* a new RDS instance.
//! *Remedy* add the bound vSwitch's block or the EIPs; 127.0.0.1 can stay.
//! *Source* "Configure an IP address whitelist" of ApsaraDB RDS (2026).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistLoopbackOnly
    {
        let finding =
            Finding::new(Code::WhitelistLoopbackOnly, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
