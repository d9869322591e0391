//! Copy, cut, paste and duplicate. The clipboard holds a document as text, so that a part of one plan can be pasted into
//! another one, in another tab or tomorrow.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use crate::base::Id;
use crate::diagram::moving::{Load, pins};
use crate::diagram::sizes::GRID;
use crate::diagram::{Point, Rect};
use crate::i18n::canvas as words;
use crate::session::{EditName, Pasted, Selection, copied, pasted};
use crate::topology::{Document, Edit, Place};
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::{page, window};
use crate::wire;

/// How far from its original a copy lies.
const STEP: f64 = 2.0 * GRID;

/// Hears the browser's own events from now on: they come from keys and from its menus, and need no permission.
pub(super) fn listen(stage: Stage) {
    let put = move |event: &ClipboardEvent| -> bool {
        let text =
            copy(stage).filter(|_| !page::is_typing() && !page::has_dialog() && !page::has_text_selected());
        let Some((text, data)) = text.zip(event.clipboard_data()) else { return false };
        event.prevent_default();
        data.set_data("text/plain", &text).is_ok()
    };
    window::listen("copy", move |event: ClipboardEvent| {
        if put(&event) {
            tell(stage, words::copied);
        }
    });
    window::listen("cut", move |event: ClipboardEvent| {
        if put(&event) {
            stage.workbench.delete_selection();
        }
    });
    window::listen("paste", move |event: ClipboardEvent| {
        if event.default_prevented() || page::is_typing() || page::has_dialog() {
            return;
        }
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text {
            event.prevent_default();
            paste(stage, &text);
        }
    });
}

/// The selection as text.
pub(super) fn copy(stage: Stage) -> Option<String> {
    let selection = stage.workbench.selection.get_untracked();
    taken(stage, &selection).map(|part| wire::write(&part))
}

/// Puts copies of the selection beside it.
pub(super) fn duplicate(stage: Stage) {
    let selection = stage.workbench.selection.get_untracked();
    if let Some(part) = taken(stage, &selection) {
        put(stage, &part, None, (STEP, STEP));
    }
}

/// Puts copies of what is dragged where it is let go.
pub(super) fn copy_to(stage: Stage, load: &Load, place: Option<&Id>, by: (f64, f64)) {
    if let Some(part) = taken(stage, &load.tops.iter().cloned().collect()) {
        put(stage, &part, place, by);
    }
}

/// Pastes a text: at the pointer where it is over the drawing, else beside the original, into the selected place.
fn paste(stage: Stage, text: &str) {
    let workbench = stage.workbench;
    let Ok(part) = wire::read(text) else {
        workbench.say(words::nothing_to_paste(workbench.language.get_untracked()));
        return;
    };
    workbench.started.set(true);
    match stage.pointer.get_value().map(|at| stage.drawing(at)) {
        Some(at) => {
            let place =
                stage.scene.arrangement.with_untracked(|all| all.container_at(at, |_| false).cloned());
            let corner = corner(&part);
            put(stage, &part, place.as_ref(), (at.x - corner.x, at.y - corner.y));
        }
        None => {
            let selected = workbench.selection.with_untracked(|selection| selection.first().cloned());
            put(stage, &part, selected.as_ref(), (STEP, STEP));
        }
    }
}

fn taken(stage: Stage, selection: &Selection) -> Option<Document> {
    let document = stage.workbench.document_untracked();
    stage.scene.arrangement.with_untracked(|all| {
        let place = |id: &Id| all.get(id).map(|Rect { x, y, .. }| Place { x, y, w: None, h: None });
        copied(&document, selection, &place)
    })
}

fn put(stage: Stage, part: &Document, into: Option<&Id>, by: (f64, f64)) {
    let workbench = stage.workbench;
    let document = workbench.document_untracked();
    let Some(Pasted { edit, tops }) = pasted(&document, part, into, Some(by)) else { return };
    let held = stage.scene.arrangement.with_untracked(|all| pins(&document, all, &[], into));
    match workbench.act_named(EditName::Add, &Edit::All(vec![Edit::Arrange(held), edit])) {
        Ok(()) => {
            workbench.set_selection(tops);
            tell(stage, words::pasted);
        }
        Err(reason) => workbench.refuse(&reason),
    }
}

/// The top left corner of all that was copied.
fn corner(part: &Document) -> Point {
    let least = |read: fn(&Place) -> f64| part.layout.values().map(read).fold(f64::INFINITY, f64::min);
    let (x, y) = (least(|place| place.x), least(|place| place.y));
    if x.is_finite() { Point::new(x, y) } else { Point::default() }
}

fn tell(stage: Stage, text: fn(usize, crate::i18n::Language) -> String) {
    let count = stage.workbench.selection.with_untracked(Selection::len);
    stage.workbench.announce(text(count, stage.workbench.language.get_untracked()));
}
