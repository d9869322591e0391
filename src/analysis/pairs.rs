//! Which pairs of resource group and data source are assessed.

use crate::reading::{Group, Reading, Source};

/// A resource group and a data source.
pub(super) type Pair<'r, 'a> = (&'r Group<'a>, &'r Source<'a>);

/// The pairs that the tasks name; every group with every data source where there is no task. In order of ids.
pub(super) fn assessed<'r, 'a>(reading: &'r Reading<'a>) -> Vec<Pair<'r, 'a>> {
    let tasks = &reading.topology.tasks;
    if tasks.is_empty() {
        let with_all = |group| reading.sources.values().map(move |source| (group, source));
        return reading.groups.values().flat_map(with_all).collect();
    }
    let mut pairs: Vec<Pair<'r, 'a>> = Vec::new();
    for task in tasks.values() {
        let Some(group) = reading.groups.get(&task.resource_group) else { continue };
        pairs.extend(task.ends().filter_map(|end| Some((group, reading.sources.get(end)?))));
    }
    pairs.sort_by_key(|(group, source)| (group.id, source.id));
    pairs.dedup_by_key(|(group, source)| (group.id, source.id));
    pairs
}
