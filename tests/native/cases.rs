//! Literate cases: every heading of a Markdown file below `tests/cases` states a point, tells it in a few sentences,
//! draws it (`drawing`) and says what the report must say (`expect`). See `tests/cases/README.md`.
//!
//! Nothing is rewritten by a run. `UPDATE=1` adds, below each disagreement, the report's side of the whole block, to be
//! judged before it is copied.

mod advised;
mod coverage;
mod expectation;
mod places;
mod told;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use reachplan::analysis::analyse;
use reachplan::i18n::Language;
use reachplan::plan::{ActionName, StepState};
use reachplan::report::{self, Connection, Report, Step};
use reachplan::rules::{Severity, explanation};
use reachplan::topology::Document;
use reachplan::verdict::Verdict;

use crate::{notation, outline};

each_held! { TOPICS:
    scenario base_page binding joining dataworks_routes vpc_routes security_groups whitelists internet address_plan tasks
    unknowns region_services totals products advice
}

#[test]
fn every_folder_of_cases_is_run() {
    let folders = fs::read_dir(root()).expect("the folder of cases");
    let folders = folders.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir());
    let folders: BTreeSet<String> =
        folders.map(|path| path.file_name().expect("a name").to_string_lossy().replace('-', "_")).collect();
    assert_eq!(folders, TOPICS.iter().map(ToString::to_string).collect());
}

/// One case of a file.
#[derive(Default)]
struct Case {
    heading: String,
    line: usize,
    prose: bool,
    drawing: Option<(usize, String)>,
    expect: Option<(usize, String)>,
}

/// Runs every case of a topic and lists every disagreement.
fn hold(topic: &str) {
    let mut failures = String::new();
    let mut count = 0;
    for file in files(&root().join(topic.replace('_', "-"))) {
        let text = fs::read_to_string(&file).expect("a readable file");
        let name = file.strip_prefix(root()).expect("inside").display().to_string();
        let cases = cases(&text).unwrap_or_else(|problem| panic!("tests/cases/{name}: {problem}"));
        for case in cases {
            count += 1;
            if let Err(said) = check(&case) {
                let _ = writeln!(failures, "\ntests/cases/{name}:{}: {}\n{said}", case.line, case.heading);
            }
        }
    }
    assert!(count > 0, "no case in {topic}");
    assert!(failures.is_empty(), "\n{failures}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    files
}

/// The cases of a Markdown file. A heading of the first level is the title of the file and may stand without a case.
fn cases(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fence: Option<(&str, usize, String)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some((word, first, mut body)) = fence.take() {
            if line != "```" {
                let _ = writeln!(body, "{line}");
                fence = Some((word, first, body));
                continue;
            }
            let case = cases.last_mut().ok_or("a block stands before the first heading")?;
            let slot = if word == "drawing" { &mut case.drawing } else { &mut case.expect };
            if slot.replace((first, body)).is_some() {
                return Err(format!("line {first}: a second `{word}` below one heading"));
            }
        } else if let Some(word) = line.strip_prefix("```") {
            if !matches!(word, "drawing" | "expect") {
                return Err(format!("line {number}: a block is a `drawing` or an `expect`, not `{word}`"));
            }
            fence = Some((word, number + 1, String::new()));
        } else if line.starts_with('#') {
            let heading = line.trim_start_matches('#').trim().to_owned();
            cases.push(Case { heading, line: number, ..Case::default() });
        } else if !line.trim().is_empty() {
            cases.last_mut().ok_or("prose stands before the first heading")?.prose = true;
        }
    }
    let title = |case: &Case| case.line == 1 && case.drawing.is_none() && case.expect.is_none();
    cases.retain(|case| !title(case));
    Ok(cases)
}

