//! The drawing as the user made it: places that nest, resource groups, data sources, connections and tasks. A
//! half-drawn picture is a normal one; what is not known is `None`. Never knows how it is shown, stored or judged.

mod connection;
mod edit;
mod kind;
mod layout;
mod node;
mod product;
mod security_group;
mod skeleton;
mod whitelist;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use connection::{Attachment, Connection, ConnectionKind, Edition, RouteMode, State, admits};
pub use edit::{Edit, EditError, kinds_for};
pub use kind::{EXCLUSIVE_SPECS, may_hold};
pub use layout::{Layout, Place};
pub use node::{
    Account, Binding, DataCenter, DataSource, Endpoint, GroupKind, Kind, KindName, NatGateway, Node,
    OtherCloud, RegionPlace, ResourceGroup, Route, Site, Snat, Spec, VSwitch, Vpc,
};
pub use product::{
    EmptyList, Everything, FAMILIES, Factory, Family, Format, Gate, GateKind, Limit, PRODUCTS, Product,
    ProductInfo, Separator, Unconfirmed, Words,
};
pub use security_group::{Action, Direction, Protocol, Rule, SecurityGroup, SecurityGroupType};
pub use whitelist::{Entry, EntryMeaning, Whitelist, split_list};

use crate::base::Id;

/// A plan: its title, what is drawn, and where it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The name of the plan, at most 200 characters.
    pub title: String,
    /// What is drawn.
    pub topology: Arc<Topology>,
    /// Where it is drawn.
    pub layout: Arc<Layout>,
}

/// What is drawn. Ids are unique over nodes, connections and tasks, references lead to something of the right kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// Places, resource groups and data sources.
    pub nodes: BTreeMap<Id, Arc<Node>>,
    /// What joins networks.
    pub connections: BTreeMap<Id, Arc<Connection>>,
    /// Who has to reach what.
    pub tasks: BTreeMap<Id, Arc<Task>>,
    /// Pairs that must stay out of reach.
    pub must_not_reach: Vec<Forbidden>,
}

/// A task: a resource group that reads from one data source, writes to another, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Display name; the id where absent.
    pub name: Option<String>,
    /// The resource group that runs the task.
    pub resource_group: Id,
    /// The data source it reads.
    pub reads: Option<Id>,
    /// The data source it writes.
    pub writes: Option<Id>,
    /// How it runs.
    pub mode: Option<Mode>,
    /// The parallel threads that a batch task asks for.
    pub threads: Option<u32>,
}

/// How a task runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Batch synchronization.
    Batch,
    /// Real-time synchronization.
    RealTime,
    /// A scheduled node.
    Scheduling,
}

/// A pair whose reachability must stay impossible.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Forbidden {
    /// The resource group.
    pub resource_group: Id,
    /// The data source that it must not reach.
    pub data_source: Id,
}

impl Document {
    /// Whether both say the same; quick where they share what they say.
    pub fn is(&self, other: &Self) -> bool {
        self.shares(other) || self == other
    }

    /// Whether both say the same because one was made from the other.
    pub fn shares(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.topology, &other.topology)
            && Arc::ptr_eq(&self.layout, &other.layout)
            && self.title == other.title
    }
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Batch, Self::RealTime, Self::Scheduling];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Batch => "batch",
            Self::RealTime => "real_time",
            Self::Scheduling => "scheduling",
        }
    }
}

impl Task {
    /// The ends of the task: what it reads, then what it writes.
    pub fn ends(&self) -> impl Iterator<Item = &Id> {
        self.reads.iter().chain(&self.writes)
    }
}

impl Topology {
    /// The node called `id`.
    pub fn node(&self, id: &Id) -> Option<&Node> {
        self.nodes.get(id).map(Arc::as_ref)
    }

    /// What a node of this id holds, where it is a resource group.
    pub fn resource_group(&self, id: &Id) -> Option<&ResourceGroup> {
        match &self.node(id)?.kind {
            Kind::ResourceGroup(group) => Some(group),
            _ => None,
        }
    }

    /// What a node of this id holds, where it is a data source.
    pub fn data_source(&self, id: &Id) -> Option<&DataSource> {
        match &self.node(id)?.kind {
            Kind::DataSource(source) => Some(source),
            _ => None,
        }
    }

    /// Whether a data source is reached at its public endpoint: as it says, and wherever it lies on the Internet or nowhere.
    pub fn is_reached_publicly(&self, source: &Id) -> bool {
        let said = self.data_source(source).is_some_and(|source| source.endpoint == Some(Endpoint::Public));
        let place = self.node(source).and_then(|node| self.node(node.parent.as_ref()?));
        said || place.is_none_or(|place| place.kind.name() == KindName::Internet)
    }

    /// The product whose gate a data source has. A service of Alibaba Cloud drawn in a data center or in another cloud is
    /// something like it that somebody runs there; what is reached over the Internet may be the service itself.
    pub fn gate_product(&self, source: &Id) -> Product {
        let outside = [KindName::DataCenter, KindName::OtherCloud];
        let is_elsewhere = self.ancestors(source).any(|(_, place)| outside.contains(&place.kind.name()));
        let product = self.data_source(source).map_or(Product::OTHER, |source| source.product);
        if is_elsewhere && !product.has_own_security_group() { Product::OTHER } else { product }
    }

    /// The node itself and the places around it, from inside to outside.
    pub fn ancestors<'a>(&'a self, id: &Id) -> impl Iterator<Item = (&'a Id, &'a Node)> {
        let mut next = self.nodes.get_key_value(id);
        std::iter::from_fn(move || {
            let (id, node) = next?;
            next = node.parent.as_ref().and_then(|parent| self.nodes.get_key_value(parent));
            Some((id, node.as_ref()))
        })
    }

    /// The nearest place around `id` (or `id` itself) of a kind.
    pub fn enclosing(&self, id: &Id, kind: KindName) -> Option<&Id> {
        self.ancestors(id).find(|(_, node)| node.kind.name() == kind).map(|(id, _)| id)
    }

    /// What lies directly in `place`, in order of id.
    pub fn children<'a>(&'a self, place: &'a Id) -> impl Iterator<Item = (&'a Id, &'a Node)> {
        self.nodes
            .iter()
            .filter(move |(_, node)| node.parent.as_ref() == Some(place))
            .map(|(id, node)| (id, node.as_ref()))
    }

    /// Whether a node, connection or task has this id.
    pub fn has(&self, id: &Id) -> bool {
        self.nodes.contains_key(id) || self.connections.contains_key(id) || self.tasks.contains_key(id)
    }

    /// `wanted`, or `wanted` with the first number that makes it new.
    pub fn free_id(&self, wanted: &Id) -> Id {
        let numbered = (2..).map(|number| wanted.numbered(number));
        std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|id| !self.has(id))
            .unwrap_or_else(|| wanted.clone())
    }

    /// The display name of a node, connection or task; the id itself where it has none.
    pub fn name_of(&self, id: &Id) -> String {
        let node = self.nodes.get(id).and_then(|n| n.name.clone());
        let connection = || self.connections.get(id).and_then(|c| c.name.clone());
        let task = || self.tasks.get(id).and_then(|t| t.name.clone());
        node.or_else(connection)
            .or_else(task)
            .filter(|name| !name.trim().is_empty())
            .unwrap_or_else(|| id.to_string())
    }
}
