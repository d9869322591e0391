//! The small map in the corner while not all of the drawing is in sight: places, findings, and the part that is seen.

use leptos::{ev, html, prelude::*};

use crate::diagram::sizes::CARD_WIDTH;
use crate::diagram::{Point, Rect, Viewport};
use crate::i18n::canvas as words;
use crate::rules::Severity;
use crate::ui::canvas::keys::{ZOOM_STEP, arrow};
use crate::ui::canvas::stage::Stage;

/// The most room that the map takes, in screen pixels.
const ROOM: (f64, f64) = (176.0, 120.0);

/// The map.
pub(super) fn minimap(stage: Stage) -> AnyView {
    let bounds = Memo::new(move |_| stage.scene.arrangement.with(|all| all.bounds()));
    let seen = move || seen(stage, stage.workbench.view.get());
    let shown = Memo::new(move |_| stage.map.get() && !seen().encloses(bounds.get()));
    (move || shown.get().then(|| map(stage, bounds))).into_any()
}

/// The part of the drawing that is in sight; tracked.
fn seen(stage: Stage, view: Viewport) -> Rect {
    stage.room.track();
    let (w, h) = stage.size();
    Rect::between(view.to_drawing(Point::default()), view.to_drawing(Point::new(w, h)))
}

fn map(stage: Stage, bounds: Memo<Rect>) -> AnyView {
    let workbench = stage.workbench;
    let root = NodeRef::<html::Div>::new();
    let scale = move || {
        let Rect { w, h, .. } = bounds.get();
        (ROOM.0 / w.max(1.0)).min(ROOM.1 / h.max(1.0))
    };
    let size = move || {
        let (Rect { w, h, .. }, scale) = (bounds.get(), scale());
        format!("inline-size: {}px; block-size: {}px", w * scale, h * scale)
    };
    let view_box = move || {
        let Rect { x, y, w, h } = bounds.get();
        format!("{x} {y} {w} {h}")
    };
    let frame = move || {
        let Rect { x, y, w, h } = seen(stage, workbench.view.get());
        format!("M{x} {y}h{w}v{h}h-{w}z")
    };
    let go = move |event: &ev::PointerEvent| {
        let Some(root) = root.get_untracked() else { return };
        let corner = root.get_bounding_client_rect();
        let scale = untrack(scale);
        let at = |client: i32, start: f64| (f64::from(client) - start) / scale;
        let area = bounds.get_untracked();
        let to =
            Point::new(area.x + at(event.client_x(), corner.x()), area.y + at(event.client_y(), corner.y()));
        let middle = seen(stage, workbench.view.get_untracked()).centre();
        let zoom = workbench.view.get_untracked().zoom;
        stage.look(workbench.view.get_untracked().panned((middle.x - to.x) * zoom, (middle.y - to.y) * zoom));
    };
    let keys = move |event: ev::KeyboardEvent| {
        let key = event.key();
        let (w, h) = stage.size();
        if let Some((x, y)) = arrow(&key) {
            stage.look(workbench.view.get_untracked().panned(-x * w / 4.0, -y * h / 4.0));
        } else if matches!(key.as_str(), "+" | "=") {
            stage.zoom(ZOOM_STEP);
        } else if key == "-" {
            stage.zoom(1.0 / ZOOM_STEP);
        } else if key == "Home" {
            stage.fit();
        } else {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="minimap" node_ref=root role="group" tabindex="0" data-minimap="" style=size
            aria-label=move || words::minimap(workbench.language.get())
            on:keydown=keys
            on:pointerdown=move |event: ev::PointerEvent| {
                if let Some(root) = root.get_untracked() {
                    // A pointer that is gone already cannot be captured.
                    drop(root.set_pointer_capture(event.pointer_id()));
                }
                go(&event);
            }
            on:pointermove=move |event: ev::PointerEvent| if event.buttons() == 1 { go(&event) }>
            <svg viewBox=view_box aria-hidden="true">
                <g inner_html=move || drawn(stage) />
                <path class="minimap__view" d=frame />
            </svg>
        </div>
    }
    .into_any()
}

/// Places as boxes, findings as signs of their severity.
fn drawn(stage: Stage) -> String {
    let worst = stage.workbench.worst.get();
    stage.scene.arrangement.with(|all| {
        let places = all.containers.iter().filter_map(|id| all.nodes.get(id)).map(|Rect { x, y, w, h }| {
            format!(r#"<rect class="minimap__place" x="{x}" y="{y}" width="{w}" height="{h}"/>"#)
        });
        let r = CARD_WIDTH / 3.0;
        let findings = all.nodes.iter().chain(&all.hubs).filter_map(|(id, rect)| {
            let Point { x, y } = rect.centre();
            match worst.at(id)? {
                Severity::Error => {
                    Some(format!(r#"<circle class="minimap__error" cx="{x}" cy="{y}" r="{r}"/>"#))
                }
                Severity::Warning => Some(format!(
                    r#"<path class="minimap__warning" d="M{x} {}l{r} {}h-{}z"/>"#,
                    y - r,
                    r * 1.8,
                    r * 2.0
                )),
                Severity::Info => None,
            }
        });
        places.chain(findings).collect()
    })
}
