//! `group-too-small`
//!
//! *Checks* whether the parallel threads of a group's batch tasks add up to more than its specification runs at once.
//! *Why it matters* What is above the limit waits.
//! *Example* three tasks with 8 threads each on a group of 8 vCPU.
//! *Remedy* buy a larger specification or run the tasks one after the other.
//! *Source* "Exclusive resource groups for Data Integration", table of specifications (2026).

use std::collections::BTreeMap;

use crate::base::Id;
use crate::rules::{Code, Finding, PlanCase, Says, Severity, Sink};
use crate::topology::{EXCLUSIVE_SPECS, GroupKind, Mode};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    let mut asked: BTreeMap<&Id, (u64, Vec<Id>)> = BTreeMap::new();
    for (id, task) in case.topology.tasks.iter().filter(|(_, task)| task.mode == Some(Mode::Batch)) {
        if let Some(threads) = task.threads {
            let (count, tasks) = asked.entry(&task.resource_group).or_default();
            *count += u64::from(threads);
            tasks.push(id.clone());
        }
    }
    for (id, (count, tasks)) in asked {
        let group =
            case.topology.resource_group(id).filter(|g| g.kind == GroupKind::ExclusiveDataIntegration);
        let spec = group.and_then(|group| group.spec);
        let limit = spec.and_then(|spec| EXCLUSIVE_SPECS.iter().find(|row| row.0 == spec)?.1).map(u64::from);
        if let Some(limit) = limit.filter(|limit| count > *limit) {
            let at = std::iter::once(id.clone()).chain(tasks);
            sink.push(Finding::new(Code::GroupTooSmall, Severity::Warning, at, Says::Count { count, limit }));
        }
    }
}
