//! Dragging out of the palette onto the drawing. The palette says what is dragged; from then on the window's pointer
//! events are followed here.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::Id;
use crate::diagram::moving::{beside, inside, pins};
use crate::diagram::sizes::{HUB_HEIGHT, HUB_WIDTH, least, snapped};
use crate::diagram::{Point, Rect};
use crate::i18n::{Language, chrome, spoken};
use crate::session::{Addition, EditName, PaletteItem, Selection, addition, addition_into};
use crate::topology::{Edit, EditError, KindName, Place, Topology, may_hold};
use crate::ui::canvas::stage::Stage;
use crate::ui::platform::window;

/// How far the pointer moves before a press in the palette becomes a drag.
const SLACK: f64 = 4.0;

/// What follows the pointer, in pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ghost {
    x: i32,
    y: i32,
}

/// Follows the pointer while something is dragged out of the palette, and draws what is dragged where and as large as it
/// would lie there.
pub(super) fn palette_drag(stage: Stage) -> impl IntoView {
    let dragged = stage.workbench.palette_drag;
    let ghost = RwSignal::new(None::<Ghost>);
    let start = StoredValue::new(None::<Ghost>);
    let over = move || {
        dragged.set(None);
        ghost.set(None);
        start.set_value(None);
        stage.mark(None, false);
        stage.unhint();
    };
    window::listen("pointermove", move |event: web_sys::PointerEvent| {
        let Some(item) = dragged.get_untracked() else {
            return;
        };
        let now = Ghost { x: event.client_x(), y: event.client_y() };
        let from = start.get_value().unwrap_or(now);
        start.set_value(Some(from));
        let far = f64::from(now.x - from.x).hypot(f64::from(now.y - from.y)) >= SLACK;
        if far || ghost.get_untracked().is_some() {
            event.prevent_default();
            ghost.set(Some(now));
            aim(stage, item, &event);
        }
    });
    window::listen("pointerup", move |event: web_sys::PointerEvent| {
        let Some(item) = dragged.get_untracked() else {
            return;
        };
        let moved = ghost.get_untracked().is_some();
        over();
        if moved && is_over(stage, &event) {
            drop_item(stage, item, stage.local(event.client_x(), event.client_y()));
        }
    });
    window::listen("pointercancel", move |_: ev::PointerEvent| over());
    window::listen_first("keydown", move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && ghost.get_untracked().is_some() {
            event.stop_propagation();
            over();
        }
    });
    let language = stage.workbench.language;
    move || {
        let (item, at) = dragged.get().zip(ghost.get())?;
        let (w, h) = drawn_size(stage, item);
        let is_place = item.node_kind().is_some_and(KindName::is_place);
        let (left, top) = (f64::from(at.x) - w / 2.0, f64::from(at.y) - h / 2.0);
        let place = format!("left: {left}px; top: {top}px; inline-size: {w}px; block-size: {h}px");
        Some(view! {
            <div class="ghost" class=("ghost--place", is_place) style=place>
                {name(item, language.get())}
            </div>
        })
    }
}

/// How large an item is when it is made, in the drawing's own units.
fn size(item: PaletteItem) -> (f64, f64) {
    item.node_kind().map_or((HUB_WIDTH, HUB_HEIGHT), least)
}

/// How large an item is on the surface as it is seen now; tracked.
pub(super) fn drawn_size(stage: Stage, item: PaletteItem) -> (f64, f64) {
    let (zoom, (w, h)) = (stage.workbench.view.get().zoom, size(item));
    (w * zoom, h * zoom)
}

/// What an item of the palette is called.
pub(super) fn name(item: PaletteItem, language: Language) -> &'static str {
    match item {
        PaletteItem::Node(kind) => chrome::kind_name(kind, language),
        PaletteItem::Group(kind) => chrome::group_kind(kind, language),
        PaletteItem::Source(product) => chrome::product(product, language),
        PaletteItem::Connection(kind) => chrome::connection_kind(kind, language),
    }
}

