//! On a narrow page the drawing hides result and properties: a strip above it says what is selected and how it stands, and
//! leads to its form.

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::Forms;
use crate::ui::canvas::label::said;
use crate::ui::platform::page;
use crate::ui::shell::{View, use_frame};
use crate::ui::workbench::use_workbench;

/// The strip.
#[component]
pub fn Peek() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let narrow = RwSignal::new(page::matches(page::NARROW));
    page::on_media(page::NARROW, move |now| narrow.set(now));
    let chosen = Memo::new(move |_| -> Option<Id> {
        let seen = narrow.get() && frame.view.get() == View::Drawing;
        workbench.selection.with(|selection| match (seen, selection.len()) {
            (true, 1) => selection.first().cloned(),
            _ => None,
        })
    });
    let open = move |_| {
        frame.view.set(View::Result);
        request_animation_frame(|| {
            page::reveal("[data-panel=\"inspector\"]");
            page::focus("[data-panel=\"inspector\"] :is(input, select, textarea, button)");
        });
    };
    let strip = move |id: Id| {
        let words = move || Forms::of(workbench.language.get());
        view! {
            <div class="peek" role="group" aria-label=move || words().selected>
                <p class="peek__text">{move || said(workbench, &id)}</p>
                <button type="button" class="button button--small" on:click=open>{move || words().inspector}</button>
            </div>
        }
        .into_any()
    };
    move || chosen.get().map(strip)
}
