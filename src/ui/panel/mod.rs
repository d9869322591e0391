//! The panels around the drawing: what can be added, what is the result, what is selected, and every connection.

mod copy;
mod finding;
mod inspector;
mod light;
mod outline;
mod overview;
mod palette;
mod path;
mod result;
mod section;
mod step;
mod ticks;
mod whitelist;

pub use finding::General;
pub use inspector::Inspector;
pub use outline::Outline;
pub use overview::Overview;
pub use palette::Palette;
pub use result::ResultPanel;
