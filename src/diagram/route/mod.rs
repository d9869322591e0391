//! How lines run: along the axes, with rounded corners, from the edge of one box to the edge of another, and around
//! cards, headings and other places where there is a simple way around.

mod around;
mod direct;
mod grid;
mod path;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Id;
use crate::base::order::{self, Gather};
use crate::diagram::sizes::HEADER;
use crate::diagram::{Arrangement, LineId, Point, Rect};

use around::{Obstacle, Sort};
pub use direct::route;
pub use path::{path_data, simplified};

/// How far beside its two ends a line looks for a way, in drawing units.
const FIELD: f64 = 128.0;
/// Among more things than this there is no simple way around all of them.
const MOST: usize = 64;

/// The way of every line. What is known of the arrangement `before` is taken over where nothing near a line has changed.
pub(super) fn ways(
    lines: Vec<LineId>,
    all: &Arrangement,
    before: Option<&Arrangement>,
) -> BTreeMap<LineId, Arc<[Point]>> {
    let things = Things::of(all, |_| false);
    let changed = before.map(|before| changes(before, all));
    let way = |line: LineId| {
        let (from, to) = line.ends();
        let (a, b) = all.get(from).zip(all.get(to))?;
        let kept = before.zip(changed.as_ref()).and_then(|(before, changed)| {
            let field = field(a, b);
            let known = before.lines.get(&line)?;
            (!changed.iter().any(|rect| rect.overlaps(field))).then(|| known.clone())
        });
        let way = kept.unwrap_or_else(|| things.way(a, b).into());
        Some((line, way))
    };
    lines.into_iter().filter_map(way).gather()
}

/// Where something lies, or lay, that does not lie there in both.
fn changes(before: &Arrangement, now: &Arrangement) -> Vec<Rect> {
    let missing = |from: &Arrangement, to: &Arrangement| {
        let nodes = differing(&from.nodes, &to.nodes);
        nodes.into_iter().chain(differing(&from.hubs, &to.hubs)).collect::<Vec<Rect>>()
    };
    let mut changes = missing(before, now);
    changes.extend(missing(now, before));
    changes
}

fn differing(from: &BTreeMap<Id, Rect>, to: &BTreeMap<Id, Rect>) -> Vec<Rect> {
    from.iter().filter(|(id, rect)| to.get(*id) != Some(*rect)).map(|(_, rect)| *rect).collect()
}

/// What lines go around.
pub struct Things {
    cards: Sorted,
    places: Sorted,
}

/// Boxes from top to bottom, so that not all of thousands are looked at for each line.
struct Sorted {
    rects: Vec<Rect>,
    tallest: f64,
}

impl Sorted {
    fn new(mut rects: Vec<Rect>) -> Self {
        order::sort_by(&mut rects, |a, b| a.y.total_cmp(&b.y));
        let tallest = rects.iter().map(|rect| rect.h).fold(0.0, f64::max);
        Self { rects, tallest }
    }

    /// Those that may reach into a field.
    fn beside(&self, field: Rect) -> impl Iterator<Item = &Rect> {
        let from = self.rects.partition_point(|rect| rect.y < field.y - self.tallest);
        self.rects.iter().skip(from).take_while(move |rect| rect.y < field.bottom())
    }
}

impl Things {
    /// Everything drawn but what is `skipped`.
    pub fn of(all: &Arrangement, skipped: impl Fn(&Id) -> bool) -> Self {
        let rects = |ids: &[Id]| {
            let kept = ids.iter().filter(|id| !skipped(id));
            kept.filter_map(|id| all.nodes.get(id)).copied().collect::<Vec<Rect>>()
        };
        let mut cards = rects(&all.cards);
        cards.extend(all.hubs.iter().filter(|(id, _)| !skipped(id)).map(|(_, rect)| *rect));
        Self { cards: Sorted::new(cards), places: Sorted::new(rects(&all.containers)) }
    }

    /// The way from one box to another.
    pub fn way(&self, a: Rect, b: Rect) -> Vec<Point> {
        self.cheapest(a, b, field(a, b))
    }

    /// The way from a box to a point upon the edge of the place around it, without leaving that.
    pub fn way_out(&self, a: Rect, edge: Point, place: Rect) -> Vec<Point> {
        self.cheapest(a, Rect::new(edge.x, edge.y, 0.0, 0.0), place)
    }

    fn cheapest(&self, a: Rect, b: Rect, within: Rect) -> Vec<Point> {
        let direct = route(a, b);
        if a.overlaps(b) {
            return direct;
        }
        match self.near(a, b) {
            Some(near) => around::cheapest((a, b), within, &near, direct),
            None => direct,
        }
    }

    /// What stands between two boxes or beside; none where that is too much.
    fn near(&self, a: Rect, b: Rect) -> Option<Vec<Obstacle>> {
        let field = field(a, b);
        // What lies in an end, or is one, is not between the two.
        let between = |rect: &&Rect| rect.overlaps(field) && !a.encloses(**rect) && !b.encloses(**rect);
        let some =
            |all: &Sorted| all.beside(field).filter(between).take(MOST + 1).copied().collect::<Vec<Rect>>();
        let (cards, places) = (some(&self.cards), some(&self.places));
        if cards.len() + places.len() > MOST {
            return None;
        }
        let obstacle = |rect: Rect, sort: Sort| Obstacle { rect, sort };
        let mut near: Vec<Obstacle> = cards.into_iter().map(|card| obstacle(card, Sort::Card)).collect();
        for place in places {
            let Rect { x, y, w, h } = place;
            near.push(obstacle(Rect { h: HEADER, ..place }, Sort::Heading));
            near.extend([x, place.right()].map(|x| obstacle(Rect::new(x, y, 0.0, h), Sort::Border)));
            near.extend([y, place.bottom()].map(|y| obstacle(Rect::new(x, y, w, 0.0), Sort::Border)));
            if !place.encloses(a) && !place.encloses(b) {
                near.push(obstacle(place, Sort::Foreign));
            }
        }
        Some(near)
    }
}

/// All that the way between two boxes depends on lies in here.
fn field(a: Rect, b: Rect) -> Rect {
    a.union(b).grown(FIELD)
}
