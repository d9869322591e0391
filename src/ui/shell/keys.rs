//! Keys that are commands, heard once for the whole page. What a key means stands in the list of commands; keys that are
//! no command of their own are heard where they belong.

use leptos::{ev, prelude::*};

use crate::session::{Command, Reach, Selection};
use crate::ui::platform::{page, window};
use crate::ui::shell::{Frame, commands};
use crate::ui::workbench::Workbench;

/// Where commands about the plan are given.
const PLAN: &str = "[data-canvas], [data-panel=\"outline\"]";

/// Listens from now on.
pub fn listen(workbench: Workbench, frame: Frame) {
    window::listen("keydown", move |event: ev::KeyboardEvent| {
        let busy = || frame.dialog.with_untracked(Option::is_some) || page::has_dialog();
        if !event.default_prevented()
            && !page::is_composing(&event)
            && !busy()
            && pressed(workbench, frame, &event)
        {
            event.prevent_default();
        }
    });
}

/// Acts on a key; whether it was one of ours.
fn pressed(workbench: Workbench, frame: Frame, event: &ev::KeyboardEvent) -> bool {
    let (key, code) = (event.key(), event.code());
    let stroke = page::stroke(event, &key, &code);
    if stroke.is_single_character() && !frame.single_keys.get_untracked() {
        return false;
    }
    let Some(command) = Command::of(&stroke) else { return false };
    let here = match command.reach() {
        Reach::Everywhere => stroke.control || !page::is_typing(),
        Reach::Page => !page::is_typing(),
        Reach::Plan => !page::is_typing() && page::is_within(PLAN),
    };
    if here {
        if command.is_about_selection() {
            take_up(workbench, frame);
        }
        if untrack(|| commands::enabled(workbench, command)) {
            commands::run(workbench, frame, command);
        }
    }
    here
}

/// What the arrow keys are at is what a command means: in the outline always, on the drawing where nothing is selected.
fn take_up(workbench: Workbench, frame: Frame) {
    let Some(id) = frame.cursor.get_untracked() else { return };
    let elsewhere = |selection: &Selection| {
        selection.is_empty() || frame.in_outline.get_untracked() && !selection.contains(&id)
    };
    let drawn = workbench.topology.with_untracked(|topology| topology.has(&id));
    if drawn && workbench.selection.with_untracked(elsewhere) {
        workbench.select_only(&id);
    }
}
