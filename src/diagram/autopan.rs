//! Moving the view while something is dragged near the edge of the surface.

use crate::diagram::Point;

/// How wide the edge is, in screen pixels.
const EDGE: f64 = 32.0;
/// The most that the view moves in one frame, in screen pixels.
const FASTEST: f64 = 18.0;
/// How long the pointer rests at the edge before the view moves, in milliseconds.
pub const AUTOPAN_DELAY: u32 = 150;

/// How far the drawing moves on the screen in one frame for a pointer there: faster the nearer it is to the edge, and
/// not at all elsewhere or outside of the surface.
pub fn autopan(at: Point, (width, height): (f64, f64)) -> (f64, f64) {
    if at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height {
        return (0.0, 0.0);
    }
    (speed(at.x, width), speed(at.y, height))
}

fn speed(at: f64, size: f64) -> f64 {
    // On a surface narrower than two edges nothing would be left to rest on.
    let edge = EDGE.min(size / 4.0);
    let depth = if at < edge {
        1.0 - at / edge
    } else if at > size - edge {
        (size - at) / edge - 1.0
    } else {
        0.0
    };
    depth * FASTEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_moves_away_from_the_edge_and_faster_near_it() {
        let size = (800.0, 600.0);
        assert_eq!(autopan(Point::new(400.0, 300.0), size), (0.0, 0.0));
        assert_eq!(autopan(Point::new(0.0, 300.0), size), (FASTEST, 0.0));
        assert_eq!(autopan(Point::new(400.0, 600.0), size), (0.0, -FASTEST));
        let (slow, _) = autopan(Point::new(24.0, 300.0), size);
        assert!(slow > 0.0 && slow < FASTEST / 2.0, "{slow}");
        assert_eq!(autopan(Point::new(801.0, 300.0), size), (0.0, 0.0), "the pointer left");
    }
}
