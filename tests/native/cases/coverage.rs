//! Every finding is told by a case in which it is said and one in which it is not.

use std::collections::BTreeSet;
use std::fs;

use reachplan::rules::Code;

use super::expectation::said;
use super::{TOPICS, cases, files, root};
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
