//! What a case expects of the report, line by line, and what the report says there: both as short items in one notation,
//! so that a disagreement reads as expected against got.
//!
//! An expected item holds when a said item begins with the same word and has all its other words. `nothing` is the empty
//! list. Findings, addresses and questions are sets; hops (those that do not pass), steps and paths are ordered.

use reachplan::report::{Connection, Finding, Report};
use reachplan::rules::Code;
use reachplan::topology::Document;

use super::advised;
use super::told::{hops, key, questions, step};
use crate::outline::Line;

/// A disagreement.
#[derive(Debug)]
pub(crate) struct Difference {
    /// The line of the expectation.
    pub(crate) line: usize,
    /// What is expected there.
    pub(crate) expected: String,
    /// What the report says.
    pub(crate) got: String,
}

/// How a list is compared.
#[derive(Clone, Copy, PartialEq)]
enum Compare {
    Ordered,
    Set,
    Include,
    Exclude,
    /// Each expected text stands somewhere in what is said.
    Words,
    /// None of them does.
    NoWords,
}

/// Everything in which the report differs from the expectation.
pub(crate) fn differences(
    lines: &[Line<'_>],
    document: &Document,
    report: &Report,
) -> Result<Vec<Difference>, String> {
    let mut found = Vec::new();
    for line in lines {
        subject(line, document, report, &mut found)?;
    }
    Ok(found)
}

/// The connections that a block expects something of, with the verdict expected: resource group, data source, verdict.
pub(crate) fn connections<'t>(lines: &[Line<'t>]) -> Vec<(&'t str, &'t str, &'t str)> {
    let pair = |line: &Line<'t>| {
        let (ends, said) = line.text.split_once(": ")?;
        let (group, source) = ends.split_once(" -> ")?;
        Some((group, source, said.rsplit(", ").next()?))
    };
    lines.iter().filter_map(pair).collect()
}

fn subject(
    line: &Line<'_>,
    document: &Document,
    report: &Report,
    found: &mut Vec<Difference>,
) -> Result<(), String> {
    let below = || line.text.strip_suffix(':').map(|subject| (subject, ""));
    let Some((subject, said)) = line.text.split_once(": ").or_else(below) else {
        return line.error("expected `subject: what is said`");
    };
    let missing = || format!("line {}: the report has no `{subject}`", line.number);
    let words: Vec<&str> = subject.split(' ').collect();
    match words[..] {
        [group, "->", source] => {
            let connection =
                report.connections.iter().find(|c| c.resource_group == group && c.data_source == source);
            let connection = connection.ok_or_else(missing)?;
            let got = vec![key(&connection.scenario), connection.verdict.key().to_owned()];
            compare(line, &items(said), got, Compare::Ordered, found);
            line.children.iter().try_for_each(|child| of_connection(child, document, connection, found))
        }
        ["plan"] => {
            compare(line, &items(said), vec![report.verdict.key().to_owned()], Compare::Ordered, found);
            line.children.iter().try_for_each(|child| of_plan(child, report, found))
        }
        ["task", task] => {
            let task = report.tasks.iter().find(|t| t.task == task).ok_or_else(missing)?;
            let leg = |name: &str, verdict: Option<reachplan::verdict::Verdict>| {
                Some(format!("{name} {}", verdict?.key()))
            };
            let legs =
                [Some(task.verdict.key().to_owned()), leg("reads", task.reads), leg("writes", task.writes)];
            compare(line, &items(said), legs.into_iter().flatten().collect(), Compare::Ordered, found);
            line.no_children()
        }
        ["must_not_reach", group, source] => {
            let pair =
                report.must_not_reach.iter().find(|p| p.resource_group == group && p.data_source == source);
            let holds = pair
                .ok_or_else(missing)?
                .holds
                .map_or("undecided", |holds| if holds { "holds" } else { "violated" });
            compare(line, &items(said), vec![holds.to_owned()], Compare::Ordered, found);
            line.no_children()
        }
        _ => {
            let (got, how) = match words[..] {
                ["hand-over"] => (advised::parts(document), Compare::Ordered),
                ["free", id] => (advised::free(document, id), Compare::Ordered),
                ["without", ref what @ ..] => (advised::without(document, what)?, Compare::Set),
                _ => return line.error("unknown subject"),
            };
            let (_, expected) = self::said(line)?;
            compare(line, &expected, got, how, found);
            Ok(())
        }
    }
}

