//! `vswitch-outside-vpc`
//!
//! *Checks* whether a vSwitch's block lies inside its VPC.
//! *Why it matters* Such a vSwitch cannot exist.
//! *Example* 10.2.0.0/24 in the VPC 10.1.0.0/16.
//! *Remedy* correct one of the two blocks.
//! *Source* "VPCs and vSwitches" (2025-11-04); "Route tables" (2026).

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Case, Code, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::VSwitchOutsideVpc)
    {
        sink.push(contradiction_finding(Code::VswitchOutsideVpc, contradiction));
    }
}
