//! The rule `overlapping-vswitches`: its explanation and its check.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::explanation::text;
use crate::rules::reference::ROUTE_TABLES;
use crate::rules::{Case, Code, Explanation, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::OverlappingVswitches,
    severities: &[Severity::Error],
    situation: text("Two vSwitches of one VPC overlap.", "同一专有网络的两个交换机网段重叠。"),
    checks: text(
        "Whether the blocks of two vSwitches of one VPC share addresses.",
        "同一专有网络中两个交换机的网段是否有重叠。",
    ),
    why: text("Such vSwitches cannot exist side by side.", "这样的两个交换机不能同时存在。"),
    example: text("10.1.0.0/20 beside 10.1.8.0/24.", "10.1.0.0/20 与 10.1.8.0/24 并存。"),
    remedy: text("Correct one of the two blocks.", "更正其中一个网段。"),
    sources: &[Source::Stated(ROUTE_TABLES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in
        case.contradictions.iter().filter(|c| c.kind == ContradictionKind::OverlappingVSwitches)
    {
        sink.push(contradiction_finding(Code::OverlappingVswitches, contradiction));
    }
}
