//! What a pointer means: presses, moves and releases in, intents out. Knows thresholds and modes, and nothing of what
//! an intent does.

mod vocabulary;

use crate::base::Id;
use crate::diagram::{Point, Rect};

pub use vocabulary::{Grip, Held, Input, Intent, Pointer, Press};

/// How far a mouse moves before a press becomes a drag, in screen pixels.
const SLACK_MOUSE: f64 = 4.0;
/// The same for a finger.
const SLACK_TOUCH: f64 = 8.0;

/// What is going on.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// Pressed, not yet moved far enough to be a drag.
    Pressed {
        /// Which pointer.
        pointer: i32,
        /// Its kind.
        kind: Pointer,
        /// How.
        press: Press,
        /// On what.
        grip: Grip,
        /// Where.
        start: Point,
    },
    /// The view follows the pointer.
    Panning {
        /// Which pointer.
        pointer: i32,
        /// Where it was last.
        last: Point,
    },
    /// Elements follow the pointer.
    Moving {
        /// Which pointer.
        pointer: i32,
        /// Where it started.
        start: Point,
        /// Where it was last.
        last: Point,
    },
    /// A frame follows the pointer.
    Framing {
        /// Which pointer.
        pointer: i32,
        /// Where it started.
        start: Point,
        /// Where it was last.
        last: Point,
        /// How.
        press: Press,
    },
    /// A line follows the pointer.
    Stretching {
        /// Which pointer.
        pointer: i32,
        /// From which element.
        from: Id,
        /// Where it was last.
        last: Point,
        /// The element that the end of the line leaves, where it is not a new one.
        loose: Option<Id>,
    },
    /// A line follows the pointer with no button held, until the next press ends it.
    Reaching {
        /// From which element.
        from: Id,
    },
    /// Two fingers.
    Pinching {
        /// The first, and where it is.
        first: (i32, Point),
        /// The second, and where it is.
        second: (i32, Point),
        /// How far both have moved altogether, in screen pixels.
        travel: f64,
    },
}

impl Gesture {
    /// Whether a drag of any kind is going on.
    pub fn is_drag(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pressed { .. })
    }

    /// What is going on after `input`, and what it means.
    pub fn step(self, input: Input) -> (Self, Vec<Intent>) {
        match input {
            Input::Down { pointer, kind, press, grip, at } => self.down(pointer, kind, press, grip, at),
            Input::Move { pointer, at, held } => self.moved(pointer, at, held),
            Input::Up { pointer, at, held } => self.up(pointer, at, held),
            Input::Scroll { dx, dy } => (self.scrolled(dx, dy), Vec::new()),
            Input::Rest => self.rested(),
            Input::Cancel => match self {
                Self::Idle | Self::Pressed { .. } | Self::Panning { .. } | Self::Pinching { .. } => {
                    (Self::Idle, Vec::new())
                }
                Self::Moving { .. }
                | Self::Framing { .. }
                | Self::Stretching { .. }
                | Self::Reaching { .. } => (Self::Idle, vec![Intent::Revert]),
            },
        }
    }

    fn down(self, pointer: i32, kind: Pointer, press: Press, grip: Grip, at: Point) -> (Self, Vec<Intent>) {
        match self {
            Self::Idle => match (press, grip) {
                (Press::Panning, _) => (Self::Panning { pointer, last: at }, Vec::new()),
                (press, grip) => (Self::Pressed { pointer, kind, press, grip, start: at }, Vec::new()),
            },
            Self::Reaching { from } => (Self::Idle, vec![Intent::Connect { from, at }]),
            // A second finger always means the view; whatever the first one did is taken back.
            Self::Pressed { pointer: first, start, .. } | Self::Panning { pointer: first, last: start } => {
                (Self::Pinching { first: (first, start), second: (pointer, at), travel: 0.0 }, Vec::new())
            }
            Self::Moving { pointer: first, last, .. }
            | Self::Framing { pointer: first, last, .. }
            | Self::Stretching { pointer: first, last, .. }
                if kind == Pointer::Touch =>
            {
                (
                    Self::Pinching { first: (first, last), second: (pointer, at), travel: f64::MAX },
                    vec![Intent::Revert],
                )
            }
            other => (other, Vec::new()),
        }
    }

    fn moved(self, pointer: i32, at: Point, held: Held) -> (Self, Vec<Intent>) {
        match self {
            Self::Pressed { pointer: own, kind, press, grip, start } if own == pointer => {
                let slack = if kind == Pointer::Touch { SLACK_TOUCH } else { SLACK_MOUSE };
                if start.distance(at) < slack {
                    return (Self::Pressed { pointer, kind, press, grip, start }, Vec::new());
                }
                begin(Beginning { pointer, kind, press, start }, grip, at, held)
            }
            Self::Panning { pointer: own, last } if own == pointer => (
                Self::Panning { pointer, last: at },
                vec![Intent::Pan { dx: at.x - last.x, dy: at.y - last.y }],
            ),
            Self::Moving { pointer: own, start, .. } if own == pointer => (
                Self::Moving { pointer, start, last: at },
                vec![Intent::Carry { dx: at.x - start.x, dy: at.y - start.y, at, held }],
            ),
            Self::Framing { pointer: own, start, press, .. } if own == pointer => {
                let frame = Intent::Frame(Rect::between(start, at));
                (Self::Framing { pointer, start, last: at, press }, vec![frame])
            }
            Self::Stretching { pointer: own, from, loose, .. } if own == pointer => {
                let stretch = Intent::Stretch { from: from.clone(), at };
                (Self::Stretching { pointer, from, last: at, loose }, vec![stretch])
            }
            Self::Reaching { from } => {
                let stretch = Intent::Stretch { from: from.clone(), at };
                (Self::Reaching { from }, vec![stretch])
            }
            Self::Pinching { first, second, travel } => pinch(first, second, travel, pointer, at),
            other => (other, Vec::new()),
        }
    }

    /// A finger that rests opens the menu of what is under it.
    fn rested(self) -> (Self, Vec<Intent>) {
        match self {
            Self::Pressed { kind: Pointer::Touch, grip, start, .. } => {
                let id = match grip {
                    Grip::Element(id) | Grip::Port(id) | Grip::End { fixed: id, .. } => Some(id),
                    Grip::Ground(place) => place,
                };
                (Self::Idle, vec![Intent::Menu { id, at: start }])
            }
            other => (other, Vec::new()),
        }
    }

    /// What started somewhere on the drawing moves with it.
    fn scrolled(self, dx: f64, dy: f64) -> Self {
        let shifted = |at: Point| Point::new(at.x + dx, at.y + dy);
        match self {
            Self::Moving { pointer, start, last } => Self::Moving { pointer, start: shifted(start), last },
            Self::Framing { pointer, start, last, press } => {
                Self::Framing { pointer, start: shifted(start), last, press }
            }
            other => other,
        }
    }

    fn up(self, pointer: i32, at: Point, held: Held) -> (Self, Vec<Intent>) {
        match self {
            Self::Pressed { pointer: own, press: Press::Plain, grip: Grip::Port(from), .. }
                if own == pointer =>
            {
                let stretch = Intent::Stretch { from: from.clone(), at };
                (Self::Reaching { from }, vec![stretch])
            }
            Self::Pressed { pointer: own, press: Press::Plain, .. } if own == pointer && held.copy => {
                (Self::Idle, vec![Intent::Through { at }])
            }
            Self::Pressed { pointer: own, press, grip, .. } if own == pointer => {
                (Self::Idle, click(press, grip))
            }
            Self::Panning { pointer: own, .. } if own == pointer => (Self::Idle, Vec::new()),
            Self::Moving { pointer: own, .. } if own == pointer => (Self::Idle, vec![Intent::Drop { held }]),
            Self::Framing { pointer: own, start, press, .. } if own == pointer => (
                Self::Idle,
                vec![Intent::Framed { frame: Rect::between(start, at), press, touching: at.x < start.x }],
            ),
            Self::Stretching { pointer: own, from, loose, .. } if own == pointer => {
                let meant = match loose {
                    Some(loose) => Intent::Reattach { fixed: from, loose, at },
                    None => Intent::Connect { from, at },
                };
                (Self::Idle, vec![meant])
            }
            Self::Pinching { first, second, travel } => {
                let rest = if first.0 == pointer { second } else { first };
                let meant = if travel < SLACK_TOUCH { vec![Intent::TapOfTwo] } else { Vec::new() };
                (Self::Panning { pointer: rest.0, last: rest.1 }, meant)
            }
            other => (other, Vec::new()),
        }
    }
}

