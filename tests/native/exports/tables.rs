//! The table of whitelist entries, routes and security group rules.

use std::collections::BTreeMap;

use proptest::prelude::*;
use reachplan::export::{Format, Options, text};
use reachplan::i18n::Language;
use reachplan::topology::Document;

use super::{drawn, sample};
use crate::generate;
use crate::seeded::seeded;

fn csv(document: &Document, language: Language) -> String {
    text(Format::Csv, document, &Options { language, ..Options::default() })
}

/// Reads RFC 4180 by its grammar.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let (mut signs, mut quoted) =
        (text.strip_prefix('\u{feff}').expect("a mark of UTF-8").chars().peekable(), false);
    while let Some(sign) = signs.next() {
        let record = records.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                record.last_mut().unwrap().push(signs.next().unwrap());
            }
            '"' => {
                assert!(quoted || record.last().unwrap().is_empty(), "a quote inside a plain cell");
                quoted = !quoted;
            }
            ',' if !quoted => record.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(signs.next(), Some('\n'));
                records.push(vec![String::new()]);
            }
            sign => {
                assert!(quoted || sign != '\n', "a line break in a plain cell");
                record.last_mut().unwrap().push(sign);
            }
        }
    }
    assert_eq!(records.pop().unwrap(), [""], "the last record is ended");
    records
}

/// The records by column.
fn table(document: &Document, language: Language) -> Vec<BTreeMap<String, String>> {
    let mut records = parsed(&csv(document, language)).into_iter();
    let header = records.next().unwrap();
    records.map(|record| header.iter().cloned().zip(record).collect()).collect()
}

/// The rows of a table as `state entry`, with what else is asked for.
fn rows(document: &Document, name: &str, more: &[&str]) -> Vec<String> {
    let rows = table(document, Language::En).into_iter().filter(|row| row["table"] == name);
    let told = |row: BTreeMap<String, String>| {
        let cells = ["state", "entry"].iter().chain(more).map(|column| row[*column].as_str());
        cells.collect::<Vec<_>>().join(" ")
    };
    rows.map(told).collect()
}

#[test]
fn what_is_there_stands_before_what_is_to_be_added_to_an_element() {
    let plan = sample("other-region");
    assert_eq!(
        rows(&plan, "whitelist", &["element_id"])[..],
        [
            "unneeded 10.2.0.0/16 orders".to_owned(),
            "to_add 10.1.8.0/24 orders".to_owned(),
            "present 10.1.8.0/24 warehouse".to_owned(),
        ]
    );
    assert_eq!(rows(&plan, "dataworks_route", &["place_id"]), ["to_add 10.2.3.0/24 vsw-etl"]);
}

#[test]
fn rules_have_their_ports_in_two_columns() {
    let plan = sample("security-groups");
    assert_eq!(
        rows(&plan, "security_group_rule", &["direction", "port_from", "port_to", "element_id", "place_id"]),
        [
            "present 10.1.2.0/24 inbound 3306 3306 inventory ",
            "to_add 10.1.8.0/24 inbound 3306 3306 inventory ",
            "present 10.1.2.40 outbound 5432 5432 rg vsw-etl",
            "to_add 10.1.8.0/24 inbound   rg vsw-etl",
            "to_add 10.1.2.18 outbound 3306 3306 rg vsw-etl",
        ]
    );
}

#[test]
fn a_whitelist_that_is_not_known_is_to_be_verified() {
    let plan = drawn(
        r#"{ "id": "a", "kind": "account" }, { "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" },
           { "id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.0.0.0/16"] },
           { "id": "w", "kind": "vswitch", "in": "v", "cidr": "10.0.1.0/24" },
           { "id": "g", "kind": "resource_group", "in": "r", "type": "serverless", "bindings": [{ "vswitch": "w" }] },
           { "id": "d", "kind": "data_source", "in": "w", "product": "rds_mysql", "addresses": ["10.0.1.9"] }"#,
        "",
    );
    assert_eq!(rows(&plan, "whitelist", &[]), ["to_verify 10.0.1.0/24"]);
}

#[test]
fn the_language_changes_sentences_and_nothing_else() {
    let plan = sample("other-account");
    let without_words = |language| {
        let mut rows = table(&plan, language);
        for row in &mut rows {
            ["who", "step", "place"].iter().for_each(|words| drop(row.remove(*words)));
        }
        rows
    };
    assert_eq!(without_words(Language::En), without_words(Language::Zh));
    assert!(csv(&plan, Language::Zh).contains("白名单"));
}

#[test]
fn no_cell_becomes_a_formula() {
    let nodes = |entries: &str| {
        format!(
            r#"{{ "id": "d", "kind": "data_source", "in": "n", "name": "=HYPERLINK(\"http://x\",\"y\")", "product": "other", "whitelist": [{entries}] }}, {{ "id": "n", "kind": "internet" }}"#
        )
    };
    let entries = ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\u{feff}=1", "＝1", "\u{9}=1"];
    let list: Vec<String> =
        entries.iter().map(|entry| format!("{entry:?}").replace("\\u{feff}", "\u{feff}")).collect();
    for row in table(&drawn(&nodes(&list.join(",")), ""), Language::En) {
        for (column, cell) in row {
            let first = cell.trim_start_matches([' ', '\u{feff}']).chars().next();
            assert!(!first.is_some_and(|sign| "=+-@＝\t\r".contains(sign)), "{column}: {cell}");
        }
    }
}

proptest! {
    #![proptest_config(seeded(60))]

    #[test]
    fn every_plan_is_a_table_with_as_many_cells_in_each_row(plan in generate::document(), name in "\\PC{0,12}[\"\n,;=]{0,3}") {
        let mut plan = plan;
        let topology = std::sync::Arc::make_mut(&mut plan.topology);
        for node in topology.nodes.values_mut() {
            std::sync::Arc::make_mut(node).name = Some(name.clone());
        }
        let records = parsed(&csv(&plan, Language::En));
        prop_assert!(records.iter().all(|record| record.len() == records[0].len()));
    }
}
