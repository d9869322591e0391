//! `whitelist-too-many-entries`
//!
//! *Checks* whether there are more entries than the product documents.
//! *Why it matters* The console refuses what is above the limit.
//! *Example* 1,001 addresses in one RDS instance.
//! *Remedy* merge addresses into blocks.
//! *Source* whitelist pages of the products (2026); 1,000 for ApsaraDB RDS and PolarDB.

use crate::rules::connection::entries::entry_limit;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(entries) = case.entries() else { return };
    let count = entries.len() as u64;
    if let Some(limit) = entry_limit(case.trace.source.drawn.product).filter(|limit| count > *limit) {
        let says = Says::Count { count, limit };
        sink.push(Finding::new(Code::WhitelistTooManyEntries, Severity::Warning, [case.source()], says));
    }
}
