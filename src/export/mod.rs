//! Rendered for people and for other programs: a report as text for a terminal or as a Markdown runbook for a ticket, what
//! stands behind its codes, and a whole plan as a file of another format. The page and the command line write the same bytes.

mod csv;
mod difference;
mod explanation;
mod format;
mod hand_over;
mod markdown;
mod needs;
mod paper;
pub mod png;
mod script;
pub mod svg;
mod tasks;
mod terminal;
mod terraform;
mod wrap;

pub use difference::{Line, difference_json, difference_lines, difference_markdown, difference_text};
pub use explanation::{explanation_list, explanation_text, explanations_json};
pub use format::{Format, Options, Split, Theme, Ticked, report_json, text};
pub use hand_over::{markdown_by_owner, part_markdown};
pub use markdown::markdown;
pub use paper::paper;
pub use terminal::{Paint, terminal};

/// The text of the document that a picture holds, SVG or PNG; nothing where the file is no picture or holds none.
pub fn embedded(file: &[u8]) -> Option<String> {
    png::embedded(file).or_else(|| {
        let text = std::str::from_utf8(file).ok()?;
        text.trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('<')
            .then(|| svg::embedded(text))
            .flatten()
    })
}
