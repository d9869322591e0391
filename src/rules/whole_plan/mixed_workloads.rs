//! The rule `mixed-workloads`: its explanation and its check.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Code, Explanation, Finding, PlanCase, Says, Severity, Sink, Source};
use crate::topology::Mode;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::MixedWorkloads,
    severities: &[Severity::Warning],
    situation: text("Batch and real-time tasks share a group.", "离线任务与实时任务共用资源组。"),
    checks: text(
        "Whether a group runs batch tasks and real-time tasks.",
        "资源组是否既运行离线任务，又运行实时任务。",
    ),
    why: text(
        "They compete for CPU, memory and network: batch tasks slow down, real-time tasks lag, and either can be killed when memory runs out.",
        "两类任务争抢 CPU、内存和网络：离线任务变慢，实时任务延迟，内存不足时任务还可能被终止。",
    ),
    example: text(
        "Nightly loads and a change stream on one exclusive group.",
        "同一独享资源组，夜间跑离线同步，白天跑实时同步。",
    ),
    remedy: text("Use a group for each.", "分别使用不同的资源组。"),
    sources: &[Source::Stated(BASE.at("Purchase an exclusive resource group for Data Integration"))],
};

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
