//! Places connections: between the two places they join where there is room, else in a lane below, else at the nearest
//! free spot.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::base::order::Gather;
use crate::diagram::sizes::{GAP, GRID, HEADER, HUB_HEIGHT, HUB_WIDTH, PADDING};
use crate::diagram::{Point, Rect};
use crate::topology::{Connection, Layout, Topology};

/// So many rings of 16 units around where it is wanted a lozenge looks for a spot: upon no border of a place, and at all.
const NEAR: i32 = 12;
const FAR: i32 = 60;

/// For every connection without a place: the innermost place around all it joins, and the branches below that.
pub(super) struct Joins<'a> {
    pairs: BTreeSet<(Option<&'a Id>, &'a Id, &'a Id)>,
    lanes: BTreeSet<Option<&'a Id>>,
}

impl<'a> Joins<'a> {
    pub(super) fn new(topology: &'a Topology, layout: &Layout) -> Self {
        let (mut pairs, mut lanes) = (BTreeSet::new(), BTreeSet::new());
        for (_, connection) in topology.connections.iter().filter(|(id, _)| !layout.contains_key(*id)) {
            let (place, branches) = branches(topology, connection);
            let mut ends = branches.iter();
            match (ends.next(), ends.next(), ends.next()) {
                (Some(a), Some(b), None) => {
                    pairs.insert((place, *a, *b));
                }
                _ => {
                    lanes.insert(place);
                }
            }
        }
        Self { pairs, lanes }
    }

    /// Whether some connection joins just these two neighbours.
    pub(super) fn between(&self, place: Option<&Id>, a: &Id, b: &Id) -> bool {
        let (first, second) = if a < b { (a, b) } else { (b, a) };
        self.pairs.contains(&(place, first, second))
    }

    /// Whether a place keeps a lane free below its content.
    pub(super) fn needs_lane(&self, place: Option<&Id>) -> bool {
        place.is_some() && self.lanes.contains(&place)
    }
}

/// The innermost place around all networks of a connection, and its direct parts that hold them.
fn branches<'a>(topology: &'a Topology, connection: &Connection) -> (Option<&'a Id>, BTreeSet<&'a Id>) {
    let paths: Vec<Vec<&Id>> = connection
        .attachments
        .iter()
        .map(|attachment| {
            let mut path: Vec<&Id> = topology.ancestors(&attachment.network).map(|(id, _)| id).collect();
            path.reverse();
            path
        })
        .collect();
    let mut place = None;
    for level in 0..8 {
        let parts: BTreeSet<&Id> = paths.iter().filter_map(|path| path.get(level).copied()).gather();
        let ends_here = paths.iter().any(|path| path.len() <= level + 1);
        let mut all = parts.iter();
        match (all.next(), all.next()) {
            (Some(only), None) if !ends_here => place = Some(*only),
            _ => return (place, parts),
        }
    }
    (place, BTreeSet::new())
}

/// The boxes of all connections.
pub(super) fn place_all(
    topology: &Topology,
    layout: &Layout,
    nodes: &BTreeMap<Id, Rect>,
) -> BTreeMap<Id, Rect> {
    let mut taken: Vec<Rect> = Vec::new();
    let mut hubs = BTreeMap::new();
    for id in topology.connections.keys() {
        if let Some(place) = layout.get(id) {
            let rect = Rect::new(place.x, place.y, HUB_WIDTH, HUB_HEIGHT);
            taken.push(rect);
            hubs.insert(id.clone(), rect);
        }
    }
    if hubs.len() == topology.connections.len() {
        return hubs;
    }
    taken.extend(topology.nodes.iter().filter_map(|(id, node)| {
        let rect = *nodes.get(id)?;
        // A line may cross a place, but its lozenge must not hide a card or a heading.
        Some(if node.kind.name().is_place() { Rect { h: HEADER, ..rect } } else { rect })
    }));
    let is_place = |(id, _): &(&Id, _)| topology.node(id).is_some_and(|node| node.kind.name().is_place());
    let places: Vec<(&Id, Rect)> = nodes.iter().filter(is_place).map(|(id, rect)| (id, *rect)).collect();
    for (id, connection) in topology.connections.iter().filter(|(id, _)| !layout.contains_key(*id)) {
        let wanted = wanted(topology, connection, nodes);
        let wanted =
            Rect::new(wanted.x - HUB_WIDTH / 2.0, wanted.y - HUB_HEIGHT / 2.0, HUB_WIDTH, HUB_HEIGHT);
        // It lies in what is around all that it joins, and in no other place.
        let (around, _) = branches(topology, connection);
        let around: BTreeSet<&Id> =
            around.into_iter().flat_map(|id| topology.ancestors(id)).map(|(id, _)| id).gather();
        let crosses = |rect: Rect| {
            let is_good = |(id, place): &(&Id, Rect)| around.contains(id) && place.encloses(rect);
            places.iter().any(|place| place.1.overlaps(rect) && !is_good(place))
        };
        let beside = spot(wanted, NEAR, |rect| is_free(rect, &taken) && !crosses(rect));
        let rect = beside.unwrap_or_else(|| free_spot(wanted, &taken));
        taken.push(rect);
        hubs.insert(id.clone(), rect);
    }
    hubs
}

