//! `one-end-unplanned`
//!
//! *Checks* whether a task names only what it reads or only what it writes.
//! *Why it matters* A synchronization has two ends, and each needs a connection of its own.
//! *Example* the source is planned, the destination was never looked at.
//! *Remedy* draw the other end.
//! *Source* "Network connectivity solutions" (2025-03-13).

use crate::rules::{Code, Finding, PlanCase, Says, Severity, Sink};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (id, task) in &case.topology.tasks {
        if task.reads.is_none() != task.writes.is_none() {
            let says = Says::OneEnd { reads_missing: task.reads.is_none() };
            sink.push(Finding::new(Code::OneEndUnplanned, Severity::Info, [id.clone()], says));
        }
    }
}
