//! `whitelist-ipv6-only`
//!
//! *Checks* whether only IPv6 entries are listed.
//! *Why it matters* The group's addresses are IPv4.
//! *Example* ::/0 as the only entry.
//! *Remedy* add the IPv4 block.
//! *Source* base page, "Step 2" (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistIpv6Only
    {
        let finding = Finding::new(Code::WhitelistIpv6Only, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
