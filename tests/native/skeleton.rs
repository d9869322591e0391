//! What of a drawing an edit leaves as it is: places, names and what is joined or bound.

use std::sync::Arc;

use reachplan::base::Id;
use reachplan::i18n::Language;
use reachplan::samples::SAMPLES;
use reachplan::topology::{Edit, Kind, Node, Topology};

/// Each node of every sample changed, where `change` finds something to change, with the drawing before and after.
fn changed(change: impl Fn(&mut Node) -> bool) -> Vec<(Topology, Topology)> {
    let mut all = Vec::new();
    for sample in SAMPLES {
        let before = Topology::clone(&sample.document(Language::En).unwrap().topology);
        for id in before.nodes.keys() {
            let mut after = before.clone();
            if change(Arc::make_mut(after.nodes.get_mut(id).unwrap())) {
                all.push((before.clone(), after));
            }
        }
    }
    assert!(all.len() > 8);
    all
}

#[test]
fn facts_leave_it_as_it_is() {
    let facts = changed(|node| match &mut node.kind {
        Kind::DataSource(source) => source.port.replace(4000) != Some(4000),
        Kind::VSwitch(switch) => switch.cidr.take().is_some(),
        Kind::Vpc(vpc) => vpc.cidrs.take().is_some(),
        _ => false,
    });
    assert!(facts.iter().all(|(before, after)| before != after && after.has_skeleton_of(before)));
}

#[test]
fn names_regions_and_bindings_are_part_of_it() {
    let shown = changed(|node| match &mut node.kind {
        Kind::Region(place) => {
            place.region.push('x');
            true
        }
        Kind::ResourceGroup(group) => group.bindings.pop().is_some(),
        _ => {
            node.name = Some("other".to_owned());
            true
        }
    });
    assert!(shown.iter().all(|(before, after)| !after.has_skeleton_of(before)));
}

#[test]
fn so_is_everything_that_is_there_and_what_it_is_joined_to() {
    for sample in SAMPLES {
        let before = sample.document(Language::En).unwrap();
        let all: Vec<&Id> = before.topology.nodes.keys().chain(before.topology.connections.keys()).collect();
        for id in all {
            let after = before.after(&Edit::Remove(vec![id.clone()])).unwrap();
            assert!(!after.topology.has_skeleton_of(&before.topology), "{id}");
        }
        for (id, connection) in &before.topology.connections {
            for network in connection.attachments.iter().map(|attachment| &attachment.network) {
                let detach = Edit::Detach { connection: id.clone(), network: network.clone() };
                let after = before.after(&detach).unwrap();
                assert!(!after.topology.has_skeleton_of(&before.topology), "{id} {network}");
            }
        }
    }
}
