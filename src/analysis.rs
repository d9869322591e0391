//! The whole pipeline, from a drawing to verdicts, findings and steps.

use crate::base::Id;
use crate::rules::Severity;
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

impl Analysis {
    /// The worst severity of any finding about this node or connection.
    pub fn worst_at(&self, _id: &Id) -> Option<Severity> {
        None
    }

    /// The position of a pair among the connections.
    pub fn position(&self, resource_group: &Id, data_source: &Id) -> Option<usize> {
        let key = |c: &Assessed| (c.resource_group.clone(), c.data_source.clone());
        self.connections.binary_search_by_key(&(resource_group.clone(), data_source.clone()), key).ok()
    }
}

/// Analyses a drawing. Total: a half-drawn picture gives questions.
pub fn analyse(_topology: &Topology) -> Analysis {
    Analysis::default()
}
