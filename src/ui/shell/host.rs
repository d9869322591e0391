//! What the page and the page around it tell each other, as messages between windows. `README.md` describes them for
//! whoever embeds the page.
//!
//! The host says `{type: "reachplan:load", document}` and `{type: "reachplan:select", id}`. The page says
//! `{type: "reachplan:ready"}`, `{type: "reachplan:report", report}` after every change of the plan, and
//! `{type: "reachplan:refused", problems: [{path, text}]}`.

use leptos::prelude::*;

use crate::base::Id;
use crate::export::Format;
use crate::i18n::{Language, problem_text};
use crate::ui::platform::errand::{self, Errand};
use crate::ui::platform::host::{Heard, hear, tell};
use crate::ui::platform::site::Json;
use crate::ui::workbench::{Ask, Origin, Workbench};
use crate::wire::{self, Problem};

/// Listens to the host from now on, and tells it of every change.
pub fn listen(workbench: Workbench) {
    hear(move |heard| match heard {
        Heard::Load(text) => match wire::read(&text) {
            Ok(document) => workbench.replace(document, Origin::own()),
            Err(problems) => refuse(&problems, workbench.language.get_untracked()),
        },
        Heard::Select(id) => select(workbench, &id),
    });
    tell("ready", None);
    Effect::new(move |before: Option<Option<Errand>>| {
        workbench.topology.track();
        let language = workbench.language.get();
        let before = before.flatten();
        if !workbench.started.get() {
            return before;
        }
        Some(report(&wire::write(&workbench.document_untracked()), language, before))
    });
}

/// Selects an element by its id and brings it into sight; whether there is one.
pub fn select(workbench: Workbench, id: &str) {
    let drawn = Id::parse(id).filter(|id| workbench.topology.with_untracked(|topology| topology.has(id)));
    match drawn {
        Some(id) => {
            workbench.select_only(&id);
            workbench.ask(Ask::Reveal(id));
        }
        None => {
            let words = crate::i18n::chrome::Shell::of(workbench.language.get_untracked());
            workbench.say(format!("{} {id}", words.unknown_id));
        }
    }
}

/// A report that is overtaken by a newer one is not told.
fn report(document: &str, language: Language, before: Option<Errand>) -> Errand {
    before.into_iter().for_each(errand::cancel);
    let job = Json::object(&[
        ("job", "export"),
        ("format", Format::Report.key()),
        ("theme", "light"),
        ("document", document),
        ("language", language.key()),
    ]);
    errand::send(&job, |answer| {
        let report = answer.ok().and_then(|answer| Json::parse(&answer.text("text")));
        if let Some(report) = report {
            tell("report", Some(("report", report)));
        }
    })
}

fn refuse(problems: &[Problem], language: Language) {
    let one = |problem: &Problem| {
        Json::object(&[("path", &problem.path), ("text", &problem_text(language, problem))])
    };
    tell("refused", Some(("problems", Json::array(problems.iter().map(one)))));
}
