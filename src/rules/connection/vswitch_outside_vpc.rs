//! The rule `vswitch-outside-vpc`: its explanation and its check.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::explanation::text;
use crate::rules::reference::SUBNETS;
use crate::rules::{Case, Code, Explanation, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::VswitchOutsideVpc,
    severities: &[Severity::Error],
    situation: text("A vSwitch lies outside its VPC.", "交换机网段不在专有网络之内。"),
    checks: text(
        "Whether the block of a vSwitch lies inside a block of its VPC.",
        "交换机网段是否在所属专有网络的网段之内。",
    ),
    why: text(
        "Such a vSwitch cannot exist, so one of the two was copied wrongly.",
        "这样的交换机不可能存在，两个网段中必有一个填错了。",
    ),
    example: text("10.2.0.0/24 in the VPC 10.1.0.0/16.", "专有网络是 10.1.0.0/16，交换机却是 10.2.0.0/24。"),
    remedy: text("Correct one of the two blocks.", "更正其中一个网段。"),
    sources: &[Source::Stated(SUBNETS)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::VSwitchOutsideVpc)
    {
        sink.push(contradiction_finding(Code::VswitchOutsideVpc, contradiction));
    }
}
