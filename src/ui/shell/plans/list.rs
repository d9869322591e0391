//! The list of plans: each with its picture, verdict and date, and what can be done with it. What goes wrong is said in
//! the list itself, because a message would lie behind it.

use leptos::task::spawn_local;
use leptos::{ev, html, prelude::*};

use crate::i18n::chrome::Plans;
use crate::i18n::{Language, verdict_word};
use crate::library::Head;
use crate::session::Command;
use crate::ui::platform::{file, page, window};
use crate::ui::shell::plans::actions::{self, Removed};
use crate::ui::shell::plans::store;
use crate::ui::shell::{Frame, Icon, icon};
use crate::ui::workbench::{Saved, Workbench};
use crate::verdict::Verdict;

/// A plan by its key; without a head where that cannot be read.
pub(super) type Row = (String, Option<Head>);

/// What the list shows and what is going on in it.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) workbench: Workbench,
    frame: Frame,
    /// The plans by key; `None` before they are read.
    rows: RwSignal<Option<Vec<Row>>>,
    /// The plan that is being renamed.
    renaming: RwSignal<Option<String>>,
    /// The plans that could not be opened.
    damaged: RwSignal<Vec<String>>,
    /// What was removed last and can be put back.
    removed: RwSignal<Option<Removed>>,
    /// What is to be said.
    pub(super) said: RwSignal<String>,
}

impl List {
    /// Reads the list anew.
    pub(super) fn refresh(self) {
        spawn_local(async move {
            match store::list().await {
                Ok(rows) => {
                    let focused = focused();
                    // A dialog that was closed meanwhile shows nothing.
                    self.rows.try_set(Some(rows));
                    if let Some(button) = focused {
                        request_animation_frame(move || page::focus(&button));
                    }
                }
                Err(_) => {
                    self.rows.try_set(Some(Vec::new()));
                    self.say(self.words().absent);
                }
            }
        });
    }

    /// Says something in the list.
    pub(super) fn say(self, text: impl Into<String>) {
        self.said.try_set(text.into());
    }

    /// The words of the list.
    pub(super) fn words(self) -> &'static Plans {
        super::words(self.workbench)
    }

    /// The titles that are taken.
    pub(super) fn titles(self) -> Vec<String> {
        let rows = self.rows.get_untracked().unwrap_or_default();
        rows.into_iter().filter_map(|(_, head)| Some(head?.look.title)).collect()
    }

    /// A plan cannot be read.
    pub(super) fn mark_damaged(self, plan: &str) {
        self.damaged.update(|all| all.push(plan.to_owned()));
    }

    /// A plan was removed.
    pub(super) fn offer_back(self, removed: Removed) {
        self.removed.set(Some(removed));
        request_animation_frame(|| page::focus("[data-command=\"plan-put-back\"]"));
    }

    /// Closes the list.
    pub(super) fn close(self) {
        self.frame.close();
    }
}

/// The list in its dialog.
pub(in crate::ui::shell) fn list(workbench: Workbench, frame: Frame) -> AnyView {
    let list = List {
        workbench,
        frame,
        rows: RwSignal::new(None),
        renaming: RwSignal::new(None),
        damaged: RwSignal::new(Vec::new()),
        removed: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    // Whatever is kept meanwhile, here or in another tab, is shown as it is then.
    Effect::new(move |_| {
        if workbench.saved.get() != Saved::Apart {
            list.refresh();
        }
    });
    window::listen("storage", move |_: ev::StorageEvent| list.refresh());
    super::saving::flush(workbench);
    let language = workbench.language;
    let rows = move || {
        let language = language.get();
        let rows = list.rows.get()?;
        if rows.is_empty() && list.said.with(String::is_empty) {
            return Some(view! { <p class="quiet">{Plans::of(language).none}</p> }.into_any());
        }
        let rows: Vec<AnyView> =
            rows.into_iter().map(|(plan, head)| row(list, plan, head.as_ref(), language)).collect();
        Some(view! { <ul class="plans">{rows}</ul> }.into_any())
    };
    view! {
        {ways(list)}
        <p class="plans__said" role="status">{list.said}</p>
        {move || list.removed.get().map(|removed| put_back(list, &removed))}
        {rows}
        <p class="quiet">{move || Plans::of(language.get()).about}</p>
    }
    .into_any()
}

/// What can be done with no plan in particular.
fn ways(list: List) -> AnyView {
    let workbench = list.workbench;
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            file::read_chosen(&field, move |files| actions::import(list, files));
        }
    };
    let new = move |_| {
        list.close();
        super::start_blank(workbench);
    };
    let words = move || Plans::of(workbench.language.get());
    let new_name = move || crate::i18n::command(Command::New, workbench.language.get());
    view! {
        <div class="plans__ways">
            <button type="button" class="button button--primary" data-command="new" on:click=new>
                {icon(Icon::Plus)} {new_name}
            </button>
            <button type="button" class="button" data-command="plans-export" on:click=move |_| actions::export(list)>
                {icon(Icon::Save)} {move || words().export_all}
            </button>
            <button type="button" class="button" data-command="plans-import" on:click=choose>
                {icon(Icon::Open)} {move || words().import_all}
            </button>
            <input type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" accept=".json,application/json"
                data-field="plans" node_ref=field on:change=chosen />
        </div>
    }
    .into_any()
}

