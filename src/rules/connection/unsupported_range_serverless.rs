//! The rule `unsupported-range-serverless`: its explanation and its check.

use crate::rules::connection::scope::is_carried;
use crate::rules::explanation::text;
use crate::rules::reference::SERVERLESS;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::UnsupportedRangeServerless,
    severities: &[Severity::Error, Severity::Warning],
    situation: text(
        "A serverless group is bound to a VPC in 21.0.0.0/8.",
        "Serverless 资源组绑定了 21.0.0.0/8 网段的专有网络。",
    ),
    checks: text(
        "Whether a block of the bound VPC or vSwitch of a serverless group overlaps 21.0.0.0/8. A warning when another binding carries the traffic.",
        "Serverless 资源组所绑专有网络或交换机的网段，是否与 21.0.0.0/8 重叠。如果流量可以走另一条绑定，则只提示警告。",
    ),
    why: text(
        "Serverless groups do not support VPCs in this range.",
        "Serverless 资源组不支持该网段的专有网络。",
    ),
    example: text("A VPC 21.0.0.0/16.", "网段为 21.0.0.0/16 的专有网络。"),
    remedy: text(
        "Bind a VPC in another range and join it to this one.",
        "绑定其他网段的专有网络，再与该专有网络打通。",
    ),
    sources: &[Source::Stated(SERVERLESS)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(carried) = is_carried(case) else { return };
    let severity = if carried { Severity::Warning } else { Severity::Error };
    for bound in &case.trace.group.bindings {
        let Some(block) = bound.unsupported else { continue };
        let at = [case.group(), case.reading.network(bound.network).id.clone()];
        let finding = Finding::new(Code::UnsupportedRangeServerless, severity, at, Says::OneBlock(block));
        sink.push(finding.at_hop(if carried { &[] } else { &[HopKind::Binding] }));
    }
}
