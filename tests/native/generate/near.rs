//! Near misses: plans in which every hop is right, and then a few things are wrong. They reach the hops that a plan drawn at
//! random never gets to, and shrink to a plan with one fault.

mod end;
mod fault;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use reachplan::topology::Document;
use reachplan::wire;
use serde_json::{Value, json};

use fault::FAULTS;

/// Where a data source lies, seen from the group.
const AIMS: [&str; 12] = [
    "bound",
    "beside",
    "beside",
    "region",
    "region",
    "account",
    "far_account",
    "center",
    "center",
    "cloud",
    "service",
    "internet",
];
const KINDS: [&str; 5] = ["cen", "cen", "vpn_gateway", "vpc_peering", "privatelink"];
const MANAGED: [&str; 3] = ["rds_mysql", "mongodb", "other"];
const RUN_BY_USER: [&str; 3] = ["self_managed_mysql", "oracle", "hive"];

/// A document that nearly works, or works.
pub(crate) fn near_miss() -> impl Strategy<Value = Document> {
    let group = prop_oneof![4 => Just("exclusive_data_integration"), 3 => Just("serverless"), 1 => select(&GROUPS[..])];
    let faults = proptest::collection::vec((select(FAULTS), any::<Index>(), 0_u8..6), 0..=4);
    (group, proptest::collection::vec(aim(), 1..=2), faults, any::<bool>()).prop_map(
        |(group, aims, faults, named)| {
            let mut plan = Plan::new(group);
            aims.iter().enumerate().for_each(|(number, aim)| plan.aim(number, aim));
            if named {
                plan.tasks
                    .push(json!({ "id": "t0", "resource_group": "g0", "reads": "d0", "mode": "batch" }));
                plan.forbidden.push(json!({ "resource_group": "g0", "data_source": "d0" }));
            }
            for (fault, at, much) in faults {
                fault(&mut plan, at, much);
            }
            plan.document()
        },
    )
}

const GROUPS: [&str; 3] = ["exclusive_scheduling", "exclusive_data_service", "shared"];

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent chances")]
struct Aim {
    at: &'static str,
    join: &'static str,
    manual: bool,
    addresses: u8,
    by_user: bool,
    product: Index,
    listed: bool,
    guarded: bool,
}

fn aim() -> impl Strategy<Value = Aim> {
    let choice = proptest::bool::weighted;
    (
        (select(&AIMS[..]), select(&KINDS[..]), choice(0.3), 0_u8..4),
        (choice(0.3), any::<Index>(), choice(0.7), choice(0.25)),
    )
        .prop_map(|((at, join, manual, addresses), (by_user, product, listed, guarded))| Aim {
            at,
            join,
            manual,
            addresses,
            by_user,
            product,
            listed,
            guarded,
        })
}

/// A document in the making, every part by its id.
struct Plan {
    nodes: BTreeMap<String, Value>,
    connections: BTreeMap<String, Value>,
    tasks: Vec<Value>,
    forbidden: Vec<Value>,
}

impl Plan {
    fn new(group: &str) -> Self {
        let mut plan =
            Self { nodes: BTreeMap::new(), connections: BTreeMap::new(), tasks: vec![], forbidden: vec![] };
        plan.put("a0", json!({ "kind": "account" }));
        plan.put("r0", json!({ "kind": "region", "in": "a0", "region": "cn-hangzhou" }));
        plan.put("v0", json!({ "kind": "vpc", "in": "r0", "cidrs": ["10.1.0.0/16"] }));
        plan.put("s0", json!({ "kind": "vswitch", "in": "v0", "cidr": "10.1.8.0/24" }));
        plan.put("s9", json!({ "kind": "vswitch", "in": "v0", "cidr": "10.1.9.0/24" }));
        let bindings = match group {
            "shared" => json!([]),
            _ => json!([{ "vswitch": "s0", "routes": [] }]),
        };
        let mut node = json!({ "kind": "resource_group", "in": "r0", "type": group, "bindings": bindings });
        if group == "serverless" {
            let gateway =
                json!({ "kind": "nat_gateway", "in": "v0", "eips": ["203.0.113.1"], "snat": ["s0"] });
            plan.put("nat0", gateway);
        } else {
            node["eips"] = json!(["203.0.113.1"]);
        }
        plan.put("g0", node);
        plan
    }

