//! `reachplan apply`.

use crate::advice::carry_out;
use crate::cli::Outcome;
use crate::i18n::{self, Language, Names};
use crate::plan::Step;
use crate::topology::Document;
use crate::wire;

/// The document with every step applied, one connection after the other, and what could not be applied.
pub(super) fn apply(document: Document, language: Language) -> Outcome {
    let carried = carry_out(document);
    let names = Names { topology: &carried.document.topology, language };
    let line = |step: &Step| {
        let why = if step.act.is_outside() {
            language.pick("lies outside the drawing", "不在图中").to_owned()
        } else {
            let needs = step.act.needs().join(", ");
            language.pick(format!("needs {needs}"), format!("需要提供 {needs}"))
        };
        format!("{}: {} ({why})\n", step.act.name().key(), i18n::step(&names, &step.act))
    };
    let err = carried.left.iter().map(line).collect();
    Outcome { out: wire::write(&carried.document), err, status: 0 }
}
