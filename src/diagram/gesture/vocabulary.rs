//! The words of a gesture: what a pointer can do, and what that can mean.

use crate::base::Id;
use crate::diagram::{Point, Rect};

/// What was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The canvas itself, or the body of a container, which then is named.
    Ground(Option<Id>),
    /// A node or connection, by a part that moves it.
    Element(Id),
    /// The dot on an element's edge from which a line is drawn.
    Port(Id),
    /// The end of a line, which can be put on something else.
    End {
        /// The element at the other end.
        fixed: Id,
        /// The element at this end.
        loose: Id,
    },
}

/// What kind of pointer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse or a pen.
    Mouse,
    /// A finger.
    Touch,
}

/// Which way a press is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The main button.
    Plain,
    /// The main button with the key that adds to the selection.
    Adding,
    /// The middle button, or the main button while space is held.
    Panning,
}

/// The keys that change what a drag does while they are held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Ctrl: neither another place nor the grid or a neighbour's edge takes hold of what moves.
    pub free: bool,
    /// Alt: a copy is put down, and what was grabbed stays.
    pub copy: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A button or finger went down.
    Down {
        /// Which pointer.
        pointer: i32,
        /// Its kind.
        kind: Pointer,
        /// How.
        press: Press,
        /// On what.
        grip: Grip,
        /// Where, in screen pixels.
        at: Point,
    },
    /// A pointer moved.
    Move {
        /// Which pointer.
        pointer: i32,
        /// Where to.
        at: Point,
        /// The keys held meanwhile.
        held: Held,
    },
    /// The pointer has rested long enough where it went down.
    Rest,
    /// The view moved by itself under a pointer that rests near the edge.
    Scroll {
        /// How far the drawing moved on the screen, to the right.
        dx: f64,
        /// The same downwards.
        dy: f64,
    },
    /// A button or finger went up.
    Up {
        /// Which pointer.
        pointer: i32,
        /// Where.
        at: Point,
        /// The keys held meanwhile.
        held: Held,
    },
    /// Escape, the other button, or the browser took the pointer away.
    Cancel,
}

/// What it means.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Select one element, or toggle it.
    Select {
        /// The element.
        id: Id,
        /// Whether others stay selected.
        press: Press,
    },
    /// Select what lies under what is selected at a point.
    Through {
        /// Where.
        at: Point,
    },
    /// Select nothing.
    ClearSelection,
    /// Move the view by screen pixels.
    Pan {
        /// To the right.
        dx: f64,
        /// Downwards.
        dy: f64,
    },
    /// Zoom at a point of the screen.
    Zoom {
        /// Where.
        at: Point,
        /// By what.
        factor: f64,
    },
    /// Start moving the element and whatever is selected with it.
    Lift(Id),
    /// What moves is this far from its start, in screen pixels.
    Carry {
        /// To the right.
        dx: f64,
        /// Downwards.
        dy: f64,
        /// Where the pointer is.
        at: Point,
        /// The keys held.
        held: Held,
    },
    /// Put down what moves.
    Drop {
        /// The keys held.
        held: Held,
    },
    /// Draw the selection frame.
    Frame(Rect),
    /// Select what the frame holds.
    Framed {
        /// The frame, in screen pixels.
        frame: Rect,
        /// Whether others stay selected.
        press: Press,
        /// Drawn leftwards: what the frame touches counts, and not only what it holds as a whole.
        touching: bool,
    },
    /// Draw a line from a port to the pointer.
    Stretch {
        /// From which element.
        from: Id,
        /// To where.
        at: Point,
    },
    /// Connect.
    Connect {
        /// From which element.
        from: Id,
        /// To what is there.
        at: Point,
    },
    /// Put the end of a line on what is there.
    Reattach {
        /// The element at the end that stays.
        fixed: Id,
        /// The element at the end that leaves.
        loose: Id,
        /// Where to.
        at: Point,
    },
    /// Put everything back as it was before the gesture.
    Revert,
    /// Open the menu of what is here.
    Menu {
        /// The element, or the place; none on the bare canvas.
        id: Option<Id>,
        /// Where, in screen pixels.
        at: Point,
    },
    /// Two fingers touched and left without moving.
    TapOfTwo,
}