/// Where the middle of a connection would best be.
fn wanted(topology: &Topology, connection: &Connection, nodes: &BTreeMap<Id, Rect>) -> Point {
    let (place, branches) = branches(topology, connection);
    let networks: Vec<Rect> =
        connection.attachments.iter().filter_map(|a| nodes.get(&a.network).copied()).collect();
    let parts: Vec<Rect> = branches.iter().filter_map(|id| nodes.get(*id).copied()).collect();
    let joined =
        |part: &Rect| networks.iter().filter(|network| part.encloses(**network)).copied().reduce(Rect::union);
    if let [a, b] = parts.as_slice()
        && let Some((near, far)) = joined(a).zip(joined(b))
    {
        let (first, second) = if a.x <= b.x { (a, b) } else { (b, a) };
        if first.right() + HUB_WIDTH <= second.x {
            let y = shared_middle((near.y, near.bottom()), (far.y, far.bottom()));
            return Point::new(f64::midpoint(first.right(), second.x), y);
        }
        let (first, second) = if a.y <= b.y { (a, b) } else { (b, a) };
        if first.bottom() <= second.y {
            let x = shared_middle((near.x, near.right()), (far.x, far.right()));
            return Point::new(x, f64::midpoint(first.bottom(), second.y));
        }
    }
    let around = networks.iter().copied().reduce(Rect::union);
    match (around, place.and_then(|id| nodes.get(id))) {
        (Some(around), Some(place)) => {
            Point::new(around.centre().x, place.bottom() - PADDING - HUB_HEIGHT / 2.0)
        }
        (Some(around), None) => {
            let lowest = parts.iter().map(|part| part.bottom()).fold(around.bottom(), f64::max);
            Point::new(around.centre().x, lowest + GAP + HUB_HEIGHT / 2.0)
        }
        (None, _) => {
            let all = nodes.values().copied().reduce(Rect::union).unwrap_or_default();
            Point::new(all.x + HUB_WIDTH / 2.0, all.bottom() + GAP + HUB_HEIGHT / 2.0)
        }
    }
}

/// The middle of what two spans share; the middle between them where they share nothing.
fn shared_middle(a: (f64, f64), b: (f64, f64)) -> f64 {
    f64::midpoint(a.0.max(b.0), a.1.min(b.1))
}

/// The nearest box of the same size that hits nothing taken, to the sides first.
pub(in crate::diagram) fn free_spot(wanted: Rect, taken: &[Rect]) -> Rect {
    spot(wanted, FAR, |rect| is_free(rect, taken)).unwrap_or(wanted)
}

fn is_free(rect: Rect, taken: &[Rect]) -> bool {
    !taken.iter().any(|other| other.overlaps(rect.grown(GRID)))
}

/// The nearest box of the same size that is `good`, in so many rings around the one that is wanted.
fn spot(wanted: Rect, rings: i32, good: impl Fn(Rect) -> bool) -> Option<Rect> {
    if good(wanted) {
        return Some(wanted);
    }
    let step = 2.0 * GRID;
    for ring in 1..=rings {
        let reach = f64::from(ring) * step;
        for part in 0..=ring {
            let along = f64::from(part) * step;
            let spots = [
                (along, reach),
                (-along, reach),
                (along, -reach),
                (-along, -reach),
                (reach, along),
                (-reach, along),
                (reach, -along),
                (-reach, -along),
            ];
            let found = spots.iter().map(|(dx, dy)| wanted.shifted(*dx, *dy)).find(|rect| good(*rect));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}
