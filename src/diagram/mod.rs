//! The drawing as geometry: where everything is, how lines run, and what a pointer does. Pure: knows no browser and no
//! signals.

mod shape;
mod viewport;

pub use shape::{Point, Rect};
pub use viewport::{Viewport, ZOOM_LEAST, ZOOM_MOST, wheel_factor};
