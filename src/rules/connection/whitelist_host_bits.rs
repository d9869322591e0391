//! `whitelist-host-bits`
//!
//! *Checks* whether an entry has address bits behind its mask.
//! *Why it matters* It counts as the whole block, which is perhaps not what was meant.
//! *Example* 10.1.8.7/24 counts as 10.1.8.0/24.
//! *Remedy* write the block, or the single address.
//! *Source* "Configure an IP address whitelist" of ApsaraDB RDS (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::EntryMeaning;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for entry in case.entries().into_iter().flatten() {
        if let EntryMeaning::HostBits(block) = entry.meaning() {
            let says = Says::OneBlock(block);
            sink.push(
                Finding::new(Code::WhitelistHostBits, Severity::Warning, [case.source()], says).on(entry),
            );
        }
    }
}
