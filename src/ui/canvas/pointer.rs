//! Pointer events in, intents out and carried out. The gesture itself is decided in `diagram`; here events become its
//! input, and its intents become selections, views and edits.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::{
    AUTOPAN_DELAY, Gesture, Held, Input, Intent, Point, Pointer, Press, Rect, autopan, joining,
};
use crate::ui::canvas::carry::{self, Carried};
use crate::ui::canvas::grip::{grip, id_of, target, touched};
use crate::ui::canvas::stage::Stage;
use crate::ui::canvas::{connect, keys, menu};

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
    /// Whether the other button ended the gesture, so that it opens no menu.
    ended: bool,
    /// The last move, repeated while the view moves under a pointer that rests at the edge.
    last: Option<(i32, Point, Held)>,
    drift: Option<gloo::timers::callback::Interval>,
    waiting: Option<gloo::timers::callback::Timeout>,
    /// Runs out when a finger has rested where it went down.
    resting: Option<gloo::timers::callback::Timeout>,
    /// When and where a finger tapped last.
    tapped: Option<(f64, Point)>,
}

/// How long a finger rests before it opens the menu, in milliseconds.
const LONG_PRESS: u32 = 500;
/// Within what time and distance two taps are one double tap, in milliseconds and screen pixels.
const DOUBLE_TAP: (f64, f64) = (350.0, 24.0);
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
        if !self.is_dragging() {
            self.stage.mode(space.then_some("pan"));
        }
    }

    /// A press.
    pub(super) fn down(&self, event: &ev::PointerEvent) {
        self.stage.by_hand.set_value(true);
        let touch = event.pointer_type() == "touch";
        self.stage.by_finger.set_value(touch);
        self.state.borrow_mut().ended = false;
        if event.button() == 2 {
            let was = self.is_dragging();
            self.feed(Input::Cancel);
            self.state.borrow_mut().ended = was;
            return;
        }
        let press = match event.button() {
            1 => Press::Panning,
            _ if self.state.borrow().space => Press::Panning,
            _ if event.shift_key() || self.stage.hold.get_untracked().several => Press::Adding,
            _ => Press::Plain,
        };
        if press == Press::Panning {
            event.prevent_default();
        }
        self.stage.choice.set(None);
        let kind = if touch { Pointer::Touch } else { Pointer::Mouse };
        let at = self.stage.local(event.client_x(), event.client_y());
        let grip = if touch { touched(self.stage, event, at) } else { grip(event) };
        self.feed(Input::Down { pointer: event.pointer_id(), kind, press, grip, at });
        if touch {
            let hand = self.clone();
            let rest = gloo::timers::callback::Timeout::new(LONG_PRESS, move || hand.feed(Input::Rest));
            self.state.borrow_mut().resting = Some(rest);
        }
    }

    /// Two taps at one spot show what is there, or everything.
    fn tap(&self, event: &ev::PointerEvent, at: Point) {
        let (time, reach) = DOUBLE_TAP;
        let now = event.time_stamp();
        let before = self.state.borrow_mut().tapped.replace((now, at));
        if before.is_some_and(|(then, there)| now - then < time && there.distance(at) < reach) {
            self.state.borrow_mut().tapped = None;
            if self.stage.workbench.selection.with_untracked(crate::session::Selection::is_empty) {
                self.stage.fit();
            } else {
                keys::fit_selection(self.stage);
            }
        }
    }

    /// A move.
    pub(super) fn moved(&self, event: &ev::PointerEvent) {
        let was = self.is_dragging();
        // With one button down already, the other one is told as a move.
        if was && event.button() == 2 {
            self.cancel();
            self.state.borrow_mut().ended = true;
            return;
        }
        let at = self.stage.local(event.client_x(), event.client_y());
        self.stage.pointer.set_value(Some(at));
        let (pointer, held) = (event.pointer_id(), self.held(event));
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
        self.state.borrow_mut().resting = None;
        let taps = self.stage.by_finger.get_value()
            && matches!(&self.state.borrow().gesture, Gesture::Pressed { press: Press::Plain, .. });
        self.feed(Input::Up { pointer: event.pointer_id(), at, held: self.held(event) });
        if taps {
            self.tap(event, at);
        }
    }

    /// The keys that change what a drag does, and the buttons that stand in for them.
    fn held(&self, event: &ev::PointerEvent) -> Held {
        let hold = self.stage.hold.get_untracked().drag;
        Held { free: hold.free || event.ctrl_key() || event.meta_key(), copy: hold.copy || event.alt_key() }
    }

    /// Ends a drag and puts everything back. Tells whether there was one.
    pub(super) fn cancel(&self) -> bool {
        let was = self.is_dragging();
        self.state.borrow_mut().resting = None;
        self.rest();
        self.feed(Input::Cancel);
        was
    }

    /// Whether the other button has ended a gesture and means nothing else.
    pub(super) fn has_ended(&self) -> bool {
        std::mem::take(&mut self.state.borrow_mut().ended)
    }

    /// Lets the view move while something is dragged near the edge, after the pointer has rested there.
    fn drift(&self) {
        let mut state = self.state.borrow_mut();
        let carries = matches!(
            state.gesture,
            Gesture::Moving { .. }
                | Gesture::Framing { .. }
                | Gesture::Stretching { .. }
                | Gesture::Reaching { .. }
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
        let (panning, space) = {
            let state = self.state.borrow();
            (matches!(state.gesture, Gesture::Panning { .. }), state.space)
        };
        if panning {
            self.stage.mode(Some("panning"));
        } else if self.stage.is_mode("panning") {
            self.stage.mode(space.then_some("pan"));
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
            Intent::TapOfTwo => workbench.undo_aloud(),
            Intent::Menu { id, at } => {
                let origin = stage.origin();
                menu::open_on(stage, id.as_ref(), (origin.x + at.x, origin.y + at.y));
            }
            Intent::Stretch { from, at } => {
                let loose = match &self.state.borrow().gesture {
                    Gesture::Stretching { loose, .. } => loose.clone(),
                    _ => None,
                };
                connect::stretch(stage, &from, loose.as_ref(), at);
            }
            Intent::Reattach { fixed, loose, at } => connect::reattach(stage, &fixed, &loose, at),
            Intent::Through { at } => {
                let point = stage.drawing(at);
                let stack = stage.scene.arrangement.with_untracked(|all| joining::stack_at(all, point));
                let chosen = |id: &Id| workbench.selection.with_untracked(|selection| selection.contains(id));
                // Under the lowest lies the topmost again.
                let next = stack.iter().position(chosen).map_or(1, |at| at + 1);
                if let Some(id) = stack.get(next).or(stack.first()) {
                    workbench.select_only(id);
                }
            }
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
