//! What part of the drawing was seen when the page was left, for this tab: a reload of the same plan shows it again.

use leptos::ev;
use leptos::prelude::*;

use crate::diagram::Viewport;
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::{storage, window};

const SEEN: &str = "reachplan.seen";

/// Remembers from now on what is seen when the page is left.
pub(super) fn remember(stage: Stage) {
    window::listen("pagehide", move |_: ev::Event| {
        let plan = stage.workbench.origin.with_untracked(|origin| origin.plan.clone());
        let Viewport { x, y, zoom } = stage.workbench.view.get_untracked();
        storage::write_of_tab(SEEN, &format!("{x} {y} {zoom} {plan}"));
    });
}

/// What was seen of the plan at hand when the page was left, where it is a plan of one's own.
pub(super) fn last(stage: Stage) -> Option<Viewport> {
    let kept = storage::read_of_tab(SEEN)?;
    let mut parts = kept.splitn(4, ' ');
    let mut number = || parts.next()?.parse::<f64>().ok().filter(|number| number.is_finite());
    let view = Viewport { x: number()?, y: number()?, zoom: number().filter(|zoom| *zoom > 0.0)? };
    let plan = parts.next().filter(|plan| !plan.is_empty())?;
    stage.workbench.origin.with_untracked(|origin| origin.plan == plan).then_some(view)
}
