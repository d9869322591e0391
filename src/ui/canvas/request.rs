//! What the rest of the page asks of the drawing, by a signal of the workbench and by the browser.

use leptos::prelude::*;

use crate::diagram::moving::{tidied, tidied_around, tidied_place};
use crate::session::Command;
use crate::ui::canvas::stage::Stage;
use crate::ui::canvas::{clip, connect, keys, roll, seen};
use crate::ui::platform::page;
use crate::ui::workbench::Ask;

/// What others ask of the drawing by a signal of the workbench.
pub(super) fn answer_requests(stage: Stage) {
    let workbench = stage.workbench;
    stage.seen.set_value(seen::last(stage).filter(|_| !workbench.read_only.get_untracked()));
    seen::remember(stage);
    Effect::new(move |_| {
        workbench.asked.track();
        stage.root.track();
        untrack(|| settle(stage));
    });
    // Paper has another shape than the screen.
    let kept = StoredValue::new(workbench.view.get_untracked());
    page::on_media("print", move |printing| {
        if printing {
            kept.set_value(workbench.view.get_untracked());
            // The size of the paper is told too late.
            stage.room.set(None);
            stage.fit();
        } else {
            workbench.view.set(kept.get_value());
        }
    });
    // What a hovered step or finding is about lights up: a class on a few elements, written to them alone.
    Effect::new(move |before: Option<Vec<web_sys::Element>>| {
        for element in before.into_iter().flatten() {
            let _ = element.class_list().remove_1("is-lit");
        }
        let lit: Vec<web_sys::Element> =
            workbench.lit.with(|lit| lit.iter().filter_map(|id| stage.element(id)).collect());
        for element in &lit {
            let _ = element.class_list().add_1("is-lit");
        }
        lit
    });
}

/// Answers what is asked, once: who comes first does it, so that what is drawn is drawn as it will be seen. It has to wait
/// until the surface is there and has a size.
pub(super) fn settle(stage: Stage) {
    let (count, asked) = stage.workbench.asked.get_untracked();
    let is_there = stage.root.with_untracked(Option::is_some);
    if !is_there || stage.answered.try_update_value(|last| last.replace(count)) == Some(Some(count)) {
        return;
    }
    if stage.room.with_untracked(Option::is_none) {
        // Measured now, before there is a drawing that would have to be laid out for it.
        stage.room.set(Some(stage.size()));
    }
    // A reload goes on where one was; everything that is opened later is shown as a whole.
    match stage.seen.try_update_value(Option::take).flatten() {
        Some(view) => stage.workbench.view.set(view),
        None => answer(stage, &asked),
    }
}

fn answer(stage: Stage, asked: &Ask) {
    match asked {
        Ask::Command(command) => obey(stage, *command),
        Ask::Reveal(id) => stage.reveal(id),
        Ask::Connect(from, to, None) => connect::join(stage, from, to),
        Ask::Connect(from, to, Some(kind)) => connect::make(stage, from, to, *kind),
        Ask::MoveInto(place) => stage.move_into(place.as_ref()),
    }
}

/// Does what only the drawing can; whatever else there is to command needs no drawing.
fn obey(stage: Stage, command: Command) {
    match command {
        Command::Fit => stage.fit(),
        Command::FitSelection => keys::fit_selection(stage),
        Command::ActualSize => stage.zoom(1.0 / stage.workbench.view.get_untracked().zoom),
        Command::ZoomIn => stage.zoom(keys::ZOOM_STEP),
        Command::ZoomOut => stage.zoom(1.0 / keys::ZOOM_STEP),
        Command::Tidy => stage.tidy(|document, _, _| Some(tidied(&document.layout))),
        Command::TidyPlace => stage.tidy(tidied_place),
        Command::TidyAround => {
            stage.tidy(|document, all, chosen| Some(tidied_around(&document.layout, all, chosen)));
        }
        Command::Minimap => stage.map.update(|map| *map = !*map),
        Command::SelectAll => keys::select_all(stage),
        Command::Duplicate => clip::duplicate(stage),
        Command::Align(alignment) => stage.align(alignment),
        Command::Wheel => roll::turn_use(stage),
        Command::Inwards => keys::inwards(stage),
        Command::Outwards => keys::outwards(stage),
        _ => {}
    }
}