/// The press that a drag starts with.
#[derive(Clone, Copy)]
struct Beginning {
    pointer: i32,
    kind: Pointer,
    press: Press,
    start: Point,
}

/// A press has become a drag.
fn begin(from: Beginning, grip: Grip, at: Point, held: Held) -> (Gesture, Vec<Intent>) {
    let Beginning { pointer, kind, press, start } = from;
    let way = Intent::Carry { dx: at.x - start.x, dy: at.y - start.y, at, held };
    match (grip, kind) {
        (Grip::Element(id), _) => (Gesture::Moving { pointer, start, last: at }, vec![Intent::Lift(id), way]),
        (Grip::Port(from), _) => {
            let stretch = Intent::Stretch { from: from.clone(), at };
            (Gesture::Stretching { pointer, from, last: at, loose: None }, vec![stretch])
        }
        (Grip::End { fixed, loose }, _) => {
            let stretch = Intent::Stretch { from: fixed.clone(), at };
            (Gesture::Stretching { pointer, from: fixed, last: at, loose: Some(loose) }, vec![stretch])
        }
        (Grip::Ground(_), Pointer::Touch) if press != Press::Adding => (
            Gesture::Panning { pointer, last: at },
            vec![Intent::Pan { dx: at.x - start.x, dy: at.y - start.y }],
        ),
        (Grip::Ground(_), _) => {
            let frame = Intent::Frame(Rect::between(start, at));
            (Gesture::Framing { pointer, start, last: at, press }, vec![frame])
        }
    }
}

fn click(press: Press, grip: Grip) -> Vec<Intent> {
    match grip {
        Grip::Element(id) | Grip::Ground(Some(id)) | Grip::Port(id) => vec![Intent::Select { id, press }],
        Grip::End { .. } => Vec::new(),
        Grip::Ground(None) if press == Press::Adding => Vec::new(),
        Grip::Ground(None) => vec![Intent::ClearSelection],
    }
}

fn pinch(
    first: (i32, Point),
    second: (i32, Point),
    travel: f64,
    pointer: i32,
    at: Point,
) -> (Gesture, Vec<Intent>) {
    let before = (first.1, second.1);
    let (first, second) = if first.0 == pointer {
        ((pointer, at), second)
    } else if second.0 == pointer {
        (first, (pointer, at))
    } else {
        return (Gesture::Pinching { first, second, travel }, Vec::new());
    };
    let middle = |a: Point, b: Point| Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
    let (from, to) = (middle(before.0, before.1), middle(first.1, second.1));
    let factor = first.1.distance(second.1) / before.0.distance(before.1).max(1.0);
    let travel = travel + before.0.distance(first.1) + before.1.distance(second.1);
    let intents = vec![Intent::Pan { dx: to.x - from.x, dy: to.y - from.y }, Intent::Zoom { at: to, factor }];
    (Gesture::Pinching { first, second, travel }, intents)
}
