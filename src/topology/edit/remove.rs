//! Removal: what lies inside goes along, and no reference to it stays.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::Id;
use crate::base::order::Gather;
use crate::topology::{Kind, Node, Snat, Topology};

impl Topology {
    /// Removes things, what lies in them, and every reference to them.
    pub(super) fn remove(&mut self, ids: &[Id]) {
        let mut gone: BTreeSet<Id> = ids.iter().cloned().gather();
        loop {
            let inside = |node: &Node| node.parent.as_ref().is_some_and(|p| gone.contains(p));
            let more: Vec<Id> = self
                .nodes
                .iter()
                .filter(|(id, node)| !gone.contains(*id) && inside(node))
                .map(|(id, _)| id.clone())
                .collect();
            if more.is_empty() {
                break;
            }
            gone.extend(more);
        }
        self.nodes.retain(|id, _| !gone.contains(id));
        self.connections.retain(|id, _| !gone.contains(id));
        self.must_not_reach
            .retain(|pair| !gone.contains(&pair.resource_group) && !gone.contains(&pair.data_source));
        for node in self.nodes.values_mut() {
            forget(node, &gone);
        }
        for connection in self.connections.values_mut() {
            if connection.attachments.iter().any(|a| gone.contains(&a.network)) {
                Arc::make_mut(connection).attachments.retain(|a| !gone.contains(&a.network));
            }
        }
        self.tasks.retain(|id, task| {
            let missing = |end: &Option<Id>| end.as_ref().is_some_and(|id| gone.contains(id));
            if missing(&task.reads) || missing(&task.writes) {
                let task = Arc::make_mut(task);
                task.reads.take_if(|id| gone.contains(id));
                task.writes.take_if(|id| gone.contains(id));
            }
            !gone.contains(id) && !gone.contains(&task.resource_group) && task.ends().next().is_some()
        });
    }
}

/// Takes every reference to something that is gone out of a node.
fn forget(node: &mut Arc<Node>, gone: &BTreeSet<Id>) {
    let concerned = match &node.kind {
        Kind::ResourceGroup(group) => group.bindings.iter().any(|b| gone.contains(&b.vswitch)),
        Kind::NatGateway(gateway) => {
            matches!(&gateway.snat, Some(Snat::VSwitches(listed)) if listed.iter().any(|v| gone.contains(v)))
        }
        kind => kind.routes().iter().any(|route| gone.contains(&route.via)),
    };
    if !concerned {
        return;
    }
    match &mut Arc::make_mut(node).kind {
        Kind::ResourceGroup(group) => group.bindings.retain(|b| !gone.contains(&b.vswitch)),
        Kind::NatGateway(gateway) => {
            if let Some(Snat::VSwitches(listed)) = &mut gateway.snat {
                listed.retain(|v| !gone.contains(v));
            }
        }
        kind => {
            if let Some(routes) = kind.routes_mut() {
                routes.retain(|route| !gone.contains(&route.via));
            }
        }
    }
}
