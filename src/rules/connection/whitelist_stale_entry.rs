//! The rule `whitelist-stale-entry`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistStaleEntry,
    severities: &[Severity::Info],
    situation: text("An entry serves no connection of this plan.", "条目与本方案的任何连接无关。"),
    checks: text(
        "Whether an entry holds none of the addresses that this plan needs at the data source.",
        "条目是否不包含本方案在该数据源上需要的任何地址。",
    ),
    why: text(
        "It may serve something else, or nobody remembers what it is for.",
        "它可能另有用途，也可能已无人记得。",
    ),
    example: text("The block of a VPC that was given up.", "已停用的专有网络的网段。"),
    remedy: text("Ask whom it serves; if nobody, delete it.", "确认用途，无人使用则删除。"),
    sources: &[Source::Inferred(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(entries), Some(needed)) = (case.entries(), case.needed) else {
        return;
    };
    for entry in entries {
        let Some(block) = entry.block().filter(|block| !block.addr().is_loopback()) else {
            continue;
        };
        if !needed.meets(&block.into()) {
            sink.push(
                Finding::new(Code::WhitelistStaleEntry, Severity::Info, [case.source()], Says::Plain)
                    .on(entry.typed),
            );
        }
    }
}
