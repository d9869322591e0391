//! What a step, hop or finding is about, lit up in the drawing while it is hovered or focused.

use crate::base::Id;
use crate::base::order::Gather;
use crate::topology::Topology;
use crate::ui::workbench::Workbench;

/// The ids among texts of a report that are drawn.
pub(super) fn drawn(topology: &Topology, ids: &[String]) -> Vec<Id> {
    ids.iter().filter_map(|id| Id::parse(id)).filter(|id| topology.has(id)).collect()
}

/// Lights these elements up.
pub(super) fn light(workbench: Workbench, ids: &[String]) {
    use leptos::prelude::{Set, WithUntracked};
    workbench.lit.set(workbench.topology.with_untracked(|topology| drawn(topology, ids)));
}

/// Lights nothing up.
pub(super) fn dim(workbench: Workbench) {
    use leptos::prelude::{Set, WithUntracked};
    if workbench.lit.with_untracked(|lit| !lit.is_empty()) {
        workbench.lit.set(Vec::new());
    }
}

/// Selects these elements.
pub(super) fn select(workbench: Workbench, ids: &[String]) {
    use leptos::prelude::WithUntracked;
    let ids = workbench.topology.with_untracked(|topology| drawn(topology, ids));
    match ids.as_slice() {
        [] => {}
        [one] => workbench.select_only(one),
        several => workbench.set_selection(several.iter().cloned().gather()),
    }
}
