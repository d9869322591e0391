//! The reader's hand: walks through a JSON value, knows the path it is at, and collects what is wrong. A value that
//! cannot be read gives `None` and at least one problem, so the caller just goes on with the rest.

use std::collections::BTreeSet;

use crate::base::order;
use crate::wire::names::Names;
use crate::wire::nearest::nearest;
use crate::wire::print::quoted;
use crate::wire::value::Value;
use crate::wire::{Problem, Shape, ValueProblem, What};

/// Walks through a document.
#[derive(Debug)]
pub(super) struct Reader<'v> {
    /// The ids of the document.
    pub(super) names: &'v Names<'v>,
    path: Vec<Step<'v>>,
    /// Problems with their place as a list of positions, which sorts as the text reads.
    problems: Vec<(Vec<usize>, Problem)>,
}

/// One step from a value to a value inside it.
#[derive(Clone, Copy, Debug)]
enum Step<'v> {
    Field { name: &'v str, at: usize },
    Item { at: usize },
}

/// The fields of an object that are known to be an object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Object<'v>(&'v [(String, Value)]);

impl<'v> Reader<'v> {
    /// A reader at the top of a document.
    pub(super) fn new(names: &'v Names<'v>) -> Self {
        Self { names, path: Vec::new(), problems: Vec::new() }
    }

    /// Every problem, in order of place.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        order::sort_by(&mut self.problems, |(a, _), (b, _)| a.cmp(b));
        self.problems.into_iter().map(|(_, problem)| problem).collect()
    }

    /// Notes a problem of the value at hand.
    pub(super) fn report(&mut self, what: impl Into<What>) {
        let place = self.path.iter().map(Step::position).collect();
        self.problems.push((place, Problem { path: path_text(&self.path), what: what.into() }));
    }

    /// Notes a problem of a field of the value at hand, there or not.
    pub(super) fn report_field(&mut self, object: Object<'v>, name: &'v str, what: impl Into<What>) {
        let at = object.position(name).unwrap_or(object.0.len());
        self.within(Step::Field { name, at }, |reader| reader.report(what));
    }

    /// The position of the item at hand in its list.
    pub(super) fn position(&self) -> usize {
        self.path.last().map_or(0, Step::position)
    }

    fn within<T>(&mut self, step: Step<'v>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// The value at hand as an object. Fields that are not `known` and repeated ones are problems.
    pub(super) fn object(&mut self, value: &'v Value, known: &[&'static str]) -> Option<Object<'v>> {
        let object = self.open_object(value)?;
        for (at, (name, _)) in object.0.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let what =
                    ValueProblem::UnknownField { nearest: nearest(name, known), known: known.to_vec() };
                self.within(Step::Field { name, at }, |reader| reader.report(what));
            }
        }
        Some(object)
    }

    /// The value at hand as an object with any fields. Repeated ones are problems.
    pub(super) fn open_object(&mut self, value: &'v Value) -> Option<Object<'v>> {
        let Value::Object(fields) = value else {
            return self.wrong_type(value, Shape::Object);
        };
        let mut seen = BTreeSet::new();
        for (at, (name, _)) in fields.iter().enumerate() {
            if !seen.insert(name.as_str()) {
                self.within(Step::Field { name, at }, |reader| {
                    reader.report(ValueProblem::RepeatedField);
                });
            }
        }
        Some(Object(fields))
    }

    /// Reads a field that may be absent.
    pub(super) fn optional<T>(
        &mut self,
        object: Object<'v>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        let at = object.position(name)?;
        let (_, value) = object.0.get(at)?;
        self.within(Step::Field { name, at }, |reader| read(reader, value))
    }

    /// Reads a field that must be there.
    pub(super) fn required<T>(
        &mut self,
        object: Object<'v>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        if object.position(name).is_none() {
            self.report_field(object, name, ValueProblem::Missing);
        }
        self.optional(object, name, read)
    }

    /// Reads every item of a list.
    pub(super) fn list<T>(
        &mut self,
        value: &'v Value,
        mut read: impl FnMut(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = value else {
            return self.wrong_type(value, Shape::List);
        };
        let items = items.iter().enumerate();
        Some(
            items
                .filter_map(|(at, item)| self.within(Step::Item { at }, |reader| read(reader, item)))
                .collect(),
        )
    }

    /// Reads a list that means nothing but its emptiness where it is absent.
    pub(super) fn list_or_empty<T>(
        &mut self,
        object: Object<'v>,
        name: &'static str,
        read: impl FnMut(&mut Self, &'v Value) -> Option<T>,
    ) -> Vec<T> {
        self.optional(object, name, |reader, value| reader.list(value, read)).unwrap_or_default()
    }

    /// Reads every field of an object, with its name.
    pub(super) fn entries<T>(
        &mut self,
        value: &'v Value,
        mut read: impl FnMut(&mut Self, &'v str, &'v Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let fields = self.open_object(value)?.0.iter().enumerate();
        let read = fields.filter_map(|(at, (name, value))| {
            self.within(Step::Field { name, at }, |reader| read(reader, name, value))
        });
        Some(read.collect())
    }

    /// Notes that the value at hand is of another type.
    pub(super) fn wrong_type<T>(&mut self, value: &Value, expected: Shape) -> Option<T> {
        self.report(ValueProblem::WrongType { expected, found: value.found() });
        None
    }
}

impl<'v> Object<'v> {
    /// The fields of a value, where it is an object.
    pub(super) fn of(value: &'v Value) -> Option<Self> {
        match value {
            Value::Object(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    fn position(self, name: &str) -> Option<usize> {
        self.0.iter().position(|(held, _)| held == name)
    }

    /// Whether the field is there.
    pub(super) fn has(self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// The text of a field, where it is one.
    pub(super) fn text(self, name: &str) -> Option<&'v str> {
        self.0.iter().find(|(held, _)| held == name)?.1.text()
    }
}

impl Step<'_> {
    fn position(&self) -> usize {
        match self {
            Self::Field { at, .. } | Self::Item { at } => *at,
        }
    }
}

/// The longest part of a field name that a path shows.
const SHOWN: usize = 64;

/// The path in the notation of JavaScript: `nodes[3].whitelist`, and `layout["a.b"]` for other names.
fn path_text(steps: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in steps {
        let part = match step {
            Step::Item { at } => format!("[{at}]"),
            Step::Field { name, .. } if is_plain(name) && text.is_empty() => (*name).to_owned(),
            Step::Field { name, .. } if is_plain(name) => format!(".{name}"),
            Step::Field { name, .. } => {
                let shown: String = name.chars().take(SHOWN).collect();
                let cut = if shown.len() < name.len() { "…" } else { "" };
                format!("[{}]", quoted(&(shown + cut)))
            }
        };
        text.push_str(&part);
    }
    text
}

fn is_plain(name: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$');
    (1..=SHOWN).contains(&name.len()) && name.bytes().all(allowed)
}
