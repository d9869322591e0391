//! `reachplan apply`.

use crate::analysis::Survey;
use crate::cli::Outcome;
use crate::i18n::{self, Language, Names};
use crate::plan::{Step, StepState};
use crate::topology::Document;
use crate::wire;

/// The document with every step applied, one connection after the other, and what could not be applied.
pub(super) fn apply(document: Document, language: Language) -> Outcome {
    let (document, left) = applied(document);
    let names = Names { topology: &document.topology, language };
    let line = |step: &Step| {
        let why = if step.act.is_outside() {
            language.pick("lies outside the drawing", "不在图中").to_owned()
        } else {
            let needs = step.act.needs().join(", ");
            language.pick(format!("needs {needs}"), format!("需要提供 {needs}"))
        };
        format!("{}: {} ({why})\n", step.act.name().key(), i18n::step(&names, &step.act))
    };
    Outcome { out: wire::write(&document), err: left.iter().map(line).collect(), status: 0 }
}

/// Applies what is to be done for each pair in turn; each sees what the ones before have changed. Returns the steps that
/// only a person can carry out. What is ready has nothing to do, and what changed nothing needs no new look.
pub(crate) fn applied(mut document: Document) -> (Document, Vec<Step>) {
    let mut left: Vec<Step> = Vec::new();
    let mut next = 0;
    while let Some(after) = first_change(&document, &mut next, &mut left) {
        document = after;
    }
    (document, left)
}

/// The document after the steps of the first pair, from `next` on, of which some can be applied.
fn first_change(document: &Document, next: &mut usize, left: &mut Vec<Step>) -> Option<Document> {
    let survey = Survey::of(&document.topology);
    for (at, pair) in survey.overview().connections.iter().enumerate().skip(*next) {
        *next = at + 1;
        let connection = Some(at).filter(|_| !pair.is_ready()).and_then(|at| survey.connection(at));
        let mut changed: Option<Document> = None;
        let steps = connection.into_iter().flat_map(|connection| connection.steps);
        for step in steps.filter(|step| step.state == StepState::ToDo) {
            match step.edit().and_then(|edit| changed.as_ref().unwrap_or(document).after(&edit).ok()) {
                Some(after) => changed = Some(after),
                None if left.iter().any(|other| other.act == step.act) => {}
                None => left.push(step),
            }
        }
        if changed.is_some() {
            return changed;
        }
    }
    None
}
