//! The menu of the selection, on the drawing and in the outline. Every line shows its key.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::i18n::{self, canvas as words};
use crate::session::{Command, Selection};
use crate::ui::platform::{page, window};
use crate::ui::shell::{commands, use_frame};
use crate::ui::workbench::use_workbench;

/// The menu while it is open.
#[component]
pub fn ContextMenu() -> impl IntoView {
    let context = use_frame().context;
    let inside = |event: &ev::PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        target.is_some_and(|target| matches!(target.closest(".choices--menu"), Ok(Some(_))))
    };
    window::listen_first("pointerdown", move |event: ev::PointerEvent| {
        if context.with_untracked(Option::is_some) && !inside(&event) {
            context.set(None);
        }
    });
    (move || context.get().map(opened)).into_any()
}

fn opened(at: (f64, f64)) -> AnyView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let language = workbench.language;
    let before = page::focused();
    let list = NodeRef::<html::Div>::new();
    list.on_load(move |list| {
        put(&list, at);
        step(&list, 0);
    });
    let close = move || {
        frame.context.set(None);
        // The keys go on where they were before.
        page::focus_again(before.clone());
    };
    let leave = close.clone();
    let keys = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" | "Tab" => {
                // One step back, and no further.
                event.prevent_default();
                event.stop_propagation();
                return leave();
            }
            _ => return event.stop_propagation(),
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(list) = list.get_untracked() {
            step(&list, by);
        }
    };
    // A finger that rested to open the menu lets go upon one of its lines: that chooses nothing. Keys click without a pointer.
    let pressed = StoredValue::new(false);
    let item = move |command: Command| {
        let close = close.clone();
        let choose = move |event: ev::MouseEvent| {
            if event.detail() > 0 && !pressed.get_value() {
                return;
            }
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
    let offered: &[Command] = match workbench.selection.with_untracked(Selection::len) {
        0 => &Command::OF_DRAWING,
        1 => &Command::OF_ELEMENT,
        _ => &Command::OF_SEVERAL,
    };
    let items = untrack(|| offered.iter().copied().map(item).collect::<Vec<_>>());
    view! {
        <div class="choices choices--menu" role="menu" aria-label=words::menu(language.get_untracked()) node_ref=list
            on:keydown=keys on:pointerdown=move |_| pressed.set_value(true) on:contextmenu=|event| event.prevent_default()>
            {items}
        </div>
    }
    .into_any()
}

/// Puts the menu at a point of the window, as far inside as it needs.
fn put(list: &web_sys::HtmlDivElement, at: (f64, f64)) {
    let (width, height) = window::size();
    let (w, h) = (f64::from(list.offset_width()), f64::from(list.offset_height()));
    let inside = |value: f64, room: f64, size: f64| value.min(room - size - 4.0).max(4.0);
    let (x, y) = (inside(at.0, width, w), inside(at.1, height, h));
    // Refused only for malformed names.
    let _ = list.set_attribute("style", &format!("left: {x}px; top: {y}px"));
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
