//! `overlapping-vswitches`
//!
//! *Checks* whether two vSwitches of one VPC overlap.
//! *Why it matters* Such vSwitches cannot exist side by side.
//! *Example* 10.1.0.0/20 beside 10.1.8.0/24.
//! *Remedy* correct one of the two blocks.
//! *Source* "VPCs and vSwitches" (2025-11-04); "Route tables" (2026).

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Case, Code, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in
        case.contradictions.iter().filter(|c| c.kind == ContradictionKind::OverlappingVSwitches)
    {
        sink.push(contradiction_finding(Code::OverlappingVswitches, contradiction));
    }
}
