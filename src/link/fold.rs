//! Folds the tree of a document for packing, and back: nodes nest where they lie, and every place stands with its node,
//! relative to the place around it. So neither `in` nor the ids of the layout need a bit, and plans repeat themselves
//! more. Knows the fields `nodes`, `connections`, `layout`, `id` and `in`, and nothing else of the format.

use crate::base::order;
use crate::wire::{Value, number_text};

type Fields = Vec<(String, Value)>;

/// Where something is drawn, as numbers of the drawing: x, y, width, height.
const PLACE: [&str; 4] = ["x", "y", "w", "h"];
/// Things stand on a grid of 8; what does not is a fraction.
const GRID: f64 = 8.0;
/// The field of a node or connection that holds its place.
const AT: &str = "at";

/// What is folded: nodes in order of the place around them, and places in order of id.
struct Folding {
    nodes: Vec<(String, Option<Fields>)>,
    layout: Vec<(String, Option<Value>)>,
}

/// The folded tree.
pub(super) fn fold(document: Value) -> Value {
    let Value::Object(fields) = document else { return document };
    let mut folding = Folding { nodes: Vec::new(), layout: Vec::new() };
    let mut rest = Fields::new();
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("nodes", Value::List(nodes)) => folding.nodes = nodes.into_iter().filter_map(inside).collect(),
            ("layout", Value::Object(layout)) => {
                folding.layout = layout.into_iter().map(|(id, place)| (id, Some(place))).collect();
            }
            (_, value) => rest.push((name, value)),
        }
    }
    // Groups come behind the networks that they are bound to.
    folding.nodes.sort_by_cached_key(|(parent, node)| (parent.clone(), is_group(node.as_ref())));
    order::sort_by(&mut folding.layout, |a, b| a.0.cmp(&b.0));
    for (name, value) in &mut rest {
        if let ("connections", Value::List(connections)) = (name.as_str(), value) {
            for connection in connections {
                if let Value::Object(fields) = connection {
                    folding.place(fields, [0.0; 2]);
                }
            }
        }
    }
    let nodes = folding.children("", [0.0; 2]);
    if !nodes.is_empty() {
        rest.push(("nodes".to_owned(), Value::List(nodes)));
    }
    Value::Object(rest)
}

/// A node, and the id of what it lies in.
fn inside(node: Value) -> Option<(String, Option<Fields>)> {
    let Value::Object(mut fields) = node else { return None };
    let at = fields.iter().position(|(name, _)| name == "in");
    let parent = at.map(|at| fields.remove(at).1);
    Some((parent.as_ref().and_then(Value::text).unwrap_or_default().to_owned(), Some(fields)))
}

fn is_group(node: Option<&Fields>) -> bool {
    node.into_iter().flatten().any(|(name, _)| name == "type")
}

impl Folding {
    /// What lies directly in a place that is drawn at `base`. Every node is taken once, so that this comes to an end.
    fn children(&mut self, parent: &str, base: [f64; 2]) -> Vec<Value> {
        let start = self.nodes.partition_point(|(held, _)| held.as_str() < parent);
        let mut children = Vec::new();
        for at in start.. {
            let Some((held, fields)) = self.nodes.get_mut(at) else { break };
            if held != parent {
                break;
            }
            let Some(mut fields) = fields.take() else { continue };
            let id = id_of(&fields);
            let corner = self.place(&mut fields, base);
            let inner = self.children(&id, corner);
            if !inner.is_empty() {
                fields.push(("nodes".to_owned(), Value::List(inner)));
            }
            children.push(Value::Object(fields));
        }
        children
    }

