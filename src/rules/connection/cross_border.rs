//! `cross-border`
//!
//! *Checks* whether one end is in mainland China and the other is not.
//! *Why it matters* Cross-border connections and data need qualifications and approvals of their own.
//! *Example* a group in Singapore and a data source in Shanghai.
//! *Remedy* clear the compliance questions before anything is bought.
//! *Source* "VPC peering connections" (2026-02-05).

use crate::base::crosses_border;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(near), Some(far)) = (case.trace.group.region, case.trace.source.region) else {
        return;
    };
    if crosses_border(near, far) {
        let says = Says::Regions(near.to_owned(), far.to_owned());
        sink.push(Finding::new(Code::CrossBorder, Severity::Warning, [case.group(), case.source()], says));
    }
}
