//! Plans as files: opening one (chosen, dropped or a sample), saving one, and what is said of a bad one.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use crate::base::Id;
use crate::i18n::chrome::Shell;
use crate::samples::Sample;
use crate::topology::Document;
use crate::ui::platform::file::TextFile;
use crate::ui::platform::{file, window};
use crate::ui::shell::{Dialog, Frame, plans, use_frame};
use crate::ui::workbench::{Origin, Workbench, use_workbench};
use crate::wire;

/// The field behind every way to choose a file; it opens on request.
#[component]
pub fn FilePicker() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let field = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            file::read_chosen(&field, move |files| open_files(workbench, frame, files));
        }
    };
    // Opening the browser's dialog is an effect in the plain sense: nothing is derived from it.
    Effect::new(move |before: Option<u32>| {
        let count = frame.choose_file.get();
        if before.is_some_and(|before| before != count)
            && let Some(field) = field.get_untracked()
        {
            field.click();
        }
        count
    });
    view! {
        <input type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" accept=".json,application/json" node_ref=field
            on:change=chosen />
    }
}

/// Lets files be dropped anywhere on the page.
pub fn accept_dropped_files(workbench: Workbench, frame: Frame) {
    window::listen("dragover", |event: ev::DragEvent| event.prevent_default());
    window::listen("drop", move |event: ev::DragEvent| {
        event.prevent_default();
        file::read_dropped(&event, move |files| open_files(workbench, frame, files));
    });
}

fn open_files(workbench: Workbench, frame: Frame, files: Vec<TextFile>) {
    let words = Shell::of(workbench.language.get_untracked());
    let Some(TextFile { name, text }) = files.into_iter().next() else {
        workbench.say(words.bad_file_read);
        return;
    };
    match wire::read(&text) {
        Ok(document) => {
            start(workbench, document);
            workbench.announce(format!("{}: {name}", words.opened));
        }
        Err(problems) => frame.dialog.set(Some(Dialog::BadFile { name, problems: Arc::new(problems) })),
    }
}

/// Opens a sample in place of the plan at hand, which stays in the list; undo brings it back.
pub fn open_sample(workbench: Workbench, sample: &'static Sample) {
    let language = workbench.language.get_untracked();
    let Some(document) = sample.document(language) else { return };
    view_sample(workbench, sample, document);
    workbench.announce(format!("{}: {}", Shell::of(language).opened, sample.title(language)));
}

/// Puts a sample in place, to be looked at until its first edit.
pub fn view_sample(workbench: Workbench, sample: &Sample, document: Document) {
    let origin = Origin::viewed(format!("sample={}", sample.name), &document);
    plans::start_another(workbench, document, origin);
}

/// Starts a plan of one's own in place of the plan at hand, which stays in the list; undo brings it back.
pub fn start(workbench: Workbench, document: Document) {
    plans::start_another(workbench, document, Origin::own());
}

/// Offers the plan as a file.
pub fn save(workbench: Workbench) {
    let document = untrack(move || workbench.document());
    let words = Shell::of(workbench.language.get_untracked());
    let stem = Id::from_words(&document.title);
    let stem = if document.title.trim().is_empty() { "reachplan".to_owned() } else { stem.to_string() };
    match file::save(&format!("{stem}.json"), "application/json", &wire::write(&document)) {
        Ok(()) => workbench.say(words.saved_file),
        Err(_) => workbench.say(words.not_saved_hint),
    }
}
