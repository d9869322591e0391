//! `whitelist-open-to-all`
//!
//! *Checks* whether the entries together cover every address.
//! *Why it matters* Everybody who knows a password gets in.
//! *Example* 0.0.0.0/0, or its two halves.
//! *Remedy* list only what is needed.
//! *Source* "Configure an IP address whitelist" of ApsaraDB RDS (2026).

use crate::rules::connection::entries::is_open;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if is_open(case) {
        sink.push(Finding::new(Code::WhitelistOpenToAll, Severity::Warning, [case.source()], Says::Plain));
    }
}
