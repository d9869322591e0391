//! The parts of an element that have a line of their own: routes, bindings, whitelists and security groups.

use serde_json::{Value, json};

use super::{Shape, insert, value};
use crate::outline::Line;

pub(super) fn route(line: &Line<'_>) -> Result<Value, String> {
    line.no_children()?;
    match line.words().collect::<Vec<_>>()[..] {
        [_, to, "via", via] => Ok(json!({ "to": to, "via": via })),
        _ => line.error("expected `route BLOCK via CONNECTION`"),
    }
}

pub(super) fn binding(line: &Line<'_>) -> Result<Value, String> {
    let mut binding = match &line.words().collect::<Vec<_>>()[..] {
        [_, vswitch] => json!({ "vswitch": vswitch }),
        [_, vswitch, "routes", routes @ ..] if !routes.is_empty() => {
            json!({ "vswitch": vswitch, "routes": routes })
        }
        _ => return line.error("expected `bind VSWITCH` or `bind VSWITCH routes BLOCK…`"),
    };
    let object = binding.as_object_mut().expect("an object");
    for child in &line.children {
        match child.keyword() {
            "security" => insert(object, "security_group", security_group(child)?, child)?,
            _ => return child.error("unknown word"),
        }
    }
    Ok(binding)
}

pub(super) fn whitelist(line: &Line<'_>) -> Result<Value, String> {
    let mut list = match line.rest() {
        "" => return line.error("expected `none`, `empty` or entries"),
        "none" => json!("none"),
        "empty" => json!([]),
        entries => json!(entries.split(", ").collect::<Vec<_>>()),
    };
    for child in &line.children {
        match list.as_array_mut() {
            Some(list) => list.extend(many(child)?),
            None => return child.error("`none` has no entries"),
        }
    }
    Ok(list)
}

/// Many single addresses, one after the other.
fn many(line: &Line<'_>) -> Result<Vec<Value>, String> {
    line.no_children()?;
    let [_, count, "addresses", "from", first] = line.words().collect::<Vec<_>>()[..] else {
        return line.error("expected `also COUNT addresses from ADDRESS`");
    };
    match (count.parse::<u32>(), first.parse::<std::net::Ipv4Addr>()) {
        (Ok(count), Ok(first)) => {
            let from = u32::from(first);
            Ok((from..from + count).map(|at| json!(std::net::Ipv4Addr::from(at).to_string())).collect())
        }
        _ => line.error("expected a number and an address"),
    }
}

pub(super) fn security_group(line: &Line<'_>) -> Result<Value, String> {
    let rules: Vec<Value> = line.children.iter().map(rule).collect::<Result<_, _>>()?;
    Ok(json!({ "type": line.rest(), "rules": rules }))
}

fn rule(line: &Line<'_>) -> Result<Value, String> {
    line.no_children()?;
    let (said, priority) =
        line.text.split_once(" priority ").map_or((line.text, None), |(said, p)| (said, Some(p)));
    let mut rule = match said.split_whitespace().collect::<Vec<_>>()[..] {
        [direction, action, protocol, ports, peer] => {
            json!({ "direction": direction, "action": action, "protocol": protocol, "ports": ports, "peer": peer })
        }
        [direction, action, protocol, peer] => {
            json!({ "direction": direction, "action": action, "protocol": protocol, "peer": peer })
        }
        _ => return line.error("expected `DIRECTION ACTION PROTOCOL [PORTS] PEER [priority NUMBER]`"),
    };
    if let Some(priority) = priority {
        rule["priority"] = value(Shape::Number, &[priority.trim()], line)?;
    }
    Ok(rule)
}
