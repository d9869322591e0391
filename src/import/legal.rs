//! The promises of a drawing, kept whatever the input said: what leads nowhere, lies in the wrong place or is one too
//! many is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::Id;
use crate::topology::{Attachment, Kind, KindName, Node, Snat, Topology, admits, may_hold};

/// The drawing with everything that the format refuses left out.
pub(super) fn legal(mut topology: Topology) -> Topology {
    let kinds = placed(&mut topology);
    let is_switch = |id: &Id| kinds.get(id) == Some(&KindName::VSwitch);
    for node in topology.nodes.values_mut() {
        match &node.kind {
            Kind::ResourceGroup(_) | Kind::NatGateway(_) => ends(Arc::make_mut(node), is_switch),
            _ => {}
        }
    }
    topology.connections.retain(|id, _| !kinds.contains_key(id));
    for connection in topology.connections.values_mut() {
        let connection = Arc::make_mut(connection);
        let (mut held, mut kept): (Vec<KindName>, Vec<Attachment>) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for attachment in connection.attachments.drain(..) {
            if let Some(kind) = kinds.get(&attachment.network)
                && admits(connection.kind, &held, *kind)
                && seen.insert(attachment.network.clone())
            {
                held.push(*kind);
                kept.push(attachment);
            }
        }
        connection.attachments = kept;
    }
    let holds: BTreeSet<(&Id, &Id)> = topology
        .connections
        .iter()
        .flat_map(|(id, held)| held.attachments.iter().map(move |one| (id, &one.network)))
        .collect();
    for (id, node) in &mut topology.nodes {
        if node.kind.routes().iter().any(|route| !holds.contains(&(&route.via, id)))
            && let Some(routes) = Arc::make_mut(node).kind.routes_mut()
        {
            routes.retain(|route| holds.contains(&(&route.via, id)));
        }
    }
    topology.tasks.retain(|id, task| {
        let is = |id: &Id, kind| kinds.get(id) == Some(&kind);
        !kinds.contains_key(id)
            && !topology.connections.contains_key(id)
            && is(&task.resource_group, KindName::ResourceGroup)
            && task.ends().all(|end| is(end, KindName::DataSource))
    });
    topology
}

/// Leaves out nodes that lie nowhere, or in the wrong place; the kinds of the rest.
fn placed(topology: &mut Topology) -> BTreeMap<Id, KindName> {
    let mut kinds: BTreeMap<Id, KindName> = BTreeMap::new();
    // Outer kinds come first, so one pass for each kind is enough.
    for kind in KindName::ALL {
        for (id, node) in topology.nodes.iter().filter(|(_, node)| node.kind.name() == kind) {
            let outer = node.parent.as_ref().map(|parent| kinds.get(parent).copied());
            let stands = match outer {
                None => may_hold(None, kind),
                Some(outer) => outer.is_some() && may_hold(outer, kind),
            };
            let second = kind == KindName::Internet && kinds.values().any(|held| *held == kind);
            if stands && !second {
                kinds.insert(id.clone(), kind);
            }
        }
    }
    topology.nodes.retain(|id, _| kinds.contains_key(id));
    kinds
}

/// Leaves out references to what is no vSwitch, and a second binding of one.
fn ends(node: &mut Node, is_switch: impl Fn(&Id) -> bool) {
    match &mut node.kind {
        Kind::ResourceGroup(group) => {
            let mut seen = BTreeSet::new();
            group.bindings.retain(|held| is_switch(&held.vswitch) && seen.insert(held.vswitch.clone()));
        }
        Kind::NatGateway(gateway) => {
            if let Some(Snat::VSwitches(switches)) = &mut gateway.snat {
                switches.retain(is_switch);
            }
        }
        _ => {}
    }
}
