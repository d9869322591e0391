//! `mask-out-of-range`
//!
//! *Checks* whether a vSwitch's mask is /16 to /29.
//! *Why it matters* No other can be created.
//! *Example* a vSwitch /30.
//! *Remedy* use another mask.
//! *Source* "VPCs and vSwitches" (2025-11-04); "Route tables" (2026).

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Case, Code, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::MaskOutOfRange) {
        sink.push(contradiction_finding(Code::MaskOutOfRange, contradiction));
    }
}
