//! The rule `internet-path`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::GroupKind;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::InternetPath,
    severities: &[Severity::Warning],
    situation: text("The data source is reached over the Internet.", "通过公网访问数据源。"),
    checks: text("Whether the path leads over the Internet.", "链路是否经过公网。"),
    why: text(
        "Neither speed nor stability is promised there; the official page advises a VPC or CEN.",
        "公网的速度和稳定性都没有保证，官方文档建议走专有网络或云企业网。",
    ),
    example: text("The public endpoint of an RDS instance.", "使用 RDS 实例的公网地址。"),
    remedy: text("Use the private endpoint where there is one.", "如有内网地址，请改用内网地址。"),
    sources: &[Source::Stated(BASE.at("Precautions"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() {
        let (group, source) = (case.trace.group, case.trace.source);
        let joinable = group.drawn.kind != GroupKind::Shared
            && !case.reading.sites_differ(group.account, source.account);
        let says = Says::InternetPath { private_way: joinable && source.network().is_some() };
        let finding = Finding::new(Code::InternetPath, Severity::Warning, [case.source()], says);
        sink.push(finding.at_hop(&[HopKind::Internet]));
    }
}
