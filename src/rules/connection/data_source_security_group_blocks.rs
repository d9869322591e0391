//! The rule `data-source-security-group-blocks`: its explanation and its check.

use crate::rules::connection::gates::stopped;
use crate::rules::explanation::text;
use crate::rules::reference::{EXCLUSIVE_FAQ, SECURITY_TYPES};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::InternetExit;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::DataSourceSecurityGroupBlocks,
    severities: &[Severity::Error],
    situation: text(
        "The data source's own security group does not let the group in.",
        "数据源自身的安全组没有放行。",
    ),
    checks: text(
        "Whether the security group at the data source lets in the addresses that it will see, at its port.",
        "数据源的安全组是否允许其看到的来源地址访问服务端口。",
    ),
    why: text(
        "A database on ECS stands behind the security group of its instance, which denies inbound traffic by default.",
        "ECS 自建数据库受实例安全组保护，安全组默认拒绝入方向流量。",
    ),
    example: text(
        "MySQL on ECS, and no rule for the bound vSwitch.",
        "ECS 自建 MySQL，没有针对所绑交换机网段的规则。",
    ),
    remedy: text(
        "Add an inbound rule to the port, from the bound vSwitch's block (private path) or the EIP (Internet path).",
        "添加到服务端口的入方向规则：内网访问授权所绑交换机网段，公网访问授权 EIP。",
    ),
    sources: &[Source::Stated(EXCLUSIVE_FAQ), Source::Stated(SECURITY_TYPES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (own, admission) = match (case.trace.private(), case.trace.internet()) {
        (Some(private), _) => (&private.own_group, &private.own_admission),
        (_, Some(internet)) if internet.exit != InternetExit::None => {
            (&internet.own_group, &internet.own_admission)
        }
        _ => return,
    };
    let (Some(split), Some(admission)) = (own, admission) else {
        return;
    };
    let known = case.plan.required_known;
    for (set, rule) in stopped(admission, split) {
        let says = Says::Stopped { rule, port: case.trace.source.port };
        let finding =
            Finding::new(Code::DataSourceSecurityGroupBlocks, Severity::Error, [case.source()], says);
        let finding = if known { finding.about(&set) } else { finding };
        sink.push(finding.at_hop(&[HopKind::DataSourceSecurityGroup]));
    }
}
