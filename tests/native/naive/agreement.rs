//! Both engines over the same documents.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use reachplan::analysis::{Assessed, analyse};
use reachplan::rules::{Finding, Severity};
use reachplan::topology::Document;
use reachplan::wire;

use super::address::{Block, same};
use super::drawing::Drawing;
use super::{Judged, judge};
use crate::generate::document;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Where the two engines differ, in words; and every verdict of the naive one.
fn compare(document: &Document) -> (Vec<(String, String)>, Vec<&'static str>) {
    let text = wire::write(document);
    let value = serde_json::from_str(&text).expect("a document is JSON");
    let drawing = Drawing::read(&value);
    let naive = judge(&drawing);
    let engine = analyse(&document.topology);
    let mut all = Vec::new();
    let pairs: Vec<(String, String)> = engine.connections.iter().map(pair).collect();
    if pairs != naive.keys().cloned().collect::<Vec<_>>() {
        all.push(("pairs".into(), format!("{pairs:?}")));
    }
    for connection in &engine.connections {
        let Some(judged) = naive.get(&pair(connection)) else { continue };
        all.extend(between(judged, connection).into_iter().map(|(what, text)| {
            (what, format!("{} -> {}: {text}", connection.resource_group, connection.data_source))
        }));
    }
    (all, naive.into_values().map(|judged| judged.verdict).collect())
}

fn pair(connection: &Assessed) -> (String, String) {
    (connection.resource_group.to_string(), connection.data_source.to_string())
}

/// The codes of the errors; the kinds of a whitelist that admits nothing count as one (see the module).
fn errors(engine: &Assessed) -> BTreeSet<&'static str> {
    let errors = engine.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let kind = |code: &'static str| match code {
        "whitelist-gap" => code,
        _ if code.starts_with("whitelist-") => "whitelist",
        _ => code,
    };
    errors.map(|finding| kind(finding.code.key())).collect()
}

fn between(naive: &Judged, engine: &Assessed) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let scenario = word(serde_json::to_value(engine.scenario).expect("a word"));
    let verdict = word(serde_json::to_value(engine.verdict).expect("a word"));
    if scenario != naive.scenario {
        all.push((format!("scenario {} {scenario}", naive.scenario), String::new()));
    }
    if verdict != naive.verdict {
        let codes: Vec<&str> = engine.findings.iter().map(|finding| finding.code.key()).collect();
        all.push((
            format!("{}: naive {}, engine {verdict}", naive.scenario, naive.verdict),
            format!("{codes:?}"),
        ));
    }
    let blocks = |blocks: &[reachplan::base::Block]| -> Vec<Block> {
        blocks.iter().filter_map(|block| Block::read(&block.to_string())).collect()
    };
    let told = errors(engine);
    if told != naive.errors {
        let ours: Vec<&&str> = naive.errors.difference(&told).collect();
        let theirs: Vec<&&str> = told.difference(&naive.errors).collect();
        all.push((format!("errors: naive only {ours:?}, engine only {theirs:?}"), verdict.clone()));
    }
    let shown = |finding: &&Finding| {
        finding.severity == Severity::Error && finding.code.key().starts_with("whitelist-")
    };
    let missing = engine.findings.iter().find(shown).map(|finding| blocks(&finding.addresses));
    if let Some(gap) = &naive.gap
        && !missing.as_ref().is_some_and(|missing| same(gap, missing))
    {
        all.push((format!("gap {}", naive.scenario), format!("naive {gap:?}, engine {missing:?}")));
    }
    if let Some(sees) = &naive.sees
        && !same(sees, &blocks(&engine.source_addresses))
    {
        all.push((
            format!("sees {}", naive.scenario),
            format!("naive {sees:?}, engine {:?}", engine.source_addresses),
        ));
    }
    all
}

/// Documents from a seed, with the tree that shrinks each.
fn documents() -> (impl Strategy<Value = Document>, TestRunner) {
    let rng_seed = RngSeed::Fixed(number("SEED", 2026));
    (document(), TestRunner::new(Config { rng_seed, failure_persistence: None, ..Config::default() }))
}

/// `SOAK_COUNT`, `SOAK_SECONDS` and `SEED` change how many documents, how long, and which; `SHOWN` how many differences are
/// shown as the smallest document.
#[test]
#[expect(clippy::disallowed_methods, reason = "a long run has to end")]
fn both_engines_say_the_same() {
    let (count, seconds) = (number("SOAK_COUNT", 2000), number("SOAK_SECONDS", u64::MAX));
    let began = std::time::Instant::now();
    let (strategy, mut runner) = documents();
    let (mut done, mut pairs) = (0, 0);
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    while done < count && began.elapsed().as_secs() < seconds {
        let mut tree = strategy.new_tree(&mut runner).expect("a document");
        let (differences, judged) = compare(&tree.current());
        for (what, text) in differences {
            let first = !found.contains_key(&what);
            let held = found.entry(what.clone()).or_insert_with(|| (0, text));
            held.0 += 1;
            if first && found.len() as u64 <= number("SHOWN", 5) {
                let smallest = smallest(&mut tree, &what);
                found.entry(what).and_modify(|held| held.1 = format!("{}\n{smallest}", held.1));
            }
        }
        done += 1;
        pairs += judged.len();
        judged.into_iter().for_each(|verdict| *verdicts.entry(verdict).or_insert(0) += 1);
    }
    println!(
        "seed {}: {done} documents, {pairs} connections in {} s: {verdicts:?}",
        number("SEED", 2026),
        began.elapsed().as_secs()
    );
    let told = found.iter().map(|(what, (many, text))| format!("{many} times {what}: {text}"));
    assert!(found.is_empty(), "\n{}\n", told.collect::<Vec<_>>().join("\n"));
}

/// The smallest document of a tree with the same difference.
fn smallest(tree: &mut impl ValueTree<Value = Document>, what: &str) -> String {
    let differs = |document: &Document| compare(document).0.iter().any(|(found, _)| found == what);
    let mut smallest = tree.current();
    let mut more = tree.simplify();
    while more {
        if differs(&tree.current()) {
            smallest = tree.current();
            more = tree.simplify();
        } else {
            more = tree.complicate();
        }
    }
    wire::write(&smallest)
}
