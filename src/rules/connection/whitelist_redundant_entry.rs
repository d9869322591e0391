//! `whitelist-redundant-entry`
//!
//! *Checks* whether an entry is covered by another one.
//! *Why it matters* It changes nothing and uses up a limited number.
//! *Example* 10.1.8.7 beside 10.1.8.0/24.
//! *Remedy* delete it.
//! *Source* limits of the whitelist pages (2026).

use crate::rules::connection::entries::redundant;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for entry in redundant(case.entries().unwrap_or_default()) {
        sink.push(
            Finding::new(Code::WhitelistRedundantEntry, Severity::Info, [case.source()], Says::Plain)
                .on(entry),
        );
    }
}
