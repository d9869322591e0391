//! What several elements have in common: the fields that all of them have, the value where it is the same, and the one
//! edit that gives all of them another.

use std::sync::Arc;

use crate::base::Id;
use crate::session::{Selection, factory_whitelist};
use crate::topology::{
    Connection, DataSource, Edit, Endpoint, GroupKind, Kind, Node, Product, Site, State, Topology, Whitelist,
    split_list,
};

/// A field that can be given to several elements at once. What tells elements apart, such as an address or a block, is
/// none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommonField {
    /// The product of data sources.
    Product,
    /// The port of data sources.
    Port,
    /// The endpoint of data sources.
    Endpoint,
    /// The whitelist of data sources.
    Whitelist,
    /// The type of resource groups.
    Type,
    /// The site of accounts.
    Site,
    /// The region of region places.
    Region,
    /// The zone of vSwitches.
    Zone,
    /// The provider of other clouds.
    Provider,
    /// The state of all attachments of connections.
    State,
    /// The remark on any node.
    Note,
}

impl CommonField {
    /// Every field, in the order in which forms show them.
    pub const ALL: [Self; 11] = [
        Self::Product,
        Self::Port,
        Self::Endpoint,
        Self::Whitelist,
        Self::Type,
        Self::Site,
        Self::Region,
        Self::Zone,
        Self::Provider,
        Self::State,
        Self::Note,
    ];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Port => "port",
            Self::Endpoint => "endpoint",
            Self::Whitelist => "whitelist",
            Self::Type => "type",
            Self::Site => "site",
            Self::Region => "region",
            Self::Zone => "zone",
            Self::Provider => "provider",
            Self::State => "state",
            Self::Note => "note",
        }
    }

    /// The values that elements have, each once; `None` where one of them has no such field.
    pub fn values(self, topology: &Topology, selection: &Selection) -> Option<Vec<String>> {
        let mut values = Vec::new();
        for id in selection.iter().filter(|id| topology.has(id)) {
            let found = match (topology.node(id), topology.connections.get(id)) {
                (Some(node), _) => vec![self.of_node(node)?],
                (None, Some(held)) => self.of_connection(held)?,
                (None, None) => return None,
            };
            for value in found {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// The one edit that gives all of them this value; an empty one takes it away.
    pub fn edit(self, topology: &Topology, selection: &Selection, value: &str) -> Edit {
        let edits = selection.iter().filter_map(|id| {
            if let Some(node) = topology.nodes.get(id) {
                let mut node = Arc::unwrap_or_clone(Arc::clone(node));
                self.give(topology, &mut node, value);
                return Some(Edit::PutNode { id: id.clone(), node });
            }
            let mut connection = topology.connections.get(id)?.as_ref().clone();
            let state = State::ALL.into_iter().find(|state| state.key() == value)?;
            connection.attachments.iter_mut().for_each(|attachment| attachment.state = state);
            Some(Edit::PutConnection { id: id.clone(), connection })
        });
        Edit::All(edits.collect())
    }

    fn of_node(self, node: &Node) -> Option<String> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Some(match (self, &node.kind) {
            (Self::Note, _) => text(&node.note),
            (Self::Product, Kind::DataSource(source)) => source.product.key().to_owned(),
            (Self::Port, Kind::DataSource(source)) => {
                source.port.map(|port| port.to_string()).unwrap_or_default()
            }
            (Self::Endpoint, Kind::DataSource(source)) => {
                source.endpoint.map_or("", Endpoint::key).to_owned()
            }
            (Self::Whitelist, Kind::DataSource(source)) => match &source.whitelist {
                None => String::new(),
                // That there is none is no list that could be typed.
                Some(Whitelist::None) => return None,
                Some(Whitelist::Entries(all)) => {
                    all.iter().map(|entry| entry.0.as_str()).collect::<Vec<_>>().join("\n")
                }
            },
            (Self::Type, Kind::ResourceGroup(group)) => group.kind.key().to_owned(),
            (Self::Site, Kind::Account(account)) => account.site.map_or("", Site::key).to_owned(),
            (Self::Region, Kind::Region(place)) => place.region.clone(),
            (Self::Zone, Kind::VSwitch(vswitch)) => text(&vswitch.zone),
            (Self::Provider, Kind::OtherCloud(cloud)) => text(&cloud.provider),
            _ => return None,
        })
    }

    /// The states of all attachments.
    fn of_connection(self, held: &Connection) -> Option<Vec<String>> {
        let states = held.attachments.iter().map(|attachment| attachment.state.key().to_owned());
        (self == Self::State).then(|| states.collect())
    }

    fn give(self, topology: &Topology, node: &mut Node, value: &str) {
        let text = || (!value.trim().is_empty()).then(|| value.trim().to_owned());
        match (self, &mut node.kind) {
            (Self::Note, _) => node.note = text(),
            (Self::Product, Kind::DataSource(source)) => {
                if let Some(product) = Product::from_key(value) {
                    change_product(topology, source, product, node.parent.as_ref());
                }
            }
            (Self::Port, Kind::DataSource(source)) => source.port = value.trim().parse().ok(),
            (Self::Endpoint, Kind::DataSource(source)) => {
                source.endpoint = Endpoint::ALL.into_iter().find(|one| one.key() == value);
            }
            (Self::Whitelist, Kind::DataSource(source)) => {
                let entries = split_list(value);
                source.whitelist = (!entries.is_empty()).then_some(Whitelist::Entries(entries));
            }
            (Self::Type, Kind::ResourceGroup(group)) => {
                group.kind = GroupKind::ALL.into_iter().find(|one| one.key() == value).unwrap_or(group.kind);
            }
            (Self::Site, Kind::Account(account)) => {
                account.site = Site::ALL.into_iter().find(|site| site.key() == value);
            }
            (Self::Region, Kind::Region(place)) => value.clone_into(&mut place.region),
            (Self::Zone, Kind::VSwitch(vswitch)) => vswitch.zone = text(),
            (Self::Provider, Kind::OtherCloud(cloud)) => cloud.provider = text(),
            _ => {}
        }
    }
}

/// Makes another product of a data source. A whitelist that nobody has changed yet stands as the new product's stands.
pub fn change_product(topology: &Topology, source: &mut DataSource, product: Product, place: Option<&Id>) {
    if source.whitelist == factory_whitelist(topology, source.product, place) {
        source.whitelist = factory_whitelist(topology, product, place);
    }
    source.product = product;
}