/// The button of the list that has the focus, by its place in the markup: the list is about to be drawn anew.
fn focused() -> Option<String> {
    let focused = page::focused()?;
    let plan = focused.closest("[data-plan]").ok()??.get_attribute("data-plan")?;
    let command = focused.get_attribute("data-command")?;
    Some(format!("[data-plan=\"{plan}\"] [data-command=\"{command}\"]"))
}

fn put_back(list: List, removed: &Removed) -> AnyView {
    let words = Plans::of(list.workbench.language.get());
    let title = titled(&removed.title, list.workbench.language.get());
    let back = move |_| {
        if let Some(removed) = list.removed.get_untracked() {
            list.removed.set(None);
            actions::put_back(list, removed);
        }
    };
    view! {
        <p class="plans__removed">
            <span>{words.deleted} ": " <bdi>{title}</bdi></span>
            <button type="button" class="button button--small" data-command="plan-put-back" on:click=back>{words.undo}</button>
        </p>
    }
    .into_any()
}

fn row(list: List, plan: String, head: Option<&Head>, language: Language) -> AnyView {
    let words = Plans::of(language);
    let workbench = list.workbench;
    let (key, named) = (StoredValue::new(plan.clone()), plan.clone());
    let current = move || workbench.origin.with(|origin| origin.plan == named && !named.is_empty());
    let title = head.map_or_else(|| plan.clone(), |head| titled(&head.look.title, language));
    let facts = match head {
        Some(head) if !list.damaged.with(|all| all.contains(&plan)) => facts(head, language),
        _ => damaged(list, plan.clone(), words),
    };
    let picture = head.map(|head| head.look.picture.clone()).unwrap_or_default();
    let renamed = plan.clone();
    let name = {
        let title = title.clone();
        move || {
            if list.renaming.with(|renaming| renaming.as_ref() == Some(&renamed)) {
                rename_field(list, renamed.clone(), &title, words)
            } else {
                view! { <bdi class="plans__title">{title.clone()}</bdi> }.into_any()
            }
        }
    };
    let act = move |act: fn(List, String)| move |_| act(list, key.get_value());
    let opens = format!("{}: {title}", words.open);
    let tool = move |symbol: Icon, command: &'static str, word: &'static str, act: fn(List, String)| {
        let label = format!("{word}: {title}");
        view! {
            <button type="button" class="button button--plain button--icon" data-command=command aria-label=label title=word
                on:click=move |_| act(list, key.get_value())>
                {icon(symbol)}
            </button>
        }
        .into_any()
    };
    let keys = move |event: ev::KeyboardEvent| {
        let act: fn(List, String) = match event.key().as_str() {
            "F2" => rename,
            "Delete" => actions::remove,
            _ => return,
        };
        if list.renaming.with_untracked(Option::is_none) {
            event.prevent_default();
            act(list, key.get_value());
        }
    };
    view! {
        <li class="plans__row" data-plan=plan aria-current=move || current().then_some("true") on:keydown=keys>
            <button type="button" class="plans__open" data-command="plan-open" aria-label=opens on:click=act(actions::open)>
                {drawn(&picture)}
            </button>
            <div class="plans__about">{name} {facts}</div>
            <div class="plans__tools">
                {tool(Icon::Pencil, "plan-rename", words.rename, rename)}
                {tool(Icon::Copy, "plan-duplicate", words.duplicate, actions::duplicate)}
                {tool(Icon::Bin, "plan-delete", words.delete, actions::remove)}
            </div>
        </li>
    }
    .into_any()
}

