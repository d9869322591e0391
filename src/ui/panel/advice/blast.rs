//! What breaks when the selected thing, or something that it holds, goes.

use leptos::prelude::*;

use crate::advice::{Loss, Removal, blast, removals};
use crate::base::Id;
use crate::i18n::chrome::Advice;
use crate::i18n::{Language, Names, advice as words, verdict_word};
use crate::topology::Document;
use crate::ui::panel::advice::{drawer, drawn};
use crate::ui::workbench::Workbench;

/// How many removals are looked at.
const SHOWN: usize = 24;

/// The losses, for what is selected.
pub(in crate::ui::panel) fn section(workbench: Workbench, id: Id) -> AnyView {
    let body = move || {
        let document = drawn(workbench);
        let language = workbench.language.get();
        let all = removals(&document.topology, &id);
        let more = all.len().saturating_sub(SHOWN);
        let rows =
            all.iter().take(SHOWN).map(|removal| row(&document, removal, language)).collect::<Vec<_>>();
        let more = (more > 0).then(|| format!("+ {more} {}", Advice::of(language).more));
        view! { <ul class="blasts">{rows}</ul> <p class="aside">{more}</p> }.into_any()
    };
    drawer(workbench, "blast", |w| w.blast, Box::new(body))
}

fn row(document: &Document, removal: &Removal, language: Language) -> AnyView {
    let said = Advice::of(language);
    let names = Names { topology: &document.topology, language };
    let losses = blast(document, removal);
    let lost = |name: String, loss: &Loss| {
        let becomes = loss.becomes.map_or(said.gone, |verdict| verdict_word(language, verdict));
        view! { <li>{name} " · " {verdict_word(language, loss.was)} " → " {becomes}</li> }.into_any()
    };
    let tasks = losses.tasks.iter().map(|(task, loss)| lost(names.of(task), loss));
    let pairs = losses
        .pairs
        .iter()
        .map(|((group, source), loss)| lost(format!("{} → {}", names.of(group), names.of(source)), loss));
    // Tasks are what people run; where there are none, the pairs speak.
    let items: Vec<AnyView> =
        if document.topology.tasks.is_empty() { pairs.collect() } else { tasks.collect() };
    let count = items.len();
    let none = items.is_empty().then(|| view! { <span class="aside">{said.blast_none}</span> }.into_any());
    view! {
        <li class="blast" data-removal=count>
            <span class="blast__what">{words::removal(&names, removal)}</span> " " {none}
            <ul class="bullets">{items}</ul>
        </li>
    }
    .into_any()
}
