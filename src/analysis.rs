//! The whole pipeline, from a drawing to verdicts, findings and steps.

use crate::base::Id;
use crate::scenario::Scenario;
use crate::topology::Topology;
use crate::verdict::Verdict;

/// Everything that is known about a drawing, without words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// One for each pair that is assessed, in order of resource group and data source.
    pub connections: Vec<Assessed>,
}

/// The result for one pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// The resource group.
    pub resource_group: Id,
    /// The data source.
    pub data_source: Id,
    /// The row of the base page's table.
    pub scenario: Scenario,
    /// Whether it works as drawn.
    pub verdict: Verdict,
}

/// Analyses a drawing. Total: a half-drawn picture gives questions.
pub fn analyse(_topology: &Topology) -> Analysis {
    Analysis::default()
}
