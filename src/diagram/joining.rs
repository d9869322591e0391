//! Drawing a line from one element to another as an edit: which connection, association or task it means.

use std::sync::Arc;

use crate::base::Id;
use crate::diagram::{Arrangement, Point};
use crate::session::{PaletteItem, new_connection, new_task};
use crate::topology::{
    Attachment, Connection, ConnectionKind, Document, Edit, EditError, KindName, State, Topology, admits,
    kinds_for, may_hold,
};

/// What a line means.
#[derive(Clone, Debug, PartialEq)]
pub enum Join {
    /// One thing.
    Edit {
        /// The edit.
        edit: Edit,
        /// What is new and gets selected.
        made: Option<Id>,
    },
    /// A new connection between two networks, of one of several kinds.
    Choose {
        /// Where the line starts.
        from: Id,
        /// Where it ends.
        to: Id,
        /// The kinds that can join the two, the usual one first.
        kinds: Vec<ConnectionKind>,
    },
    /// These two cannot be joined.
    Refused {
        /// Where the line ends.
        to: Id,
        /// Why.
        reason: EditError,
    },
    /// There is nothing here.
    Nothing,
}

/// Whether lines can start here.
pub fn has_ports(topology: &Topology, id: &Id) -> bool {
    let kind = topology.node(id).map(|node| node.kind.name());
    topology.connections.contains_key(id)
        || kind.is_some_and(|kind| kind.is_network() || kind == KindName::ResourceGroup)
}

/// What a line from an element to a point of the drawing means. What it may end at holds it from some way off.
pub fn join_at(topology: &Topology, arrangement: &Arrangement, from: &Id, at: Point, reach: f64) -> Join {
    target_at(topology, arrangement, from, at, reach).map_or(Join::Nothing, |to| join(topology, from, &to))
}

/// What such a line would end at: a connection, or a place inside the one under the point, that is near and can be joined;
/// else what is under the point where that can be; else whatever is near and can be; else what is under the point after
/// all.
pub fn target_at(
    topology: &Topology,
    arrangement: &Arrangement,
    from: &Id,
    at: Point,
    reach: f64,
) -> Option<Id> {
    let joins = |to: &Id| !matches!(join(topology, from, to), Join::Refused { .. } | Join::Nothing);
    let under = under(topology, arrangement, from, at);
    let around = under.as_ref().filter(|id| joins(id)).and_then(|id| arrangement.get(id));
    let all = arrangement.hubs.iter().chain(&arrangement.nodes);
    let near = all.map(|(id, rect)| (id, rect, rect.distance(at))).filter(|(id, rect, away)| {
        // A card next to the pointer does not take a line from the place that it lies in.
        let wins = around.is_none_or(|around| around.encloses(**rect) && !arrangement.cards.contains(id));
        *id != from && *away > 0.0 && *away <= reach && wins && joins(id)
    });
    near.min_by(|a, b| a.2.total_cmp(&b.2)).map(|(id, ..)| id.clone()).or(under)
}

/// A connection or card before the place around it. A line that can only end at a network ends at the one around the
/// point.
fn under(topology: &Topology, arrangement: &Arrangement, from: &Id, at: Point) -> Option<Id> {
    let is_at = |id: &&Id| *id != from && arrangement.get(id).is_some_and(|rect| rect.contains(at));
    let hub = topology.connections.keys().find(is_at);
    let card = arrangement.cards.iter().rev().find(is_at);
    let place = arrangement.container_at(at, |id| id == from);
    let found = hub.or(card).or(place)?;
    let group = topology.resource_group(from).is_some();
    let network = topology.ancestors(found).find(|(id, node)| *id != from && node.kind.name().is_network());
    Some(network.filter(|_| !group).map_or(found, |(id, _)| id).clone())
}

/// Everything that a line from an element can lead to, in order of id.
pub fn targets(topology: &Topology, from: &Id) -> Vec<Id> {
    let drawn = topology.nodes.keys().chain(topology.connections.keys());
    let joins = |to: &&Id| {
        // Inside a network the network itself is what a line would lead to.
        let itself = topology.connections.contains_key(*to)
            || topology.connections.contains_key(from)
            || topology.resource_group(from).is_some()
            || topology.node(to).is_some_and(|node| node.kind.name().is_network());
        *to != from && itself && !matches!(join(topology, from, to), Join::Refused { .. } | Join::Nothing)
    };
    drawn.filter(joins).cloned().collect()
}

