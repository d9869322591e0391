//! What turning a wheel means: a mouse zooms and a trackpad pans, unless one of the two was chosen.

/// What a wheel without Ctrl does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WheelUse {
    /// A mouse zooms, a trackpad pans.
    #[default]
    Auto,
    /// It zooms.
    Zoom,
    /// It pans.
    Pan,
}

impl WheelUse {
    /// Every use, in the order in which a command walks through them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Zoom, Self::Pan];

    /// The word under which it is remembered.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Zoom => "zoom",
            Self::Pan => "pan",
        }
    }

    /// The use with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wheel| wheel.key() == key)
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Zoom,
            Self::Zoom => Self::Pan,
            Self::Pan => Self::Auto,
        }
    }
}

/// One event of a wheel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// To the right, in pixels.
    pub dx: f64,
    /// Downwards, in pixels.
    pub dy: f64,
    /// Whether it counts in lines or pages, as no trackpad does.
    pub lines: bool,
    /// Whether a key or a pinch asks for zoom.
    pub zooms: bool,
    /// Whether a key asks for sideways.
    pub sideways: bool,
    /// When, in milliseconds.
    pub time: f64,
}

/// What an event means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rolled {
    /// Zoom by a factor.
    Zoom(f64),
    /// Pan by screen pixels.
    Pan(f64, f64),
}

/// Events that follow one another are one gesture; its first one decides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wheel {
    last: Option<(f64, bool)>,
}

/// After so many milliseconds another gesture begins.
const PAUSE: f64 = 250.0;
/// From so many pixels on, straight up or down, it is a notch of a mouse: a trackpad starts slowly. Whether the number is
/// whole says nothing where the page is zoomed.
const NOTCH: f64 = 50.0;

impl Wheel {
    /// What an event means.
    pub fn roll(&mut self, chosen: WheelUse, turn: Turn) -> Rolled {
        if turn.zooms {
            return Rolled::Zoom(super::wheel_factor(turn.dy));
        }
        if turn.sideways && turn.dx == 0.0 {
            return Rolled::Pan(-turn.dy, 0.0);
        }
        let going_on = self.last.filter(|(before, _)| turn.time - before < PAUSE);
        let is_mouse = going_on.map_or_else(
            || turn.lines || (turn.dx == 0.0 && turn.dy.abs() >= NOTCH),
            |(_, is_mouse)| is_mouse,
        );
        self.last = Some((turn.time, is_mouse));
        let zooms = match chosen {
            WheelUse::Auto => is_mouse && turn.dx == 0.0,
            WheelUse::Zoom => true,
            WheelUse::Pan => false,
        };
        if zooms { Rolled::Zoom(super::wheel_factor(turn.dy)) } else { Rolled::Pan(-turn.dx, -turn.dy) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TURN: Turn = Turn { dx: 0.0, dy: 0.0, lines: false, zooms: false, sideways: false, time: 0.0 };

    #[test]
    fn the_first_event_of_a_gesture_decides_for_all_of_it() {
        let mut wheel = Wheel::default();
        let mut roll = |dy: f64, time: f64| wheel.roll(WheelUse::Auto, Turn { dy, time, ..TURN });
        assert_eq!(roll(3.0, 0.0), Rolled::Pan(0.0, -3.0), "a trackpad starts slowly");
        assert_eq!(roll(90.0, 16.0), Rolled::Pan(0.0, -90.0), "and becomes fast");
        assert!(matches!(roll(96.0, 600.0), Rolled::Zoom(_)), "a notch at a page zoom of 125 %");
        assert!(matches!(roll(3.0, 650.0), Rolled::Zoom(_)));
    }

    #[test]
    fn keys_and_the_setting_win() {
        let mut wheel = Wheel::default();
        let notch = Turn { dy: 120.0, ..TURN };
        assert_eq!(wheel.roll(WheelUse::Pan, notch), Rolled::Pan(0.0, -120.0));
        assert_eq!(
            wheel.roll(WheelUse::Zoom, Turn { dy: 2.0, ..TURN }),
            Rolled::Zoom(super::super::wheel_factor(2.0))
        );
        assert!(matches!(wheel.roll(WheelUse::Pan, Turn { zooms: true, ..notch }), Rolled::Zoom(_)));
        assert_eq!(wheel.roll(WheelUse::Zoom, Turn { sideways: true, ..notch }), Rolled::Pan(-120.0, 0.0));
    }
}
