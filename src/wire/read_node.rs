//! Reads nodes: what every node has, and the fields of each kind.

use crate::base::Id;
use crate::topology::{
    Account, DataCenter, DataSource, Endpoint, Entry, Kind, KindName, NatGateway, Node, OtherCloud, PRODUCTS,
    Product, RegionPlace, Route, Site, Snat, VSwitch, Vpc, Whitelist, may_hold,
};
use crate::wire::names::{List, Reference, kind_of};
use crate::wire::reader::{Object, Reader};
use crate::wire::value::Value;
use crate::wire::{IdProblem, NetworkProblem, Shape, Thing};

const COMMON: &[&str] = &["id", "kind", "in", "name", "note"];
const ROUTE: &[&str] = &["to", "via"];

/// The fields that a node of this kind can have, in the order in which they are written.
pub fn node_fields(kind: KindName) -> Vec<&'static str> {
    COMMON.iter().chain(own_fields(kind)).copied().collect()
}

fn own_fields(kind: KindName) -> &'static [&'static str] {
    match kind {
        KindName::Account => &["uid", "site"],
        KindName::Region => &["region"],
        KindName::Vpc => &["cidrs", "cloud_id", "routes"],
        KindName::VSwitch => &["cidr", "zone", "cloud_id"],
        KindName::ClassicNetwork | KindName::Internet => &[],
        KindName::DataCenter => &["cidrs", "routes"],
        KindName::OtherCloud => &["provider", "cidrs", "routes"],
        KindName::NatGateway => &["eips", "snat"],
        KindName::ResourceGroup => &["type", "eips", "previous_eips", "spec", "cu", "bindings"],
        KindName::DataSource => {
            &["product", "addresses", "host", "port", "endpoint", "whitelist", "security_group"]
        }
    }
}

impl<'v> Reader<'v> {
    /// A node with its id.
    pub(super) fn node(&mut self, value: &'v Value) -> Option<(Id, Node)> {
        let at = self.position();
        let kind = value.field("kind").and_then(Value::text).and_then(kind_of);
        let Some(kind) = kind else {
            return self.node_of_no_kind(value, at);
        };
        let fields = self.object(value, &node_fields(kind))?;
        let id = self.required(fields, "id", |reader, value| reader.own_id(value, List::Nodes, at));
        self.sole_internet(fields, kind, at);
        let name = self.optional(fields, "name", Self::text);
        let note = self.optional(fields, "note", Self::text);
        let parent = self.parent(fields, kind);
        let kind = self.kind(fields, kind)?;
        Some((id?, Node { name, note, parent, kind }))
    }

    /// A node whose kind is absent or not known: the fields of every kind are let pass.
    fn node_of_no_kind(&mut self, value: &'v Value, at: usize) -> Option<(Id, Node)> {
        let known: Vec<&str> =
            COMMON.iter().chain(KindName::ALL.iter().flat_map(|kind| own_fields(*kind))).copied().collect();
        let fields = self.object(value, &known)?;
        self.required(fields, "id", |reader, value| reader.own_id(value, List::Nodes, at));
        self.required(fields, "kind", |reader, value| reader.word(value, &KindName::ALL, KindName::key));
        None
    }

    fn sole_internet(&mut self, fields: Object<'v>, kind: KindName, at: usize) {
        if kind == KindName::Internet
            && let Some(first) = self.names.other_internet(at)
        {
            self.report_field(fields, "kind", IdProblem::SecondInternet { first: first.to_owned() });
        }
    }

    fn parent(&mut self, fields: Object<'v>, kind: KindName) -> Option<Id> {
        if kind.parents().is_empty() {
            if fields.has("in") {
                self.report_field(fields, "in", IdProblem::Outermost { kind });
            }
            return None;
        }
        let own = fields.text("id").unwrap_or_default();
        self.required(fields, "in", |reader, value| reader.place_around(value, kind, own))
    }

    fn place_around(&mut self, value: &'v Value, kind: KindName, own: &str) -> Option<Id> {
        if value.text().is_some() && self.names.is_circular(own) {
            self.report(IdProblem::Circle);
            return None;
        }
        let fits = |outer: Reference| matches!(outer, Reference::To(Thing::Node(outer)) if may_hold(Some(outer), kind));
        let typed = value.text().unwrap_or_default();
        if fits(self.names.reference(typed)) { Id::parse(typed) } else { self.node_id(value, kind.parents()) }
    }

