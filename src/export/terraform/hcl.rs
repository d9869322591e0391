//! Writes the language of Terraform as `terraform fmt` leaves it: two blanks for each level, equals signs of neighbouring
//! attributes below each other. No text can end where it stands or start a template.
//!
//! Source: HCL native syntax specification, "Template Expressions" and "Literal Values"; Terraform style conventions.

use std::fmt::Write as _;

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Expr {
    /// A text.
    Text(String),
    /// Written as it is: a reference, a number, a keyword.
    Plain(String),
    /// Several, on one line.
    List(Vec<Expr>),
}

/// One item of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An attribute on one line.
    Attribute(String, Expr),
    /// An attribute that holds named values, each on a line of its own.
    Map(String, Vec<(String, Expr)>),
    /// A block: its type with its labels, and what is in it.
    Block(String, Vec<Item>),
    /// A comment.
    Comment(String),
    /// Items that stand there as comments, ready to be uncommented.
    Quiet(Vec<Item>),
    /// An empty line.
    Gap,
}

impl Expr {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    pub(super) fn written(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Plain(text) => text.clone(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::written).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }
}

/// A block with labels.
pub(super) fn block(kind: &str, labels: &[&str], body: Vec<Item>) -> Item {
    let mut head = kind.to_owned();
    for label in labels {
        head.push(' ');
        head.push_str(&quoted(label));
    }
    Item::Block(head, body)
}

/// An attribute.
pub(super) fn attribute(name: &str, value: Expr) -> Item {
    Item::Attribute(name.to_owned(), value)
}

/// Items as text.
pub(super) fn written(items: &[Item]) -> String {
    let mut out = String::new();
    write_items(&mut out, items, 0);
    out
}

fn write_items(out: &mut String, items: &[Item], depth: usize) {
    let blanks = "  ".repeat(depth);
    let mut rest = items;
    while let Some((first, others)) = rest.split_first() {
        match first {
            Item::Attribute(..) => {
                let run = rest.iter().take_while(|item| matches!(item, Item::Attribute(..))).count();
                let (attributes, after) = rest.split_at(run);
                let named = attributes.iter().filter_map(|item| match item {
                    Item::Attribute(name, value) => Some((name.as_str(), value)),
                    _ => None,
                });
                aligned(out, &named.collect::<Vec<_>>(), &blanks);
                rest = after;
                continue;
            }
            Item::Map(name, values) => {
                let _ = writeln!(out, "{blanks}{name} = {{");
                let values: Vec<(&str, &Expr)> =
                    values.iter().map(|(name, value)| (name.as_str(), value)).collect();
                aligned(out, &values, &format!("{blanks}  "));
                let _ = writeln!(out, "{blanks}}}");
            }
            Item::Block(head, body) => {
                let _ = writeln!(out, "{blanks}{head} {{");
                write_items(out, body, depth + 1);
                let _ = writeln!(out, "{blanks}}}");
            }
            Item::Comment(text) => {
                let _ = writeln!(out, "{blanks}# {text}");
            }
            Item::Quiet(items) => {
                for line in written(items).lines() {
                    let _ = writeln!(out, "{}", format!("{blanks}# {line}").trim_end());
                }
            }
            Item::Gap => out.push('\n'),
        }
        rest = others;
    }
}

fn aligned(out: &mut String, attributes: &[(&str, &Expr)], blanks: &str) {
    let widest = attributes.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, value) in attributes {
        let _ = writeln!(out, "{blanks}{name:widest$} = {}", value.written());
    }
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Doubled, the first sign of a template is a sign like any other.
            '$' | '%' if signs.peek() == Some(&'{') => {
                out.push(c);
                out.push(c);
            }
            // No text of Terraform's holds a NUL.
            '\0' => {}
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
