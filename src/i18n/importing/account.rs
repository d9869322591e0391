//! The whole account of an import, part by part, as the command line and the page show it.

use super::{Heading, caution, change, ignored, open_question, recognised, trouble};
use crate::compare::Element;
use crate::i18n::Language;
use crate::i18n::repeats::folded;
use crate::import::Found;
use crate::topology::Topology;

/// What was recognised, what was left out, what is not known, and what merging into a plan changes, given as the plan
/// afterwards and its changes. Parts without a line are left out.
pub fn account(
    language: Language,
    found: &Found,
    merged: Option<(&Topology, &[Element])>,
) -> Vec<(Heading, Vec<String>)> {
    let changes = merged.map_or_else(Vec::new, |(topology, changes)| {
        changes.iter().flat_map(|one| change(language, topology, one)).collect()
    });
    let parts = [
        (Heading::Troubles, found.troubles.iter().map(|one| trouble(language, one)).collect()),
        (Heading::Recognised, found.recognised.iter().map(|one| recognised(language, one)).collect()),
        (Heading::Ignored, found.ignored.iter().map(|one| ignored(language, one)).collect()),
        (Heading::Warnings, found.warnings.iter().map(|one| caution(language, one)).collect()),
        (Heading::Questions, found.questions.iter().map(|one| open_question(language, one)).collect()),
        (Heading::Changes, changes),
    ];
    let told = parts.into_iter().filter(|(_, lines): &(Heading, Vec<String>)| !lines.is_empty());
    // What a merge changes is told in full: it is what one agrees to.
    told.map(|(heading, lines)| match heading {
        Heading::Changes => (heading, lines),
        _ => (heading, folded(language, &lines)),
    })
    .collect()
}
