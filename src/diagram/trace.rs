//! The path of a result through the drawing: one line from the resource group to the data source, along what is drawn
//! already, and the point where it stops.

use crate::base::Id;
use crate::diagram::{Arrangement, Point, Rect, route, simplified};
use crate::topology::Topology;

/// A traced path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// As far as traffic comes.
    pub reached: Vec<Point>,
    /// From there on.
    pub beyond: Vec<Point>,
    /// Where it stops, where it does.
    pub stop: Option<Point>,
}

/// Traces a path over elements. `stop` is the position in `path` of the element that stops it, where one does.
pub fn trace(topology: &Topology, arrangement: &Arrangement, path: &[Id], stop: Option<usize>) -> Trace {
    let mut line: Vec<Point> = Vec::new();
    let mut cut: Option<usize> = None;
    for (at, (from, to)) in path.iter().zip(path.iter().skip(1)).enumerate() {
        if stop == Some(at) {
            cut = Some(line.len());
        }
        let last = at + 2 == path.len();
        extend(&mut line, topology, arrangement, (from, to), last);
    }
    let Some(stop) = stop else {
        return Trace { reached: simplified(&line), beyond: Vec::new(), stop: None };
    };
    let cut = cut.unwrap_or(line.len());
    let (reached, rest) = line.split_at_checked(cut).unwrap_or((&line, &[]));
    let beyond: Vec<Point> = reached.last().into_iter().chain(rest).copied().collect();
    let alone = || path.get(stop).and_then(|id| arrangement.get(id)).map(|rect| Point::new(rect.right(), rect.centre().y));
    let point = reached.last().or(line.first()).copied().or_else(alone);
    Trace { reached: simplified(reached), beyond: simplified(&beyond), stop: point }
}

/// Leads the line on to the next element.
fn extend(line: &mut Vec<Point>, topology: &Topology, arrangement: &Arrangement, (from, to): (&Id, &Id), last: bool) {
    let Some((a, b)) = arrangement.get(from).zip(arrangement.get(to)) else { return };
    if a.encloses(b) || b.encloses(a) {
        // Going out of a place needs no line, and going in only at the end.
        if last && a.encloses(b) {
            let start = line.last().copied().unwrap_or(a.centre());
            line.extend(inwards(start, b));
        }
        return;
    }
    // The same line that is drawn between the two, in the direction of the path.
    let backwards = topology.connections.contains_key(from);
    let mut leg = if backwards { route(b, a) } else { route(a, b) };
    if backwards {
        leg.reverse();
    }
    if let Some((end, start)) = line.last().copied().zip(leg.first().copied()) {
        line.extend(between(end, start));
    }
    line.extend(leg);
}

/// From a point to the nearest side of a box, turning half way.
fn inwards(start: Point, to: Rect) -> Vec<Point> {
    let centre = to.centre();
    if (to.x..=to.right()).contains(&start.x) {
        let y = if start.y <= centre.y { to.y } else { to.bottom() };
        return vec![start, Point::new(start.x, y)];
    }
    let x = if start.x < centre.x { to.x } else { to.right() };
    between(start, Point::new(x, centre.y))
}

/// Between two points: straight, or across to the middle, along, and across again.
fn between(start: Point, end: Point) -> Vec<Point> {
    let middle = f64::midpoint(start.x, end.x);
    vec![start, Point::new(middle, start.y), Point::new(middle, end.y), end]
}
