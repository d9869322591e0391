//! The menu of the selection: by the other button, by Shift+F10, by a finger that rests. It acts on what is under it,
//! and every line shows its key.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::diagram::Point;
use crate::i18n::{self, canvas as words};
use crate::session::{Command, Selection};
use crate::ui::canvas::pointer::{id_of, target};
use crate::ui::canvas::stage::Stage;
use crate::ui::shell::commands;

/// The room that the menu takes, in screen pixels: it opens inside the surface.
const ROOM: (f64, f64) = (240.0, 240.0);

/// Opens the menu: at the pointer, or at what is selected when a key asked for it.
pub(super) fn open(stage: Stage, event: &ev::MouseEvent) {
    event.prevent_default();
    let workbench = stage.workbench;
    let by_pointer = stage.by_hand.get_value();
    let under = target(event, "[data-node], [data-connection]").and_then(|element| id_of(&element));
    if by_pointer {
        match &under {
            Some(id) if !workbench.selection.with_untracked(|selection| selection.contains(id)) => {
                workbench.select_only(id);
            }
            Some(_) => {}
            None => workbench.clear_selection(),
        }
    }
    let first = workbench.selection.with_untracked(|selection| selection.first().cloned());
    let selected = first.and_then(|id| stage.scene.arrangement.with_untracked(|all| all.get(&id)));
    let at = match selected {
        Some(rect) if !by_pointer => workbench.view.get_untracked().to_screen(rect.centre()),
        _ => stage.local(event.client_x(), event.client_y()),
    };
    let (w, h) = stage.size();
    let inside = |value: f64, size: f64, room: f64| value.min(size - room).max(0.0);
    stage.menu.set(Some(Point::new(inside(at.x, w, ROOM.0), inside(at.y, h, ROOM.1))));
}

/// The menu while it is open.
pub(super) fn menu(stage: Stage) -> AnyView {
    (move || stage.menu.get().map(|at| opened(stage, at))).into_any()
}

fn opened(stage: Stage, at: Point) -> AnyView {
    let (workbench, frame) = (stage.workbench, stage.page);
    let language = workbench.language;
    let bare = workbench.selection.with_untracked(Selection::is_empty);
    let offered = if bare { Command::OF_DRAWING } else { Command::OF_ELEMENT };
    let list = NodeRef::<html::Div>::new();
    list.on_load(move |list| step(&list, 0));
    let close = move || {
        stage.menu.set(None);
        if let Some(root) = stage.root.get_untracked() {
            // The keys go on where they were before.
            drop(root.focus());
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" | "Tab" => {
                // One step back, and no further.
                event.prevent_default();
                event.stop_propagation();
                return close();
            }
            _ => return event.stop_propagation(),
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(list) = list.get_untracked() {
            step(&list, by);
        }
    };
    let item = move |command: Command| {
        let choose = move |_| {
            close();
            commands::run(workbench, frame, command);
        };
        view! {
            <button type="button" role="menuitem" data-command=command.key() disabled=!commands::enabled(workbench, command)
                on:click=choose>
                <span>{i18n::command(command, language.get())}</span>
                <kbd class="menu__key" aria-hidden="true">{command.shortcut()}</kbd>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="choices choices--menu" role="menu" aria-label=words::menu(language.get_untracked()) node_ref=list
            style=format!("left: {}px; top: {}px", at.x, at.y) on:keydown=keys
            on:pointerdown=|event| event.stop_propagation()>
            {untrack(|| offered.map(item).into_iter().collect::<Vec<_>>())}
        </div>
    }
    .into_any()
}

/// Moves the focus by some lines, around the ends.
fn step(list: &web_sys::HtmlDivElement, by: i32) {
    let Ok(found) = list.query_selector_all("[role=menuitem]:not(:disabled)") else { return };
    let items: Vec<web_sys::HtmlElement> =
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect();
    let focused = list.owner_document().and_then(|document| document.active_element());
    let at = items
        .iter()
        .position(|item| focused.as_ref().is_some_and(|focused| item.is_same_node(Some(focused))));
    let count = i32::try_from(items.len()).unwrap_or(i32::MAX).max(1);
    let next = at.and_then(|at| i32::try_from(at).ok()).map_or(0, |at| (at + by).rem_euclid(count));
    if let Some(item) = usize::try_from(next).ok().and_then(|next| items.get(next)) {
        // A line that is gone takes no focus.
        drop(item.focus());
    }
}
