//! The rule `security-group-blocks-outbound`: its explanation and its check.

use crate::rules::connection::gates::stopped;
use crate::rules::explanation::text;
use crate::rules::reference::{BASE, SECURITY_RULES};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SecurityGroupBlocksOutbound,
    severities: &[Severity::Error],
    situation: text("The group's security group stops outbound traffic.", "资源组的安全组拦截了出方向流量。"),
    checks: text(
        "Whether the security group of the binding lets traffic out to the data source's addresses and port.",
        "绑定所用的安全组是否允许访问数据源地址和端口的出方向流量。",
    ),
    why: text(
        "An advanced security group denies outbound traffic by default. In any group a deny rule can stand in the way.",
        "企业级安全组默认拒绝出方向流量；无论哪种安全组，都可能有拒绝规则拦截。",
    ),
    example: text("An advanced security group without rules.", "没有任何规则的企业级安全组。"),
    remedy: text(
        "Add an outbound rule to the data source's address and port, or correct the rule that denies.",
        "添加到数据源地址和端口的出方向规则，或修改起拦截作用的规则。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1")), Source::Stated(SECURITY_RULES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        for (set, rule) in stopped(&leg.outbound, &leg.outbound_split) {
            let says = Says::Stopped { rule, port: case.trace.source.port };
            let at = [case.group(), leg.vswitch.clone()];
            let finding = Finding::new(Code::SecurityGroupBlocksOutbound, Severity::Error, at, says);
            let finding = if private.targets_known { finding.about(&set) } else { finding };
            sink.push(finding.at_hop(&[HopKind::SecurityGroup]));
        }
    }
}
