//! Reads the document as a whole: version, title, tasks, forbidden pairs and the layout.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Id;
use crate::base::order;
use crate::base::order::Gather;
use crate::topology::{Document, Forbidden, KindName, Layout, Mode, Place, Task, Topology};
use crate::wire::names::{List, Names, Reference};
use crate::wire::reader::{Object, Reader};
use crate::wire::value::{Value, whole};
use crate::wire::{DocumentProblem, IdProblem, Limits, MAX_NODES, MAX_TITLE, Problem, Thing, ValueProblem};

const FIELDS: &[&str] =
    &["reachplan", "title", "nodes", "connections", "tasks", "must_not_reach", "layout", "$schema"];
const TASK: &[&str] = &["id", "name", "resource_group", "reads", "writes", "mode", "threads"];
const FORBIDDEN: &[&str] = &["resource_group", "data_source"];
const PLACE: &[&str] = &["x", "y", "w", "h"];

/// The document in a JSON value.
pub(super) fn read(value: &Value) -> Result<Document, Vec<Problem>> {
    let names = Names::of(value);
    let mut reader = Reader::new(&names);
    let document = reader.document(value);
    let problems = reader.into_problems();
    document.filter(|_| problems.is_empty()).ok_or(problems)
}

impl<'v> Reader<'v> {
    fn document(&mut self, value: &'v Value) -> Option<Document> {
        if self.is_newer(value) || self.is_too_large(value) {
            return None;
        }
        let fields = self.object(value, FIELDS)?;
        self.required(fields, "reachplan", Self::version);
        let title = self.optional(fields, "title", Self::title).unwrap_or_default();
        let nodes = self.list_or_empty(fields, "nodes", Self::node);
        let connections = self.list_or_empty(fields, "connections", Self::connection);
        let tasks = self.list_or_empty(fields, "tasks", Self::task);
        let mut must_not_reach = self.list_or_empty(fields, "must_not_reach", Self::forbidden);
        order::sort(&mut must_not_reach);
        let topology = Topology {
            nodes: by_id(nodes),
            connections: by_id(connections),
            tasks: by_id(tasks),
            must_not_reach,
        };
        let layout = self.optional(fields, "layout", Self::layout).unwrap_or_default();
        Some(Document { title, topology: Arc::new(topology), layout: Arc::new(layout) })
    }

    /// Whether a newer version made the document. Then its fields cannot be judged here.
    fn is_newer(&mut self, value: &'v Value) -> bool {
        let Some(Value::Number(found)) = value.field("reachplan") else {
            return false;
        };
        let newer = *found > 1.0 && whole(*found).is_some();
        if newer && let Some(fields) = Object::of(value) {
            self.report_field(fields, "reachplan", DocumentProblem::NewerVersion { found: *found });
        }
        newer
    }

    fn is_too_large(&mut self, value: &'v Value) -> bool {
        let count = value.field("nodes").map_or(0, |nodes| nodes.items().len());
        let too_large = count > MAX_NODES;
        if too_large && let Some(fields) = Object::of(value) {
            self.report_field(fields, "nodes", DocumentProblem::TooManyNodes { count });
        }
        too_large
    }

    fn version(&mut self, value: &'v Value) -> Option<()> {
        let found = self.any_number(value)?;
        if whole(found) != Some(1) {
            self.report(DocumentProblem::UnknownVersion { found });
        }
        Some(())
    }

    fn title(&mut self, value: &'v Value) -> Option<String> {
        let title = self.text(value)?;
        let characters = title.chars().count();
        if characters > MAX_TITLE {
            self.report(ValueProblem::TitleTooLong { characters });
        }
        Some(title)
    }

    fn task(&mut self, value: &'v Value) -> Option<(Id, Task)> {
        let at = self.position();
        let fields = self.object(value, TASK)?;
        let id = self.required(fields, "id", |reader, value| reader.own_id(value, List::Tasks, at));
        let name = self.optional(fields, "name", Self::text);
        let resource_group = self.required(fields, "resource_group", Self::group_id);
        if !fields.has("reads") && !fields.has("writes") {
            self.report(ValueProblem::NoEnds);
        }
        let reads = self.optional(fields, "reads", Self::source_id);
        let writes = self.optional(fields, "writes", Self::source_id);
        let mode = self.optional(fields, "mode", |reader, value| reader.word(value, &Mode::ALL, Mode::key));
        let threads = self.optional(fields, "threads", |reader, value| reader.whole(value, 1, u32::MAX));
        Some((id?, Task { name, resource_group: resource_group?, reads, writes, mode, threads }))
    }

    fn forbidden(&mut self, value: &'v Value) -> Option<Forbidden> {
        let fields = self.object(value, FORBIDDEN)?;
        let resource_group = self.required(fields, "resource_group", Self::group_id);
        let data_source = self.required(fields, "data_source", Self::source_id);
        Some(Forbidden { resource_group: resource_group?, data_source: data_source? })
    }

    fn group_id(&mut self, value: &'v Value) -> Option<Id> {
        self.node_id(value, &[KindName::ResourceGroup])
    }

    fn source_id(&mut self, value: &'v Value) -> Option<Id> {
        self.node_id(value, &[KindName::DataSource])
    }

    fn layout(&mut self, value: &'v Value) -> Option<Layout> {
        let places = self.entries(value, |reader, name, value| {
            reader.drawn(name);
            Some((Id::parse(name), reader.place(value)))
        })?;
        Some(places.into_iter().filter_map(|(id, place)| Some((id?, place?))).gather())
    }

    /// Only nodes and connections are drawn.
    fn drawn(&mut self, id: &str) {
        match self.names.reference(id) {
            Reference::Nothing => self.report(IdProblem::NoSuchId { typed: id.to_owned() }),
            Reference::To(Thing::Task) => self.report(IdProblem::NotDrawn { task: id.to_owned() }),
            Reference::Unclear | Reference::To(Thing::Node(_) | Thing::Connection) => {}
        }
    }

    fn place(&mut self, value: &'v Value) -> Option<Place> {
        let fields = self.object(value, PLACE)?;
        let x = self.required(fields, "x", Self::any_number);
        let y = self.required(fields, "y", Self::any_number);
        let w = self.optional(fields, "w", |reader, value| reader.number(value, Limits::Positive));
        let h = self.optional(fields, "h", |reader, value| reader.number(value, Limits::Positive));
        Some(Place { x: x?, y: y?, w, h })
    }
}

fn by_id<T>(items: Vec<(Id, T)>) -> BTreeMap<Id, Arc<T>> {
    items.into_iter().map(|(id, item)| (id, Arc::new(item))).gather()
}
