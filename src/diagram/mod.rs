//! The drawing as geometry: where everything is, how lines run, and what a pointer does. Pure: knows no browser and no
//! signals.

mod aligning;
mod arrange;
mod autopan;
pub mod detail;
pub mod draw;
mod gesture;
pub mod glyph;
pub mod joining;
mod lines;
mod markup;
pub mod moving;
mod picture;
mod route;
mod shape;
pub mod sizes;
mod snap;
#[cfg(test)]
mod tests;
pub mod text;
mod trace;
mod viewport;
mod wheel;

pub use aligning::aligned;
pub use arrange::{Arrangement, arrange, depth, rearrange};
pub use autopan::{AUTOPAN_DELAY, autopan};
pub use gesture::{Gesture, Grip, Held, Input, Intent, Pointer, Press};
pub use lines::{LineId, lines, waiting};
pub use picture::picture;
pub use route::{Things, path_data, route, simplified};
pub use shape::{Point, Rect};
pub use snap::{Guide, Snap, snap};
pub use trace::{Trace, pieces_data, trace};
pub use viewport::{Viewport, ZOOM_LEAST, ZOOM_MOST, wheel_factor};
pub use wheel::{Rolled, Turn, Wheel, WheelUse};
