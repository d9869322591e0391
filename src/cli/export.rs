//! `reachplan export`.

use crate::cli::{Exported, Outcome, Read, load};
use crate::export;

/// The plan in another format.
pub(super) fn export(exported: &Exported, read: Read<'_>) -> Outcome {
    let Exported { file, format, options } = exported;
    match load(file, options.language, read) {
        Ok(document) => Outcome::printed(export::text(*format, &document, options), 0),
        Err(outcome) => outcome,
    }
}
