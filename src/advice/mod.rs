//! Advice beyond the verdict: other ways to connect, what could be opened less, what breaks when something goes, free
//! blocks, and who does which part of the runbook. Every answer is the analysis of a drawing that an edit makes; nothing is
//! judged here a second time.

mod blast;
mod carry_out;
mod free;
mod hand_over;
mod privilege;
mod ways;

pub use blast::{Blast, Loss, Removal, blast, removals};
pub use carry_out::{Carried, carry_out};
pub use free::{clashes, free_block, moved};
pub use hand_over::{Part, Role, Share, hand_over, runbook};
pub use privilege::{Subject, Width, widths};
pub use ways::{Cost, Lead, Overlap, Remark, Way, WayKind, WayPlan, Why, ways};

use crate::analysis::{Assessed, Judged, Overview, Survey};
use crate::base::Id;
use crate::plan::{Step, StepState};
use crate::topology::Document;

/// The result for one pair of a document.
fn assessed(document: &Document, group: &Id, source: &Id) -> Option<Assessed> {
    let survey = Survey::of(&document.topology);
    survey.connection(survey.overview().position(group, source)?)
}

/// The document after every step that is still to be done. What a step asks for stands in from the range for
/// documentation, and is shown to nobody: only the verdict counts.
fn carried_out(document: &Document, steps: &[Step]) -> Document {
    let to_do = steps.iter().filter(|step| step.state == StepState::ToDo);
    to_do.fold(document.clone(), |document, step| {
        let edit = match step.act.needs() {
            [] => step.edit(),
            ["mbps"] => step.edit_with("100"),
            _ => step.edit_with("203.0.113.77"),
        };
        edit.map_or_else(|| document.clone(), |edit| document.with(&edit))
    })
}

/// The pairs whose verdict is worse in `later`, or which are gone from it.
fn worse(before: &Overview, later: &Overview) -> Vec<(Id, Id)> {
    let fell = |old: &&Judged| {
        let at = later.position(&old.resource_group, &old.data_source);
        at.and_then(|at| later.connections.get(at)).is_none_or(|new| new.verdict > old.verdict)
    };
    let fallen = before.connections.iter().filter(fell);
    fallen.map(|pair| (pair.resource_group.clone(), pair.data_source.clone())).collect()
}
