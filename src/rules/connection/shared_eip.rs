//! The rule `shared-eip`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SharedEip,
    severities: &[Severity::Info],
    situation: text("Exclusive groups of a region share one EIP.", "同一地域的独享资源组共用一个 EIP。"),
    checks: text("Whether an exclusive group leaves for the Internet.", "独享资源组是否通过公网访问数据源。"),
    why: text(
        "According to the page of 2023, blocking that EIP cuts off every exclusive group of the region. Newer pages do not repeat it.",
        "据 2023 年的文档，一旦封禁该 EIP，该地域的所有独享资源组都无法访问；较新的文档没有再提及。",
    ),
    example: text("The EIP lands in a firewall's deny list.", "该 EIP 被加入防火墙的黑名单。"),
    remedy: text(
        "Keep it in mind before the EIP is blocked anywhere.",
        "封禁该 EIP 之前，请考虑到这一影响。",
    ),
    sources: &[Source::Stated(BASE.at("Purchase an exclusive resource group for Data Integration"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() && case.trace.group.drawn.kind.is_exclusive() {
        sink.push(Finding::new(Code::SharedEip, Severity::Info, [case.group()], Says::Plain));
    }
}
