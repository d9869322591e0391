//! `classic-network`
//!
//! *Checks* whether a private data source lies in the classic network.
//! *Why it matters* No resource group that is bound to VPCs can enter the classic network.
//! *Example* an RDS instance of 2014 that was never migrated.
//! *Remedy* migrate the data source into a VPC, or use its public endpoint.
//! *Source* base page, "Precautions" (2023-11-02); "Exclusive resource groups for Data Integration" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if matches!(case.trace.course, Course::Classic) {
        let finding = Finding::new(Code::ClassicNetwork, Severity::Error, [case.source()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::Network]));
    }
}
