//! The laws of the report, as properties over generated drawings that are weighted towards near misses.

mod ahead;
mod halves;

use proptest::prelude::*;
use reachplan::analysis::{Analysis, Assessed, analyse};
use reachplan::base::{AddressSet, Block, Id};
use reachplan::i18n::Language;
use reachplan::plan::{Step, StepState};
use reachplan::report::{Report, report};
use reachplan::rules::{Code, Severity};
use reachplan::topology::{Account, Document, Edit, Entry, Kind, Node, Vpc, Whitelist};
use reachplan::verdict::Verdict;
use reachplan::wire;

use crate::generate::document;
use crate::seeded::drawings;

fn config() -> ProptestConfig {
    drawings(300)
}

fn of(document: &Document, connection: &Assessed) -> Option<Assessed> {
    let analysis = analyse(&document.topology);
    let at = analysis.position(&connection.resource_group, &connection.data_source)?;
    analysis.connections.get(at).cloned()
}

/// The document after these steps; `None` when one of them is not an edit.
fn after<'s>(document: &Document, steps: impl Iterator<Item = &'s Step>) -> Option<Document> {
    let mut document = document.clone();
    for step in steps {
        let needed = match step.act.needs() {
            [] => step.edit(),
            ["mbps"] => step.edit_with("100"),
            _ => step.edit_with("203.0.113.77"),
        };
        document = document.after(&needed?).ok()?;
    }
    Some(document)
}

fn to_do(connection: &Assessed) -> Vec<&Step> {
    connection.steps.iter().filter(|step| step.state == StepState::ToDo).collect()
}

fn verdicts(analysis: &Analysis) -> Vec<(Id, Id, Verdict)> {
    let of = |c: &Assessed| (c.resource_group.clone(), c.data_source.clone(), c.verdict);
    analysis.connections.iter().map(of).collect()
}

fn words_aside(report: &Report) -> String {
    let mut value = serde_json::to_value(report).expect("a report is JSON");
    strip(&mut value);
    value.to_string()
}

