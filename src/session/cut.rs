//! What an edit took from things that are there still.

use crate::base::Id;
use crate::topology::Topology;

/// How many associations and attachments were taken from what is there still.
pub fn cut(before: &Topology, after: &Topology) -> (usize, usize) {
    let bindings =
        |topology: &Topology, id: &Id| topology.resource_group(id).map(|group| group.bindings.len());
    let attachments =
        |topology: &Topology, id: &Id| topology.connections.get(id).map(|held| held.attachments.len());
    let lost = |count: &dyn Fn(&Topology, &Id) -> Option<usize>, id: &Id| {
        count(before, id).zip(count(after, id)).map_or(0, |(before, after)| before.saturating_sub(after))
    };
    let groups = before.nodes.keys().map(|id| lost(&bindings, id)).sum();
    (groups, before.connections.keys().map(|id| lost(&attachments, id)).sum())
}
