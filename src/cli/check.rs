//! `reachplan check`.

use crate::analysis::analyse;
use crate::cli::{Args, Format, Outcome};
use crate::export::{Paint, Split, Ticked, markdown, markdown_by_owner, report_json, terminal};
use crate::report::report;
use crate::topology::Document;

/// The report in the form asked for.
pub(super) fn check(document: &Document, args: &Args, paint: Paint) -> Outcome {
    let analysis = analyse(&document.topology);
    let report = report(&document.topology, &analysis, args.language);
    let out = match args.format {
        Format::Text => terminal(&document.topology, &report, args.language, paint),
        Format::Markdown if args.split == Split::Owner => {
            markdown_by_owner(document, &analysis, args.language)
        }
        Format::Markdown => markdown(document, &report, &Ticked::new(), args.language),
        Format::Json => report_json(&report),
    };
    Outcome::printed(out, u8::from(!report.is_clean()))
}