fn strip(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            for word in ["message", "text", "who", "console", "because", "not_modelled"] {
                fields.remove(word);
            }
            fields.values_mut().for_each(strip);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Changes every whitelist of a document.
fn with_whitelists(document: &Document, change: impl Fn(&[Entry]) -> Vec<Entry>) -> Document {
    let mut document = document.clone();
    for (id, node) in document.topology.nodes.clone() {
        let Kind::DataSource(source) = &node.kind else {
            continue;
        };
        let Some(Whitelist::Entries(entries)) = &source.whitelist else {
            continue;
        };
        let mut source = source.clone();
        source.whitelist = Some(Whitelist::Entries(change(entries)));
        let node = Node { kind: Kind::DataSource(source), ..(*node).clone() };
        document = document.with(&Edit::PutNode { id, node });
    }
    document
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn applying_every_step_makes_a_blocked_connection_ready(document in document()) {
        let analysis = analyse(&document.topology);
        for connection in &analysis.connections {
            let steps = to_do(connection);
            let exempt = steps.iter().any(|step| step.act.is_outside()) || !connection.questions.is_empty();
            let concerned = matches!(connection.verdict, Verdict::Blocked | Verdict::Partial);
            if !concerned || exempt {
                continue;
            }
            let all = after(&document, steps.iter().copied());
            prop_assert!(all.is_some(), "some step is no edit: {:?}", steps);
            let verdict = all.as_ref().and_then(|after| of(after, connection)).map(|c| c.verdict);
            prop_assert_eq!(verdict, Some(Verdict::Ready), "{} → {}\n{:#?}\n{}", connection.resource_group, connection.data_source, steps, wire::write(&document));
        }
    }

    #[test]
    fn no_step_is_superfluous(document in document()) {
        let analysis = analyse(&document.topology);
        for connection in analysis.connections.iter().filter(|c| matches!(c.verdict, Verdict::Blocked | Verdict::Partial)) {
            let steps = to_do(connection);
            if steps.iter().any(|step| step.act.is_outside()) || !connection.questions.is_empty() {
                continue;
            }
            for left_out in 0..steps.len() {
                let rest = steps.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, step)| *step);
                let Some(after) = after(&document, rest) else { continue };
                let verdict = of(&after, connection).map(|c| c.verdict);
                prop_assert_ne!(verdict, Some(Verdict::Ready), "superfluous: {:#?}\nof {:#?}\n{}", steps.get(left_out), steps, wire::write(&document));
            }
        }
    }

    #[test]
    fn every_error_has_a_step_that_cures_it(document in document()) {
        for connection in analyse(&document.topology).connections {
            for finding in connection.findings.iter().filter(|finding| finding.severity == Severity::Error) {
                let cured = connection.steps.iter().any(|step| step.cures.contains(&finding.code));
                prop_assert!(cured, "{:?} of {} → {}\n{}", finding.code, connection.resource_group, connection.data_source, wire::write(&document));
            }
        }
    }

    #[test]
    fn a_ready_connection_has_nothing_to_do_and_no_error(document in document()) {
        for connection in analyse(&document.topology).connections.iter().filter(|c| c.verdict == Verdict::Ready) {
            prop_assert!(to_do(connection).is_empty());
            let error = connection.findings.iter().find(|finding| finding.severity == Severity::Error);
            prop_assert!(error.is_none(), "{:?}\n{}", error, wire::write(&document));
        }
    }

    #[test]
    fn a_connection_that_is_not_ready_says_why(document in document()) {
        for connection in &analyse(&document.topology).connections {
            let error = connection.findings.iter().any(|finding| finding.severity == Severity::Error);
            let said = match connection.verdict {
                Verdict::Ready => true,
                Verdict::Unknown => !connection.questions.is_empty(),
                Verdict::Partial | Verdict::Blocked | Verdict::Unsupported | Verdict::Invalid => error,
            };
            prop_assert!(said, "{} → {} is {:?}\n{}", connection.resource_group, connection.data_source, connection.verdict, wire::write(&document));
        }
    }

    #[test]
    fn an_added_whitelist_entry_never_makes_a_verdict_worse_and_a_removed_one_never_better(
        document in document(),
        entry in prop_oneof![Just("10.1.8.0/24"), Just("10.0.0.0/8"), Just("203.0.113.10"), Just("0.0.0.0/0"), Just("10.1.8.64/26")],
    ) {
        let before = verdicts(&analyse(&document.topology));
        let wider = with_whitelists(&document, |entries| entries.iter().cloned().chain([Entry::new(entry)]).collect());
        let narrower = with_whitelists(&document, |entries| entries.iter().skip(1).cloned().collect());
        for (changed, worse) in [(wider, false), (narrower, true)] {
            for (old, new) in before.iter().zip(verdicts(&analyse(&changed.topology))) {
                let fine = if worse { new.2 >= old.2 } else { new.2 <= old.2 };
                prop_assert!(fine, "{:?} became {:?} with {}\n{}", old, new, entry, wire::write(&document));
            }
        }
    }

    #[test]
    fn splitting_whitelist_entries_into_halves_changes_no_verdict(document in document()) {
        let halves = with_whitelists(&document, |entries| {
            let split = |entry: &Entry| match entry.block() {
                Some(block) if block.prefix_len() < 32 => {
                    block.subnets(block.prefix_len() + 1).expect("longer").map(|half| Entry(half.to_string())).collect()
                }
                _ => vec![entry.clone()],
            };
            entries.iter().flat_map(split).collect()
        });
        prop_assert_eq!(verdicts(&analyse(&document.topology)), verdicts(&analyse(&halves.topology)));
    }

    #[test]
    fn each_missing_address_is_blocked_and_every_other_passes(document in document()) {
        for connection in &analyse(&document.topology).connections {
            let Some((required, missing)) = &connection.whitelist else { continue };
            let source = document.topology.data_source(&connection.data_source).expect("drawn");
            let Some(Whitelist::Entries(entries)) = &source.whitelist else { continue };
            let missing = AddressSet::of(missing.iter().copied());
            for address in AddressSet::of(required.iter().copied()).ranges().iter().flat_map(|(from, to)| *from..=*to).take(2000) {
                let alone = AddressSet::from(Block::from(std::net::Ipv4Addr::from(address)));
                let admitted = entries.iter().filter_map(Entry::block).any(|block| block.contains(&std::net::Ipv4Addr::from(address)));
                prop_assert_eq!(missing.covers(&alone), !admitted);
            }
        }
    }

    #[test]
    fn deleting_what_is_called_redundant_changes_no_verdict(document in document()) {
        let analysis = analyse(&document.topology);
        let mut smaller = document.clone();
        let mut seen = std::collections::BTreeSet::new();
        for connection in &analysis.connections {
            for finding in connection.findings.iter().filter(|finding| finding.code == Code::WhitelistRedundantEntry) {
                let source = connection.data_source.clone();
                let entry = finding.entry.clone().expect("an entry");
                if !seen.insert((source.clone(), entry.clone())) {
                    continue;
                }
                let twice = match smaller.topology.data_source(&source).and_then(|s| s.whitelist.as_ref()) {
                    Some(list) => list.entries().iter().filter(|e| **e == entry).count() > 1,
                    None => false,
                };
                // The edit removes every entry of this text, so a literal duplicate is put back once.
                smaller = smaller.with(&Edit::RemoveWhitelistEntry { source: source.clone(), entry: entry.clone() });
                if twice {
                    smaller = smaller.with(&Edit::AddWhitelistEntry { source, entry, replaces: None });
                }
            }
        }
        prop_assert_eq!(verdicts(&analysis), verdicts(&analyse(&smaller.topology)));
    }

    #[test]
    fn an_unrelated_network_changes_nothing(document in document(), cidr in prop_oneof![Just("10.1.0.0/16"), Just("10.0.0.0/8"), Just("172.16.0.0/12")]) {
        let Some(region) = document.topology.nodes.iter().find(|(_, n)| matches!(&n.kind, Kind::Region(_))).map(|(id, _)| id.clone()) else {
            return Ok(());
        };
        let account = Id::parse("zz-account").expect("an id");
        let other = Edit::All(vec![
            Edit::PutNode { id: account.clone(), node: Node { name: None, note: None, parent: None, kind: Kind::Account(Account::default()) } },
            Edit::PutNode { id: Id::parse("zz-region").expect("an id"), node: Node { parent: Some(account), ..document.topology.node(&region).expect("drawn").clone() } },
            Edit::PutNode {
                id: Id::parse("zz-vpc").expect("an id"),
                node: Node { name: None, note: None, parent: Id::parse("zz-region"), kind: Kind::Vpc(Vpc { cidrs: Some(vec![cidr.parse().expect("a block")]), ..Vpc::default() }) },
            },
        ]);
        let Ok(larger) = document.after(&other) else { return Ok(()) };
        let before = report(&document.topology, &analyse(&document.topology), Language::En);
        let later = report(&larger.topology, &analyse(&larger.topology), Language::En);
        let new_vpc = before.connections.iter().flat_map(|c| &c.steps).any(|step| step.values.contains_key("vpc_cidr"));
        if !new_vpc {
            prop_assert_eq!(words_aside(&before), words_aside(&later));
        }
    }

    #[test]
    fn the_language_changes_words_only(document in document()) {
        let analysis = analyse(&document.topology);
        let en = report(&document.topology, &analysis, Language::En);
        let zh = report(&document.topology, &analysis, Language::Zh);
        prop_assert_eq!(words_aside(&en), words_aside(&zh));
    }

    #[test]
    fn ids_and_layout_mean_nothing(document in document()) {
        let text = wire::write(&document);
        let renamed = rename(&document);
        let report_of = |document: &Document| report(&document.topology, &analyse(&document.topology), Language::Zh);
        let plain = serde_json::to_string(&report_of(&document)).expect("JSON");
        let back = wire::read(&text).expect("what was written can be read");
        prop_assert_eq!(&plain, &serde_json::to_string(&report_of(&back)).expect("JSON"));
        let moved = serde_json::to_string(&report_of(&renamed)).expect("JSON").replace("id0.", "");
        prop_assert_eq!(words_aside_text(&plain), words_aside_text(&moved));
    }
}

fn words_aside_text(json: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(json).expect("JSON");
    strip(&mut value);
    value.to_string()
}

/// The same drawing with `id0.` before every id, which keeps their order.
fn rename(document: &Document) -> Document {
    let mut value = wire::to_value(document);
    rename_value(&mut value, None);
    wire::read(&value.to_string()).expect("a renamed document is a document")
}

fn rename_value(value: &mut serde_json::Value, field: Option<&str>) {
    const IDS: [&str; 9] =
        ["id", "in", "via", "vswitch", "network", "resource_group", "data_source", "reads", "writes"];
    match value {
        serde_json::Value::String(text) => {
            let listed = field == Some("snat") && text != "vpc";
            if field.is_some_and(|field| IDS.contains(&field)) || listed {
                *text = format!("id0.{text}");
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| rename_value(item, field)),
        serde_json::Value::Object(fields) => {
            fields.remove("layout");
            fields.iter_mut().for_each(|(name, value)| rename_value(value, Some(name)));
        }
        _ => {}
    }
}
