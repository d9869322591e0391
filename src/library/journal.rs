//! What is written down at once when the page is left or the database fails: one plan as it stood, and the version that
//! it was made from. The next start brings it home.

use crate::library::{Body, Stamp};

/// A plan as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// The key of the plan.
    pub plan: String,
    /// The version it was made from.
    pub base: Option<Stamp>,
    /// What it says; without history, for which there is no room.
    pub body: Body,
}

/// The first word of a journal.
const FORM: &str = "journal-1";

impl Journal {
    /// As text.
    pub fn text(&self) -> String {
        let base = self.base.as_ref().map(Stamp::text).unwrap_or_default();
        let ticks = self.body.ticks.lines().count();
        let lines = if ticks == 0 { String::new() } else { format!("{}\n", self.body.ticks.trim_end()) };
        format!("{FORM} {} {ticks} {base}\n{lines}{}", self.plan, self.body.document)
    }

    /// From text.
    pub fn read(text: &str) -> Option<Self> {
        let (first, mut rest) = text.split_once('\n')?;
        let mut words = first.splitn(4, ' ');
        if words.next()? != FORM {
            return None;
        }
        let plan = words.next()?.to_owned();
        let count: usize = words.next()?.parse().ok()?;
        let base = words.next()?;
        let mut ticks = Vec::new();
        for _ in 0..count {
            let (tick, after) = rest.split_once('\n')?;
            ticks.push(tick);
            rest = after;
        }
        let base = if base.is_empty() { None } else { Some(Stamp::read(base)?) };
        let body = Body { document: rest.to_owned(), ticks: ticks.join("\n"), history: String::new() };
        Some(Self { plan, base, body })
    }
}
