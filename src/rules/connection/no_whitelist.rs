//! The rule `no-whitelist`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::Whitelist;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoWhitelist,
    severities: &[Severity::Info],
    situation: text("The data source has no whitelist.", "数据源没有白名单。"),
    checks: text(
        "Whether the drawing says that the data source has no whitelist.",
        "图中是否注明数据源没有白名单。",
    ),
    why: text(
        "There is nothing to add; firewalls and security groups on the way still count.",
        "无需添加条目；但沿途的防火墙和安全组仍然有效。",
    ),
    example: text("A database in a data center.", "本地 IDC 中的数据库。"),
    remedy: text(
        "Nothing to do. If there is a whitelist after all, enter it.",
        "无需处理。如果其实有白名单，请填写。",
    ),
    sources: &[Source::Stated(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.source.drawn.whitelist == Some(Whitelist::None) {
        sink.push(Finding::new(Code::NoWhitelist, Severity::Info, [case.source()], Says::Plain));
    }
}
