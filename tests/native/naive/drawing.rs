//! Reads a document into what the naive engine looks at, straight from its JSON: places resolved, absence kept.

use std::collections::BTreeMap;

use reachplan::topology::Product;
use serde_json::Value;

use super::address::{Block, Stretches};
use super::json::{Nodes, addresses, block, blocks, list, owner, strings, text};

/// Products that their user runs; inside a VPC they have a security group of their own.
const RUN_BY_USER: &str = "self_managed_mysql self_managed_postgresql self_managed_sqlserver self_managed_mongodb \
    self_managed_redis self_managed_kafka self_managed_elasticsearch self_managed_clickhouse self_managed_hbase oracle \
    db2 dm kingbasees gbase8a vertica sap_hana tidb doris hive hdfs ftp sftp rest_api";

/// A drawing.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) networks: BTreeMap<String, Network>,
    pub(super) vswitches: BTreeMap<String, VSwitch>,
    pub(super) gateways: Vec<Gateway>,
    pub(super) groups: BTreeMap<String, Group>,
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) connections: Vec<Connection>,
    /// The pairs that are assessed.
    pub(super) pairs: Vec<(String, String)>,
    pub(super) stretches: Stretches,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Owner {
    pub(super) account: String,
    pub(super) region: String,
    pub(super) site: Option<String>,
}

#[derive(Debug)]
pub(super) struct Network {
    pub(super) kind: String,
    pub(super) owner: Option<Owner>,
    /// As drawn.
    pub(super) drawn: Option<Vec<Block>>,
    /// As drawn, or what stands in.
    pub(super) blocks: Option<Vec<Block>>,
    pub(super) vswitches: Vec<Block>,
    pub(super) routes: Vec<(Block, String)>,
}

#[derive(Debug)]
pub(super) struct VSwitch {
    pub(super) vpc: String,
    pub(super) block: Option<Block>,
}

#[derive(Debug)]
pub(super) struct Gateway {
    pub(super) vpc: String,
    pub(super) eips: Option<Vec<u32>>,
    /// `None` is not known; the list has `vpc` or ids.
    pub(super) snat: Option<Vec<String>>,
}

#[derive(Debug)]
pub(super) struct Group {
    pub(super) kind: String,
    pub(super) owner: Owner,
    pub(super) eips: Option<Vec<u32>>,
    pub(super) bindings: Vec<Binding>,
}

#[derive(Debug)]
pub(super) struct Binding {
    pub(super) vswitch: String,
    pub(super) vpc: String,
    pub(super) guard: Option<Guard>,
    pub(super) routes: Vec<Block>,
}

#[derive(Debug)]
pub(super) struct Guard {
    pub(super) advanced: bool,
    pub(super) rules: Vec<Rule>,
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) inbound: bool,
    pub(super) allow: bool,
    pub(super) for_tcp: bool,
    pub(super) ports: (u16, u16),
    pub(super) peer: Block,
    pub(super) priority: u64,
}

#[derive(Debug)]
pub(super) struct Source {
    pub(super) place: Place,
    pub(super) owner: Option<Owner>,
    pub(super) vswitch: Option<String>,
    pub(super) addresses: Option<Vec<u32>>,
    pub(super) public: bool,
    pub(super) whitelist: Whitelist,
    /// Whether a security group of its own is asked.
    pub(super) gated: bool,
    pub(super) guard: Option<Guard>,
    pub(super) port: Option<u16>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Place {
    Internet,
    Classic,
    Region,
    Network(String),
}

#[derive(Debug)]
pub(super) enum Whitelist {
    Unknown,
    None,
    Entries(Vec<String>),
}

#[derive(Debug)]
pub(super) struct Connection {
    pub(super) id: String,
    pub(super) kind: String,
    /// Networks with whether they are in service.
    pub(super) attachments: Vec<(String, bool)>,
    /// Whether it is more than half drawn: two ends, and of a Smart Access Gateway the device in a data center.
    pub(super) whole: bool,
    pub(super) automatic: bool,
    pub(super) without_bandwidth: bool,
}

impl Drawing {
    /// The drawing in a valid document.
    pub(super) fn read(document: &Value) -> Self {
        let nodes: Nodes = list(document, "nodes").iter().map(|node| (text(node, "id"), node)).collect();
        let mut drawing = Self::default();
        drawing.cut(document);
        for (id, node) in &nodes {
            drawing.place(id, node, &nodes);
        }
        for (id, node) in &nodes {
            match text(node, "kind") {
                "resource_group" => drop(drawing.groups.insert((*id).into(), group(node, &nodes))),
                "data_source" => drop(drawing.sources.insert((*id).into(), source(node, &nodes))),
                _ => {}
            }
        }
        drawing.stand_in();
        let drawn = list(document, "connections").iter();
        drawing.connections = drawn.map(|value| connection(value, &drawing.networks)).collect();
        drawing.pairs = drawing.assessed(document);
        drawing
    }

    /// Every text that is a block or an address ends a stretch.
    fn cut(&mut self, value: &Value) {
        match value {
            Value::String(text) => Block::read(text).into_iter().for_each(|block| self.stretches.cut(block)),
            Value::Array(items) => items.iter().for_each(|item| self.cut(item)),
            Value::Object(fields) => fields.values().for_each(|field| self.cut(field)),
            _ => {}
        }
    }

