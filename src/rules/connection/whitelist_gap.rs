//! `whitelist-gap`
//!
//! *Checks* whether the whitelist covers only a part of what the data source sees.
//! *Why it matters* The group's nodes use any address of the vSwitch: it works now and then.
//! *Example* 10.1.8.0/25 listed, the vSwitch is 10.1.8.0/24.
//! *Remedy* add the whole block.
//! *Source* base page, "Step 2" (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistGap
    {
        let finding = Finding::new(Code::WhitelistGap, Severity::Error, [case.source()], problem.gap());
        sink.push(problem.dress(finding));
    }
}