fn of_plan(line: &Line<'_>, report: &Report, found: &mut Vec<Difference>) -> Result<(), String> {
    let (name, expected) = said(line)?;
    let (got, how) = match name {
        "questions" => (questions(&report.questions), Compare::Set),
        "pairs" => {
            let pair = |c: &Connection| format!("{} -> {}", c.resource_group, c.data_source);
            (report.connections.iter().map(pair).collect(), Compare::Ordered)
        }
        "exit" => (vec![u8::from(!report.is_clean()).to_string()], Compare::Ordered),
        _ => of_findings(line, name, &report.findings)?,
    };
    compare(line, &expected, got, how, found);
    Ok(())
}

fn of_connection(
    line: &Line<'_>,
    document: &Document,
    connection: &Connection,
    found: &mut Vec<Difference>,
) -> Result<(), String> {
    let (name, expected) = said(line)?;
    let whitelist = |field: fn(&reachplan::report::WhitelistResult) -> &Vec<String>| {
        connection.whitelist.as_ref().map_or_else(|| vec!["no whitelist".to_owned()], |w| field(w).clone())
    };
    let (got, how) = match name {
        "path" => (connection.path.clone(), Compare::Ordered),
        "hops" => (hops(connection), Compare::Ordered),
        "sources" => (connection.source_addresses.clone(), Compare::Set),
        "whitelist required" => (whitelist(|w| &w.required), Compare::Set),
        "whitelist missing" => (whitelist(|w| &w.missing), Compare::Set),
        "steps" => (
            connection.steps.iter().map(|s| format!("{} {}", s.state.key(), step(s))).collect(),
            Compare::Ordered,
        ),
        "steps to do" => (
            connection.steps.iter().filter(|s| s.state.key() == "to_do").map(step).collect(),
            Compare::Ordered,
        ),
        "steps include" => (
            connection.steps.iter().map(|s| format!("{} {}", s.state.key(), step(s))).collect(),
            Compare::Include,
        ),
        "questions" => (questions(&connection.questions), Compare::Set),
        "ways" => (advised::ways(document, connection), Compare::Ordered),
        "ways include" => (advised::ways(document, connection), Compare::Include),
        "widths" => (advised::widths(document, connection), Compare::Set),
        way if way.starts_with("way ") => (advised::way(document, connection, way)?, Compare::Ordered),
        _ => match (name.strip_prefix("words of "), name.strip_prefix("no words of ")) {
            (Some(of), _) => (words(line, of, connection)?, Compare::Words),
            (_, Some(of)) => (words(line, of, connection)?, Compare::NoWords),
            _ => of_findings(line, name, &connection.findings)?,
        },
    };
    compare(line, &expected, got, how, found);
    Ok(())
}

/// The sentences of the findings of a code, or of the steps of an action with the place where they are done and their parts.
fn words(line: &Line<'_>, of: &str, connection: &Connection) -> Result<Vec<String>, String> {
    if of == "the scenario" {
        return Ok(vec![connection.because.join(" ")]);
    }
    let findings = connection.findings.iter().filter(|finding| finding.code.key() == of);
    let steps = connection.steps.iter().filter(|step| step.action.key() == of);
    let said: Vec<String> = findings
        .map(|finding| finding.message.clone())
        .chain(steps.map(|step| {
            format!("{} · {} · {} · {}", step.text, step.console, step.doc_url, step.details.join(" · "))
        }))
        .collect();
    if said.is_empty() { line.error("no such finding or step") } else { Ok(said) }
}

