//! Languages: the only floor with text for people.

mod addresses;
mod commands;
mod findings;
mod links;
mod names;
mod pages;
mod problems;
mod products;
mod results;
mod rules;
mod steps;

pub mod advice;
pub mod canvas;
pub mod chrome;
pub mod cloud;
pub mod difference;
pub mod importing;
pub mod labels;
pub mod repeats;
pub mod spoken;

pub use addresses::{block_problem, port_problem};
pub use commands::{command, other_keys};
pub use findings::finding;
pub use links::{link_fits, link_problem};
pub use names::Names;
pub use pages::{Page, of as page_of, page_date};
pub use problems::{Alike, alike, problem_line, problem_lines, problem_text};
pub use products::{facts as product_facts, gate_console, gate_rule, to_verify};
pub use results::{
    Next, apart, because, changed, connection_kind, hop, hop_status, next, not_modelled, not_printed,
    question, scenario, verdict, verdict_word,
};
pub use rules::rule as security_group_rule;
pub use steps::{details as step_details, step, who, why};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The word used in URLs and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.key() == key)
    }

    /// One of two texts.
    pub fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}
