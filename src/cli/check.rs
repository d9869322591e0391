//! `reachplan check`.

use crate::analysis::analyse;
use crate::cli::{Args, Format, Outcome, Split};
use crate::export::{Paint, markdown, markdown_by_owner, text};
use crate::report::report;
use crate::topology::Document;

/// The report in the form asked for.
pub(super) fn check(document: &Document, args: &Args, paint: Paint) -> Outcome {
    let analysis = analyse(&document.topology);
    let report = report(&document.topology, &analysis, args.language);
    let out = match args.format {
        Format::Text => text(&document.topology, &report, args.language, paint),
        Format::Markdown if args.split == Split::Owner => {
            markdown_by_owner(document, &analysis, args.language)
        }
        Format::Markdown => markdown(document, &report, args.language),
        Format::Json => match serde_json::to_string_pretty(&report) {
            Ok(json) => json + "\n",
            Err(error) => {
                return Outcome::failed(format!("{error}\n"));
            }
        },
    };
    Outcome::printed(out, u8::from(!report.is_clean()))
}
