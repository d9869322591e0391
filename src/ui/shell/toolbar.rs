//! The top bar: the plan's title, its commands, and the choice of language and theme.

use leptos::{ev, prelude::*};

use crate::i18n;
use crate::i18n::chrome::{Exchange, Shell};
use crate::library::{Draft, Place};
use crate::samples::SAMPLES;
use crate::session::{Command, Export};
use crate::topology::Edit;
use crate::ui::platform::page;
use crate::ui::shell::frame::{is_dark, switch_language, switch_theme};
use crate::ui::shell::menu::menu_item;
use crate::ui::shell::saved::saved;
use crate::ui::shell::{Frame, Icon, Menu, commands, files, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};

/// The top bar.
#[component]
pub fn Toolbar() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let word = move |pick: fn(&'static Shell) -> &'static str| words(workbench, pick);
    view! {
        <header class="bar">
            <h1 class="bar__brand">"Reachplan"</h1>
            {title(workbench)}
            <div class="bar__tools" role="toolbar" aria-label=word(|w| w.commands)>
                {history(workbench)}
                // Behind the buttons, so that none of them gives way while somebody presses it.
                {saved(workbench, frame)}
                <span class="bar__gap"></span>
                {samples(workbench)}
                {files(workbench, frame)}
                {exports(workbench, frame)}
                {more(workbench, frame)}
                {appearance(workbench)}
            </div>
        </header>
    }
}

/// A word of the frame in the language of the page.
pub fn words(workbench: Workbench, pick: fn(&'static Shell) -> &'static str) -> Signal<String> {
    Signal::derive(move || pick(Shell::of(workbench.language.get())).to_owned())
}

fn title(workbench: Workbench) -> impl IntoView {
    let draft = RwSignal::new(None::<String>);
    let place = || Place { field: "title".to_owned(), ..Place::default() };
    // A half-typed title survives the page, as the text of any field.
    Effect::new(move |_| {
        workbench.origin.track();
        draft.set(workbench.draft_at(&place(), &workbench.title.get_untracked(), true));
    });
    let typed = move |event: ev::Event| {
        let text = event_target_value(&event);
        let over = workbench.title.get_untracked();
        workbench.keep_draft(Draft { place: place(), over, text: text.clone() });
        draft.set(Some(text));
    };
    let end = move || {
        draft.set(None);
        workbench.strike_draft(&place());
    };
    let commit = move || {
        if let Some(text) = draft.get_untracked() {
            end();
            let text: String = text.trim().chars().take(200).collect();
            if text != workbench.title.get_untracked() {
                workbench.attempt(&Edit::SetTitle(text));
            }
        }
    };
    let keys = move |event: ev::KeyboardEvent| match event.key().as_str() {
        _ if page::is_composing(&event) => {}
        "Enter" => commit(),
        "Escape" => end(),
        _ => {}
    };
    let shown = move || draft.get().unwrap_or_else(|| workbench.title.get());
    view! {
        <input class="bar__title" type="text" dir="auto" maxlength="200" data-field="title" aria-label=words(workbench, |w| w.plan_title)
            placeholder=words(workbench, |w| w.untitled) hidden=move || !workbench.started.get() prop:value=shown
            on:input=typed on:blur=move |_| commit() on:keydown=keys />
    }
}

fn history(workbench: Workbench) -> impl IntoView {
    let button = move |symbol: Icon,
                       command: &'static str,
                       label: Signal<String>,
                       off: Signal<bool>,
                       act: fn(Workbench)| {
        view! {
            <button type="button" class="button button--plain button--icon" data-command=command aria-label=label title=label
                disabled=off on:click=move |_| act(workbench)>
                {icon(symbol)}
            </button>
        }
    };
    view! {
        <span class="bar__group">
            {button(Icon::Undo, "undo", words(workbench, |w| w.undo), Signal::derive(move || workbench.can_undo.get().is_none()),
                |workbench| workbench.undo())}
            {button(Icon::Redo, "redo", words(workbench, |w| w.redo), Signal::derive(move || workbench.can_redo.get().is_none()),
                |workbench| workbench.redo())}
        </span>
    }
}

fn samples(workbench: Workbench) -> impl IntoView {
    let items = move || {
        let entry = move |sample: &'static crate::samples::Sample| {
            view! {
                <button type="button" class="menu__item menu__item--tall" data-sample=sample.name
                    on:click=move |_| files::open_sample(workbench, sample)>
                    <span class="menu__label">{move || sample.title(workbench.language.get())}</span>
                    <span class="menu__about">{move || sample.summary(workbench.language.get())}</span>
                </button>
            }
        };
        SAMPLES.iter().map(entry).collect::<Vec<_>>()
    };
    let label = words(workbench, |w| w.samples);
    view! {
        <Menu name="samples" label=label face=ViewFn::from(move || view! { <span>{label}</span> {icon(Icon::Down)} })>
            {items()}
        </Menu>
    }
}

