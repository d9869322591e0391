//! A JSON tree as bytes, and back: one byte for each field of the format, texts as they are. Signs below 0x20 are
//! structure. Knows nothing of documents beyond the names of their fields.

use crate::base::order;
use crate::wire::{Value, number_text};

/// Ends a text or a number.
pub(super) const END: u8 = 0;
/// Before the digits of a number.
pub(super) const NUMBER: u8 = 1;
/// Begins a list.
pub(super) const LIST: u8 = 2;
/// Begins an object.
pub(super) const OBJECT: u8 = 3;
/// Ends a list or an object.
pub(super) const CLOSE: u8 = 4;
/// The values that have a word of their own.
const NULL: u8 = 5;
const TRUE: u8 = 6;
const FALSE: u8 = 7;
/// Before the text of a field that [`KEYS`] does not have.
pub(super) const NAMED: u8 = 0x1e;
/// Before a sign below 0x20 inside a text, which then has [`SHIFT`] added.
const ESCAPE: u8 = 0x1f;
const SHIFT: u8 = 0x40;
/// The byte of the first field.
pub(super) const FIRST_KEY: u8 = 0x20;
/// How deep values may nest: the format with its nodes inside each other needs 18.
pub(super) const MAX_DEPTH: usize = 24;

/// The fields in the order in which they are written: what tells most about the rest comes first. Frozen.
pub(super) const KEYS: [&str; 53] = [
    "reachplan",
    "title",
    "kind",
    "type",
    "product",
    "region",
    "network",
    "resource_group",
    "id",
    "name",
    "note",
    "uid",
    "site",
    "provider",
    "cidr",
    "cidrs",
    "zone",
    "cloud_id",
    "addresses",
    "host",
    "port",
    "endpoint",
    "whitelist",
    "vswitch",
    "direction",
    "action",
    "protocol",
    "ports",
    "peer",
    "priority",
    "rules",
    "security_group",
    "to",
    "via",
    "routes",
    "eips",
    "previous_eips",
    "snat",
    "spec",
    "cu",
    "bindings",
    "state",
    "attachments",
    "bandwidth_mbps",
    "edition",
    "reads",
    "writes",
    "mode",
    "threads",
    "data_source",
    "at",
    "nodes",
    "connections",
];

/// The place of a field among the others; what is not known comes last.
fn rank(name: &str) -> usize {
    KEYS.iter().position(|key| *key == name).unwrap_or(KEYS.len())
}

/// The bytes of a tree.
pub(super) fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.push(NULL),
        Value::Truth(true) => out.push(TRUE),
        Value::Truth(false) => out.push(FALSE),
        Value::Number(number) => {
            out.push(NUMBER);
            text(&number_text(*number), out);
        }
        Value::Text(held) => text(held, out),
        Value::List(items) => {
            out.push(LIST);
            items.iter().for_each(|item| write(item, out));
            out.push(CLOSE);
        }
        Value::Object(fields) => {
            out.push(OBJECT);
            let mut fields: Vec<_> = fields.iter().map(|(name, value)| (rank(name), name, value)).collect();
            order::sort_by_key(&mut fields, |(rank, _, _)| *rank);
            for (rank, name, value) in fields {
                match u8::try_from(rank) {
                    Ok(rank) if usize::from(rank) < KEYS.len() => out.push(FIRST_KEY + rank),
                    _ => {
                        out.push(NAMED);
                        text(name, out);
                    }
                }
                write(value, out);
            }
            out.push(CLOSE);
        }
    }
}

fn text(text: &str, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        if byte < FIRST_KEY {
            out.extend([ESCAPE, byte + SHIFT]);
        } else {
            out.push(byte);
        }
    }
    out.push(END);
}

/// The tree in the bytes, all of them; `None` where they are not one.
pub(super) fn read(bytes: &[u8]) -> Option<Value> {
    let mut rest = bytes.iter().copied();
    let first = rest.next()?;
    let value = read_value(first, &mut rest, 0)?;
    rest.next().is_none().then_some(value)
}

type Bytes<'a> = std::iter::Copied<std::slice::Iter<'a, u8>>;

fn read_value(first: u8, rest: &mut Bytes<'_>, depth: usize) -> Option<Value> {
    if depth > MAX_DEPTH {
        return None;
    }
    Some(match first {
        NULL => Value::Null,
        TRUE => Value::Truth(true),
        FALSE => Value::Truth(false),
        NUMBER => {
            let next = rest.next()?;
            let number: f64 = read_text(next, rest)?.parse().ok()?;
            Value::Number(Some(number).filter(|number| number.is_finite())?)
        }
        LIST => {
            let mut items = Vec::new();
            loop {
                match rest.next()? {
                    CLOSE => break Value::List(items),
                    next => items.push(read_value(next, rest, depth + 1)?),
                }
            }
        }
        OBJECT => {
            let mut fields = Vec::new();
            loop {
                let name = match rest.next()? {
                    CLOSE => break Value::Object(fields),
                    NAMED => {
                        let next = rest.next()?;
                        read_text(next, rest)?
                    }
                    key => (*KEYS.get(usize::from(key.checked_sub(FIRST_KEY)?))?).to_owned(),
                };
                let next = rest.next()?;
                fields.push((name, read_value(next, rest, depth + 1)?));
            }
        }
        first => Value::Text(read_text(first, rest)?),
    })
}

fn read_text(first: u8, rest: &mut Bytes<'_>) -> Option<String> {
    let mut bytes = Vec::new();
    let mut next = first;
    loop {
        match next {
            END => return String::from_utf8(bytes).ok(),
            ESCAPE => bytes.push(rest.next()?.checked_sub(SHIFT).filter(|byte| *byte < FIRST_KEY)?),
            FIRST_KEY.. => bytes.push(next),
            _ => return None,
        }
        next = rest.next()?;
    }
}
