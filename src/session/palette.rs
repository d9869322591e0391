//! What the palette offers, and the one edit that adds an item: with the missing places around it where nothing drawn
//! so far can hold it.

use crate::base::Id;
use crate::session::{Selection, new_connection, new_node};
use crate::topology::{
    Attachment, ConnectionKind, Document, Edit, EditError, GroupKind, KindName, PRODUCTS, Product, State,
    Topology, admits, may_hold,
};

/// One item of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaletteItem {
    /// A place or a NAT gateway.
    Node(KindName),
    /// A resource group of a kind.
    Group(GroupKind),
    /// A data source of a product.
    Source(Product),
    /// A connection.
    Connection(ConnectionKind),
}

/// An edit that adds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// The id of what was asked for.
    pub id: Id,
    /// The edit: one step, whatever else had to be made.
    pub edit: Edit,
}

impl PaletteItem {
    /// The value of `data-palette`: `vpc`, `resource_group/serverless`, `data_source/rds_mysql`, `cen`.
    pub fn key(self) -> String {
        match self {
            Self::Node(name) => name.key().to_owned(),
            Self::Group(kind) => format!("resource_group/{}", kind.key()),
            Self::Source(product) => format!("data_source/{}", product.key()),
            Self::Connection(kind) => kind.key().to_owned(),
        }
    }

    /// The kind of node it makes; none for a connection.
    pub fn node_kind(self) -> Option<KindName> {
        match self {
            Self::Node(name) => Some(name),
            Self::Group(_) => Some(KindName::ResourceGroup),
            Self::Source(_) => Some(KindName::DataSource),
            Self::Connection(_) => None,
        }
    }

    /// The kinds of places it is put into by itself, the usual one first. By hand it goes wherever it may lie.
    fn homes(self) -> &'static [KindName] {
        match self {
            Self::Source(product) if product.is_regional() => &[KindName::Region],
            _ => self.node_kind().map_or(&[], KindName::parents),
        }
    }
}

/// Adds an item where the selection suggests: into the selected place, else into the nearest one around the selection
/// that can hold it, else into the first one that can, else into new places made for it. A connection takes the
/// selected networks.
pub fn addition(topology: &Topology, item: PaletteItem, selection: &Selection) -> Option<Addition> {
    match item {
        PaletteItem::Connection(kind) => Some(connection_of(topology, kind, selection)),
        PaletteItem::Node(_) | PaletteItem::Group(_) | PaletteItem::Source(_) => {
            let homes = item.homes();
            let holds = |id: &Id| topology.node(id).is_some_and(|node| homes.contains(&node.kind.name()));
            let around =
                selection.iter().flat_map(|id| topology.ancestors(id)).map(|(id, _)| id).find(|id| holds(id));
            let any = || homes.iter().flat_map(|name| of_kind(topology, *name)).next();
            match (homes.first(), around.or_else(any)) {
                (None, _) => addition_into(topology, item, None),
                (Some(_), Some(place)) => addition_into(topology, item, Some(place)),
                (Some(home), None) => with_new_places(topology, item, *home),
            }
        }
    }
}

/// Adds an item into exactly this place (`None`: directly into the drawing). Whether it may lie there is checked when
/// the edit is made.
pub fn addition_into(topology: &Topology, item: PaletteItem, parent: Option<&Id>) -> Option<Addition> {
    if let PaletteItem::Connection(kind) = item {
        let touched = parent.cloned().into_iter().collect();
        return Some(connection_of(topology, kind, &touched));
    }
    let (id, node) = new_node(topology, item, parent)?;
    Some(Addition { edit: Edit::PutNode { id: id.clone(), node }, id })
}

/// Everything that may lie directly in a place (`None`: directly in the drawing), and the connections that a network
/// can take; in a plan without a network every connection.
pub fn fitting(topology: &Topology, place: Option<&Id>) -> Vec<PaletteItem> {
    let outer = place.and_then(|id| topology.node(id)).map(|node| node.kind.name());
    let fits = |kind: KindName| may_hold(outer, kind);
    let places = KindName::ALL.into_iter().filter(|kind| {
        let one_already = *kind == KindName::Internet && of_kind(topology, *kind).next().is_some();
        !matches!(kind, KindName::ResourceGroup | KindName::DataSource) && fits(*kind) && !one_already
    });
    let groups = GroupKind::ALL.into_iter().filter(|_| fits(KindName::ResourceGroup));
    let sources = PRODUCTS.iter().filter(|_| fits(KindName::DataSource));
    let connections =
        ConnectionKind::ALL.into_iter().filter(|kind| outer.is_none_or(|outer| kind.joins(outer)));
    places
        .map(PaletteItem::Node)
        .chain(groups.map(PaletteItem::Group))
        .chain(connections.map(PaletteItem::Connection))
        .chain(sources.map(|product| PaletteItem::Source(*product)))
        .collect()
}

fn of_kind(topology: &Topology, name: KindName) -> impl Iterator<Item = &Id> {
    topology.nodes.iter().filter(move |(_, node)| node.kind.name() == name).map(|(id, _)| id)
}

/// Makes the places that are missing around an item whose home is of the kind `outer`.
fn with_new_places(topology: &Topology, item: PaletteItem, outer: KindName) -> Option<Addition> {
    let place = addition(topology, PaletteItem::Node(outer), &Selection::new())?;
    let before = Document { topology: std::sync::Arc::new(topology.clone()), ..Document::default() };
    let made: Result<Document, EditError> = before.after(&place.edit);
    let inside = addition_into(&made.ok()?.topology, item, Some(&place.id))?;
    Some(Addition { id: inside.id, edit: Edit::All(vec![place.edit, inside.edit]) })
}

fn connection_of(topology: &Topology, kind: ConnectionKind, selection: &Selection) -> Addition {
    let (id, mut connection) = new_connection(topology, kind);
    let mut held = Vec::new();
    for network in selection {
        let Some(name) = topology.node(network).map(|node| node.kind.name()) else {
            continue;
        };
        if admits(kind, &held, name) {
            held.push(name);
            connection.attachments.push(Attachment { network: network.clone(), state: State::InService });
        }
    }
    Addition { edit: Edit::PutConnection { id: id.clone(), connection }, id }
}
