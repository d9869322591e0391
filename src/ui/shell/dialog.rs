//! The dialogs: a bad file with its problems, the keys, and the search. One at a time, over everything else.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::base::Id;
use crate::i18n::chrome::Shell;
use crate::i18n::{self, problem_text};
use crate::session::Command;
use crate::ui::shell::{Icon, finder, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::wire::Problem;

/// A dialog.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A file that cannot be opened.
    BadFile {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        problems: Arc<Vec<Problem>>,
    },
    /// The keys.
    Keys,
    /// The one box for everything.
    Search,
    /// The choice of what to connect an element with.
    Connect(Id),
}

impl Dialog {
    fn key(&self) -> &'static str {
        match self {
            Self::BadFile { .. } => "bad-file",
            Self::Keys => "keys",
            Self::Search => "search",
            Self::Connect(_) => "connect",
        }
    }

    fn title(&self, words: &'static Shell) -> &'static str {
        match self {
            Self::BadFile { .. } => words.bad_file,
            Self::Keys => words.keys,
            Self::Search => words.search,
            Self::Connect(_) => words.connect,
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
    let close = move || frame.dialog.set(None);
    view! {
        <dialog class="dialog" data-dialog=key aria-labelledby="dialog-title" node_ref=element on:close=move |_| close()>
            <div class="dialog__head">
                <h2 id="dialog-title">{move || titled.title(words())}</h2>
                <button type="button" class="button button--plain button--icon" aria-label=move || words().close
                    title=move || words().close on:click=move |_| close()>
                    {icon(Icon::Close)}
                </button>
            </div>
            <div class="dialog__body">{move || content(workbench, &dialog)}</div>
        </dialog>
    }
}

fn content(workbench: Workbench, dialog: &Dialog) -> AnyView {
    match dialog {
        Dialog::BadFile { name, problems } => bad_file(workbench, name, problems).into_any(),
        Dialog::Keys => keys(workbench).into_any(),
        Dialog::Search => finder::finder(None),
        Dialog::Connect(from) => finder::finder(Some(from.clone())),
    }
}

fn bad_file(workbench: Workbench, name: &str, problems: &[Problem]) -> impl IntoView + use<> {
    let language = workbench.language.get();
    let words = Shell::of(language);
    let line = |problem: &Problem| {
        let path =
            if problem.path.is_empty() { words.bad_file_whole.to_owned() } else { problem.path.clone() };
        view! { <li class="problem"><code class="problem__path">{path}</code> <span>{problem_text(language, problem)}</span></li> }
    };
    let lines = problems.iter().map(line).collect::<Vec<_>>();
    view! {
        <p><strong class="mono">{name.to_owned()}</strong></p>
        <p class="quiet">{words.bad_file_kept}</p>
        <ul class="problems">{lines}</ul>
    }
}

fn keys(workbench: Workbench) -> impl IntoView {
    let language = workbench.language.get();
    let words = Shell::of(language);
    let commands = Command::ALL.into_iter().map(|one| (one.shortcut(), i18n::command(one, language)));
    let all = commands.filter(|(key, _)| !key.is_empty()).chain(i18n::other_keys(language));
    let row = |(key, does): (&'static str, &'static str)| {
        view! { <tr><td><kbd>{key}</kbd></td><td>{does}</td></tr> }
    };
    view! {
        <table class="table">
            <thead><tr><th scope="col">{words.key}</th><th scope="col">{words.key_does}</th></tr></thead>
            <tbody>{all.map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}
