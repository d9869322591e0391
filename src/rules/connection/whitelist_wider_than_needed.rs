//! `whitelist-wider-than-needed`
//!
//! *Checks* whether an entry opens more addresses than the plan needs.
//! *Why it matters* Least privilege: every address more is one more that can try.
//! *Example* 10.0.0.0/8 for one /24.
//! *Remedy* replace it by the needed blocks.
//! *Source* inferred from the whitelist pages (2026).

use crate::base::AddressSet;
use crate::rules::connection::entries::is_open;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(entries), Some(needed), false) = (case.entries(), case.needed(), is_open(case)) else {
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
                    .on(entry),
            );
        }
    }
}