    fn put(&mut self, id: &str, mut node: Value) {
        node["id"] = json!(id);
        self.nodes.insert(id.into(), node);
    }

    /// A data source, with everything that leads to it.
    fn aim(&mut self, number: usize, aim: &Aim) {
        let (network, vswitch) = (format!("v{}", number + 1), format!("s{}", number + 1));
        let block = format!("10.{}.0.0/16", number + 2);
        let (region, at) = match aim.at {
            "region" => (Some(("a0", "cn-shanghai")), network.as_str()),
            "account" => (Some(("a1", "cn-hangzhou")), network.as_str()),
            "far_account" => (Some(("a1", "cn-beijing")), network.as_str()),
            "bound" => (None, "v0"),
            _ => (None, network.as_str()),
        };
        let place = region.map_or("r0".to_owned(), |_| format!("r{}", number + 1));
        if let Some((account, region)) = region {
            self.put(account, json!({ "kind": "account" }));
            self.put(&place, json!({ "kind": "region", "in": account, "region": region }));
        }
        let mut source = json!({ "kind": "data_source" });
        let outside = match aim.at {
            "center" => Some("data_center"),
            "cloud" => Some("other_cloud"),
            _ => None,
        };
        let seen = if aim.at == "internet" { "203.0.113.1/32" } else { "10.1.8.0/24" };
        let stem = match aim.at {
            "bound" => "10.1.20".to_owned(),
            _ => format!("10.{}.1", number + 2),
        };
        match (aim.at, outside) {
            ("internet", _) => {
                self.put("net", json!({ "kind": "internet" }));
                source["in"] = json!("net");
            }
            ("service", _) => source["in"] = json!(place),
            (_, Some(kind)) => {
                self.put(&network, json!({ "kind": kind, "cidrs": [block] }));
                source["in"] = json!(network);
            }
            (_, None) => {
                if at != "v0" {
                    self.put(at, json!({ "kind": "vpc", "in": place, "cidrs": [block] }));
                }
                self.put(&vswitch, json!({ "kind": "vswitch", "in": at, "cidr": format!("{stem}.0/24") }));
                source["in"] = json!(vswitch);
            }
        }
        if !matches!(aim.at, "internet" | "service") {
            let addresses: Vec<String> = (0..aim.addresses)
                .map(|host| format!("{stem}.{}", 5 + 130 * (host % 2) + host / 2))
                .collect();
            if !addresses.is_empty() {
                source["addresses"] = json!(addresses);
            }
        }
        let products = if aim.by_user { &RUN_BY_USER } else { &MANAGED };
        source["product"] = json!(aim.product.get(products));
        source["whitelist"] = if aim.listed { json!([seen.trim_end_matches("/32")]) } else { json!("none") };
        let rule = json!({ "direction": "inbound", "action": "allow", "protocol": "tcp", "peer": seen });
        source["security_group"] = json!({ "type": "basic", "rules": [rule] });
        self.put(&format!("d{number}"), source);
        if self.nodes.contains_key(&network) {
            self.join(number, &network, aim);
        }
        if aim.guarded {
            let to = if at == "v0" { "10.1.0.0/16".to_owned() } else { block_of(&self.nodes, &network) };
            self.guard(&to);
        }
    }

