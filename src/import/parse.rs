//! Text to trees: one JSON value after another, with what is not allow-listed dropped while it is read. What is secret
//! never becomes part of a value; only that it was there is counted. A broken value does not hide the ones after it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::import::kept;
use crate::import::tree::Tree;
use crate::wire::{DocumentProblem, Syntax};

/// So many broken values of one text are passed over; a text with more is no answer with faults.
const MOST: usize = 10_000;

/// How many unknown names of a value are told, and how long.
const NAMES: usize = 4;
const NAME_LENGTH: usize = 40;

/// One value of a text.
pub(super) struct Piece<'t> {
    /// What was kept of it.
    pub(super) tree: Tree,
    /// What was not.
    pub(super) dropped: Dropped,
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// As it stands.
    pub(super) text: &'t str,
}

/// What was left out of a value.
#[derive(Default)]
pub(super) struct Dropped {
    /// Secrets: by kind, how many.
    pub(super) secrets: BTreeMap<&'static str, usize>,
    /// Outermost fields that nobody asks for.
    pub(super) names: Vec<String>,
}

/// Every value in `text`, and what is wrong where; tells after each how many bytes were read.
pub(super) fn pieces<'t>(
    text: &'t str,
    tell: &mut dyn FnMut(usize),
) -> (Vec<Piece<'t>>, Vec<DocumentProblem>) {
    let (mut pieces, mut problems) = (Vec::new(), Vec::new());
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(rest) = text.get(at..) {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Read>();
        let mut begin = 0;
        let error = loop {
            let value = values.next();
            let end = values.byte_offset();
            match value {
                None => return (pieces, problems),
                Some(Err(error)) => break error,
                Some(Ok(Read(tree, dropped))) => {
                    let own = rest.get(begin..end).unwrap_or_default();
                    let first = at + begin + (own.len() - own.trim_start().len());
                    line += lines(text, counted, first);
                    counted = first;
                    pieces.push(Piece { tree, dropped, line, text: own.trim() });
                    begin = end;
                    tell(at + end);
                }
            }
        };
        line += lines(text, counted, at);
        counted = at;
        problems.push(problem(rest, line - 1, &error));
        let broken = at + offset(rest, error.line(), error.column());
        match next_value(text, broken).filter(|next| *next > at && problems.len() < MOST) {
            Some(next) => at = next,
            None => break,
        }
    }
    (pieces, problems)
}

/// The values in a text that a field holds, as one; nothing where it is no JSON.
fn embedded(text: &str, notes: &RefCell<Dropped>) -> Tree {
    let mut json = serde_json::Deserializer::from_str(text);
    let keep = Keep { notes, outermost: false, field: "" };
    keep.deserialize(&mut json).ok().filter(|_| json.end().is_ok()).unwrap_or(Tree::Null)
}

/// How many lines end between two places.
fn lines(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |between| between.matches('\n').count())
}

/// The place of a line and a column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let begin: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (begin + column).min(text.len())
}

/// Where the next value begins: at the start of a line, which inside a value is indented.
fn next_value(text: &str, after: usize) -> Option<usize> {
    let from = after.saturating_sub(2);
    let rest = text.as_bytes().get(from..)?;
    let found = rest.windows(2).position(|pair| matches!(pair, b"\n{" | b"\n["))?;
    Some(from + found + 1)
}

/// What is wrong, with line and column in characters, from 1; `before` lines stand above `text`.
fn problem(text: &str, before: usize, error: &serde_json::Error) -> DocumentProblem {
    let held = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let column = held.char_indices().take_while(|(at, _)| *at + 1 < error.column()).count();
    let message = error.to_string();
    let found = match held.chars().nth(column) {
        _ if message.starts_with("number out of range") => Syntax::HugeNumber,
        _ if message.starts_with("control character") => Syntax::Control,
        Some(character) if !error.is_eof() => Syntax::Character(character),
        _ => Syntax::End,
    };
    let (line, column) = (before + error.line().max(1), column + 1);
    if message.starts_with("recursion limit") {
        DocumentProblem::TooDeep { line, column }
    } else {
        DocumentProblem::NotJson { line, column, found }
    }
}

/// A value as it is read.
struct Read(Tree, Dropped);

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        let notes = RefCell::default();
        let tree = Keep { notes: &notes, outermost: true, field: "" }.deserialize(json)?;
        Ok(Self(tree, notes.into_inner()))
    }
}

/// Reads a value and keeps what is allow-listed.
#[derive(Clone, Copy)]
struct Keep<'a> {
    notes: &'a RefCell<Dropped>,
    outermost: bool,
    /// The field that the value is of.
    field: &'static str,
}

impl<'de> DeserializeSeed<'de> for Keep<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Tree, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keep<'_> {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(match kept::form(self.field) {
            kept::Form::Plain => Tree::Text(text.to_owned()),
            kept::Form::Location => {
                kept::host_of(text).map_or(Tree::Null, |host| Tree::Text(host.to_owned()))
            }
            kept::Form::Json => embedded(text, self.notes),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut json: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = json.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut json: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = json.next_key::<String>()? {
            match kept::name(&name) {
                Some(field) => {
                    let inner = Keep { notes: self.notes, outermost: false, field };
                    fields.push((field, json.next_value_seed(inner)?));
                }
                None => {
                    let secret = kept::secret(&name);
                    if self.outermost && secret.is_none() {
                        note_name(&mut self.notes.borrow_mut().names, &name);
                    }
                    json.next_value_seed(Skim { notes: self.notes, secret })?;
                }
            }
        }
        Ok(Tree::Object(fields))
    }
}

fn note_name(names: &mut Vec<String>, name: &str) {
    if names.len() < NAMES {
        names.push(name.chars().take(NAME_LENGTH).collect());
    }
}

/// Passes over a value and counts the secrets in it.
#[derive(Clone, Copy)]
struct Skim<'a> {
    notes: &'a RefCell<Dropped>,
    secret: Option<&'static str>,
}

impl Skim<'_> {
    fn count(self) {
        if let Some(kind) = self.secret {
            *self.notes.borrow_mut().secrets.entry(kind).or_default() += 1;
        }
    }
}

impl<'de> DeserializeSeed<'de> for Skim<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skim<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.count();
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.count();
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.count();
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if !text.is_empty() {
            self.count();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut json: A) -> Result<(), A::Error> {
        while json.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut json: A) -> Result<(), A::Error> {
        // A secret that is written as an object is one secret.
        let mut says_something = false;
        while let Some(name) = json.next_key::<String>()? {
            json.next_value_seed(Skim { notes: self.notes, secret: kept::secret(&name) })?;
            says_something = true;
        }
        if says_something {
            self.count();
        }
        Ok(())
    }
}
