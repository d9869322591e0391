//! The runbook split by who acts, as Markdown: every part can be sent to its reader alone.

use std::fmt::Write as _;

use crate::advice::{Part, Share, hand_over};
use crate::analysis::Analysis;
use crate::export::markdown::escape;
use crate::export::terminal::dated;
use crate::i18n::{self, Language, Names};
use crate::plan::StepState;
use crate::report;
use crate::topology::Document;

/// Every part, one after the other.
pub fn markdown_by_owner(document: &Document, analysis: &Analysis, language: Language) -> String {
    let parts = hand_over(analysis);
    if parts.is_empty() {
        return format!("# {}\n\n{}\n", title(document), language.pick("Nothing to do.", "没有需要做的事。"));
    }
    parts.iter().map(|part| part_markdown(document, part, language)).collect::<Vec<_>>().join("\n")
}

/// One part by itself.
pub fn part_markdown(document: &Document, part: &Part, language: Language) -> String {
    let names = Names { topology: &document.topology, language };
    let who = i18n::who(&names, &part.who);
    let mut out =
        format!("# {}{}{}\n\n", title(document), language.pick(" – ", "：").to_owned(), escape(&who));
    let role = i18n::advice::role(part.role, language);
    let count = i18n::advice::count_of_steps(part.shares.len(), language);
    let _ = writeln!(
        out,
        "{}\n",
        escape(&language.pick(
            format!("For {role}: {count}, in this order."),
            format!("本部分由{role}完成，共 {count}，请按顺序进行。"),
        ))
    );
    part.shares.iter().for_each(|share| step(&mut out, document, &names, share));
    out
}

fn step(out: &mut String, document: &Document, names: &Names<'_>, share: &Share) {
    let lang = names.language;
    let step = report::step(&document.topology, &share.step, lang);
    let verify =
        if step.state == StepState::Verify { lang.pick(" _(verify)_", "（请核实）") } else { "" };
    let _ = writeln!(out, "- [ ] **{} · {}**{verify}  ", share.number, escape(&step.text));
    if let Some((number, other)) = &share.after {
        let _ = writeln!(out, "  {}  ", escape(&i18n::advice::after(names, *number, other)));
    }
    let pairs: Vec<String> = share
        .pairs
        .iter()
        .map(|(group, source)| format!("{} → {}", names.of(group), names.of(source)))
        .collect();
    let pairs = pairs.join(lang.pick(", ", "、"));
    let what_for = lang.pick(format!("For {pairs}"), format!("用于 {pairs}"));
    let _ = writeln!(out, "  {}  ", escape(&what_for));
    if !step.why.is_empty() {
        let _ = writeln!(out, "  {}  ", escape(&step.why));
    }
    let _ = writeln!(out, "  {}  ", escape(&step.console));
    if !step.doc_url.is_empty() {
        let _ = writeln!(out, "  {}", dated(lang, &format!("<{}>", step.doc_url), &step.doc_date));
    }
    for detail in &step.details {
        let _ = writeln!(out, "  - {}", escape(detail));
    }
}

fn title(document: &Document) -> String {
    let title = document.title.trim();
    escape(if title.is_empty() { "Reachplan" } else { title })
}
