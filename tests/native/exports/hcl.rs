//! Terraform files read by a library that knows the language, and looked at as `terraform fmt` would.

use std::collections::{BTreeMap, BTreeSet};

use hcl_edit::expr::{Expression, TraversalOperator};
use hcl_edit::structure::{Body, Structure};
use serde_json::{Value, json};

/// A block of the file: its type with its labels, and its attributes; what it holds stands below.
pub(super) struct Block {
    pub(super) labels: Vec<String>,
    pub(super) attributes: BTreeMap<String, Value>,
    pub(super) blocks: Vec<Block>,
}

/// A file, read strictly. References are `{"ref": "a.b.c"}`.
pub(super) fn parsed(text: &str) -> Vec<Block> {
    let body = hcl_edit::parser::parse_body(text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    let root = block(Vec::new(), &body);
    assert!(root.attributes.is_empty());
    root.blocks
}

fn block(labels: Vec<String>, body: &Body) -> Block {
    let (mut attributes, mut blocks) = (BTreeMap::new(), Vec::new());
    for structure in body {
        match structure {
            Structure::Attribute(attribute) => {
                let held = attributes.insert(attribute.key.to_string(), value(&attribute.value));
                assert!(held.is_none(), "{} stands twice", attribute.key.as_str());
            }
            Structure::Block(inner) => {
                let own = inner.labels.iter().map(|label| label.as_str().to_owned());
                let labels = std::iter::once(inner.ident.to_string()).chain(own).collect();
                blocks.push(block(labels, &inner.body));
            }
        }
    }
    Block { labels, attributes, blocks }
}

fn value(expression: &Expression) -> Value {
    match expression {
        Expression::String(text) => json!(text.as_str()),
        Expression::Bool(is) => json!(is.value()),
        Expression::Number(number) => json!(number.value().as_f64()),
        Expression::Array(items) => items.iter().map(value).collect(),
        Expression::Variable(name) => json!({ "ref": name.as_str() }),
        Expression::Traversal(way) => {
            let Expression::Variable(first) = &way.expr else { panic!("a traversal from something else") };
            let parts = way.operators.iter().map(|operator| match operator.value() {
                TraversalOperator::GetAttr(name) => name.to_string(),
                other => panic!("{other:?}"),
            });
            let path: Vec<String> = std::iter::once(first.to_string()).chain(parts).collect();
            json!({ "ref": path.join(".") })
        }
        Expression::Object(fields) => {
            let field = |(key, held): (&hcl_edit::expr::ObjectKey, &hcl_edit::expr::ObjectValue)| {
                let hcl_edit::expr::ObjectKey::Ident(key) = key else { panic!("a key that is no name") };
                (key.to_string(), value(held.expr()))
            };
            Value::Object(fields.iter().map(field).collect())
        }
        Expression::FuncCall(call) => {
            assert_eq!(call.name.name.as_str(), "join");
            call.args.iter().map(value).collect()
        }
        // A user's text must never become a template.
        other => panic!("an expression of another kind: {other:?}"),
    }
}

/// Everything that a file refers to.
pub(super) fn references(blocks: &[Block]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for block in blocks {
        block.attributes.values().for_each(|value| refer(&mut found, value));
        found.extend(references(&block.blocks));
    }
    found
}

fn refer(found: &mut BTreeSet<String>, value: &Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(path)) = fields.get("ref") {
                found.insert(path.clone());
            } else {
                fields.values().for_each(|value| refer(found, value));
            }
        }
        Value::Array(items) => items.iter().for_each(|value| refer(found, value)),
        _ => {}
    }
}

/// Every reference leads somewhere, everything declared is used, no two things have one name.
pub(super) fn consistent(text: &str) -> Vec<Block> {
    let blocks = parsed(text);
    let declared = |kind: &str| -> Vec<String> {
        let own = blocks.iter().filter(|block| block.labels[0] == kind);
        own.map(|block| block.labels[1..].join(".")).collect()
    };
    let (variables, resources) = (declared("variable"), declared("resource"));
    for names in [&variables, &resources] {
        let unique: BTreeSet<&String> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "{names:?}\n{text}");
    }
    let aliases: BTreeSet<String> = blocks
        .iter()
        .filter(|block| block.labels[0] == "provider")
        .filter_map(|block| Some(format!("alicloud.{}", block.attributes.get("alias")?.as_str()?)))
        .collect();
    let references = references(&blocks);
    for path in &references {
        let parts: Vec<&str> = path.split('.').collect();
        let known = match parts[..] {
            ["string" | "number"] => true,
            ["var", name] => variables.iter().any(|held| held == name),
            ["alicloud", _] => aliases.contains(path),
            [kind, name, ..] => resources.contains(&format!("{kind}.{name}")),
            _ => false,
        };
        assert!(known, "{path} leads nowhere in\n{text}");
    }
    for name in &variables {
        assert!(references.contains(&format!("var.{name}")), "{name} is not used in\n{text}");
    }
    blocks
}

/// Whether a text is laid out as `terraform fmt` leaves it.
pub(super) fn formatted(text: &str) {
    assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "{text}");
    let mut depth = 0;
    let mut run: Vec<(&str, usize, usize)> = Vec::new();
    for line in text.lines() {
        assert!(!line.ends_with(' ') && !line.contains('\t'), "{line:?}");
        let bare = line.trim_start();
        if bare.starts_with('}') {
            depth -= 1;
        }
        if !bare.is_empty() {
            assert_eq!(line.len() - bare.len(), depth * 2, "{line:?}");
        }
        let opens = !bare.starts_with('#') && bare.ends_with('{');
        let name = bare.split(' ').next().unwrap_or_default();
        let equals = bare.find(" = ").map(|at| at + 1);
        let is_attribute =
            !opens && !bare.starts_with('#') && bare[name.len()..].trim_start().starts_with("= ");
        match equals.filter(|_| is_attribute) {
            Some(at) => run.push((line, name.len(), at)),
            None => {
                aligned(&run);
                run.clear();
                assert!(!opens || !bare.contains("  "), "{line:?}");
            }
        }
        if opens {
            depth += 1;
        }
    }
    aligned(&run);
}

fn aligned(run: &[(&str, usize, usize)]) {
    let widest = run.iter().map(|(_, name, _)| *name).max().unwrap_or_default();
    assert!(run.iter().all(|(_, _, at)| *at == widest + 1), "{run:?}");
}
