//! The report as a Markdown runbook, to be pasted into a ticket.

use std::fmt::Write as _;

use crate::export::Ticked;
use crate::export::terminal::{dated, forbidden, list, name, separator, steps_left};
use crate::i18n::chrome::Panel;
use crate::i18n::{self, Language, Names};
use crate::plan::StepState;
use crate::report::{Connection, Finding, Report};
use crate::rules::Severity;
use crate::topology::Document;

/// The report as a runbook.
pub fn markdown(document: &Document, report: &Report, ticked: &Ticked, language: Language) -> String {
    let names = Names { topology: &document.topology, language };
    let title = if document.title.trim().is_empty() { "Reachplan" } else { document.title.trim() };
    let mut out = format!("# {}\n", escape(title));
    for connection in &report.connections {
        section(&mut out, &names, connection, ticked);
    }
    if !report.must_not_reach.is_empty() {
        let _ = writeln!(out, "\n## {}\n", Panel::of(language).forbidden);
        report.must_not_reach.iter().for_each(|pair| bullet(&mut out, &forbidden(&names, pair)));
    }
    let of_plan: Vec<&Finding> = report.findings.iter().collect();
    findings(&mut out, &of_plan, Some(("##", language.pick("About the whole plan", "关于整个方案"))));
    if !report.questions.is_empty() {
        let _ = writeln!(out, "\n## {}\n", language.pick("Questions", "待确认"));
        report.questions.iter().for_each(|question| bullet(&mut out, &question.text));
    }
    let _ = writeln!(out, "\n## {}\n", language.pick("What comes next", "后续操作"));
    for i18n::Next { title, url, date } in i18n::next(language) {
        let _ = writeln!(out, "- {}", dated(language, &format!("[{title}]({url})"), date));
    }
    let _ = writeln!(out, "\n## {}\n", language.pick("Not looked at", "不在判断范围内"));
    report.not_modelled.iter().for_each(|item| bullet(&mut out, item));
    out
}

fn section(out: &mut String, names: &Names<'_>, connection: &Connection, ticked: &Ticked) {
    let lang = names.language;
    let (group, source) = (name(names, &connection.resource_group), name(names, &connection.data_source));
    let _ = writeln!(out, "\n## {} → {}\n", escape(&group), escape(&source));
    let verdict = i18n::verdict(lang, connection.verdict, steps_left(connection));
    let _ = writeln!(out, "**{verdict}** · {}\n", i18n::scenario(lang, connection.scenario));
    let first: Vec<&Finding> = connection.contradictions().collect();
    findings(out, &first, None);
    connection.because.iter().for_each(|fact| bullet(out, fact));
    if let Some(whitelist) = &connection.whitelist {
        let separator = separator(names, connection);
        let list = |blocks| list(separator, blocks).replace('\n', "` `");
        let (required, missing) = (list(&whitelist.required), list(&whitelist.missing));
        let row = lang.pick(
            format!("Whitelist: required `{required}`, missing `{missing}`"),
            format!("白名单：需要 `{required}`，缺少 `{missing}`"),
        );
        let _ = writeln!(out, "- {row}");
    }
    if !connection.steps.is_empty() {
        let _ = writeln!(out, "\n### {}\n", lang.pick("Steps", "步骤"));
    }
    for (number, step) in connection.steps.iter().enumerate() {
        let by_hand = || ticked.contains(&connection.tick_of(step));
        let mark = if step.state == StepState::Done || by_hand() { "x" } else { " " };
        let verify =
            if step.state == StepState::Verify { lang.pick(" _(verify)_", "（请核实）") } else { "" };
        let _ = writeln!(out, "{}. [{mark}] **{}**{verify}  ", number + 1, escape(&step.text));
        if step.state != StepState::Done {
            let _ = writeln!(out, "   {} · {}  ", escape(&step.who), escape(&step.console));
            let page = format!("<{}>", step.doc_url);
            let _ = writeln!(out, "   {}", dated(lang, &page, &step.doc_date));
        }
        for detail in &step.details {
            let _ = writeln!(out, "   - {}", escape(detail));
        }
    }
    if !connection.questions.is_empty() {
        let _ = writeln!(out, "\n### {}\n", lang.pick("Questions", "待确认"));
        connection.questions.iter().for_each(|question| bullet(out, &question.text));
    }
    let others: Vec<&Finding> = connection.other_findings().collect();
    findings(out, &others, Some(("###", lang.pick("Findings", "问题与提示"))));
}

/// Findings as a list, below a heading of some level where there is any.
fn findings(out: &mut String, list: &[&Finding], heading: Option<(&str, &str)>) {
    if list.is_empty() {
        return;
    }
    if let Some((level, title)) = heading {
        let _ = writeln!(out, "\n{level} {title}\n");
    }
    for finding in list {
        let mark = match finding.severity {
            Severity::Error => "✕",
            Severity::Warning => "⚠",
            Severity::Info => "ℹ",
        };
        let _ = writeln!(out, "- {mark} {} `{}`", escape(&finding.message), finding.code.key());
    }
}

fn bullet(out: &mut String, text: &str) {
    let _ = writeln!(out, "- {}", escape(text));
}

/// Names are the user's: characters that mean something in Markdown are taken literally, and so is the beginning of a
/// list. Blanks around the text would take a line break or the end of emphasis with them.
pub(super) fn escape(text: &str) -> String {
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len());
    let marker = marker(text);
    for (at, c) in text.char_indices() {
        match c {
            _ if marker == Some(at) => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Where a sign stands that would make the text an item of a list: `- `, `+ `, `7. ` or `7) ` at its beginning.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let signs = if digits == 0 { ['-', '+'] } else { ['.', ')'] };
    let rest = text.get(digits..)?;
    let after = rest.strip_prefix(signs)?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_name_stays_what_its_owner_wrote() {
        assert_eq!(escape("~~gone~~ & <b>"), r"\~\~gone\~\~ \& \<b\>");
        assert_eq!(escape("&lt;"), r"\&lt;");
        assert_eq!(escape("- orders"), r"\- orders");
        assert_eq!(escape("12. orders"), r"12\. orders");
        assert_eq!(escape(" orders \n"), "orders");
    }

    #[test]
    fn addresses_and_hyphens_inside_are_left_alone() {
        assert_eq!(escape("10.1.8.0/24 is missing"), "10.1.8.0/24 is missing");
        assert_eq!(escape("-x to vpc-1"), "-x to vpc-1");
    }
}
