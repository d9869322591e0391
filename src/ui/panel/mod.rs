//! The panels around the drawing: what can be added, what is the result, what is selected, and every connection.

mod advice;
pub mod copy;
mod explain;
pub mod finding;
pub mod inspector;
mod light;
pub mod outline;
pub mod overview;
pub mod palette;
pub mod paper;
mod path;
pub mod peek;
pub mod result;
pub mod section;
mod step;
mod ticks;
mod whitelist;

pub use finding::General;
pub use inspector::Inspector;
pub use outline::Outline;
pub use overview::Overview;
pub use palette::Palette;
pub use paper::Paper;
pub use peek::Peek;
pub use result::ResultPanel;
