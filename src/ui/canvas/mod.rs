//! The drawing on the screen: what is drawn, and what a pointer or key does to it.

mod element;
mod label;
mod line;
mod scene;
mod stage;

use leptos::prelude::*;

use crate::diagram::Rect;
use crate::ui::workbench::use_workbench;
use scene::Scene;
use stage::Stage;

/// How far the drawing surface reaches beyond what is drawn, so that badges are not cut.
const MARGIN: f64 = 64.0;

/// The drawing.
#[component]
pub fn Canvas() -> impl IntoView {
    let workbench = use_workbench();
    let scene = Scene::new(workbench);
    let stage = Stage::new(workbench, scene);
    // A request to show everything is answered once the surface is there and knows its size.
    Effect::new(move |_| {
        workbench.fit_request.track();
        if stage.root.get().is_some() {
            stage.fit();
        }
    });
    let bounds = Memo::new(move |_| scene.arrangement.with(|all| all.bounds().grown(MARGIN)));
    let transform = move || {
        let view = workbench.view.get();
        format!("translate({}px, {}px) scale({})", view.x, view.y, view.zoom)
    };
    let frame = move || {
        let Rect { x, y, w, h } = bounds.get();
        format!("left: {x}px; top: {y}px; width: {w}px; height: {h}px")
    };
    let box_of = move || {
        let Rect { x, y, w, h } = bounds.get();
        format!("{x} {y} {w} {h}")
    };
    view! {
        <div node_ref=stage.root class="canvas" data-canvas="" tabindex="0" role="application">
            <div node_ref=stage.world class="world" style:transform=transform>
                <svg class="scene" style=frame viewBox=box_of role="listbox" aria-multiselectable="true" aria-label="Drawing">
                    <g class="places" role="none">
                        <For each=move || scene.containers.get() key=Clone::clone children=move |id| element::node(workbench, scene, id) />
                    </g>
                    <g class="lines" aria-hidden="true">
                        <For each=move || scene.lines.get() key=Clone::clone children=move |id| line::line(workbench, scene, id) />
                    </g>
                    <g class="hubs" role="none">
                        <For each=move || scene.hubs.get() key=Clone::clone children=move |id| element::hub(workbench, scene, id) />
                    </g>
                    <g class="cards" role="none">
                        <For each=move || scene.cards.get() key=Clone::clone children=move |id| element::node(workbench, scene, id) />
                    </g>
                </svg>
            </div>
        </div>
    }
}
