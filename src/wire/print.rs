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
    let room = WIDTH.saturating_sub(line.indent * 2 + line.taken);
    let short = if line.outermost { None } else { flat(value, room) };
    match value {
        Value::List(items) if short.is_none() => {
            let parts = items.iter().map(|item| (String::new(), item));
            print_parts(text, ["[", "]"], parts, line.indent + 1);
        }
        Value::Object(fields) if short.is_none() => {
            let parts = fields.iter().map(|(name, value)| (format!("{}: ", quoted(name)), value));
            print_parts(text, ["{", "}"], parts, line.indent + 1);
        }
        other => text.push_str(&short.unwrap_or_else(|| scalar(other))),
    }
}

fn print_parts<'v>(
    text: &mut String,
    [open, close]: [&str; 2],
    parts: impl Iterator<Item = (String, &'v Value)>,
    indent: usize,
) {
    text.push_str(open);
    for (at, (label, value)) in parts.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(indent));
        text.push_str(&label);
        print(text, value, Line { indent, taken: label.len() + 1, outermost: false });
    }
    text.push('\n');
    text.push_str(&"  ".repeat(indent - 1));
    text.push_str(close);
}

/// The value on one line, where it is no longer than `room`.
fn flat(value: &Value, room: usize) -> Option<String> {
    let mut text = String::new();
    flatten(&mut text, value, room).then_some(text)
}

/// Adds the value to a line; `false` as soon as the line is too long.
fn flatten(text: &mut String, value: &Value, room: usize) -> bool {
    let whole = match value {
        Value::List(items) => {
            text.push('[');
            let fits = items.iter().enumerate().all(|(at, item)| {
                text.push_str(if at == 0 { "" } else { ", " });
                flatten(text, item, room)
            });
            text.push(']');
            fits
        }
        Value::Object(fields) => {
            text.push_str(if fields.is_empty() { "{" } else { "{ " });
            let fits = fields.iter().enumerate().all(|(at, (name, value))| {
                text.push_str(if at == 0 { "" } else { ", " });
                text.push_str(&quoted(name));
                text.push_str(": ");
                flatten(text, value, room)
            });
            text.push_str(if fields.is_empty() { "}" } else { " }" });
            fits
        }
        other => {
            text.push_str(&scalar(other));
            true
        }
    };
    whole && text.len() <= room
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Truth(truth) => truth.to_string(),
        Value::Number(number) => number_text(*number),
        Value::Text(text) => quoted(text),
        Value::Null | Value::List(_) | Value::Object(_) => "null".to_owned(),
    }
}

/// The shortest text that reads as the same number.
pub fn number_text(number: f64) -> String {
    whole(number).map_or_else(|| number.to_string(), |number| number.to_string())
}

/// The text as JSON writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c < ' ' => drop(write!(quoted, "\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
