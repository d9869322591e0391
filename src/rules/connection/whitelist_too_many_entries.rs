//! The rule `whitelist-too-many-entries`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::Limit;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistTooManyEntries,
    severities: &[Severity::Warning],
    situation: text("There are more entries than the product documents.", "条目数超过产品文档给出的上限。"),
    checks: text(
        "Whether the whitelist has more entries than the product's own page gives as its limit, where it gives one.",
        "白名单条目数是否超过产品文档给出的上限（文档有说明时）。",
    ),
    why: text("What is above the limit cannot be saved.", "超出上限的条目无法保存。"),
    example: text(
        "1,001 addresses in one RDS instance, whose page gives 1,000.",
        "一个 RDS 实例有 1,001 个地址，而文档给出的上限是 1,000。",
    ),
    remedy: text("Merge single addresses into CIDR blocks.", "将多个地址合并为 CIDR 网段。"),
    sources: &[Source::Stated(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(entries) = case.entries() else { return };
    let count = entries.len() as u64;
    let limit = case.trace.source.drawn.product.gate().limit.map(Limit::entries);
    if let Some(limit) = limit.filter(|limit| count > *limit) {
        let says = Says::Count { count, limit };
        sink.push(Finding::new(Code::WhitelistTooManyEntries, Severity::Warning, [case.source()], says));
    }
}
