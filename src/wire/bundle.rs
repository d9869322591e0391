//! Several plans in one file: their documents with the ticks of their steps.

use crate::topology::Document;
use crate::wire::value::{self, Value};
use crate::wire::{Problem, print, read_document, write};

/// How large such a file may be, in bytes.
const MAX_BUNDLE: usize = 50_000_000;

/// One plan of a file: the document with its ticks, or what is wrong with it.
pub type Bundled = Result<(Document, Vec<String>), Vec<Problem>>;

/// Whether a text is meant as several plans.
pub fn is_bundle(text: &str) -> bool {
    text.get(..200.min(text.len())).unwrap_or(text).contains("\"reachplan_plans\"")
}

/// The plans of a file, each read strictly and on its own; `None` where the file as a whole is something else.
pub fn read_bundle(text: &str) -> Option<Vec<Bundled>> {
    if text.len() > MAX_BUNDLE {
        return None;
    }
    let value = value::parse(text).ok()?;
    let Some(Value::Number(1.0)) = value.field("reachplan_plans") else { return None };
    let plans = value.field("plans")?.items();
    Some(plans.iter().map(plan).collect())
}

fn plan(value: &Value) -> Bundled {
    let document = read_document::read(value.field("plan").unwrap_or(&Value::Null))?;
    let ticks = value.field("ticks").map_or(&[][..], Value::items);
    Ok((document, ticks.iter().filter_map(Value::text).map(str::to_owned).collect()))
}

/// Writes plans with their ticks as one file.
pub fn write_bundle(plans: &[(Document, Vec<String>)]) -> String {
    let plan = |(document, ticks): &(Document, Vec<String>)| {
        let mut fields = Vec::new();
        if !ticks.is_empty() {
            fields.push((
                "ticks".to_owned(),
                Value::List(ticks.iter().map(|t| Value::Text(t.clone())).collect()),
            ));
        }
        fields.push(("plan".to_owned(), write::document(document)));
        Value::Object(fields)
    };
    print::pretty(&Value::Object(vec![
        ("reachplan_plans".to_owned(), Value::Number(1.0)),
        ("plans".to_owned(), Value::List(plans.iter().map(plan).collect())),
    ]))
}
