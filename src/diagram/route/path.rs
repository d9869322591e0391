//! A line as what is drawn: without needless points, its corners rounded.

use std::fmt::Write as _;

use crate::diagram::Point;
use crate::diagram::markup::Short;

/// The radius of a corner.
const CORNER: f64 = 6.0;

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
