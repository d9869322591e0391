//! Rendered for people: a report as text for a terminal or as a Markdown runbook for a ticket, and what stands behind its
//! codes.

mod explanation;
mod hand_over;
mod markdown;
mod text;
mod wrap;

pub use explanation::{explanation_list, explanation_text, explanations_json};
pub use hand_over::{markdown_by_owner, part_markdown};
pub use markdown::markdown;
pub use text::{Paint, text};
