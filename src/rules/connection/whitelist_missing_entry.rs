//! `whitelist-missing-entry`
//!
//! *Checks* whether the whitelist covers nothing of what the data source sees.
//! *Why it matters* A whitelisted data source lets in what is listed and nothing else.
//! *Example* the list of an RDS instance that another application uses.
//! *Remedy* add the bound vSwitch's block (private path) or the EIPs (Internet path).
//! *Source* base page, "Step 2" (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistMissingEntry
    {
        let finding =
            Finding::new(Code::WhitelistMissingEntry, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
