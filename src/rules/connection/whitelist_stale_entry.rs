//! `whitelist-stale-entry`
//!
//! *Checks* whether an entry serves no connection of this plan.
//! *Why it matters* Perhaps it serves something else, perhaps nobody remembers.
//! *Example* the block of a VPC that was given up.
//! *Remedy* ask, then delete it.
//! *Source* inferred from the whitelist pages (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(entries), Some(needed)) = (case.entries(), case.needed()) else {
        return;
    };
    for entry in entries {
        let Some(block) = entry.block().filter(|block| !block.addr().is_loopback()) else {
            continue;
        };
        if !needed.meets(&block.into()) {
            sink.push(
                Finding::new(Code::WhitelistStaleEntry, Severity::Info, [case.source()], Says::Plain)
                    .on(entry),
            );
        }
    }
}
