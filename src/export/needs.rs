//! What a plan still needs, each step once: carried out pair after pair, so that no two of them ask for the same new thing,
//! and with what has to be verified.

use std::sync::Arc;

use crate::advice::{carry_out, runbook};
use crate::analysis::analyse;
use crate::base::Id;
use crate::plan::{Step, StepState};
use crate::topology::{Document, Topology};

/// What a plan still needs.
pub(super) struct Needs {
    /// The drawing with everything in it that the steps create.
    pub(super) after: Arc<Topology>,
    /// The steps, in the order of the runbook.
    pub(super) steps: Vec<Need>,
}

/// One step.
pub(super) struct Need {
    /// What to do.
    pub(super) step: Step,
    /// The pairs that it is known to be for.
    pub(super) pairs: Vec<(Id, Id)>,
}

impl Needs {
    /// What a document still needs.
    pub(super) fn of(document: &Document) -> Self {
        let carried = carry_out(document.clone());
        let mut steps: Vec<Need> = Vec::new();
        let to_do = carried.done.into_iter().chain(carried.left);
        for step in to_do {
            if !steps.iter().any(|need| need.step.act == step.act) {
                steps.push(Need { step, pairs: Vec::new() });
            }
        }
        for (step, pairs) in runbook(&analyse(&document.topology)) {
            match steps.iter_mut().find(|need| need.step.act == step.act) {
                Some(need) => need.pairs = pairs,
                None if step.state == StepState::Verify => steps.push(Need { step, pairs }),
                // What an earlier pair's steps have done already.
                None => {}
            }
        }
        steps.sort_by(|a, b| (a.step.act.name(), &a.step.act).cmp(&(b.step.act.name(), &b.step.act)));
        Self { after: carried.document.topology, steps }
    }
}
