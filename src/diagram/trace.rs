//! The path of a result through the drawing: from the resource group to the data source along what is drawn already,
//! and the point where it stops. It ends at the edge of a place and goes on from another, so that it crosses no heading.

use crate::base::Id;
use crate::base::order;
use crate::diagram::sizes::HEADER;
use crate::diagram::{Arrangement, Point, Rect, path_data, route, simplified};
use crate::topology::Topology;

/// How far a line keeps from the corners of a box.
const MARGIN: f64 = 14.0;

/// A traced path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// As far as traffic comes, as pieces between the edges of places.
    pub reached: Vec<Vec<Point>>,
    /// From there on.
    pub beyond: Vec<Vec<Point>>,
    /// Where it stops, where it does.
    pub stop: Option<Point>,
}

/// Traces a path over elements. `stop` is the position in `path` of the element that stops it, where one does.
pub fn trace(topology: &Topology, arrangement: &Arrangement, path: &[Id], stop: Option<usize>) -> Trace {
    let mut trace = Trace::default();
    let mut at: Option<(Rect, Point)> = None;
    for (nth, (from, to)) in path.iter().zip(path.iter().skip(1)).enumerate() {
        let last = nth + 2 == path.len();
        let Some(piece) = piece(topology, arrangement, (from, to), at, last) else {
            continue;
        };
        at = arrangement.get(to).zip(piece.last().copied());
        if stop.is_some_and(|stop| nth >= stop) {
            trace.beyond.push(piece);
        } else {
            trace.reached.push(piece);
        }
    }
    let edge = |id: &Id| arrangement.get(id).map(|rect| Point::new(rect.right(), rect.centre().y));
    trace.stop = stop.and_then(|stop| {
        let last = trace.reached.last().and_then(|piece| piece.last().copied());
        let first = || trace.beyond.first().and_then(|piece| piece.first().copied());
        last.or_else(first).or_else(|| path.get(stop).and_then(edge))
    });
    trace
}

/// Several lines as the `d` of one path.
pub fn pieces_data(pieces: &[Vec<Point>]) -> String {
    pieces.iter().map(|piece| path_data(piece)).collect()
}

/// The line on to the next element; none where that is only the place around.
fn piece(
    topology: &Topology,
    arrangement: &Arrangement,
    (from, to): (&Id, &Id),
    at: Option<(Rect, Point)>,
    last: bool,
) -> Option<Vec<Point>> {
    let (a, b) = arrangement.get(from).zip(arrangement.get(to))?;
    if a.encloses(b) || b.encloses(a) {
        // Going out of a place needs no line, and going in only at the end.
        let (_, start) = at.filter(|_| last && a.encloses(b))?;
        return Some(simplified(&inwards(start, b)));
    }
    // The same line that is drawn between the two, in the direction of the path; where none is drawn, a way around what
    // has to stay readable.
    let backwards = topology.connections.contains_key(from);
    let drawn = backwards || topology.connections.contains_key(to) || is_bound(topology, from, to);
    let mut line = match (drawn, backwards) {
        (true, true) => route(b, a),
        (true, false) => route(a, b),
        (false, _) => around(a, b, arrangement),
    };
    if backwards {
        line.reverse();
    }
    let inner = at.filter(|(rect, _)| *rect != a && a.encloses(*rect));
    let lead =
        inner.zip(line.first().copied()).map(|((rect, _), start)| between(leaving(rect, start), start));
    Some(simplified(&lead.into_iter().flatten().chain(line).collect::<Vec<Point>>()))
}

fn is_bound(topology: &Topology, group: &Id, vswitch: &Id) -> bool {
    topology
        .resource_group(group)
        .is_some_and(|group| group.bindings.iter().any(|binding| binding.vswitch == *vswitch))
}

/// Cards and headings, but for those of the two ends. A place that traffic does not pass is best not crossed at all: then
/// `whole` places count, but for those around an end.
fn obstacles(arrangement: &Arrangement, a: Rect, b: Rect, whole: bool) -> Vec<Rect> {
    let rects =
        |ids: &[Id]| ids.iter().filter_map(|id| arrangement.nodes.get(id)).copied().collect::<Vec<Rect>>();
    let foreign = |place: Rect| !place.encloses(a) && !place.encloses(b);
    let seen = |place: Rect| if whole && foreign(place) { place } else { Rect { h: HEADER, ..place } };
    let headings = rects(&arrangement.containers).into_iter().map(seen);
    let cards = rects(&arrangement.cards).into_iter().filter(|rect| !a.encloses(*rect) && !b.encloses(*rect));
    headings.chain(cards).filter(|rect| !rect.overlaps(a)).collect()
}

/// The straight way, or the nearest lane above or below what it would cross.
fn around(a: Rect, b: Rect, arrangement: &Arrangement) -> Vec<Point> {
    let way = |whole| clear(a, b, &obstacles(arrangement, a, b, whole));
    way(true).or_else(|| way(false)).unwrap_or_else(|| route(a, b))
}

fn clear(a: Rect, b: Rect, obstacles: &[Rect]) -> Option<Vec<Point>> {
    let direct = route(a, b);
    if is_clear(&direct, obstacles) {
        return Some(direct);
    }
    let (start_x, out, end_x) =
        if b.x >= a.right() { (a.right(), 12.0, b.x) } else { (a.x, -12.0, b.right()) };
    let (start, end) = (Point::new(start_x, a.centre().y), Point::new(end_x, b.centre().y));
    let via = |lane: f64| {
        let (leave, enter) = (start_x + out, end_x - out);
        vec![
            start,
            Point::new(leave, start.y),
            Point::new(leave, lane),
            Point::new(enter, lane),
            Point::new(enter, end.y),
            end,
        ]
    };
    let mut lanes: Vec<f64> = obstacles.iter().flat_map(|rect| [rect.y - 4.0, rect.bottom() + 4.0]).collect();
    order::sort_by(&mut lanes, |one, other| (one - start.y).abs().total_cmp(&(other - start.y).abs()));
    lanes.into_iter().map(via).find(|line| is_clear(line, obstacles))
}

fn is_clear(line: &[Point], obstacles: &[Rect]) -> bool {
    let segments =
        line.iter().zip(line.iter().skip(1)).map(|(from, to)| Rect::between(*from, *to).grown(1.5));
    segments.into_iter().all(|segment| !obstacles.iter().any(|rect| rect.overlaps(segment)))
}

/// The point on the edge of a box that is nearest to where a line goes on.
fn leaving(rect: Rect, towards: Point) -> Point {
    let along = |value: f64, low: f64, high: f64| {
        value.clamp(low + MARGIN.min((high - low) / 2.0), high - MARGIN.min((high - low) / 2.0))
    };
    if towards.x >= rect.right() {
        Point::new(rect.right(), along(towards.y, rect.y, rect.bottom()))
    } else if towards.x <= rect.x {
        Point::new(rect.x, along(towards.y, rect.y, rect.bottom()))
    } else {
        let y = if towards.y > rect.centre().y { rect.bottom() } else { rect.y };
        Point::new(along(towards.x, rect.x, rect.right()), y)
    }
}

/// From a point to the nearest side of a box, turning half way.
fn inwards(start: Point, to: Rect) -> Vec<Point> {
    between(start, leaving(to, start))
}

/// Between two points: straight, or across to the middle, along, and across again.
fn between(start: Point, end: Point) -> Vec<Point> {
    let middle = f64::midpoint(start.x, end.x);
    vec![start, Point::new(middle, start.y), Point::new(middle, end.y), end]
}
