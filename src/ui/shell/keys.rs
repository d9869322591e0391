//! Keys that work anywhere on the page. What belongs to the drawing alone is heard there.

use leptos::{ev, prelude::*};

use crate::ui::platform::{page, window};
use crate::ui::shell::{Dialog, Frame, files};
use crate::ui::workbench::Workbench;

/// Listens from now on.
pub fn listen(workbench: Workbench, frame: Frame) {
    window::listen("keydown", move |event: ev::KeyboardEvent| {
        if event.default_prevented() || event.is_composing() || frame.dialog.with_untracked(Option::is_some) {
            return;
        }
        if pressed(workbench, frame, &event) {
            event.prevent_default();
        }
    });
}

/// Acts on a key; whether it was one of ours.
fn pressed(workbench: Workbench, frame: Frame, event: &ev::KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key();
    let key = event.key().to_lowercase();
    match (held, key.as_str()) {
        (true, "s") => files::save(workbench),
        (true, "o") => frame.choose_file.update(|count| *count += 1),
        (true, "k") => frame.dialog.set(Some(Dialog::Search)),
        _ if page::is_typing() => return false,
        (true, "z") if event.shift_key() => workbench.redo(),
        (true, "z") => workbench.undo(),
        (true, "y") => workbench.redo(),
        (false, "/") => frame.dialog.set(Some(Dialog::Search)),
        (false, "?") => frame.dialog.set(Some(Dialog::Keys)),
        _ => return false,
    }
    true
}
