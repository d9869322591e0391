//! The verdicts of all pairs, and what belongs to no single one. What is found on the way from a group to one data source
//! serves all that are alike, so that very many pairs cost little more than a look at their gates.

use std::collections::BTreeMap;

use crate::analysis::Question;
use crate::analysis::assess::verdict;
use crate::analysis::pairs::{Pair, assessed};
use crate::analysis::questions;
use crate::analysis::rivals::{Behind, Overlaps, rival};
use crate::base::Id;
use crate::base::order;
use crate::reading::Reading;
use crate::rules::{Finding, PlanCase, check_plan};
use crate::scenario::Scenario;
use crate::trace::{Course, SharedTrace, Trace, trace};
use crate::verdict::Verdict;

/// The verdicts of all pairs, and what belongs to no single one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// One for each pair that is assessed, in order of resource group and data source.
    pub connections: Vec<Judged>,
    /// One for each task, in order of id.
    pub tasks: Vec<TaskVerdict>,
    /// Forbidden pairs, with whether they stay out of reach; `None` where that is not decided.
    pub forbidden: Vec<(Id, Id, Option<bool>)>,
    /// Findings that belong to no single connection.
    pub findings: Vec<Finding>,
    /// Questions about the whole plan.
    pub questions: Vec<Question>,
    /// For each group of which some destinations overlap: which do, by association.
    rivals: BTreeMap<Id, Overlaps>,
}

/// The verdict of one pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The resource group.
    pub resource_group: Id,
    /// The data source.
    pub data_source: Id,
    /// The row of the base page's table.
    pub scenario: Scenario,
    /// Whether it works as drawn.
    pub verdict: Verdict,
}

impl Judged {
    /// Whether nothing is to be done.
    pub fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }
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

impl Overview {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut overview = Self::default();
        let pairs = assessed(reading);
        overview.connections.reserve_exact(pairs.len());
        for pairs in pairs.chunk_by(|(one, _), (other, _)| one.id == other.id) {
            overview.judge(reading, pairs);
        }
        overview.tasks = overview.tasks(reading);
        overview.forbidden = overview.forbidden(reading);
        let case = PlanCase {
            topology: reading.topology,
            address_plan: &reading.address_plan,
            forbidden: &overview.forbidden,
        };
        overview.findings = check_plan(&case);
        overview.questions = questions::of_plan(reading.topology, overview.connections.is_empty());
        overview
    }

    /// What was known before an edit, with all groups that reach a data source judged anew; `None` where the pairs are
    /// others.
    pub(super) fn ahead(&self, reading: &Reading<'_>, source: &Id) -> Option<Self> {
        let pairs = assessed(reading);
        let mut same = pairs.iter().zip(&self.connections);
        let is_same = pairs.len() == self.connections.len()
            && same.all(|((group, source), held)| {
                (group.id, source.id) == (&held.resource_group, &held.data_source)
            });
        if !is_same {
            return None;
        }
        let mut next = self.clone();
        let mut rest = next.connections.as_mut_slice();
        for pairs in pairs.chunk_by(|(one, _), (other, _)| one.id == other.id) {
            let (own, others) = rest.split_at_mut_checked(pairs.len())?;
            rest = others;
            if pairs.iter().any(|(_, reached)| reached.id == source) {
                let mut fresh = Self::default();
                fresh.judge(reading, pairs);
                own.clone_from_slice(&fresh.connections);
                next.rivals.retain(|group, _| pairs.first().is_none_or(|(own, _)| own.id != group));
                next.rivals.extend(fresh.rivals);
            }
        }
        Some(next)
    }

    /// The worst of all connections; unknown where there is none.
    pub fn verdict(&self) -> Verdict {
        self.connections.iter().map(|connection| connection.verdict).max().unwrap_or(Verdict::Unknown)
    }

    /// The position of a pair among the connections.
    pub fn position(&self, resource_group: &Id, data_source: &Id) -> Option<usize> {
        let wanted = (resource_group, data_source);
        self.connections.binary_search_by(|c| (&c.resource_group, &c.data_source).cmp(&wanted)).ok()
    }

    /// The trace of an assessed pair, with what only the group's other destinations tell.
    pub(super) fn traced<'r, 'a>(
        &self,
        reading: &'r Reading<'a>,
        (group, source): Pair<'r, 'a>,
    ) -> Trace<'r, 'a> {
        let mut trace = trace(reading, group, source);
        if let Some(overlaps) = self.rivals.get(group.id) {
            let found = rival(reading, overlaps, &trace);
            if let Course::Private(private) = &mut trace.course {
                private.rival = found;
            }
        }
        trace
    }

    /// Judges the pairs of one group.
    fn judge(&mut self, reading: &Reading<'_>, pairs: &[Pair<'_, '_>]) {
        let mut ways: BTreeMap<usize, SharedTrace<'_, '_>> = BTreeMap::new();
        let mut behind = Behind::default();
        for (group, source) in pairs {
            ways.entry(source.alike).or_insert_with(|| {
                let trace = trace(reading, group, source);
                behind.note(reading, &trace);
                SharedTrace::of(trace)
            });
        }
        let overlaps = behind.overlaps(reading);
        if let Some((group, _)) = pairs.first().filter(|_| !overlaps.is_empty()) {
            self.rivals.insert(group.id.clone(), overlaps);
            for way in ways.values_mut() {
                *way = SharedTrace::of(self.traced(reading, (way.trace.group, way.trace.source)));
            }
        }
        for (group, source) in pairs {
            let Some(way) = ways.get(&source.alike) else { continue };
            self.connections.push(Judged {
                resource_group: group.id.clone(),
                data_source: source.id.clone(),
                scenario: way.trace.scenario,
                verdict: verdict(reading, &way.trace, source, way.verdict(reading, source)),
            });
        }
    }

    fn verdict_of(&self, group: &Id, source: &Id) -> Option<Verdict> {
        self.connections.get(self.position(group, source)?).map(|connection| connection.verdict)
    }

    fn tasks(&self, reading: &Reading<'_>) -> Vec<TaskVerdict> {
        let judged = reading.topology.tasks.iter().map(|(id, task)| {
            let verdict = |end: &Option<Id>| self.verdict_of(&task.resource_group, end.as_ref()?);
            let (reads, writes) = (verdict(&task.reads), verdict(&task.writes));
            let worse = reads.into_iter().chain(writes).max().unwrap_or(Verdict::Unknown);
            TaskVerdict { task: id.clone(), verdict: worse, reads, writes }
        });
        judged.collect()
    }

    /// Judged beside the connections; a pair that no task names is traced for this alone.
    fn forbidden(&self, reading: &Reading<'_>) -> Vec<(Id, Id, Option<bool>)> {
        let mut pairs = reading.topology.must_not_reach.clone();
        order::sort(&mut pairs);
        pairs.dedup();
        let alone = |group: &Id, source: &Id| {
            let trace = trace(reading, reading.groups.get(group)?, reading.sources.get(source)?);
            Some(verdict(reading, &trace, trace.source, trace.verdict()))
        };
        let judged = pairs.into_iter().map(|pair| {
            let (group, source) = (pair.resource_group, pair.data_source);
            let holds = match self.verdict_of(&group, &source).or_else(|| alone(&group, &source)) {
                Some(Verdict::Ready | Verdict::Partial) => Some(false),
                Some(Verdict::Blocked | Verdict::Unsupported) => Some(true),
                Some(Verdict::Unknown | Verdict::Invalid) | None => None,
            };
            (group, source, holds)
        });
        judged.collect()
    }
}
