//! `connectivity-is-not-success`
//!
//! *Checks* nothing: it is said with every connection.
//! *Why it matters* Connectivity does not promise that a task succeeds.
//! *Example* the path is open, the password is wrong.
//! *Remedy* run the connectivity test, then the task.
//! *Source* base page, "Precautions" (2023-11-02).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let at = [case.group(), case.source()];
    sink.push(Finding::new(Code::ConnectivityIsNotSuccess, Severity::Info, at, Says::Plain));
}
