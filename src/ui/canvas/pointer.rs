//! Pointer events in, intents out and carried out. The gesture itself is decided in `diagram`; here events become its
//! input, and its intents become selections, views and edits.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::Id;
use crate::diagram::{
    AUTOPAN_DELAY, Gesture, Grip, Held, Input, Intent, Point, Pointer, Press, Rect, autopan, wheel_factor,
};
use crate::ui::canvas::carry::{self, Carried};
use crate::ui::canvas::connect;
use crate::ui::canvas::stage::Stage;

/// Pixels of a line and of a page, for wheels that count in those.
const LINE: f64 = 18.0;
const PAGE: f64 = 400.0;

/// What the pointer is doing.
#[derive(Clone)]
pub(super) struct Hand {
    stage: Stage,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    gesture: Gesture,
    carried: Option<Carried>,
    space: bool,
    /// The last move, repeated while the view moves under a pointer that rests at the edge.
    last: Option<(i32, Point, Held)>,
    drift: Option<gloo::timers::callback::Interval>,
    waiting: Option<gloo::timers::callback::Timeout>,
}

/// How often the view moves at the edge, in milliseconds: once a frame.
const FRAME: u32 = 16;

impl Hand {
    pub(super) fn new(stage: Stage) -> Self {
        Self { stage, state: Rc::default() }
    }

    /// Whether a drag of any kind is going on.
    pub(super) fn is_dragging(&self) -> bool {
        self.state.borrow().gesture.is_drag()
    }

    /// Space held or let go: the next drag pans.
    pub(super) fn hold_space(&self, space: bool) {
        self.state.borrow_mut().space = space;
        self.stage.mode(space.then_some("pan"));
    }

    /// A press.
    pub(super) fn down(&self, event: &ev::PointerEvent) {
        self.stage.by_hand.set_value(true);
        let touch = event.pointer_type() == "touch";
        self.stage.by_finger.set_value(touch);
        if event.button() == 2 {
            self.feed(Input::Cancel);
            return;
        }
        let press = match event.button() {
            1 => Press::Panning,
            _ if self.state.borrow().space => Press::Panning,
            _ if event.shift_key() => Press::Adding,
            _ => Press::Plain,
        };
        if press == Press::Panning {
            event.prevent_default();
        }
        self.stage.choice.set(None);
        self.stage.menu.set(None);
        let kind = if touch { Pointer::Touch } else { Pointer::Mouse };
        let at = self.stage.local(event.client_x(), event.client_y());
        self.feed(Input::Down { pointer: event.pointer_id(), kind, press, grip: grip(event), at });
    }

    /// A move.
    pub(super) fn moved(&self, event: &ev::PointerEvent) {
        let was = self.is_dragging();
        let at = self.stage.local(event.client_x(), event.client_y());
        self.stage.pointer.set_value(Some(at));
        let (pointer, held) = (event.pointer_id(), held(event));
        self.feed(Input::Move { pointer, at, held });
        self.state.borrow_mut().last = Some((pointer, at, held));
        self.drift();
        if !was && self.is_dragging() {
            // From here on the pointer belongs to the surface, wherever it goes. A pointer that is gone already
            // cannot be captured, and then its end has been told as well.
            if let Some(root) = self.stage.root.get_untracked() {
                let _ = root.set_pointer_capture(event.pointer_id());
            }
        }
    }

    /// A release.
    pub(super) fn up(&self, event: &ev::PointerEvent) {
        let at = self.stage.local(event.client_x(), event.client_y());
        self.rest();
        self.feed(Input::Up { pointer: event.pointer_id(), at, held: held(event) });
    }

    /// Ends a drag and puts everything back. Tells whether there was one.
    pub(super) fn cancel(&self) -> bool {
        let was = self.is_dragging();
        self.rest();
        self.feed(Input::Cancel);
        was
    }

    /// Lets the view move while something is dragged near the edge, after the pointer has rested there.
    fn drift(&self) {
        let mut state = self.state.borrow_mut();
        let carries = matches!(
            state.gesture,
            Gesture::Moving { .. } | Gesture::Framing { .. } | Gesture::Stretching { .. }
        );
        let (x, y) = state.last.map_or((0.0, 0.0), |(_, at, _)| autopan(at, self.stage.size()));
        if !carries || (x == 0.0 && y == 0.0) {
            (state.drift, state.waiting) = (None, None);
        } else if state.drift.is_none() && state.waiting.is_none() {
            let hand = self.clone();
            state.waiting = Some(gloo::timers::callback::Timeout::new(AUTOPAN_DELAY, move || {
                let moving = hand.clone();
                let every = gloo::timers::callback::Interval::new(FRAME, move || moving.scroll());
                hand.state.borrow_mut().drift = Some(every);
            }));
        }
    }

    /// One frame of that.
    fn scroll(&self) {
        let Some((pointer, at, held)) = self.state.borrow().last else { return };
        let (dx, dy) = autopan(at, self.stage.size());
        if dx == 0.0 && dy == 0.0 {
            return;
        }
        self.stage.look(self.stage.workbench.view.get_untracked().panned(dx, dy));
        self.feed(Input::Scroll { dx, dy });
        self.feed(Input::Move { pointer, at, held });
    }

    /// The view stays where it is.
    fn rest(&self) {
        let mut state = self.state.borrow_mut();
        (state.drift, state.waiting) = (None, None);
    }

