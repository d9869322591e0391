//! `shared-eip`
//!
//! *Checks* whether an exclusive group leaves for the Internet.
//! *Why it matters* By default all exclusive groups of a region share one EIP: blocking it cuts off all of them.
//! *Example* one EIP in a firewall's deny list.
//! *Remedy* keep that in mind before the EIP is blocked anywhere.
//! *Source* base page, "Purchase", note (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() && case.trace.group.drawn.kind.is_exclusive() {
        sink.push(Finding::new(Code::SharedEip, Severity::Info, [case.group()], Says::Plain));
    }
}