/// The verdict, and when it was kept.
fn facts(head: &Head, language: Language) -> AnyView {
    let words = Plans::of(language);
    let (key, symbol, word) = match head.look.verdict {
        Some(verdict) => (verdict.key(), icon(Icon::Verdict(verdict)), verdict_word(language, verdict)),
        None => (Verdict::Unknown.key(), icon(Icon::Sheet), words.no_connection),
    };
    let date = page::date(head.saved, language.pick("en", "zh-CN"));
    view! {
        <span class="plans__facts">
            <span class="judged" data-state=key>{symbol} {word}</span> <span class="quiet">{date}</span>
        </span>
    }
    .into_any()
}

/// What is said of a plan that cannot be read, and the way to what there is of it.
fn damaged(list: List, plan: String, words: &'static Plans) -> AnyView {
    let save = move |_| actions::save_raw(list, plan.clone());
    view! {
        <span class="plans__facts" data-damaged="">
            <span class="judged" data-state=Verdict::Invalid.key()>{icon(Icon::Verdict(Verdict::Invalid))} {words.damaged}</span>
            <span class="quiet">{words.damaged_hint}</span>
            <button type="button" class="button button--small" data-command="plan-save-raw" on:click=save>{words.save_raw}</button>
        </span>
    }
    .into_any()
}

fn rename(list: List, plan: String) {
    list.renaming.set(Some(plan));
    request_animation_frame(|| page::focus("[data-dialog=\"plans\"] [data-field=\"title\"]"));
}

fn rename_field(list: List, plan: String, title: &str, words: &'static Plans) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let back = format!("[data-plan=\"{plan}\"] [data-command=\"plan-rename\"]");
    let end = move |keep: Keep| {
        // A field that was taken away says late that it lost the focus.
        let named = list.renaming.try_get_untracked().flatten();
        let Some(field) = named.and_then(|_| field.try_get_untracked().flatten()) else { return };
        let (typed, back) = (field.value().trim().to_owned(), back.clone());
        list.renaming.set(None);
        if keep == Keep::Typed && !typed.is_empty() {
            actions::rename(list, plan.clone(), typed);
        }
        request_animation_frame(move || page::focus(&back));
    };
    let left = end.clone();
    let keys = move |event: ev::KeyboardEvent| {
        let keep = match event.key().as_str() {
            _ if page::is_composing(&event) => return,
            "Enter" => Keep::Typed,
            "Escape" => Keep::Before,
            _ => return,
        };
        // Escape would close the dialog as well.
        event.prevent_default();
        event.stop_propagation();
        end(keep);
    };
    view! {
        <input type="text" class="input" dir="auto" maxlength="200" data-field="title" aria-label=words.new_title value=title.to_owned()
            node_ref=field on:keydown=keys on:blur=move |_| left(Keep::Typed) />
    }
    .into_any()
}

/// Which title stays after renaming.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    Typed,
    Before,
}

fn titled(title: &str, language: Language) -> String {
    let untitled = crate::i18n::chrome::Shell::of(language).untitled;
    if title.is_empty() { untitled.to_owned() } else { title.to_owned() }
}

fn drawn(picture: &str) -> AnyView {
    let classes = ["thumbnail__network", "thumbnail__group", "thumbnail__source"];
    let paths = classes.into_iter().zip(picture.lines());
    let paths: Vec<AnyView> =
        paths.map(|(class, data)| view! { <path class=class d=data.to_owned() /> }.into_any()).collect();
    view! { <svg class="thumbnail" viewBox="0 0 176 96" aria-hidden="true" focusable="false">{paths}</svg> }
        .into_any()
}
