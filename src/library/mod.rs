//! The plans that a browser keeps, as the texts it keeps of them, and what follows from two versions of one plan. Pure:
//! knows no browser and no clock; a date is shown and never decides anything.

mod draft;
mod journal;
mod name;
mod record;
#[cfg(test)]
mod tests;

pub use draft::{Draft, Drafts, Place};
pub use journal::Journal;
pub use name::copy_name;
pub use record::{Body, Head, Look};

/// Which version of a plan something is: a number that is greater than that of every version kept before, of whatever
/// plan, and the run of the page that kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The number.
    pub number: u64,
    /// The run of the page.
    pub writer: String,
}

impl Stamp {
    /// As text.
    pub fn text(&self) -> String {
        format!("{} {}", self.number, self.writer)
    }

    /// From text.
    pub fn read(text: &str) -> Option<Self> {
        let (number, writer) = text.split_once(' ')?;
        Some(Self { number: number.parse().ok()?, writer: writer.to_owned() })
    }
}

/// How my version of a plan stands to the one that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They say the same.
    Same,
    /// Mine comes after it.
    Later,
    /// Both were made from the same one: neither may take the other's place.
    Apart,
}

/// How my version stands to the kept one, where mine was made from `base` (`None`: from nothing that was ever kept) by
/// the run `writer`. A plan that is no longer kept loses nothing by being kept again.
pub fn compare(writer: &str, base: Option<&Stamp>, mine: &Body, kept: Option<(&Stamp, &Body)>) -> Standing {
    match kept {
        None => Standing::Later,
        Some((_, body)) if body.document == mine.document && body.ticks == mine.ticks => Standing::Same,
        Some((stamp, _)) if Some(stamp) == base || stamp.writer == writer => Standing::Later,
        Some(_) => Standing::Apart,
    }
}
