//! `eip-may-change`
//!
//! *Checks* whether an exclusive group leaves for the Internet.
//! *Why it matters* After a change of specification the EIP can be another one.
//! *Example* an upgrade from 4c8g to 8c16g.
//! *Remedy* check the EIP after the change and replace the whitelist entry.
//! *Source* base page, "Step 2", note (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() && case.trace.group.drawn.kind.is_exclusive() {
        sink.push(Finding::new(Code::EipMayChange, Severity::Info, [case.group()], Says::Plain));
    }
}