    /// A wheel: zooms with Ctrl (which is also how a trackpad tells a pinch), pans without.
    pub(super) fn wheel(&self, event: &ev::WheelEvent) {
        event.prevent_default();
        let unit = match event.delta_mode() {
            web_sys::WheelEvent::DOM_DELTA_LINE => LINE,
            web_sys::WheelEvent::DOM_DELTA_PAGE => PAGE,
            _ => 1.0,
        };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        let view = self.stage.workbench.view.get_untracked();
        let next = if event.ctrl_key() || event.meta_key() {
            view.zoomed(self.stage.local(event.client_x(), event.client_y()), wheel_factor(dy))
        } else if event.shift_key() && dx == 0.0 {
            view.panned(-dy, 0.0)
        } else {
            view.panned(-dx, -dy)
        };
        self.stage.look(next);
    }

    /// The pointer came over something.
    pub(super) fn over(&self, event: &ev::PointerEvent) {
        if self.is_dragging() || event.buttons() != 0 {
            return;
        }
        let id =
            target(event, "[data-node], [data-connection], [data-port]").and_then(|element| id_of(&element));
        let upon = target(event, ".card, .hub").and_then(|element| id_of(&element));
        if self.stage.over.with_untracked(|over| *over != upon) {
            self.stage.over.set(upon);
        }
        let starts = |id: &Id| {
            self.stage.workbench.topology.with_untracked(|t| {
                // Inside a network its own dots stay: the way to them leads over its content.
                let around =
                    t.ancestors(id).map(|(around, _)| around).find(|around| connect::starts_at(t, around));
                if t.connections.contains_key(id) { Some(id.clone()) } else { around.cloned() }
            })
        };
        let found = id.as_ref().and_then(starts);
        if self.stage.hovered.with_untracked(|hovered| *hovered != found) {
            self.stage.hovered.set(found);
        }
    }

    fn feed(&self, input: Input) {
        let intents = {
            let mut state = self.state.borrow_mut();
            let (gesture, intents) = std::mem::take(&mut state.gesture).step(input);
            state.gesture = gesture;
            intents
        };
        for intent in intents {
            self.carry_out(intent);
        }
    }

    fn carry_out(&self, intent: Intent) {
        let stage = self.stage;
        let workbench = stage.workbench;
        match intent {
            Intent::Select { id, press: Press::Adding } => workbench.toggle(&id),
            Intent::Select { id, press: Press::Plain | Press::Panning } => workbench.select_only(&id),
            Intent::ClearSelection => workbench.clear_selection(),
            Intent::Pan { dx, dy } => stage.look(workbench.view.get_untracked().panned(dx, dy)),
            Intent::Zoom { at, factor } => stage.look(workbench.view.get_untracked().zoomed(at, factor)),
            Intent::Lift(id) => {
                stage.hovered.set(None);
                stage.over.set(None);
                let carried = carry::lift(stage, &id);
                self.state.borrow_mut().carried = carried;
            }
            Intent::Carry { dx, dy, at, held } => {
                if let Some(carried) = &mut self.state.borrow_mut().carried {
                    carried.carry(stage, (dx, dy), at, held);
                }
            }
            Intent::Drop { held } => {
                let carried = self.state.borrow_mut().carried.take();
                if let Some(carried) = carried {
                    carried.put_down(stage, held);
                }
            }
            Intent::Frame(frame) => stage.frame.set(Some(frame)),
            Intent::Framed { frame, press, touching } => {
                stage.frame.set(None);
                select_inside(stage, frame, press, touching);
            }
            Intent::TapOfTwo => workbench.undo(),
            Intent::Stretch { from, at } => connect::stretch(stage, &from, at),
            Intent::Connect { from, at } => connect::finish(stage, &from, at),
            Intent::Revert => {
                stage.frame.set(None);
                connect::end(stage);
                let carried = self.state.borrow_mut().carried.take();
                if let Some(carried) = carried {
                    carried.put_back(stage);
                }
            }
        }
    }
}

/// Selects what lies in a frame as a whole, or what it touches; never the places around the frame.
fn select_inside(stage: Stage, frame: Rect, press: Press, touching: bool) {
    let view = stage.workbench.view.get_untracked();
    let corner = view.to_drawing(Point::new(frame.right(), frame.bottom()));
    let frame = Rect::between(view.to_drawing(frame.origin()), corner);
    let mut found = stage.scene.arrangement.with_untracked(|all| {
        let held = |rect: Rect| {
            if touching { frame.overlaps(rect) && !rect.encloses(frame) } else { frame.encloses(rect) }
        };
        let elements = all.nodes.iter().chain(&all.hubs).filter(|(_, rect)| held(**rect));
        elements.map(|(id, _)| id.clone()).collect::<crate::session::Selection>()
    });
    if press == Press::Adding {
        found.extend(stage.workbench.selection.get_untracked());
    }
    stage.workbench.set_selection(found);
}

/// The keys that change what a drag does.
fn held(event: &ev::PointerEvent) -> Held {
    Held { free: event.ctrl_key() || event.meta_key(), copy: event.alt_key() }
}

/// What was pressed, from the element under the pointer.
fn grip(event: &ev::PointerEvent) -> Grip {
    let id = |selector: &str| target(event, selector).and_then(|element| id_of(&element));
    if let Some(id) = id("[data-port]") {
        return Grip::Port(id);
    }
    if let Some(id) = id(".card, .hub") {
        return Grip::Element(id);
    }
    let place = id("[data-node]");
    match place {
        Some(id) if target(event, "[data-handle]").is_some() => Grip::Element(id),
        place => Grip::Ground(place),
    }
}

/// The nearest element around the event's target that a selector finds.
pub(super) fn target(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest(selector).ok().flatten()
}

/// The id that an element stands for.
pub(super) fn id_of(element: &web_sys::Element) -> Option<Id> {
    let named = |name: &str| element.get_attribute(name);
    Id::parse(&named("data-node").or_else(|| named("data-connection")).or_else(|| named("data-port"))?)
}
