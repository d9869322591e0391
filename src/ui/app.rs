//! The page as a whole: decides what it starts with, lays out the parts, and keeps what lies outside of them (language
//! and theme of the document, its title, the kept plan) in step.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::i18n::Language;
use crate::i18n::chrome::Shell;
use crate::ui::canvas::Canvas;
use crate::ui::embed::{self, Embed};
use crate::ui::panel::{General, Inspector, Outline, Overview, Palette, Paper, Peek, ResultPanel};
use crate::ui::platform::{address, page};
use crate::ui::shell::plans::{self, First};
use crate::ui::shell::{
    self, ContextMenu, Dialogs, FilePicker, Frame, Icon, Messages, Opened, Side, Start, Toolbar, View,
    first_language, first_theme, icon, provide_frame,
};
use crate::ui::workbench::{Theme, Workbench, provide_workbench};

/// Puts the page where the document has room for it, in place of the text that stood in for it.
pub fn mount() {
    let place = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    // What stands in for the page stays until the plan that was worked on last is read.
    js_sys::futures::spawn_local(async move {
        // No host of an embedded page ever gets to see a plan of the reader's.
        let first = if embed::is_asked() { First::default() } else { plans::first(first_language()).await };
        match place {
            Some(place) => {
                place.set_inner_html("");
                leptos::mount::mount_to(place, move || view! { <App first=first /> }).forget();
            }
            None => leptos::mount::mount_to_body(move || view! { <App first=first /> }),
        }
    });
}

/// The page.
#[component]
pub fn App(
    /// What it starts with where the address opens nothing.
    first: First,
) -> impl IntoView {
    let language = first_language();
    let embedded = embed::is_asked();
    // The drawing is judged once, as what it starts with.
    let opened = shell::opened(language);
    let document = match &opened {
        Opened::Document(document) => Some(document.clone()),
        _ => first.document(),
    };
    let workbench = provide_workbench(document.unwrap_or_default(), language, first_theme());
    let frame = provide_frame();
    workbench.read_only.set(embedded);
    plans::begin(workbench, first);
    shell::show_first(workbench, frame, opened);
    if let Some(id) = address::query("select").filter(|_| workbench.started.get_untracked()) {
        shell::host::select(workbench, &id);
    }
    shell::listen_to_keys(workbench, frame);
    shell::follow_address(workbench, frame);
    follow_outside(workbench);
    if embedded {
        return view! { <Embed /> <Dialogs /> <Messages /> }.into_any();
    }
    shell::accept_dropped_files(workbench, frame);
    shell::keep_plan(workbench, frame);
    // Only the first start builds the parts; they stay when something says again that there is a plan.
    let started = Memo::new(move |_| workbench.started.get());
    view! {
        <div class="app" data-view=move || frame.view.get().key() class=("app--start", move || !workbench.started.get())>
            <Toolbar />
            {move || if started.get() { plan(workbench, frame).into_any() } else { view! { <Start /> }.into_any() }}
            <Messages />
        </div>
        <Dialogs />
        <FilePicker />
    }
    .into_any()
}

/// The parts of the page once there is a plan.
fn plan(workbench: Workbench, frame: Frame) -> impl IntoView {
    let words = move || Shell::of(workbench.language.get());
    view! {
        {side(workbench, frame)}
        <main class="work">
            <div class="stage"><Canvas /> <Peek /></div>
            <div class="panel">
                <div class="panel__scroll">
                    <ResultPanel />
                    <General />
                </div>
                <Inspector />
            </div>
            <Overview />
            <Paper />
            <ContextMenu />
        </main>
        <nav class="views" aria-label=move || words().views>
            {view_button(frame, View::Result, Icon::Tick, shell::word(workbench, |w| w.view_result))}
            {view_button(frame, View::Drawing, Icon::Sheet, shell::word(workbench, |w| w.view_drawing))}
            {view_button(frame, View::Palette, Icon::Plus, shell::word(workbench, |w| w.view_palette))}
        </nav>
    }
}

fn view_button(frame: Frame, view: View, symbol: Icon, label: Signal<String>) -> impl IntoView {
    view! {
        <button type="button" class="views__button" aria-pressed=move || (frame.view.get() == view).to_string()
            on:click=move |_| frame.view.set(view)>
            {icon(symbol)} {label}
        </button>
    }
}

/// The left column: what can be added, or the outline.
fn side(workbench: Workbench, frame: Frame) -> impl IntoView {
    let words = move || Shell::of(workbench.language.get());
    let tab = move |side: Side, label: Signal<String>, symbol: Icon, command: Option<&'static str>| {
        let choose = move |_| {
            // On a page where the column is folded, the same button folds it again.
            let again = frame.side.get_untracked() == side && frame.side_open.get_untracked();
            frame.side.set(side);
            frame.side_open.set(!again);
        };
        view! {
            <button type="button" class="side__tab" aria-pressed=move || (frame.side.get() == side).to_string()
                data-command=command title=label on:click=choose>
                {icon(symbol)} <span class="side__word">{label}</span>
            </button>
        }
    };
    view! {
        <nav class="palette" class=("palette--open", move || frame.side_open.get()) aria-label=move || words().palette>
            <div class="side__tabs">
                {tab(Side::Palette, shell::word(workbench, |w| w.tab_add), Icon::Plus, None)}
                {tab(Side::Outline, shell::word(workbench, |w| w.tab_outline), Icon::Sheet, Some("outline"))}
            </div>
            <div class="side__body">
                {move || match frame.side.get() {
                    Side::Palette => view! { <Palette /> }.into_any(),
                    Side::Outline => view! { <Outline /> }.into_any(),
                }}
            </div>
        </nav>
    }
}

/// Keeps the document around the page in step: its language, theme and title, and that it is ready.
fn follow_outside(workbench: Workbench) {
    Effect::new(move |_| {
        let language = workbench.language.get();
        shell::speak(language);
        page::set_attribute(
            "lang",
            match language {
                Language::En => "en",
                Language::Zh => "zh-CN",
            },
        );
    });
    Effect::new(move |_| match workbench.theme.get() {
        Theme::System => page::remove_attribute("data-theme"),
        Theme::Light => page::set_attribute("data-theme", "light"),
        Theme::Dark => page::set_attribute("data-theme", "dark"),
    });
    Effect::new(move |_| {
        let title = workbench.title.get();
        page::set_title(&if title.is_empty() {
            "Reachplan".to_owned()
        } else {
            format!("{title} · Reachplan")
        });
    });
    Effect::new(move |_| {
        // Judged, because it was read; drawn, because effects of children run first.
        workbench.result.track();
        request_animation_frame(|| page::set_attribute("data-ready", ""));
    });
}
