//! `whitelist-unreadable-entry`
//!
//! *Checks* whether every entry can be read as an address or block.
//! *Why it matters* An entry that the console refuses, or reads differently, protects or opens nothing.
//! *Example* 10.1.8.* or a range with a hyphen.
//! *Remedy* write it as an address or CIDR block.
//! *Source* "Configure an IP address whitelist" of ApsaraDB RDS (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::EntryMeaning;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for entry in case.entries().into_iter().flatten() {
        if let EntryMeaning::Unreadable(problem) = entry.meaning() {
            let says = Says::Unreadable(problem);
            sink.push(
                Finding::new(Code::WhitelistUnreadableEntry, Severity::Warning, [case.source()], says)
                    .on(entry),
            );
        }
    }
}
