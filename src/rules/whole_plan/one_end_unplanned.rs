//! The rule `one-end-unplanned`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::SOLUTIONS;
use crate::rules::{Code, Explanation, Finding, PlanCase, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::OneEndUnplanned,
    severities: &[Severity::Info],
    situation: text("A task names only one of its two ends.", "任务只写明了一端。"),
    checks: text(
        "Whether a task names what it reads and what it writes.",
        "任务是否同时写明了读取端和写入端。",
    ),
    why: text(
        "A synchronization has two ends, and each needs a network connection of its own.",
        "同步任务有两端，每一端都需要网络连通。",
    ),
    example: text(
        "The source is planned; nobody looked at the destination.",
        "规划了来源，却没有考虑目的端。",
    ),
    remedy: text("Draw the other end.", "补充另一端。"),
    sources: &[Source::Stated(SOLUTIONS)],
};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (id, task) in &case.topology.tasks {
        if task.reads.is_none() != task.writes.is_none() {
            let says = Says::OneEnd { reads_missing: task.reads.is_none() };
            sink.push(Finding::new(Code::OneEndUnplanned, Severity::Info, [id.clone()], says));
        }
    }
}
