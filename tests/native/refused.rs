//! The list of refused documents, `tests/documents/refused.md`: every situation with its exact paths and words. Run with
//! `BLESS=1` to write what the reader says now into the list, and then review the change.

use std::fs;

use reachplan::i18n::{Language, problem_line, problem_text};
use reachplan::wire::{self, Problem};

use crate::schema::Schema;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/refused.md");

/// One document of the list.
struct Case {
    title: String,
    beyond_schema: bool,
    document: String,
}

/// The list without the problems, and its documents.
fn cases(list: &str) -> Vec<Case> {
    let mut parts = list.split("\n### ");
    let shared = fenced(parts.next().unwrap());
    parts
        .map(|part| Case {
            title: part.lines().next().unwrap().to_owned(),
            beyond_schema: part.contains("*Beyond a schema.*"),
            document: fenced(part).replace('…', &shared),
        })
        .collect()
}

fn fenced(part: &str) -> String {
    let (_, after) = part.split_once("```json\n").unwrap();
    after.split_once("\n```").unwrap().0.to_owned()
}

/// The list with its problems as the reader says them.
fn as_read(list: &str) -> String {
    let mut cases = cases(list).into_iter();
    let mut parts = list.split("\n### ");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (before, after) = part.split_at(part.rfind("\n```\n").unwrap() + 5);
        let next_chapter = after.find("\n## ").map_or("", |at| &after[at..]);
        let case = cases.next().unwrap();
        text.extend(["\n### ", before, "\n", &said(&case), next_chapter]);
    }
    text
}

fn said(case: &Case) -> String {
    let problems = wire::read(&case.document).err().unwrap_or_default();
    assert!(!problems.is_empty(), "{} is read", case.title);
    let lines: Vec<String> =
        problems.iter().map(|problem| format!("* {}", problem_line(Language::En, problem))).collect();
    lines.join(
        "
",
    ) + "
"
}

#[test]
fn every_refused_document_is_refused_with_the_words_of_the_list() {
    let list = fs::read_to_string(FILE).unwrap();
    let now = as_read(&list);
    if std::env::var_os("BLESS").is_some() {
        return fs::write(FILE, &now).unwrap();
    }
    for (now, then) in now.split("\n### ").zip(list.split("\n### ")) {
        assert_eq!(now, then);
    }
}

#[test]
fn the_schema_refuses_what_a_schema_can() {
    let schema = Schema::published();
    for case in cases(&fs::read_to_string(FILE).unwrap()) {
        let document = serde_json::from_str(&case.document);
        let refused = document.is_ok_and(|document| !schema.refusal(&document).is_empty());
        assert_eq!(refused, !case.beyond_schema, "{}", case.title);
    }
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for case in cases(&fs::read_to_string(FILE).unwrap()) {
        for problem in wire::read(&case.document).unwrap_err() {
            let [english, chinese] = Language::ALL.map(|language| problem_text(language, &problem));
            assert!(chinese.contains(is_chinese), "{problem:?} {chinese}");
            let typed = case.document.contains(is_chinese);
            assert!(typed || !english.contains(is_chinese), "{problem:?} {english}");
            assert!(
                !english.is_empty() && !english.ends_with('.') && !chinese.ends_with('。'),
                "{english} {chinese}"
            );
        }
    }
}

#[test]
fn problems_stand_in_the_order_of_the_text() {
    for case in cases(&fs::read_to_string(FILE).unwrap()) {
        let problems = wire::read(&case.document).unwrap_err();
        let places: Vec<Option<usize>> = problems.iter().map(node_of).collect();
        assert!(places.is_sorted_by(|a, b| a.is_none() || b.is_none() || a <= b), "{}", case.title);
    }
}

/// The number of the node that a problem is about.
fn node_of(problem: &Problem) -> Option<usize> {
    problem.path.strip_prefix("nodes[")?.split(']').next()?.parse().ok()
}
