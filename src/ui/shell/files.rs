//! Plans as files: opening one (chosen, dropped or a sample), saving one, and what is said of a bad one.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use crate::base::Id;
use crate::i18n::chrome::Shell;
use crate::samples::Sample;
use crate::topology::Document;
use crate::ui::platform::file::TextFile;
use crate::ui::platform::{address, file, page, window};
use crate::ui::shell::{Dialog, Frame, plans, use_frame, wait};
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
        file::read_dropped(&event, move |files| match files.as_slice() {
            [one] if is_plan(one) => open_files(workbench, frame, files),
            [] => open_files(workbench, frame, files),
            // Another system's files, or several: looked at before anything is done with them.
            _ => frame.dialog.set(Some(Dialog::Import(Arc::new(files)))),
        });
    });
}

/// Whether a file is meant to be a plan, be it a good one or not.
pub(super) fn is_plan(file: &TextFile) -> bool {
    file.text.contains("\"reachplan\"")
}

fn open_files(workbench: Workbench, frame: Frame, files: Vec<TextFile>) {
    let words = Shell::of(workbench.language.get_untracked());
    let Some(file) = files.into_iter().next() else {
        workbench.say(words.bad_file_read);
        return;
    };
    if wire::is_bundle(&file.text) {
        return plans::take_in(workbench, frame, file);
    }
    wait::open(workbench, file.text.len() > wait::SHORT_FILE, move || match wire::read(&file.text) {
        Ok(document) => {
            start(workbench, document);
            workbench.announce(format!("{}: {}", words.opened, file.name));
        }
        Err(problems) => {
            let (file, problems) = (Arc::new(vec![file]), Arc::new(problems));
            frame.dialog.set(Some(Dialog::BadFile { file, problems }));
        }
    });
}

/// Opens a sample in place of the plan at hand, which stays in the list; undo brings it back.
pub fn open_sample(workbench: Workbench, sample: &'static Sample) {
    let language = workbench.language.get_untracked();
    let Some(document) = sample.document(language) else { return };
    let origin = Origin::viewed(format!("sample={}", sample.name), &document);
    plans::start_another(workbench, document, origin);
    take_focus();
    workbench.announce(format!("{}: {}", Shell::of(language).opened, sample.title(language)));
}

/// Starts a plan of one's own in place of the plan at hand, which stays in the list; undo brings it back.
pub fn start(workbench: Workbench, document: Document) {
    plans::start_another(workbench, document, Origin::own());
    take_focus();
}

/// What was pressed to start a plan is often gone with the start screen: then the drawing has the focus, and where that is
/// not shown, the buttons that show it.
fn take_focus() {
    request_animation_frame(|| {
        request_animation_frame(|| {
            for place in ["[data-canvas]", ".views__button[aria-pressed=\"true\"]"] {
                if page::focused().is_none_or(|held| held.tag_name() == "BODY") {
                    page::focus(place);
                }
            }
        });
    });
}

/// Goes on with a copy of the plan: beside the plan itself, and out of another page in a tab of its own.
pub fn copy(workbench: Workbench) {
    let document = workbench.document_untracked();
    if workbench.read_only.get_untracked() {
        address::open_tab(&crate::link::write(&document));
    } else if workbench.origin.with_untracked(|origin| origin.opened.is_some()) {
        // What was only looked at becomes one's own.
        start(workbench, document);
    } else {
        start(workbench, plans::named_copy(&document, &[], workbench.language.get_untracked()));
    }
}

/// Offers the plan as a file.
pub fn save(workbench: Workbench) {
    let document = workbench.document_untracked();
    let words = Shell::of(workbench.language.get_untracked());
    match file::save(&format!("{}.json", stem(workbench)), "application/json", &wire::write(&document)) {
        Ok(()) => workbench.say(words.saved_file),
        Err(_) => workbench.say(words.not_saved_hint),
    }
}

/// What a file about the plan is called, without its ending.
pub fn stem(workbench: Workbench) -> String {
    let title = workbench.title.get_untracked();
    if title.trim().is_empty() { "reachplan".to_owned() } else { Id::from_words(&title).to_string() }
}
