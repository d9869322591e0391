//! The report as text for a terminal. Colour only where the caller says that a terminal listens; it never says anything
//! that the words do not.

use crate::base::Id;
use crate::i18n::chrome::Panel;
use crate::i18n::{self, Language, Names};
use crate::plan::StepState;
use crate::report::{Connection, Finding, ForbiddenResult, Report};
use crate::rules::Severity;
use crate::topology::{Separator, Topology};
use crate::verdict::{HopStatus, Verdict};

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// With terminal colours.
    Colour,
    /// Without.
    Plain,
}

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        match self {
            Self::Colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Self::Plain => text.to_owned(),
        }
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    pub(super) fn quiet(self, text: &str) -> String {
        self.with("2", text)
    }
}

/// The report as text.
pub fn terminal(topology: &Topology, report: &Report, language: Language, paint: Paint) -> String {
    let names = Names { topology, language };
    let mut out = String::new();
    for connection in &report.connections {
        connection_text(&mut out, &names, connection, paint);
    }
    if !report.tasks.is_empty() {
        line(&mut out, 0, &paint.bold(language.pick("Tasks", "任务")));
        for task in &report.tasks {
            let name = name(&names, &task.task);
            let verdict = i18n::verdict(language, task.verdict, steps_left_of(report, topology, &task.task));
            line(&mut out, 1, &format!("{} {name} · {verdict}", symbol(task.verdict, paint)));
        }
        out.push('\n');
    }
    if !report.must_not_reach.is_empty() {
        line(&mut out, 0, &paint.bold(Panel::of(language).forbidden));
        for pair in &report.must_not_reach {
            let verdict = match pair.holds {
                Some(true) => Verdict::Ready,
                Some(false) => Verdict::Blocked,
                None => Verdict::Unknown,
            };
            line(&mut out, 1, &format!("{} {}", symbol(verdict, paint), forbidden(&names, pair)));
        }
        out.push('\n');
    }
    let others: Vec<&Finding> = report.findings.iter().collect();
    if !others.is_empty() {
        line(&mut out, 0, &paint.bold(language.pick("About the whole plan", "关于整个方案")));
        others.iter().for_each(|finding| finding_text(&mut out, finding, paint));
        out.push('\n');
    }
    for question in &report.questions {
        line(&mut out, 0, &format!("? {}", question.text));
    }
    line(&mut out, 0, &paint.quiet(language.pick("What comes next:", "后续操作：")));
    for next in i18n::next(language) {
        line(
            &mut out,
            1,
            &paint.quiet(&format!(
                "· {}{}{}",
                next.title,
                language.pick(": ", "："),
                dated(language, next.url, next.date)
            )),
        );
    }
    line(&mut out, 0, &paint.quiet(language.pick("Not looked at:", "以下内容不在判断范围内：")));
    for item in &report.not_modelled {
        line(&mut out, 1, &paint.quiet(&format!("· {item}")));
    }
    out
}

fn connection_text(out: &mut String, names: &Names<'_>, connection: &Connection, paint: Paint) {
    let lang = names.language;
    let (group, source) = (name(names, &connection.resource_group), name(names, &connection.data_source));
    line(out, 0, &paint.bold(&format!("{group} → {source}")));
    let verdict = i18n::verdict(lang, connection.verdict, steps_left(connection));
    let scenario = i18n::scenario(lang, connection.scenario);
    line(out, 1, &format!("{} {} · {scenario}", symbol(connection.verdict, paint), paint.bold(&verdict)));
    connection.contradictions().for_each(|finding| finding_text(out, finding, paint));
    connection.because.iter().for_each(|fact| line(out, 1, &paint.quiet(fact)));
    let hops =
        connection.hops.iter().map(|hop| format!("{} {}", mark(hop.status), i18n::hop(lang, hop.kind)));
    line(out, 1, &hops.collect::<Vec<_>>().join("  "));
    if !connection.steps.is_empty() {
        line(out, 1, lang.pick("Steps", "步骤"));
    }
    for (number, step) in connection.steps.iter().enumerate() {
        let mark = match step.state {
            StepState::ToDo => "☐",
            StepState::Verify => "?",
            StepState::Done => "☑",
        };
        let row = format!("{mark} {}. {}", number + 1, step.text);
        line(out, 2, &if step.state == StepState::Done { paint.quiet(&row) } else { row });
        step.details.iter().for_each(|detail| line(out, 4, &format!("– {detail}")));
        if step.state != StepState::Done {
            line(out, 4, &paint.quiet(&format!("{} · {}", step.who, step.console)));
            line(out, 4, &paint.quiet(&dated(lang, &step.doc_url, &step.doc_date)));
        }
    }
    if let Some(whitelist) = &connection.whitelist {
        let separator = separator(names, connection);
        let list = |blocks| list(separator, blocks).replace('\n', "\n      ");
        let (required, missing) = (list(&whitelist.required), list(&whitelist.missing));
        let row = lang.pick(
            format!("Whitelist: required {required}; missing {missing}"),
            format!("白名单：需要 {required}；缺少 {missing}"),
        );
        line(out, 1, &row);
    }
    connection.questions.iter().for_each(|question| line(out, 1, &format!("? {}", question.text)));
    connection.other_findings().for_each(|finding| finding_text(out, finding, paint));
    out.push('\n');
}

