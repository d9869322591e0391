//! The surface itself: its size, the view upon it, and the elements on it by id.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::Id;
use crate::diagram::moving::Load;
use crate::diagram::{Arrangement, Point, Rect, Viewport, WheelUse, aligned, detail};
use crate::i18n::{Names, canvas as words, spoken};
use crate::session::{Alignment, Selection};
use crate::topology::{Document, Edit, KindName, Topology};
use crate::ui::canvas::element::of_element;
use crate::ui::canvas::hold::Hold;
use crate::ui::canvas::offer::{Choice, Hint};
use crate::ui::canvas::roll;
use crate::ui::canvas::scene::Scene;
use crate::ui::shell::Frame;
use crate::ui::workbench::{Shared, Workbench};

/// How long the world stays a layer of its own after a pan or zoom, in milliseconds.
const REST: u32 = 150;

/// The surface; a handful of handles, copied freely.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    pub(super) workbench: Workbench,
    /// What the frame around the drawing shares.
    pub(super) page: Frame,
    pub(super) scene: Scene,
    /// The element that receives everything.
    pub(super) root: NodeRef<Div>,
    /// The size of that element in screen pixels, once it was told.
    pub(super) room: RwSignal<Option<(f64, f64)>>,
    /// The element that pan and zoom transform.
    pub(super) world: NodeRef<Div>,
    resting: StoredValue<Option<gloo::timers::callback::Timeout>, LocalStorage>,
    foreseen: StoredValue<Option<gloo::timers::callback::Timeout>, LocalStorage>,
    marked: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// Whether a pointer was used last, and not a key.
    pub(super) by_hand: StoredValue<bool>,
    /// Whether that pointer was a finger.
    pub(super) by_finger: StoredValue<bool>,
    /// What stands in for keys that a finger cannot hold.
    pub(super) hold: RwSignal<Hold>,
    /// Where the pointer is on the surface; nothing while it is elsewhere.
    pub(super) pointer: StoredValue<Option<Point>, LocalStorage>,
    /// The reason beside the pointer why something cannot be put or joined here.
    pub(super) hint: RwSignal<Option<Hint>>,
    /// The frame that is being drawn around what to select, on the surface.
    pub(super) frame: RwSignal<Option<Rect>>,
    /// The line that is being drawn, as the `d` of a path.
    pub(super) stretch: RwSignal<Option<String>>,
    /// Which request of the workbench was answered last.
    pub(super) answered: StoredValue<Option<u32>>,
    /// What was seen when the page was left, until it is shown again.
    pub(super) seen: StoredValue<Option<Viewport>>,
    /// What the pointer rests on, where lines can start.
    pub(super) hovered: RwSignal<Option<Id>>,
    /// The card or lozenge under the pointer.
    pub(super) over: RwSignal<Option<Id>>,
    /// The level of detail.
    pub(super) level: Memo<usize>,
    /// What the arrow keys are at.
    pub(super) focused: RwSignal<Option<Id>>,
    /// What is to be chosen after a line was drawn.
    pub(super) choice: RwSignal<Option<Choice>>,
    /// Whether what is drawn at another place now glides there.
    pub(super) glides: StoredValue<bool>,
    /// Whether there is a small map.
    pub(super) map: RwSignal<bool>,
    /// What a wheel does.
    pub(super) wheel: RwSignal<WheelUse>,
}

/// Up to this many nodes what would follow is shown at once; in a larger plan once the pointer has come to rest, so that
/// crossing places does not judge the whole plan each time.
const PROMPT: usize = 300;
/// How long the pointer rests before that, in milliseconds.
const POISE: u32 = 60;

impl Stage {
    pub(super) fn new(workbench: Workbench, page: Frame, scene: Scene) -> Self {
        Self {
            workbench,
            page,
            scene,
            root: NodeRef::new(),
            room: RwSignal::new(None),
            world: NodeRef::new(),
            resting: StoredValue::new_local(None),
            foreseen: StoredValue::new_local(None),
            marked: StoredValue::new_local(None),
            by_hand: StoredValue::new(false),
            by_finger: StoredValue::new(false),
            hold: RwSignal::new(Hold::default()),
            pointer: StoredValue::new_local(None),
            hint: RwSignal::new(None),
            frame: RwSignal::new(None),
            stretch: RwSignal::new(None),
            answered: StoredValue::new(None),
            seen: StoredValue::new(None),
            hovered: RwSignal::new(None),
            over: RwSignal::new(None),
            level: Memo::new(move |_| detail::level(workbench.view.get().zoom)),
            focused: page.cursor,
            choice: RwSignal::new(None),
            glides: StoredValue::new(false),
            map: RwSignal::new(true),
            wheel: RwSignal::new(roll::remembered_use()),
        }
    }

