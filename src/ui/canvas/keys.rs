//! Keys of the drawing. One tab stop: the arrows go from element to element, and move what is selected.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::Id;
use crate::base::order;
use crate::diagram::Rect;
use crate::diagram::moving::nudged;
use crate::diagram::sizes::GRID;
use crate::session::Selection;
use crate::ui::canvas::pointer::Hand;
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::page;

/// One press of a zoom key.
pub(super) const ZOOM_STEP: f64 = 1.25;

/// Keys that work wherever the focus is, but in a field or a dialog.
pub(super) fn on_window(stage: Stage, hand: &Hand, event: &ev::KeyboardEvent) {
    if event.key() == "Escape" && hand.cancel() {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    if event.default_prevented() || page::is_composing(event) || page::is_typing() || page::has_dialog() {
        return;
    }
    stage.by_hand.set_value(false);
    if in_canvas(stage) && alone(stage, hand, event) {
        event.prevent_default();
    }
}

/// A key let go ends a run of nudges and the hold on space.
pub(super) fn on_release(stage: Stage, hand: &Hand, event: &ev::KeyboardEvent) {
    match event.key().as_str() {
        " " => hand.hold_space(false),
        key if arrow(key).is_some() => stage.workbench.settle(),
        _ => {}
    }
}

/// The focus is on the drawing, or on nothing in particular.
fn in_canvas(stage: Stage) -> bool {
    let Some(root) = stage.root.get_untracked() else {
        return false;
    };
    let focused = root.owner_document().and_then(|document| document.active_element());
    focused.is_none_or(|element| element.tag_name() == "BODY" || root.contains(Some(element.unchecked_ref())))
}

/// The keys that are no commands of their own.
fn alone(stage: Stage, hand: &Hand, event: &ev::KeyboardEvent) -> bool {
    let key = event.key();
    let held = event.ctrl_key() || event.meta_key();
    match (key.as_str(), arrow(&key)) {
        (_, Some(way)) if event.alt_key() => follow(stage, way),
        _ if event.alt_key() => return false,
        (_, Some(way)) if held => {
            let chosen = stage.workbench.selection.with_untracked(|selection| selection.first().cloned());
            if chosen.is_some() {
                stage.focused.set(chosen);
            }
            go(stage, way);
            if let Some(id) = stage.focused.get_untracked() {
                stage.workbench.select_only(&id);
            }
        }
        (_, Some(way)) if stage.workbench.selection.with_untracked(Selection::is_empty) => go(stage, way),
        (_, Some(way)) => nudge(stage, way, event.shift_key()),
        ("Escape", _) => return back_out(stage),
        ("Enter", _) if !held => return enter(stage),
        (" ", _) if !held => hand.hold_space(true),
        _ => return false,
    }
    true
}

/// The way that an arrow key points.
pub(super) fn arrow(key: &str) -> Option<(f64, f64)> {
    match key {
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        _ => None,
    }
}

/// Moves what is selected by one step of the grid, or five; by single pixels where nothing snaps.
fn nudge(stage: Stage, way: (f64, f64), far: bool) {
    let workbench = stage.workbench;
    let step = if stage.hold.get_untracked().drag.free { 1.0 } else { GRID };
    let step = if far { 5.0 * step } else { step };
    let document = workbench.document_untracked();
    let selection = workbench.selection.get_untracked();
    let edit = stage
        .scene
        .arrangement
        .with_untracked(|all| nudged(&document, all, &selection, (way.0 * step, way.1 * step)));
    if let Some(edit) = edit {
        // Places are never refused.
        let _ = workbench.act_coalesced("nudge".to_owned(), &edit);
    }
    if let Some(id) = selection.first() {
        stage.reveal(id);
    }
}

/// Everything beside what is focused, that is in the same place; then everything.
pub(super) fn select_all(stage: Stage) {
    let workbench = stage.workbench;
    let topology = workbench.topology.get_untracked();
    let all: Selection = topology.nodes.keys().chain(topology.connections.keys()).cloned().collect();
    let around =
        stage.focused.get_untracked().and_then(|id| topology.node(&id).and_then(|node| node.parent.clone()));
    let near: Option<Selection> =
        around.map(|place| topology.children(&place).map(|(id, _)| id.clone()).collect());
    match near {
        Some(near) if workbench.selection.with_untracked(|selection| *selection != near) => {
            workbench.set_selection(near);
        }
        _ => workbench.set_selection(all),
    }
}

/// Escape: closes the choice of kinds, else drops the selection, else goes one place outwards.
fn back_out(stage: Stage) -> bool {
    let workbench = stage.workbench;
    if stage.choice.get_untracked().is_some() {
        stage.choice.set(None);
    } else if !workbench.selection.with_untracked(Selection::is_empty) {
        workbench.clear_selection();
    } else if let Some(id) = stage.focused.get_untracked() {
        let around = workbench.topology.with_untracked(|t| t.node(&id).and_then(|node| node.parent.clone()));
        focus(stage, around);
    } else {
        return false;
    }
    true
}

/// Selects what lies in the selected place: what was selected in it before, else the first.
pub(super) fn inwards(stage: Stage) {
    let workbench = stage.workbench;
    let Some(at) = workbench.selection.with_untracked(|selection| selection.first().cloned()) else { return };
    let inside = children_in_order(stage, &at);
    let before = stage.focused.get_untracked().filter(|id| inside.contains(id));
    if let Some(next) = before.or_else(|| inside.into_iter().next()) {
        workbench.select_only(&next);
        focus(stage, Some(next));
    }
}

/// Selects the place around what is selected; the way back leads to the same element.
pub(super) fn outwards(stage: Stage) {
    let workbench = stage.workbench;
    let Some(at) = workbench.selection.with_untracked(|selection| selection.first().cloned()) else { return };
    let around = workbench.topology.with_untracked(|t| t.node(&at).and_then(|node| node.parent.clone()));
    if let Some(around) = around {
        workbench.select_only(&around);
        focus(stage, Some(at));
    }
}

/// Selects what is focused; pressed again, goes inside.
fn enter(stage: Stage) -> bool {
    let workbench = stage.workbench;
    let selected = workbench.selection.with_untracked(|selection| selection.first().cloned());
    let Some(at) = stage.focused.get_untracked().or(selected) else {
        go(stage, (1.0, 0.0));
        return true;
    };
    if !workbench.selection.with_untracked(|selection| selection.contains(&at)) {
        workbench.select_only(&at);
        focus(stage, Some(at));
        return true;
    }
    let inside = children_in_order(stage, &at);
    if let Some(first) = inside.into_iter().next() {
        workbench.clear_selection();
        focus(stage, Some(first));
    }
    true
}

fn children_in_order(stage: Stage, place: &Id) -> Vec<Id> {
    let topology = stage.workbench.topology.get_untracked();
    stage.scene.arrangement.with_untracked(|all| {
        let mut inside: Vec<(Id, Rect)> =
            topology.children(place).filter_map(|(id, _)| Some((id.clone(), all.get(id)?))).collect();
        order::sort_by(&mut inside, |a, b| a.1.y.total_cmp(&b.1.y).then(a.1.x.total_cmp(&b.1.x)));
        inside.into_iter().map(|(id, _)| id).collect()
    })
}

/// Goes to the nearest element that way, first among those in the same place.
fn go(stage: Stage, way: (f64, f64)) {
    let topology = stage.workbench.topology.get_untracked();
    let all = stage.scene.arrangement.get_untracked();
    let selected = || stage.workbench.selection.with_untracked(|selection| selection.first().cloned());
    let Some(from) = stage.focused.get_untracked().or_else(selected).filter(|id| all.get(id).is_some())
    else {
        let tops = topology.nodes.iter().filter(|(_, node)| node.parent.is_none()).map(|(id, _)| id);
        let first = tops.min_by(|a, b| corner(all.get(a)).total_cmp(&corner(all.get(b))));
        focus(stage, first.cloned());
        return;
    };
    let around = |id: &Id| topology.node(id).and_then(|node| node.parent.as_ref());
    let Some(start) = all.get(&from) else { return };
    let near = |same: bool| {
        let elements = all.nodes.iter().chain(&all.hubs).filter(|(id, _)| **id != from);
        let fitting = elements.filter(|(id, rect)| {
            let beside = around(id) == around(&from) || topology.connections.contains_key(*id);
            beside == same && !rect.encloses(start) && !start.encloses(**rect)
        });
        let measured = fitting.filter_map(|(id, rect)| Some((id, distance(start, *rect, way)?)));
        measured.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(id, _)| id.clone())
    };
    if let Some(next) = near(true).or_else(|| near(false)) {
        focus(stage, Some(next));
    }
}

