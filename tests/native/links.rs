//! Links: every plan fits, opens as exactly itself, and nothing hostile gets further than a clear problem.

use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use reachplan::analysis::analyse;
use reachplan::diagram::arrange;
use reachplan::i18n::{Language, link_fits};
use reachplan::link::{self, FITS_CHAT, Fits, LinkProblem};
use reachplan::report::report;
use reachplan::samples::SAMPLES;
use reachplan::topology::{Document, Layout, Place};
use reachplan::wire;

use crate::generate;
use crate::seeded::seeded;
use crate::wire::good_documents;

#[path = "../../examples/bench/plan.rs"]
#[expect(dead_code, reason = "the benchmarks need more kinds of plans")]
mod benchmark;
mod hostile;
mod plan;

#[test]
fn every_sample_is_a_short_link_in_both_languages() {
    for sample in SAMPLES {
        for language in Language::ALL {
            let document = sample.document(language).unwrap();
            let link = link::write(&document);
            assert!(link.starts_with("#p1.") && link.len() <= 400, "{}: {}", sample.name, link.len());
            assert_eq!(link::read(&link), Ok(document), "{}", sample.name);
        }
    }
}

#[test]
fn good_documents_open_as_they_were() {
    for (file, text) in good_documents() {
        let document = wire::read(&text).unwrap();
        let opened = link::read(&link::write(&document)).unwrap();
        assert_eq!(wire::write(&opened), wire::write(&document), "{}", file.display());
    }
}

/// Links of every release open for ever as the document that they opened as on their day: people keep them in tickets
/// and mail. Where this test fails, the packing was broken: its model, its text or its field list was touched. Mend
/// that; never write the file anew. A packing that is to change gets a new number, a file of its own, and keeps the old
/// reader.
#[test]
fn the_links_of_earlier_releases_open_as_ever() {
    let frozen =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/links/p1.txt")).unwrap();
    let entries: Vec<&str> = frozen.split("\n\n").collect();
    assert_eq!(entries.len(), 18, "one for each sample and language, one with every field, an empty one");
    for entry in entries {
        let (link, document) = entry.split_once('\n').unwrap();
        let opened = link::read(link).unwrap_or_else(|problem| panic!("{link}: {problem:?}"));
        assert_eq!(wire::write(&opened).trim_end(), document.trim_end(), "{link}");
        assert_eq!(link::write(&opened), link, "the same plan, the same link");
    }
}

fn arranged(document: &Document) -> Document {
    let drawn = arrange(&document.topology, &Layout::new());
    let boxes = drawn.nodes.iter().chain(&drawn.hubs);
    let places = boxes.map(|(id, at)| {
        let inner = drawn.containers.contains(id);
        (id.clone(), Place { x: at.x, y: at.y, w: inner.then_some(at.w), h: inner.then_some(at.h) })
    });
    Document { layout: Arc::new(places.collect()), ..document.clone() }
}

/// Plans of a hundred nodes, with everything placed.
fn hundreds() -> Vec<(String, Document)> {
    use plan::Hand::{ChineseEngineer, ChinesePage, Engineer, Page};
    let by_hand = [(Engineer, 11), (Page, 12), (ChineseEngineer, 13), (ChinesePage, 14)];
    let drawn = by_hand.map(|(hand, seed)| (format!("{hand:?}"), plan::of(hand, seed).to_string()));
    let mut plans: Vec<(String, Document)> =
        drawn.into_iter().map(|(name, text)| (name, wire::read(&text).unwrap())).collect();
    let benchmark = wire::read(&benchmark::of(100)).unwrap();
    plans.push(("Benchmark".to_owned(), arranged(&benchmark)));
    let tidied = arranged(&plans[2].1);
    plans.push(("Tidied".to_owned(), tidied));
    plans
}

#[test]
fn a_hundred_nodes_fit_a_chat_message_and_open_with_the_same_report() {
    for (name, document) in hundreds() {
        assert!(
            (95..=125).contains(&document.topology.nodes.len()),
            "{name}: {}",
            document.topology.nodes.len()
        );
        let link = link::write(&document);
        println!("{name}: {} nodes, {} characters", document.topology.nodes.len(), link.len());
        assert!(link.len() <= FITS_CHAT, "{name}: {}", link.len());
        let opened = link::read(&link).unwrap();
        assert_eq!(wire::write(&opened), wire::write(&document), "{name}");
        let told = |document: &Document| {
            let topology = &document.topology;
            serde_json::to_string(&report(topology, &analyse(topology), Language::Zh)).unwrap()
        };
        assert_eq!(told(&opened), told(&document), "{name}");
    }
}