    fn place(&mut self, id: &str, node: &Value, nodes: &Nodes) {
        match text(node, "kind") {
            kind @ ("vpc" | "data_center" | "other_cloud") => {
                let routes = list(node, "routes").iter();
                let routes = routes.map(|route| (block(text(route, "to")), text(route, "via").into()));
                let vswitches = nodes.values().filter(|node| text(node, "in") == id);
                let drawn = node.get("cidrs").map(|_| blocks(node, "cidrs"));
                let network = Network {
                    kind: kind.into(),
                    owner: owner(node, nodes),
                    blocks: drawn.clone(),
                    drawn,
                    vswitches: vswitches
                        .filter_map(|node| Some(block(node.get("cidr")?.as_str()?)))
                        .collect(),
                    routes: routes.collect(),
                };
                self.networks.insert(id.into(), network);
            }
            "vswitch" => {
                let cidr = node.get("cidr").and_then(Value::as_str).map(block);
                self.vswitches.insert(id.into(), VSwitch { vpc: text(node, "in").into(), block: cidr });
            }
            "nat_gateway" => {
                let snat = node.get("snat").map(|snat| match snat {
                    Value::String(all) => vec![all.clone()],
                    some => strings(some),
                });
                self.gateways.push(Gateway {
                    vpc: text(node, "in").into(),
                    eips: addresses(node, "eips"),
                    snat,
                });
            }
            _ => {}
        }
    }

    /// The addresses of the data sources stand in for the blocks of a data center or another cloud.
    fn stand_in(&mut self) {
        for (id, network) in self.networks.iter_mut().filter(|(_, network)| network.kind != "vpc") {
            let inside = self.sources.values().filter(|source| source.place == Place::Network(id.clone()));
            let known: Vec<Block> = inside
                .flat_map(|source| source.addresses.iter().flatten())
                .map(|address| Block::around(*address, 32))
                .collect();
            if network.blocks.is_none() && !known.is_empty() {
                network.blocks = Some(known);
            }
        }
    }

    fn assessed(&self, document: &Value) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for task in list(document, "tasks") {
            for end in ["reads", "writes"].into_iter().filter(|end| task.get(end).is_some()) {
                pairs.push((text(task, "resource_group").into(), text(task, end).into()));
            }
        }
        if list(document, "tasks").is_empty() {
            let with_every =
                |group: &String| self.sources.keys().map(|source| (group.clone(), source.clone())).collect();
            pairs = self.groups.keys().flat_map(|group| -> Vec<_> { with_every(group) }).collect();
        }
        pairs.sort();
        pairs.dedup();
        pairs
    }
}

fn group(node: &Value, nodes: &Nodes) -> Group {
    let binding = |binding: &Value| Binding {
        vswitch: text(binding, "vswitch").into(),
        vpc: nodes.get(text(binding, "vswitch")).map(|node| text(node, "in")).unwrap_or_default().into(),
        guard: guard(binding),
        routes: blocks(binding, "routes"),
    };
    Group {
        kind: text(node, "type").into(),
        owner: owner(node, nodes).unwrap_or_default(),
        eips: addresses(node, "eips"),
        bindings: list(node, "bindings").iter().map(binding).collect(),
    }
}

fn source(node: &Value, nodes: &Nodes) -> Source {
    let inside = nodes[text(node, "in")];
    let (place, vswitch) = match text(inside, "kind") {
        "internet" => (Place::Internet, None),
        "classic_network" => (Place::Classic, None),
        "region" => (Place::Region, None),
        "vswitch" => (Place::Network(text(inside, "in").into()), Some(text(inside, "id").into())),
        _ => (Place::Network(text(inside, "id").into()), None),
    };
    let owner = owner(node, nodes);
    let product = text(node, "product");
    let in_vpc = vswitch.is_some() || text(inside, "kind") == "vpc";
    let usual = Product::from_key(product).and_then(|product| product.info().port);
    let port = node.get("port").and_then(Value::as_u64).and_then(|port| u16::try_from(port).ok());
    Source {
        public: place == Place::Internet || text(node, "endpoint") == "public",
        place,
        owner,
        vswitch,
        addresses: addresses(node, "addresses"),
        whitelist: match node.get("whitelist") {
            None => Whitelist::Unknown,
            Some(Value::String(_)) => Whitelist::None,
            Some(entries) => Whitelist::Entries(strings(entries)),
        },
        gated: in_vpc && RUN_BY_USER.split(' ').any(|key| key == product),
        guard: guard(node),
        port: port.or(usual),
    }
}

fn connection(value: &Value, networks: &BTreeMap<String, Network>) -> Connection {
    let attachment =
        |held: &Value| (text(held, "network").to_owned(), matches!(text(held, "state"), "" | "in_service"));
    let held = |kind: &str| {
        list(value, "attachments").iter().any(|held| networks[text(held, "network")].kind == kind)
    };
    Connection {
        whole: list(value, "attachments").len() > 1
            && (text(value, "kind") != "smart_access_gateway" || held("data_center")),
        id: text(value, "id").into(),
        kind: text(value, "kind").into(),
        attachments: list(value, "attachments").iter().map(attachment).collect(),
        automatic: text(value, "routes") != "manual",
        without_bandwidth: value.get("bandwidth_mbps").and_then(Value::as_f64) == Some(0.0),
    }
}

fn guard(holder: &Value) -> Option<Guard> {
    let guard = holder.get("security_group")?;
    let rule = |rule: &Value| {
        let (from, to) = match text(rule, "ports") {
            "" | "all" => ("0", "65535"),
            ports => ports.split_once('/').unwrap_or((ports, ports)),
        };
        Rule {
            inbound: text(rule, "direction") == "inbound",
            allow: text(rule, "action") == "allow",
            for_tcp: matches!(text(rule, "protocol"), "tcp" | "all"),
            ports: (from.parse().expect("a port"), to.parse().expect("a port")),
            peer: block(text(rule, "peer")),
            priority: rule.get("priority").and_then(Value::as_u64).unwrap_or(1),
        }
    };
    Some(Guard {
        advanced: text(guard, "type") == "advanced",
        rules: list(guard, "rules").iter().map(rule).collect(),
    })
}
