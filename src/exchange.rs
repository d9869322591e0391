//! Jobs that the page leaves to its second program (`src/bin/exchange.rs`): slow ones, and those that few visits ask for,
//! so that they hold up neither the first use nor the drawing. Text goes in and text comes out, both JSON.

use serde::{Deserialize, Serialize};

use crate::compare;
use crate::export::{self, Format, Line, Options, Theme, difference_lines};
use crate::i18n::{Language, importing};
use crate::import::{self, Source};
use crate::topology::Document;
use crate::wire;

/// What can be asked for. A document travels as the text of its file; words are those of the command line.
#[derive(Debug, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
enum Job {
    /// What `reachplan export` prints.
    Export {
        document: String,
        format: String,
        theme: String,
        language: String,
        /// Steps that were ticked by hand, one a line.
        #[serde(default)]
        ticked: String,
    },
    /// What `reachplan diff` tells, line by line.
    Compare { old: String, new: String, language: String },
    /// What `reachplan import` finds in files, as a plan of its own and merged into the present one.
    Import { files: Vec<File>, present: Option<String>, language: String },
}

#[derive(Debug, Deserialize)]
struct File {
    name: String,
    text: String,
}

/// What comes back; everything is absent where there was something wrong with the job.
#[derive(Debug, Default, Serialize)]
struct Answer {
    /// The text asked for.
    text: Option<String>,
    /// What differs.
    lines: Option<Vec<Line>>,
    /// What an import tells.
    account: Vec<Part>,
    /// The plan of what was found.
    document: Option<String>,
    /// The present plan with what was found.
    merged: Option<String>,
}

/// One part of what an import tells.
#[derive(Debug, Serialize)]
struct Part {
    key: &'static str,
    title: &'static str,
    lines: Vec<String>,
}

/// Does a job; tells now and then how many hundredths are done, where that is known.
pub fn answer(request: &str, tell: &mut dyn FnMut(u8)) -> String {
    let answer = serde_json::from_str(request).map(|job| done(job, tell)).unwrap_or_default();
    serde_json::to_string(&answer).unwrap_or_default()
}

fn done(job: Job, tell: &mut dyn FnMut(u8)) -> Answer {
    match job {
        Job::Export { document, format, theme, language, ticked } => {
            Answer { text: exported(&document, &format, &theme, &language, &ticked), ..Answer::default() }
        }
        Job::Compare { old, new, language } => {
            Answer { lines: compared(&old, &new, &language), ..Answer::default() }
        }
        Job::Import { files, present, language } => imported(files, present.as_deref(), &language, tell),
    }
}

fn exported(document: &str, format: &str, theme: &str, language: &str, ticked: &str) -> Option<String> {
    let document = wire::read(document).ok()?;
    let options = Options {
        language: Language::from_key(language)?,
        theme: Theme::from_key(theme)?,
        ticked: ticked.lines().map(ToOwned::to_owned).collect(),
        ..Options::default()
    };
    Some(export::text(Format::from_key(format)?, &document, &options))
}

fn compared(old: &str, new: &str, language: &str) -> Option<Vec<Line>> {
    let (old, new) = (wire::read(old).ok()?, wire::read(new).ok()?);
    Some(difference_lines(&compare::documents(&old, &new), (&old, &new), Language::from_key(language)?))
}

fn imported(files: Vec<File>, present: Option<&str>, language: &str, tell: &mut dyn FnMut(u8)) -> Answer {
    let language = Language::from_key(language).unwrap_or_default();
    let sources: Vec<Source> =
        files.into_iter().map(|file| Source { name: file.name, text: file.text }).collect();
    let all = sources.iter().map(|source| source.text.len()).sum::<usize>().max(1);
    let mut told = 0;
    let found = import::recognise_telling(&sources, &mut |read| {
        let hundredths = u8::try_from(read * 100 / all).unwrap_or(100);
        if hundredths > told {
            told = hundredths;
            tell(hundredths);
        }
    });
    let merged =
        present.and_then(|text| wire::read(text).ok()).map(|present| import::merge(&present, &found));
    let changes = merged.as_ref().map(|merged| (&*merged.document.topology, merged.changes.as_slice()));
    let account = importing::account(language, &found, changes).into_iter();
    let part = |(heading, lines): (importing::Heading, Vec<String>)| Part {
        key: heading.key(),
        title: heading.text(language),
        lines,
    };
    let document = (!found.is_empty()).then(|| written(&found.document("")));
    Answer {
        account: account.map(part).collect(),
        document: document.flatten(),
        merged: merged.filter(|_| !found.is_empty()).and_then(|merged| written(&merged.document)),
        ..Answer::default()
    }
}

/// The text of a document; nothing of one that no reader would take.
fn written(document: &Document) -> Option<String> {
    let text = wire::write(document);
    wire::read(&text).is_ok().then_some(text)
}
