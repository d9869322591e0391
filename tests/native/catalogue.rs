//! The catalogue of products: every entry is complete in both languages and says where it is from, a new data source
//! starts as the entry says, and the published schema knows the same products. `UPDATE=1` writes these into the schema.

use std::collections::BTreeSet;
use std::fs;

use reachplan::i18n::{Language, gate_console, gate_rule, product_facts, to_verify};
use reachplan::session::{PaletteItem, Selection, addition, addition_into};
use reachplan::topology::*;
use serde_json::{Value, json};

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/topology-v1.schema.json");

/// A document with one data source of every product.
pub(crate) fn every_product() -> String {
    let source = |product: &Product| {
        let key = product.key();
        json!({ "id": format!("ds-{key}"), "kind": "data_source", "in": "net", "product": key })
    };
    let nodes =
        std::iter::once(json!({ "id": "net", "kind": "internet" })).chain(PRODUCTS.iter().map(source));
    json!({ "reachplan": 1, "nodes": nodes.collect::<Vec<Value>>() }).to_string()
}

#[test]
fn every_entry_is_complete_in_both_languages_and_says_where_it_is_from() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let dated = |text: &str| text.len() == 10 && text.split('-').all(|part| part.parse::<u16>().is_ok());
    for product in PRODUCTS {
        let (key, info, gate) = (product.key(), product.info(), product.gate());
        let named = |words: Words| !words.en.is_empty() && !words.zh.is_empty() && !chinese(words.en);
        assert!(
            named(info.name) && named(gate.console) && chinese(gate.console.zh),
            "{key}: names and console"
        );
        for words in [gate.rule, gate.private_list, gate.public_list] {
            let told = named(words) && chinese(words.zh) && !words.en.ends_with(' ');
            assert!(told || words.en.is_empty() && words.zh.is_empty(), "{key}: {words:?}");
        }
        assert!(!info.page.is_empty() && !info.page.contains("://"), "{key}: the official page");
        assert!(dated(gate.read), "{key}: read on {}", gate.read);
        assert!(info.port.is_some() || product == Product::OTHER, "{key}: a port");
        for language in Language::ALL {
            let doubts = to_verify(product, language);
            assert_eq!(doubts.is_empty(), product.unconfirmed().next().is_none(), "{key}: {doubts}");
            let ended = |text: &str| text.is_empty() || text.ends_with(['.', '。']);
            assert!(ended(&doubts) && ended(gate_rule(product, language)), "{key}");
            assert!(!product_facts(product, language).contains("  "), "{key}");
        }
    }
}

#[test]
fn what_is_not_stated_anywhere_is_to_be_verified() {
    for product in PRODUCTS {
        let (key, gate) = (product.key(), product.gate());
        let doubted = |fact: Unconfirmed| product.unconfirmed().any(|one| one == fact);
        let verify = doubted(Unconfirmed::Factory) || doubted(Unconfirmed::Kind);
        assert!(gate.factory != Factory::Unstated || verify, "{key}: state when new");
        let path = gate_console(product, Language::Zh);
        let shown = doubted(Unconfirmed::Console) || doubted(Unconfirmed::ChineseConsole);
        assert_eq!(path.ends_with("（请核实）"), shown, "{key}: {path}");
    }
}

#[test]
fn keys_are_unique_and_every_product_is_in_a_family() {
    let keys: BTreeSet<&str> = PRODUCTS.iter().map(|product| product.key()).collect();
    assert_eq!(keys.len(), PRODUCTS.len());
    assert!(PRODUCTS.iter().all(|product| Product::from_key(product.key()) == Some(*product)));
    let offered: Vec<Product> = FAMILIES.iter().flat_map(Family::products).collect();
    assert_eq!(offered, PRODUCTS);
}

#[test]
fn the_published_schema_knows_the_products_of_the_catalogue() {
    let text = fs::read_to_string(SCHEMA).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let listed = schema["$defs"]["product"]["enum"].as_array().unwrap().iter();
    let listed: BTreeSet<&str> = listed.map(|key| key.as_str().unwrap()).collect();
    let known: BTreeSet<&str> = PRODUCTS.iter().map(|product| product.key()).collect();
    if listed != known && std::env::var_os("UPDATE").is_some() {
        fs::write(SCHEMA, with_products(&text)).unwrap();
        return;
    }
    assert_eq!(
        listed, known,
        "run this test with UPDATE=1 to write the catalogue's products into the schema"
    );
}

