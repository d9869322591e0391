//! The rule `mask-out-of-range`: its explanation and its check.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::explanation::text;
use crate::rules::reference::SUBNETS;
use crate::rules::{Case, Code, Explanation, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::MaskOutOfRange,
    severities: &[Severity::Error],
    situation: text("A vSwitch mask is not /16 to /29.", "交换机掩码不在 /16 到 /29 之间。"),
    checks: text("Whether the mask of a vSwitch is /16 to /29.", "交换机网段的掩码是否在 /16 到 /29 之间。"),
    why: text("No other vSwitch can be created.", "超出这一范围的交换机无法创建。"),
    example: text("A vSwitch 10.1.9.0/30.", "交换机网段为 10.1.9.0/30。"),
    remedy: text("Choose a block with another mask.", "更换为符合要求的网段。"),
    sources: &[Source::Stated(SUBNETS)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::MaskOutOfRange) {
        sink.push(contradiction_finding(Code::MaskOutOfRange, contradiction));
    }
}
