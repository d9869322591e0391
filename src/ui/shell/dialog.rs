//! The dialogs: a bad file with its problems, the keys, the search, and those of `exchange`. One at a time, over everything
//! else.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::base::Id;
use crate::i18n::chrome::{Exchange, Plans, Shell};
use crate::i18n::{self, Alike, Language, alike, problem_text, repeats};
use crate::link::LinkProblem;
use crate::session::Command;
use crate::ui::exchange::{bad_link, compare, import, picture, share};
use crate::ui::platform::file::TextFile;
use crate::ui::shell::finder::{self, Purpose};
use crate::ui::shell::{Frame, Icon, files, icon, plans, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::wire::Problem;

/// A dialog.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A file that cannot be opened.
    BadFile {
        /// The file, alone.
        file: Arc<Vec<TextFile>>,
        /// What is wrong with it.
        problems: Arc<Vec<Problem>>,
    },
    /// A link that cannot be opened.
    BadLink(LinkProblem),
    /// The link that holds the plan.
    Share,
    /// What other systems wrote; files that were dropped.
    Import(Arc<Vec<TextFile>>),
    /// A picture of the plan.
    Picture,
    /// The differences to another plan.
    Compare,
    /// The keys.
    Keys,
    /// The one box for everything.
    Search,
    /// The choice of what to connect an element with.
    Connect(Id),
    /// The choice of what to add where an element is.
    Add(Option<Id>),
    /// The choice of where to move the selection.
    MoveInto,
    /// The plans of this browser.
    Plans,
    /// The choice between two versions of the plan.
    Conflict,
    /// The choice of what becomes of a plan that another tab has deleted.
    Deleted,
}

impl Dialog {
    fn key(&self) -> &'static str {
        match self {
            Self::BadFile { .. } => "bad-file",
            Self::BadLink(_) => "bad-link",
            Self::Share => "share",
            Self::Import(_) => "import",
            Self::Picture => "picture",
            Self::Compare => "compare",
            Self::Keys => "keys",
            Self::Search => "search",
            Self::Connect(_) => "connect",
            Self::Add(_) => "add",
            Self::MoveInto => "move-into",
            Self::Plans => "plans",
            Self::Conflict => "conflict",
            Self::Deleted => "deleted",
        }
    }

    fn title(&self, language: Language) -> &'static str {
        let (words, exchange) = (Shell::of(language), Exchange::of(language));
        match self {
            Self::BadLink(_) => exchange.bad_link,
            Self::Share => exchange.share,
            Self::Import(_) => exchange.import,
            Self::Picture => exchange.picture,
            Self::Compare => exchange.compare,
            Self::BadFile { .. } => words.bad_file,
            Self::Keys => words.keys,
            Self::Search => words.search,
            Self::Connect(_) => words.connect,
            Self::Add(_) => words.add_here,
            Self::MoveInto => words.move_into,
            Self::Plans => Plans::of(language).plans,
            Self::Conflict => Plans::of(language).conflict,
            Self::Deleted => Plans::of(language).deleted_elsewhere,
        }
    }
}

/// The dialog that is open.
#[component]
pub fn Dialogs() -> impl IntoView {
    let frame = use_frame();
    move || frame.dialog.get().map(|dialog| view! { <Open dialog=dialog /> })
}

#[component]
fn Open(dialog: Dialog) -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let element = NodeRef::<html::Dialog>::new();
    element.on_load(|element| {
        // Refused only where the dialog is open already, and then it is shown.
        drop(element.show_modal());
    });
    let words = move || Shell::of(workbench.language.get());
    let (key, titled) = (dialog.key(), dialog.clone());
    let closed = move |_| {
        // A dialog that another one has replaced says so late, and its element may show that one by now.
        let gone = |element: web_sys::HtmlDialogElement| element.is_connected() && !element.open();
        if element.try_get_untracked().flatten().is_some_and(gone) {
            frame.dialog.set(None);
        }
    };
    view! {
        <dialog class="dialog" data-dialog=key aria-labelledby="dialog-title" node_ref=element on:close=closed>
            <div class="dialog__head">
                <h2 id="dialog-title">{move || titled.title(workbench.language.get())}</h2>
                <button type="button" class="button button--plain button--icon" aria-label=move || words().close
                    title=move || words().close on:click=move |_| frame.close()>
                    {icon(Icon::Close)}
                </button>
            </div>
            <div class="dialog__body">{move || content(workbench, frame, &dialog)}</div>
        </dialog>
    }
}

