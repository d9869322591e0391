//! Where the menu of the selection opens on the drawing: by the other button, by a key, by a finger that rests. It acts on
//! what is under it.

use leptos::{ev, prelude::*};

use crate::base::Id;
use crate::diagram::Point;
use crate::ui::canvas::grip::{id_of, target};
use crate::ui::canvas::stage::Stage;

/// Opens the menu: at the pointer, or at what is selected when a key asked for it.
pub(super) fn open(stage: Stage, event: &ev::MouseEvent) {
    event.prevent_default();
    if stage.by_hand.get_value() {
        let under = target(event, "[data-node], [data-connection]").and_then(|element| id_of(&element));
        open_on(stage, under.as_ref(), (f64::from(event.client_x()), f64::from(event.client_y())));
        return;
    }
    let workbench = stage.workbench;
    let first = workbench.selection.with_untracked(|selection| selection.first().cloned());
    if first.is_none()
        && let Some(id) = stage.focused.get_untracked()
    {
        workbench.select_only(&id);
    }
    let about = first.or(stage.focused.get_untracked());
    let rect = about.and_then(|id| stage.scene.arrangement.with_untracked(|all| all.get(&id)));
    let (w, h) = stage.size();
    let at = match rect {
        Some(rect) => workbench.view.get_untracked().to_screen(rect.centre()),
        None => Point::new(w / 2.0, h / 2.0),
    };
    let origin = stage.origin();
    stage.page.context.set(Some((origin.x + at.x, origin.y + at.y)));
}

/// Opens the menu on an element, or on the bare drawing, at a point of the window.
pub(super) fn open_on(stage: Stage, under: Option<&Id>, at: (f64, f64)) {
    let workbench = stage.workbench;
    match under {
        Some(id) if !workbench.selection.with_untracked(|selection| selection.contains(id)) => {
            workbench.select_only(id);
        }
        Some(_) => {}
        None => workbench.clear_selection(),
    }
    stage.page.context.set(Some(at));
}
