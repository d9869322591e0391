//! One group of the drawing as markup: written in one go at first, then element by element where a look has changed.
//! A view for each of thousands of elements would cost ten times the time and the memory.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::svg;

use crate::diagram::detail::Extent;
use crate::session::Selection;
use crate::ui::canvas::element::{Look, of_element};
use crate::ui::canvas::request::settle;
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::{motion, page};

/// So many things glide at a time; more would stutter, so they jump.
const GLIDING: usize = 100;
/// From so many changed elements on, one text for the whole layer is quicker than one for each.
const MANY: usize = 200;
/// So many elements that come near are filled in each frame.
const FILLED: usize = 60;

/// What is drawn in a layer, and how much of each.
#[derive(Default)]
struct Drawn {
    looks: Vec<Look>,
    extents: Vec<Extent>,
    /// Whether some are to be filled before the next frame.
    is_filling: bool,
}

/// Draws what `looks` tells into a group, and follows it.
pub(super) fn layer(stage: Stage, class: &'static str, looks: fn(Stage) -> Vec<Look>) -> AnyView {
    let group = NodeRef::<svg::G>::new();
    let drawn = StoredValue::new_local(Drawn::default());
    Effect::new(move |_| {
        let Some(group) = group.get() else { return };
        let now = looks(stage);
        untrack(|| {
            settle(stage);
            drawn.update_value(|drawn| drawn.draw(stage, &group, now));
        });
    });
    Effect::new(move |_| {
        stage.workbench.view.track();
        stage.room.track();
        fill(stage, drawn);
    });
    view! { <g class=class role="none" node_ref=group /> }.into_any()
}

/// Writes before the next frame what has come near enough to be read; what remains, before the one after it.
fn fill(stage: Stage, drawn: StoredValue<Drawn, LocalStorage>) {
    let extent = Extent::at(stage.level.get_untracked());
    let begins = drawn.try_update_value(|drawn| {
        let wants = drawn.looks.first().is_some_and(Look::has_inside)
            && drawn.extents.iter().any(|written| *written < extent);
        let begins = wants && !drawn.is_filling;
        drawn.is_filling |= begins;
        begins
    });
    if begins == Some(true) && page::is_on_paper() {
        // There is no next frame on paper.
        drawn.update_value(|drawn| {
            drawn.fill(stage, usize::MAX);
        });
    } else if begins == Some(true) {
        request_animation_frame(move || {
            let left = drawn.try_update_value(|drawn| drawn.fill(stage, FILLED));
            if left == Some(true) {
                fill(stage, drawn);
            }
        });
    }
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

impl Drawn {
    fn draw(&mut self, stage: Stage, group: &web_sys::Element, now: Vec<Look>) {
        let extent = Extent::at(stage.level.get_untracked());
        let before = std::mem::replace(&mut self.looks, now);
        let now = &self.looks;
        let same = before.len() == now.len() && before.iter().zip(now).all(|(old, new)| old.is_of(new));
        if same {
            let pairs = before.iter().zip(now).enumerate();
            let changed: Vec<(usize, (&Look, &Look))> = pairs.filter(|(_, (old, new))| old != new).collect();
            // What is in the hand has to stay the same element.
            if changed.len() >= MANY && stage.find(".lifted > *").is_none() {
                return self.write(stage, group, extent);
            }
            let glides = stage.glides.get_value() && changed.len() <= GLIDING;
            for (at, (old, new)) in changed {
                if let Some(written) = self.extents.get_mut(at) {
                    rewrite(stage, (old, *written), new, extent);
                    *written = extent;
                }
                if let Some(element) = stage.by_id(&new.element_id()).filter(|_| glides) {
                    motion::glide(&element, old.way_to(new));
                }
            }
        } else if before.is_empty() || now.is_empty() {
            self.write(stage, group, extent);
        } else {
            self.extents = change(stage, group, (&before, &self.extents), now, extent);
        }
    }

    /// Writes all of it at once; what is out of sight as little as can be.
    fn write(&mut self, stage: Stage, group: &web_sys::Element, extent: Extent) {
        let sees = sight(stage);
        let extent = |look: &Look| if sees(look) { extent } else { Extent::Shape };
        self.extents = self.looks.iter().map(extent).collect();
        let pairs = self.looks.iter().zip(&self.extents);
        let markup: String = pairs.map(|(look, extent)| look.markup(stage, *extent)).collect();
        group.set_inner_html(&markup);
    }

    /// Fills what is in sight and not written as far as it can be read, at most so many; whether more are left.
    fn fill(&mut self, stage: Stage, most: usize) -> bool {
        self.is_filling = false;
        let extent = Extent::at(stage.level.get_untracked());
        let sees = sight(stage);
        let wanting = self.looks.iter().zip(&mut self.extents);
        let mut wanting = wanting.filter(|(look, written)| **written < extent && sees(look));
        for (look, written) in wanting.by_ref().take(most) {
            if let Some(element) = stage.by_id(&look.element_id()) {
                look.fill(&element, extent);
            }
            *written = extent;
        }
        wanting.next().is_some()
    }
}

/// Whether something is in sight.
fn sight(stage: Stage) -> impl Fn(&Look) -> bool {
    let (view, (w, h)) = (stage.workbench.view.get_untracked(), stage.size());
    move |look| view.sees(look.rect(), w, h)
}

fn rewrite(stage: Stage, before: (&Look, Extent), now: &Look, extent: Extent) {
    if let Some(element) = stage.by_id(&now.element_id()) {
        now.rewrite(&element, before, extent);
    }
}

/// Some came, went or changed their order. What stayed is passed by in its order; everything else is put before the
/// next of these. Answers how much of each is written now.
fn change(
    stage: Stage,
    group: &web_sys::Element,
    (before, written): (&[Look], &[Extent]),
    now: &[Look],
    extent: Extent,
) -> Vec<Extent> {
    let ids = |looks: &[Look]| looks.iter().map(Look::element_id).collect::<Vec<String>>();
    let (old_ids, new_ids) = (ids(before), ids(now));
    let place = |ids: &[String]| {
        let mut places = BTreeMap::<String, usize>::new();
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
    let mut moved = BTreeSet::<&String>::new();
    let mut extents = Vec::with_capacity(now.len());
    for (id, look) in new_ids.iter().zip(now) {
        while staying.next_if(|next| moved.contains(*next)).is_some() {}
        let old_place = old_places.get(id).copied();
        let old = old_place.and_then(|at| before.get(at));
        if staying.next_if(|next| *next == id).is_none() {
            let next = staying.peek().and_then(|next| stage.by_id(next));
            match stage.by_id(id).filter(|_| old.is_some()) {
                Some(element) => {
                    moved.insert(id);
                    drop(group.insert_before(&element, next.as_deref()));
                }
                None => drop(match next {
                    Some(next) => next.insert_adjacent_html("beforebegin", &look.markup(stage, extent)),
                    None => group.insert_adjacent_html("beforeend", &look.markup(stage, extent)),
                }),
            }
        }
        let drawn = old.zip(old_place.and_then(|at| written.get(at)).copied());
        let stays = old.is_some_and(|old| old == look);
        if let Some(drawn) = drawn.filter(|_| !stays) {
            rewrite(stage, drawn, look, extent);
        }
        let kept = drawn.map(|(_, written)| written).filter(|_| stays);
        extents.push(kept.unwrap_or(extent));
    }
    extents
}
