//! Messages that are shown for a while, and the live region for people who listen.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::chrome::Shell;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Offer, Toast, use_workbench};

const PLAIN: Duration = Duration::from_secs(5);
const WITH_OFFER: Duration = Duration::from_secs(10);

/// The message of the moment and the live region.
#[component]
pub fn Messages() -> impl IntoView {
    let workbench = use_workbench();
    let words = move || Shell::of(workbench.language.get());
    // Going away after a while is an effect in the plain sense; a newer message is left alone.
    Effect::new(move |_| {
        if let Some(toast) = workbench.toast.get() {
            let pause = if toast.offer == Offer::Nothing { PLAIN } else { WITH_OFFER };
            set_timeout(move || forget(workbench.toast, &toast), pause);
        }
    });
    let shown = move || {
        workbench.toast.get().map(|toast| {
        let undo = (toast.offer == Offer::Undo).then(|| view! {
            <button type="button" class="button button--small" on:click=move |_| { workbench.toast.set(None); workbench.undo(); }>
                {words().undo}
            </button>
        });
        view! {
            <div class="toast">
                <span>{toast.text}</span> {undo}
                <button type="button" class="button button--plain button--icon button--small" aria-label=words().close
                    on:click=move |_| workbench.toast.set(None)>
                    {icon(Icon::Close)}
                </button>
            </div>
        }
    })
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">{shown}</div>
        <div class="visually-hidden" role="status" aria-live="polite">{workbench.announcement}</div>
    }
}

fn forget(toast: RwSignal<Option<Toast>>, old: &Toast) {
    if toast.with_untracked(|now| now.as_ref() == Some(old)) {
        toast.set(None);
    }
}
