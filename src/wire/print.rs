//! Prints JSON for people: two blanks for each level, and on one line whatever fits there.

use std::fmt::Write;

use crate::wire::value::{Value, whole};

/// The longest line that holds a whole list or object, in bytes.
const WIDTH: usize = 100;

/// The value as text, with a line break at the end.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    print(&mut text, value, Line { indent: 0, taken: 0, outermost: true });
    text.push('\n');
    text
}

/// Where a value is printed.
#[derive(Clone, Copy)]
struct Line {
    /// How many levels are around it.
    indent: usize,
    /// How many bytes of the line are taken before and after it.
    taken: usize,
    /// The document itself always has a line for each field.
    outermost: bool,
}

fn print(text: &mut String, value: &Value, line: Line) {
    let start = text.len();
    let room = WIDTH.saturating_sub(line.indent * 2 + line.taken);
    if !line.outermost && flatten(text, value, start + room) {
        return;
    }
    text.truncate(start);
    match value {
        Value::List(items) => {
            print_parts(text, ["[", "]"], items.iter().map(|item| (None, item)), line.indent + 1);
        }
        Value::Object(fields) => {
            let parts = fields.iter().map(|(name, value)| (Some(name.as_str()), value));
            print_parts(text, ["{", "}"], parts, line.indent + 1);
        }
        other => scalar(text, other),
    }
}

fn print_parts<'v>(
    text: &mut String,
    [open, close]: [&str; 2],
    parts: impl Iterator<Item = (Option<&'v str>, &'v Value)>,
    indent: usize,
) {
    text.push_str(open);
    for (at, (name, value)) in parts.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        indented(text, indent);
        let start = text.len();
        if let Some(name) = name {
            label(text, name);
        }
        print(text, value, Line { indent, taken: text.len() - start + 1, outermost: false });
    }
    text.push('\n');
    indented(text, indent - 1);
    text.push_str(close);
}

fn indented(text: &mut String, levels: usize) {
    (0..levels).for_each(|_| text.push_str("  "));
}

fn label(text: &mut String, name: &str) {
    quote(text, name);
    text.push_str(": ");
}

/// Adds the value to a line; `false` as soon as the text is longer than `most` bytes.
fn flatten(text: &mut String, value: &Value, most: usize) -> bool {
    let whole = match value {
        Value::List(items) => {
            text.push('[');
            let fits = items.iter().enumerate().all(|(at, item)| {
                text.push_str(if at == 0 { "" } else { ", " });
                flatten(text, item, most)
            });
            text.push(']');
            fits
        }
        Value::Object(fields) => {
            text.push_str(if fields.is_empty() { "{" } else { "{ " });
            let fits = fields.iter().enumerate().all(|(at, (name, value))| {
                text.push_str(if at == 0 { "" } else { ", " });
                label(text, name);
                flatten(text, value, most)
            });
            text.push_str(if fields.is_empty() { "}" } else { " }" });
            fits
        }
        other => {
            scalar(text, other);
            true
        }
    };
    whole && text.len() <= most
}

fn scalar(text: &mut String, value: &Value) {
    match value {
        Value::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&number_text(*number)),
        Value::Text(string) => quote(text, string),
        Value::Null | Value::List(_) | Value::Object(_) => text.push_str("null"),
    }
}

/// The shortest text that reads as the same number.
pub fn number_text(number: f64) -> String {
    whole(number).map_or_else(|| number.to_string(), |number| number.to_string())
}

/// The text as JSON writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quote(&mut quoted, text);
    quoted
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    // Nearly every text is written as it is.
    if text.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\')) {
        out.push_str(text);
    } else {
        text.chars().for_each(|c| escape(out, c));
    }
    out.push('"');
}

fn escape(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if c < ' ' => drop(write!(out, "\\u{:04x}", u32::from(c))),
        c => out.push(c),
    }
}
