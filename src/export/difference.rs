//! What differs between two plans, as text, as Markdown and as JSON.

use serde::Serialize;
use serde_json::Value;

use crate::compare::{Difference, Field, Happened, Pair};
use crate::export::markdown::escape;
use crate::i18n::Language;
use crate::i18n::difference::{Heading, admission, element, outcomes, sign, whole};
use crate::topology::{Document, Topology};

/// A line of the comparison with how deep it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Stands above items.
    Heading(&'static str),
    /// What differs.
    Item(String),
    /// Belongs to the item before it.
    Part(String),
}

/// For a terminal.
pub fn difference_text(difference: &Difference, plans: (&Document, &Document), language: Language) -> String {
    let line = |(at, line): (usize, Line)| match line {
        Line::Heading(text) => format!("{}{text}\n", if at == 0 { "" } else { "\n" }),
        Line::Item(text) => format!("  {}\n", one_line(&text)),
        Line::Part(text) => format!("      {}\n", one_line(&text)),
    };
    difference_lines(difference, plans, language).into_iter().enumerate().map(line).collect()
}

/// For a ticket.
pub fn difference_markdown(
    difference: &Difference,
    plans: (&Document, &Document),
    language: Language,
) -> String {
    let title = language.pick("What changed", "变更内容");
    let mut after_item = false;
    let line = |line: Line| {
        let gap = if after_item { "" } else { "\n" };
        after_item = !matches!(line, Line::Heading(_));
        match line {
            Line::Heading(text) => format!("\n## {text}\n"),
            Line::Item(text) => format!("{gap}- {}\n", escape(&text)),
            Line::Part(text) => format!("{gap}  - {}\n", escape(&text)),
        }
    };
    let lines: String = difference_lines(difference, plans, language).into_iter().map(line).collect();
    format!("# {title}\n{lines}")
}

/// For programs.
pub fn difference_json(difference: &Difference) -> String {
    // Nothing in it could be refused.
    serde_json::to_string_pretty(difference).unwrap_or_default() + "\n"
}

/// Line by line: what differs, and nothing of how it is shown.
pub fn difference_lines(
    difference: &Difference,
    (old, new): (&Document, &Document),
    language: Language,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let head = |heading: Heading| Line::Heading(heading.text(language));
    if difference.same {
        lines.push(head(if difference.moved.is_empty() { Heading::Same } else { Heading::OnlyMoved }));
    }
    lines.extend(whole(difference, language).into_iter().map(Line::Item));
    let (was, is) = (old.topology.as_ref(), new.topology.as_ref());
    if !difference.elements.is_empty() {
        lines.push(head(Heading::Elements));
    }
    for one in &difference.elements {
        let of = if one.change == Happened::Removed { was } else { is };
        lines.push(Line::Item(format!("{} {}", sign(one.change), element(of, one, language))));
        lines.extend(one.fields.iter().map(|field| Line::Part(changed(field))));
    }
    if !difference.must_not_reach.is_empty() {
        lines.push(head(Heading::Forbidden));
    }
    for pair in &difference.must_not_reach {
        let of = if pair.change == Happened::Removed { was } else { is };
        let ends = (pair.resource_group.as_str(), pair.data_source.as_str());
        lines.push(Line::Item(format!("{} {}", sign(pair.change), named(of, ends))));
    }
    if !difference.connections.is_empty() {
        lines.push(head(Heading::Results));
    }
    for pair in &difference.connections {
        let Pair { resource_group, data_source, before, after } = pair;
        let of = if after.is_none() { was } else { is };
        let colon = language.pick(": ", "：");
        let ends = named(of, (resource_group, data_source));
        lines.push(Line::Item(format!("{ends}{colon}{}", outcomes(*before, *after, language))));
    }
    if !difference.whitelists.is_empty() {
        lines.push(head(Heading::Whitelists));
    }
    for one in &difference.whitelists {
        let held = |of: &Topology| of.nodes.keys().any(|id| id.as_str() == one.data_source);
        lines.push(Line::Item(name(if held(is) { is } else { was }, &one.data_source)));
        lines.extend(admission(one, language).into_iter().map(Line::Part));
    }
    if !difference.moved.is_empty() {
        lines.push(head(Heading::Moved));
        let comma = language.pick(", ", "、");
        let moved: Vec<String> = difference.moved.iter().map(|id| name(is, id)).collect();
        lines.push(Line::Item(moved.join(comma)));
    }
    lines
}

/// A field with what it was and what it is; of a list what came and what went.
fn changed(field: &Field) -> String {
    let path = &field.field;
    match (&field.before, &field.after) {
        (Some(Value::Array(was)), Some(Value::Array(is))) => {
            let gone = was.iter().filter(|item| !is.contains(item)).map(|item| format!("- {}", shown(item)));
            let new = is.iter().filter(|item| !was.contains(item)).map(|item| format!("+ {}", shown(item)));
            let items: Vec<String> = gone.chain(new).collect();
            if items.is_empty() {
                let list = |items: &[Value]| items.iter().map(shown).collect::<Vec<_>>().join(", ");
                return format!("{path}: {} → {}", list(was), list(is));
            }
            format!("{path}: {}", items.join(", "))
        }
        (before, after) => {
            let text = |value: &Option<Value>| value.as_ref().map_or_else(|| "∅".to_owned(), shown);
            format!("{path}: {} → {}", text(before), text(after))
        }
    }
}

/// A value as one reads it: texts without quotes, lists with commas.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(key, value)| format!("{key} {}", shown(value))).collect();
            format!("({})", fields.join(", "))
        }
        other => other.to_string(),
    }
}

fn named(topology: &Topology, (group, source): (&str, &str)) -> String {
    format!("{} → {}", name(topology, group), name(topology, source))
}

fn name(topology: &Topology, id: &str) -> String {
    crate::base::Id::parse(id).map_or_else(|| id.to_owned(), |id| topology.name_of(&id))
}

/// Names are the user's: a line stays a line, whatever stands in them.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