    fn kind(&mut self, fields: Object<'v>, kind: KindName) -> Option<Kind> {
        Some(match kind {
            KindName::Account => Kind::Account(Account {
                uid: self.optional(fields, "uid", Self::text),
                site: self
                    .optional(fields, "site", |reader, value| reader.word(value, &Site::ALL, Site::key)),
            }),
            KindName::Region => {
                Kind::Region(RegionPlace { region: self.required(fields, "region", Self::text)? })
            }
            KindName::Vpc => Kind::Vpc(Vpc {
                cidrs: self.optional(fields, "cidrs", Self::blocks),
                cloud_id: self.optional(fields, "cloud_id", Self::text),
                routes: self.routes(fields),
            }),
            KindName::VSwitch => Kind::VSwitch(VSwitch {
                cidr: self.optional(fields, "cidr", Self::block),
                zone: self.optional(fields, "zone", Self::text),
                cloud_id: self.optional(fields, "cloud_id", Self::text),
            }),
            KindName::ClassicNetwork => Kind::ClassicNetwork,
            KindName::DataCenter => Kind::DataCenter(DataCenter {
                cidrs: self.optional(fields, "cidrs", Self::blocks),
                routes: self.routes(fields),
            }),
            KindName::OtherCloud => Kind::OtherCloud(OtherCloud {
                provider: self.optional(fields, "provider", Self::text),
                cidrs: self.optional(fields, "cidrs", Self::blocks),
                routes: self.routes(fields),
            }),
            KindName::Internet => Kind::Internet,
            KindName::NatGateway => Kind::NatGateway(NatGateway {
                eips: self.optional(fields, "eips", Self::addresses),
                snat: self.optional(fields, "snat", Self::snat),
            }),
            KindName::ResourceGroup => Kind::ResourceGroup(self.resource_group(fields)?),
            KindName::DataSource => Kind::DataSource(self.data_source(fields)?),
        })
    }

    fn routes(&mut self, fields: Object<'v>) -> Vec<Route> {
        let network = fields.text("id").unwrap_or_default();
        self.list_or_empty(fields, "routes", |reader, value| {
            let fields = reader.object(value, ROUTE)?;
            let to = reader.required(fields, "to", Self::block);
            let via = reader.required(fields, "via", |reader, value| reader.next_hop(value, network));
            Some(Route { to: to?, via: via? })
        })
    }

    fn next_hop(&mut self, value: &'v Value, network: &str) -> Option<Id> {
        let via = self.reference(value, &[Thing::Connection])?;
        if !self.names.holds(via.as_str(), network) {
            let (connection, network) = (via.as_str().to_owned(), network.to_owned());
            self.report(NetworkProblem::NotAttached { connection, network });
        }
        Some(via)
    }

    fn snat(&mut self, value: &'v Value) -> Option<Snat> {
        match value {
            Value::Text(word) if word == "vpc" => Some(Snat::Vpc),
            Value::List(_) => self.list(value, Self::vswitch_id).map(Snat::VSwitches),
            other => self.wrong_type(other, Shape::Snat),
        }
    }

    /// The id of a vSwitch.
    pub(super) fn vswitch_id(&mut self, value: &'v Value) -> Option<Id> {
        self.node_id(value, &[KindName::VSwitch])
    }

    fn data_source(&mut self, fields: Object<'v>) -> Option<DataSource> {
        let product =
            self.required(fields, "product", |reader, value| reader.word(value, &PRODUCTS, Product::key));
        let source = DataSource {
            product: product.unwrap_or(Product::OTHER),
            addresses: self.optional(fields, "addresses", Self::addresses),
            host: self.optional(fields, "host", Self::text),
            port: self.optional(fields, "port", |reader, value| reader.whole(value, 1, u16::MAX.into())),
            endpoint: self.optional(fields, "endpoint", |reader, value| {
                reader.word(value, &Endpoint::ALL, Endpoint::key)
            }),
            whitelist: self.optional(fields, "whitelist", Self::whitelist),
            security_group: self.optional(fields, "security_group", Self::security_group),
        };
        product.map(|_| source)
    }

    /// The entries of a whitelist, any text each, without the blanks around it.
    fn whitelist(&mut self, value: &'v Value) -> Option<Whitelist> {
        match value {
            Value::Text(word) if word == "none" => Some(Whitelist::None),
            Value::List(_) => {
                let entry = |reader: &mut Self, value| reader.text(value).map(|text| Entry::new(&text));
                self.list(value, entry).map(Whitelist::Entries)
            }
            other => self.wrong_type(other, Shape::Whitelist),
        }
    }
}
