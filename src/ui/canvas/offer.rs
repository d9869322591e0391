//! What stands beside the pointer for a while: a reason, or what can be chosen after a line was drawn.

use crate::base::Id;
use crate::diagram::Point;
use crate::session::PaletteItem;
use crate::topology::ConnectionKind;

/// A rule, and where on the surface it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hint {
    pub(super) at: Point,
    pub(super) text: String,
    /// Whether it says what will happen; otherwise why nothing will.
    pub(super) allows: bool,
}

/// What can be chosen after a line was drawn, and where the line was let go.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) at: Point,
    pub(super) offers: Vec<Offer>,
}

/// One of these.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Offer {
    /// Two networks are joined by a connection of a kind.
    Join { from: Id, to: Id, kind: ConnectionKind },
    /// Something is made there, and the line leads to it.
    New { from: Id, item: PaletteItem },
}
