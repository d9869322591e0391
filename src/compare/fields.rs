//! The fields of an element that differ, by their path in the document. Lists whose order means nothing are compared as
//! sets, lists of things with a name of their own thing by thing.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its path below the element, such as `bindings[vsw-etl].routes`.
    pub field: String,
    /// Its value in the old plan, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// Its value in the new plan, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// The fields in which two objects differ.
pub(super) fn differing(before: &Value, after: &Value) -> Vec<Field> {
    let mut out = Vec::new();
    object(&mut out, "", before, after);
    // The consumer comes first and the provider second.
    let is_directed = |value: &Value| value.get("kind").is_some_and(|kind| kind == "privatelink");
    let networks = |value: &Value| -> Vec<Value> {
        let held = value.get("attachments").and_then(Value::as_array).into_iter().flatten();
        held.filter_map(|held| held.get("network").cloned()).collect()
    };
    let (was, is) = (networks(before), networks(after));
    if is_directed(before) && is_directed(after) && was != is && as_set(&was) == as_set(&is) {
        out.push(field("attachments", Some(&Value::Array(was)), Some(&Value::Array(is))));
    }
    out
}

/// The things of two lists by the name that stands in one of their fields, in order of it.
pub(super) fn matched<'v>(
    before: Option<&'v Value>,
    after: Option<&'v Value>,
    name: &str,
) -> Vec<(&'v str, Option<&'v Value>, Option<&'v Value>)> {
    let things = |list: Option<&'v Value>| -> Vec<(&'v str, &'v Value)> {
        let list = list.and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|thing| Some((thing.get(name)?.as_str()?, thing))).collect()
    };
    let by_name = |list| things(list).into_iter().collect::<std::collections::BTreeMap<_, _>>();
    let (before, after) = (by_name(before), by_name(after));
    let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    names.into_iter().map(|name| (name, before.get(name).copied(), after.get(name).copied())).collect()
}

fn object(out: &mut Vec<Field>, path: &str, before: &Value, after: &Value) {
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
    };
    for key in keys(before).union(&keys(after)) {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        value(out, &path, before.get(key), after.get(key));
    }
}

fn value(out: &mut Vec<Field>, path: &str, before: Option<&Value>, after: Option<&Value>) {
    match (before, after) {
        (Some(Value::Object(_)), Some(Value::Object(_))) => {
            if let (Some(before), Some(after)) = (before, after) {
                object(out, path, before, after);
            }
        }
        (Some(Value::Array(was)), Some(Value::Array(is)))
            if !is_ordered(path) && as_set(was) == as_set(is) => {}
        _ if before == after => {}
        _ => match name_of(path) {
            Some(name) => {
                for (thing, before, after) in matched(before, after, name) {
                    value(out, &format!("{path}[{thing}]"), before, after);
                }
            }
            None => out.push(field(path, before, after)),
        },
    }
}

/// The field that names the things of a list, where they have one.
fn name_of(path: &str) -> Option<&'static str> {
    match path {
        "bindings" => Some("vswitch"),
        "attachments" => Some("network"),
        _ => None,
    }
}

/// Of the blocks of a network the first is the primary one.
fn is_ordered(path: &str) -> bool {
    path == "cidrs"
}

/// A list without its order and repetitions.
fn as_set(list: &[Value]) -> BTreeSet<String> {
    list.iter().map(Value::to_string).collect()
}

fn field(path: &str, before: Option<&Value>, after: Option<&Value>) -> Field {
    Field { field: path.to_owned(), before: before.cloned(), after: after.cloned() }
}