/// Goes along a line, to the element at its other end that lies that way.
fn follow(stage: Stage, way: (f64, f64)) {
    let selected = || stage.workbench.selection.with_untracked(|selection| selection.first().cloned());
    let Some(from) = stage.focused.get_untracked().or_else(selected) else { return };
    let all = stage.scene.arrangement.get_untracked();
    let Some(start) = all.get(&from) else { return };
    let others = all.lines.keys().filter_map(|line| match line.ends() {
        (one, other) if *one == from => Some(other),
        (one, other) if *other == from => Some(one),
        _ => None,
    });
    let measured = others.filter_map(|id| {
        let (a, b) = (start.centre(), all.get(id)?.centre());
        let along = (b.x - a.x) * way.0 + (b.y - a.y) * way.1;
        (along > 0.0).then(|| (id, a.distance(b)))
    });
    if let Some((next, _)) = measured.min_by(|a, b| a.1.total_cmp(&b.1)) {
        focus(stage, Some(next.clone()));
    }
}

fn corner(rect: Option<Rect>) -> f64 {
    rect.map_or(f64::MAX, |rect| rect.x + rect.y)
}

/// How far away an element lies that way; sideways counts double, the other way not at all.
fn distance(from: Rect, to: Rect, way: (f64, f64)) -> Option<f64> {
    let (a, b) = (from.centre(), to.centre());
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = dx * way.0 + dy * way.1;
    let across = (dx * way.1).abs() + (dy * way.0).abs();
    (along > 1.0 && across < along * 3.0).then_some(along + 2.0 * across)
}

fn focus(stage: Stage, id: Option<Id>) {
    if let Some(id) = &id {
        stage.reveal(id);
    }
    stage.focused.set(id);
}

pub(super) fn fit_selection(stage: Stage) {
    let selection = stage.workbench.selection.get_untracked();
    let area = stage
        .scene
        .arrangement
        .with_untracked(|all| selection.iter().filter_map(|id| all.get(id)).reduce(Rect::union));
    if let Some(area) = area {
        stage.show(area);
    }
}