    /// The size of the surface in screen pixels; measured only until it is told, because measuring lays everything out.
    pub(super) fn size(&self) -> (f64, f64) {
        let measured = || {
            let root = self.root.get_untracked()?;
            Some((f64::from(root.client_width()), f64::from(root.client_height())))
        };
        self.room.get_untracked().or_else(measured).unwrap_or((800.0, 600.0))
    }

    /// A point of the window as a point of the surface.
    pub(super) fn local(&self, client_x: i32, client_y: i32) -> Point {
        let origin = self.origin();
        Point::new(f64::from(client_x) - origin.x, f64::from(client_y) - origin.y)
    }

    /// Where in the window the surface begins.
    pub(super) fn origin(&self) -> Point {
        let rect = self.root.get_untracked().map(|root| root.get_bounding_client_rect());
        rect.map(|rect| Point::new(rect.x(), rect.y())).unwrap_or_default()
    }

    /// A point of the surface as a point of the drawing.
    pub(super) fn drawing(&self, at: Point) -> Point {
        self.workbench.view.get_untracked().to_drawing(at)
    }

    /// Looks at another part of the drawing at once.
    fn jump(self, view: Viewport) {
        if view != self.workbench.view.get_untracked() {
            self.workbench.view.set(view);
        }
    }

    /// Looks at another part of the drawing while a gesture goes on. The world is a layer of its own for as long as this goes on: pan and zoom
    /// then move pixels instead of painting them, and the text is sharp again at rest.
    pub(super) fn look(&self, view: Viewport) {
        if view == self.workbench.view.get_untracked() {
            return;
        }
        if let Some(world) = self.world.get_untracked() {
            // Refused only for malformed names.
            let _ = world.class_list().add_1("moving");
            let rest = gloo::timers::callback::Timeout::new(REST, move || {
                let _ = world.class_list().remove_1("moving");
            });
            self.resting.set_value(Some(rest));
        }
        self.workbench.view.set(view);
    }

    /// Shows all of the drawing.
    pub(super) fn fit(&self) {
        self.show(self.scene.arrangement.with_untracked(|all| all.bounds()));
    }

    /// Shows a part of the drawing.
    pub(super) fn show(&self, area: Rect) {
        let (w, h) = self.size();
        self.jump(Viewport::fitting(area, w, h));
    }

    /// Zooms in the middle of the surface.
    pub(super) fn zoom(&self, factor: f64) {
        let (w, h) = self.size();
        self.jump(self.workbench.view.get_untracked().zoomed(Point::new(w / 2.0, h / 2.0), factor));
    }

    /// Arranges anew; what moves glides to its place. What was arranged as a whole is shown as a whole.
    pub(super) fn tidy(self, edit: fn(&Document, &Arrangement, &Selection) -> Option<Edit>) {
        let workbench = self.workbench;
        let (document, chosen) = (workbench.document_untracked(), workbench.selection.get_untracked());
        let edit = self.scene.arrangement.with_untracked(|all| edit(&document, all, &chosen));
        self.glides.set_value(true);
        let before = workbench.layout.get_untracked();
        if edit.is_some_and(|edit| workbench.attempt(&edit)) && before != workbench.layout.get_untracked() {
            workbench.fit();
        }
        // By then every layer has been drawn.
        request_animation_frame(move || self.glides.set_value(false));
    }

    /// Moves what is selected into a place, where there is room.
    pub(super) fn move_into(self, place: Option<&Id>) {
        let workbench = self.workbench;
        let document = workbench.document_untracked();
        let load = Load::new(&document.topology, &workbench.selection.get_untracked());
        match self.scene.arrangement.with_untracked(|all| load.edit_into(&document, all, place)) {
            Ok(edit) => {
                if workbench.attempt(&edit) {
                    self.tell_place(&load, place);
                }
            }
            Err(reason) => workbench.refuse(&reason),
        }
    }

    /// Brings what is selected into line.
    pub(super) fn align(self, alignment: Alignment) {
        let document = self.workbench.document_untracked();
        let selection = self.workbench.selection.get_untracked();
        let edit =
            self.scene.arrangement.with_untracked(|all| aligned(&document, all, &selection, alignment));
        if let Some(edit) = edit {
            self.workbench.attempt(&edit);
        }
    }

