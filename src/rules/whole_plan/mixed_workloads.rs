//! `mixed-workloads`
//!
//! *Checks* whether batch and real-time tasks share a group.
//! *Why it matters* They compete for CPU, memory and network: one slows down, the other lags or is killed.
//! *Example* nightly loads and a change stream on one exclusive group.
//! *Remedy* use a group for each.
//! *Source* base page, "Purchase", note (2023-11-02).

use std::collections::BTreeMap;

use crate::base::Id;
use crate::rules::{Code, Finding, PlanCase, Says, Severity, Sink};
use crate::topology::Mode;

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    let mut by_group: BTreeMap<&Id, (Vec<Id>, Vec<Id>)> = BTreeMap::new();
    for (id, task) in &case.topology.tasks {
        let (batch, real_time) = by_group.entry(&task.resource_group).or_default();
        match task.mode {
            Some(Mode::Batch) => batch.push(id.clone()),
            Some(Mode::RealTime) => real_time.push(id.clone()),
            Some(Mode::Scheduling) | None => {}
        }
    }
    for (group, (batch, real_time)) in by_group {
        if !batch.is_empty() && !real_time.is_empty() {
            let at: Vec<Id> = std::iter::once(group).chain(&batch).chain(&real_time).cloned().collect();
            let says = Says::Tasks { batch, real_time };
            sink.push(Finding::new(Code::MixedWorkloads, Severity::Warning, at, says));
        }
    }
}
