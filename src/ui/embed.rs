//! The page inside another one (`?embed`): the drawing to look at and its result, and nothing that edits. It never opens a
//! plan that this browser keeps, so that no host can read one.

use leptos::prelude::*;

use crate::i18n::chrome::Shell;
use crate::session::Command;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{Inspector, ResultPanel};
use crate::ui::platform::address;
use crate::ui::shell::{Frame, Icon, commands, host, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};

/// Whether the page is asked to be a part of another one.
pub fn is_asked() -> bool {
    address::query("embed").is_some()
}

/// What is seen of the page inside another one.
#[component]
pub fn Embed() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    host::listen(workbench);
    let started = Memo::new(move |_| workbench.started.get());
    view! {
        <div class="app app--embed">
            {bar(workbench, frame)}
            {move || if started.get() { plan().into_any() } else { waiting(workbench).into_any() }}
        </div>
    }
}

fn bar(workbench: Workbench, frame: Frame) -> impl IntoView {
    let words = move || Shell::of(workbench.language.get());
    let other = move || workbench.language.get().pick("zh-CN", "en");
    view! {
        <header class="bar">
            <h1 class="bar__brand">"Reachplan"</h1>
            <span class="ellipsis">{move || workbench.title.get()}</span>
            <div class="bar__tools" role="toolbar" aria-label=move || words().commands>
                <button type="button" class="button button--plain" data-command="language" lang=other
                    title=move || words().language_long on:click=move |_| commands::run(workbench, frame, Command::Language)>
                    {move || words().language}
                </button>
                <button type="button" class="button" data-command="copy-plan" disabled=move || !workbench.started.get()
                    on:click=move |_| commands::run(workbench, frame, Command::CopyPlan)>
                    {icon(Icon::Copy)} {move || words().open_copy}
                </button>
            </div>
        </header>
    }
}

fn plan() -> impl IntoView {
    view! {
        <main class="work">
            <div class="stage"><Canvas /></div>
            <div class="panel">
                <div class="panel__scroll"><ResultPanel /></div>
                <Inspector />
            </div>
        </main>
    }
}

fn waiting(workbench: Workbench) -> impl IntoView {
    view! { <main class="start"><p class="quiet">{move || Shell::of(workbench.language.get()).embed_empty}</p></main> }
}
