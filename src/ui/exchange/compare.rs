//! The compare dialog: the present plan beside another one, given by its link, its text or its file.

use leptos::{html, prelude::*};

use crate::export::svg;
use crate::i18n::chrome::Exchange;
use crate::i18n::{link_problem, problem_lines};
use crate::link;
use crate::topology::Document;
use crate::ui::field::ChoiceField;
use crate::ui::platform::errand;
use crate::ui::platform::file;
use crate::ui::platform::site::Json;
use crate::ui::shell::plans;
use crate::ui::workbench::Workbench;
use crate::wire;

/// What the dialog shows.
pub fn content(workbench: Workbench) -> AnyView {
    let words = move || Exchange::of(workbench.language.get());
    let typed = RwSignal::new(String::new());
    let other_is_older = RwSignal::new(true);
    let outcome = RwSignal::new(Vec::new());
    let field = NodeRef::<html::Input>::new();
    let run = move || match other(workbench, &typed.get_untracked()) {
        Ok(other) => compare(workbench, &other, other_is_older.get_untracked(), outcome),
        Err(problem) => outcome.set(problem.lines().map(|line| ("item", line.to_owned())).collect()),
    };
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            file::read_chosen(&field, move |files| {
                if let Some(file) = files.into_iter().next() {
                    typed.set(file.text);
                    run();
                }
            });
        }
    };
    let kept = RwSignal::new(Vec::new());
    plans::others(workbench, move |others| {
        kept.try_set(others);
    });
    let take = move |plan: String| {
        plans::document_of(plan, move |document| {
            if let Some(document) = document {
                typed.try_set(wire::write(&document));
                run();
            }
        });
    };
    let offered = Signal::derive(move || {
        std::iter::once((String::new(), words().compare_kept_none.to_owned())).chain(kept.get()).collect()
    });
    let order = move |older: bool, word: fn(&'static Exchange) -> &'static str| {
        let choose = move |_| {
            other_is_older.set(older);
            if !typed.with_untracked(String::is_empty) {
                run();
            }
        };
        view! {
            <label class="check">
                <input type="radio" name="compare-order" prop:checked=move || other_is_older.get() == older on:change=choose />
                <span>{move || word(words())}</span>
            </label>
        }
    };
    view! {
        <p>{move || words().compare_lead}</p>
        <label class="field">
            <span class="field__label">{move || words().compare_link}</span>
            <textarea autofocus=true class="input input--mono" rows="3" spellcheck="false" autocomplete="off" data-field="compare_text"
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))></textarea>
        </label>
        <label class="field">
            <span class="field__label">{move || words().import_files}</span>
            <input type="file" accept=".json,.svg,.png" data-field="compare_file" node_ref=field on:change=chosen />
        </label>
        {move || kept.with(|kept| (!kept.is_empty()).then(|| view! {
            <ChoiceField label=Signal::derive(move || words().compare_kept.to_owned()) name="compare_plan" options=offered
                value=Signal::derive(String::new) commit=take />
        }))}
        <fieldset class="import__into">
            <legend>{move || words().compare_before}</legend>
            {order(true, |w| w.compare_older)} {order(false, |w| w.compare_newer)}
        </fieldset>
        <button type="button" class="button button--primary" data-part="compare" on:click=move |_| run()>{move || words().compare_run}</button>
        <div class="compare" data-part="difference" aria-live="polite">{move || outcome.get().into_iter().map(line).collect::<Vec<_>>()}</div>
    }
    .into_any()
}

/// A line of what is told: how deep it stands, and what it says.
type Line = (&'static str, String);

fn line((depth, said): Line) -> AnyView {
    match depth {
        "heading" => view! { <h3>{said}</h3> }.into_any(),
        "part" => view! { <p class="compare__part">{said}</p> }.into_any(),
        _ => view! { <p class="compare__item">{said}</p> }.into_any(),
    }
}

/// The other plan, from its link or its text; or what is wrong with that.
fn other(workbench: Workbench, given: &str) -> Result<Document, String> {
    let language = workbench.language.get_untracked();
    let held = svg::embedded(given);
    let given = held.as_deref().unwrap_or(given).trim();
    if given.starts_with('{') {
        wire::read(given).map_err(|problems| problem_lines(language, &problems).join("\n"))
    } else {
        link::read(given).map_err(|problem| link_problem(language, &problem))
    }
}

fn compare(workbench: Workbench, other: &Document, other_is_older: bool, outcome: RwSignal<Vec<Line>>) {
    let language = workbench.language.get_untracked();
    let (other, own) = (wire::write(other), wire::write(&workbench.document_untracked()));
    let (old, new) = if other_is_older { (other, own) } else { (own, other) };
    let job = Json::object(&[("job", "compare"), ("old", &old), ("new", &new), ("language", language.key())]);
    errand::send(&job, move |answer| {
        let lines = answer.ok().map(|answer| answer.list("lines")).unwrap_or_default();
        let told = lines.iter().flat_map(|line| {
            let said = ["heading", "item", "part"].map(|depth| (depth, line.text(depth)));
            said.into_iter().filter(|(_, text)| !text.is_empty())
        });
        let failed = || vec![("item", Exchange::of(language).import_failed.to_owned())];
        outcome.try_set(if lines.is_empty() { failed() } else { told.collect() });
    });
}
