//! The report: one serialisable value that the page shows, the command line prints and every export renders. Codes,
//! states and field names are a public contract; the texts are in the language asked for.

mod build;
mod stop;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

pub use build::{connection, finding, plan_wide, report, step};

use crate::plan::{Act, ActionName, StepState};
use crate::rules::{Code, Severity};
use crate::scenario::Scenario;
use crate::topology::Edit;
use crate::verdict::{HopKind, HopStatus, Verdict};

/// The whole result for one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Version of the report format.
    pub reachplan: u8,
    /// The worst of all connections.
    pub verdict: Verdict,
    /// One for each pair that is assessed, in order of resource group and data source.
    pub connections: Vec<Connection>,
    /// One for each task.
    pub tasks: Vec<TaskResult>,
    /// One for each forbidden pair.
    pub must_not_reach: Vec<ForbiddenResult>,
    /// Findings that belong to no single connection.
    pub findings: Vec<Finding>,
    /// Questions about the whole plan.
    pub questions: Vec<Question>,
    /// What the verdicts do not look at.
    pub not_modelled: Vec<String>,
}

/// The part of a report that belongs to no single connection; cheap even for a plan with very many pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanWide {
    /// The worst of all connections.
    pub verdict: Verdict,
    /// One for each task.
    pub tasks: Vec<TaskResult>,
    /// One for each forbidden pair.
    pub must_not_reach: Vec<ForbiddenResult>,
    /// Findings that belong to no single connection.
    pub findings: Vec<Finding>,
    /// Questions about the whole plan.
    pub questions: Vec<Question>,
    /// What the verdicts do not look at.
    pub not_modelled: Vec<String>,
}

/// The result for one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Connection {
    /// Id of the resource group.
    pub resource_group: String,
    /// Id of the data source.
    pub data_source: String,
    /// The row of the base page's table.
    pub scenario: Scenario,
    /// The facts that decided, as sentences.
    pub because: Vec<String>,
    /// Whether it works as drawn.
    pub verdict: Verdict,
    /// The best candidate path as ids, also when it is incomplete.
    pub path: Vec<String>,
    /// The stations of the path.
    pub hops: Vec<Hop>,
    /// What the data source sees today, as blocks; a single address without a mask.
    pub source_addresses: Vec<String>,
    /// What the whitelist needs once the steps are done; `None` where there is no whitelist.
    pub whitelist: Option<WhitelistResult>,
    /// What is wrong or worth knowing.
    pub findings: Vec<Finding>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What the drawing leaves open.
    pub questions: Vec<Question>,
}

impl Connection {
    /// Where the drawing contradicts itself: what is told before anything else.
    pub fn contradictions(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| self.tells_first(finding))
    }

    /// Everything else that was found.
    pub fn other_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !self.tells_first(finding))
    }

    fn tells_first(&self, finding: &Finding) -> bool {
        self.verdict == Verdict::Invalid && finding.code.is_contradiction()
    }

    /// The name under which a reader's own tick of a step is kept.
    pub fn tick_of(&self, step: &Step) -> String {
        format!("{}/{}/{}/{}", self.resource_group, self.data_source, step.action.key(), step.at)
    }

    /// How many steps are still to be done.
    pub fn steps_left(&self) -> usize {
        self.steps.iter().filter(|step| step.state == StepState::ToDo).count()
    }
}

/// One station of a path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hop {
    /// Its kind.
    pub kind: HopKind,
    /// Id of the element it is about.
    pub at: String,
    /// What happens there.
    pub status: HopStatus,
    /// The findings behind the status.
    pub codes: Vec<Code>,
}

/// What a whitelist has to hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhitelistResult {
    /// The blocks that must be there.
    pub required: Vec<String>,
    /// The exact uncovered set in the fewest blocks.
    pub missing: Vec<String>,
}

/// Something wrong or worth knowing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Ids of what it is about.
    pub at: Vec<String>,
    /// The addresses concerned, as blocks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// One address that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// The whitelist entry concerned, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// What it says, in words.
    pub message: String,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What kind of step.
    pub action: ActionName,
    /// Id of what it is done to.
    pub at: String,
    /// Whether it is still to be done.
    pub state: StepState,
    /// The exact values.
    pub values: BTreeMap<String, Value>,
    /// Whether it lies outside what the drawing can hold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub outside: bool,
    /// Values that exist only once the step is done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Who does it.
    pub who: String,
    /// Where in which console.
    pub console: String,
    /// The official page.
    pub doc_url: String,
    /// What to do, in words.
    pub text: String,
    /// The findings it cures.
    pub cures: Vec<Code>,
    /// Its parts in order, in words, where it is done in several forms.
    #[serde(skip)]
    pub details: Vec<String>,
    /// Why it is needed, in words.
    #[serde(skip)]
    pub why: String,
    /// The date of the official page, as known.
    #[serde(skip)]
    pub doc_date: String,
    /// The same step as an edit of the document; `None` where there is nothing in the drawing to change.
    #[serde(skip)]
    pub edit: Option<Edit>,
    /// The step as a typed act.
    #[serde(skip)]
    pub act: Act,
}

impl Step {
    /// The step as an edit, with the value that it needs.
    pub fn edit_with(&self, value: &str) -> Option<Edit> {
        self.act.edit(Some(value))
    }
}

/// Something the drawing leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Id of what it is about.
    pub about: String,
    /// The field of the document format that would answer it.
    pub fact: String,
    /// The question in words.
    pub text: String,
}

/// The result for one task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskResult {
    /// Id of the task.
    pub task: String,
    /// The worse of its legs.
    pub verdict: Verdict,
    /// The leg to what it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reads: Option<Verdict>,
    /// The leg to what it writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub writes: Option<Verdict>,
}

/// Whether a forbidden pair stays out of reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForbiddenResult {
    /// Id of the resource group.
    pub resource_group: String,
    /// Id of the data source.
    pub data_source: String,
    /// `None` where it is not decided.
    pub holds: Option<bool>,
}

impl Report {
    /// Whether everything is ready and nothing at all is wrong: exit status 0 of the command line.
    pub fn is_clean(&self) -> bool {
        let error = |finding: &Finding| finding.severity == Severity::Error;
        self.verdict == Verdict::Ready
            && !self.findings.iter().any(error)
            && !self.connections.iter().flat_map(|c| &c.findings).any(error)
    }
}
