//! Ticks of steps that the drawing cannot show: remembered in this browser only, never part of the plan.

use std::collections::BTreeSet;

use crate::ui::platform::storage;

const KEY: &str = "reachplan.ticks";

/// Whether a step was ticked by hand.
pub(super) fn is_ticked(step: &str) -> bool {
    all().contains(step)
}

/// Ticks a step, or takes the tick away.
pub(super) fn set(step: &str, ticked: bool) {
    let mut all = all();
    if ticked {
        all.insert(step.to_owned());
    } else {
        all.remove(step);
    }
    let lines: Vec<String> = all.into_iter().collect();
    // Where the browser keeps nothing, the tick lasts as long as the page.
    storage::write(KEY, &lines.join("\n")).ok();
}

fn all() -> BTreeSet<String> {
    storage::read(KEY).unwrap_or_default().lines().map(str::to_owned).collect()
}
