//! Renaming in place: a field over the name. Enter and leaving keep the text, Escape gives the old one back.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::Rect;
use crate::diagram::sizes::{CARD_HEIGHT, HEADER};
use crate::i18n::canvas as words;
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::page;

/// The field over the name of what is being renamed.
pub(super) fn rename_field(stage: Stage) -> impl IntoView {
    let (renaming, in_outline) = (stage.workbench.renaming, stage.page.in_outline);
    let here = move || renaming.get().filter(|_| !in_outline.get());
    move || here().map(|id| view! { <Field stage=stage id=id /> })
}

#[component]
fn Field(stage: Stage, id: Id) -> impl IntoView {
    let workbench = stage.workbench;
    let field = NodeRef::<Input>::new();
    let old = untrack(|| workbench.called(&id));
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            field.set_value(&old);
            // A field that is gone again cannot take the focus.
            let _ = field.focus();
            field.select();
        }
    });
    let place = {
        let id = id.clone();
        move || {
            let rect = stage.scene.arrangement.with(|all| all.get(&id)).unwrap_or_default();
            over_name(rect, stage)
        }
    };
    let typed = {
        let id = id.clone();
        move |event: ev::Event| workbench.keep_name(&id, event_target_value(&event))
    };
    let end = move |keeps: bool| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        if workbench.renaming.with_untracked(|renaming| renaming.as_ref() == Some(&id)) {
            workbench.renaming.set(None);
            workbench.strike_name(&id);
            if keeps {
                workbench.rename(&id, &field.value());
            }
        }
    };
    let on_key = {
        let end = end.clone();
        move |event: ev::KeyboardEvent| {
            event.stop_propagation();
            // An input method uses Enter and Escape for itself while it composes.
            if page::is_composing(&event) {
                return;
            }
            let key = event.key();
            if !matches!(key.as_str(), "Enter" | "Escape") {
                return;
            }
            end(key == "Enter");
            event.prevent_default();
            focus_canvas(stage);
        }
    };
    view! {
        <input
            node_ref=field
            class="rename"
            type="text"
            dir="auto"
            maxlength="120"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || words::name_field(workbench.language.get())
            style=place
            on:keydown=on_key
            on:input=typed
            on:blur=move |_| end(true)
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
        />
    }
}

/// Gives the keyboard back to the drawing.
fn focus_canvas(stage: Stage) {
    if let Some(root) = stage.root.get_untracked() {
        let _ = root.focus();
    }
}

/// Where the name of an element is on the surface, large enough to type in.
fn over_name(rect: Rect, stage: Stage) -> String {
    let view = stage.workbench.view.get();
    let height = if rect.h <= CARD_HEIGHT { rect.h.min(36.0) } else { HEADER };
    let left = view.to_screen(crate::diagram::Point::new(rect.x + 32.0, rect.y));
    let width = ((rect.w - 40.0) * view.zoom).max(140.0);
    format!(
        "left: {}px; top: {}px; width: {width}px; height: {}px",
        left.x,
        left.y + 2.0,
        (height * view.zoom).max(28.0) - 4.0
    )
}
