//! The rule `security-group-blocks-inbound`: its explanation and its check.

use crate::rules::connection::gates::stopped;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SecurityGroupBlocksInbound,
    severities: &[Severity::Error],
    situation: text("The inbound rule that the page asks for is missing.", "缺少文档要求的入方向规则。"),
    checks: text(
        "Whether an advanced security group of the binding lets traffic in from the bound vSwitch's block.",
        "绑定所用的企业级安全组，是否允许来自所绑交换机网段的入方向流量。",
    ),
    why: text(
        "The official page asks for this rule wherever an advanced group is chosen; it names no port. An advanced group denies inbound traffic by default.",
        "官方文档要求选择企业级安全组时必须添加该规则，没有限定端口。企业级安全组默认拒绝入方向流量。",
    ),
    example: text("Only the outbound rule was added.", "只添加了出方向规则。"),
    remedy: text(
        "Add an inbound rule with the bound vSwitch's block as authorization object.",
        "添加入方向规则，授权对象为所绑交换机的网段。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        for (set, rule) in stopped(&leg.inbound, &leg.inbound_split) {
            let says = Says::Stopped { rule, port: None };
            let at = [case.group(), leg.vswitch.clone()];
            let finding = Finding::new(Code::SecurityGroupBlocksInbound, Severity::Error, at, says);
            let finding = if leg.sources.is_some() { finding.about(&set) } else { finding };
            sink.push(finding.at_hop(&[HopKind::SecurityGroup]));
        }
    }
}
