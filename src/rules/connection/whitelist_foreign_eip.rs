//! `whitelist-foreign-eip`
//!
//! *Checks* whether the EIP of another group, or a former one, is listed.
//! *Why it matters* A specification change can bring a new EIP, and every region has its own.
//! *Example* the EIP from before an upgrade.
//! *Remedy* list the present EIP, or the bound vSwitch's block on a private path.
//! *Source* base page, "Step 2", note (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistForeignEip
    {
        let finding =
            Finding::new(Code::WhitelistForeignEip, Severity::Error, [case.source()], problem.wrong_entry());
        sink.push(problem.dress(finding));
    }
}
