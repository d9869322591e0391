//! Renaming in place: a field over the name. Enter and leaving keep the text, Escape gives the old one back.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::Rect;
use crate::diagram::sizes::{CARD_HEIGHT, HEADER};
use crate::i18n::canvas as words;
use crate::session::EditName;
use crate::topology::{Connection, Edit, Node, Topology};
use crate::ui::canvas::stage::Stage;

/// The field over the name of what is being renamed.
pub(super) fn rename_field(stage: Stage) -> impl IntoView {
    let renaming = stage.workbench.renaming;
    move || renaming.get().map(|id| view! { <Field stage=stage id=id /> })
}

#[component]
fn Field(stage: Stage, id: Id) -> impl IntoView {
    let workbench = stage.workbench;
    let field = NodeRef::<Input>::new();
    let old = workbench.topology.with_untracked(|t| name_of(t, &id));
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            field.set_value(&old);
            // A field that is gone again cannot take the focus.
            let _ = field.focus();
            field.select();
        }
    });
    let place = {
        let id = id.clone();
        move || {
            let rect = stage.scene.arrangement.with(|all| all.get(&id)).unwrap_or_default();
            over_name(rect, stage)
        }
    };
    let keep = move || {
        let Some(field) = field.get_untracked() else {
            return;
        };
        if workbench.renaming.with_untracked(|renaming| renaming.as_ref() == Some(&id)) {
            workbench.renaming.set(None);
            rename(stage, &id, field.value().trim());
        }
    };
    let on_key = {
        let keep = keep.clone();
        move |event: ev::KeyboardEvent| {
            event.stop_propagation();
            // An input method uses Enter and Escape for itself while it composes.
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => keep(),
                "Escape" => workbench.renaming.set(None),
                _ => return,
            }
            event.prevent_default();
            focus_canvas(stage);
        }
    };
    view! {
        <input
            node_ref=field
            class="rename"
            type="text"
            maxlength="120"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || words::name_field(workbench.language.get())
            style=place
            on:keydown=on_key
            on:blur=move |_| keep()
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
        />
    }
}

/// Gives the keyboard back to the drawing.
fn focus_canvas(stage: Stage) {
    if let Some(root) = stage.root.get_untracked() {
        let _ = root.focus();
    }
}

/// Where the name of an element is on the surface, large enough to type in.
fn over_name(rect: Rect, stage: Stage) -> String {
    let view = stage.workbench.view.get();
    let height = if rect.h <= CARD_HEIGHT { rect.h.min(36.0) } else { HEADER };
    let left = view.to_screen(crate::diagram::Point::new(rect.x + 32.0, rect.y));
    let width = ((rect.w - 40.0) * view.zoom).max(140.0);
    format!(
        "left: {}px; top: {}px; width: {width}px; height: {}px",
        left.x,
        left.y + 2.0,
        (height * view.zoom).max(28.0) - 4.0
    )
}

fn name_of(topology: &Topology, id: &Id) -> String {
    let node = topology.nodes.get(id).map(|node| node.name.clone());
    let connection = || topology.connections.get(id).map(|connection| connection.name.clone());
    node.or_else(connection).flatten().unwrap_or_else(|| id.to_string())
}

/// Names an element; an empty name, or the id itself, takes the name away.
fn rename(stage: Stage, id: &Id, typed: &str) {
    let workbench = stage.workbench;
    let topology = workbench.topology.get_untracked();
    if typed == name_of(&topology, id) {
        return;
    }
    let name = (!typed.is_empty() && typed != id.as_str()).then(|| typed.to_owned());
    let node = topology.nodes.get(id).map(|node| {
        let node = Node { name: name.clone(), ..node.as_ref().clone() };
        Edit::PutNode { id: id.clone(), node }
    });
    let connection = || {
        let connection = Connection { name: name.clone(), ..topology.connections.get(id)?.as_ref().clone() };
        Some(Edit::PutConnection { id: id.clone(), connection })
    };
    if let Some(edit) = node.or_else(connection)
        && let Err(reason) = workbench.act_named(EditName::Rename, &edit)
    {
        workbench.refuse(&reason);
    }
}
