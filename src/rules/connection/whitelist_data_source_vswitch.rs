//! `whitelist-data-source-vswitch`
//!
//! *Checks* whether the data source's own vSwitch or VPC is listed instead of the group's.
//! *Why it matters* The data source sees where traffic comes from, not where it goes.
//! *Example* the block of the RDS instance's vSwitch.
//! *Remedy* list the block of the vSwitch that the group is bound to.
//! *Source* inferred from "Step 2" of the base page (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistDataSourceVswitch
    {
        let finding = Finding::new(
            Code::WhitelistDataSourceVswitch,
            Severity::Error,
            [case.source()],
            problem.wrong_entry(),
        );
        sink.push(problem.dress(finding));
    }
}
