//! Calls, their arguments, and what is to be said beside them.

use crate::base::{Block, Id, block_text};
use crate::cloud::Unknown;

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// As it is.
    Text(String),
    /// To be asked for.
    Unknown(Unknown),
    /// Several with commas between them.
    List(Vec<Arg>),
}

/// One call of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The product, as the client calls it.
    pub product: &'static str,
    /// The operation.
    pub api: &'static str,
    /// How its parameters are written.
    pub style: Style,
    /// The parameters, in order.
    pub params: Vec<(&'static str, Arg)>,
    /// The account with whose credentials it is made, where the drawing has one.
    pub account: Option<Id>,
    /// What the answer tells, and the field that does.
    pub gives: Option<(Unknown, &'static str)>,
}

/// How the parameters of a call are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One by one.
    Plain,
    /// Those of the body as one JSON text, in which this list of addresses stands for `{}`.
    Json(&'static str),
}

/// A step as calls, and what is to be said about them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doing {
    /// The calls, in order; none where none is known.
    pub calls: Vec<Call>,
    /// What is to be said.
    pub remarks: Vec<Remark>,
}

/// What is to be said about a step beside its calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No call is known: the console does it.
    Console,
    /// The calls of this kind are documented for serverless groups alone.
    Serverless,
    /// A network or connection has to be created before.
    CreateFirst(Id),
    /// The call needs the list to exist.
    ListMustExist,
    /// Lists of an instance in enhanced mode are of one network type.
    EnhancedMode,
    /// Another edition of the product has another call.
    OtherEdition,
    /// Two zones are advised.
    TwoZones,
    /// A route to the same block has to go first; it leads to this connection.
    RemoveRoute(Id),
    /// The route of another association has to go first.
    RemoveDataworksRoute(Id),
    /// The former association is removed afterwards.
    RemoveBinding(Id),
    /// This entry is removed afterwards, where nothing else needs it.
    RemoveEntry(String),
    /// What joins the two regions may exist already.
    MayExist,
}

impl Arg {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A block, or a single address.
    pub fn block(block: Block) -> Self {
        Self::Text(block_text(block))
    }

    /// A block with its mask, also where it is a single address.
    pub fn block_with_mask(block: Block) -> Self {
        Self::Text(block.to_string())
    }

    /// What is not known in it.
    pub fn unknowns(&self) -> Vec<&Unknown> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Unknown(unknown) => vec![unknown],
            Self::List(args) => args.iter().flat_map(Self::unknowns).collect(),
        }
    }
}

impl Call {
    pub(super) fn new(product: &'static str, api: &'static str, account: Option<Id>) -> Self {
        Self { product, api, style: Style::Plain, params: Vec::new(), account, gives: None }
    }

    pub(super) fn with(mut self, name: &'static str, value: Arg) -> Self {
        self.params.push((name, value));
        self
    }

    pub(super) fn fixed(self, name: &'static str, value: &str) -> Self {
        self.with(name, Arg::text(value))
    }

    pub(super) fn giving(mut self, unknown: Unknown, field: &'static str) -> Self {
        self.gives = Some((unknown, field));
        self
    }
}

impl Doing {
    /// Nothing but something to say.
    pub(super) fn only(remark: Remark) -> Self {
        Self { calls: Vec::new(), remarks: vec![remark] }
    }

    pub(super) fn call(call: Call) -> Self {
        Self { calls: vec![call], remarks: Vec::new() }
    }

    pub(super) fn saying(mut self, remark: Remark) -> Self {
        self.remarks.push(remark);
        self
    }
}