fn of_findings(line: &Line<'_>, name: &str, findings: &[Finding]) -> Result<(Vec<String>, Compare), String> {
    let how = match name {
        "findings" => Compare::Set,
        "findings include" => Compare::Include,
        "findings exclude" => Compare::Exclude,
        _ => return detail(line, name, findings).map(|got| (got, Compare::Set)),
    };
    let told = findings.iter().filter(|f| how != Compare::Set || f.code != Code::ConnectivityIsNotSuccess);
    Ok((told.map(|f| format!("{} {}", f.code.key(), key(&f.severity))).collect(), how))
}

/// One field of all findings of a code: `addresses of whitelist-gap`.
fn detail(line: &Line<'_>, name: &str, findings: &[Finding]) -> Result<Vec<String>, String> {
    let Some((field, code)) = name.split_once(" of ") else {
        return line.error("unknown word");
    };
    if !Code::ALL.iter().any(|known| known.key() == code) {
        return line.error("no such finding");
    }
    let of: fn(&Finding) -> Vec<String> = match field {
        "at" => |f| f.at.clone(),
        "addresses" => |f| f.addresses.clone(),
        "witness" => |f| f.witness.iter().cloned().collect(),
        "entries" => |f| f.entry.iter().cloned().collect(),
        _ => return line.error("unknown word"),
    };
    Ok(findings.iter().filter(|f| f.code.key() == code).flat_map(of).collect())
}

/// The name before the colon, and the items behind it and on the lines below.
pub(super) fn said<'t>(line: &Line<'t>) -> Result<(&'t str, Vec<&'t str>), String> {
    let Some((name, said)) = line.text.split_once(':') else {
        return line.error("expected `name: items`");
    };
    let mut expected = items(said.trim());
    for child in &line.children {
        child.no_children()?;
        expected.push(child.text);
    }
    if expected.is_empty() && said.trim() != "nothing" {
        return line.error("an empty list says `nothing`");
    }
    Ok((name, expected))
}

fn items(said: &str) -> Vec<&str> {
    said.split(", ").filter(|item| !item.is_empty() && *item != "nothing").collect()
}

fn compare(
    line: &Line<'_>,
    expected: &[&str],
    mut got: Vec<String>,
    how: Compare,
    found: &mut Vec<Difference>,
) {
    if how == Compare::Set {
        got.sort();
        got.dedup();
    }
    let held = |item: &&str| got.iter().any(|said| holds(item, said));
    let agrees = match how {
        Compare::Ordered => {
            expected.len() == got.len() && expected.iter().zip(&got).all(|(item, said)| holds(item, said))
        }
        Compare::Set => {
            expected.iter().all(held) && got.iter().all(|said| expected.iter().any(|item| holds(item, said)))
        }
        Compare::Include => expected.iter().all(held),
        Compare::Exclude => !expected.iter().any(held),
        Compare::Words => expected.iter().all(|text| got.iter().any(|said| said.contains(text))),
        Compare::NoWords => !expected.iter().any(|text| got.iter().any(|said| said.contains(text))),
    };
    if !agrees {
        let separator = if line.children.is_empty() { ", " } else { "\n             " };
        let text = |list: &[String]| {
            if list.is_empty() { "nothing".to_owned() } else { list.join(separator) }
        };
        let wanted: Vec<String> = expected.iter().map(ToString::to_string).collect();
        let name = line.text.split_once(':').map_or(line.text, |(name, _)| name);
        found.push(Difference {
            line: line.number,
            expected: format!("{name}: {}", text(&wanted)),
            got: text(&got),
        });
    }
}

fn holds(item: &str, said: &str) -> bool {
    let said: Vec<&str> = said.split_whitespace().collect();
    let mut wanted = item.split_whitespace();
    wanted.next() == said.first().copied() && wanted.all(|word| said.contains(&word))
}
