//! What can be wrong with a document. Values only: the words are in `i18n`, one arm for each variant.

use crate::base::{BlockProblem, PortProblem};
use crate::topology::{ConnectionKind, KindName};
use crate::wire::detail::{Found, Limits, Shape, Syntax, Thing};

/// A problem of a document, with the place it is at.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The JSON path, such as `nodes[3].cidr`; empty for the document as a whole.
    pub path: String,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong, by theme.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The text as a whole.
    Document(DocumentProblem),
    /// One value.
    Value(ValueProblem),
    /// An id, a reference or a place.
    Id(IdProblem),
    /// What is joined.
    Network(NetworkProblem),
}

/// A problem of the text as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentProblem {
    /// More bytes than a document may have.
    TooLarge {
        /// How many.
        bytes: usize,
    },
    /// More nodes than a document may have.
    TooManyNodes {
        /// How many.
        count: usize,
    },
    /// Values nest deeper than the format does.
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
    },
    /// The bytes are no UTF-8 text.
    NotUtf8 {
        /// How many bytes are text.
        at: usize,
    },
    /// The text is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is there.
        found: Syntax,
    },
    /// The document was made by a newer version.
    NewerVersion {
        /// The version it has.
        found: f64,
    },
    /// There never was such a version.
    UnknownVersion {
        /// The version it has.
        found: f64,
    },
}

/// A problem of one value. Texts that were typed are kept as typed.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueProblem {
    /// A value of another type.
    WrongType {
        /// What belongs there.
        expected: Shape,
        /// What is there.
        found: Found,
    },
    /// The format has no such field there.
    UnknownField {
        /// The field that was probably meant.
        nearest: Option<&'static str>,
        /// The fields that can stand there.
        known: Vec<&'static str>,
    },
    /// The same field twice in one object.
    RepeatedField,
    /// A required field is absent.
    Missing,
    /// A word that is not one of those that can stand there.
    UnknownWord {
        /// The word.
        typed: String,
        /// The word that was probably meant.
        nearest: Option<&'static str>,
        /// The words that can stand there.
        known: Vec<&'static str>,
    },
    /// Not a canonical IPv4 block.
    NotABlock {
        /// The text.
        typed: String,
        /// Why.
        problem: BlockProblem,
    },
    /// Not an IPv4 address.
    NotAnAddress {
        /// The text.
        typed: String,
        /// Why.
        problem: BlockProblem,
    },
    /// Not a range of ports.
    NotPorts {
        /// The text.
        typed: String,
        /// Why.
        problem: PortProblem,
    },
    /// The title is too long.
    TitleTooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// The task neither reads nor writes.
    NoEnds,
    /// The number is out of range.
    OutOfRange {
        /// The number.
        found: f64,
        /// What is allowed.
        limits: Limits,
    },
}

/// A problem of an id, a reference or a place.
#[derive(Clone, Debug, PartialEq)]
pub enum IdProblem {
    /// Not the form of an id.
    BadId {
        /// The text.
        typed: String,
    },
    /// The id belongs to something else already.
    DuplicateId {
        /// The id.
        typed: String,
        /// The path of the first one.
        first: String,
    },
    /// A reference to nothing.
    NoSuchId {
        /// The id.
        typed: String,
    },
    /// A reference to something of another kind.
    WrongKind {
        /// The id.
        typed: String,
        /// What it is the id of.
        found: Thing,
        /// What can stand there.
        expected: Vec<Thing>,
    },
    /// A position for something that is not drawn.
    NotDrawn {
        /// The task.
        task: String,
    },
    /// Nothing can be around a node of this kind.
    Outermost {
        /// The kind.
        kind: KindName,
    },
    /// The node lies inside itself.
    Circle,
    /// There is an Internet already.
    SecondInternet {
        /// The id of the first one.
        first: String,
    },
}

/// A problem of what is joined.
#[derive(Clone, Debug, PartialEq)]
pub enum NetworkProblem {
    /// The connection cannot hold a network of this kind.
    CannotJoin {
        /// The kind of connection.
        connection: ConnectionKind,
        /// The kind of network.
        network: KindName,
    },
    /// The connection holds as many networks as it can.
    TooManyNetworks {
        /// The kind of connection.
        connection: ConnectionKind,
        /// How many it can hold.
        most: usize,
    },
    /// The connection has one data center already.
    SecondDataCenter {
        /// The kind of connection.
        connection: ConnectionKind,
    },
    /// The network is attached to this connection already.
    AttachedTwice {
        /// The network.
        network: String,
    },
    /// The next hop is a connection that does not hold this network.
    NotAttached {
        /// The connection.
        connection: String,
        /// The network.
        network: String,
    },
    /// The group is bound to this vSwitch already.
    BoundTwice {
        /// The vSwitch.
        vswitch: String,
    },
    /// A field that only a CEN has.
    OnlyForCen {
        /// The kind of connection.
        connection: ConnectionKind,
    },
}

impl Problem {
    /// A problem of the document as a whole.
    pub(super) fn of_document(problem: DocumentProblem) -> Self {
        Self { path: String::new(), what: problem.into() }
    }
}

impl From<DocumentProblem> for What {
    fn from(problem: DocumentProblem) -> Self {
        Self::Document(problem)
    }
}

impl From<ValueProblem> for What {
    fn from(problem: ValueProblem) -> Self {
        Self::Value(problem)
    }
}

impl From<IdProblem> for What {
    fn from(problem: IdProblem) -> Self {
        Self::Id(problem)
    }
}

impl From<NetworkProblem> for What {
    fn from(problem: NetworkProblem) -> Self {
        Self::Network(problem)
    }
}