/// Marks the place under the pointer.
fn aim(stage: Stage, item: PaletteItem, event: &web_sys::PointerEvent) {
    let Some(inner) = item.node_kind().filter(|_| is_over(stage, event)) else {
        stage.unhint();
        stage.mark(None, false);
        return;
    };
    let at = stage.local(event.client_x(), event.client_y());
    let place = place_at(stage, at);
    let topology = stage.workbench.topology.get_untracked();
    let allowed = !matches!(landing(&topology, inner, place.as_ref()), Landing::Refused);
    stage.mark(place.as_ref(), allowed);
    stage.rule_at(at, inner, name(item, stage.workbench.language.get_untracked()), place.as_ref(), allowed);
}

/// What happens when a node is dropped on a place.
enum Landing {
    /// It lies there.
    Inside,
    /// It is on bare canvas, and no place drawn so far could hold it: places are made around it.
    WithPlaces,
    /// It may not lie there.
    Refused,
}

fn landing(topology: &Topology, inner: KindName, place: Option<&Id>) -> Landing {
    let outer = place.and_then(|id| topology.node(id)).map(|node| node.kind.name());
    if may_hold(outer, inner) {
        return Landing::Inside;
    }
    let fits = |kind: KindName| inner.parents().contains(&kind);
    let none_fits = !topology.nodes.values().any(|node| fits(node.kind.name()));
    if place.is_none() && none_fits { Landing::WithPlaces } else { Landing::Refused }
}

/// The innermost place at a point of the surface.
pub(super) fn place_at(stage: Stage, at: Point) -> Option<Id> {
    let point = stage.drawing(at);
    stage.scene.arrangement.with_untracked(|all| all.container_at(point, |_| false).cloned())
}

/// Whether the pointer is over the drawing and not over something that lies upon it.
fn is_over(stage: Stage, event: &web_sys::PointerEvent) -> bool {
    let (x, y) = (event.client_x(), event.client_y());
    let Some(root) = stage.root.get_untracked() else {
        return false;
    };
    #[expect(clippy::cast_precision_loss, reason = "a pixel of a window")]
    let top = root.owner_document().and_then(|document| document.element_from_point(x as f32, y as f32));
    let root: &web_sys::Node = root.unchecked_ref();
    top.is_some_and(|top| root.contains(Some(&top)))
}

fn drop_item(stage: Stage, item: PaletteItem, at: Point) {
    let workbench = stage.workbench;
    let place = place_at(stage, at);
    let topology = workbench.topology.get_untracked();
    let landing = item.node_kind().map_or(Landing::Inside, |inner| landing(&topology, inner, place.as_ref()));
    let made = match landing {
        Landing::Inside => addition_into(&topology, item, place.as_ref()),
        Landing::WithPlaces => addition(&topology, item, &Selection::new()),
        Landing::Refused => {
            if let Some(inner) = item.node_kind() {
                workbench.refuse(&EditError::WrongPlace { inner, outer: None });
            }
            return;
        }
    };
    let Some(Addition { id, edit }) = made else { return };
    let edit = Edit::All(vec![edit, arranged(stage, item, &id, place.as_ref(), at)]);
    match workbench.act_named(EditName::Add, &edit) {
        Ok(()) => {
            workbench.started.set(true);
            workbench.select_only(&id);
            stage.reveal(&id);
            workbench.announce(spoken::added(
                name(item, workbench.language.get_untracked()),
                workbench.language.get_untracked(),
            ));
        }
        Err(reason) => workbench.refuse(&reason),
    }
}

/// Puts the new thing under the pointer, and keeps everything else where it is.
pub(super) fn arranged(stage: Stage, item: PaletteItem, id: &Id, place: Option<&Id>, at: Point) -> Edit {
    let point = stage.drawing(at);
    let (w, h) = size(item);
    let wanted = Rect::new(snapped(point.x - w / 2.0), snapped(point.y - h / 2.0), w, h);
    let document = stage.workbench.document_untracked();
    stage.scene.arrangement.with_untracked(|all| {
        let wanted = inside(wanted, all, place);
        let rect = beside(wanted, &document.topology, all, place, &Selection::new());
        let mut places = pins(&document, all, &[], place);
        places.push((id.clone(), Some(Place { x: snapped(rect.x), y: snapped(rect.y), w: None, h: None })));
        Edit::Arrange(places)
    })
}