/// What a line between two elements means.
pub fn join(topology: &Topology, from: &Id, to: &Id) -> Join {
    match (topology.connections.get(from), topology.connections.get(to)) {
        (Some(connection), None) => attach(topology, from, connection, to),
        (None, Some(connection)) => attach(topology, to, connection, from),
        (Some(_), Some(_)) => Join::Refused { to: to.clone(), reason: EditError::WrongKind(to.clone()) },
        (None, None) => between_nodes(topology, from, to),
    }
}

/// The edit that joins two networks by a new connection of a kind.
pub fn connect(topology: &Topology, from: &Id, to: &Id, kind: ConnectionKind) -> Join {
    let (id, connection) = new_connection(topology, kind);
    let attachment = |network: &Id| Attachment { network: network.clone(), state: State::InService };
    let connection = Connection { attachments: vec![attachment(from), attachment(to)], ..connection };
    Join::Edit { edit: Edit::PutConnection { id: id.clone(), connection }, made: Some(id) }
}

/// What it means to take the end of the line from `fixed` off `loose` and to put it on `to`.
pub fn reattach(topology: &Topology, fixed: &Id, loose: &Id, to: &Id) -> Join {
    if to == loose {
        return Join::Nothing;
    }
    let state = |connection: &Id, network: &Id| {
        let held = topology.connections.get(connection).and_then(|held| held.attachment(network));
        held.map(|held| {
            (Edit::Detach { connection: connection.clone(), network: network.clone() }, held.state)
        })
    };
    let Some((detach, state)) = state(fixed, loose).or_else(|| state(loose, fixed)) else {
        return rebind(topology, fixed, loose, to);
    };
    let before = Document { topology: Arc::new(topology.clone()), ..Document::default() };
    let Ok(after) = before.after(&detach) else { return refused(to) };
    match join(&after.topology, fixed, to) {
        Join::Edit { edit: Edit::Attach { connection, network, .. }, .. } => {
            let attach = Edit::Attach { connection, network, state };
            Join::Edit { edit: Edit::All(vec![detach, attach]), made: None }
        }
        Join::Refused { to, reason } => Join::Refused { to, reason },
        Join::Edit { .. } | Join::Choose { .. } | Join::Nothing => refused(to),
    }
}

fn rebind(topology: &Topology, fixed: &Id, loose: &Id, to: &Id) -> Join {
    let bound = |group: &Id, vswitch: &Id| {
        let held = topology.resource_group(group)?;
        held.bindings.iter().find(|binding| binding.vswitch == *vswitch)
    };
    match join(topology, fixed, to) {
        Join::Edit { edit: Edit::AddBinding { group, vswitch }, .. } if bound(fixed, loose).is_some() => {
            Join::Edit { edit: Edit::MoveBinding { group, from: loose.clone(), to: vswitch }, made: None }
        }
        Join::Refused { to, reason } => Join::Refused { to, reason },
        _ => refused(to),
    }
}

/// What can be made at the open end of a line, in a place: it lies there and is joined with where the line starts.
pub fn openings(topology: &Topology, from: &Id, place: Option<&Id>) -> Vec<PaletteItem> {
    let kinds: &[KindName] = match topology.node(from).map(|node| node.kind.name()) {
        Some(KindName::ResourceGroup) => &[KindName::VSwitch],
        _ => &[KindName::Vpc, KindName::ClassicNetwork, KindName::DataCenter, KindName::OtherCloud],
    };
    let outer = place.and_then(|id| topology.node(id)).map(|node| node.kind.name());
    let joined = |kind: &KindName| match topology.connections.get(from) {
        Some(connection) => {
            let held = connection.attachments.iter().filter_map(|a| topology.node(&a.network));
            admits(connection.kind, &held.map(|node| node.kind.name()).collect::<Vec<_>>(), *kind)
        }
        None => match topology.node(from).map(|node| node.kind.name()) {
            Some(KindName::ResourceGroup) => true,
            Some(own) => own.is_network() && !kinds_for(own, *kind).is_empty(),
            None => false,
        },
    };
    let fits = |kind: &&KindName| may_hold(outer, **kind) && joined(kind);
    kinds.iter().filter(fits).map(|kind| PaletteItem::Node(*kind)).collect()
}

