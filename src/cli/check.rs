//! `reachplan check`.

use crate::analysis::analyse;
use crate::cli::{Args, Format, Outcome};
use crate::export::{Paint, markdown, text};
use crate::report::report;
use crate::topology::Document;

/// The report in the form asked for.
pub(super) fn check(document: &Document, args: &Args, paint: Paint) -> Outcome {
    let analysis = analyse(&document.topology);
    let report = report(&document.topology, &analysis, args.language);
    let out = match args.format {
        Format::Text => text(&document.topology, &report, args.language, paint),
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
