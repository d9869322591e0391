//! What the report says, as short items in the notation of the cases.

use std::fmt::Write as _;

use reachplan::report::{Connection, Question, Step};
use reachplan::rules::Code;
use reachplan::verdict::HopStatus;
use serde_json::Value;

pub(super) fn hops(connection: &Connection) -> Vec<String> {
    let troubled = connection.hops.iter().filter(|hop| hop.status != HopStatus::Pass);
    let told = troubled.map(|hop| {
        let codes: Vec<&str> = hop.codes.iter().map(|code| code.key()).collect();
        format!("{} {} [{}]", hop.kind.key(), hop.status.key(), codes.join("+"))
    });
    told.collect()
}

/// A step without its state: `add_dataworks_route @rg vswitch=vsw-a to=10.2.0.0/16`.
pub(super) fn step(step: &Step) -> String {
    let values = step.values.iter().map(|(name, value)| format!(" {name}={}", plain(value)));
    let outside = if step.outside { " outside" } else { "" };
    let needs = step.needs.iter().map(|name| format!(" needs={name}"));
    format!(
        "{} @{}{}{outside}{}",
        step.action.key(),
        step.at,
        values.collect::<String>(),
        needs.collect::<String>()
    )
}

pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join("+"),
        other => other.to_string(),
    }
}

pub(super) fn questions(questions: &[Question]) -> Vec<String> {
    questions.iter().map(|question| format!("{}.{}", question.about, question.fact)).collect()
}

/// The word of the contract for a value that is written as one.
pub(super) fn key(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Everything that the report says of a connection, as lines of a block.
pub(super) fn connection(connection: &Connection) -> String {
    let Connection { resource_group, data_source, scenario, verdict, .. } = connection;
    let findings = connection.findings.iter().filter(|f| f.code != Code::ConnectivityIsNotSuccess);
    let whitelist = connection.whitelist.as_ref();
    let lists = [
        ("findings", findings.map(|f| format!("{} {}", f.code.key(), key(&f.severity))).collect()),
        ("hops", hops(connection)),
        ("sources", connection.source_addresses.clone()),
        ("whitelist required", whitelist.map_or_else(Vec::new, |w| w.required.clone())),
        ("whitelist missing", whitelist.map_or_else(Vec::new, |w| w.missing.clone())),
        ("questions", questions(&connection.questions)),
    ];
    let mut told = format!("    {resource_group} -> {data_source}: {}, {}\n", key(scenario), verdict.key());
    for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        let _ = writeln!(told, "      {name}: {}", list.join(", "));
    }
    told.push_str("      steps:\n");
    for taken in &connection.steps {
        let _ = writeln!(told, "        {} {}", taken.state.key(), step(taken));
    }
    told
}
