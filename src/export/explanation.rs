//! What stands behind the codes: one of them for a terminal, all of them as a list, and all of them as the JSON that the
//! page loads when somebody asks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::export::Paint;
use crate::export::terminal::{line, sign};
use crate::export::wrap::wrap;
use crate::i18n::chrome::{Panel, severity};
use crate::i18n::{Language, page_date};
use crate::rules::{Code, Explanation, Source, Text, explanation};

/// Columns of a terminal that texts are wrapped to.
const COLUMNS: usize = 88;

/// The explanation of one code, to be read in a terminal.
pub fn explanation_text(code: Code, language: Language, paint: Paint) -> String {
    let told = explanation(code);
    let words = Panel::of(language);
    let mut out = head(told, language, paint);
    line(&mut out, 1, &said(told.situation, language));
    for (title, text) in [
        (words.explain_checks, told.checks),
        (words.explain_why, told.why),
        (words.explain_example, told.example),
        (words.explain_remedy, told.remedy),
    ] {
        out.push('\n');
        line(&mut out, 1, &paint.bold(title));
        wrap(&said(text, language), COLUMNS).iter().for_each(|row| line(&mut out, 2, row));
    }
    out.push('\n');
    line(&mut out, 1, &paint.bold(words.explain_source));
    for source in told.sources {
        wrap(&origin(*source, language), COLUMNS).iter().for_each(|row| line(&mut out, 2, row));
        if let Some(reference) = source.reference() {
            line(&mut out, 2, &paint.quiet(reference.url));
        }
    }
    out
}

/// Every code with its severity and its situation in one line.
pub fn explanation_list(language: Language, paint: Paint) -> String {
    let mut out = String::new();
    for code in Code::ALL {
        let told = explanation(*code);
        out.push_str(&head(told, language, paint));
        line(&mut out, 2, &said(told.situation, language));
    }
    out
}

/// The explanations of these codes, by code.
///
/// # Errors
/// None that these texts could cause.
pub fn explanations_json(codes: &[Code], language: Language) -> serde_json::Result<String> {
    let of = |code: &Code| (code.key(), entry(explanation(*code), language));
    let all: BTreeMap<&str, Entry> = codes.iter().map(of).collect();
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

fn head(told: &Explanation, language: Language, paint: Paint) -> String {
    let worst = told.severities.first().map_or_else(String::new, |worst| sign(*worst, paint));
    let named: Vec<&str> = told.severities.iter().map(|one| severity(*one, language)).collect();
    let named = named.join(language.pick(" or ", "或")).to_lowercase();
    format!("{worst} {} {}\n", paint.bold(told.code.key()), paint.quiet(&format!("· {named}")))
}

/// The page with its part and its date, and whether it says so or the rule only follows from it.
fn origin(source: Source, language: Language) -> String {
    let words = Panel::of(language);
    let Some(reference) = source.reference() else {
        return words.explain_plan.to_owned();
    };
    let inferred = match source {
        Source::Inferred(_) => format!("{} ", words.explain_inferred),
        Source::Stated(_) | Source::Plan => String::new(),
    };
    let date = page_date(language, reference.date.unwrap_or_default());
    let place = place(source);
    language.pick(format!("{inferred}{place} ({date})"), format!("{inferred}{place}（{date}）"))
}

/// The title of the page and the part of it.
fn place(source: Source) -> String {
    match source.reference() {
        Some(reference) if reference.section.is_empty() => reference.title.to_owned(),
        Some(reference) => format!("{} › {}", reference.title, reference.section),
        None => String::new(),
    }
}

fn said(text: Text, language: Language) -> String {
    language.pick(text.en, text.zh).to_owned()
}

/// An explanation in one language.
#[derive(Serialize)]
struct Entry {
    severities: Vec<crate::rules::Severity>,
    situation: String,
    checks: String,
    why: String,
    example: String,
    remedy: String,
    sources: Vec<Origin>,
}

/// A source; the page and its date where it is one.
#[derive(Serialize)]
struct Origin {
    basis: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    page: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'static str,
}

fn entry(told: &Explanation, language: Language) -> Entry {
    let origin = |source: &Source| {
        let reference = source.reference();
        Origin {
            basis: source.key(),
            page: place(*source),
            url: reference.map_or("", |reference| reference.url),
            date: reference.and_then(|reference| reference.date).unwrap_or_default(),
        }
    };
    Entry {
        severities: told.severities.to_vec(),
        situation: said(told.situation, language),
        checks: said(told.checks, language),
        why: said(told.why, language),
        example: said(told.example, language),
        remedy: said(told.remedy, language),
        sources: told.sources.iter().map(origin).collect(),
    }
}
