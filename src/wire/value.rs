//! JSON as it stands in the text: fields in order and repeated ones kept, so that the reader can name them. Knows
//! nothing of documents.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use crate::wire::limits::MAX_DEPTH;
use crate::wire::{DocumentProblem, Found, Syntax};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number.
    Number(f64),
    /// `"…"`.
    Text(String),
    /// `[…]`.
    List(Vec<Value>),
    /// `{…}`, fields in their order.
    Object(Vec<(String, Value)>),
}

/// The value in `text`.
pub(super) fn parse(text: &str) -> Result<Value, DocumentProblem> {
    let mut json = serde_json::Deserializer::from_str(text);
    let too_deep = Cell::new(false);
    let value = Level { depth: 0, too_deep: &too_deep }.deserialize(&mut json).and_then(|value| {
        json.end()?;
        Ok(value)
    });
    value.map_err(|error| {
        let (line, column, character) = place(text, error.line(), error.column());
        let message = error.to_string();
        let found = match character {
            _ if message.starts_with("number out of range") => Syntax::HugeNumber,
            _ if message.starts_with("control character") => Syntax::Control,
            Some(character) if !error.is_eof() => Syntax::Character(character),
            _ => Syntax::End,
        };
        if too_deep.get() {
            DocumentProblem::TooDeep { line, column }
        } else {
            DocumentProblem::NotJson { line, column, found }
        }
    })
}

/// Line and column in characters, from 1, and the character there, of a line and a column in bytes.
fn place(text: &str, line: usize, column: usize) -> (usize, usize, Option<char>) {
    let held = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = held.char_indices().take_while(|(at, _)| *at + 1 < column).count();
    (line.max(1), before + 1, held.chars().nth(before))
}

/// Reads one value at a depth.
#[derive(Clone, Copy)]
struct Level<'a> {
    depth: usize,
    too_deep: &'a Cell<bool>,
}

impl Level<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            self.too_deep.set(true);
            return Err(E::custom("too deep"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "whole numbers of the format are small; larger ones are refused anyway"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "whole numbers of the format are small; larger ones are refused anyway"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut json: A) -> Result<Value, A::Error> {
        let level = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = json.next_element_seed(level)? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut json: A) -> Result<Value, A::Error> {
        let level = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(name) = json.next_key()? {
            fields.push((name, json.next_value_seed(level)?));
        }
        Ok(Value::Object(fields))
    }
}

impl Value {
    /// The type of the value.
    pub(super) fn found(&self) -> Found {
        match self {
            Self::Null => Found::Null,
            Self::Truth(_) => Found::Truth,
            Self::Number(_) => Found::Number,
            Self::Text(_) => Found::Text,
            Self::List(_) => Found::List,
            Self::Object(_) => Found::Object,
        }
    }

    /// The first field of a name, where this is an object.
    pub fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(held, _)| held == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items, where this is a list; none otherwise.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text, where this is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// `number` as a whole number, where it is one of at most 15 digits.
pub(super) fn whole(number: f64) -> Option<i64> {
    let exact = number.fract() == 0.0 && number.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small, so the cast is exact")]
    exact.then_some(number as i64)
}

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Truth(truth) => Self::Bool(truth),
            Value::Number(number) => whole(number).map_or_else(|| Self::from(number), Self::from),
            Value::Text(text) => Self::String(text),
            Value::List(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Object(fields.into_iter().map(|(n, v)| (n, Self::from(v))).collect())
            }
        }
    }
}
