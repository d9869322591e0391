//! Every finding is told by a case in which it is said and one in which it is not; every finding and every action is reached,
//! in both languages.

use std::collections::BTreeSet;
use std::fs;

use reachplan::analysis::analyse;
use reachplan::i18n::Language;
use reachplan::plan::ActionName;
use reachplan::report::report;
use reachplan::rules::Code;

use super::expectation::said;
use super::{TOPICS, cases, files, root};
use crate::notation;
use crate::outline::{self, Line};

/// Said of every connection, so that no case can be without it.
const ALWAYS: &str = "connectivity-is-not-success";

/// What a line of an expectation settles about the findings of the plan or of one connection: said, and not said.
#[derive(Default)]
struct Told {
    said: BTreeSet<(bool, String)>,
    unsaid: BTreeSet<(bool, String)>,
}

#[test]
fn every_code_is_expected_by_one_case_and_ruled_out_by_another() {
    let mut told = Told::default();
    for topic in TOPICS {
        for file in files(&root().join(topic.replace('_', "-"))) {
            let text = fs::read_to_string(&file).expect("a readable file");
            for case in cases(&text).expect("literate cases") {
                let (line, expect) = case.expect.expect("an expectation");
                outline::tree(&expect, line)
                    .expect("an outline")
                    .iter()
                    .for_each(|subject| told.note(subject));
            }
        }
    }
    let mut complaints = Vec::new();
    for code in Code::ALL.iter().map(|code| code.key()) {
        let of = |all: &BTreeSet<(bool, String)>| -> BTreeSet<bool> {
            [true, false].into_iter().filter(|plan| all.contains(&(*plan, code.to_owned()))).collect()
        };
        let (said, unsaid) = (of(&told.said), of(&told.unsaid));
        if said.is_empty() {
            complaints.push(format!("{code} is expected by no case"));
        } else if code != ALWAYS && said.is_disjoint(&unsaid) {
            complaints.push(format!("{code} is ruled out by no case"));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_code_and_every_action_is_reached_and_told_in_both_languages() {
    let (mut codes, mut actions) = (BTreeSet::new(), BTreeSet::new());
    let files: Vec<_> =
        TOPICS.iter().flat_map(|topic| files(&root().join(topic.replace('_', "-")))).collect();
    for file in files {
        for case in cases(&fs::read_to_string(&file).expect("a readable file")).expect("literate cases") {
            let (line, drawing) = case.drawing.expect("a drawing");
            let document = notation::read(&drawing, line).expect("a drawing");
            let analysis = analyse(&document.topology);
            for language in [Language::En, Language::Zh] {
                let chinese =
                    |text: &str| text.contains(|sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign));
                let told = |text: &str| !text.is_empty() && chinese(text) == (language == Language::Zh);
                let report = report(&document.topology, &analysis, language);
                let steps = report.connections.iter().flat_map(|connection| &connection.steps);
                actions
                    .extend(steps.filter(|step| told(&step.text)).map(|step| (step.action, language as u8)));
                let own = report.connections.iter().flat_map(|connection| &connection.findings);
                let findings = own.chain(&report.findings).filter(|finding| told(&finding.message));
                codes.extend(findings.map(|finding| (finding.code, language as u8)));
            }
        }
    }
    let mut complaints = Vec::new();
    for language in [Language::En as u8, Language::Zh as u8] {
        let silent = Code::ALL.iter().filter(|code| !codes.contains(&(**code, language)));
        complaints.extend(silent.map(|code| format!("{} {language}", code.key())));
        let idle = ActionName::ALL.iter().filter(|action| !actions.contains(&(**action, language)));
        complaints.extend(idle.map(|action| format!("{} {language}", action.key())));
    }
    assert!(complaints.is_empty(), "reached by no case, or not told: {}", complaints.join(", "));
}

impl Told {
    fn note(&mut self, subject: &Line<'_>) {
        let plan = subject.text.starts_with("plan:");
        if subject.text.starts_with("hand-over:") {
            return;
        }
        for line in &subject.children {
            let (name, listed) = said(line).expect("a list");
            let codes = listed.iter().map(|item| item.split(' ').next().unwrap_or_default());
            let codes: BTreeSet<(bool, String)> = codes.map(|code| (plan, code.to_owned())).collect();
            match name.split_once(" of ") {
                Some((_, code)) if !listed.is_empty() => drop(self.said.insert((plan, code.to_owned()))),
                _ => {}
            }
            match name {
                "findings include" => self.said.extend(codes),
                "findings exclude" => self.unsaid.extend(codes),
                "findings" => {
                    let all = Code::ALL.iter().map(|code| (plan, code.key().to_owned()));
                    self.unsaid.extend(all.filter(|code| !codes.contains(code)));
                    self.said.extend(codes);
                }
                _ => {}
            }
        }
    }
}
