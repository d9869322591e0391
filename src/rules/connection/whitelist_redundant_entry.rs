//! The rule `whitelist-redundant-entry`: its explanation and its check.

use crate::base::AddressSet;
use crate::rules::connection::entries::redundant;
use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistRedundantEntry,
    severities: &[Severity::Info],
    situation: text("Another entry covers this one.", "条目已被其他条目覆盖。"),
    checks: text("Whether an entry lies inside another one.", "条目是否包含在另一个条目之中。"),
    why: text(
        "It changes nothing and uses up a limited number of entries.",
        "它不起作用，还占用有限的条目数。",
    ),
    example: text("10.1.8.7 beside 10.1.8.0/24.", "已有 10.1.8.0/24，又添加了 10.1.8.7。"),
    remedy: text(
        "Delete it. Where the covering entry opens more than is needed and this one does not, keep this one and delete the other.",
        "删除该条目。如覆盖它的条目放行过宽，而该条目正合适，则应保留该条目，删除过宽的条目。",
    ),
    sources: &[Source::Inferred(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for [(block, entry), (outer, by)] in redundant(case.entries().unwrap_or_default()) {
        let is_too_wide = case.needed.is_some_and(|needed| {
            needed.covers(&AddressSet::from(block)) && !needed.covers(&AddressSet::from(outer))
        });
        let says = Says::Covered { by: by.clone(), is_too_wide };
        sink.push(
            Finding::new(Code::WhitelistRedundantEntry, Severity::Info, [case.source()], says).on(entry),
        );
    }
}
