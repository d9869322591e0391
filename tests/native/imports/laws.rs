//! What holds whatever goes in: every input is answered, order means nothing, and exports come in again.

use proptest::prelude::*;
use reachplan::i18n::{Language, importing};
use reachplan::import::{Found, Source, merge, recognise};
use reachplan::wire;

use crate::generate;
use crate::seeded::seeded;
use crate::wire::good_documents;

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.to_owned() }
}

/// Every file of the literate points.
fn files() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/imports");
    let mut texts: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.sort();
    let mut files = Vec::new();
    for path in texts {
        let text = std::fs::read_to_string(path).unwrap();
        for block in text.split("```file ").skip(1) {
            let (name, rest) = block.split_once('\n').unwrap();
            files.push(source(name, rest.split("```").next().unwrap()));
        }
    }
    files
}

/// Says everything in every language, and reads what is drawn.
fn answered(found: &Found) {
    for language in Language::ALL {
        let said = [
            found.troubles.iter().map(|one| importing::trouble(language, one)).collect::<Vec<_>>(),
            found.recognised.iter().map(|one| importing::recognised(language, one)).collect(),
            found.ignored.iter().map(|one| importing::ignored(language, one)).collect(),
            found.warnings.iter().map(|one| importing::caution(language, one)).collect(),
            found.questions.iter().map(|one| importing::open_question(language, one)).collect(),
        ];
        assert!(said.concat().iter().all(|line| !line.is_empty()));
    }
    let document = found.document("");
    assert_eq!(wire::read(&wire::write(&document)), Ok(document.clone()), "{}", wire::write(&document));
    let twice = merge(&document, found);
    assert_eq!((twice.changes, twice.document), (Vec::new(), document));
}

#[test]
fn a_plan_of_our_own_comes_in_as_it_is() {
    for (path, text) in good_documents() {
        let found = recognise(&[source("plan.json", &text)]);
        let document = wire::read(&text).unwrap();
        assert_eq!(found.document(""), document, "{}", path.display());
        assert!(found.troubles.is_empty() && found.questions.is_empty(), "{found:?}");
        assert_eq!(merge(&document, &found).changes, []);
    }
}

#[test]
fn all_files_of_the_points_at_once_are_answered_in_any_order() {
    let mut files = files();
    let found = recognise(&files);
    answered(&found);
    files.reverse();
    let again = recognise(&files);
    assert_eq!(again.document(""), found.document(""));
    assert_eq!(format!("{again:?}"), format!("{found:?}"));
}

#[test]
fn deep_nesting_and_huge_numbers_are_answered() {
    let deep = "[".repeat(100_000);
    for text in [
        deep.as_str(),
        &"{\"Vpcs\":".repeat(10_000),
        "{\"TotalCount\": 1e999}",
        "{\"TotalCount\": 99999999999999999999999999}",
        "[1,\n[1,\n[1,\n",
        "{\"ConnectionProperties\": \"{\\\"ConnectionProperties\\\": \\\"{\\\"}\"}",
    ] {
        answered(&recognise(&[source("x.json", text)]));
    }
}

#[test]
fn a_power_shell_redirection_is_a_text() {
    let text = "{\"Vpcs\":{\"Vpc\":[{\"VpcId\":\"vpc-a\",\"RegionId\":\"cn-hangzhou\"}]}}";
    let wide: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let found = recognise(&[Source::of_bytes("vpcs.json", wide).unwrap()]);
    assert_eq!(found.document("").topology.nodes.len(), 3);
    assert!(Source::of_bytes("x", vec![0xff, 0xfe, 0x41]).is_err());
    assert!(Source::of_bytes("x", vec![0xc3, 0x28]).is_err());
}

proptest! {
    #![proptest_config(seeded(96))]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(source) = Source::of_bytes("x", bytes) {
            answered(&recognise(&[source]));
        }
    }

    #[test]
    fn any_table_is_answered(text in "(name|id|host|产品|端口|白名单|,|;|\t|\"|\n|10\\.1\\.2\\.3|a|@|/|:){0,60}") {
        answered(&recognise(&[source("x.csv", &format!("name,host,{text}"))]));
    }

    #[test]
    fn a_cut_or_changed_answer_is_answered(
        which in any::<proptest::sample::Index>(),
        at in any::<proptest::sample::Index>(),
        other in prop_oneof![any::<char>(), Just('"'), Just('}'), Just('['), Just('1')],
    ) {
        let file = which.get(&files()).clone();
        let mut text: Vec<char> = file.text.chars().collect();
        prop_assume!(!text.is_empty());
        let at = at.index(text.len());
        answered(&recognise(&[source(&file.name, &text.iter().take(at).collect::<String>())]));
        text[at] = other;
        answered(&recognise(&[source(&file.name, &text.iter().collect::<String>())]));
    }

    #[test]
    fn some_files_in_any_order_draw_the_same(
        chosen in proptest::sample::subsequence(files(), 0..12).prop_shuffle(),
        present in generate::document(),
    ) {
        let found = recognise(&chosen);
        let mut sorted = chosen;
        sorted.sort_by(|a, b| (&a.name, &a.text).cmp(&(&b.name, &b.text)));
        prop_assert_eq!(recognise(&sorted).document(""), found.document(""));
        let merged = merge(&present, &found);
        prop_assert_eq!(wire::read(&wire::write(&merged.document)), Ok(merged.document.clone()));
        for id in present.topology.nodes.keys() {
            prop_assert!(merged.document.topology.nodes.contains_key(id), "{} is gone", id);
        }
        let again = merge(&merged.document, &found);
        prop_assert_eq!(again.changes, Vec::new());
    }
}
