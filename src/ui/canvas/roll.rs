//! Wheels and the pinches of Safari in, other views of the drawing out.

use std::cell::{Cell, RefCell};

use leptos::{ev, prelude::*};

use crate::diagram::{Rolled, Turn, Wheel};
use crate::ui::canvas::stage::Stage;

/// Pixels of a line and of a page, for wheels that count in those.
const LINE: f64 = 18.0;
const PAGE: f64 = 400.0;

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
