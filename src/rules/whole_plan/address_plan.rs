//! Contradictions of the address plan, wherever they are; the files of the codes are among the rules of a connection.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Code, PlanCase, Sink};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for contradiction in &case.address_plan.contradictions {
        let code = match contradiction.kind {
            ContradictionKind::VSwitchOutsideVpc => Code::VswitchOutsideVpc,
            ContradictionKind::OverlappingVSwitches => Code::OverlappingVswitches,
            ContradictionKind::AddressOutsideNetwork => Code::AddressOutsideNetwork,
            ContradictionKind::ReservedRange => Code::ReservedRange,
            ContradictionKind::MaskOutOfRange => Code::MaskOutOfRange,
        };
        sink.push(contradiction_finding(code, contradiction));
    }
}
