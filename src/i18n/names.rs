//! How elements are called in sentences, and how lists are written in each language.

use crate::base::{Block, Id, block_text};
use crate::i18n::Language;
use crate::topology::Topology;

/// Names of elements in one language.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The drawing.
    pub topology: &'a Topology,
    /// The language of the sentence.
    pub language: Language,
}

impl Names<'_> {
    /// The display name of an element.
    pub fn of(&self, id: &Id) -> String {
        self.topology.name_of(id)
    }

    /// Several elements.
    pub fn list<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> String {
        self.join(&ids.into_iter().map(|id| self.of(id)).collect::<Vec<_>>())
    }

    /// Several blocks; more than four are counted.
    pub fn blocks(&self, blocks: &[Block]) -> String {
        let mut words: Vec<String> = blocks.iter().take(4).map(|block| block_text(*block)).collect();
        let more = blocks.len().saturating_sub(4);
        if more > 0 {
            words.push(self.language.pick(format!("{more} more"), format!("另外 {more} 个")));
        }
        self.join(&words)
    }

    fn join(&self, words: &[String]) -> String {
        words.join(self.language.pick(", ", "、"))
    }
}

/// One of two sentences; both are checked, one is made.
macro_rules! say {
    ($language:expr, $en:literal, $zh:literal) => {
        match $language {
            $crate::i18n::Language::En => format!($en),
            $crate::i18n::Language::Zh => format!($zh),
        }
    };
}

pub(crate) use say;
