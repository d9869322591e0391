//! Turns a document into JSON: fields in the order of the format, things in order of id, defaults and unknown facts left
//! out.

use crate::base::{Address, Block, Id, PortRange, block_text, order};
use crate::topology::{
    Binding, Connection, DataSource, Document, Edition, Endpoint, Kind, Mode, Node, Place, ResourceGroup,
    Route, RouteMode, Rule, SecurityGroup, Site, Snat, Spec, State, Task, Whitelist,
};
use crate::wire::value::Value;

/// An object while its fields are added.
#[derive(Debug, Default)]
struct Fields(Vec<(String, Value)>);

impl Fields {
    fn put(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// Adds what is known.
    fn known<T: Into<Value>>(self, name: &str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// Adds a list that means the same empty and absent.
    fn filled(self, name: &str, list: Vec<Value>) -> Self {
        self.known(name, (!list.is_empty()).then_some(Value::List(list)))
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// The document as JSON.
pub(super) fn document(document: &Document) -> Value {
    let topology = &document.topology;
    let mut pairs: Vec<_> = topology.must_not_reach.iter().collect();
    order::sort(&mut pairs);
    let forbidden = pairs.into_iter().map(|pair| {
        Fields::default()
            .put("resource_group", &pair.resource_group)
            .put("data_source", &pair.data_source)
            .done()
    });
    let places = document.layout.iter().filter(|(_, place)| place.x.is_finite() && place.y.is_finite());
    let layout: Vec<_> = places.map(|(id, at)| (id.to_string(), place(*at))).collect();
    Fields::default()
        .put("reachplan", 1.0)
        .known("title", (!document.title.is_empty()).then_some(&document.title))
        .filled("nodes", topology.nodes.iter().map(|(id, held)| node(id, held)).collect())
        .filled("connections", topology.connections.iter().map(|(id, held)| connection(id, held)).collect())
        .filled("tasks", topology.tasks.iter().map(|(id, held)| task(id, held)).collect())
        .filled("must_not_reach", forbidden.collect())
        .known("layout", (!layout.is_empty()).then_some(Value::Object(layout)))
        .done()
}

fn node(id: &Id, node: &Node) -> Value {
    let fields = Fields::default()
        .put("id", id)
        .put("kind", node.kind.name().key())
        .known("in", node.parent.as_ref())
        .known("name", node.name.as_ref())
        .known("note", node.note.as_ref());
    facts(fields, &node.kind).done()
}

fn facts(fields: Fields, kind: &Kind) -> Fields {
    match kind {
        Kind::Account(account) => {
            fields.known("uid", account.uid.as_ref()).known("site", account.site.map(Site::key))
        }
        Kind::Region(place) => fields.put("region", &place.region),
        Kind::Vpc(vpc) => fields
            .known("cidrs", vpc.cidrs.as_deref().map(blocks))
            .known("cloud_id", vpc.cloud_id.as_ref())
            .filled("routes", routes(&vpc.routes)),
        Kind::VSwitch(vswitch) => fields
            .known("cidr", vswitch.cidr)
            .known("zone", vswitch.zone.as_ref())
            .known("cloud_id", vswitch.cloud_id.as_ref()),
        Kind::ClassicNetwork | Kind::Internet => fields,
        Kind::DataCenter(center) => fields
            .known("cidrs", center.cidrs.as_deref().map(blocks))
            .filled("routes", routes(&center.routes)),
        Kind::OtherCloud(cloud) => fields
            .known("provider", cloud.provider.as_ref())
            .known("cidrs", cloud.cidrs.as_deref().map(blocks))
            .filled("routes", routes(&cloud.routes)),
        Kind::NatGateway(gateway) => fields
            .known("eips", gateway.eips.as_deref().map(addresses))
            .known("snat", gateway.snat.as_ref().map(snat)),
        Kind::ResourceGroup(group) => resource_group(fields, group),
        Kind::DataSource(source) => data_source(fields, source),
    }
}

fn resource_group(fields: Fields, group: &ResourceGroup) -> Fields {
    fields
        .put("type", group.kind.key())
        .known("eips", group.eips.as_deref().map(addresses))
        .filled("previous_eips", group.previous_eips.iter().map(|address| Value::from(*address)).collect())
        .known("spec", group.spec.map(Spec::key))
        .known("cu", group.cu)
        .filled("bindings", group.bindings.iter().map(binding).collect())
}

fn binding(binding: &Binding) -> Value {
    Fields::default()
        .put("vswitch", &binding.vswitch)
        .known("security_group", binding.security_group.as_ref().map(security_group))
        .filled("routes", binding.routes.iter().map(|block| Value::from(*block)).collect())
        .done()
}

fn security_group(group: &SecurityGroup) -> Value {
    Fields::default()
        .put("type", group.kind.key())
        .filled("rules", group.rules.iter().map(rule).collect())
        .done()
}

fn rule(rule: &Rule) -> Value {
    Fields::default()
        .put("direction", rule.direction.key())
        .put("action", rule.action.key())
        .put("protocol", rule.protocol.key())
        .known("ports", (rule.ports != PortRange::ALL).then(|| rule.ports.to_string()))
        .put("peer", rule.peer)
        .known("priority", (rule.priority != 1).then(|| f64::from(rule.priority)))
        .done()
}

fn data_source(fields: Fields, source: &DataSource) -> Fields {
    fields
        .put("product", source.product.key())
        .known("addresses", source.addresses.as_deref().map(addresses))
        .known("host", source.host.as_ref())
        .known("port", source.port.map(f64::from))
        .known("endpoint", source.endpoint.map(Endpoint::key))
        .known("whitelist", source.whitelist.as_ref().map(whitelist))
        .known("security_group", source.security_group.as_ref().map(security_group))
}

fn whitelist(whitelist: &Whitelist) -> Value {
    match whitelist {
        Whitelist::None => Value::from("none"),
        Whitelist::Entries(entries) => {
            Value::List(entries.iter().map(|entry| Value::from(&entry.0)).collect())
        }
    }
}

fn snat(snat: &Snat) -> Value {
    match snat {
        Snat::Vpc => Value::from("vpc"),
        Snat::VSwitches(vswitches) => Value::List(vswitches.iter().map(Value::from).collect()),
    }
}

fn routes(routes: &[Route]) -> Vec<Value> {
    routes.iter().map(|route| Fields::default().put("to", route.to).put("via", &route.via).done()).collect()
}

fn connection(id: &Id, connection: &Connection) -> Value {
    let attachments = connection.attachments.iter().map(|attachment| {
        let state = (attachment.state != State::InService).then(|| attachment.state.key());
        Fields::default().put("network", &attachment.network).known("state", state).done()
    });
    Fields::default()
        .put("id", id)
        .put("kind", connection.kind.key())
        .known("name", connection.name.as_ref())
        .put("attachments", Value::List(attachments.collect()))
        .known("routes", (connection.routes != RouteMode::Automatic).then(|| connection.routes.key()))
        .known("bandwidth_mbps", connection.bandwidth_mbps)
        .known("edition", connection.edition.map(Edition::key))
        .done()
}

fn task(id: &Id, task: &Task) -> Value {
    Fields::default()
        .put("id", id)
        .known("name", task.name.as_ref())
        .put("resource_group", &task.resource_group)
        .known("reads", task.reads.as_ref())
        .known("writes", task.writes.as_ref())
        .known("mode", task.mode.map(Mode::key))
        .known("threads", task.threads.map(f64::from))
        .done()
}

/// A position; a size that no drawing can have is left to the automatic layout.
fn place(place: Place) -> Value {
    let drawn = |size: &f64| size.is_finite() && *size > 0.0;
    Fields::default()
        .put("x", place.x)
        .put("y", place.y)
        .known("w", place.w.filter(drawn))
        .known("h", place.h.filter(drawn))
        .done()
}

fn blocks(blocks: &[Block]) -> Value {
    Value::List(blocks.iter().map(|block| Value::from(*block)).collect())
}

fn addresses(addresses: &[Address]) -> Value {
    Value::List(addresses.iter().map(|address| Value::from(*address)).collect())
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Id> for Value {
    fn from(id: &Id) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<Block> for Value {
    fn from(block: Block) -> Self {
        Self::Text(block_text(block))
    }
}

impl From<Address> for Value {
    fn from(address: Address) -> Self {
        Self::Text(address.to_string())
    }
}
