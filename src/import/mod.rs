//! The real cloud as a plan: answers of Alibaba Cloud's command-line client, Terraform state, tables of data sources and
//! whitelists, and plans of our own become one document, or changes of one.
//!
//! Reading goes text › `parse` (allow-listed fields only, secrets never) › `detect` (which call or state it is) ›
//! `read`, `terraform`, `csv` (facts by cloud id, in whatever order) › `build` (the drawing) › `merge`. What is not known
//! stays unknown, and what was concluded is told. Never knows a file system or a browser.

mod answer;
mod build;
mod csv;
mod detect;
mod disputes;
mod facts;
mod kept;
mod legal;
mod merge;
mod parse;
mod read;
mod said;
mod source;
mod table;
mod terraform;
mod tree;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};

pub use merge::{Merged, merge};
pub use said::{Blocked, Fact, Form, Ignored, Inference, LeftOut, Question, Reason, Recognised, Warning};
pub use source::{MAX_IMPORT, Source};
pub use trouble::{Cell, Trouble, Wrong};

use crate::base::Id;
use crate::base::order::sort_by;
use crate::topology::Document;

/// The script that collects what an import needs: POSIX shell and the standard client, calls that only read.
pub const COLLECTOR: &str = include_str!("../../public/collect.sh");

/// What an import found, and what it would draw.
#[derive(Debug, Default)]
pub struct Found {
    /// What was recognised, by file and form.
    pub recognised: Vec<Recognised>,
    /// What is not in the plan, and why.
    pub ignored: BTreeSet<Ignored>,
    /// What is still not known.
    pub questions: BTreeSet<Question>,
    /// What deserves a look.
    pub warnings: BTreeSet<Warning>,
    /// What could not be read.
    pub troubles: Vec<Trouble>,
    drawn: Document,
    /// Whitelist entries of a data source that only the present plan may know, by its name.
    named: BTreeMap<String, Vec<String>>,
    /// Networks and groups of which all routes are known.
    told: BTreeSet<Id>,
}

/// What is told while files are read.
#[derive(Default)]
struct Notes {
    recognised: BTreeMap<(String, Form), usize>,
    ignored: BTreeSet<Ignored>,
    questions: BTreeSet<Question>,
    warnings: BTreeSet<Warning>,
    troubles: Vec<Trouble>,
    secrets: BTreeMap<(String, &'static str), usize>,
}

impl Notes {
    fn recognise(&mut self, file: &str, form: Form, count: usize) {
        *self.recognised.entry((file.to_owned(), form)).or_default() += count;
    }

    fn ignore(&mut self, what: impl Into<String>, why: Reason) {
        self.ignored.insert(Ignored { why, what: what.into() });
    }

    fn infer(&mut self, inference: Inference) {
        self.warnings.insert(Warning::Inferred(inference));
    }
}

/// Reads files, or pasted texts, in whatever order. Total: what cannot be read is told with its place, and the rest counts.
pub fn recognise(files: &[Source]) -> Found {
    recognise_telling(files, &mut |_| ())
}

/// The same, telling now and then how many bytes of all texts have been read. What is made of them follows after the last.
pub fn recognise_telling(files: &[Source], tell: &mut dyn FnMut(usize)) -> Found {
    let mut notes = Notes::default();
    let mut detector = detect::Detector::default();
    let mut tables = csv::Tables::default();
    let mut sorted: Vec<&Source> = files.iter().collect();
    sort_by(&mut sorted, |a, b| (&a.name, &a.text).cmp(&(&b.name, &b.text)));
    let mut before = 0;
    for file in sorted {
        let wrong = |what| Trouble { file: file.name.clone(), what };
        match source::shape(&file.text) {
            source::Shape::Json => {
                let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
                let (pieces, problems) = parse::pieces(text, &mut |read| tell(before + read));
                for piece in pieces {
                    detector.take(&mut notes, &file.name, &piece);
                }
                notes.troubles.extend(problems.into_iter().map(|problem| wrong(Wrong::Json(problem))));
            }
            source::Shape::Table => tables.take(&mut notes, &mut detector.facts, &file.name, &file.text),
            source::Shape::Wrong(what) => notes.troubles.push(wrong(what)),
        }
        before += file.text.len();
        tell(before);
    }
    detector.finish(&mut notes);
    let drawn = build::document(&detector, tables, &mut notes);
    notes.into_found(drawn)
}

impl Notes {
    fn into_found(mut self, drawn: build::Drawn) -> Found {
        for ((file, kind), count) in std::mem::take(&mut self.secrets) {
            self.warnings.insert(Warning::Secrets { file, kind, count });
        }
        let recognised = self.recognised.into_iter();
        Found {
            recognised: recognised.map(|((file, form), count)| Recognised { file, form, count }).collect(),
            ignored: self.ignored,
            questions: self.questions,
            warnings: self.warnings,
            troubles: self.troubles,
            drawn: drawn.document,
            named: drawn.named,
            told: drawn.told,
        }
    }
}

impl Found {
    /// A new plan of what was found. Everything is placed automatically, except where a plan among the files says more.
    pub fn document(&self, title: &str) -> Document {
        let mut document = self.drawn.clone();
        if document.title.is_empty() {
            document.title = title.chars().take(crate::wire::MAX_TITLE).collect();
        }
        document
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.drawn.topology.nodes.is_empty()
            && self.drawn.topology.connections.is_empty()
            && self.named.is_empty()
    }
}
