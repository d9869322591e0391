//! The rule `shared-group-private-source`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::SHARED;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SharedGroupPrivateSource,
    severities: &[Severity::Error],
    situation: text(
        "A shared resource group should reach a private data source.",
        "用公共资源组访问内网数据源。",
    ),
    checks: text(
        "Whether a shared resource group should reach a data source by its private address.",
        "是否用公共资源组访问数据源的内网地址。",
    ),
    why: text(
        "A shared group belongs to no VPC of yours and cannot be bound to one.",
        "公共资源组不在您的任何专有网络中，也无法绑定专有网络。",
    ),
    example: text(
        "The default group of a workspace, and an RDS instance without a public endpoint.",
        "工作空间默认的公共资源组，访问一个没有公网地址的 RDS 实例。",
    ),
    remedy: text("Use a serverless or an exclusive resource group.", "改用 Serverless 资源组或独享资源组。"),
    sources: &[Source::Stated(SHARED)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if matches!(case.trace.course, Course::SharedGroup) {
        let at = [case.group(), case.source()];
        let finding = Finding::new(Code::SharedGroupPrivateSource, Severity::Error, at, Says::Plain);
        sink.push(finding.at_hop(&[HopKind::ResourceGroup]));
    }
}
