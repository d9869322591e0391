//! Carrying elements with the pointer. They and their lines are lifted into a small drawing of their own, so that a move
//! writes to them alone and repaints nothing else; the document hears of it once, when they are put down.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::moving::{Load, Target};
use crate::diagram::{Arrangement, Guide, Held, LineId, Point, Rect, Snap, Things, path_data, route, snap};
use crate::i18n::canvas as words;
use crate::topology::{EditError, KindName};
use crate::ui::canvas::clip;
use crate::ui::canvas::stage::Stage;
use crate::ui::workbench::Shared;

/// An element away from its place, which an empty text node keeps.
struct Lifted {
    element: web_sys::Element,
    keeper: web_sys::Text,
}

/// A line that follows one or two of the elements.
struct Following {
    id: LineId,
    element: web_sys::Element,
}

/// What the pointer carries.
pub(super) struct Carried {
    load: Load,
    lifted: Vec<Lifted>,
    /// Those of the lifted that are moved as they are; the lines are drawn anew.
    nodes: Vec<web_sys::Element>,
    lines: Vec<Following>,
    /// What the lines go around; nothing where they are too many for that.
    things: Option<Things>,
    /// The first of what was grabbed, where it was: its edges are what snaps.
    first: Option<Rect>,
    /// What lies beside it in the same place.
    neighbours: Vec<Rect>,
    guides: Option<web_sys::Element>,
    /// The distance from the start, in drawing units.
    by: (f64, f64),
    target: Target,
    /// What moves, in words, and its kind; nothing for connections, which lie nowhere.
    what: Option<(String, KindName)>,
}

/// So many lines go around things while they follow; more go directly, until they are put down.
const AROUND: usize = 12;

/// How near an edge must come to a neighbour's to meet it, in screen pixels.
const REACH: f64 = 6.0;

/// Takes up an element, with all that is selected where it is one of those.
pub(super) fn lift(stage: Stage, id: &Id) -> Option<Carried> {
    let workbench = stage.workbench;
    if workbench.read_only.get_untracked() {
        return None;
    }
    if !workbench.selection.with_untracked(|selection| selection.contains(id)) {
        workbench.select_only(id);
    }
    let topology = workbench.topology.get_untracked();
    let load = Load::new(&topology, &workbench.selection.get_untracked());
    let layer = stage.find(".lifted")?;
    let top = load.tops.first().cloned();
    let around = |id: &Id| topology.node(id).and_then(|node| node.parent.as_ref());
    let beside =
        |id: &Id| !load.all.contains(id) && top.as_ref().is_some_and(|top| around(id) == around(top));
    let (first, neighbours) = stage.scene.arrangement.with_untracked(|all| {
        let beside = all.nodes.iter().filter(|(id, _)| beside(id)).map(|(_, rect)| *rect).collect();
        (top.as_ref().and_then(|top| all.get(top)), beside)
    });
    let language = workbench.language.get_untracked();
    let kinds = load.tops.iter().filter_map(|id| topology.node(id)).map(|node| node.kind.name());
    let kinds: Vec<KindName> = kinds.collect();
    let what = kinds.first().map(|first| (words::carried(&kinds, *first, language), *first));
    let mut carried = Carried {
        first,
        what,
        neighbours,
        guides: None,
        nodes: Vec::new(),
        lines: Vec::new(),
        things: None,
        lifted: Vec::new(),
        by: (0.0, 0.0),
        target: Target::Same,
        load,
    };
    let concerned = |line: &LineId| {
        let (from, to) = line.ends();
        carried.load.all.contains(from) || carried.load.all.contains(to)
    };
    let lines: Vec<LineId> = stage
        .scene
        .arrangement
        .with_untracked(|all| all.lines.keys().filter(|line| concerned(line)).cloned().collect());
    let order = stage.scene.arrangement.with_untracked(|all| {
        let nodes = all.containers.iter().chain(&all.cards);
        nodes.chain(all.hubs.keys()).filter(|id| carried.load.all.contains(*id)).cloned().collect::<Vec<Id>>()
    });
    let (places, rest): (Vec<Id>, Vec<Id>) =
        order.into_iter().partition(|id| topology.node(id).is_some_and(|node| node.kind.name().is_place()));
    if lines.len() <= AROUND {
        let things = |all: &Arrangement| Things::of(all, |id| carried.load.all.contains(id));
        carried.things = Some(stage.scene.arrangement.with_untracked(|all| things(all)));
    }
    for id in places {
        carried.take_node(stage, &layer, &id);
    }
    for id in lines {
        carried.take_line(stage, &layer, id);
    }
    for id in rest {
        carried.take_node(stage, &layer, &id);
    }
    Some(carried)
}

impl Carried {
    fn take_node(&mut self, stage: Stage, layer: &web_sys::Element, id: &Id) {
        if let Some(element) = stage.element(id) {
            self.nodes.push(element.clone());
            self.take(layer, element);
        }
    }

    fn take_line(&mut self, stage: Stage, layer: &web_sys::Element, id: LineId) {
        if let Some(element) = stage.by_id(&id.element_id()) {
            self.lines.push(Following { id, element: element.clone() });
            self.take(layer, element);
        }
    }

    fn take(&mut self, layer: &web_sys::Element, element: web_sys::Element) {
        let Some(document) = element.owner_document() else {
            return;
        };
        let keeper = document.create_text_node("");
        // Both are in the page, which is all these calls could complain about.
        if element.replace_with_with_node_1(&keeper).is_ok() {
            let _ = layer.append_child(&element);
            self.lifted.push(Lifted { element, keeper });
        }
    }

