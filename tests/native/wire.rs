//! Documents as text: reading is strict and names everything at once, writing is canonical, and both fit.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use reachplan::i18n::{Language, problem_line};
use reachplan::topology::Document;
use reachplan::wire::{self, Problem};

use crate::generate;

use crate::seeded::seeded;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    files
}

/// Every document that is delivered or kept as a good example.
pub(crate) fn good_documents() -> Vec<(PathBuf, String)> {
    let files = [files("public/samples"), files("tests/documents")].concat();
    let written = files.into_iter().map(|file| (file.clone(), fs::read_to_string(file).unwrap()));
    written.chain([(PathBuf::from("every product"), crate::catalogue::every_product())]).collect()
}

fn read(text: &str) -> Document {
    wire::read(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn samples_are_as_the_page_would_save_them() {
    for file in files("public/samples") {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(wire::write(&read(&text)), text, "{}", file.display());
    }
}

#[test]
fn good_documents_survive_reading_and_writing() {
    for (file, text) in good_documents() {
        let document = read(&text);
        assert_eq!(read(&wire::write(&document)), document, "{}", file.display());
    }
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn what_is_written_reads_as_the_same(document in generate::document()) {
        let text = wire::write(&document);
        prop_assert_eq!(wire::read(&text), Ok(document.clone()), "{}", text);
        prop_assert_eq!(wire::write(&document), text);
        let value = wire::to_value(&document).to_string();
        prop_assert_eq!(wire::read(&value), Ok(document));
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(wire::read("\u{feff}{ \"reachplan\": 1 }"), Ok(Document::default()));
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert_eq!(words_of(wire::read_bytes(b"{ \xff }")), ["not JSON: no UTF-8 text after byte 2"]);
    assert_eq!(wire::read_bytes(b"{ \"reachplan\": 1 }"), Ok(Document::default()));
}

#[test]
fn more_than_five_megabytes_are_refused() {
    let fitting = format!("{{ \"reachplan\": 1 }}{}", " ".repeat(wire::MAX_BYTES - 18));
    assert_eq!(wire::read(&fitting), Ok(Document::default()));
    let text = "too large: 5000001 bytes, and a document has at most 5000000";
    assert_eq!(words_of(wire::read(&format!("{fitting} "))), [text]);
    assert_eq!(words_of(wire::read_bytes(format!("{fitting} ").as_bytes())), [text]);
}

#[test]
fn twenty_thousand_nodes_are_read_and_one_more_is_refused() {
    let most = read(&plan_of(wire::MAX_NODES));
    assert_eq!(most.topology.nodes.len(), wire::MAX_NODES);
    assert_eq!(wire::read(&wire::write(&most)), Ok(most));
    let said = words_of(wire::read(&plan_of(wire::MAX_NODES + 1)));
    assert_eq!(said, ["`nodes`: too many: 20001 nodes, and a document has at most 20000"]);
}

/// Data centers with routes through one Cloud Enterprise Network that holds them all.
fn plan_of(nodes: usize) -> String {
    let node =
        |n| format!(r#"{{"id":"n{n}","kind":"data_center","routes":[{{"to":"10.0.0.0/8","via":"cen"}}]}}"#);
    let nodes_text: Vec<String> = (0..nodes).map(node).collect();
    let networks: Vec<String> = (0..nodes).map(|n| format!(r#"{{"network":"n{n}"}}"#)).collect();
    format!(
        r#"{{"reachplan":1,"nodes":[{}],"connections":[{{"id":"cen","kind":"cen","attachments":[{}]}}]}}"#,
        nodes_text.join(","),
        networks.join(",")
    )
}

fn words_of(read: Result<Document, Vec<Problem>>) -> Vec<String> {
    read.unwrap_err().iter().map(|problem| problem_line(Language::En, problem)).collect()
}

/// Any JSON, with a liking for the words of the format.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let word = || {
        let words = "id|kind|in|nodes|connections|tasks|layout|reachplan|vpc|cen|a|attachments|network|routes|via|to|bindings";
        prop_oneof![4 => words, 1 => ".{0,6}"]
    };
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        prop_oneof![Just(1_i64), any::<i64>()].prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        word().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            proptest::collection::vec((word(), inner), 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every value inside a JSON value, to be changed.
fn inside(value: &mut serde_json::Value) -> Vec<&mut serde_json::Value> {
    match value {
        serde_json::Value::Array(items) => items.iter_mut().flat_map(inside).collect(),
        serde_json::Value::Object(fields) => fields.values_mut().flat_map(inside).collect(),
        leaf => vec![leaf],
    }
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        drop(wire::read_bytes(&bytes));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        drop(wire::read(&text));
        drop(wire::read(&format!("{{\"reachplan\":1,\"nodes\":[{text}")));
    }

    #[test]
    fn any_json_is_answered_in_words(json in json()) {
        for problem in wire::read(&json.to_string()).err().unwrap_or_default() {
            prop_assert!(Language::ALL.iter().all(|language| !problem_line(*language, &problem).is_empty()));
        }
    }

    #[test]
    fn a_cut_or_changed_document_is_answered(
        document in generate::document(),
        at in any::<proptest::sample::Index>(),
        other in any::<char>(),
    ) {
        // Without the line break at the end, which nobody would miss.
        let mut text: Vec<char> = wire::write(&document).trim_end().chars().collect();
        let at = at.index(text.len());
        let cut: String = text.iter().take(at).collect();
        prop_assert!(wire::read(&cut).is_err(), "{}", cut);
        text[at] = other;
        drop(wire::read(&text.iter().collect::<String>()));
    }

    #[test]
    fn a_document_with_one_strange_value_is_read_whole_or_not_at_all(
        document in generate::document(),
        at in any::<proptest::sample::Index>(),
        strange in json(),
    ) {
        let mut value = wire::to_value(&document);
        let mut leaves = inside(&mut value);
        let at = at.index(leaves.len());
        *leaves.swap_remove(at) = strange;
        match wire::read(&value.to_string()) {
            Ok(read) => prop_assert_eq!(wire::read(&wire::write(&read)), Ok(read)),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

#[test]
fn several_plans_in_one_file_are_each_read_on_their_own() {
    let plans: Vec<(Document, Vec<String>)> = good_documents()
        .into_iter()
        .enumerate()
        .map(|(at, (_, text))| (read(&text), (0..at % 3).map(|tick| format!("tick \"{tick}\"")).collect()))
        .collect();
    let text = wire::write_bundle(&plans);
    assert!(wire::is_bundle(&text));
    let back: Result<Vec<_>, _> = wire::read_bundle(&text).unwrap().into_iter().collect();
    assert_eq!(back.unwrap(), plans);

    let damaged =
        r#"{"reachplan_plans": 1, "plans": [{"plan": {"reachplan": 1}}, {"plan": {"nodes": 3}}, 7]}"#;
    let read: Vec<bool> = wire::read_bundle(damaged).unwrap().iter().map(Result::is_ok).collect();
    assert_eq!(read, [true, false, false]);
    for other in ["", "[]", r#"{"reachplan": 1}"#, r#"{"reachplan_plans": 2, "plans": []}"#] {
        assert!(wire::read_bundle(other).is_none(), "{other}");
    }
}
