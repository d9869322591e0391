//! Dragging as edits: what moves along, where it may be put, and the one edit that puts it there without anything else
//! jumping.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::Id;
use crate::base::order::Gather;
use crate::diagram::arrange::free_spot;
use crate::diagram::sizes::{GAP, PADDING, snapped, top_inset};
use crate::diagram::{Arrangement, Rect};
use crate::topology::{Document, Edit, EditError, KindName, Layout, Place, Topology, may_hold};

/// What a drag moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// What was grabbed: nodes and connections, none inside another.
    pub tops: Vec<Id>,
    /// All that moves: the tops and everything inside of them.
    pub all: BTreeSet<Id>,
}

/// Whether something may be put down in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Where it already is; it only moves.
    Same,
    /// Another place that may hold it.
    Allowed(Option<Id>),
    /// A place that may not hold it, and what was to be put there.
    Refused(Option<Id>, KindName),
}

impl Load {
    /// What moves when these are grabbed together.
    pub fn new(topology: &Topology, grabbed: &BTreeSet<Id>) -> Self {
        let inside = |id: &Id| topology.ancestors(id).skip(1).any(|(around, _)| grabbed.contains(around));
        let tops: Vec<Id> = grabbed.iter().filter(|id| topology.has(id) && !inside(id)).cloned().collect();
        let moved = |id: &&Id| topology.ancestors(id).any(|(around, _)| tops.contains(around));
        let mut all: BTreeSet<Id> = topology.nodes.keys().filter(moved).cloned().gather();
        all.extend(tops.iter().cloned());
        Self { tops, all }
    }

    /// Whether all of it may be put into a place (`None`: directly into the drawing).
    pub fn target(&self, topology: &Topology, place: Option<&Id>) -> Target {
        let nodes = self.tops.iter().filter_map(|id| topology.node(id));
        let outer = place.and_then(|id| topology.node(id)).map(|node| node.kind.name());
        let mut same = true;
        for node in nodes {
            let inner = node.kind.name();
            let stays = node.parent.as_ref() == place;
            if !stays && !may_hold(outer, inner) {
                return Target::Refused(place.cloned(), inner);
            }
            same &= stays;
        }
        if same { Target::Same } else { Target::Allowed(place.cloned()) }
    }

    /// The drawing as it would be with all of it in another place.
    pub fn preview(&self, document: &Document, place: Option<&Id>) -> Option<Arc<Topology>> {
        let moves = self.moves(&document.topology, place);
        document.after(&Edit::All(moves)).ok().map(|after| after.topology)
    }

    /// The one edit that puts all of it into `place`, moved by a distance.
    ///
    /// # Errors
    /// Says why it may not lie there.
    pub fn edit(
        &self,
        document: &Document,
        arrangement: &Arrangement,
        place: Option<&Id>,
        (dx, dy): (f64, f64),
    ) -> Result<Edit, EditError> {
        let mut edits = self.moves(&document.topology, place);
        let mut places: Vec<(Id, Option<Place>)> = pins(document, arrangement, &self.tops, place);
        for id in &self.all {
            let top = self.tops.contains(id);
            let held = document.layout.get(id).copied();
            let Some(rect) = arrangement.get(id).filter(|_| top || held.is_some()) else {
                continue;
            };
            let moved = rect.shifted(dx, dy);
            let moved =
                if top { self.settled(id, moved, &document.topology, arrangement, place) } else { moved };
            let size = held.unwrap_or_default();
            places.push((id.clone(), Some(Place { x: moved.x, y: moved.y, w: size.w, h: size.h })));
        }
        edits.push(Edit::Arrange(places));
        document.after(&Edit::All(edits.clone()))?;
        Ok(Edit::All(edits))
    }

    /// The one edit that puts all of it into `place`, where there is room, without anybody pointing at a spot.
    ///
    /// # Errors
    /// Says why it may not lie there.
    pub fn edit_into(
        &self,
        document: &Document,
        arrangement: &Arrangement,
        place: Option<&Id>,
    ) -> Result<Edit, EditError> {
        let whole =
            self.tops.iter().filter_map(|id| arrangement.get(id)).reduce(Rect::union).unwrap_or_default();
        let start = match place.and_then(|id| arrangement.nodes.get(id)) {
            Some(around) => Rect { x: around.x + PADDING, y: around.y + top_inset(), ..whole },
            None => Rect { x: snapped(arrangement.bounds().right() + GAP), ..whole },
        };
        let spot = beside(start, &document.topology, arrangement, place, &self.all);
        self.edit(document, arrangement, place, (spot.x - whole.x, spot.y - whole.y))
    }

    fn moves(&self, topology: &Topology, place: Option<&Id>) -> Vec<Edit> {
        let leaves = |id: &&Id| topology.node(id).is_some_and(|node| node.parent.as_ref() != place);
        self.tops
            .iter()
            .filter(leaves)
            .map(|id| Edit::MoveInto { id: id.clone(), parent: place.cloned() })
            .collect()
    }

    /// On the grid; a single node also beside its new neighbours instead of on top of them.
    fn settled(
        &self,
        id: &Id,
        rect: Rect,
        topology: &Topology,
        arrangement: &Arrangement,
        place: Option<&Id>,
    ) -> Rect {
        let rect = inside(Rect { x: snapped(rect.x), y: snapped(rect.y), ..rect }, arrangement, place);
        if self.tops.len() > 1 || !topology.nodes.contains_key(id) {
            return rect;
        }
        beside(rect, topology, arrangement, place, &self.all)
    }
}

