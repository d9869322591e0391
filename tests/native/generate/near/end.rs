//! What is wrong at the two ends of a near miss: the group with its bindings and exits, the data source with its gates.

use proptest::sample::Index;
use serde_json::{Value, json};

use super::fault::{BLOCKS, a_source, pick, some};
use super::{Plan, push};

const ENTRIES: [&str; 16] = [
    "10.1.8.0/25",
    "127.0.0.1",
    "10.1.8.7",
    "10.1.8.7/24",
    "203.0.113.1",
    "0.0.0.0/0",
    "10.1.8.*",
    "2001:db8::/32",
    "203.0.113.9",
    "10.2.1.0/24",
    "10.1.0.0/16",
    "10.1.8.128/25",
    "198.51.100.7",
    "0.0.0.0/1",
    "10.1.9.0/24",
    "10.2.0.0/16",
];

pub(super) fn whitelist(plan: &mut Plan, at: Index, much: u8) {
    let source = a_source(plan, at);
    let entry = json!(pick(at, &ENTRIES));
    match (much, source["whitelist"].as_array_mut()) {
        (0 | 1, _) => source["whitelist"] = json!([entry]),
        (2, _) => source["whitelist"] = json!([]),
        (3, _) => drop(source.as_object_mut().expect("an object").remove("whitelist")),
        (4, Some(entries)) => entries.clear(),
        (_, Some(entries)) => entries.push(entry),
        (_, None) => {}
    }
}

pub(super) fn own_guard(plan: &mut Plan, at: Index, much: u8) {
    for binding in plan.bindings().into_iter().take(1) {
        let guard = &mut binding["security_group"];
        match (much, guard.is_null()) {
            (0, _) => *guard = json!({ "type": "advanced" }),
            (1, false) => drop(guard["rules"].as_array_mut().map(Vec::pop)),
            (_, true) => *guard = json!({ "type": "basic", "rules": [rule(at, much, "outbound")] }),
            (_, false) => {
                push(guard, "rules", rule(at, much, if at.index(2) == 0 { "inbound" } else { "outbound" }));
            }
        }
    }
}

pub(super) fn source_guard(plan: &mut Plan, at: Index, much: u8) {
    let source = a_source(plan, at);
    match much {
        0 => source["security_group"] = json!({ "type": "advanced", "rules": [rule(at, 1, "inbound")] }),
        1 => drop(source.as_object_mut().expect("an object").remove("security_group")),
        _ if source["security_group"].is_object() => {
            push(&mut source["security_group"], "rules", rule(at, much, "inbound"));
        }
        _ => {}
    }
}

fn rule(at: Index, much: u8, direction: &str) -> Value {
    let protocol = if much == 3 { "udp" } else { "tcp" };
    let ports = ["all", "3306", "1433/3306", "22", "all", "5432"][usize::from(much)];
    let action = if at.index(3) == 0 { "deny" } else { "allow" };
    let priority = 1 + at.index(2);
    json!({ "direction": direction, "action": action, "protocol": protocol, "ports": ports, "peer": pick(at, &BLOCKS), "priority": priority })
}

/// The ways to the Internet.
pub(super) fn exit(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = some(plan, at, &["nat_gateway", "resource_group"]) else { return };
    let holder = plan.nodes.get_mut(&id).expect("there");
    let is_gateway = holder["kind"] == "nat_gateway";
    match much {
        0 => holder["eips"] = json!([]),
        1 => holder["eips"] = json!(["203.0.113.1", "203.0.113.2"]),
        2 if is_gateway => holder["snat"] = json!("vpc"),
        3 if is_gateway => holder["snat"] = json!(["s9"]),
        4 => a_source(plan, at)["endpoint"] = json!("public"),
        _ if !is_gateway => holder["previous_eips"] = json!(["203.0.113.9"]),
        _ => plan.put(
            "nat1",
            json!({ "kind": "nat_gateway", "in": "v0", "eips": ["203.0.113.7"], "snat": "vpc" }),
        ),
    }
}

pub(super) fn source(plan: &mut Plan, at: Index, much: u8) {
    let source = a_source(plan, at);
    match much {
        0 => source["host"] = json!("db.example"),
        1 => source["port"] = json!(3307),
        2 => source["addresses"] = json!(["10.2.1.5", "10.2.9.5"]),
        3 => source["product"] = json!("self_managed_mysql"),
        4 => source["in"] = json!("v0"),
        _ => {
            plan.put("old", json!({ "kind": "classic_network", "in": "r0" }));
            a_source(plan, at)["in"] = json!("old");
        }
    }
}

fn bind(plan: &mut Plan, binding: Value) {
    let group = plan.nodes.get_mut("g0").expect("the group");
    let bound =
        group["bindings"].as_array().into_iter().flatten().any(|b| b["vswitch"] == binding["vswitch"]);
    if !bound {
        push(group, "bindings", binding);
    }
}

/// A binding of another VPC with a route that matters.
pub(super) fn stray_binding(plan: &mut Plan, at: Index, much: u8) {
    plan.put("v7", json!({ "kind": "vpc", "in": "r0", "cidrs": ["10.9.0.0/16"] }));
    plan.put("s7", json!({ "kind": "vswitch", "in": "v7", "cidr": "10.9.8.0/24" }));
    let mut binding = json!({ "vswitch": "s7", "routes": [] });
    if much > 0 {
        push(&mut binding, "routes", json!(pick(at, &BLOCKS)));
    }
    if much == 5 {
        binding["security_group"] = json!({ "type": "advanced" });
    }
    bind(plan, binding);
    let cen = plan
        .connections
        .values_mut()
        .find(|c| c["kind"] == "cen" && !c["attachments"].to_string().contains("\"v7\""));
    if let (Some(cen), 3..) = (cen, much) {
        push(cen, "attachments", json!({ "network": "v7" }));
    }
}

/// The second vSwitch of the bound VPC is bound as well.
pub(super) fn second_vswitch(plan: &mut Plan, at: Index, much: u8) {
    let first = plan.bindings().first().map_or_else(|| json!([]), |binding| binding["routes"].clone());
    let routes = match much {
        0..4 => first,
        4 => json!([pick(at, &BLOCKS)]),
        _ => json!([]),
    };
    bind(plan, json!({ "vswitch": "s9", "routes": routes }));
}

/// Bindings that carry nothing, and groups without one.
pub(super) fn scope(plan: &mut Plan, at: Index, much: u8) {
    match much {
        0 => plan.nodes.get_mut("g0").expect("the group")["bindings"] = json!([]),
        1 => plan.nodes.get_mut("v0").expect("there")["cidrs"] = json!(["10.1.0.0/16", "21.4.0.0/16"]),
        _ => {
            let Some(vswitch) = some(plan, at, &["vswitch"]) else { return };
            bind(plan, json!({ "vswitch": vswitch, "routes": [] }));
        }
    }
}

pub(super) fn dataworks_route(plan: &mut Plan, at: Index, much: u8) {
    for binding in plan.bindings().into_iter().take(1) {
        let routes = binding["routes"].as_array_mut().expect("a list");
        match much {
            0 | 1 => drop(routes.pop()),
            2 => {
                routes.pop();
                routes.push(json!(pick(at, &BLOCKS)));
            }
            _ => routes.push(json!(pick(at, &BLOCKS))),
        }
    }
}
