//! Follows the structure of a stream byte by byte: in which field, how far into its value, and which earlier value it
//! resembles. What it knows is what makes the next byte likely. Frozen with the packing.

use crate::link::stream::{CLOSE, END, FIRST_KEY, LIST, NAMED, NUMBER, OBJECT};

/// A list or an object that is open.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The field it is the value of.
    key: u8,
    /// Lists have no fields.
    is_object: bool,
    /// How many values it holds so far.
    count: u8,
    /// The last field; at first the first one.
    last: u8,
    /// The first word of an object: its kind.
    kind: u32,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Key,
    Name,
    Value,
    Text,
}

/// Where in the structure the stream is.
#[derive(Clone)]
pub(super) struct Shape {
    /// Everything so far.
    pub(super) history: Vec<u8>,
    levels: Vec<Level>,
    next: Next,
    /// The field of the value.
    key: u8,
    /// What the value so far hashes to.
    pub(super) prefix: u32,
    /// Where the value starts.
    start: usize,
    /// The earlier value of the same column, and whether it has agreed so far.
    pub(super) column: Like,
    /// The network that an address probably lies in, or the id that a name resembles.
    pub(super) related: Like,
    /// The start of the last value of each column.
    columns: Vec<u32>,
    /// The starts of the last block and of the last id.
    network: usize,
    id: usize,
}

/// An earlier value that this one may resemble.
#[derive(Clone, Copy, Default)]
pub(super) struct Like {
    /// Where its next byte stands; 0 is nowhere.
    at: usize,
    /// How often it was wrong.
    pub(super) missed: u32,
    /// How often it was right since.
    pub(super) right: u32,
}

pub(super) fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash ^ value.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 15)
}

fn key_of(name: u8) -> u8 {
    name.saturating_sub(FIRST_KEY)
}

impl Shape {
    pub(super) fn new() -> Self {
        Self {
            history: vec![END],
            levels: Vec::new(),
            next: Next::Value,
            key: 0,
            prefix: 0,
            start: 1,
            column: Like::default(),
            related: Like::default(),
            columns: vec![0; 1 << 12],
            network: 0,
            id: 0,
        }
    }

    /// Whether a whole value has been read.
    pub(super) fn is_whole(&self) -> bool {
        self.levels.is_empty() && self.next == Next::Value && self.history.len() > 1
    }

    /// What kind of byte comes next, for what is learned of all fields together.
    pub(super) fn part(&self) -> u32 {
        let number = u32::from(self.history.get(self.start).is_some_and(|first| *first == NUMBER));
        match self.next {
            Next::Key => 0,
            Next::Name => 1,
            Next::Value => 2,
            Next::Text => 3 + number,
        }
    }

    /// The field, and its place in a list.
    pub(super) fn place(&self) -> u32 {
        let level = self.levels.last().copied().unwrap_or_default();
        match self.next {
            Next::Key => 0x1000 + u32::from(level.last),
            _ if level.is_object => u32::from(self.key),
            _ => u32::from(self.key) + 0x100 * (1 + u32::from(level.count.min(3))),
        }
    }

    /// The kind of the object around.
    pub(super) fn kind(&self) -> u32 {
        let around = self.levels.iter().rev().find(|level| level.is_object);
        around.map_or(0, |level| level.kind)
    }

    /// Takes the next byte.
    pub(super) fn push(&mut self, byte: u8) {
        self.history.push(byte);
        self.column.follow(&self.history, byte);
        self.related.follow(&self.history, byte);
        self.prefix = mix(self.prefix.wrapping_add(1), u32::from(byte));
        match self.next {
            Next::Key | Next::Value if byte == CLOSE => {
                self.levels.pop();
                self.done();
            }
            Next::Key => {
                self.key = key_of(byte);
                if let Some(level) = self.levels.last_mut() {
                    level.last = self.key;
                }
                if byte == NAMED {
                    self.next = Next::Name;
                } else {
                    self.begin();
                }
            }
            Next::Name if byte == END => self.begin(),
            Next::Value if byte == LIST || byte == OBJECT => {
                self.levels.push(Level { key: self.key, is_object: byte == OBJECT, ..Level::default() });
                self.done();
            }
            Next::Value if byte == END => self.done(),
            Next::Text if byte == END => self.done(),
            Next::Value if (CLOSE..NAMED).contains(&byte) => self.done(),
            Next::Value => self.next = Next::Text,
            Next::Name | Next::Text => {}
        }
    }

    /// A value is over, or a list or object has begun.
    fn done(&mut self) {
        let value = self.prefix;
        if let Some(level) = self.levels.last_mut() {
            level.count = level.count.saturating_add(1);
            if level.is_object && level.kind == 0 && level.count == 2 {
                level.kind = value | 1;
            }
            if !level.is_object {
                self.key = level.key;
            }
            self.next = if level.is_object { Next::Key } else { Next::Value };
        } else {
            self.next = Next::Value;
        }
        self.start_value();
    }

    /// The name of a field is over.
    fn begin(&mut self) {
        self.next = Next::Value;
        self.start_value();
    }

    fn start_value(&mut self) {
        self.start = self.history.len();
        self.prefix = 0;
        let column = mix(mix(self.kind(), self.place()), 7) >> 20;
        let held = self.columns.get_mut(column as usize);
        let last = held.map_or(0, |held| std::mem::replace(held, u32::try_from(self.start).unwrap_or(0)));
        self.column = Like { at: last as usize, ..Like::default() };
        let related = match self.key {
            14 | 15 | 18 | 22 | 28 | 32 | 34 => self.network,

            _ => self.id,
        };
        self.related = Like { at: related, ..Like::default() };
        match self.key {
            14 | 15 if self.next == Next::Value => self.network = self.start,
            8 if self.next == Next::Value => self.id = self.start,
            _ => {}
        }
    }
}

impl Like {
    /// The byte that is expected next.
    pub(super) fn expected(self, history: &[u8]) -> Option<u8> {
        if self.at == 0 { None } else { history.get(self.at).copied() }
    }

    pub(super) fn of(at: usize, right: u32) -> Self {
        if right == 0 { Self::default() } else { Self { at, right, missed: 0 } }
    }

    /// Follows a repetition until it is wrong.
    pub(super) fn advance(&mut self, history: &[u8], byte: u8) {
        self.follow(history, byte);
        if self.missed > 0 {
            *self = Self::default();
        }
    }

    /// Whether it has somewhere to look.
    pub(super) fn is_followed(self) -> bool {
        self.at > 0
    }

    fn follow(&mut self, history: &[u8], byte: u8) {
        if let Some(expected) = self.expected(history) {
            if expected == byte {
                self.right += 1;
            } else {
                self.missed += 1;
                self.right = 0;
            }
            self.at += 1;
        }
    }
}
