//! `no-whitelist`
//!
//! *Checks* whether the data source has no whitelist.
//! *Why it matters* There is nothing to add; other gates count.
//! *Example* a database in a data center.
//! *Remedy* nothing.
//! *Source* base page, "Step 2": only where the data source has a whitelist (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::Whitelist;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.source.drawn.whitelist == Some(Whitelist::None) {
        sink.push(Finding::new(Code::NoWhitelist, Severity::Info, [case.source()], Says::Plain));
    }
}
