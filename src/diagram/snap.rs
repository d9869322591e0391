//! Where something that is dragged comes to rest: at an edge or the centre of a neighbour, else on the grid.

use crate::diagram::sizes::snapped;
use crate::diagram::{Point, Rect};

/// A distance that was corrected, and the lines that show why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snap {
    /// To the right.
    pub dx: f64,
    /// Downwards.
    pub dy: f64,
    /// At most one for each axis.
    pub guides: Vec<Guide>,
}

/// A line along an edge or centre that two elements share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end.
    pub from: Point,
    /// The other.
    pub to: Point,
}

/// The distance `by` for a rectangle, corrected by at most `reach` (drawing units) so that an edge or the centre of it
/// meets one of a neighbour's; on an axis without such a neighbour the rectangle's corner falls on the grid.
pub fn snap(rect: Rect, by: (f64, f64), neighbours: &[Rect], reach: f64) -> Snap {
    let moved = rect.shifted(by.0, by.1);
    let x = nearest(moved, neighbours, reach);
    let turned: Vec<Rect> = neighbours.iter().map(|rect| rect.turned()).collect();
    let y = nearest(moved.turned(), &turned, reach);
    let dx = x.map_or(snapped(moved.x) - rect.x, |(by_x, _, _)| by.0 + by_x);
    let dy = y.map_or(snapped(moved.y) - rect.y, |(by_y, _, _)| by.1 + by_y);
    let rest = rect.shifted(dx, dy);
    let upright = x.map(|(_, at, other)| guide(at, rest.union(other)));
    let level = y.map(|(_, at, other)| {
        let Guide { from, to } = guide(at, rest.turned().union(other));
        Guide { from: from.turned(), to: to.turned() }
    });
    Snap { dx, dy, guides: upright.into_iter().chain(level).collect() }
}

/// The smallest correction along x that aligns two of the lines, where they meet then, and with whom.
fn nearest(moved: Rect, neighbours: &[Rect], reach: f64) -> Option<(f64, f64, Rect)> {
    let lines = |rect: Rect| [rect.x, rect.centre().x, rect.right()];
    let pairs = neighbours.iter().flat_map(|other| {
        lines(*other)
            .into_iter()
            .flat_map(move |at| lines(moved).into_iter().map(move |own| (at - own, at, *other)))
    });
    pairs.filter(|(by, ..)| by.abs() <= reach).min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))
}

fn guide(x: f64, along: Rect) -> Guide {
    Guide { from: Point::new(x, along.y), to: Point::new(x, along.bottom()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Rect = Rect { x: 0.0, y: 0.0, w: 100.0, h: 40.0 };

    #[test]
    fn an_edge_that_comes_near_a_neighbours_edge_meets_it_and_a_line_shows_it() {
        let other = CARD.shifted(203.0, 300.0);
        let Snap { dx, dy, guides } = snap(CARD, (199.0, 90.0), &[other], 6.0);
        assert_eq!((dx, dy), (203.0, snapped(90.0)), "aligned to the left edge, on the grid downwards");
        assert_eq!(guides.len(), 1);
        assert_eq!((guides[0].from, guides[0].to), (Point::new(203.0, dy), Point::new(203.0, 340.0)));
    }

    #[test]
    fn the_nearest_of_several_lines_wins_and_never_by_more_than_the_reach() {
        let near = CARD.shifted(102.0, 500.0);
        let nearer = CARD.shifted(99.0, 900.0);
        let Snap { dx, guides, .. } = snap(CARD, (100.0, 0.0), &[near, nearer], 6.0);
        assert_eq!((dx, guides.len()), (99.0, 1));
        let far = CARD.shifted(107.0, 500.0);
        assert_eq!(
            snap(CARD, (100.0, 0.0), &[far], 6.0),
            Snap { dx: snapped(100.0), dy: 0.0, guides: vec![] }
        );
    }

    #[test]
    fn centres_meet_as_well_on_both_axes() {
        let wide = Rect::new(300.0, 300.0, 200.0, 80.0);
        let Snap { dx, dy, guides } = snap(CARD, (352.0, 318.0), &[wide], 6.0);
        assert_eq!((dx, dy, guides.len()), (350.0, 320.0, 2));
    }
}
