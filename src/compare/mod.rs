//! What differs between two plans: elements with their fields, verdicts of the pairs, and what the whitelists admit, as
//! exact address sets. Positions in the drawing are told apart from the rest, because they change no verdict. No words.

mod fields;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

pub use fields::Field;

use crate::analysis::{Judged, Survey};
use crate::base::{AddressSet, Id, block_text};
use crate::scenario::Scenario;
use crate::topology::{DataSource, Document, Forbidden, Topology, Whitelist};
use crate::verdict::Verdict;
use crate::wire;

/// What differs between two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Version of this format.
    pub reachplan: u8,
    /// Whether nothing differs but perhaps positions in the drawing.
    pub same: bool,
    /// The worst verdict of each plan.
    pub verdict: Change<Verdict>,
    /// The titles, where they differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Change<String>>,
    /// Nodes, connections and tasks, each in order of id.
    pub elements: Vec<Element>,
    /// Pairs that must not reach each other, in order.
    pub must_not_reach: Vec<Forbid>,
    /// The pairs whose result differs, in order of resource group and data source.
    pub connections: Vec<Pair>,
    /// The data sources whose whitelist differs in what it means, in order of id.
    pub whitelists: Vec<Admission>,
    /// What lies elsewhere in the drawing, in order of id.
    pub moved: Vec<String>,
}

/// A value of each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change<T> {
    /// In the old plan.
    pub before: T,
    /// In the new one.
    pub after: T,
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// Only the new plan has it.
    Added,
    /// Only the old plan has it.
    Removed,
    /// Both have it, with other facts.
    Changed,
}

/// The lists of a document that have elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A place, resource group or data source.
    Node,
    /// What joins networks.
    Connection,
    /// Who has to reach what.
    Task,
}

/// One element that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Element {
    /// Where in the document it stands.
    pub part: Part,
    /// Its id.
    pub id: String,
    /// What happened to it.
    pub change: Happened,
    /// Its fields that differ; of what was added or removed, none.
    pub fields: Vec<Field>,
}

/// A forbidden pair that only one plan has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Forbid {
    /// The resource group.
    pub resource_group: String,
    /// The data source.
    pub data_source: String,
    /// Whether it was added or removed.
    pub change: Happened,
}

/// A pair whose result differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The resource group.
    pub resource_group: String,
    /// The data source.
    pub data_source: String,
    /// The result in the old plan, where it has the pair.
    pub before: Option<Outcome>,
    /// The result in the new plan, where it has the pair.
    pub after: Option<Outcome>,
}

/// The result for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Whether it works as drawn.
    pub verdict: Verdict,
    /// The row of the base page's table.
    pub scenario: Scenario,
}

/// What a whitelist admits now and did not, and the reverse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Admission {
    /// The data source.
    pub data_source: String,
    /// How its whitelist stood.
    pub before: Standing,
    /// How it stands.
    pub after: Standing,
    /// What is admitted now and was not, in the fewest blocks; empty where one of the two is not known.
    pub opened: Vec<String>,
    /// What was admitted and is no longer, in the fewest blocks; empty where one of the two is not known.
    pub closed: Vec<String>,
}

/// How a whitelist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The plan has no such data source.
    Absent,
    /// What it lists is not known.
    Unknown,
    /// There is none: everybody gets in.
    Off,
    /// It lists who gets in.
    Listed,
}

/// What differs between an old plan and a new one.
pub fn documents(old: &Document, new: &Document) -> Difference {
    let title =
        (old.title != new.title).then(|| Change { before: old.title.clone(), after: new.title.clone() });
    let elements = elements(old, new);
    let must_not_reach = forbidden(&old.topology.must_not_reach, &new.topology.must_not_reach);
    let (before, after) = (Survey::of(&old.topology), Survey::of(&new.topology));
    let verdict = Change { before: before.overview().verdict(), after: after.overview().verdict() };
    let connections = pairs(&before.overview().connections, &after.overview().connections);
    let whitelists = whitelists(&old.topology, &new.topology);
    let same = title.is_none() && elements.is_empty() && must_not_reach.is_empty();
    Difference {
        reachplan: 1,
        same,
        verdict,
        title,
        elements,
        must_not_reach,
        connections,
        whitelists,
        moved: moved(old, new),
    }
}