fn check(case: &Case) -> Result<(), String> {
    let (Some((at, drawing)), Some((line, expect)), true) = (&case.drawing, &case.expect, case.prose) else {
        return Err("  a case is prose, a `drawing` and an `expect`".to_owned());
    };
    let document = notation::read(drawing, *at)?;
    let expected = outline::tree(expect, *line)?;
    let report = report_of(&document);
    let mut said = String::new();
    for difference in expectation::differences(&expected, &document, &report)? {
        let expectation::Difference { line, expected, got } = difference;
        let _ = writeln!(said, "  line {line}\n    expected {expected}\n    got      {got}");
    }
    for (group, source, verdict) in expectation::connections(&expected) {
        let connection = find(&report, group, source).ok_or("no such connection")?;
        if let Err(broken) = keeps_its_promises(&document, connection, verdict) {
            let _ = writeln!(said, "  {group} -> {source}: {broken}");
        }
    }
    let found = report.connections.iter().flat_map(|connection| &connection.findings).chain(&report.findings);
    for finding in found.filter(|f| !explanation(f.code).severities.contains(&f.severity)) {
        let _ = writeln!(said, "  {} is explained with another severity", finding.code.key());
    }
    if !said.is_empty() && std::env::var_os("UPDATE").is_some() {
        said.push_str(&everything(&report));
    }
    if said.is_empty() { Ok(()) } else { Err(said) }
}

fn report_of(document: &Document) -> Report {
    report::report(&document.topology, &analyse(&document.topology), Language::En)
}

fn find<'r>(report: &'r Report, group: &str, source: &str) -> Option<&'r Connection> {
    report.connections.iter().find(|c| c.resource_group == group && c.data_source == source)
}

/// What holds for every connection: a ready one has nothing to do, every error has a cure (a test is none), and the steps of a blocked or
/// partial one are enough and none of them is needless. While a question is open, unknown is the best that they reach.
fn keeps_its_promises(document: &Document, connection: &Connection, verdict: &str) -> Result<(), String> {
    let to_do: Vec<&Step> = connection.steps.iter().filter(|step| step.state == StepState::ToDo).collect();
    if connection.verdict == Verdict::Ready && !to_do.is_empty() {
        return Err("it is ready and has something to do".to_owned());
    }
    let cured = |code| {
        connection.steps.iter().any(|step| {
            step.outside || step.action != ActionName::TestConnectivity && step.cures.contains(&code)
        })
    };
    let error = connection.findings.iter().find(|f| f.severity == Severity::Error && !cured(f.code));
    if let Some(error) = error {
        return Err(format!("no step cures {}", error.code.key()));
    }
    if !matches!(verdict, "blocked" | "partial") || to_do.iter().any(|step| step.outside) {
        return Ok(());
    }
    let best = after(document, connection, &to_do, None).ok_or("after every step it is gone")?;
    if best != Verdict::Ready && (best != Verdict::Unknown || connection.questions.is_empty()) {
        return Err(format!("after every step it is {}", best.key()));
    }
    if best == Verdict::Unknown {
        // What stays open hides whether a step was needed.
        return Ok(());
    }
    let is_needless = |step: &&&Step| after(document, connection, &to_do, Some(step)) == Some(best);
    let needless: Vec<&str> = to_do.iter().filter(is_needless).map(|step| step.action.key()).collect();
    if needless.is_empty() {
        Ok(())
    } else {
        Err(format!("it is {} as well without {}", best.key(), needless.join(", ")))
    }
}

/// The verdict once the steps but one are carried out; a step that stands on the one left out changes nothing.
fn after(
    document: &Document,
    connection: &Connection,
    steps: &[&Step],
    left_out: Option<&Step>,
) -> Option<Verdict> {
    let mut document = document.clone();
    for step in steps.iter().filter(|step| left_out.is_none_or(|left_out| !std::ptr::eq(**step, left_out))) {
        let edit = match step.needs.first().map(String::as_str) {
            None => step.edit.clone(),
            Some("mbps") => step.edit_with("100"),
            Some(_) => step.edit_with("203.0.113.99"),
        };
        if let Some(edit) = edit {
            document = document.with(&edit);
        }
    }
    find(&report_of(&document), &connection.resource_group, &connection.data_source).map(|c| c.verdict)
}

/// The report's side of a whole block.
fn everything(report: &Report) -> String {
    let mut said = String::from("  the report says\n");
    for connection in &report.connections {
        said.push_str(&told::connection(connection));
    }
    said
}