    /// Joins a network with the bound VPC, with routes in DataWorks and, where need be, both ways.
    fn join(&mut self, number: usize, network: &str, aim: &Aim) {
        let is_vpc = self.nodes[network]["kind"] == "vpc";
        let kind = match aim.join {
            "vpc_peering" | "privatelink" if !is_vpc => "express_connect",
            "vpn_gateway" if self.nodes[network]["kind"] == "data_center" => "smart_access_gateway",
            kind => kind,
        };
        let shared =
            kind == "cen" && self.connections.contains_key("c0") && self.connections["c0"]["kind"] == "cen";
        let id = if shared { "c0".to_owned() } else { format!("c{number}") };
        let to = block_of(&self.nodes, network);
        if shared {
            let attachments = self.connections.get_mut("c0").expect("there")["attachments"].as_array_mut();
            attachments.expect("a list").push(json!({ "network": network }));
        } else {
            let attachments = json!([{ "network": "v0" }, { "network": network }]);
            let mut connection = json!({ "id": id, "kind": kind, "attachments": attachments });
            if aim.manual && kind != "privatelink" {
                connection["routes"] = json!("manual");
            }
            if kind == "cen" {
                connection["bandwidth_mbps"] = json!(100);
            }
            self.connections.insert(id.clone(), connection);
        }
        if aim.manual && kind != "privatelink" {
            self.route("v0", &to, &id);
            self.route(network, "10.1.8.0/24", &id);
        }
        if kind != "privatelink" {
            self.bindings().into_iter().for_each(|binding| {
                let routes = binding["routes"].as_array_mut().expect("a list");
                routes.push(json!(to.replace(".0.0/16", ".1.0/24")));
            });
        }
    }

    fn route(&mut self, network: &str, to: &str, via: &str) {
        push(self.nodes.get_mut(network).expect("a network"), "routes", json!({ "to": to, "via": via }));
    }

    fn guard(&mut self, to: &str) {
        for binding in self.bindings() {
            let rule = |direction: &str, peer: &str| json!({ "direction": direction, "action": "allow", "protocol": "tcp", "peer": peer });
            let held = &mut binding["security_group"];
            if held.is_null() {
                *held = json!({ "type": "advanced", "rules": [rule("inbound", "10.1.8.0/24")] });
            }
            push(held, "rules", rule("outbound", to));
        }
    }

    fn bindings(&mut self) -> Vec<&mut Value> {
        let group = self.nodes.get_mut("g0").expect("the group");
        group["bindings"].as_array_mut().map(|all| all.iter_mut().collect()).unwrap_or_default()
    }

    fn document(mut self) -> Document {
        // A network that a connection no longer holds has no routes through it.
        for (id, node) in &mut self.nodes {
            let held = |route: &Value| {
                let connection = &self.connections[route["via"].as_str().unwrap_or_default()];
                connection["attachments"].as_array().into_iter().flatten().any(|held| held["network"] == **id)
            };
            node["routes"].as_array_mut().into_iter().for_each(|routes| routes.retain(held));
        }
        let nodes: Vec<Value> = self.nodes.into_values().collect();
        let connections: Vec<Value> = self.connections.into_values().collect();
        let mut document = json!({
            "reachplan": 1, "nodes": nodes, "connections": connections, "tasks": self.tasks,
            "must_not_reach": self.forbidden,
        });
        drop_absent(&mut document);
        let text = document.to_string();
        wire::read(&text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
    }
}

/// Asking for a field that may be changed leaves a null behind.
fn drop_absent(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(drop_absent);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_absent),
        _ => {}
    }
}

/// The first block of a network; everything, for what lies in none.
fn block_of(nodes: &BTreeMap<String, Value>, network: &str) -> String {
    let drawn = nodes.get(network).and_then(|node| node["cidrs"][0].as_str());
    drawn.unwrap_or("0.0.0.0/0").to_owned()
}

/// Adds to a list that may not be there yet.
fn push(holder: &mut Value, list: &str, item: Value) {
    match holder[list].as_array_mut() {
        Some(items) => items.push(item),
        None => holder[list] = json!([item]),
    }
}
