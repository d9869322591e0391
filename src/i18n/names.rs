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

/// Chinese as it is set: sentences are written with a blank on each side of a name, which stays where Latin letters or
/// digits meet Chinese ones and goes between two Chinese signs and beside full-width punctuation.
pub(crate) fn tight(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut left = '\n';
    while let Some(sign) = signs.next() {
        let right = signs.peek().copied().unwrap_or('\n');
        if sign == ' ' && (is_mark(left) || is_mark(right) || is_chinese(left) && is_chinese(right)) {
            continue;
        }
        set.push(sign);
        left = sign;
    }
    set
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '（' | '）' | '“' | '”')
}

/// One of two sentences; both are checked, one is made.
macro_rules! say {
    ($language:expr, $en:literal, $zh:literal) => {
        match $language {
            $crate::i18n::Language::En => format!($en),
            $crate::i18n::Language::Zh => $crate::i18n::names::tight(&format!($zh)),
        }
    };
}

pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::tight;

    #[test]
    fn chinese_names_stand_without_blanks_and_latin_ones_with_them() {
        assert_eq!(
            tight("两者同属 公司账号 ，且都位于 cn-shenzhen 。"),
            "两者同属公司账号，且都位于 cn-shenzhen。"
        );
        assert_eq!(tight("为 ETL 资源组 添加到 10.0.0.0/8 的路由"), "为 ETL 资源组添加到 10.0.0.0/8 的路由");
    }
}