    /// Brings an element into sight.
    pub(super) fn reveal(&self, id: &Id) {
        let (w, h) = self.size();
        if let Some(rect) = self.scene.arrangement.with_untracked(|all| all.get(id)) {
            self.jump(self.workbench.view.get_untracked().revealing(rect, w, h));
        }
    }

    /// The element that draws a node or connection.
    pub(super) fn element(&self, id: &Id) -> Option<web_sys::Element> {
        self.by_id(&of_element(id))
    }

    /// The element with an id.
    pub(super) fn by_id(&self, id: &str) -> Option<web_sys::Element> {
        self.root.get_untracked()?.owner_document()?.get_element_by_id(id)
    }

    /// The first element on the surface that a selector finds.
    pub(super) fn find(&self, selector: &str) -> Option<web_sys::Element> {
        self.root.get_untracked()?.unchecked_ref::<web_sys::Element>().query_selector(selector).ok().flatten()
    }

    /// Marks the element under the pointer as a target that is allowed or refused; takes the mark from the one before.
    pub(super) fn mark(&self, id: Option<&Id>, allowed: bool) {
        self.marked.update_value(|marked| {
            if let Some(before) = marked.take() {
                let _ = before.remove_attribute("data-drop");
            }
            *marked = id.and_then(|id| self.element(id));
            if let Some(now) = marked {
                let _ = now.set_attribute("data-drop", if allowed { "allowed" } else { "refused" });
            }
        });
    }

    /// Shows what would follow from letting go now; nothing where that is what is drawn already.
    pub(super) fn foresee(&self, make: impl FnOnce() -> Option<Shared<Topology>> + 'static) {
        let preview = self.workbench.preview;
        let show = move || {
            let next = make();
            if next.is_some() || preview.with_untracked(Option::is_some) {
                preview.set(next);
            }
        };
        self.foreseen.set_value(None);
        if self.workbench.topology.with_untracked(|t| t.nodes.len()) <= PROMPT {
            show();
        } else {
            self.foreseen.set_value(Some(gloo::timers::callback::Timeout::new(POISE, show)));
        }
    }

    /// Shows what is drawn again.
    pub(super) fn forget_preview(&self) {
        self.foreseen.set_value(None);
        if self.workbench.preview.with_untracked(Option::is_some) {
            self.workbench.preview.set(None);
        }
    }

    /// What a drag does at the moment, for the cursor.
    pub(super) fn mode(&self, mode: Option<&str>) {
        if let Some(root) = self.root.get_untracked()
            && root.get_attribute("data-mode").as_deref() != mode
        {
            // Refused only for malformed names.
            let _ = match mode {
                Some(mode) => root.set_attribute("data-mode", mode),
                None => root.remove_attribute("data-mode"),
            };
        }
    }

    /// Whether a drag does that at the moment.
    pub(super) fn is_mode(&self, mode: &str) -> bool {
        self.root.get_untracked().and_then(|root| root.get_attribute("data-mode")).as_deref() == Some(mode)
    }

    /// Says beside the pointer why something cannot be done here.
    pub(super) fn hint_at(&self, at: Point, text: &str) {
        self.hint.set(Some(Hint { at, text: text.to_owned(), allows: false }));
    }

    /// Says beside the pointer, and to people who listen, what letting go of something in a place means.
    pub(super) fn rule_at(&self, at: Point, inner: KindName, what: &str, place: Option<&Id>, allows: bool) {
        let language = self.workbench.language.get_untracked();
        let text = self.workbench.topology.with_untracked(|topology| {
            let names = Names { topology, language };
            let place = place.and_then(|id| Some((names.of(id), topology.node(id)?.kind.name())));
            let place = place.as_ref().map(|(name, kind)| (name.as_str(), *kind));
            if allows {
                words::lands(what, place.map(|(name, _)| name), language)
            } else {
                words::lands_not(inner, place, language)
            }
        });
        if self.hint.with_untracked(|hint| hint.as_ref().is_none_or(|hint| hint.text != text)) {
            self.workbench.announce(text.clone());
        }
        self.hint.set(Some(Hint { at, text, allows }));
    }

    /// Takes the reason away.
    pub(super) fn unhint(&self) {
        if self.hint.with_untracked(Option::is_some) {
            self.hint.set(None);
        }
    }

    /// Tells people who listen where something was put.
    pub(super) fn tell_place(&self, load: &Load, place: Option<&Id>) {
        let Some(first) = load.tops.first() else { return };
        let language = self.workbench.language.get_untracked();
        let name = |id: &Id| untrack(|| self.workbench.called(id));
        let text = spoken::moved(&name(first), place.map(name).as_deref(), language);
        self.workbench.announce(text);
    }
}