#[test]
fn the_order_of_entries_changes_no_link() {
    for (name, document) in hundreds().into_iter().skip(4) {
        let mut value = wire::to_value(&document);
        for list in ["nodes", "connections", "tasks", "must_not_reach"] {
            if let Some(items) = value.get_mut(list).and_then(|list| list.as_array_mut()) {
                items.reverse();
            }
        }
        let turned = wire::read(&value.to_string()).unwrap();
        assert_eq!(link::write(&turned), link::write(&document), "{name}");
    }
}

#[test]
fn positions_survive_to_the_last_digit() {
    let numbers = [
        "0",
        "-0.0",
        "0.1",
        "13.37",
        "-12.5",
        "0.30000000000000004",
        "1.7976931348623157e308",
        "5e-324",
        "-1e22",
    ];
    let (mut nodes, mut layout) = (Vec::new(), Vec::new());
    for (at, x) in numbers.iter().enumerate() {
        nodes.push(format!(r#"{{ "id": "a{at}", "kind": "account" }}"#));
        layout.push(format!(r#""a{at}": {{ "x": {x}, "y": {x}, "w": 0.1, "h": 1e-300 }}"#));
        for (inside, y) in numbers.iter().enumerate() {
            let id = format!("r{at}-{inside}");
            nodes.push(format!(
                r#"{{ "id": "{id}", "kind": "region", "in": "a{at}", "region": "cn-hangzhou" }}"#
            ));
            layout.push(format!(r#""{id}": {{ "x": {y}, "y": {y} }}"#));
        }
    }
    let (nodes, layout) = (nodes.join(","), layout.join(","));
    let document =
        wire::read(&format!(r#"{{ "reachplan": 1, "nodes": [{nodes}], "layout": {{ {layout} }} }}"#))
            .unwrap();
    let opened = link::read(&link::write(&document)).unwrap();
    assert_eq!(wire::write(&opened), wire::write(&document));
}

/// The largest plans are not packed: their links serve programs, and a person is told to send a file.
#[test]
fn a_plan_of_any_size_has_a_link_that_opens() {
    let document = wire::read(&benchmark::of(3_000)).unwrap();
    let link = link::write(&document);
    assert_eq!(Fits::of(link.len()), Fits::File);
    assert_eq!(link::read(&link), Ok(document));
}

#[test]
fn a_note_that_repeats_itself_without_end_opens_as_well() {
    for length in [10_000, 1_000_000] {
        let note = "a\n".repeat(length / 2);
        let text =
            serde_json::json!({ "reachplan": 1, "nodes": [{ "id": "a", "kind": "account", "note": note }] });
        let document = wire::read(&text.to_string()).unwrap();
        assert_eq!(link::read(&link::write(&document)), Ok(document));
    }
}

#[test]
fn a_length_says_what_it_fits() {
    let fits = [1, 2_000, 2_001, 8_000, 8_001].map(Fits::of);
    assert_eq!(fits, [Fits::Chat, Fits::Chat, Fits::Mail, Fits::Mail, Fits::File]);
    assert!(link_fits(Language::En, Fits::File).contains("file"));
    assert!(link_fits(Language::Zh, Fits::File).contains("文件"));
}

proptest! {
    #![proptest_config(seeded(8))]
    #[test]
    fn what_is_packed_opens_as_the_same(document in generate::document()) {
        prop_assert_eq!(link::read(&link::write(&document)), Ok(document));
    }
}

#[test]
fn a_link_is_found_in_whatever_people_paste() {
    let document = SAMPLES[0].document(Language::Zh).unwrap();
    let link = link::write(&document);
    let (head, tail) = link.split_at(20);
    for pasted in [
        link.clone(),
        link.trim_start_matches('#').to_owned(),
        format!("  https://plan.example/reach/?lang=zh{link}\n"),
        format!("{head}\r\n{tail}"),
    ] {
        assert_eq!(link::read(&pasted).as_ref(), Ok(&document), "{pasted}");
    }
}

#[test]
fn what_is_no_link_of_this_version_says_so() {
    for text in
        ["", "#", "#sample=internet", "#p1", "#p.x", "#p0.x", "#p01.x", "#p+1.x", "#d1.abc", "plan.json"]
    {
        assert_eq!(link::read(text), Err(LinkProblem::NotALink), "{text}");
    }
    assert_eq!(link::read("#p2.x"), Err(LinkProblem::Newer { packing: 2 }));
    assert_eq!(link::read("#p99999999999.x"), Err(LinkProblem::Newer { packing: u32::MAX }));
}

#[test]
fn a_link_that_was_cut_off_says_so_wherever_it_was_cut() {
    let link = link::write(&SAMPLES[0].document(Language::En).unwrap());
    for length in "#p1.".len()..link.len() {
        let cut = &link[..length];
        assert_eq!(link::read(cut), Err(LinkProblem::Truncated), "{cut}");
    }
}
