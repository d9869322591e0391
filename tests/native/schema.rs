//! The published JSON Schema: it accepts every good document, refuses what a schema can refuse, and knows the same words
//! and fields as the code.

use std::collections::BTreeSet;
use std::fs;

use boon::{Compiler, SchemaIndex, Schemas};
use reachplan::topology::*;
use reachplan::wire;
use serde_json::Value;

use crate::wire::good_documents;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/topology-v1.schema.json");

/// The schema, ready to judge.
pub(crate) struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    /// The published schema.
    pub(crate) fn published() -> Self {
        let mut schemas = Schemas::new();
        let index = Compiler::new().compile(FILE, &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self { schemas, index }
    }

    /// Why a document is refused; empty when it is not.
    pub(crate) fn refusal(&self, document: &Value) -> String {
        self.schemas
            .validate(document, self.index)
            .err()
            .map_or_else(String::new, |error| format!("{error:#}"))
    }
}

fn json() -> Value {
    serde_json::from_str(&fs::read_to_string(FILE).unwrap()).unwrap()
}

/// The words at a place of the schema that is an `enum` or a `const`.
fn words<'v>(json: &'v Value, pointer: &str) -> Vec<&'v str> {
    let at = json.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
    let many = at
        .get("enum")
        .and_then(Value::as_array)
        .map(|all| all.iter().map(|word| word.as_str().unwrap()).collect());
    many.unwrap_or_else(|| vec![at["const"].as_str().unwrap()])
}

fn fields(json: &Value, pointer: &str) -> BTreeSet<String> {
    json.pointer(pointer).unwrap()["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn good_documents_satisfy_the_schema() {
    let schema = Schema::published();
    for (file, text) in good_documents() {
        assert_eq!(schema.refusal(&serde_json::from_str(&text).unwrap()), "", "{}", file.display());
    }
}

#[test]
fn generated_documents_satisfy_the_schema() {
    let schema = Schema::published();
    proptest::proptest!(|(document in crate::generate::document())| {
        assert_eq!(schema.refusal(&wire::to_value(&document)), "");
    });
}

#[test]
fn schema_and_code_know_the_same_words() {
    let json = json();
    let same = |pointer: &str, keys: Vec<&'static str>| assert_eq!(words(&json, pointer), keys, "{pointer}");
    same("/$defs/account/properties/site", Site::ALL.map(Site::key).to_vec());
    same("/$defs/resource_group/properties/type", GroupKind::ALL.map(GroupKind::key).to_vec());
    same("/$defs/resource_group/properties/spec", Spec::ALL.map(Spec::key).to_vec());
    same("/$defs/data_source/properties/endpoint", Endpoint::ALL.map(Endpoint::key).to_vec());
    same(
        "/$defs/security_group/properties/type",
        SecurityGroupType::ALL.map(SecurityGroupType::key).to_vec(),
    );
    same("/$defs/rule/properties/direction", Direction::ALL.map(Direction::key).to_vec());
    same("/$defs/rule/properties/action", Action::ALL.map(Action::key).to_vec());
    same("/$defs/rule/properties/protocol", Protocol::ALL.map(Protocol::key).to_vec());
    same("/$defs/attachment/properties/state", State::ALL.map(State::key).to_vec());
    same("/$defs/cen/properties/routes", RouteMode::ALL.map(RouteMode::key).to_vec());
    same("/$defs/cen/properties/edition", Edition::ALL.map(Edition::key).to_vec());
    same("/$defs/task/properties/mode", Mode::ALL.map(Mode::key).to_vec());
}

#[test]
fn schema_and_code_know_the_same_kinds_and_fields() {
    let json = json();
    let kinds = json["$defs"]["node"]["oneOf"].as_array().unwrap();
    assert_eq!(kinds.len(), KindName::ALL.len());
    for kind in KindName::ALL {
        let pointer = format!("/$defs/{}", kind.key());
        assert_eq!(words(&json, &format!("{pointer}/properties/kind")), [kind.key()]);
        let mut known: BTreeSet<String> = wire::node_fields(kind).into_iter().map(str::to_owned).collect();
        if kind.parents().is_empty() {
            known.remove("in");
        }
        assert_eq!(fields(&json, &pointer), known, "{}", kind.key());
    }
    let connections: Vec<&str> = ["cen", "link", "smart_access_gateway"]
        .iter()
        .flat_map(|name| words(&json, &format!("/$defs/{name}/properties/kind")))
        .collect();
    assert_eq!(connections, ConnectionKind::ALL.map(ConnectionKind::key));
}

#[test]
fn nothing_in_the_schema_lets_unknown_fields_pass() {
    fn closed(at: &Value, path: &str) {
        if let Some(fields) = at.as_object() {
            if at["type"] == "object" {
                assert!(fields.contains_key("additionalProperties"), "{path} is open");
                assert_ne!(at["additionalProperties"], true, "{path} is open");
            }
            fields.iter().for_each(|(name, inner)| closed(inner, &format!("{path}/{name}")));
        }
        for (at, inner) in at.as_array().into_iter().flatten().enumerate() {
            closed(inner, &format!("{path}/{at}"));
        }
    }
    closed(&json(), "");
}
