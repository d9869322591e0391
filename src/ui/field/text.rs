//! A text field that keeps what is half typed to itself: only a text that its check takes reaches the document, on
//! Enter or when the field is left; Escape restores what was there.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::{ev, prelude::*};

use crate::i18n::chrome::Forms;
use crate::ui::field::draft::Typing;
use crate::ui::field::{Assessment, Check, Trouble};
use crate::ui::platform::page;
use crate::ui::workbench::use_workbench;

/// How a text is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Words, on one line.
    #[default]
    Words,
    /// Addresses and the like, on one line.
    Exact,
    /// Addresses and the like, one on each line.
    Lines,
    /// Words on several lines.
    Prose,
}

/// A labelled field for a text.
#[component]
pub fn TextField(
    /// What it is about.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the document format.
    name: &'static str,
    /// The text in the document.
    #[prop(into)]
    value: Signal<String>,
    /// Judges what is typed.
    #[prop(optional)]
    check: Option<Check>,
    /// Puts a text into the document.
    #[prop(into)]
    commit: Callback<String>,
    /// How it is shown.
    #[prop(optional)]
    shape: Shape,
    /// What an empty field means.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// What to know about it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What stands beside the label.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let workbench = use_workbench();
    let id = StoredValue::new(fresh_id());
    let draft = Typing::new(workbench, &id.get_value(), name, value);
    let check = check.unwrap_or(crate::ui::field::any_text);
    let assessment = Memo::new(move |_| match draft.get() {
        Some(text) => check(&text, workbench.language.get()),
        None => value.with(|text| advice_only(check(text, workbench.language.get()))),
    });
    let settle = Callback::new(move |()| {
        let Some(text) = draft.get_untracked() else { return };
        if !matches!(check(&text, workbench.language.get_untracked()), Assessment::Refused(_)) {
            draft.end();
            if text.trim() != value.get_untracked().trim() {
                commit.run(text.trim().to_owned());
            }
        }
    });
    let repair = Callback::new(move |text: String| {
        draft.end();
        commit.run(text);
    });
    view! {
        <div class="field">
            <div class="field__head">
                <label class="field__label" for=id.get_value()>{move || label.get()}</label>
                {children.map(|children| children())}
            </div>
            {entry(Entry { id: id.get_value(), name, shape, placeholder, draft, value, assessment, settle })}
            {move || hint.get().map(|hint| view! { <p class="field__hint">{hint}</p> })}
            {move || draft.is_found().then(|| view! {
                <p class="field__hint" id=format!("{}-typed", id.get_value()) data-draft=name>
                    {move || Forms::of(workbench.language.get()).draft}
                </p>
            })}
            {move || problem(&id.get_value(), &assessment.get(), repair)}
        </div>
    }
}

/// The parts of the control itself.
struct Entry {
    id: String,
    name: &'static str,
    shape: Shape,
    placeholder: MaybeProp<String>,
    draft: Typing,
    value: Signal<String>,
    assessment: Memo<Assessment>,
    settle: Callback<()>,
}

fn entry(entry: Entry) -> AnyView {
    let Entry { id, name, shape, placeholder, draft, value, assessment, settle } = entry;
    let (typed, says) = (format!("{id}-typed"), format!("{id}-says"));
    let described = move || {
        let typed = draft.is_found().then_some(typed.as_str());
        let says = trouble(&assessment.get()).map(|_| says.as_str());
        let all: Vec<&str> = typed.into_iter().chain(says).collect();
        (!all.is_empty()).then(|| all.join(" "))
    };
    let invalid = move || matches!(assessment.get(), Assessment::Refused(_)).then_some("true");
    let text = move || draft.get().unwrap_or_else(|| value.get());
    let keys = move |event: ev::KeyboardEvent| pressed(&event, shape, draft, settle);
    // Words run as their own script does; addresses run from left to right.
    let direction = matches!(shape, Shape::Words | Shape::Prose).then_some("auto");
    match shape {
        Shape::Words | Shape::Exact => view! {
            <input class="input" class=("input--mono", shape == Shape::Exact) id=id data-field=name type="text" dir=direction autocomplete="off"
                spellcheck="false" placeholder=move || placeholder.get() prop:value=text aria-invalid=invalid
                aria-describedby=described on:input=move |event| draft.typed(event_target_value(&event))
                on:blur=move |_| settle.run(()) on:keydown=keys />
        }
        .into_any(),
        Shape::Lines | Shape::Prose => view! {
            <textarea class="area" class=("area--mono", shape == Shape::Lines) id=id data-field=name rows="1" dir=direction autocomplete="off"
                spellcheck="false" placeholder=move || placeholder.get() prop:value=text aria-invalid=invalid
                aria-describedby=described on:input=move |event| draft.typed(event_target_value(&event))
                on:blur=move |_| settle.run(()) on:keydown=keys></textarea>
        }
        .into_any(),
    }
}

fn pressed(event: &ev::KeyboardEvent, shape: Shape, draft: Typing, settle: Callback<()>) {
    let several = matches!(shape, Shape::Lines | Shape::Prose);
    match event.key().as_str() {
        // An input method uses Enter and Escape for itself while it composes.
        _ if page::is_composing(event) => {}
        "Enter" if !several || event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            settle.run(());
        }
        "Escape" if draft.get_untracked().is_some() => {
            event.stop_propagation();
            draft.end();
        }
        _ => {}
    }
}

fn problem(id: &str, assessment: &Assessment, repair: Callback<String>) -> Option<impl IntoView + use<>> {
    let workbench = use_workbench();
    let trouble = trouble(assessment)?;
    let advice = matches!(assessment, Assessment::Advice(_));
    let offer = trouble.repair.map(|text| {
        // Of a whole list only the press shows what comes of it.
        let label = (!text.contains('\n')).then(|| text.clone());
        let says = move || {
            let words = Forms::of(workbench.language.get());
            label
                .as_ref()
                .map_or_else(|| words.use_list.to_owned(), |label| format!("{} {label}", words.use_this))
        };
        view! {
            <button type="button" class="button button--small" on:click=move |_| repair.run(text.clone())>
                {says}
            </button>
        }
    });
    Some(view! {
        <p class="field__problem" class=("field__problem--advice", advice) id=format!("{id}-says")>
            <span>{trouble.text}</span>
            {offer}
        </p>
    })
}

fn trouble(assessment: &Assessment) -> Option<Trouble> {
    match assessment {
        Assessment::Fine => None,
        Assessment::Advice(trouble) | Assessment::Refused(trouble) => Some(trouble.clone()),
    }
}

/// What stands in the document has been taken, so there is nothing left to refuse.
fn advice_only(assessment: Assessment) -> Assessment {
    match assessment {
        Assessment::Advice(trouble) => Assessment::Advice(trouble),
        Assessment::Fine | Assessment::Refused(_) => Assessment::Fine,
    }
}

/// An id for an element of the page that no other has.
pub fn fresh_id() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("field-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
