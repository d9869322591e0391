//! What lies upon the drawing for a moment: dots to draw lines from, the line being drawn, the ring of the keyboard, the
//! selection frame, a reason beside the pointer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::{LineId, Point, Rect, path_data};
use crate::i18n::{Language, canvas as words};
use crate::session::Command;
use crate::ui::canvas::stage::Stage;
use crate::ui::canvas::{connect, palette, roll};
use crate::ui::workbench::Ask;

/// Half the width of what a dot can be grabbed by, in screen pixels.
const REACH: f64 = 12.0;
/// The same for a finger.
const REACH_TOUCH: f64 = 20.0;
/// Half the width of the dot itself, in screen pixels.
const DOT: f64 = 5.0;

/// The dots on the edges of what the pointer rests on, or the keys are at, from which lines are drawn.
pub(super) fn ports(stage: Stage) -> AnyView {
    let workbench = stage.workbench;
    let zoom = Memo::new(move |_| workbench.view.get().zoom);
    let shown = move || {
        let id = stage.hovered.get().or(stage.focused.get()).filter(|_| !workbench.read_only.get())?;
        let starts = workbench.topology.with(|t| connect::starts_at(t, &id));
        let rect = stage.scene.arrangement.with(|all| all.get(&id)).filter(|_| starts)?;
        let reach = if stage.by_finger.get_value() { REACH_TOUCH } else { REACH };
        // What carries the dots can always be grabbed between them.
        let reach = (reach / zoom.get()).min(rect.w / 5.0).min(rect.h * 0.45);
        let dot = (DOT / zoom.get()).min(reach);
        Some(dots(rect).map(|at| port(&id, at, reach, dot)).collect::<Vec<_>>())
    };
    shown.into_any()
}

/// Right, left and bottom: the top edge belongs to the heading.
fn dots(rect: Rect) -> std::array::IntoIter<Point, 3> {
    let centre = rect.centre();
    [Point::new(rect.right(), centre.y), Point::new(rect.x, centre.y), Point::new(centre.x, rect.bottom())]
        .into_iter()
}

fn port(id: &Id, at: Point, reach: f64, dot: f64) -> AnyView {
    view! {
        <g data-port=id.to_string() aria-hidden="true">
            <circle class="port-reach" cx=at.x cy=at.y r=reach />
            <circle class="port" cx=at.x cy=at.y r=dot />
        </g>
    }
    .into_any()
}

/// The card or lozenge under the pointer: drawn here, because a style of its own would paint everything anew.
pub(super) fn over(stage: Stage) -> AnyView {
    let ring = move || {
        let id = stage.over.get()?;
        let Rect { x, y, w, h } = stage.scene.arrangement.with(|all| all.get(&id))?;
        let round =
            if stage.workbench.topology.with(|t| t.connections.contains_key(&id)) { h / 2.0 } else { 8.0 };
        Some(view! { <rect class="over" x=x y=y width=w height=h rx=round /> })
    };
    ring.into_any()
}

/// The lines of what is selected, above everything for as long as it is.
pub(super) fn raised(stage: Stage) -> AnyView {
    let lines = move || {
        let selection = stage.workbench.selection.get();
        let few = (1..=RAISED).contains(&selection.len());
        few.then(|| {
            let all = stage.scene.arrangement.get();
            let is_of = |line: &LineId| {
                let (a, b) = line.ends();
                selection.contains(a) || selection.contains(b)
            };
            let of = all.lines.iter().filter(|(line, _)| is_of(line));
            let data: String = of.map(|(_, way)| path_data(way)).collect();
            view! { <path class="raised" d=data /> }
        })
    };
    lines.into_any()
}

/// The far ends of the lines of what is selected, by which they are put on something else.
pub(super) fn ends(stage: Stage) -> AnyView {
    let workbench = stage.workbench;
    let zoom = Memo::new(move |_| workbench.view.get().zoom);
    let shown = move || {
        let selection = workbench.selection.get();
        let only = selection.first().filter(|_| selection.len() == 1 && !workbench.read_only.get())?;
        let (reach, dot) = (REACH / zoom.get(), DOT / zoom.get());
        let all = stage.scene.arrangement.get();
        let end = |(line, points): (&LineId, &Arc<[Point]>)| {
            let (from, to) = line.ends();
            let (fixed, loose, at) = if from == only {
                (from, to, points.last())
            } else if to == only && matches!(line, LineId::Attachment { .. }) {
                (to, from, points.first())
            } else {
                return None;
            };
            let (fixed, loose, at) = (fixed.to_string(), loose.to_string(), at?);
            let ring = view! {
                <g class="line-end" data-fixed=fixed data-loose=loose>
                    <circle class="port-reach" cx=at.x cy=at.y r=reach />
                    <circle class="port end" cx=at.x cy=at.y r=dot />
                </g>
            };
            Some(ring.into_any())
        };
        Some(all.lines.iter().filter_map(end).collect::<Vec<_>>())
    };
    shown.into_any()
}