    /// Adds its place to a node or connection; the corner to which what lies inside is relative.
    fn place(&mut self, fields: &mut Fields, base: [f64; 2]) -> [f64; 2] {
        let id = id_of(fields);
        let found = self.layout.binary_search_by(|(held, _)| held.cmp(&id)).ok();
        let Some(place) = found.and_then(|at| self.layout.get_mut(at)?.1.take()) else { return base };
        let mut corner = [0.0; 2];
        let mut numbers = Vec::new();
        for (at, name) in PLACE.into_iter().enumerate() {
            let base = base.get(at).copied().unwrap_or(0.0);
            numbers.push(match place.field(name) {
                Some(Value::Number(number)) => {
                    if let Some(corner) = corner.get_mut(at) {
                        *corner = *number;
                    }
                    relative(*number, base)
                }
                _ => Value::Null,
            });
        }
        while numbers.last() == Some(&Value::Null) {
            numbers.pop();
        }
        fields.push((AT.to_owned(), Value::List(numbers)));
        corner
    }
}

fn id_of(fields: &Fields) -> String {
    let id = fields.iter().find(|(name, _)| name == "id");
    id.and_then(|(_, id)| id.text()).unwrap_or_default().to_owned()
}

/// The number as steps of the grid from `base`; where that would not give exactly it again, as text.
fn relative(number: f64, base: f64) -> Value {
    let steps = (number - base) / GRID;
    let exact = base + steps * GRID - number == 0.0;
    if exact { Value::Number(steps) } else { Value::Text(number_text(number)) }
}

/// The tree of a document again. What was not made by [`fold`] comes out as something that the reader refuses.
pub(super) fn unfold(folded: Value) -> Value {
    let Value::Object(fields) = folded else { return folded };
    let (mut rest, mut nodes, mut layout) = (Fields::new(), Vec::new(), Fields::new());
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("nodes", Value::List(list)) => unnest(list, None, [0.0; 2], &mut nodes, &mut layout),
            ("connections", Value::List(mut list)) => {
                for connection in &mut list {
                    if let Value::Object(fields) = connection {
                        unplace(fields, [0.0; 2], &mut layout);
                    }
                }
                rest.push((name, Value::List(list)));
            }
            (_, value) => rest.push((name, value)),
        }
    }
    rest.push(("nodes".to_owned(), Value::List(nodes)));
    rest.push(("layout".to_owned(), Value::Object(layout)));
    Value::Object(rest)
}

fn unnest(
    list: Vec<Value>,
    parent: Option<&str>,
    base: [f64; 2],
    nodes: &mut Vec<Value>,
    layout: &mut Fields,
) {
    for node in list {
        let Value::Object(mut fields) = node else {
            nodes.push(node);
            continue;
        };
        let corner = unplace(&mut fields, base, layout);
        let inner = fields.iter().position(|(name, _)| name == "nodes").map(|at| fields.remove(at).1);
        if let Some(parent) = parent {
            fields.push(("in".to_owned(), Value::Text(parent.to_owned())));
        }
        let id = id_of(&fields);
        nodes.push(Value::Object(fields));
        if let Some(Value::List(inner)) = inner {
            unnest(inner, Some(&id), corner, nodes, layout);
        }
    }
}

/// Moves a place back into the layout; the corner to which what lies inside is relative.
fn unplace(fields: &mut Fields, base: [f64; 2], layout: &mut Fields) -> [f64; 2] {
    let Some(at) = fields.iter().position(|(name, _)| name == AT) else { return base };
    let (_, numbers) = fields.remove(at);
    let mut corner = [0.0; 2];
    let mut place = Fields::new();
    for (at, (name, held)) in PLACE.into_iter().zip(numbers.items()).enumerate() {
        let number = match held {
            Value::Number(steps) => base.get(at).copied().unwrap_or(0.0) + steps * GRID,
            Value::Text(text) => text.parse().unwrap_or(f64::NAN),
            _ => continue,
        };
        if !number.is_finite() {
            place.push((name.to_owned(), Value::Null));
            continue;
        }
        if let Some(corner) = corner.get_mut(at) {
            *corner = number;
        }
        place.push((name.to_owned(), Value::Number(number)));
    }
    layout.push((id_of(fields), Value::Object(place)));
    corner
}
