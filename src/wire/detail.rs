//! What a problem says of values: what was there, what belongs there.

use crate::topology::KindName;

/// What stands where JSON cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// The text ends.
    End,
    /// This character.
    Character(char),
    /// A control character or line break inside a text.
    Control,
    /// A number that no computer holds.
    HugeNumber,
}

/// What a value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `{…}`.
    Object,
    /// `[…]`.
    List,
    /// `"…"`.
    Text,
    /// A number.
    Number,
    /// A list of entries or `"none"`.
    Whitelist,
    /// A list of vSwitch ids or `"vpc"`.
    Snat,
}

/// The type of a value that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// `"…"`.
    Text,
    /// `[…]`.
    List,
    /// `{…}`.
    Object,
}

/// What an id can be the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A node of a kind.
    Node(KindName),
    /// A connection.
    Connection,
    /// A task.
    Task,
}

/// The range of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// A whole number, both ends included.
    Whole(u32, u32),
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
}
