//! The selection as a document.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::Id;
use crate::session::Selection;
use crate::topology::{
    Account, DataCenter, Document, Edit, Kind, Layout, Node, OtherCloud, Place, Topology, VSwitch, Vpc,
};

/// What is selected with everything inside, as a document; `None` where nothing of it is drawn. `place_of` tells where
/// something is drawn now.
pub fn copied(
    document: &Document,
    selection: &Selection,
    place_of: &dyn Fn(&Id) -> Option<Place>,
) -> Option<Document> {
    let topology = &document.topology;
    let chosen: BTreeSet<Id> = topology
        .nodes
        .keys()
        .filter(|id| topology.ancestors(id).any(|(around, _)| selection.contains(around)))
        .chain(
            topology
                .connections
                .keys()
                .filter(|id| selection.contains(*id) || between(topology, id, selection)),
        )
        .cloned()
        .collect();
    if chosen.is_empty() {
        return None;
    }
    let context = around(topology, &chosen);
    let foreign = |id: &&Id| !chosen.contains(*id) && !context.contains(*id);
    let tasks = topology.tasks.iter().filter(|(_, task)| {
        !chosen.contains(&task.resource_group) || task.ends().any(|end| !chosen.contains(end))
    });
    let gone: Vec<Id> = topology
        .nodes
        .keys()
        .chain(topology.connections.keys())
        .filter(foreign)
        .chain(tasks.map(|(id, _)| id))
        .cloned()
        .collect();
    let mut part = document.with(&Edit::Remove(gone));
    part.title = String::new();
    let held = Arc::make_mut(&mut part.topology);
    held.must_not_reach
        .retain(|pair| chosen.contains(&pair.resource_group) && chosen.contains(&pair.data_source));
    for (id, node) in &mut held.nodes {
        if !chosen.contains(id) {
            *node = Arc::new(Node {
                name: None,
                note: None,
                parent: node.parent.clone(),
                kind: bare(&node.kind),
            });
        }
    }
    let places = chosen.iter().map(|id| (id.clone(), place_of(id).unwrap_or_default()));
    part.layout = Arc::new(places.collect::<Layout>());
    Some(part)
}

/// A connection goes along when all that it joins does.
fn between(topology: &Topology, connection: &Id, selection: &Selection) -> bool {
    let held = topology.connections.get(connection);
    let inside = |network: &Id| topology.ancestors(network).any(|(around, _)| selection.contains(around));
    held.is_some_and(|held| held.attachments.len() > 1 && held.attachments.iter().all(|a| inside(&a.network)))
}

/// What must come along: places around what is chosen, bound vSwitches, attached networks, and the places around those.
fn around(topology: &Topology, chosen: &BTreeSet<Id>) -> BTreeSet<Id> {
    let bound = chosen
        .iter()
        .filter_map(|id| topology.resource_group(id))
        .flat_map(|group| group.bindings.iter().map(|binding| &binding.vswitch));
    let attached = chosen
        .iter()
        .filter_map(|id| topology.connections.get(id))
        .flat_map(|connection| connection.attachments.iter().map(|attachment| &attachment.network));
    let needed = chosen.iter().chain(bound).chain(attached);
    let places = needed.flat_map(|id| topology.ancestors(id)).map(|(id, _)| id);
    places.filter(|id| !chosen.contains(*id)).cloned().collect()
}

/// A place with nothing known but what it is. A region's id belongs to what it is.
fn bare(kind: &Kind) -> Kind {
    match kind {
        Kind::Account(_) => Kind::Account(Account::default()),
        Kind::Vpc(_) => Kind::Vpc(Vpc::default()),
        Kind::VSwitch(_) => Kind::VSwitch(VSwitch::default()),
        Kind::DataCenter(_) => Kind::DataCenter(DataCenter::default()),
        Kind::OtherCloud(_) => Kind::OtherCloud(OtherCloud::default()),
        other => other.clone(),
    }
}
