//! Copying: a button that puts a text into the clipboard and answers in place.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::chrome::Panel;
use crate::ui::platform::clipboard;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::use_workbench;

const ANSWER: Duration = Duration::from_millis(1500);

/// A button that copies a text.
#[component]
pub fn Copy(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What the button says; an icon alone where absent.
    #[prop(optional, into)]
    label: MaybeProp<String>,
) -> impl IntoView {
    let workbench = use_workbench();
    let answer = RwSignal::new(None::<bool>);
    let words = move || Panel::of(workbench.language.get());
    let said = move || match answer.get() {
        Some(true) => Some(words().copied.to_owned()),
        Some(false) => Some(words().copy_failed.to_owned()),
        None => label.get(),
    };
    let copy = move |_| {
        clipboard::copy(&text.get_untracked(), move |done| {
            let copied = done.is_ok();
            let words = Panel::of(workbench.language.get_untracked());
            workbench.announce(if copied { words.copied } else { words.copy_failed });
            answer.try_set(Some(copied));
            set_timeout(
                move || {
                    answer.try_set(None);
                },
                ANSWER,
            );
        });
    };
    let name = move || match label.get() {
        Some(label) => label,
        None => format!("{} {}", words().copy, text.get().replace('\n', ", ")),
    };
    view! {
        <button type="button" class="button button--small copy" class=("copy--answers", move || answer.get().is_some())
            data-copy="" aria-label=name title=move || words().copy on:click=copy>
            {move || icon(if answer.get() == Some(true) { Icon::Tick } else { Icon::Copy })}
            {move || said().map(|said| view! { <span>{said}</span> })}
        </button>
    }
}

/// A value in the exact face, with a way to copy it.
#[component]
pub fn Chip(
    /// The value.
    text: String,
) -> impl IntoView {
    view! {
        <span class="chip">
            <code>{text.clone()}</code>
            <Copy text=Signal::derive(move || text.clone()) />
        </span>
    }
}
