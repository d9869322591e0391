//! What a plan still needs as tasks for a script or an infrastructure file: each with its comment, its calls, and whether
//! it is only to be verified. Entries of one whitelist make one task.

use crate::cloud::{self, Doing, Facts, Purpose};
use crate::export::needs::{Need, Needs};
use crate::i18n::cloud::verify;
use crate::i18n::{self, Language, Names};
use crate::plan::{Act, StepState};
use crate::topology::Document;

/// One task.
pub(super) struct Task {
    /// What it does and who does it, as the runbook says; each a line.
    pub(super) comment: Vec<String>,
    /// Where it is done by hand.
    pub(super) console: String,
    /// The act; of several entries of one whitelist the first.
    pub(super) act: Act,
    /// What it is for.
    pub(super) purpose: Purpose,
    /// What to call.
    pub(super) doing: Doing,
    /// Whether it may be done already, which no drawing shows.
    pub(super) is_to_verify: bool,
}

/// The tasks of a document.
pub(super) fn tasks(document: &Document, needs: &Needs, language: Language) -> Vec<Task> {
    let facts = Facts { before: &document.topology, after: &needs.after };
    let names = Names { topology: &needs.after, language };
    // Before it is carried out an attachment waits, afterwards it does not.
    let before = Names { topology: &document.topology, language };
    let mut tasks: Vec<Task> = Vec::new();
    let mut number = 0;
    let mut taken: Vec<usize> = Vec::new();
    for (at, need) in needs.steps.iter().enumerate() {
        if taken.contains(&at) {
            continue;
        }
        let with = together(&needs.steps, at);
        taken.extend(&with);
        let purpose = purpose(&names, need);
        let doing = match &need.step.act {
            Act::AddWhitelistEntry { source, .. } if with.len() > 1 => {
                let entries = with.iter().filter_map(|at| match &needs.steps.get(*at)?.step.act {
                    Act::AddWhitelistEntry { source, entry } => Some(cloud::listed(source, *entry, &purpose)),
                    _ => None,
                });
                cloud::whitelist(&facts, source, entries.collect())
            }
            act => cloud::doing(&facts, act, &purpose),
        };
        let is_to_verify = need.step.state == StepState::Verify;
        let mut comment = Vec::new();
        for step in with.iter().filter_map(|at| needs.steps.get(*at)) {
            number += 1;
            let known = matches!(step.step.act, Act::CompleteAttachment { .. });
            let said = i18n::step(if known { &before } else { &names }, &step.step.act);
            let mark = if is_to_verify { language.pick(" (", "（") } else { "" };
            let mark = if mark.is_empty() {
                String::new()
            } else {
                format!("{mark}{}{}", verify(language), language.pick(")", "）"))
            };
            comment.push(format!("{number}. {said}{mark}"));
        }
        comment.push(i18n::who(&names, &need.step.who));
        let console = i18n::page_of(&needs.after, &need.step.act).console(language);
        tasks.push(Task { comment, console, act: need.step.act.clone(), purpose, doing, is_to_verify });
    }
    tasks
}

/// The positions of the steps that are done with the one at a position: entries of the same whitelist.
fn together(steps: &[Need], at: usize) -> Vec<usize> {
    let Some(first) = steps.get(at) else { return Vec::new() };
    let Act::AddWhitelistEntry { source, .. } = &first.step.act else { return vec![at] };
    let same = |need: &Need| {
        need.step.state == first.step.state
            && matches!(&need.step.act, Act::AddWhitelistEntry { source: other, .. } if other == source)
    };
    steps.iter().enumerate().filter(|(_, need)| same(need)).map(|(at, _)| at).collect()
}

fn purpose(names: &Names<'_>, need: &Need) -> Purpose {
    let pair = need.pairs.first().cloned();
    let what = match &pair {
        Some((group, source)) => format!("{} -> {}", names.of(group), names.of(source)),
        None => names.of(need.step.act.at()),
    };
    // A description in the cloud is one line of limited length.
    let line: String = what.chars().map(|c| if c.is_control() { ' ' } else { c }).take(100).collect();
    Purpose { about: format!("DataWorks: {line}"), pair }
}

/// A text as one line of a comment: nothing in it ends the line, for whichever program reads it.
pub(super) fn one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let line: String = text.chars().map(|c| if ends(c) { ' ' } else { c }).collect();
    line.trim_end().to_owned()
}
