//! The words that sentences about findings have in common.

use crate::i18n::Names;
use crate::rules::Finding;

/// What sentences about a finding are made of; empty where the finding has none of it.
pub(super) struct Parts {
    /// The first element it is about.
    pub(super) first: String,
    /// The second element it is about.
    pub(super) second: String,
    pub(super) blocks: String,
    pub(super) entry: String,
    pub(super) witness: String,
}

impl Parts {
    pub(super) fn of(names: &Names<'_>, finding: &Finding) -> Self {
        let at = |position: usize| finding.at.get(position).map(|id| names.of(id)).unwrap_or_default();
        Self {
            first: at(0),
            second: at(1),
            blocks: names.blocks(&finding.addresses),
            entry: finding.entry.as_ref().map(|entry| entry.0.clone()).unwrap_or_default(),
            witness: finding.witness.map(|address| address.to_string()).unwrap_or_default(),
        }
    }
}
