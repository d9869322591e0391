//! The whole pipeline on one page, from a drawing to verdicts, findings and steps.

mod assess;
mod because;
mod pairs;
mod questions;
mod rivals;

use std::collections::BTreeMap;

pub use assess::{Assessed, HopResult};
pub use because::Because;
pub use questions::Question;

use crate::base::Id;
use crate::plan::{Plan, plan};
use crate::reading::Reading;
use crate::rules::{Finding, PlanCase, Severity, Usage, check_plan};
use crate::topology::Topology;
use crate::trace::{Trace, trace};
use crate::verdict::Verdict;

/// Everything that is known about a drawing, without words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// One for each pair that is assessed, in order of resource group and data source.
    pub connections: Vec<Assessed>,
    /// One for each task, in order of id.
    pub tasks: Vec<TaskVerdict>,
    /// Forbidden pairs, with whether they stay out of reach; `None` where that is not decided.
    pub forbidden: Vec<(Id, Id, Option<bool>)>,
    /// Findings that belong to no single connection.
    pub findings: Vec<Finding>,
    /// Questions about the whole plan.
    pub questions: Vec<Question>,
    /// The worst severity of any finding about an element.
    worst: BTreeMap<Id, Severity>,
}

/// A task is as good as its worse leg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskVerdict {
    /// The task.
    pub task: Id,
    /// The worse of its legs.
    pub verdict: Verdict,
    /// The leg to what it reads.
    pub reads: Option<Verdict>,
    /// The leg to what it writes.
    pub writes: Option<Verdict>,
}

/// Analyses a drawing. Total: a half-drawn picture gives questions.
pub fn analyse(topology: &Topology) -> Analysis {
    let reading = Reading::of(topology);
    let pairs = pairs::assessed(topology);
    let mut traces: Vec<Trace<'_, '_>> = pairs.iter().filter_map(|pair| follow(&reading, pair)).collect();
    rivals::note(&reading, &mut traces);
    let judged: Vec<(Verdict, Plan)> = traces
        .iter()
        .map(|trace| {
            let verdict = assess::verdict(&reading, trace);
            (verdict, plan(&reading, trace, verdict))
        })
        .collect();
    let mut usage = Usage::of(&reading);
    traces.iter().zip(&judged).for_each(|(trace, (_, plan))| usage.note(trace.source.id, plan));
    let assessed = traces.iter().zip(judged).map(|(trace, (verdict, plan))| {
        assess::assess(&assess::Assessment { reading: &reading, usage: &usage, trace }, verdict, plan)
    });
    let mut analysis = Analysis { connections: assessed.collect(), ..Analysis::default() };
    analysis.tasks = tasks(topology, &analysis);
    analysis.forbidden = forbidden(&reading, &analysis);
    let case = PlanCase { topology, address_plan: &reading.address_plan, forbidden: &analysis.forbidden };
    analysis.findings = check_plan(&case);
    analysis.questions = questions::of_plan(topology, &analysis);
    analysis.worst = worst(&analysis);
    analysis
}

fn follow<'r, 'a>(reading: &'r Reading<'a>, pair: &(Id, Id)) -> Option<Trace<'r, 'a>> {
    Some(trace(reading, reading.groups.get(&pair.0)?, reading.sources.get(&pair.1)?))
}

fn tasks(topology: &Topology, analysis: &Analysis) -> Vec<TaskVerdict> {
    let verdict = |group: &Id, source: Option<&Id>| {
        let connection = analysis.connections.get(analysis.position(group, source?)?)?;
        Some(connection.verdict)
    };
    let judged = topology.tasks.iter().map(|(id, task)| {
        let reads = verdict(&task.resource_group, task.reads.as_ref());
        let writes = verdict(&task.resource_group, task.writes.as_ref());
        let worse = reads.into_iter().chain(writes).max().unwrap_or(Verdict::Unknown);
        TaskVerdict { task: id.clone(), verdict: worse, reads, writes }
    });
    judged.collect()
}

/// Judged beside the connections; a pair that no task names is traced for this alone.
fn forbidden(reading: &Reading<'_>, analysis: &Analysis) -> Vec<(Id, Id, Option<bool>)> {
    let mut pairs = reading.topology.must_not_reach.clone();
    pairs.sort();
    pairs.dedup();
    let judged = pairs.into_iter().map(|pair| {
        let known = analysis.position(&pair.resource_group, &pair.data_source);
        let verdict = match known.and_then(|at| analysis.connections.get(at)) {
            Some(connection) => Some(connection.verdict),
            None => follow(reading, &(pair.resource_group.clone(), pair.data_source.clone()))
                .map(|trace| assess::verdict(reading, &trace)),
        };
        let holds = match verdict {
            Some(Verdict::Ready | Verdict::Partial) => Some(false),
            Some(Verdict::Blocked | Verdict::Unsupported) => Some(true),
            Some(Verdict::Unknown | Verdict::Invalid) | None => None,
        };
        (pair.resource_group, pair.data_source, holds)
    });
    judged.collect()
}

fn worst(analysis: &Analysis) -> BTreeMap<Id, Severity> {
    let mut worst: BTreeMap<Id, Severity> = BTreeMap::new();
    for finding in analysis.connections.iter().flat_map(|c| &c.findings).chain(&analysis.findings) {
        for id in &finding.at {
            let held = worst.entry(id.clone()).or_insert(finding.severity);
            *held = (*held).max(finding.severity);
        }
    }
    worst
}

impl Analysis {
    /// The worst of all connections; unknown where there is none.
    pub fn verdict(&self) -> Verdict {
        self.connections.iter().map(|connection| connection.verdict).max().unwrap_or(Verdict::Unknown)
    }

    /// The worst severity of any finding about this node or connection.
    pub fn worst_at(&self, id: &Id) -> Option<Severity> {
        self.worst.get(id).copied()
    }

    /// The position of a pair among the connections.
    pub fn position(&self, resource_group: &Id, data_source: &Id) -> Option<usize> {
        let wanted = (resource_group, data_source);
        self.connections.binary_search_by(|c| (&c.resource_group, &c.data_source).cmp(&wanted)).ok()
    }
}
