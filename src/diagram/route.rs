//! How lines run: along the axes, with rounded corners, from the edge of one box to the edge of another.

use std::fmt::Write as _;

use crate::diagram::markup::Short;
use crate::diagram::{Point, Rect};

/// The radius of a corner.
const CORNER: f64 = 6.0;
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

/// A line as the `d` of a path, its corners rounded.
pub fn path_data(points: &[Point]) -> String {
    let mut data = String::new();
    let mut before: Option<Point> = None;
    for (at, point) in points.iter().enumerate() {
        let Some(last) = before.replace(*point) else {
            push(&mut data, 'M', *point);
            continue;
        };
        match points.get(at + 1) {
            Some(next) => {
                let radius = CORNER.min(last.distance(*point) / 2.0).min(point.distance(*next) / 2.0);
                push(&mut data, 'L', towards(*point, last, radius));
                let end = towards(*point, *next, radius);
                // Writing to a string cannot fail.
                let _ =
                    write!(data, "Q{} {} {} {}", Short(point.x), Short(point.y), Short(end.x), Short(end.y));
            }
            None => push(&mut data, 'L', *point),
        }
    }
    data
}

/// A line without repeated points and without points between two in the same direction.
pub fn simplified(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if kept.last().is_some_and(|last| last.distance(*point) < 0.5) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && straight(*a, *b, *point)
        {
            kept.pop();
        }
        kept.push(*point);
    }
    kept
}

fn straight(a: Point, b: Point, c: Point) -> bool {
    ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)).abs() < 0.01
}

fn push(data: &mut String, command: char, point: Point) {
    let _ = write!(data, "{command}{} {}", Short(point.x), Short(point.y));
}

fn towards(from: Point, to: Point, length: f64) -> Point {
    let whole = from.distance(to).max(0.001);
    Point::new(from.x + (to.x - from.x) * length / whole, from.y + (to.y - from.y) * length / whole)
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

fn within(value: f64, low: f64, high: f64) -> f64 {
    let margin = MARGIN.min((high - low) / 2.0);
    value.clamp(low + margin, high - margin)
}

fn nested(from: Rect, to: Rect) -> Vec<Point> {
    let (outer, inner, turned) = if from.encloses(to) { (from, to, false) } else { (to, from, true) };
    let centre = inner.centre();
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
