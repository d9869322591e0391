//! `site-mismatch`
//!
//! *Checks* whether the two accounts are registered at different sites.
//! *Why it matters* Networks of accounts of aliyun.com and of alibabacloud.com cannot be joined.
//! *Example* a group of an international-site account and an RDS instance of a China-site account.
//! *Remedy* use a group of an account of the same site, or the public endpoint.
//! *Source* "Cross-account authorization" (2026-05-09); "VPC peering connections" (2026-02-05).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (true, Some(own), Some(other)) =
        (case.trace.site_mismatch, case.trace.group.account, case.trace.source.account)
    else {
        return;
    };
    if matches!(case.trace.course, Course::Private(_)) {
        let finding =
            Finding::new(Code::SiteMismatch, Severity::Error, [own.clone(), other.clone()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::Connection]));
    }
}
