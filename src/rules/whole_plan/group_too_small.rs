//! The rule `group-too-small`: its explanation and its check.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::rules::explanation::text;
use crate::rules::reference::EXCLUSIVE_INTEGRATION;
use crate::rules::{Code, Explanation, Finding, PlanCase, Says, Severity, Sink, Source};
use crate::topology::{EXCLUSIVE_SPECS, GroupKind, Mode};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::GroupTooSmall,
    severities: &[Severity::Warning],
    situation: text(
        "The batch tasks ask for more threads than the group has.",
        "离线任务的并发线程数超过资源组的上限。",
    ),
    checks: text(
        "Whether the parallel threads of a group's batch tasks add up to more than its specification runs at once.",
        "资源组上离线任务的并发线程数合计是否超过其规格的上限。",
    ),
    why: text(
        "The specification sets how many threads run at once; when all tasks run together, some wait.",
        "规格决定了最多同时运行多少线程；任务同时运行时，一部分会排队等待。",
    ),
    example: text(
        "Three tasks of 8 threads on a group of 8 vCPU and 16 GiB, which runs 16.",
        "三个任务各 8 个线程，而 8 vCPU 16 GiB 的规格最多同时运行 16 个。",
    ),
    remedy: text(
        "Choose a larger specification, or run the tasks one after the other.",
        "升级规格，或错开任务的运行时间。",
    ),
    sources: &[Source::Stated(EXCLUSIVE_INTEGRATION)],
};

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
