//! What is wrong with a near miss: each fault changes one thing, somewhere.

use proptest::sample::Index;
use serde_json::{Value, json};

use super::end::{
    dataworks_route, exit, own_guard, scope, second_vswitch, source, source_guard, stray_binding, whitelist,
};
use super::{Plan, push};

/// Something that goes wrong: where, and which way.
pub(super) type Fault = fn(&mut Plan, Index, u8);

/// Every fault. Shrinking prefers the first ones.
pub(super) const FAULTS: &[Fault] = &[
    dataworks_route,
    state,
    whitelist,
    table,
    third_network,
    stray_binding,
    own_guard,
    source_guard,
    unknown,
    vswitch,
    overlap,
    owner,
    mode,
    exit,
    second_vswitch,
    chain,
    source,
    scope,
    contradiction,
];

/// Blocks that matter in every plan: around the data sources, around the bound vSwitch, and parts of both.
pub(super) const BLOCKS: [&str; 14] = [
    "10.2.1.0/24",
    "10.2.1.0/25",
    "10.2.0.0/16",
    "10.2.0.0/15",
    "10.1.8.0/24",
    "10.1.8.128/25",
    "10.1.0.0/16",
    "10.2.1.5/32",
    "10.1.20.0/24",
    "10.3.1.0/24",
    "10.0.0.0/8",
    "10.3.0.0/16",
    "10.1.9.0/24",
    "10.1.20.0/25",
];
pub(super) fn pick<'t>(at: Index, from: &[&'t str]) -> &'t str {
    from[at.index(from.len())]
}

fn ids(plan: &Plan, kinds: &[&str]) -> Vec<String> {
    let fits = |node: &Value| kinds.iter().any(|kind| node["kind"] == *kind);
    plan.nodes.iter().filter(|(_, node)| fits(node)).map(|(id, _)| id.clone()).collect()
}

pub(super) fn some(plan: &Plan, at: Index, kinds: &[&str]) -> Option<String> {
    let all = ids(plan, kinds);
    (!all.is_empty()).then(|| at.get(&all).clone())
}

fn connection(plan: &Plan, at: Index) -> Option<String> {
    let all: Vec<String> = plan.connections.keys().cloned().collect();
    (!all.is_empty()).then(|| at.get(&all).clone())
}

pub(super) fn a_source(plan: &mut Plan, at: Index) -> &mut Value {
    let id = some(plan, at, &["data_source"]).expect("every plan has a data source");
    plan.nodes.get_mut(&id).expect("there")
}

fn state(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = connection(plan, at) else { return };
    let held = plan.connections.get_mut(&id).expect("there");
    let attachments = held["attachments"].as_array_mut().expect("a list");
    let which = usize::from(much) % attachments.len().max(1);
    match much {
        0..2 if !attachments.is_empty() => attachments[which]["state"] = json!("pending"),
        2 if !attachments.is_empty() => attachments[0]["state"] = json!("planned"),
        3 => drop(attachments.pop()),
        4 if held["kind"] == "cen" => held["bandwidth_mbps"] = json!(0),
        5 if held["kind"] == "cen" => held["edition"] = json!("enterprise"),
        _ => {}
    }
}

/// A custom route of some network through some connection that holds it.
fn table(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = connection(plan, at) else { return };
    let attachments = plan.connections[&id]["attachments"].as_array().cloned().unwrap_or_default();
    let Some(held) = attachments.get(usize::from(much) % attachments.len().max(1)) else { return };
    let network = held["network"].as_str().unwrap_or_default().to_owned();
    if much == 5 {
        plan.nodes.get_mut(&network).expect("there")["routes"] = json!([]);
    } else {
        plan.route(&network, pick(at, &BLOCKS), &id);
    }
}

/// Another network on a connection of the plan, or on one of its own, with a block that matters.
fn third_network(plan: &mut Plan, at: Index, much: u8) {
    if plan.nodes.contains_key("v8") {
        return;
    }
    let kind = if much == 4 { "data_center" } else { "vpc" };
    let mut network = json!({ "kind": kind, "cidrs": [pick(at, &BLOCKS)] });
    if kind == "vpc" {
        network["in"] = json!("r0");
    }
    plan.put("v8", network);
    let cens = plan
        .connections
        .iter_mut()
        .find(|(_, c)| c["kind"] == "cen" || c["kind"] == "smart_access_gateway" && kind == "vpc");
    let absent = |c: &Value| !c["attachments"].to_string().contains("\"v8\"");
    match cens {
        Some((_, cen)) if much < 3 && absent(cen) => push(cen, "attachments", json!({ "network": "v8" })),
        _ if much == 5 => {}
        _ => {
            let attachments = json!([{ "network": "v0" }, { "network": "v8" }]);
            let peer = if kind == "vpc" { "vpc_peering" } else { "express_connect" };
            plan.connections
                .insert("c8".into(), json!({ "id": "c8", "kind": peer, "attachments": attachments }));
        }
    }
}

