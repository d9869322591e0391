//! The rule `whitelist-host-bits`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::EntryMeaning;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistHostBits,
    severities: &[Severity::Warning],
    situation: text("An entry has host bits.", "条目含有主机位。"),
    checks: text(
        "Whether an entry has address bits behind its mask.",
        "条目的掩码之后是否还有非零的地址位。",
    ),
    why: text(
        "It counts as the whole block, which is perhaps not what was meant.",
        "该条目会按整个网段处理，可能并非本意。",
    ),
    example: text("10.1.8.7/24 counts as 10.1.8.0/24.", "10.1.8.7/24 会按 10.1.8.0/24 处理。"),
    remedy: text("Write the block, or the single address.", "改写为网段，或单个地址。"),
    sources: &[Source::Inferred(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for entry in case.entries().into_iter().flatten() {
        if let EntryMeaning::HostBits(block) = entry.meaning {
            let says = Says::OneBlock(block);
            sink.push(
                Finding::new(Code::WhitelistHostBits, Severity::Warning, [case.source()], says)
                    .on(entry.typed),
            );
        }
    }
}