/// The edit that joins two elements that were chosen or just made, by the usual kind where there are several.
pub fn joined(topology: &Topology, from: &Id, to: &Id) -> Option<Edit> {
    match join(topology, from, to) {
        Join::Edit { edit, .. } => Some(edit),
        Join::Choose { from, to, kinds } => match connect(topology, &from, &to, *kinds.first()?) {
            Join::Edit { edit, .. } => Some(edit),
            _ => None,
        },
        Join::Refused { .. } | Join::Nothing => None,
    }
}

/// What lies at a point, from top to bottom: lozenges and cards, then the places from the innermost on.
pub fn stack_at(arrangement: &Arrangement, at: Point) -> Vec<Id> {
    let is_at = |id: &&Id| arrangement.get(id).is_some_and(|rect| rect.contains(at));
    let cards = arrangement.cards.iter().rev().chain(arrangement.hubs.keys());
    cards.chain(arrangement.containers.iter().rev()).filter(is_at).cloned().collect()
}

fn between_nodes(topology: &Topology, from: &Id, to: &Id) -> Join {
    let kind = |id: &Id| topology.node(id).map(|node| node.kind.name());
    match (kind(from), kind(to)) {
        (Some(KindName::ResourceGroup), Some(KindName::VSwitch)) => bind(from, to),
        (Some(KindName::ResourceGroup), Some(KindName::DataSource)) => task(topology, from, to),
        (Some(KindName::ResourceGroup), Some(KindName::Vpc)) => {
            let first = topology.children(to).find(|(_, node)| node.kind.name() == KindName::VSwitch);
            first.map_or_else(|| refused(to), |(vswitch, _)| bind(from, vswitch))
        }
        (Some(a), Some(_)) if a.is_network() => network_to_network(topology, from, a, to),
        _ => refused(to),
    }
}

fn network_to_network(topology: &Topology, from: &Id, a: KindName, to: &Id) -> Join {
    let network = topology.ancestors(to).find(|(id, node)| *id != from && node.kind.name().is_network());
    let Some((to_network, node)) = network else {
        return refused(to);
    };
    let kinds = kinds_for(a, node.kind.name());
    if kinds.is_empty() {
        refused(to)
    } else {
        Join::Choose { from: from.clone(), to: to_network.clone(), kinds }
    }
}

fn attach(topology: &Topology, id: &Id, connection: &Connection, at: &Id) -> Join {
    let network = topology.ancestors(at).find(|(_, node)| node.kind.name().is_network());
    let Some((network, node)) = network else {
        return refused(at);
    };
    let kinds = connection.attachments.iter().filter_map(|a| topology.node(&a.network));
    let held: Vec<KindName> = kinds.map(|node| node.kind.name()).collect();
    if connection.attachment(network).is_some() || !admits(connection.kind, &held, node.kind.name()) {
        let reason = EditError::CannotAttach { connection: id.clone(), network: network.clone() };
        return Join::Refused { to: at.clone(), reason };
    }
    let edit = Edit::Attach { connection: id.clone(), network: network.clone(), state: State::InService };
    Join::Edit { edit, made: None }
}

fn bind(group: &Id, vswitch: &Id) -> Join {
    Join::Edit { edit: Edit::AddBinding { group: group.clone(), vswitch: vswitch.clone() }, made: None }
}

fn task(topology: &Topology, group: &Id, source: &Id) -> Join {
    let (id, task) = new_task(topology, group, source);
    Join::Edit { edit: Edit::PutTask { id, task }, made: None }
}

fn refused(to: &Id) -> Join {
    Join::Refused { to: to.clone(), reason: EditError::WrongKind(to.clone()) }
}
