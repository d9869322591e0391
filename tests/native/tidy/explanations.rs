//! The explanations behind the codes: complete in both languages, with sources that carry their dates, and the same in the
//! files that the page loads.

use reachplan::cli::execute;
use reachplan::export::Paint;
use reachplan::i18n::Language;
use reachplan::rules::{Code, Explanation, Source, Text, explanation};

use super::none;
use super::sources::one;

/// A text longer than this is no explanation for a panel.
const LONGEST: usize = 260;

fn parts(told: &Explanation) -> [(&'static str, Text); 5] {
    [
        ("situation", told.situation),
        ("checks", told.checks),
        ("why", told.why),
        ("example", told.example),
        ("remedy", told.remedy),
    ]
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn every_part_of_an_explanation_is_a_sentence_in_both_languages() {
    let mut complaints = Vec::new();
    for code in Code::ALL {
        let told = explanation(*code);
        assert_eq!(told.code, *code);
        for (part, Text { en, zh }) in parts(told) {
            let at = format!("{}: {part}", code.key());
            if !en.ends_with('.') || en.chars().any(is_chinese) || en.len() > LONGEST {
                complaints.push(format!("{at}: no short English sentence: {en}"));
            }
            let half_width =
                |pair: (char, char)| is_chinese(pair.0) && matches!(pair.1, ',' | ';' | ':' | '(' | '.');
            let signs = zh.chars().zip(zh.chars().skip(1));
            if !zh.ends_with('。') || zh.len() > LONGEST || signs.into_iter().any(half_width) {
                complaints.push(format!("{at}: no short Chinese sentence: {zh}"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_explanation_names_a_source_with_the_date_it_carries() {
    let mut complaints = Vec::new();
    for code in Code::ALL {
        let told = explanation(*code);
        if told.sources.is_empty() || told.severities.is_empty() {
            complaints.push(format!("{}: no source, or no severity", code.key()));
        }
        for reference in told.sources.iter().filter_map(|source| source.reference()) {
            let digits = |date: &str| date.split('-').map(str::len).eq([4, 2, 2]);
            let dated = reference.date.is_none_or(digits);
            let official = reference.url.starts_with("https://www.alibabacloud.com/help/");
            if !dated || !official || reference.title.is_empty() {
                complaints.push(format!("{}: {reference:?}", code.key()));
            }
        }
    }
    none(&complaints);
    let own = Code::ALL.iter().filter(|code| explanation(**code).sources.contains(&Source::Plan));
    assert_eq!(own.copied().collect::<Vec<_>>(), [Code::MustNotReachViolated]);
}

#[test]
fn the_page_loads_what_the_command_line_explains() {
    for language in Language::ALL.map(Language::key) {
        let words = ["explain", "--format", "json", "--lang", language].map(str::to_owned);
        let said = execute(&words, Paint::Plain, &|_| Err(String::new())).out;
        let path = format!("public/rules/{language}.json");
        let same = one(&path).is_some_and(|file| file.text == said);
        assert!(same, "{path} is stale: run `make rules`");
    }
}
