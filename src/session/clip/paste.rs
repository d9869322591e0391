//! A copied document put into another one.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::base::order;
use crate::session::Selection;
use crate::session::clip::renumber::renumbered;
use crate::topology::{Attachment, Document, Edit, Kind, Node, Place, Snat, Task, Topology, may_hold};

/// The edit that pastes, and what it makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// One step of undo.
    pub edit: Edit,
    /// The outermost things that were pasted.
    pub tops: Selection,
}

/// Pastes a copied document: into the place `into` or the nearest one around it that can hold what was copied, else
/// where it came from, else with the places around it. Ids, names and blocks that are taken are made new. Positions are
/// moved by `shift` where given, and are left to the layout otherwise. `None` where there is nothing to paste.
pub fn pasted(
    target: &Document,
    clip: &Document,
    into: Option<&Id>,
    shift: Option<(f64, f64)>,
) -> Option<Pasted> {
    let (from, there) = (&clip.topology, &target.topology);
    let whole = clip.layout.is_empty();
    let listed = |id: &Id| whole || clip.layout.contains_key(id);
    let mut nodes: BTreeSet<&Id> = from.nodes.keys().filter(|id| listed(id)).collect();
    let mut parents: BTreeMap<Id, Option<Id>> = BTreeMap::new();
    for top in tops(from, &nodes) {
        match place_for(there, from, &top, into) {
            Some(parent) => drop(parents.insert(top, parent)),
            // Nothing drawn can hold it: what lies around it comes along.
            None => nodes.extend(from.ancestors(&top).map(|(id, _)| id)),
        }
    }
    let all_tops = tops(from, &nodes);
    let connections: Vec<&Id> = from.connections.keys().filter(|id| listed(id)).collect();
    let copied: Vec<&Id> =
        nodes.iter().copied().chain(connections.iter().copied()).chain(from.tasks.keys()).collect();
    if nodes.is_empty() && connections.is_empty() {
        return None;
    }
    let ids = new_ids(there, &copied);
    let same = |id: &Id| {
        let kind = |topology: &Topology| topology.node(id).map(|node| node.kind.name());
        (kind(there).is_some() && kind(there) == kind(from)).then(|| id.clone())
    };
    let id_of = |id: &Id| ids.get(id).cloned().or_else(|| same(id));

    let mut ordered: Vec<&Id> = nodes.iter().copied().collect();
    order::sort_by_key(&mut ordered, |id| from.ancestors(id).count());
    let mut made: Vec<(Id, Node)> = Vec::new();
    for id in ordered {
        let (Some(node), Some(new)) = (from.node(id), ids.get(id)) else { continue };
        if matches!(node.kind, Kind::Internet) && there.nodes.values().any(|held| held.kind == Kind::Internet)
        {
            continue;
        }
        let parent = match parents.get(id) {
            Some(parent) => parent.clone(),
            None => node.parent.as_ref().and_then(&id_of),
        };
        made.push((new.clone(), Node { parent, name: new_name(there, node), ..node.clone() }));
    }
    renumbered(there, &mut made);

    let strip = |(id, node): &(Id, Node)| Edit::PutNode { id: id.clone(), node: without_references(node) };
    let mut edits: Vec<Edit> = made.iter().map(strip).collect();
    edits.extend(connections.iter().filter_map(|id| {
        let mut connection = from.connections.get(*id)?.as_ref().clone();
        let moved = |a: Attachment| Some(Attachment { network: id_of(&a.network)?, ..a });
        connection.attachments = connection.attachments.into_iter().filter_map(moved).collect();
        Some(Edit::PutConnection { id: ids.get(*id)?.clone(), connection })
    }));
    edits.extend(made.iter().filter_map(|(id, node)| {
        let node = with_references(node, &id_of, &|via| ids.get(via).cloned());
        (node != without_references(&node)).then(|| Edit::PutNode { id: id.clone(), node })
    }));
    edits.extend(from.tasks.iter().filter_map(|(id, task)| {
        let task = Task {
            resource_group: ids.get(&task.resource_group)?.clone(),
            reads: task.reads.as_ref().and_then(|end| ids.get(end).cloned()),
            writes: task.writes.as_ref().and_then(|end| ids.get(end).cloned()),
            ..task.as_ref().clone()
        };
        Some(Edit::PutTask { id: ids.get(id)?.clone(), task })
    }));
    if let Some((dx, dy)) = shift {
        let moved = clip.layout.iter().filter_map(|(id, place)| {
            Some((ids.get(id)?.clone(), Some(Place { x: place.x + dx, y: place.y + dy, ..*place })))
        });
        edits.push(Edit::Arrange(moved.collect()));
    }
    let shown = all_tops.iter().chain(connections.iter().copied()).filter_map(|id| ids.get(id).cloned());
    let shown = shown.filter(|id| {
        from.connections.keys().any(|c| ids.get(c) == Some(id)) || made.iter().any(|(new, _)| new == id)
    });
    Some(Pasted { edit: Edit::All(edits), tops: shown.collect() })
}

