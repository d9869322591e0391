//! `reachplan import`: the plan to standard output, the dry run's account to standard error.

use crate::cli::{Imported, Outcome, Read, load};
use crate::i18n::{Language, importing};
use crate::import::{Found, Merged, Source, Trouble, merge, recognise};
use crate::wire;

/// A plan of the files, or the present plan with what they tell. Without anything to draw, or with a present plan that
/// cannot be read, there is nothing to print.
pub(super) fn import(imported: &Imported, read: Read<'_>) -> Outcome {
    let language = imported.language;
    let present = match imported.present.as_deref().map(|file| load(file, language, read)).transpose() {
        Ok(present) => present,
        Err(outcome) => return outcome,
    };
    let (mut sources, mut unread, mut missing) = (Vec::new(), String::new(), false);
    for file in &imported.files {
        let name = if file == "-" { language.pick("standard input", "标准输入") } else { file };
        match read(file).map(|bytes| Source::of_bytes(name, bytes)) {
            Ok(Ok(source)) => sources.push(source),
            Ok(Err(what)) => {
                let trouble = Trouble { file: name.to_owned(), what };
                unread += &(importing::trouble(language, &trouble) + "\n");
            }
            Err(problem) => {
                missing = true;
                unread += &[name, ": ", &problem, "\n"].concat();
            }
        }
    }
    // Without a file that was named by mistake the plan would be half of what was meant.
    if missing {
        return Outcome::failed(unread);
    }
    let found = recognise(&sources);
    let merged = present.map(|present| merge(&present, &found));
    let err = unread + &account(language, &found, merged.as_ref());
    if found.is_empty() {
        return Outcome::failed(err + importing::nothing(language) + "\n");
    }
    let document = merged.map_or_else(|| found.document(""), |merged| merged.document);
    // What no reader would take is not handed out.
    let out = wire::write(&document);
    match wire::read(&out) {
        Ok(_) => Outcome { out, err, status: 0 },
        Err(_) => Outcome::failed(err),
    }
}

/// What an import tells, for standard error.
fn account(language: Language, found: &Found, merged: Option<&Merged>) -> String {
    let merged = merged.map(|merged| (&*merged.document.topology, merged.changes.as_slice()));
    let mut text = String::new();
    for (heading, lines) in importing::account(language, found, merged) {
        text += heading.text(language);
        text.push('\n');
        lines.iter().for_each(|line| text += &["  ", line, "\n"].concat());
    }
    text
}
