//! `reachplan link` and `reachplan open`.

use crate::cli::{Args, Outcome, Read, load, text_of};
use crate::i18n::{Language, link_problem};
use crate::link::{read as read_link, write as write_link};
use crate::topology::Document;
use crate::wire;

/// The link of a plan.
pub(super) fn link(args: &Args, read: Read<'_>) -> Outcome {
    match load(&args.file, args.language, read) {
        Ok(document) => Outcome::printed(write_link(&document) + "\n", 0),
        Err(outcome) => outcome,
    }
}

/// The document of a link.
pub(super) fn open(args: &Args, read: Read<'_>) -> Outcome {
    let link = match args.file.as_str() {
        "-" => text_of("-", args.language, read),
        link => Ok(link.to_owned()),
    };
    match link.and_then(|link| document(&link, args.language)) {
        Ok(document) => Outcome::printed(wire::write(&document), 0),
        Err(outcome) => outcome,
    }
}

/// Whether a word is rather a link than the name of a file.
pub(super) fn is_one(word: &str) -> bool {
    word.split_once("#p").is_some_and(|(_, rest)| {
        rest.split_once('.').is_some_and(|(packing, _)| packing.parse::<u32>().is_ok())
    })
}

pub(super) fn document(link: &str, language: Language) -> Result<Document, Outcome> {
    read_link(link).map_err(|problem| Outcome::failed(link_problem(language, &problem) + "\n"))
}
