//! What is wrong with a number that was typed.

use crate::i18n::Language;

/// That a number has to lie between two others.
pub fn number_problem(text: &str, from: f64, to: f64, language: Language) -> String {
    language.pick(
        format!("“{text}” is no number from {from} to {to}"),
        format!("“{text}”不是 {from} 到 {to} 之间的数字"),
    )
}
