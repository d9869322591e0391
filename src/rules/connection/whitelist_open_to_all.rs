//! The rule `whitelist-open-to-all`: its explanation and its check.

use crate::rules::connection::entries::is_open;
use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistOpenToAll,
    severities: &[Severity::Warning],
    situation: text("The whitelist admits every address.", "白名单对所有地址开放。"),
    checks: text(
        "Whether the entries together cover every IPv4 address.",
        "所有条目合起来是否覆盖了全部 IPv4 地址。",
    ),
    why: text(
        "Whoever can reach the data source needs only a password. Some products refuse such an entry.",
        "任何能访问到数据源的人，只差一个密码。部分产品也不接受这样的条目。",
    ),
    example: text(
        "0.0.0.0/0, or its two halves 0.0.0.0/1 and 128.0.0.0/1.",
        "0.0.0.0/0，或它的两半 0.0.0.0/1 和 128.0.0.0/1。",
    ),
    remedy: text("List only the addresses that are needed.", "只添加需要的地址。"),
    sources: &[Source::Inferred(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if is_open(case) {
        sink.push(Finding::new(Code::WhitelistOpenToAll, Severity::Warning, [case.source()], Says::Plain));
    }
}
