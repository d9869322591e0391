//! Pan and zoom: between screen pixels (from the top left corner of the canvas) and drawing units.

use crate::diagram::{Point, Rect};

/// The smallest zoom.
pub const ZOOM_LEAST: f64 = 0.05;
/// The largest zoom.
pub const ZOOM_MOST: f64 = 4.0;
/// What fit leaves free around the drawing, in screen pixels.
const FIT_PADDING: f64 = 64.0;
/// A canvas narrower than this is a phone's, and has less to spare: in pixels.
const PHONE: f64 = 480.0;
const PHONE_PADDING: f64 = 16.0;
/// Fit never enlarges: a plan of two nodes is not blown up.
const FIT_MOST: f64 = 1.0;

/// What part of the drawing is seen: screen = drawing × zoom + offset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Horizontal offset in screen pixels.
    pub x: f64,
    /// Vertical offset in screen pixels.
    pub y: f64,
    /// Screen pixels for each drawing unit.
    pub zoom: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl Viewport {
    /// The point of the drawing under a point of the screen.
    pub fn to_drawing(self, screen: Point) -> Point {
        Point { x: (screen.x - self.x) / self.zoom, y: (screen.y - self.y) / self.zoom }
    }

    /// Where on the screen a point of the drawing is.
    pub fn to_screen(self, drawing: Point) -> Point {
        Point { x: drawing.x * self.zoom + self.x, y: drawing.y * self.zoom + self.y }
    }

    /// Moved by screen pixels.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Enlarged by a factor; what is under `at` stays there.
    #[must_use]
    pub fn zoomed(self, at: Point, factor: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(ZOOM_LEAST, ZOOM_MOST);
        let real = zoom / self.zoom;
        Self { x: at.x - (at.x - self.x) * real, y: at.y - (at.y - self.y) * real, zoom }
    }

    /// The view that shows all of `area` in the middle of a canvas of this size.
    pub fn fitting(area: Rect, width: f64, height: f64) -> Self {
        let padding = |size: f64| if size < PHONE { PHONE_PADDING } else { FIT_PADDING };
        let room = |size: f64| (size - 2.0 * padding(size)).max(40.0);
        let zoom =
            (room(width) / area.w.max(1.0)).min(room(height) / area.h.max(1.0)).clamp(ZOOM_LEAST, FIT_MOST);
        let centre = area.centre();
        Self { x: width / 2.0 - centre.x * zoom, y: height / 2.0 - centre.y * zoom, zoom }
    }

    /// What a canvas of this size shows of the drawing.
    pub fn seen(self, width: f64, height: f64) -> Rect {
        Rect::between(self.to_drawing(Point::default()), self.to_drawing(Point { x: width, y: height }))
    }

    /// Whether any of `area` is seen on a canvas of this size.
    pub fn sees(self, area: Rect, width: f64, height: f64) -> bool {
        self.seen(width, height).overlaps(area)
    }

    /// The smallest pan that brings `area` into a canvas of this size.
    #[must_use]
    pub fn revealing(self, area: Rect, width: f64, height: f64) -> Self {
        let (low, high) =
            (self.to_screen(area.origin()), self.to_screen(Point { x: area.right(), y: area.bottom() }));
        Self { x: self.x + nudge(low.x, high.x, width), y: self.y + nudge(low.y, high.y, height), ..self }
    }
}

/// How far a span has to move to lie inside `0..size`; the start wins where it is larger.
fn nudge(low: f64, high: f64, size: f64) -> f64 {
    const MARGIN: f64 = 24.0;
    if low < MARGIN {
        MARGIN - low
    } else if high > size - MARGIN {
        (size - MARGIN - high).max(MARGIN - low)
    } else {
        0.0
    }
}

/// The zoom factor of a wheel event with this vertical distance in pixels; one notch never more than a quarter.
pub fn wheel_factor(delta: f64) -> f64 {
    (-delta / 500.0).exp2().clamp(0.8, 1.25)
}