fn files(workbench: Workbench, frame: Frame) -> impl IntoView {
    let run = move |command| commands::run(workbench, frame, command);
    view! {
        <span class="bar__group bar__wide">
            <button type="button" class="button button--plain" data-command="open"
                on:click=move |_| frame.choose_file.update(|count| *count += 1)>
                {icon(Icon::Open)} {words(workbench, |w| w.open)}
            </button>
            <button type="button" class="button button--plain" data-command="save" disabled=move || !workbench.started.get()
                on:click=move |_| files::save(workbench)>
                {icon(Icon::Save)} {words(workbench, |w| w.save)}
            </button>
            <button type="button" class="button button--plain" data-command="import" on:click=move |_| run(Command::Import)>
                {icon(Icon::Into)} {move || Exchange::of(workbench.language.get()).import}
            </button>
            <button type="button" class="button button--plain" data-command="share" disabled=move || !workbench.started.get()
                on:click=move |_| run(Command::Share)>
                {icon(Icon::Link)} {move || Exchange::of(workbench.language.get()).share_short}
            </button>
        </span>
    }
}

/// An entry of a menu that gives a command.
fn entry(workbench: Workbench, frame: Frame, command: Command) -> AnyView {
    let off = Signal::derive(move || !commands::enabled(workbench, command));
    let label = Signal::derive(move || i18n::command(command, workbench.language.get()).to_owned());
    let act = move || commands::run(workbench, frame, command);
    menu_item(commands::picture(command), command.key(), label, command.shortcut(), off, act).into_any()
}

fn exports(workbench: Workbench, frame: Frame) -> impl IntoView {
    let label = Signal::derive(move || Exchange::of(workbench.language.get()).export.to_owned());
    view! {
        <span class="bar__group bar__wide">
            <Menu name="export" label=label face=ViewFn::from(move || view! { <span>{label}</span> {icon(Icon::Down)} })>
                {export_items(workbench, frame)}
            </Menu>
        </span>
    }
}

fn export_items(workbench: Workbench, frame: Frame) -> Vec<AnyView> {
    let all = Export::ALL.into_iter().map(Command::Export).chain([Command::Picture]);
    all.map(|command| entry(workbench, frame, command)).collect()
}

fn more(workbench: Workbench, frame: Frame) -> impl IntoView {
    let item = move |command: Command| entry(workbench, frame, command);
    let items = move || {
        view! {
            {item(Command::New)}
            {item(Command::Plans)}
            <span class="menu__narrow">{item(Command::Open)} {item(Command::Save)} {item(Command::Share)} {item(Command::Import)}</span>
            {item(Command::CopyPlan)}
            {item(Command::Compare)}
            <span class="menu__narrow"><hr class="menu__rule" /> {export_items(workbench, frame)}</span>
            <hr class="menu__rule" />
            {item(Command::Search)}
            {item(Command::Outline)}
            {item(Command::Result)}
            <hr class="menu__rule" />
            {item(Command::Add)}
            {item(Command::Rename)}
            {item(Command::Connect)}
            {item(Command::MoveInto)}
            {item(Command::Duplicate)}
            {item(Command::Delete)}
            <hr class="menu__rule" />
            {item(Command::Print)}
            {item(Command::Keys)}
        }
    };
    let label = words(workbench, |w| w.more);
    view! { <Menu name="more" label=label face=ViewFn::from(move || icon(Icon::More))>{items()}</Menu> }
}

fn appearance(workbench: Workbench) -> impl IntoView {
    let words = move || Shell::of(workbench.language.get());
    let theme = move || {
        if is_dark(workbench.theme.get()) { words().theme_to_light } else { words().theme_to_dark }
    };
    let other = move || workbench.language.get().pick("zh-CN", "en");
    view! {
        <span class="bar__group">
            <button type="button" class="button button--plain" data-command="language" lang=other title=move || words().language_long
                on:click=move |_| switch_language(workbench)>
                {move || words().language}
            </button>
            <button type="button" class="button button--plain button--icon" data-command="theme" aria-label=theme title=theme
                on:click=move |_| switch_theme(workbench)>
                {icon(Icon::Theme)}
            </button>
        </span>
    }
}