/// What differs in what two plans draw, without a look at results.
pub fn elements(old: &Document, new: &Document) -> Vec<Element> {
    lists(&wire::to_value(old), &wire::to_value(new))
}

/// What differs in the lists of two documents.
fn lists(old: &Value, new: &Value) -> Vec<Element> {
    let parts = [(Part::Node, "nodes"), (Part::Connection, "connections"), (Part::Task, "tasks")];
    let mut elements = Vec::new();
    for (part, list) in parts {
        for (id, before, after) in fields::matched(old.get(list), new.get(list), "id") {
            let (change, fields) = match (before, after) {
                (Some(before), Some(after)) => (Happened::Changed, fields::differing(before, after)),
                (None, _) => (Happened::Added, Vec::new()),
                (_, None) => (Happened::Removed, Vec::new()),
            };
            if change != Happened::Changed || !fields.is_empty() {
                elements.push(Element { part, id: id.to_owned(), change, fields });
            }
        }
    }
    elements
}

fn forbidden(old: &[Forbidden], new: &[Forbidden]) -> Vec<Forbid> {
    let (old, new): (BTreeSet<&Forbidden>, BTreeSet<&Forbidden>) =
        (old.iter().collect(), new.iter().collect());
    let differing = old.symmetric_difference(&new);
    let told = differing.map(|pair| Forbid {
        resource_group: pair.resource_group.to_string(),
        data_source: pair.data_source.to_string(),
        change: if old.contains(*pair) { Happened::Removed } else { Happened::Added },
    });
    told.collect()
}

/// The pairs whose result differs; both lists are in order.
fn pairs(old: &[Judged], new: &[Judged]) -> Vec<Pair> {
    let key = |judged: &Judged| (judged.resource_group.clone(), judged.data_source.clone());
    let outcome = |judged: &Judged| Outcome { verdict: judged.verdict, scenario: judged.scenario };
    let result = |of: &[Judged], wanted: &(Id, Id)| {
        let at = of.binary_search_by(|judged| key(judged).cmp(wanted)).ok()?;
        of.get(at).map(outcome)
    };
    let keys: BTreeSet<(Id, Id)> = old.iter().chain(new).map(key).collect();
    let pair = |wanted: (Id, Id)| {
        let (before, after) = (result(old, &wanted), result(new, &wanted));
        let (resource_group, data_source) = (wanted.0.to_string(), wanted.1.to_string());
        (before != after).then_some(Pair { resource_group, data_source, before, after })
    };
    keys.into_iter().filter_map(pair).collect()
}

fn whitelists(old: &Topology, new: &Topology) -> Vec<Admission> {
    let ids: BTreeSet<&Id> = old.nodes.keys().chain(new.nodes.keys()).collect();
    let admission = |id: &Id| {
        let (before, was) = admitted(old.data_source(id));
        let (after, is) = admitted(new.data_source(id));
        let texts = |set: AddressSet| set.blocks().into_iter().map(block_text).collect::<Vec<String>>();
        let (opened, closed) = match (was, is) {
            (Some(was), Some(is)) => (texts(is.minus(&was)), texts(was.minus(&is))),
            _ => (Vec::new(), Vec::new()),
        };
        let differs = before != after || !opened.is_empty() || !closed.is_empty();
        differs.then(|| Admission { data_source: id.to_string(), before, after, opened, closed })
    };
    ids.into_iter().filter_map(admission).collect()
}

/// How a whitelist stands and what it admits; what is not there admits nobody.
fn admitted(source: Option<&DataSource>) -> (Standing, Option<AddressSet>) {
    let Some(source) = source else { return (Standing::Absent, Some(AddressSet::empty())) };
    let standing = match &source.whitelist {
        None => Standing::Unknown,
        Some(Whitelist::None) => Standing::Off,
        Some(Whitelist::Entries(_)) => Standing::Listed,
    };
    (standing, source.whitelist.as_ref().map(Whitelist::admitted))
}

/// What both plans have and draw elsewhere.
fn moved(old: &Document, new: &Document) -> Vec<String> {
    let held = |id: &&Id| old.topology.has(id) && new.topology.has(id);
    let ids: BTreeSet<&Id> = old.layout.keys().chain(new.layout.keys()).filter(held).collect();
    let elsewhere = ids.into_iter().filter(|id| old.layout.get(*id) != new.layout.get(*id));
    elsewhere.map(Id::to_string).collect()
}
