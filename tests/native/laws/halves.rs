//! Splitting a block into its halves changes nothing, and neither does the order in which things stand in a document.

use proptest::prelude::*;
use reachplan::analysis::analyse;
use reachplan::base::Block;
use reachplan::i18n::Language;
use reachplan::report::report;
use reachplan::topology::Document;
use reachplan::wire;
use serde_json::{Value, json};

use super::{config, verdicts};
use crate::generate::document;

/// A block in two halves; a single address stays.
fn halves(text: &str) -> Vec<String> {
    let block: Block = read(text);
    match block.subnets(block.prefix_len() + 1) {
        Ok(halves) => halves.map(|half| half.to_string()).collect(),
        Err(_) => vec![text.to_owned()],
    }
}

fn read(text: &str) -> Block {
    if text.contains('/') { text.parse() } else { format!("{text}/32").parse() }
        .expect("a block of a document")
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn blocks(value: &Value, field: &str) -> Vec<Block> {
    list(value, field).iter().filter_map(Value::as_str).map(read).collect()
}

/// Whether none of the other routes has the same prefix or one inside it: the law makes no promise then.
fn may_split(route: Block, table: &[Block]) -> bool {
    table.iter().filter(|other| route.contains(*other)).count() == 1
}

/// The document with every rule of a security group, and every route that may be, in two halves.
fn in_halves(document: &Document) -> Document {
    let mut value = wire::to_value(document);
    let nodes = value.clone();
    let node = |id: &Value| list(&nodes, "nodes").iter().find(|node| node["id"] == *id).expect("a node");
    let addresses = || list(&nodes, "nodes").iter().flat_map(|node| blocks(node, "addresses"));
    let networks: Vec<Block> =
        list(&nodes, "nodes").iter().flat_map(|node| blocks(node, "cidrs")).chain(addresses()).collect();
    for changed in value["nodes"].as_array_mut().expect("nodes") {
        split_rules(&mut changed["security_group"]);
        let custom: Vec<Block> = list(changed, "routes")
            .iter()
            .map(|route| read(route["to"].as_str().expect("a block")))
            .collect();
        let table: Vec<Block> = custom.into_iter().chain(networks.iter().copied()).collect();
        split(
            &mut changed["routes"],
            &table,
            |route, half| json!({ "to": half, "via": route["via"] }),
            |route| route["to"].as_str().expect("a block").to_owned(),
        );
        let own = list(changed, "bindings").iter().flat_map(|binding| {
            let vpc = node(&node(&binding["vswitch"])["in"]);
            blocks(binding, "routes").into_iter().chain(blocks(vpc, "cidrs"))
        });
        let table: Vec<Block> = own.collect();
        for binding in changed["bindings"].as_array_mut().into_iter().flatten() {
            split_rules(&mut binding["security_group"]);
            split(
                &mut binding["routes"],
                &table,
                |_, half| json!(half),
                |route| route.as_str().expect("a block").to_owned(),
            );
        }
    }
    prune(&mut value);
    wire::read(&value.to_string()).expect("halves make a document")
}

fn split(
    routes: &mut Value,
    table: &[Block],
    with: impl Fn(&Value, String) -> Value,
    block: impl Fn(&Value) -> String,
) {
    let Some(all) = routes.as_array() else { return };
    let split = |route: &Value| -> Vec<Value> {
        let text = block(route);
        if may_split(read(&text), table) {
            halves(&text).into_iter().map(|half| with(route, half)).collect()
        } else {
            vec![route.clone()]
        }
    };
    *routes = all.iter().flat_map(split).collect();
}

fn split_rules(group: &mut Value) {
    let Some(rules) = group["rules"].as_array() else { return };
    let split = |rule: &Value| -> Vec<Value> {
        let halves = halves(rule["peer"].as_str().expect("a block"));
        let with = |half: String| {
            let mut rule = rule.clone();
            rule["peer"] = json!(half);
            rule
        };
        halves.into_iter().map(with).collect()
    };
    group["rules"] = rules.iter().flat_map(split).collect();
}

/// Asking for a field that is not there has written a null.
fn prune(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields
                .retain(|_, field| !field.is_null() && field.as_object().is_none_or(|held| !held.is_empty()));
        }
        Value::Array(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}

/// The document with its lists back to front; the order of attachments and of a VPC's blocks has a meaning.
fn reversed(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                reversed(field);
                if let Value::Array(items) = field
                    && !matches!(name.as_str(), "attachments" | "cidrs")
                {
                    items.reverse();
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(reversed),
        _ => {}
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn splitting_routes_and_rules_into_halves_changes_no_verdict(document in document()) {
        let halves = in_halves(&document);
        prop_assert_eq!(
            verdicts(&analyse(&document.topology)),
            verdicts(&analyse(&halves.topology)),
            "{}\n{}", wire::write(&document), wire::write(&halves)
        );
    }

    #[test]
    fn the_order_of_entries_changes_nothing(document in document()) {
        let mut value = wire::to_value(&document);
        reversed(&mut value);
        let back = wire::read(&value.to_string()).expect("the order is free");
        let words = |document: &Document| {
            let report = report(&document.topology, &analyse(&document.topology), Language::En);
            serde_json::to_string(&report).expect("a report is JSON")
        };
        prop_assert_eq!(words(&document), words(&back), "{}", wire::write(&document));
    }
}