/// Those of the nodes that lie in none of the others.
fn tops(from: &Topology, nodes: &BTreeSet<&Id>) -> Vec<Id> {
    let outer =
        |id: &&&Id| from.node(id).is_some_and(|node| node.parent.as_ref().is_none_or(|p| !nodes.contains(p)));
    nodes.iter().filter(outer).map(|id| (*id).clone()).collect()
}

/// Where something goes: `Some(None)` is the drawing itself, `None` means that nothing drawn can hold it.
#[expect(clippy::option_option, reason = "the drawing itself is a place too, and no place is another answer")]
fn place_for(there: &Topology, from: &Topology, id: &Id, into: Option<&Id>) -> Option<Option<Id>> {
    let node = from.node(id)?;
    let inner = node.kind.name();
    if inner.parents().is_empty() {
        return Some(None);
    }
    let holds = |place: &Id| there.node(place).is_some_and(|outer| may_hold(Some(outer.kind.name()), inner));
    let asked = into.and_then(|place| there.ancestors(place).map(|(id, _)| id).find(|id| holds(id)));
    let home = node.parent.as_ref().filter(|place| holds(place));
    asked.or(home).or_else(|| there.nodes.keys().find(|place| holds(place))).cloned().map(Some)
}

/// A free id for each of the old ones; an id that is free stays.
fn new_ids(there: &Topology, old: &[&Id]) -> BTreeMap<Id, Id> {
    let mut given: BTreeSet<Id> = BTreeSet::new();
    let mut ids = BTreeMap::new();
    for id in old {
        let numbered = (2..).map(|number| id.numbered(number));
        let fresh = |new: &Id| !there.has(new) && !given.contains(new);
        if let Some(new) = std::iter::once((*id).clone()).chain(numbered).find(fresh) {
            given.insert(new.clone());
            ids.insert((*id).clone(), new);
        }
    }
    ids
}

/// The display name, numbered where a node of the same kind has it already.
fn new_name(there: &Topology, node: &Node) -> Option<String> {
    let name = node.name.as_deref()?;
    let kind = node.kind.name();
    let taken = |name: &str| {
        there.nodes.values().any(|held| held.kind.name() == kind && held.name.as_deref() == Some(name))
    };
    let numbered = (2..).map(|number| format!("{name} {number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name))
}

/// The node without what leads to other nodes and connections.
fn without_references(node: &Node) -> Node {
    with_references(node, &|_| None, &|_| None)
}

/// The node with every reference moved to its new end; a reference without one is dropped.
fn with_references(node: &Node, id_of: &dyn Fn(&Id) -> Option<Id>, via: &dyn Fn(&Id) -> Option<Id>) -> Node {
    let mut node = node.clone();
    match &mut node.kind {
        Kind::ResourceGroup(group) => {
            group.bindings.retain_mut(|binding| follow(&mut binding.vswitch, id_of));
        }
        Kind::NatGateway(gateway) => {
            if let Some(Snat::VSwitches(listed)) = &mut gateway.snat {
                listed.retain_mut(|vswitch| follow(vswitch, id_of));
            }
        }
        kind => {
            if let Some(routes) = kind.routes_mut() {
                routes.retain_mut(|route| follow(&mut route.via, via));
            }
        }
    }
    node
}

fn follow(id: &mut Id, id_of: &dyn Fn(&Id) -> Option<Id>) -> bool {
    let new = id_of(id);
    new.is_some_and(|new| {
        *id = new;
        true
    })
}
