//! The rule `whitelist-wider-than-needed`: its explanation and its check.

use crate::base::AddressSet;
use crate::rules::connection::entries::is_open;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistWiderThanNeeded,
    severities: &[Severity::Warning],
    situation: text("An entry admits more addresses than the plan needs.", "条目放行的地址多于实际需要。"),
    checks: text(
        "Whether an entry holds needed addresses and others besides.",
        "条目在需要的地址之外，是否还包含其他地址。",
    ),
    why: text(
        "Least privilege: every address more is one more that can try.",
        "最小权限原则：多放行一个地址，就多一个可能的攻击来源。",
    ),
    example: text("10.0.0.0/8 for one /24.", "只需要一个 /24，却添加了 10.0.0.0/8。"),
    remedy: text(
        "Replace it by the blocks that are needed, unless something outside this plan uses it.",
        "替换为需要的网段；如有本方案之外的用途，请保留。",
    ),
    sources: &[Source::Inferred(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(entries), Some(needed), false) = (case.entries(), case.needed, is_open(case)) else {
        return;
    };
    for entry in entries {
        let Some(set) = entry.block().map(AddressSet::from) else {
            continue;
        };
        let used = set.intersect(needed);
        if !used.is_empty() && used != set {
            let says = Says::Wider { opened: set.count(), needed: used.count() };
            sink.push(
                Finding::new(Code::WhitelistWiderThanNeeded, Severity::Warning, [case.source()], says)
                    .on(entry.typed),
            );
        }
    }
}
