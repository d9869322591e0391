//! The fields of a report in JSON: a public contract, written down here once more.

use serde_json::Value;

use super::{names, run};

const REPORT: &[&str] = &[
    "reachplan",
    "verdict",
    "connections",
    "tasks",
    "must_not_reach",
    "findings",
    "questions",
    "not_modelled",
];
#[rustfmt::skip]
const CONNECTION: &[&str] = &[
    "resource_group", "data_source", "scenario", "because", "verdict", "path", "hops", "source_addresses", "whitelist",
    "findings", "steps", "questions",
];
const HOP: &[&str] = &["kind", "at", "status", "codes"];
const WHITELIST: &[&str] = &["required", "missing"];
/// A field with `?` may be absent.
const FINDING: &[&str] = &["code", "severity", "at", "addresses?", "witness?", "entry?", "message"];
#[rustfmt::skip]
const STEP: &[&str] = &[
    "action", "at", "state", "values", "outside?", "needs?", "who", "console", "doc_url", "text", "cures",
];
const QUESTION: &[&str] = &["about", "fact", "text"];
const TASK: &[&str] = &["task", "verdict", "reads?", "writes?"];
const FORBIDDEN: &[&str] = &["resource_group", "data_source", "holds"];

const SCENARIOS: [&str; 7] = [
    "same_account_same_region",
    "other_region",
    "other_account",
    "outside_alibaba_cloud",
    "internet",
    "classic_network",
    "undetermined",
];
const VERDICTS: [&str; 6] = ["ready", "unknown", "partial", "blocked", "unsupported", "invalid"];
const STATUSES: [&str; 5] = ["pass", "fail", "part", "unknown", "not_reached"];
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];
const STATES: [&str; 3] = ["to_do", "verify", "done"];
#[rustfmt::skip]
const PRIVATE_HOPS: [&str; 10] = [
    "resource_group", "binding", "security_group", "dataworks_route", "vpc_route", "connection", "return_route", "network",
    "data_source_security_group", "whitelist",
];
const INTERNET_HOPS: [&str; 5] =
    ["resource_group", "internet_exit", "internet", "data_source_security_group", "whitelist"];

/// Every field there, in order, and no other.
fn exactly(value: &Value, fields: &[&str], at: &str) {
    let object = value.as_object().unwrap_or_else(|| panic!("{at} is no object"));
    let known = |name: &String| fields.iter().any(|field| field.trim_end_matches('?') == name);
    assert!(object.keys().all(known), "{at}: {:?}", object.keys().collect::<Vec<_>>());
    for field in fields.iter().filter(|field| !field.ends_with('?')) {
        assert!(object.contains_key(*field), "{at}: {field} is missing");
    }
}

fn each<'v>(value: &'v Value, name: &str, fields: &[&str]) -> Vec<&'v Value> {
    let items: Vec<&Value> =
        value[name].as_array().unwrap_or_else(|| panic!("{name} is no list")).iter().collect();
    for item in &items {
        exactly(item, fields, name);
    }
    items
}

fn among(value: &Value, words: &[&str]) {
    assert!(words.contains(&value.as_str().unwrap()), "{value} is none of {words:?}");
}

fn findings(value: &Value) {
    for finding in each(value, "findings", FINDING) {
        among(&finding["severity"], &SEVERITIES);
    }
}

#[test]
fn a_report_has_exactly_the_fields_and_words_of_its_contract() {
    let documents = ["every-field", "every-group", "every-connection", "half-drawn", "empty"];
    let files = documents.map(|name| format!("{}/tests/documents/{name}.json", env!("CARGO_MANIFEST_DIR")));
    let read = |file: &String| std::fs::read(file).unwrap();
    let of_file = |file: &String| super::run_on("check - --format json", &|_| Ok(read(file))).out;
    let samples = names().map(|name| run(&format!("check {name}.json --format json")).out);
    let products = crate::catalogue::every_product().into_bytes();
    let products = super::run_on("check - --format json", &|_| Ok(products.clone())).out;
    for json in samples.chain(files.iter().map(of_file)).chain([products]) {
        let report: Value = serde_json::from_str(&json).unwrap();
        exactly(&report, REPORT, "report");
        assert_eq!(report["reachplan"], 1);
        among(&report["verdict"], &VERDICTS);
        findings(&report);
        each(&report, "questions", QUESTION);
        each(&report, "must_not_reach", FORBIDDEN);
        for task in each(&report, "tasks", TASK) {
            among(&task["verdict"], &VERDICTS);
        }
        for connection in each(&report, "connections", CONNECTION) {
            of_connection(connection);
        }
    }
}

fn of_connection(connection: &Value) {
    among(&connection["scenario"], &SCENARIOS);
    among(&connection["verdict"], &VERDICTS);
    findings(connection);
    each(connection, "questions", QUESTION);
    if !connection["whitelist"].is_null() {
        exactly(&connection["whitelist"], WHITELIST, "whitelist");
    }
    let mut kinds = Vec::new();
    for hop in each(connection, "hops", HOP) {
        among(&hop["status"], &STATUSES);
        kinds.push(hop["kind"].as_str().unwrap());
    }
    assert!(kinds == PRIVATE_HOPS || kinds == INTERNET_HOPS, "{kinds:?}");
    for step in each(connection, "steps", STEP) {
        among(&step["state"], &STATES);
        assert!(step["values"].is_object());
        assert!(step["doc_url"].as_str().unwrap().starts_with("https://"), "{step}");
    }
}

/// A report in JSON without what is said in words.
pub(super) fn without_words(json: &str) -> Value {
    let mut report: Value = serde_json::from_str(json).unwrap();
    strip(&mut report);
    report
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let words = ["message", "text", "who", "console", "because", "not_modelled", "doc_url"];
            fields.retain(|name, _| !words.contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