/// Not left of or above where the content of `place` begins: a place grows to the right and downwards, so that what it
/// holds already stays.
pub fn inside(rect: Rect, arrangement: &Arrangement, place: Option<&Id>) -> Rect {
    let around = place.and_then(|id| arrangement.nodes.get(id));
    around.map_or(rect, |around| Rect {
        x: rect.x.max(around.x + PADDING),
        y: rect.y.max(around.y + top_inset()),
        ..rect
    })
}

/// The nearest box to `rect` that covers nothing which lies directly in `place`, except for what moves along.
pub fn beside(
    rect: Rect,
    topology: &Topology,
    arrangement: &Arrangement,
    place: Option<&Id>,
    moving: &BTreeSet<Id>,
) -> Rect {
    let neighbours =
        topology.nodes.iter().filter(|(id, node)| node.parent.as_ref() == place && !moving.contains(*id));
    let taken: Vec<Rect> = neighbours.filter_map(|(id, _)| arrangement.nodes.get(id).copied()).collect();
    free_spot(rect, &taken)
}

/// Places for all that would otherwise flow elsewhere: the neighbours at every level around the old and the new place,
/// and the connections. What lies deeper keeps flowing inside its own container.
pub fn pins(
    document: &Document,
    arrangement: &Arrangement,
    moved: &[Id],
    place: Option<&Id>,
) -> Vec<(Id, Option<Place>)> {
    let topology = &document.topology;
    let mut levels: BTreeSet<Option<&Id>> = BTreeSet::from([None]);
    for id in moved {
        levels.extend(topology.ancestors(id).skip(1).map(|(around, _)| Some(around)));
    }
    if let Some(place) = place {
        levels.extend(topology.ancestors(place).map(|(around, _)| Some(around)));
    }
    let flows = |id: &Id| !document.layout.contains_key(id) && !moved.contains(id);
    // What had to give way to a neighbour stays where it is drawn, with its content: it would give way once more.
    let adrift = document.layout.iter().filter(|(id, _)| !moved.contains(id)).filter_map(|(id, place)| {
        let rect = arrangement.get(id)?;
        let there = (rect.x - place.x).abs() < 0.5 && (rect.y - place.y).abs() < 0.5;
        (!there).then(|| (id.clone(), Some(Place { x: rect.x, y: rect.y, ..*place })))
    });
    let nodes =
        topology.nodes.iter().filter(|(id, node)| flows(id) && levels.contains(&node.parent.as_ref()));
    let hubs = topology.connections.keys().filter(|id| flows(id));
    let pin = |id: &Id| arrangement.get(id).map(|rect| (id.clone(), Some(pinned(topology, id, rect))));
    nodes.map(|(id, _)| id).chain(hubs).filter_map(pin).chain(adrift).collect()
}

/// The Internet keeps its width, which came from the drawing; the size of everything else follows its content.
fn pinned(topology: &Topology, id: &Id, rect: Rect) -> Place {
    let band = topology.node(id).is_some_and(|node| node.kind.name() == KindName::Internet);
    Place { x: rect.x, y: rect.y, w: band.then_some(rect.w), h: None }
}

/// The edit that moves what is selected by a distance, within its places.
pub fn nudged(
    document: &Document,
    arrangement: &Arrangement,
    selection: &BTreeSet<Id>,
    by: (f64, f64),
) -> Option<Edit> {
    let topology = &document.topology;
    let load = Load::new(topology, selection);
    let mut places = pins(document, arrangement, &load.tops, None);
    for id in &load.all {
        let held = document.layout.get(id).copied();
        let Some(rect) = arrangement.get(id).filter(|_| load.tops.contains(id) || held.is_some()) else {
            continue;
        };
        let size = held.unwrap_or_default();
        places.push((id.clone(), Some(Place { x: rect.x + by.0, y: rect.y + by.1, w: size.w, h: size.h })));
    }
    (!load.tops.is_empty()).then_some(Edit::Arrange(places))
}

/// The edit that gives everything back to the automatic layout.
pub fn tidied(layout: &Layout) -> Edit {
    Edit::Arrange(layout.keys().map(|id| (id.clone(), None)).collect())
}

/// The edit that gives back what lies in the one selected place; nothing outside of it moves.
pub fn tidied_place(
    document: &Document,
    arrangement: &Arrangement,
    selection: &BTreeSet<Id>,
) -> Option<Edit> {
    let topology = &document.topology;
    let place = selection.first().filter(|id| selection.len() == 1 && topology.node(id).is_some())?;
    let inside = |id: &Id| topology.ancestors(id).skip(1).any(|(around, _)| around == place);
    let joins_inside = |id: &Id| {
        let held = topology.connections.get(id);
        held.is_some_and(|held| held.attachments.iter().all(|attachment| inside(&attachment.network)))
    };
    let mut places = pins(document, arrangement, std::slice::from_ref(place), None);
    places.extend(arrangement.get(place).map(|rect| (place.clone(), Some(pinned(topology, place, rect)))));
    places.retain(|(id, _)| !joins_inside(id));
    let back = document.layout.keys().filter(|id| inside(id) || joins_inside(id));
    places.extend(back.map(|id| (id.clone(), None)));
    Some(Edit::Arrange(places))
}

/// The edit that gives everything back but what is selected, which keeps its place.
pub fn tidied_around(layout: &Layout, arrangement: &Arrangement, selection: &BTreeSet<Id>) -> Edit {
    let back = layout.keys().filter(|id| !selection.contains(*id)).map(|id| (id.clone(), None));
    let kept = selection.iter().filter_map(|id| {
        let held = layout.get(id).copied().unwrap_or_default();
        let rect = arrangement.get(id)?;
        Some((id.clone(), Some(Place { x: rect.x, y: rect.y, ..held })))
    });
    Edit::Arrange(back.chain(kept).collect())
}
