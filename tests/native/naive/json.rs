//! Fields of a document, asked for by name.

use std::collections::BTreeMap;

use serde_json::Value;

use super::address::Block;
use super::drawing::Owner;

/// Every node by its id.
pub(super) type Nodes<'v> = BTreeMap<&'v str, &'v Value>;

/// Account and region around a node, where it lies in both.
pub(super) fn owner(node: &Value, nodes: &Nodes) -> Option<Owner> {
    let mut at = node;
    while text(at, "kind") != "region" {
        at = nodes.get(text(at, "in"))?;
    }
    let account = nodes.get(text(at, "in"))?;
    let site = account.get("site").and_then(Value::as_str).map(str::to_owned);
    Some(Owner { account: text(account, "id").into(), region: text(at, "region").into(), site })
}

pub(super) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn block(text: &str) -> Block {
    Block::read(text).expect("a block of a valid document")
}

pub(super) fn blocks(value: &Value, field: &str) -> Vec<Block> {
    list(value, field).iter().filter_map(Value::as_str).map(block).collect()
}

pub(super) fn addresses(value: &Value, field: &str) -> Option<Vec<u32>> {
    value.get(field)?;
    Some(blocks(value, field).into_iter().map(|block| block.first).collect())
}
