//! Choices: a select with its label, a bare select, and a row of small buttons for the three states of a fact.

use leptos::{ev, prelude::*};

use crate::i18n::Language;
use crate::ui::field::fresh_id;
use crate::ui::workbench::use_workbench;

/// Values and their words, in the order in which they are offered.
pub type Options = Vec<(String, String)>;

/// Every value of an enumeration with its word.
pub fn options<T: Copy>(
    all: &[T],
    key: fn(T) -> &'static str,
    name: fn(T, Language) -> &'static str,
    language: Language,
) -> Options {
    all.iter().map(|value| (key(*value).to_owned(), name(*value, language).to_owned())).collect()
}

/// A labelled select.
#[component]
pub fn ChoiceField(
    /// What it is about.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the document format.
    name: &'static str,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Options>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Puts a choice into the document.
    #[prop(into)]
    commit: Callback<String>,
) -> impl IntoView {
    let id = fresh_id();
    view! {
        <div class="field">
            <div class="field__head">
                <label class="field__label" for=id.clone()>{move || label.get()}</label>
            </div>
            {control(Some(id), name, None, options, value, commit)}
        </div>
    }
}

/// A select whose label is heard only.
#[component]
pub fn Select(
    /// What it is about.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the document format.
    name: &'static str,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Options>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Puts a choice into the document.
    #[prop(into)]
    commit: Callback<String>,
) -> impl IntoView {
    control(None, name, Some(label), options, value, commit)
}

fn control(
    id: Option<String>,
    name: &'static str,
    label: Option<Signal<String>>,
    options: Signal<Options>,
    value: Signal<String>,
    commit: Callback<String>,
) -> AnyView {
    let turned = RwSignal::new(());
    // Every edit asks for the value again, and a list of hundreds is not written anew for one that stays.
    let (options, value) = (Memo::new(move |_| options.get()), Memo::new(move |_| value.get()));
    let choose = move |event: ev::Event| {
        let chosen = event_target_value(&event);
        if chosen != value.get_untracked() {
            commit.run(chosen);
            // Where nothing came of it, what stands in the document is shown again.
            turned.try_set(());
        }
    };
    let shown = move || {
        turned.track();
        choices(options.get(), &value.get())
    };
    view! {
        <select class="select select--wide" id=id data-field=name aria-label=move || label.map(|label| label.get())
            on:change=choose>
            {shown}
        </select>
    }
    .into_any()
}

fn choices(options: Options, chosen: &str) -> Vec<impl IntoView + use<>> {
    let known = options.iter().any(|(key, _)| key == chosen);
    let stray = (!known).then(|| (chosen.to_owned(), chosen.to_owned()));
    stray
        .into_iter()
        .chain(options)
        .map(|(key, word)| {
            let selected = key == chosen;
            view! { <option value=key selected=selected prop:selected=selected>{word}</option> }
        })
        .collect()
}

/// One state of a fact.
#[derive(Clone, Copy)]
pub struct Segment {
    /// Its word.
    pub word: Signal<String>,
    /// Whether the fact is in it.
    pub pressed: Signal<bool>,
    /// Brings the fact into it.
    pub choose: Callback<()>,
}

/// The states of a fact as a row of small buttons.
#[component]
pub fn Segments(
    /// What the fact is.
    #[prop(into)]
    label: Signal<String>,
    /// Its states.
    segments: Vec<Segment>,
) -> impl IntoView {
    let read_only = use_workbench().read_only;
    let buttons = segments.into_iter().map(|Segment { word, pressed, choose }| {
        view! {
            <button type="button" class="segments__option" aria-pressed=move || pressed.get().to_string()
                disabled=move || read_only.get() on:click=move |_| choose.run(())>
                {move || word.get()}
            </button>
        }
    });
    view! {
        <div class="segments" role="group" aria-label=move || label.get()>
            {buttons.collect::<Vec<_>>()}
        </div>
    }
}
