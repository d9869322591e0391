//! The path of a result through the drawing: from the resource group to the data source along what is drawn already,
//! and the point where it stops. It ends at the edge of a place and goes on from another, so that it crosses no heading.

use crate::base::Id;
use crate::diagram::{Arrangement, Point, Rect, Things, path_data, simplified};

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
pub fn trace(arrangement: &Arrangement, path: &[Id], stop: Option<usize>) -> Trace {
    let mut trace = Trace::default();
    let things = Things::of(arrangement, |_| false);
    let mut at: Option<(Rect, Point)> = None;
    let legs = legs(arrangement, path, stop);
    for (at_leg, ((nth, from), (_, to))) in legs.iter().zip(legs.iter().skip(1)).enumerate() {
        let last = at_leg + 2 == legs.len();
        let Some(piece) = piece(&things, arrangement, (from, to), at, last) else {
            continue;
        };
        at = arrangement.get(to).zip(piece.last().copied());
        if stop.is_some_and(|stop| *nth >= stop) {
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

/// The elements between which lines are drawn, with their positions in the path: a place that is only passed on the way to what
/// lies in it needs no line to its edge, unless the path stops there.
fn legs<'a>(arrangement: &Arrangement, path: &'a [Id], stop: Option<usize>) -> Vec<(usize, &'a Id)> {
    let is_passed = |nth: usize, id: &Id| {
        let before = nth.checked_sub(1).and_then(|nth| path.get(nth))?;
        let boxes = arrangement.get(before).zip(arrangement.get(id)).zip(arrangement.get(path.get(nth + 1)?));
        let ((from, place), next) = boxes?;
        let is_entered = place.encloses(next) && !place.encloses(from) && !from.encloses(place);
        Some(is_entered && stop != Some(nth) && arrangement.line(before, id).is_none())
    };
    path.iter().enumerate().filter(|(nth, id)| is_passed(*nth, id) != Some(true)).collect()
}

/// Several lines as the `d` of one path.
pub fn pieces_data(pieces: &[Vec<Point>]) -> String {
    pieces.iter().map(|piece| path_data(piece)).collect()
}

/// The line on to the next element; none where that is only the place around.
fn piece(
    things: &Things,
    arrangement: &Arrangement,
    (from, to): (&Id, &Id),
    at: Option<(Rect, Point)>,
    last: bool,
) -> Option<Vec<Point>> {
    let (a, b) = arrangement.get(from).zip(arrangement.get(to))?;
    if a.encloses(b) || b.encloses(a) {
        // Going out of a place needs no line, and going in only at the end.
        let (_, start) = at.filter(|_| last && a.encloses(b))?;
        let mut way = things.way_out(b, start, a);
        way.reverse();
        return Some(way);
    }
    let inner = at.map(|(rect, _)| rect).filter(|rect| *rect != a && a.encloses(*rect));
    // The same line that is drawn between the two; where none is drawn, the way that one would take.
    let Some(line) = arrangement.line(from, to) else {
        return Some(things.way(inner.unwrap_or(a), b));
    };
    let lead = inner.zip(line.first().copied()).map(|(rect, start)| things.way_out(rect, start, a));
    Some(simplified(&lead.into_iter().flatten().chain(line).collect::<Vec<Point>>()))
}
