//! Tidiness that no compiler checks: which folder may use which, what every file opens with, how long it may be, what a
//! rule file says, and that the hooks of the page are all there.

mod documents;
mod explanations;
mod floors;
mod hooks;
mod sources;

use reachplan::rules::Code;

use sources::{File, files, one, read};

/// More lines than this are split by meaning.
const CEILING: usize = 350;

/// Fails with every complaint at once.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn rust() -> Vec<File> {
    ["src", "tests", "examples"].into_iter().flat_map(|folder| files(folder, &["rs"])).collect()
}

#[test]
fn every_source_opens_with_what_it_is() {
    let bare = rust().into_iter().filter(|file| !file.text.starts_with("//! "));
    none(&bare.map(|file| format!("{} does not open with `//! `", file.path)).collect::<Vec<_>>());
}

#[test]
fn no_source_is_longer_than_one_can_read() {
    let mut complaints = Vec::new();
    for file in rust() {
        let lines = file.text.lines().count();
        if lines > CEILING {
            complaints
                .push(format!("{} has {lines} lines, more than {CEILING}: split it by meaning", file.path));
        }
    }
    none(&complaints);
}

#[test]
fn nothing_is_left_for_later_or_for_this_machine() {
    // Put together here, so that this file does not complain about itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
    let places = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tm", "p/"), concat!("/ho", "me/")];
    let mut complaints = Vec::new();
    for file in sources::everything() {
        for (number, line) in file.text.lines().enumerate() {
            let at = format!("{}:{}", file.path, number + 1);
            let left = words.iter().filter(|word| has_word(line, word));
            complaints.extend(left.map(|word| format!("{at}: {word}: do it, or write an issue")));
            let local = places.iter().filter(|place| line.contains(*place));
            complaints.extend(local.map(|place| format!("{at}: {place}…: a path of one machine")));
            if file.path.strip_suffix(".md").is_none() && line.ends_with([' ', '\t', '\r']) {
                complaints.push(format!("{at}: blanks at the end of the line"));
            }
        }
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            complaints.push(format!("{}: the last line is not ended", file.path));
        }
    }
    none(&complaints);
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

// ---- rules -------------------------------------------------------------------------------------------------------

fn rule_file(code: &str) -> Option<File> {
    let name = code.replace('-', "_");
    ["connection", "whole_plan"].iter().find_map(|family| one(&format!("src/rules/{family}/{name}.rs")))
}

#[test]
fn every_code_has_a_rule_file_that_holds_its_explanation() {
    let mut complaints = Vec::new();
    for code in Code::ALL {
        let Some(file) = rule_file(code.key()) else {
            complaints.push(format!("{} has no file of its own under src/rules", code.key()));
            continue;
        };
        let own = [format!("//! The rule `{}`", code.key()), format!("    code: Code::{code:?},\n")];
        let lost = own.iter().filter(|text| !file.text.contains(*text));
        complaints.extend(lost.map(|text| format!("{}: `{}` is missing", file.path, text.trim())));
    }
    none(&complaints);
}

#[test]
fn a_file_with_an_explanation_is_named_after_a_code() {
    let named = |file: &File| {
        Code::ALL.iter().any(|code| rule_file(code.key()).is_some_and(|own| own.path == file.path))
    };
    let stray = files("src/rules", &["rs"])
        .into_iter()
        .filter(|file| file.text.contains("EXPLANATION: Explanation") && !named(file));
    none(&stray.map(|file| format!("{} is named after no code", file.path)).collect::<Vec<_>>());
}

// ---- styles ------------------------------------------------------------------------------------------------------

/// Media in which the author's word has to win over everything.
const FORCING: [&str; 3] = ["print", "forced-colors", "prefers-reduced-motion"];

#[test]
fn styles_go_by_class_and_never_by_force() {
    let mut complaints = Vec::new();
    for file in files("style", &["css"]) {
        let mut around: Vec<String> = Vec::new();
        for (prelude, end) in sources::css_pieces(&file.text) {
            let forcing = around
                .iter()
                .chain([&prelude])
                .any(|rule| FORCING.iter().any(|medium| rule.contains(medium)));
            if prelude.contains("!important") && !forcing {
                complaints.push(format!("{}: {}: !important", file.path, prelude.trim()));
            }
            if end == '{' && !prelude.trim_start().starts_with('@') && prelude.contains('#') {
                complaints.push(format!("{}: {}: a selector by id", file.path, prelude.trim()));
            }
            match end {
                '{' => around.push(prelude),
                '}' => drop(around.pop()),
                _ => {}
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_stylesheet_is_linked() {
    let page = read("index.html");
    let lost = files("style", &["css"])
        .into_iter()
        .filter(|file| !page.contains(&format!("href=\"{}\"", file.path)));
    none(&lost.map(|file| format!("{} is not linked in index.html", file.path)).collect::<Vec<_>>());
}
