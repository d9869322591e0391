//! The direct way between two boxes, whatever stands between them: with two corners at most.

use crate::diagram::{Point, Rect};

/// How far a line keeps from the corners of a box.
const MARGIN: f64 = 14.0;

/// The line between two boxes; where one lies in the other, from the nearest edge of the outer one.
pub fn route(from: Rect, to: Rect) -> Vec<Point> {
    let gap_x = (to.x - from.right()).max(from.x - to.right());
    let gap_y = (to.y - from.bottom()).max(from.y - to.bottom());
    if gap_x < 0.0 && gap_y < 0.0 {
        return nested(from, to);
    }
    if gap_x >= gap_y {
        sideways(from, to)
    } else {
        sideways(from.turned(), to.turned()).into_iter().map(Point::turned).collect()
    }
}

/// Leaves on the right or left: straight where the boxes share a height, else with two corners in the middle.
fn sideways(from: Rect, to: Rect) -> Vec<Point> {
    let (start_x, end_x) = if to.x >= from.right() { (from.right(), to.x) } else { (from.x, to.right()) };
    let (low, high) = (from.y.max(to.y), from.bottom().min(to.bottom()));
    if high - low >= MARGIN.min(from.h / 2.0).min(to.h / 2.0) {
        let y = to
            .centre()
            .y
            .min(high - (high - low).min(MARGIN) / 2.0)
            .max(low + (high - low).min(MARGIN) / 2.0);
        return vec![Point::new(start_x, y), Point::new(end_x, y)];
    }
    let (start_y, end_y) =
        (within(to.centre().y, from.y, from.bottom()), within(from.centre().y, to.y, to.bottom()));
    let middle = f64::midpoint(start_x, end_x);
    vec![
        Point::new(start_x, start_y),
        Point::new(middle, start_y),
        Point::new(middle, end_y),
        Point::new(end_x, end_y),
    ]
}

/// The nearest height to `value` at which a line may meet a side.
pub(super) fn within(value: f64, low: f64, high: f64) -> f64 {
    let margin = MARGIN.min((high - low) / 2.0);
    value.clamp(low + margin, high - margin)
}

fn nested(from: Rect, to: Rect) -> Vec<Point> {
    let (outer, inner, turned) = if from.encloses(to) { (from, to, false) } else { (to, from, true) };
    // Where one only juts into the other, the middle of what they share lies on both.
    let (low, high) = (outer.origin(), Point::new(outer.right(), outer.bottom()));
    let middle = |a: f64, b: f64, low: f64, high: f64| f64::midpoint(a.max(low), b.min(high));
    let centre = Point::new(
        middle(inner.x, inner.right(), low.x, high.x),
        middle(inner.y, inner.bottom(), low.y, high.y),
    );
    let ways = [
        (Point::new(outer.x, centre.y), Point::new(inner.x, centre.y)),
        (Point::new(outer.right(), centre.y), Point::new(inner.right(), centre.y)),
        (Point::new(centre.x, outer.bottom()), Point::new(centre.x, inner.bottom())),
        (Point::new(centre.x, outer.y), Point::new(centre.x, inner.y)),
    ];
    let shortest = ways.into_iter().min_by(|a, b| a.0.distance(a.1).total_cmp(&b.0.distance(b.1)));
    match shortest {
        Some((edge, end)) if turned => vec![end, edge],
        Some((edge, end)) => vec![edge, end],
        None => vec![from.centre(), to.centre()],
    }
}
