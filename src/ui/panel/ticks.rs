//! Ticks of steps that the drawing cannot show: kept beside the plan they were made in, never part of it.

use leptos::prelude::*;

use crate::ui::workbench::Workbench;

/// Whether a step of the plan at hand was ticked by hand.
pub(super) fn is_ticked(workbench: Workbench, step: &str) -> bool {
    workbench.ticks.with(|ticks| ticks.contains(step))
}

/// Ticks a step, or takes the tick away.
pub(super) fn set(workbench: Workbench, step: String, ticked: bool) {
    workbench.ticks.update(|ticks| {
        if ticked {
            ticks.insert(step);
        } else {
            ticks.remove(&step);
        }
    });
}
