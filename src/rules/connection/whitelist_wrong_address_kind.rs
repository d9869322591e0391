//! `whitelist-wrong-address-kind`
//!
//! *Checks* whether the EIP is listed for a private path, or the vSwitch for an Internet path.
//! *Why it matters* On a private path the data source sees vSwitch addresses, over the Internet the EIP.
//! *Example* the group's EIP in the list of an RDS instance in the same VPC.
//! *Remedy* list the other kind of address.
//! *Source* base page, "Step 2" (2023-11-02).

use crate::rules::connection::entries::problem;
use crate::rules::{Case, Code, Finding, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistWrongAddressKind
    {
        let finding = Finding::new(
            Code::WhitelistWrongAddressKind,
            Severity::Error,
            [case.source()],
            problem.wrong_entry(),
        );
        sink.push(problem.dress(finding));
    }
}