fn content(workbench: Workbench, frame: Frame, dialog: &Dialog) -> AnyView {
    match dialog {
        Dialog::BadFile { file, problems } => bad_file(workbench, frame, file, problems).into_any(),
        Dialog::BadLink(problem) => bad_link::content(workbench, problem),
        Dialog::Share => share::content(workbench),
        Dialog::Import(files) => import::content(workbench, frame, files),
        Dialog::Picture => picture::content(workbench),
        Dialog::Compare => compare::content(workbench),
        Dialog::Keys => keys(workbench, frame).into_any(),
        Dialog::Search => finder::finder(Purpose::Anything),
        Dialog::Connect(from) => finder::finder(Purpose::Connect(from.clone())),
        Dialog::Add(place) => finder::finder(Purpose::Add(place.clone())),
        Dialog::MoveInto => finder::finder(Purpose::MoveInto),
        Dialog::Plans => plans::list(workbench, frame),
        Dialog::Conflict => plans::conflict(workbench, frame),
        Dialog::Deleted => plans::deleted(workbench, frame),
    }
}

fn bad_file(
    workbench: Workbench,
    frame: Frame,
    file: &Arc<Vec<TextFile>>,
    problems: &[Problem],
) -> impl IntoView + use<> {
    let language = workbench.language.get();
    let words = Shell::of(language);
    let item = |Alike { first, others }: Alike<'_>| {
        let path = if first.path.is_empty() { words.bad_file_whole.to_owned() } else { first.path.clone() };
        let text = problem_text(language, first);
        let rest = (!others.is_empty()).then(|| {
            let rest = repeats::more(language, &others);
            view! { <span class="problem__more">{rest}</span> }
        });
        view! { <li class="problem"><code class="problem__path">{path}</code> <span>{text}</span> {rest}</li> }
    };
    let lines = alike(language, problems).into_iter().map(item).collect::<Vec<_>>();
    let name = file.first().map(|file| file.name.clone());
    // What another system wrote is none of these: it is taken in by another door.
    let files = file.clone();
    let import = move |_| frame.dialog.set(Some(Dialog::Import(files.clone())));
    let other_door = (!file.first().is_some_and(files::is_plan)).then(|| {
        view! {
            <p class="quiet">{words.bad_file_import}</p>
            <p class="row">
                <button type="button" class="button" data-command="import" on:click=import>
                    {icon(Icon::Into)} {i18n::command(Command::Import, language)}
                </button>
            </p>
        }
    });
    view! {
        <p><strong class="mono">{name}</strong></p>
        <p class="quiet">{words.bad_file_kept}</p>
        <ul class="problems">{lines}</ul>
        {other_door}
    }
}

fn keys(workbench: Workbench, frame: Frame) -> impl IntoView {
    let language = workbench.language.get();
    let words = Shell::of(language);
    let row = |(keys, does): (Vec<&'static str>, &'static str)| {
        let keys = keys.into_iter().map(|key| view! { <kbd>{key}</kbd> " " }).collect::<Vec<_>>();
        view! { <tr><td class="keys__own">{keys}</td><td>{does}</td></tr> }.into_any()
    };
    let commands =
        Command::ALL.into_iter().map(|one| (one.shortcuts().collect(), i18n::command(one, language)));
    let others = i18n::other_keys(language).into_iter().map(|(key, does)| (vec![key], does));
    let all = commands.filter(|(keys, _): &(Vec<_>, _)| !keys.is_empty()).chain(others);
    view! {
        <label class="check">
            <input type="checkbox" data-field="single_keys" prop:checked=move || frame.single_keys.get()
                on:change=move |event| frame.let_single_keys(event_target_checked(&event)) />
            <span>{words.single_keys}</span>
        </label>
        <table class="table">
            <thead><tr><th scope="col">{words.key}</th><th scope="col">{words.key_does}</th></tr></thead>
            <tbody>{all.map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}
