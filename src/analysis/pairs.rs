//! Which pairs of resource group and data source are assessed.

use std::collections::BTreeSet;

use crate::base::Id;
use crate::topology::{Kind, Topology};

/// The pairs that the tasks name; every group with every data source where there is no task. In order of ids.
pub(super) fn assessed(topology: &Topology) -> Vec<(Id, Id)> {
    if !topology.tasks.is_empty() {
        let named = topology
            .tasks
            .values()
            .flat_map(|task| task.ends().map(|end| (task.resource_group.clone(), end.clone())));
        return named.collect::<BTreeSet<_>>().into_iter().collect();
    }
    let of = |wanted: fn(&Kind) -> bool| {
        topology.nodes.iter().filter(move |(_, node)| wanted(&node.kind)).map(|(id, _)| id)
    };
    let sources: Vec<&Id> = of(|kind| matches!(kind, Kind::DataSource(_))).collect();
    let groups = of(|kind| matches!(kind, Kind::ResourceGroup(_)));
    groups.flat_map(|group| sources.iter().map(|source| (group.clone(), (*source).clone()))).collect()
}