/// The schema with the products of the catalogue.
fn with_products(schema: &str) -> String {
    let (before, rest) = schema.split_once("\"product\": {\n      \"enum\": [\n").unwrap();
    let (_, after) = rest.split_once("\n      ],").unwrap();
    let mut lines = vec![String::new()];
    for key in PRODUCTS.iter().map(|product| format!("\"{}\"", product.key())) {
        match lines.last_mut().unwrap() {
            line if line.len() + key.len() > 98 => lines.push(key),
            line if line.is_empty() => *line = key,
            line => line.extend([", ", &key]),
        }
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("        {line}")).collect();
    format!("{before}\"product\": {{\n      \"enum\": [\n{}\n      ],{after}", lines.join(",\n"))
}

#[test]
fn the_schema_takes_a_new_product_in() {
    let text = fs::read_to_string(SCHEMA).unwrap();
    let lacking = text.replacen("\"redis\", ", "", 1);
    assert_ne!(lacking, text);
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let keys = |text: &str| json(text)["$defs"]["product"]["enum"].as_array().unwrap().len();
    let written = with_products(&lacking);
    assert_eq!(keys(&written), PRODUCTS.len());
    assert_eq!(json(&written)["$defs"]["node"], json(&text)["$defs"]["node"]);
}

// ---- a new data source -------------------------------------------------------------------------------------------

fn product(key: &str) -> Product {
    Product::from_key(key).unwrap()
}

/// The whitelist of a new data source on a blank drawing, where a vSwitch 10.1.0.0/24 is made for it.
fn new_in_vswitch(key: &str) -> Option<Whitelist> {
    let added = addition(&Topology::default(), PaletteItem::Source(product(key)), &Selection::new()).unwrap();
    let document = Document::default().after(&added.edit).unwrap();
    document.topology.data_source(&added.id).unwrap().whitelist.clone()
}

/// The same on the Internet.
fn new_on_internet(key: &str) -> Option<Whitelist> {
    let internet =
        addition(&Topology::default(), PaletteItem::Node(KindName::Internet), &Selection::new()).unwrap();
    let document = Document::default().after(&internet.edit).unwrap();
    let added =
        addition_into(&document.topology, PaletteItem::Source(product(key)), Some(&internet.id)).unwrap();
    let document = document.after(&added.edit).unwrap();
    document.topology.data_source(&added.id).unwrap().whitelist.clone()
}

fn listed(entries: &[&str]) -> Whitelist {
    Whitelist::Entries(entries.iter().map(|entry| Entry::new(entry)).collect())
}

#[test]
fn a_new_data_source_starts_in_the_factory_state_of_its_product() {
    for key in
        ["rds_mysql", "polardb_postgresql", "polardbx", "analyticdb_mysql", "clickhouse", "redis", "lindorm"]
    {
        assert_eq!(new_in_vswitch(key), Some(listed(&["127.0.0.1"])), "{key}");
    }
    for key in ["hologres", "maxcompute", "starrocks", "drds", "oss", "self_managed_mysql", "ftp"] {
        assert_eq!(new_in_vswitch(key), Some(Whitelist::None), "{key}");
    }
    for key in ["hbase", "oceanbase", "memcache", "tablestore", "milvus", "s3", "other"] {
        assert_eq!(new_in_vswitch(key), None, "{key}");
    }
}

#[test]
fn kafka_starts_with_its_own_vswitch_and_over_the_internet_with_everybody() {
    assert_eq!(new_in_vswitch("kafka"), Some(listed(&["10.1.0.0/24"])));
    assert_eq!(new_on_internet("kafka"), Some(listed(&["0.0.0.0/0"])));
}

#[test]
fn elasticsearch_starts_open_for_private_addresses_and_closed_for_public_ones() {
    assert_eq!(
        new_in_vswitch("elasticsearch"),
        Some(listed(&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]))
    );
    assert_eq!(new_on_internet("elasticsearch"), Some(listed(&[])));
}
