//! `reachplan apply`.

use crate::analysis::analyse;
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
/// only a person can carry out.
pub(crate) fn applied(mut document: Document) -> (Document, Vec<Step>) {
    let pairs = analyse(&document.topology).connections.len();
    let mut left: Vec<Step> = Vec::new();
    for at in 0..pairs {
        let analysis = analyse(&document.topology);
        let Some(connection) = analysis.connections.get(at) else {
            break;
        };
        for step in connection.steps.iter().filter(|step| step.state == StepState::ToDo) {
            match step.edit().and_then(|edit| document.after(&edit).ok()) {
                Some(after) => document = after,
                None if left.iter().any(|other| other.act == step.act) => {}
                None => left.push(step.clone()),
            }
        }
    }
    (document, left)
}
