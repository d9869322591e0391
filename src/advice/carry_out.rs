//! The steps of all pairs carried out one after the other, so that a later pair sees what an earlier one has changed.

use crate::analysis::Survey;
use crate::plan::{Step, StepState};
use crate::topology::Document;

/// A plan after its steps.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The drawing after every step that it can hold.
    pub document: Document,
    /// The steps that changed it, in the order in which they did.
    pub done: Vec<Step>,
    /// The steps that only a person can carry out, or that need a value.
    pub left: Vec<Step>,
}

/// Carries out what is to be done for each pair in turn. What is ready has nothing to do, and what changed nothing needs no
/// new look.
pub fn carry_out(document: Document) -> Carried {
    let mut carried = Carried { document, done: Vec::new(), left: Vec::new() };
    let mut next = 0;
    while changes(&mut carried, &mut next) {}
    carried
}

/// Carries out the steps of the first pair, from `next` on, of which some can be; whether there was one.
fn changes(carried: &mut Carried, next: &mut usize) -> bool {
    let before = carried.document.clone();
    let survey = Survey::of(&before.topology);
    for (at, pair) in survey.overview().connections.iter().enumerate().skip(*next) {
        *next = at + 1;
        let connection = Some(at).filter(|_| !pair.is_ready()).and_then(|at| survey.connection(at));
        let mut changed = false;
        let steps = connection.into_iter().flat_map(|connection| connection.steps);
        for step in steps.filter(|step| step.state == StepState::ToDo) {
            match step.edit().and_then(|edit| carried.document.after(&edit).ok()) {
                Some(after) => {
                    carried.document = after;
                    carried.done.push(step);
                    changed = true;
                }
                None if carried.left.iter().any(|other| other.act == step.act) => {}
                None => carried.left.push(step),
            }
        }
        if changed {
            return true;
        }
    }
    false
}
