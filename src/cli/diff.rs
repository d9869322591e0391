//! `reachplan diff`.

use crate::cli::{Compared, Format, Outcome, Read, load};
use crate::compare;
use crate::export::{difference_json, difference_markdown, difference_text};

/// What differs between two plans.
pub(super) fn diff(compared: &Compared, read: Read<'_>) -> Outcome {
    let language = compared.language;
    let (old, new) = match (load(&compared.old, language, read), load(&compared.new, language, read)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(old), Err(new)) => return Outcome::failed(old.err + &new.err),
        (Err(outcome), _) | (_, Err(outcome)) => return outcome,
    };
    let difference = compare::documents(&old, &new);
    let out = match compared.format {
        Format::Text => difference_text(&difference, (&old, &new), language),
        Format::Markdown => difference_markdown(&difference, (&old, &new), language),
        Format::Json => difference_json(&difference),
    };
    Outcome::printed(out, u8::from(!difference.same))
}
