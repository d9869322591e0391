//! One group of the drawing as markup: written in one go at first, then element by element where a look has changed.
//! A view for each of thousands of elements would cost ten times the time and the memory.

use leptos::prelude::*;
use leptos::svg;

use crate::session::Selection;
use crate::ui::canvas::element::{Look, of_element};
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::motion;

/// So many things glide at a time; more would stutter, so they jump.
const GLIDING: usize = 100;
/// From so many changed elements on, one text for the whole layer is quicker than one for each.
const MANY: usize = 200;

/// Draws what `looks` tells into a group, and follows it.
pub(super) fn layer(stage: Stage, class: &'static str, looks: fn(Stage) -> Vec<Look>) -> AnyView {
    let group = NodeRef::<svg::G>::new();
    Effect::new(move |before: Option<Vec<Look>>| {
        let Some(group) = group.get() else { return Vec::new() };
        let now = looks(stage);
        untrack(|| draw(stage, &group, &before.unwrap_or_default(), &now));
        now
    });
    view! { <g class=class role="none" node_ref=group /> }.into_any()
}

/// Marks what is selected, and nothing else.
pub(super) fn mark_selection(stage: Stage) {
    Effect::new(move |before: Option<Selection>| {
        let now = stage.workbench.selection.get();
        let before = before.unwrap_or_default();
        for id in before.symmetric_difference(&now) {
            if let Some(element) = stage.by_id(&of_element(id)) {
                // Only malformed names are refused.
                drop(element.set_attribute("aria-selected", if now.contains(id) { "true" } else { "false" }));
            }
        }
        now
    });
}

fn draw(stage: Stage, group: &web_sys::Element, before: &[Look], now: &[Look]) {
    let same = before.len() == now.len() && before.iter().zip(now).all(|(old, new)| old.is_of(new));
    if same {
        let changed: Vec<(&Look, &Look)> = before.iter().zip(now).filter(|(old, new)| old != new).collect();
        // What is in the hand has to stay the same element.
        if changed.len() >= MANY && stage.find(".lifted > *").is_none() {
            return group.set_inner_html(&markup(stage, now));
        }
        let glides = stage.glides.get_value() && changed.len() <= GLIDING;
        for (old, new) in changed {
            rewrite(stage, new);
            if let Some(element) = stage.by_id(&new.element_id()).filter(|_| glides) {
                motion::glide(&element, old.way_to(new));
            }
        }
    } else if before.is_empty() || now.is_empty() {
        group.set_inner_html(&markup(stage, now));
    } else {
        change(stage, group, before, now);
    }
}

fn markup(stage: Stage, looks: &[Look]) -> String {
    looks.iter().map(|look| look.markup(stage)).collect()
}

fn rewrite(stage: Stage, look: &Look) {
    if let Some(element) = stage.by_id(&look.element_id()) {
        look.rewrite(&element);
    }
}

/// Some came, went or changed their order. What stayed is passed by in its order; everything else is put before the
/// next of these.
fn change(stage: Stage, group: &web_sys::Element, before: &[Look], now: &[Look]) {
    let ids = |looks: &[Look]| looks.iter().map(Look::element_id).collect::<Vec<String>>();
    let (old_ids, new_ids) = (ids(before), ids(now));
    let place = |ids: &[String]| {
        let mut places = std::collections::BTreeMap::<String, usize>::new();
        places.extend(ids.iter().cloned().zip(0..));
        places
    };
    let (old_places, new_places) = (place(&old_ids), place(&new_ids));
    for id in old_ids.iter().filter(|id| !new_places.contains_key(*id)) {
        if let Some(element) = stage.by_id(id) {
            element.remove();
        }
    }
    let mut staying = old_ids.iter().filter(|id| new_places.contains_key(*id)).peekable();
    let mut moved = std::collections::BTreeSet::<&String>::new();
    for (id, look) in new_ids.iter().zip(now) {
        while staying.next_if(|next| moved.contains(*next)).is_some() {}
        let old = old_places.get(id).and_then(|at| before.get(*at));
        if staying.next_if(|next| *next == id).is_none() {
            let next = staying.peek().and_then(|next| stage.by_id(next));
            match stage.by_id(id).filter(|_| old.is_some()) {
                Some(element) => {
                    moved.insert(id);
                    drop(group.insert_before(&element, next.as_deref()));
                }
                None => drop(match next {
                    Some(next) => next.insert_adjacent_html("beforebegin", &look.markup(stage)),
                    None => group.insert_adjacent_html("beforeend", &look.markup(stage)),
                }),
            }
        }
        if old.is_some_and(|old| old != look) {
            rewrite(stage, look);
        }
    }
}
