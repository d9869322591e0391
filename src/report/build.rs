//! Puts an analysis into words.

use crate::analysis::Analysis;
use crate::i18n::Language;
use crate::report::{Connection, PlanWide, Report};
use crate::topology::Topology;
use crate::verdict::Verdict;

/// The report of an analysis.
pub fn report(_topology: &Topology, _analysis: &Analysis, _language: Language) -> Report {
    Report {
        reachplan: 1,
        verdict: Verdict::Unknown,
        connections: Vec::new(),
        tasks: Vec::new(),
        must_not_reach: Vec::new(),
        findings: Vec::new(),
        questions: Vec::new(),
        not_modelled: Vec::new(),
    }
}

/// What belongs to no single connection.
pub fn plan_wide(_topology: &Topology, _analysis: &Analysis, _language: Language) -> PlanWide {
    PlanWide {
        verdict: Verdict::Unknown,
        tasks: Vec::new(),
        must_not_reach: Vec::new(),
        findings: Vec::new(),
        questions: Vec::new(),
        not_modelled: Vec::new(),
    }
}

/// The result for the pair at `position` of the analysis' connections.
pub fn connection(_topology: &Topology, _analysis: &Analysis, _position: usize, _language: Language) -> Option<Connection> {
    None
}
