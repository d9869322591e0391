//! What a press takes hold of, from the element under it; of a finger also what is so near that it was meant.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::Id;
use crate::diagram::{Grip, Point};
use crate::ui::canvas::stage::Stage;

/// Half of what a finger needs to touch something, in screen pixels.
const FINGER: f64 = 22.0;

/// What a finger takes hold of: what is under it, else what is so near that it was meant.
pub(super) fn touched(stage: Stage, event: &ev::PointerEvent, at: Point) -> Grip {
    let exact = grip(event);
    let Grip::Ground(place) = exact else { return exact };
    let reach = FINGER / stage.workbench.view.get_untracked().zoom;
    let point = stage.drawing(at);
    let near = stage.scene.arrangement.with_untracked(|all| all.touched(point, reach).cloned());
    near.map_or(Grip::Ground(place), Grip::Element)
}

/// What was pressed, from the element under the pointer.
pub(super) fn grip(event: &ev::PointerEvent) -> Grip {
    let id = |selector: &str| target(event, selector).and_then(|element| id_of(&element));
    if let Some(id) = id("[data-port]") {
        return Grip::Port(id);
    }
    let end = target(event, "[data-fixed]").and_then(|end| {
        let named = |name: &str| Id::parse(&end.get_attribute(name)?);
        Some(Grip::End { fixed: named("data-fixed")?, loose: named("data-loose")? })
    });
    if let Some(end) = end {
        return end;
    }
    if let Some(id) = id(".card, .hub") {
        return Grip::Element(id);
    }
    let place = id("[data-node]");
    match place {
        Some(id) if target(event, "[data-handle]").is_some() => Grip::Element(id),
        place => Grip::Ground(place),
    }
}

/// The nearest element around the event's target that a selector finds.
pub(super) fn target(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest(selector).ok().flatten()
}

/// The id that an element stands for.
pub(super) fn id_of(element: &web_sys::Element) -> Option<Id> {
    let named = |name: &str| element.get_attribute(name);
    Id::parse(&named("data-node").or_else(|| named("data-connection")).or_else(|| named("data-port"))?)
}
