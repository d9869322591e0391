//! Wheels and the pinches of Safari in, other views of the drawing out.

use std::cell::{Cell, RefCell};

use leptos::{ev, prelude::*};

use crate::diagram::{Rolled, Turn, Wheel, WheelUse};
use crate::i18n::canvas as words;
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::storage;

/// Pixels of a line and of a page, for wheels that count in those.
const LINE: f64 = 18.0;
const PAGE: f64 = 400.0;

/// Where it is kept what a wheel does.
const WHEEL: &str = "reachplan.wheel";

/// What a wheel does, as it was chosen.
pub(super) fn remembered_use() -> WheelUse {
    storage::read(WHEEL).and_then(|key| WheelUse::from_key(&key)).unwrap_or_default()
}

/// Lets the wheel do the next of the things it can do, remembers that and says so.
pub(super) fn turn_use(stage: Stage) {
    let next = stage.wheel.get_untracked().next();
    stage.wheel.set(next);
    // A browser that keeps nothing starts with the usual one the next time.
    storage::write(WHEEL, next.key()).ok();
    stage.workbench.say(words::wheel(next, stage.workbench.language.get_untracked()));
}

/// What turns and pinches.
pub(super) struct Roll {
    stage: Stage,
    wheel: RefCell<Wheel>,
    /// The scale of the pinch so far.
    pinched: Cell<f64>,
}

impl Roll {
    pub(super) fn new(stage: Stage) -> Self {
        Self { stage, wheel: RefCell::default(), pinched: Cell::new(1.0) }
    }

    /// A wheel: zooms with Ctrl (which is also how a trackpad tells a pinch); else as it was chosen.
    pub(super) fn turn(&self, event: &ev::WheelEvent) {
        event.prevent_default();
        let unit = match event.delta_mode() {
            web_sys::WheelEvent::DOM_DELTA_LINE => LINE,
            web_sys::WheelEvent::DOM_DELTA_PAGE => PAGE,
            _ => 1.0,
        };
        let turn = Turn {
            dx: event.delta_x() * unit,
            dy: event.delta_y() * unit,
            lines: event.delta_mode() != web_sys::WheelEvent::DOM_DELTA_PIXEL,
            zooms: event.ctrl_key() || event.meta_key(),
            sideways: event.shift_key(),
            time: event.time_stamp(),
        };
        let view = self.stage.workbench.view.get_untracked();
        let next = match self.wheel.borrow_mut().roll(self.stage.wheel.get_untracked(), turn) {
            Rolled::Zoom(factor) => view.zoomed(self.stage.local(event.client_x(), event.client_y()), factor),
            Rolled::Pan(dx, dy) => view.panned(dx, dy),
        };
        self.stage.look(next);
    }

    /// A pinch as Safari tells it: the whole scale since its beginning.
    pub(super) fn pinch(&self, event: &ev::Event) {
        event.prevent_default();
        let number =
            |name: &str| js_sys::Reflect::get(event, &name.into()).ok().and_then(|value| value.as_f64());
        let scale = number("scale").filter(|scale| *scale > 0.0).unwrap_or(1.0);
        let before = self.pinched.replace(scale);
        if event.type_() == "gesturechange" && before > 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "a pixel of a window")]
            let pixel = |name: &str| number(name).unwrap_or_default() as i32;
            let at = self.stage.local(pixel("clientX"), pixel("clientY"));
            self.stage.look(self.stage.workbench.view.get_untracked().zoomed(at, scale / before));
        }
    }
}