/// The lines of so many selected elements stand out; of more, none would.
const RAISED: usize = 20;

/// The line that follows the pointer.
pub(super) fn stretch(stage: Stage) -> impl IntoView {
    move || stage.stretch.get().map(|data| view! { <path class="stretch" d=data /> })
}

/// The ring around what the arrow keys are at.
pub(super) fn ring(stage: Stage) -> impl IntoView {
    move || {
        let id = stage.focused.get()?;
        let Rect { x, y, w, h } = stage.scene.arrangement.with(|all| all.get(&id))?.grown(4.0);
        Some(view! { <rect class="focus-ring" x=x y=y width=w height=h rx="12" /> })
    }
}

/// The frame around what is going to be selected.
pub(super) fn frame(stage: Stage) -> impl IntoView {
    move || {
        stage.frame.get().map(|Rect { x, y, w, h }| {
            view! { <div class="frame" style=format!("left: {x}px; top: {y}px; width: {w}px; height: {h}px") /> }
        })
    }
}

/// The rule beside the pointer: written anew when it changes, and moved while it does not.
pub(super) fn hint(stage: Stage) -> impl IntoView {
    let workbench = stage.workbench;
    let rule = Memo::new(move |_| stage.hint.with(|hint| hint.as_ref().map(|hint| hint.text.clone())));
    let allows = move || stage.hint.with(|hint| hint.as_ref().is_some_and(|hint| hint.allows));
    let place = move || {
        let at = stage.hint.with(|hint| hint.as_ref().map(|hint| hint.at)).unwrap_or_default();
        // What comes out of the palette lies where the rule stands otherwise.
        let half = workbench.palette_drag.get().map_or(0.0, |item| palette::drawn_size(stage, item).1 / 2.0);
        let below = half.clamp(18.0, 56.0);
        format!("left: {}px; top: {}px", at.x + 14.0, at.y + below)
    };
    move || {
        rule.get().map(|text| {
            view! { <div class="hint" class=("hint--allows", allows) style=place>{text}</div> }
        })
    }
}

/// The way back when everything drawn is out of sight.
pub(super) fn back_to_content(stage: Stage) -> AnyView {
    let workbench = stage.workbench;
    let bounds = Memo::new(move |_| stage.scene.arrangement.with(|all| all.bounds()));
    let lost = Memo::new(move |_| {
        let (view, area) = (workbench.view.get(), bounds.get());
        let (w, h) = stage.size();
        area.w > 0.0 && !view.sees(area, w, h)
    });
    let button = move || {
        view! {
            <button type="button" class="button back-to-content" on:click=move |_| stage.fit()>
                {words::back_to_content(workbench.language.get())}
            </button>
        }
    };
    (move || lost.get().then(button)).into_any()
}

/// The buttons on the corner of the drawing: zoom, fit, tidy.
pub(super) fn controls(stage: Stage) -> impl IntoView {
    let workbench = stage.workbench;
    let button = move |command: &'static str,
                       picture: &'static str,
                       name: fn(Language) -> &'static str,
                       act: fn(Stage)| {
        let text = move || name(workbench.language.get());
        view! {
            <button type="button" class="view-control" data-command=command aria-label=text title=text on:click=move |_| act(stage)>
                <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                    <path d=picture />
                </svg>
            </button>
        }
    };
    let percent = move || format!("{:.0} %", workbench.view.get().zoom * 100.0);
    let wheel_text = move || words::wheel(stage.wheel.get(), workbench.language.get());
    let wheel = view! {
        <button type="button" class="view-control" data-command="wheel" data-wheel=move || stage.wheel.get().key()
            aria-label=wheel_text title=wheel_text on:click=move |_| roll::turn_use(stage)>
            <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                <path d="M6 7a4 4 0 0 1 8 0v6a4 4 0 0 1-8 0zM10 6v3" />
                <path class="wheel-zoom" d="M17 6h-2M16 5v2" /><path class="wheel-pan" d="M16 12v4M15 13l1-1 1 1M15 15l1 1 1-1" />
            </svg>
        </button>
    };
    let tidy = move || {
        let shown = !workbench.read_only.get();
        shown.then(|| {
            button("tidy", "M3 4h6v5H3zM11 4h6v5h-6zM3 11h6v5H3zM11 11h6v5h-6z", words::tidy, |stage| {
                stage.workbench.ask(Ask::Command(Command::Tidy));
            })
        })
    };
    view! {
        <div class="view-controls" role="group" aria-label=move || words::view(workbench.language.get())>
            {button("zoom-out", "M4 10h12", words::zoom_out, |stage| stage.zoom(0.8))}
            <span class="view-zoom">{percent}</span>
            {button("zoom-in", "M10 4v12M4 10h12", words::zoom_in, |stage| stage.zoom(1.25))}
            {wheel}
            {button("fit", "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4", words::fit, |stage| stage.fit())}
            {tidy}
        </div>
    }
}