    /// Follows the pointer: writes the carried elements and their lines, and nothing else.
    pub(super) fn carry(&mut self, stage: Stage, by: (f64, f64), at: Point, held: Held) {
        let zoom = stage.workbench.view.get_untracked().zoom;
        let by = (by.0 / zoom, by.1 / zoom);
        let Snap { dx, dy, guides } = match self.first {
            Some(first) if !held.free => snap(first, by, &self.neighbours, REACH / zoom),
            _ => Snap { dx: by.0, dy: by.1, guides: Vec::new() },
        };
        self.by = (dx, dy);
        self.show(stage, &guides);
        for element in &self.nodes {
            let _ = element.set_attribute("transform", &format!("translate({dx} {dy})"));
        }
        stage.scene.arrangement.with_untracked(|all| {
            for line in &self.lines {
                let (from, to) = line.id.ends();
                let moved = |id: &Id| {
                    let rect = all.get(id)?;
                    Some(if self.load.all.contains(id) { rect.shifted(dx, dy) } else { rect })
                };
                let Some((from, to)) = moved(from).zip(moved(to)) else { continue };
                let way = self.things.as_ref().map_or_else(|| route(from, to), |things| things.way(from, to));
                draw(&line.element, &way);
            }
        });
        self.aim(stage, at, held);
    }

    /// Draws the lines along which it meets its neighbours.
    fn show(&mut self, stage: Stage, guides: &[Guide]) {
        if guides.is_empty() && self.guides.is_none() {
            return;
        }
        if self.guides.is_none() {
            let layer = stage.find(".lifted");
            self.guides = layer.and_then(|layer| {
                let path = layer
                    .owner_document()?
                    .create_element_ns(layer.namespace_uri().as_deref(), "path")
                    .ok()?;
                path.set_attribute("class", "guide").ok()?;
                layer.append_child(&path).ok()?;
                Some(path)
            });
        }
        if let Some(path) = &self.guides {
            let line = |guide: &Guide| path_data(&[guide.from, guide.to]);
            let _ = path.set_attribute("d", &guides.iter().map(line).collect::<String>());
        }
    }

    /// Marks the place under the pointer, and shows what would follow from putting everything there.
    fn aim(&mut self, stage: Stage, at: Point, held: Held) {
        let workbench = stage.workbench;
        let only_hubs =
            workbench.topology.with_untracked(|t| !self.load.tops.iter().any(|id| t.nodes.contains_key(id)));
        let target = if only_hubs || held.free {
            Target::Same
        } else {
            let topology = workbench.topology.get_untracked();
            let point = stage.drawing(at);
            let all = stage.scene.arrangement.get_untracked();
            let place = all.container_at(point, |id| self.load.all.contains(id));
            self.load.target(&topology, place)
        };
        if let (Some((what, kind)), Target::Allowed(place) | Target::Refused(place, _)) =
            (&self.what, &target)
        {
            let inner = if let Target::Refused(_, inner) = &target { *inner } else { *kind };
            stage.rule_at(at, inner, what, place.as_ref(), matches!(target, Target::Allowed(_)));
        }
        stage.mode(held.copy.then_some("copy"));
        if target == self.target {
            return;
        }
        if target == Target::Same {
            stage.unhint();
        }
        let (place, allowed) = match &target {
            Target::Same => (None, false),
            Target::Allowed(place) => (place.clone(), true),
            Target::Refused(place, _) => (place.clone(), false),
        };
        stage.mark(place.as_ref(), allowed);
        let load = allowed.then(|| self.load.clone());
        stage.foresee(move || {
            let document = workbench.document_untracked();
            load?.preview(&document, place.as_ref()).map(|topology| Shared::from(&topology))
        });
        self.target = target;
    }

    /// Puts everything down where the pointer is; back where it was, where it may not lie here.
    pub(super) fn put_down(self, stage: Stage, held: Held) {
        let workbench = stage.workbench;
        let (by, target, load) = (self.by, self.target.clone(), self.load.clone());
        self.put_back(stage);
        let place = match target {
            Target::Refused(_, inner) => {
                workbench.refuse(&refusal(inner));
                return;
            }
            Target::Allowed(place) => place,
            Target::Same => {
                let first = load
                    .tops
                    .iter()
                    .find_map(|id| workbench.topology.with_untracked(|t| t.nodes.get(id).cloned()));
                first.and_then(|node| node.parent.clone())
            }
        };
        if by == (0.0, 0.0) {
            return;
        }
        if held.copy {
            clip::copy_to(stage, &load, place.as_ref(), by);
            return;
        }
        let document = workbench.document_untracked();
        let edit =
            stage.scene.arrangement.with_untracked(|all| load.edit(&document, all, place.as_ref(), by));
        match edit {
            Ok(edit) => {
                workbench.attempt(&edit);
                stage.tell_place(&load, place.as_ref());
            }
            Err(reason) => workbench.refuse(&reason),
        }
    }

    /// Puts everything back as it was before.
    pub(super) fn put_back(self, stage: Stage) {
        for element in &self.nodes {
            let _ = element.remove_attribute("transform");
        }
        stage.scene.arrangement.with_untracked(|all| {
            for line in &self.lines {
                if let Some(way) = all.lines.get(&line.id) {
                    draw(&line.element, way);
                }
            }
        });
        for Lifted { element, keeper } in self.lifted {
            let _ = keeper.replace_with_with_node_1(&element);
        }
        if let Some(guides) = self.guides {
            guides.remove();
        }
        stage.mode(None);
        stage.mark(None, false);
        stage.unhint();
        stage.forget_preview();
    }
}

fn refusal(inner: KindName) -> EditError {
    EditError::WrongPlace { inner, outer: None }
}

fn draw(line: &web_sys::Element, way: &[Point]) {
    let _ = line.set_attribute("d", &path_data(way));
}
