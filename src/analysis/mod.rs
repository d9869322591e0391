//! The whole pipeline on one page, from a drawing to verdicts, findings and steps.

mod assess;
mod because;
mod overview;
mod pairs;
mod questions;
mod rivals;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use assess::{Assessed, HopResult};
pub use because::Because;
pub use overview::{Judged, Overview, TaskVerdict};
pub use questions::Question;

use crate::base::{AddressSet, Id, order};
use crate::plan::{Plan, plan};
use crate::reading::Reading;
use crate::rules::Severity;
use crate::topology::Topology;
use crate::trace::Trace;
use crate::verdict::Verdict;

/// Everything that is known about a drawing, without words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The verdicts, and what belongs to no single connection.
    pub overview: Arc<Overview>,
    /// One for each connection of the overview.
    pub connections: Vec<Assessed>,
}

/// Analyses a drawing. Total: a half-drawn picture gives questions.
pub fn analyse(topology: &Topology) -> Analysis {
    let survey = Survey::of(topology);
    let mut connections: Vec<(usize, Assessed)> = Vec::with_capacity(survey.overview.connections.len());
    for positions in survey.by_source() {
        connections.extend(survey.assess(&positions, &positions));
    }
    order::sort_by_key(&mut connections, |(position, _)| *position);
    let connections = connections.into_iter().map(|(_, assessed)| assessed).collect();
    Analysis { overview: survey.overview, connections }
}

/// A drawing of which every pair is judged and none explained yet. A connection is explained when it is asked for: what
/// it takes are the pairs of its data source, because they share its whitelist.
pub struct Survey<'a> {
    reading: Reading<'a>,
    overview: Arc<Overview>,
}

impl<'a> Survey<'a> {
    /// Judges every pair.
    pub fn of(topology: &'a Topology) -> Self {
        let reading = Reading::of(topology);
        let overview = Arc::new(Overview::of(&reading));
        Self { reading, overview }
    }

    /// Judges after an edit only what leads to one data source, so that this is known at once: of it, everything is as
    /// [`Survey::of`] tells. All else is as it was before. `None` where other pairs are assessed than before.
    pub fn ahead(topology: &'a Topology, before: &Overview, source: &Id) -> Option<Self> {
        let reading = Reading::of(topology);
        let overview = Arc::new(before.ahead(&reading, source)?);
        Some(Self { reading, overview })
    }

    /// Takes up a drawing again of which the pairs are judged already.
    pub fn again(topology: &'a Topology, overview: Arc<Overview>) -> Self {
        Self { reading: Reading::of(topology), overview }
    }

    /// The verdicts, and what belongs to no single connection.
    pub fn overview(&self) -> &Arc<Overview> {
        &self.overview
    }

    /// Everything about the connection at a position of the overview.
    pub fn connection(&self, position: usize) -> Option<Assessed> {
        let source = &self.overview.connections.get(position)?.data_source;
        let all = self.overview.connections.iter().enumerate();
        let beside: Vec<usize> =
            all.filter(|(_, pair)| pair.data_source == *source).map(|(at, _)| at).collect();
        self.assess(&beside, &[position]).pop().map(|(_, assessed)| assessed)
    }

    /// The positions of the connections to each data source.
    pub fn by_source(&self) -> Vec<Vec<usize>> {
        let mut positions: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
        for (at, pair) in self.overview.connections.iter().enumerate() {
            positions.entry(&pair.data_source).or_default().push(at);
        }
        positions.into_values().collect()
    }

    /// Everything about all connections to one data source, given by their positions.
    pub fn explained(&self, to_source: &[usize]) -> Vec<Assessed> {
        self.assess(to_source, to_source).into_iter().map(|(_, assessed)| assessed).collect()
    }

    /// The connections at the positions asked for, out of all to one data source.
    fn assess(&self, to_source: &[usize], asked: &[usize]) -> Vec<(usize, Assessed)> {
        let reading = &self.reading;
        let planned = to_source.iter().filter_map(|at| self.planned(*at));
        let planned: Vec<(usize, Trace<'_, 'a>, Verdict, Plan)> = planned.collect();
        let known = planned.iter().all(|(.., plan)| plan.required_known);
        // What comes in today is needed until the plan is carried out.
        let needed = known.then(|| {
            let required =
                AddressSet::of(planned.iter().flat_map(|(.., plan)| plan.required.iter().copied()));
            let today = planned.iter().filter_map(|(_, trace, ..)| trace.private());
            today.fold(required, |needed, private| needed.union(&private.whitelist.pass))
        });
        let wanted = planned.into_iter().filter(|(at, ..)| asked.binary_search(at).is_ok());
        let assessed = wanted.map(|(at, trace, verdict, plan)| {
            (at, assess::assess(reading, &trace, verdict, plan, needed.as_ref()))
        });
        assessed.collect()
    }

    fn planned(&self, at: usize) -> Option<(usize, Trace<'_, 'a>, Verdict, Plan)> {
        let pair = self.overview.connections.get(at)?;
        let (group, source) =
            (self.reading.groups.get(&pair.resource_group)?, self.reading.sources.get(&pair.data_source)?);
        let trace = self.overview.traced(&self.reading, (group, source));
        let plan = plan(&self.reading, &trace, pair.verdict);
        Some((at, trace, pair.verdict, plan))
    }
}

impl Analysis {
    /// The worst of all connections; unknown where there is none.
    pub fn verdict(&self) -> Verdict {
        self.overview.verdict()
    }

    /// The position of a pair among the connections.
    pub fn position(&self, resource_group: &Id, data_source: &Id) -> Option<usize> {
        self.overview.position(resource_group, data_source)
    }
}

/// The worst severity of any finding about an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worst(BTreeMap<Id, Severity>);

impl Worst {
    /// Notes some findings.
    pub fn note<'f>(&mut self, findings: impl IntoIterator<Item = &'f crate::rules::Finding>) {
        for finding in findings {
            for id in &finding.at {
                let held = self.0.entry(id.clone()).or_insert(finding.severity);
                *held = (*held).max(finding.severity);
            }
        }
    }

    /// The worst about this node or connection.
    pub fn at(&self, id: &Id) -> Option<Severity> {
        self.0.get(id).copied()
    }
}
