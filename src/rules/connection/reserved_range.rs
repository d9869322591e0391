//! `reserved-range`
//!
//! *Checks* whether a block of a VPC, vSwitch or data center overlaps a range that cannot be used.
//! *Why it matters* 100.64.0.0/10 belongs to the cloud's services, the others to no network at all.
//! *Example* a data center in 100.64.0.0/16.
//! *Remedy* use other addresses.
//! *Source* "VPCs and vSwitches" (2025-11-04); "Route tables" (2026).

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Case, Code, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::ReservedRange) {
        sink.push(contradiction_finding(Code::ReservedRange, contradiction));
    }
}