fn finding_text(out: &mut String, finding: &Finding, paint: Paint) {
    let code = paint.quiet(&format!("[{}]", finding.code.key()));
    line(out, 1, &format!("{} {} {code}", sign(finding.severity, paint), finding.message));
}

/// The sign of a severity.
pub(super) fn sign(severity: Severity, paint: Paint) -> String {
    let (mark, colour) = match severity {
        Severity::Error => ("✕", "31"),
        Severity::Warning => ("⚠", "33"),
        Severity::Info => ("i", "34"),
    };
    paint.with(colour, mark)
}

/// An official page and its date.
pub(super) fn dated(language: Language, page: &str, date: &str) -> String {
    let date = i18n::page_date(language, date);
    language.pick(format!("{page} ({date})"), format!("{page}（{date}）"))
}

/// How many steps of a connection are still to be done.
pub(super) fn steps_left(connection: &Connection) -> usize {
    connection.steps.iter().filter(|step| step.state == StepState::ToDo).count()
}

fn steps_left_of(report: &Report, topology: &Topology, task: &str) -> usize {
    let task = topology.tasks.iter().find(|(id, _)| id.as_str() == task).map(|(_, task)| task);
    let concerned = |connection: &&Connection| {
        task.is_some_and(|task| {
            task.resource_group.as_str() == connection.resource_group
                && task.ends().any(|end| end.as_str() == connection.data_source)
        })
    };
    report.connections.iter().filter(concerned).map(steps_left).sum()
}

/// The display name of an element that a report names by its id.
pub(super) fn name(names: &Names<'_>, id: &str) -> String {
    Id::parse(id).map_or_else(|| id.to_owned(), |id| names.of(&id))
}

/// Whether a forbidden pair stays apart, by its names.
pub(super) fn forbidden(names: &Names<'_>, pair: &ForbiddenResult) -> String {
    let (group, source) = (name(names, &pair.resource_group), name(names, &pair.data_source));
    i18n::apart(names.language, &group, &source, pair.holds)
}

/// Blocks as the console of the data source takes them.
pub(super) fn list(separator: Separator, blocks: &[String]) -> String {
    if blocks.is_empty() { "–".to_owned() } else { separator.join(blocks) }
}

/// What stands between entries of the data source's whitelist.
pub(super) fn separator(names: &Names<'_>, connection: &Connection) -> Separator {
    let source = Id::parse(&connection.data_source);
    source.map_or(Separator::Line, |source| names.topology.gate_product(&source).gate().separator)
}

fn symbol(verdict: Verdict, paint: Paint) -> String {
    let (mark, colour) = match verdict {
        Verdict::Ready => ("✓", "32"),
        Verdict::Unknown => ("?", "35"),
        Verdict::Partial => ("◐", "33"),
        Verdict::Blocked => ("✕", "31"),
        Verdict::Unsupported => ("⊘", "31"),
        Verdict::Invalid => ("!", "31"),
    };
    paint.with(colour, mark)
}

fn mark(status: HopStatus) -> &'static str {
    match status {
        HopStatus::Pass => "✓",
        HopStatus::Part => "◐",
        HopStatus::Fail => "✕",
        HopStatus::Unknown => "?",
        HopStatus::NotReached => "·",
    }
}

pub(super) fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}
