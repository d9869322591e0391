//! Who has which id: a first, forgiving look over the whole document, so that the strict one can judge a reference where
//! it stands, whatever comes later in the text.

use std::collections::{BTreeMap, BTreeSet};

use crate::topology::KindName;
use crate::wire::Thing;
use crate::wire::value::Value;

/// The ids of a document.
#[derive(Debug, Default)]
pub(super) struct Names<'v> {
    held: BTreeMap<&'v str, Named>,
    /// The networks of each connection.
    networks: BTreeMap<&'v str, BTreeSet<&'v str>>,
    /// The nodes that lie inside themselves.
    circular: BTreeSet<&'v str>,
    /// The first Internet: its place in the list, and its id.
    internet: Option<(usize, &'v str)>,
}

/// What has an id, and where it was first given.
#[derive(Clone, Copy, Debug)]
struct Named {
    /// `None` for a node of unknown kind.
    thing: Option<Thing>,
    list: List,
    at: usize,
}

/// The lists whose items have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Nodes,
    Connections,
    Tasks,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// Nothing.
    Nothing,
    /// Something whose kind cannot be read, which is a problem of its own.
    Unclear,
    /// This.
    To(Thing),
}

impl List {
    /// The field of the document.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Connections => "connections",
            Self::Tasks => "tasks",
        }
    }
}

impl<'v> Names<'v> {
    /// The ids in a document.
    pub(super) fn of(document: &'v Value) -> Self {
        let mut names = Self::default();
        let mut parents = BTreeMap::new();
        for (at, id, node) in items(document, List::Nodes) {
            let kind = node.field("kind").and_then(Value::text).and_then(kind_of);
            names.hold(id, kind.map(Thing::Node), List::Nodes, at);
            if kind == Some(KindName::Internet) && names.internet.is_none() {
                names.internet = Some((at, id));
            }
            if let Some(parent) = node.field("in").and_then(Value::text) {
                parents.entry(id).or_insert(parent);
            }
        }
        for (at, id, connection) in items(document, List::Connections) {
            names.hold(id, Some(Thing::Connection), List::Connections, at);
            let attachments = connection.field("attachments").map_or(&[][..], Value::items);
            let networks = attachments.iter().filter_map(|a| a.field("network")?.text());
            names.networks.entry(id).or_default().extend(networks);
        }
        for (at, id, _) in items(document, List::Tasks) {
            names.hold(id, Some(Thing::Task), List::Tasks, at);
        }
        names.circular = circular(&parents);
        names
    }

    fn hold(&mut self, id: &'v str, thing: Option<Thing>, list: List, at: usize) {
        self.held.entry(id).or_insert(Named { thing, list, at });
    }

    /// What has this id.
    pub(super) fn reference(&self, id: &str) -> Reference {
        match self.held.get(id) {
            None => Reference::Nothing,
            Some(Named { thing: None, .. }) => Reference::Unclear,
            Some(Named { thing: Some(thing), .. }) => Reference::To(*thing),
        }
    }

    /// The path of the first thing of this id, where that is another one than the item `at` of `list`.
    pub(super) fn taken(&self, id: &str, list: List, at: usize) -> Option<String> {
        let first = self.held.get(id)?;
        (first.list != list || first.at != at).then(|| format!("{}[{}]", first.list.key(), first.at))
    }

    /// Whether a connection holds a network.
    pub(super) fn holds(&self, connection: &str, network: &str) -> bool {
        self.networks.get(connection).is_some_and(|networks| networks.contains(network))
    }

    /// Whether a node lies inside itself.
    pub(super) fn is_circular(&self, id: &str) -> bool {
        self.circular.contains(id)
    }

    /// The id of the first Internet, where that is another node than the one `at` this place.
    pub(super) fn other_internet(&self, at: usize) -> Option<&'v str> {
        self.internet.filter(|(first, _)| *first != at).map(|(_, id)| id)
    }
}

/// The node kind of this word.
pub(super) fn kind_of(word: &str) -> Option<KindName> {
    KindName::ALL.into_iter().find(|kind| kind.key() == word)
}

/// The items of a list that have an id in form of a text.
fn items(document: &Value, list: List) -> impl Iterator<Item = (usize, &str, &Value)> {
    let items = document.field(list.key()).map_or(&[][..], Value::items);
    items.iter().enumerate().filter_map(|(at, item)| Some((at, item.field("id")?.text()?, item)))
}

/// The ids that come back to themselves from parent to parent. Every id is walked over once.
fn circular<'v>(parents: &BTreeMap<&'v str, &'v str>) -> BTreeSet<&'v str> {
    let mut walked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for (walk, start) in parents.keys().enumerate() {
        let mut trail = Vec::new();
        let mut at = *start;
        while !walked.contains_key(at)
            && let Some(parent) = parents.get(at)
        {
            walked.insert(at, walk);
            trail.push(at);
            at = parent;
        }
        if walked.get(at) == Some(&walk) {
            found.extend(trail.into_iter().skip_while(|id| *id != at));
        }
    }
    found
}