/// A fact that is not known.
fn unknown(plan: &mut Plan, at: Index, much: u8) {
    let (kinds, field): (&[&str], &str) = match much {
        0 => (&["vswitch"], "cidr"),
        1 => (&["vpc", "data_center", "other_cloud"], "cidrs"),
        2 => (&["data_source"], "addresses"),
        3 => (&["resource_group", "nat_gateway"], "eips"),
        4 => (&["nat_gateway"], "snat"),
        _ => (&["data_center", "other_cloud"], "cidrs"),
    };
    let Some(id) = some(plan, at, kinds) else { return };
    drop(plan.nodes.get_mut(&id).and_then(Value::as_object_mut).and_then(|node| node.remove(field)));
}

/// Another vSwitch whose block matters.
fn vswitch(plan: &mut Plan, at: Index, much: u8) {
    let Some(vpc) = some(plan, at, &["vpc"]) else { return };
    let cidr = ["10.2.1.0/24", "10.2.1.0/25", "10.1.8.0/24", "10.1.8.128/25", "10.2.9.0/24", "10.1.40.0/24"]
        [usize::from(much)];
    plan.put("s6", json!({ "kind": "vswitch", "in": vpc, "cidr": cidr }));
    push(plan.nodes.get_mut(&vpc).expect("there"), "cidrs", json!(cidr));
}

fn overlap(plan: &mut Plan, at: Index, _much: u8) {
    let Some(network) = some(plan, at, &["vpc", "data_center", "other_cloud"]) else { return };
    push(plan.nodes.get_mut(&network).expect("there"), "cidrs", json!(pick(at, &BLOCKS)));
}

/// Whose the regions and accounts are.
fn owner(plan: &mut Plan, at: Index, much: u8) {
    if much < 3 {
        let Some(account) = some(plan, at, &["account"]) else { return };
        let site = if much == 0 { "international" } else { "china" };
        plan.nodes.get_mut(&account).expect("there")["site"] = json!(site);
    } else {
        let Some(region) = some(plan, at, &["region"]) else { return };
        let name = ["cn-hongkong", "cn-shanghai", "cn-hangzhou"][usize::from(much) - 3];
        plan.nodes.get_mut(&region).expect("there")["region"] = json!(name);
    }
}

fn mode(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = connection(plan, at) else { return };
    let mode = if much < 4 { "manual" } else { "automatic" };
    plan.connections.get_mut(&id).expect("there")["routes"] = json!(mode);
}

/// The first connection leads to a third network only, and another one from there to the data source.
fn chain(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = connection(plan, at) else { return };
    plan.put("v5", json!({ "kind": "vpc", "in": "r0", "cidrs": ["10.5.0.0/16"] }));
    let held = plan.connections.get_mut(&id).expect("there");
    let ends = held["attachments"].as_array_mut().expect("a list");
    let Some(far) = ends.pop() else { return };
    if ends.iter().any(|end| end["network"] == "v5") || far["network"] == "v5" {
        ends.push(far);
        return;
    }
    ends.push(json!({ "network": "v5" }));
    let kind = ["vpn_gateway", "cen", "vpc_peering", "cen", "vpn_gateway", "cen"][usize::from(much)];
    let is_vpc = plan.nodes[far["network"].as_str().unwrap_or_default()]["kind"] == "vpc";
    let kind = if is_vpc { kind } else { "express_connect" };
    let network = far["network"].as_str().unwrap_or_default().to_owned();
    plan.connections
        .insert("c5".into(), json!({ "id": "c5", "kind": kind, "attachments": [{ "network": "v5" }, far] }));
    if much > 2 {
        let to = super::block_of(&plan.nodes, &network);
        plan.route("v0", &to, &id);
        plan.route(&network, "10.1.8.0/24", "c5");
    }
}

fn contradiction(plan: &mut Plan, at: Index, much: u8) {
    let Some(id) = some(plan, at, &["vswitch"]) else { return };
    let vswitch = plan.nodes.get_mut(&id).expect("there");
    match much {
        0 => vswitch["cidr"] = json!("10.77.8.0/24"),
        1 => vswitch["cidr"] = json!("10.1.8.0/30"),
        2 => vswitch["cidr"] = json!("100.64.8.0/24"),
        3 => a_source(plan, at)["addresses"] = json!(["10.88.1.5"]),
        _ => {}
    }
}
