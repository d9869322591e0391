//! What is judged ahead of the rest after an edit is what a whole analysis tells, for all that leads to one data source.

use std::sync::Arc;

use proptest::prelude::*;
use reachplan::analysis::{Judged, Overview, Survey};
use reachplan::base::Id;
use reachplan::topology::{Document, Edit, Kind, Topology, Whitelist};

use super::config;
use crate::generate::document;

/// The drawing after each edit of many kinds that leaves the pairs as they are.
fn edited(before: &Document) -> Vec<Topology> {
    let mut all: Vec<Topology> = Vec::new();
    for id in before.topology.connections.keys() {
        let without = before.after(&Edit::Remove(vec![id.clone()])).unwrap();
        all.push(Topology::clone(&without.topology));
    }
    for id in before.topology.nodes.keys() {
        let mut topology = Topology::clone(&before.topology);
        let node = Arc::make_mut(topology.nodes.get_mut(id).unwrap());
        match &mut node.kind {
            Kind::VSwitch(switch) => switch.cidr = None,
            Kind::Vpc(vpc) => vpc.routes.clear(),
            Kind::DataSource(source) => source.whitelist = Some(Whitelist::Entries(Vec::new())),
            Kind::ResourceGroup(group) => drop(group.bindings.pop()),
            _ => continue,
        }
        all.push(topology);
    }
    all
}

fn to<'o>(overview: &'o Overview, source: &'o Id) -> impl Iterator<Item = &'o Judged> {
    overview.connections.iter().filter(move |judged| judged.data_source == *source)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 5, ..config() })]

    #[test]
    fn what_is_judged_ahead_is_what_the_whole_tells(document in document()) {
        let before = Survey::of(&document.topology).overview().clone();
        for topology in edited(&document) {
            let whole = Survey::of(&topology);
            for (at, judged) in whole.overview().connections.iter().enumerate() {
                let source = &judged.data_source;
                let ahead = Survey::ahead(&topology, &before, source).expect("the pairs are the same");
                prop_assert_eq!(ahead.connection(at), whole.connection(at));
                prop_assert!(to(ahead.overview(), source).eq(to(whole.overview(), source)));
            }
        }
    }

    #[test]
    fn nothing_is_judged_ahead_of_other_pairs(document in document()) {
        let before = Survey::of(&document.topology).overview().clone();
        for judged in &before.connections {
            let after = document.after(&Edit::Remove(vec![judged.data_source.clone()])).unwrap();
            prop_assert!(Survey::ahead(&after.topology, &before, &judged.data_source).is_none());
        }
    }
}
