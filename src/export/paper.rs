//! The report for paper: the runbook of every connection as the markup of a page, readable without colour and without
//! anything to open. The browser prints it.

use std::fmt::Write as _;

use crate::export::Ticked;
use crate::export::svg::escaped;
use crate::export::terminal::{dated, list, name, separator};
use crate::i18n::{self, Language, Names};
use crate::plan::StepState;
use crate::report::{Connection, Finding, Step};
use crate::topology::Topology;

/// The markup of one connection after the other. Everything that a user wrote is escaped.
pub fn paper<'c>(
    topology: &Topology,
    connections: impl IntoIterator<Item = &'c Connection>,
    ticked: &Ticked,
    language: Language,
) -> String {
    let names = Names { topology, language };
    let mut out = String::new();
    connections.into_iter().for_each(|connection| section(&mut out, &names, connection, ticked));
    out
}

fn section(out: &mut String, names: &Names<'_>, connection: &Connection, ticked: &Ticked) {
    let language = names.language;
    let verdict = i18n::verdict(language, connection.verdict, connection.steps_left());
    let scenario = i18n::scenario(language, connection.scenario);
    let _ = write!(
        out,
        "<section class=\"sheet\" data-paper=\"{}/{}\"><h2>{} → {}</h2><p><strong>{verdict}</strong> · {scenario}</p>",
        connection.resource_group,
        connection.data_source,
        escaped(&name(names, &connection.resource_group)),
        escaped(&name(names, &connection.data_source)),
    );
    findings(out, connection.contradictions());
    items(out, connection.because.iter().map(String::as_str));
    whitelist(out, names, connection);
    if !connection.steps.is_empty() {
        let _ = write!(out, "<h3>{}</h3><ol>", language.pick("Steps", "步骤"));
        let by_hand = |one: &Step| ticked.contains(&connection.tick_of(one));
        connection.steps.iter().for_each(|one| step(out, language, one, by_hand(one)));
        out.push_str("</ol>");
    }
    if !connection.questions.is_empty() {
        let _ = write!(out, "<h3>{}</h3>", language.pick("Questions", "待确认"));
        items(out, connection.questions.iter().map(|question| question.text.as_str()));
    }
    if connection.other_findings().next().is_some() {
        let _ = write!(out, "<h3>{}</h3>", language.pick("Findings", "问题与提示"));
        findings(out, connection.other_findings());
    }
    out.push_str("</section>");
}

/// What the whitelist needs and lacks, as its console takes it.
fn whitelist(out: &mut String, names: &Names<'_>, connection: &Connection) {
    let Some(whitelist) = &connection.whitelist else { return };
    let separator = separator(names, connection);
    let [required, missing] =
        [&whitelist.required, &whitelist.missing].map(|blocks| escaped(&list(separator, blocks)));
    let words = names.language.pick(["Whitelist, required:", "missing:"], ["白名单，需要：", "缺少："]);
    let [needs, lacks] = words;
    let _ = write!(out, "<dl><dt>{needs}</dt><dd>{required}</dd><dt>{lacks}</dt><dd>{missing}</dd></dl>");
}

fn step(out: &mut String, language: Language, step: &Step, by_hand: bool) {
    let (mark, verify) = match step.state {
        StepState::Done => ("☑", ""),
        StepState::ToDo if by_hand => ("☑", ""),
        StepState::ToDo => ("☐", ""),
        StepState::Verify if by_hand => ("☑", ""),
        StepState::Verify => ("☐", language.pick(" (verify)", "（请核实）")),
    };
    let _ = write!(out, "<li>{mark} <strong>{}</strong>{verify}", escaped(&step.text));
    if step.state != StepState::Done {
        let page = dated(language, &step.doc_url, &step.doc_date);
        let _ = write!(
            out,
            "<p>{} · {}</p><p>{}</p>",
            escaped(&step.who),
            escaped(&step.console),
            escaped(&page)
        );
        items(out, step.details.iter().map(String::as_str));
    }
    out.push_str("</li>");
}

fn findings<'f>(out: &mut String, list: impl Iterator<Item = &'f Finding>) {
    items(out, list.map(|finding| finding.message.as_str()));
}

fn items<'t>(out: &mut String, texts: impl Iterator<Item = &'t str>) {
    let mut texts = texts.peekable();
    if texts.peek().is_some() {
        out.push_str("<ul>");
        texts.for_each(|text| out.extend(["<li>", &escaped(text), "</li>"]));
        out.push_str("</ul>");
    }
}
