//! What differs between two plans, in words.

use crate::compare::{Admission, Difference, Element, Happened, Outcome, Part, Standing};
use crate::i18n::chrome::{connection_kind, kind_name};
use crate::i18n::names::say;
use crate::i18n::{Language, results};
use crate::topology::Topology;

/// The headings and fixed sentences of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Nothing differs.
    Same,
    /// Only positions differ.
    OnlyMoved,
    /// Elements.
    Elements,
    /// Results.
    Results,
    /// Whitelists.
    Whitelists,
    /// Pairs that must not reach each other.
    Forbidden,
    /// Moved things.
    Moved,
}

impl Heading {
    /// The text.
    pub fn text(self, language: Language) -> &'static str {
        let (en, zh) = match self {
            Self::Same => ("No difference.", "没有差异。"),
            Self::OnlyMoved => ("Only positions in the drawing differ.", "仅图中的位置不同。"),
            Self::Elements => ("Elements", "元素"),
            Self::Results => ("Results", "结果"),
            Self::Whitelists => ("Whitelists", "白名单"),
            Self::Forbidden => ("Must not reach", "禁止连通"),
            Self::Moved => ("Moved in the drawing", "图中位置有变化"),
        };
        language.pick(en, zh)
    }
}

/// The sign of what happened: plus, minus, or a wave.
pub fn sign(change: Happened) -> char {
    match change {
        Happened::Added => '+',
        Happened::Removed => '-',
        Happened::Changed => '~',
    }
}

/// The title and the worst verdict, where they differ.
pub fn whole(difference: &Difference, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(title) = &difference.title {
        let (before, after) = (&title.before, &title.after);
        lines.push(say!(language, "Title: “{before}” → “{after}”", "标题：“{before}” → “{after}”"));
    }
    if difference.verdict.before != difference.verdict.after {
        let word = |verdict| results::verdict_word(language, verdict);
        let (before, after) = (word(difference.verdict.before), word(difference.verdict.after));
        lines.push(say!(language, "The whole plan: {before} → {after}", "整个方案： {before} → {after}"));
    }
    lines
}

/// An element by what it is and how it is called.
pub fn element(topology: &Topology, element: &Element, language: Language) -> String {
    let id = crate::base::Id::parse(&element.id);
    let name = id.as_ref().map_or_else(|| element.id.clone(), |id| topology.name_of(id));
    let node = id.as_ref().and_then(|id| topology.node(id));
    let connection = id.as_ref().and_then(|id| topology.connections.get(id));
    let kind = match element.part {
        Part::Node => node.map_or("", |node| kind_name(node.kind.name(), language)),
        Part::Connection => connection.map_or("", |held| connection_kind(held.kind, language)),
        Part::Task => language.pick("Task", "任务"),
    };
    let id = &element.id;
    if name == *id {
        format!("{kind} {id}")
    } else {
        say!(language, "{kind} {name} ({id})", "{kind} {name}（{id}）")
    }
}

/// The results of a pair in both plans; the row of the base page's table where it differs.
pub fn outcomes(before: Option<Outcome>, after: Option<Outcome>, language: Language) -> String {
    let is_same_row = before.zip(after).is_some_and(|(before, after)| before.scenario == after.scenario);
    let told = |outcome: Option<Outcome>| match outcome {
        None => language.pick("not in the plan", "不在方案中").to_owned(),
        Some(Outcome { verdict, scenario }) => {
            let verdict = results::verdict_word(language, verdict);
            let row = results::scenario(language, scenario);
            if is_same_row {
                verdict.to_owned()
            } else {
                say!(language, "{verdict} ({row})", "{verdict}（{row}）")
            }
        }
    };
    format!("{} → {}", told(before), told(after))
}

/// What a whitelist admits now and did not, and the reverse.
pub fn admission(admission: &Admission, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if admission.before != admission.after {
        let (before, after) = (standing(admission.before, language), standing(admission.after, language));
        lines.push(format!("{before} → {after}"));
    }
    let comma = language.pick(", ", "、");
    let (opened, closed) = (admission.opened.join(comma), admission.closed.join(comma));
    if !opened.is_empty() {
        lines.push(say!(language, "now admits {opened}", "新增放行 {opened}"));
    }
    if !closed.is_empty() {
        lines.push(say!(language, "no longer admits {closed}", "不再放行 {closed}"));
    }
    lines
}

fn standing(standing: Standing, language: Language) -> &'static str {
    let (en, zh) = match standing {
        Standing::Absent => ("no such data source", "没有该数据源"),
        Standing::Unknown => ("whitelist not known", "白名单未知"),
        Standing::Off => ("no whitelist", "无白名单"),
        Standing::Listed => ("whitelist known", "白名单已知"),
    };
    language.pick(en, zh)
}
