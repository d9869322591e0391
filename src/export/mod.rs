//! Reports rendered for people: as text for a terminal, as a Markdown runbook for a ticket.

mod markdown;
mod text;

pub use markdown::markdown;
pub use text::{Paint, text};
