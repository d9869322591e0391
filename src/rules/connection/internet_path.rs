//! `internet-path`
//!
//! *Checks* whether the data source is reached over the Internet.
//! *Why it matters* Neither speed nor stability is promised there.
//! *Example* the public endpoint of an RDS instance.
//! *Remedy* use a private path where there is one.
//! *Source* base page, "Precautions" (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() {
        let says = Says::InternetPath { private_way: case.trace.source.network().is_some() };
        let finding = Finding::new(Code::InternetPath, Severity::Warning, [case.source()], says);
        sink.push(finding.at_hop(&[HopKind::Internet]));
    }
}
