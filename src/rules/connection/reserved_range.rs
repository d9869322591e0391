//! The rule `reserved-range`: its explanation and its check.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::explanation::text;
use crate::rules::reference::{CIRCUIT_LIMITS, VPCS};
use crate::rules::{Case, Code, Explanation, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::ReservedRange,
    severities: &[Severity::Error],
    situation: text("A block overlaps a range that networks cannot use.", "网段与保留网段重叠。"),
    checks: text(
        "Whether a block of a VPC, vSwitch or data center overlaps 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16 or 224.0.0.0/4.",
        "专有网络、交换机或本地 IDC 的网段是否与 100.64.0.0/10、127.0.0.0/8、169.254.0.0/16 或 224.0.0.0/4 重叠。",
    ),
    why: text(
        "100.64.0.0/10 belongs to the cloud's own services, the others to no network at all.",
        "100.64.0.0/10 供阿里云的云服务使用，其余网段不能用于任何网络。",
    ),
    example: text("A data center in 100.64.0.0/16.", "本地 IDC 使用 100.64.0.0/16。"),
    remedy: text("Use other addresses.", "更换网段。"),
    sources: &[Source::Stated(VPCS), Source::Stated(CIRCUIT_LIMITS)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in case.contradictions.iter().filter(|c| c.kind == ContradictionKind::ReservedRange) {
        sink.push(contradiction_finding(Code::ReservedRange, contradiction));
    }
}
