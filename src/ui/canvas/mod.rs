//! The drawing on the screen: what is drawn, and what a pointer or key does to it.

mod beside;
mod carry;
mod clip;
mod connect;
mod element;
mod grip;
mod hold;
mod keys;
pub(in crate::ui) mod label;
mod layer;
mod menu;
mod minimap;
mod offer;
mod overlay;
mod palette;
mod pointer;
mod rename;
mod request;
mod roll;
mod scene;
mod seen;
mod stage;
mod tip;
mod trace;

use leptos::ev;
use leptos::prelude::*;

use crate::diagram::{Rect, detail};
use crate::i18n::canvas as words;
use crate::ui::platform::window;
use crate::ui::shell::use_frame;
use crate::ui::workbench::use_workbench;
use pointer::Hand;
use scene::Scene;
use stage::Stage;
use trace::Traced;

/// How far the drawing surface reaches beyond what is drawn, so that badges are not cut.
const MARGIN: f64 = 64.0;

/// The drawing.
#[component]
pub fn Canvas() -> impl IntoView {
    let workbench = use_workbench();
    let language = workbench.language;
    let scene = Scene::new(workbench);
    let stage = Stage::new(workbench, use_frame(), scene);
    let hand = StoredValue::new_local(Hand::new(stage));
    let roll = StoredValue::new_local(roll::Roll::new(stage));
    request::answer_requests(stage);
    follow_size(stage);
    clip::listen(stage);
    window::listen("keydown", move |event: ev::KeyboardEvent| {
        hand.with_value(|hand| keys::on_window(stage, hand, &event));
    });
    window::listen("keyup", move |event: ev::KeyboardEvent| {
        hand.with_value(|hand| keys::on_release(stage, hand, &event));
    });
    for name in ["gesturestart", "gesturechange"] {
        window::listen(name, move |event: ev::Event| {
            let root = stage.root.get_untracked();
            let own = grip::target(&event, "[data-canvas]")
                .is_some_and(|at| root.is_some_and(|root| root.is_same_node(Some(&at))));
            if own {
                roll.with_value(|roll| roll.pinch(&event));
            }
        });
    }
    let at_pointer = move |act: fn(&Hand, &ev::PointerEvent)| {
        move |event: ev::PointerEvent| hand.with_value(|hand| act(hand, &event))
    };
    view! {
        <div class="drawing">
        <div
            node_ref=stage.root
            class="canvas"
            data-lod=move || stage.level.get().to_string()
            style=move || sizes(stage.level.get())
            data-canvas=""
            tabindex="0"
            role="application"
            aria-label=move || words::drawing(language.get())
            aria-describedby="drawing-keys"
            aria-activedescendant=move || stage.focused.get().map(|id| format!("node-{id}"))
            on:pointerdown=at_pointer(Hand::down)
            on:pointermove=at_pointer(Hand::moved)
            on:pointerup=at_pointer(Hand::up)
            on:pointerover={
                let over = at_pointer(Hand::over);
                move |event: ev::PointerEvent| {
                    tip::put(stage, &event);
                    over(event);
                }
            }
            on:pointercancel=move |_| {
                hand.with_value(Hand::cancel);
            }
            on:pointerleave=move |_| {
                stage.pointer.set_value(None);
                stage.over.set(None);
            }
            on:contextmenu=move |event: ev::MouseEvent| {
                if hand.with_value(Hand::has_ended) {
                    event.prevent_default();
                } else {
                    menu::open(stage, &event);
                }
            }
            on:focusin=move |_| stage.page.in_outline.set(false)
            on:wheel=move |event| roll.with_value(|roll| roll.turn(&event))
            on:dblclick=move |event| begin_rename(stage, &event)
        >
            <p id="drawing-keys" class="visually-hidden" hidden="">
                {move || words::drawing_keys(language.get())}
            </p>
            <World stage=stage />
            {overlay::frame(stage)}
            {overlay::hint(stage)}
            {rename::rename_field(stage)}
            {connect::choices(stage)}
            {beside::states(stage)}
            {palette::palette_drag(stage)}
        </div>
        {overlay::back_to_content(stage)}
        {minimap::minimap(stage)}
        {overlay::controls(stage)}
        {hold::bar(stage)}
        </div>
    }
}

/// Knows how much room there is. What is only looked at is always shown as a whole.
fn follow_size(stage: Stage) {
    stage.root.on_load(move |root| {
        window::watch_size(&root, move |w, h| {
            let before = stage.room.get_untracked();
            if before == Some((w, h)) {
                return;
            }
            stage.room.set(Some((w, h)));
            if stage.workbench.read_only.get_untracked() && before.is_some() {
                stage.fit();
            }
        });
    });
}

/// Everything that pan and zoom move.
#[component]
fn World(stage: Stage) -> impl IntoView {
    let Stage { workbench, scene, .. } = stage;
    let traced = Traced::memo(stage);
    layer::mark_selection(stage);
    let bounds = Memo::new(move |_| scene.arrangement.with(|all| all.bounds().grown(MARGIN)));
    let transform = move || {
        let view = workbench.view.get();
        format!("translate({}px, {}px) scale({})", view.x, view.y, view.zoom)
    };
    let frame = move || {
        let Rect { x, y, w, h } = bounds.get();
        format!("left: {x}px; top: {y}px; width: {w}px; height: {h}px")
    };
    let view_box = move || {
        let Rect { x, y, w, h } = bounds.get();
        format!("{x} {y} {w} {h}")
    };
    view! {
        <div node_ref=stage.world class="world" style:transform=transform>
            <svg
                class="scene"
                style=frame
                viewBox=view_box
                role="listbox"
                aria-multiselectable="true"
                aria-label=move || words::drawing(workbench.language.get())
            >
                {patterns()}
                {layer::layer(stage, "places", element::places)}
                {layer::layer(stage, "lines", element::lines)}
                <g class="traced" aria-hidden="true">{trace::path(traced)}</g>
                {layer::layer(stage, "hubs", element::hubs)}
                {layer::layer(stage, "cards", element::cards)}
            </svg>
            <svg class="lifted" style=frame viewBox=view_box aria-hidden="true" />
            <svg class="upon" style=frame viewBox=view_box aria-hidden="true">
                {overlay::raised(stage)}
                {overlay::ends(stage)}
                {overlay::over(stage)}
                {trace::stop(traced)}
                {overlay::ring(stage)}
                {overlay::ports(stage)}
                {overlay::stretch(stage)}
            </svg>
        </div>
    }
}

/// Hatchings: of the classic network, and of a place that refuses.
fn patterns() -> impl IntoView {
    view! {
        <defs>
            <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch-ground" width="8" height="8" />
                <path class="hatch-line" d="M0 0V8" />
            </pattern>
            <pattern id="refused" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch-ground" width="8" height="8" />
                <path class="refused-line" d="M0 0V8" />
            </pattern>
        </defs>
    }
}

/// The type sizes of a level of detail, for the stylesheet.
fn sizes(level: usize) -> String {
    format!("--name: {}px; --detail: {}px", detail::name_size(level), detail::detail_size(level))
}

fn begin_rename(stage: Stage, event: &ev::MouseEvent) {
    // Two taps of a finger show, and do not rename.
    if stage.workbench.read_only.get_untracked() || stage.by_finger.get_value() {
        return;
    }
    let element = grip::target(event, "[data-node], [data-connection]");
    if let Some(id) = element.and_then(|element| grip::id_of(&element)) {
        stage.workbench.select_only(&id);
        stage.workbench.renaming.set(Some(id));
    }
}
