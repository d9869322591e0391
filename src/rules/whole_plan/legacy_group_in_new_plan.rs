//! `legacy-group-in-new-plan`
//!
//! *Checks* whether a group is of an exclusive kind.
//! *Why it matters* Accounts that activated DataWorks after 10 June 2024 can buy only serverless groups.
//! *Example* a new account and a plan copied from an old page.
//! *Remedy* plan with a serverless group where the account is new.
//! *Source* "Legacy resource groups" and "Create and use a serverless resource group" (2026).

use crate::rules::{Code, Finding, PlanCase, Says, Severity, Sink};
use crate::topology::Kind;

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (id, node) in &case.topology.nodes {
        if matches!(&node.kind, Kind::ResourceGroup(group) if group.kind.is_exclusive()) {
            sink.push(Finding::new(Code::LegacyGroupInNewPlan, Severity::Info, [id.clone()], Says::Plain));
        }
    }
}
