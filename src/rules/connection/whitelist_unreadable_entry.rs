//! The rule `whitelist-unreadable-entry`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::EntryMeaning;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistUnreadableEntry,
    severities: &[Severity::Warning],
    situation: text("An entry cannot be read.", "有条目无法识别。"),
    checks: text(
        "Whether every entry is an address or a CIDR block.",
        "每个条目是否都是 IP 地址或 CIDR 网段。",
    ),
    why: text(
        "What an entry of another form means cannot be relied on, so it counts for nothing here.",
        "其他写法的含义并不可靠，因此这里不计入。",
    ),
    example: text("10.1.8.*, or a range with a hyphen.", "10.1.8.*，或用连字符表示的地址段。"),
    remedy: text("Write it as an address or a CIDR block.", "改写为 IP 地址或 CIDR 网段。"),
    sources: &[Source::Stated(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for entry in case.entries().into_iter().flatten() {
        if let EntryMeaning::Unreadable(problem) = &entry.meaning {
            let says = Says::Unreadable(problem.clone());
            sink.push(
                Finding::new(Code::WhitelistUnreadableEntry, Severity::Warning, [case.source()], says)
                    .on(entry.typed),
            );
        }
    }
}
