//! What is drawn for nodes, connections and lines: all that decides how one looks, and its markup.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::draw::{self, Inside, Opening, Standing};
use crate::diagram::{LineId, Rect, path_data, route};
use crate::i18n::Language;
use crate::i18n::spoken::Spoken;
use crate::topology::{Connection, Node, Topology};
use crate::ui::canvas::label;
use crate::ui::canvas::stage::Stage;
use crate::ui::workbench::Shared;

/// All that decides how something looks. Comparing two compares pointers, numbers and ids, and texts only where something was
/// found.
#[derive(Clone, PartialEq)]
pub(super) struct Look {
    pub(super) what: What,
    rect: Rect,
    standing: Standing,
    /// What is said of it besides: the places around it, and what it is bound to or joins.
    places: Vec<Named>,
    others: Vec<Named>,
    /// The worst finding about it in words, where the result at hand has it.
    reason: Option<String>,
    language: Language,
}

/// A node whose name is part of another's.
type Named = (Id, Shared<Node>);

/// What is drawn.
#[derive(Clone, PartialEq)]
pub(super) enum What {
    Node(Id, Shared<Node>),
    Connection(Id, Shared<Connection>),
    /// From the look's own box to this one, in a state.
    Line(LineId, Rect, &'static str),
}

impl Look {
    /// The id of the element.
    pub(super) fn element_id(&self) -> String {
        match &self.what {
            What::Node(id, _) | What::Connection(id, _) => of_element(id),
            What::Line(id, ..) => id.element_id(),
        }
    }

    /// How far it is to another place; nothing for a line, which changes its shape.
    pub(super) fn way_to(&self, other: &Self) -> Option<(f64, f64)> {
        let is_line = matches!(self.what, What::Line(..));
        (!is_line).then_some((other.rect.x - self.rect.x, other.rect.y - self.rect.y))
    }

    /// Whether both are about the same thing.
    pub(super) fn is_of(&self, other: &Self) -> bool {
        match (&self.what, &other.what) {
            (What::Node(a, _), What::Node(b, _)) | (What::Connection(a, _), What::Connection(b, _)) => a == b,
            (What::Line(a, ..), What::Line(b, ..)) => a == b,
            _ => false,
        }
    }

    /// The whole element.
    pub(super) fn markup(&self, stage: Stage) -> String {
        match &self.what {
            What::Node(id, node) => {
                let (inside, spoken) = self.node(id, node);
                let kind = node.kind.name();
                let class = if kind.is_place() { "node place" } else { "node card" };
                inside.within(&self.opening(stage, ("data-node", id, class, kind.key()), &spoken))
            }
            What::Connection(id, connection) => {
                let (inside, spoken) = self.hub(connection);
                let names = ("data-connection", id, "hub", connection.kind.key());
                inside.within(&self.opening(stage, names, &spoken))
            }
            What::Line(id, to, state) => {
                let (class, hook) = match id {
                    LineId::Attachment { .. } => ("line", "data-attachment"),
                    LineId::Binding { .. } => ("line binding", "data-binding"),
                };
                let (element, pair, data) = (id.element_id(), id.pair(), path_data(&route(self.rect, *to)));
                format!(
                    r#"<path id="{element}" class="{class}" {hook}="{pair}" data-state="{state}" d="{data}"/>"#
                )
            }
        }
    }

    /// Writes an element that is there anew. It stays the same element: it may be in the hand just now.
    pub(super) fn rewrite(&self, element: &web_sys::Element) {
        // Only malformed names are refused.
        let set = |name: &str, value: &str| drop(element.set_attribute(name, value));
        let (inside, spoken, kind) = match &self.what {
            What::Node(id, node) => {
                let (inside, spoken) = self.node(id, node);
                (inside, spoken, node.kind.name().key())
            }
            What::Connection(_, connection) => {
                let (inside, spoken) = self.hub(connection);
                (inside, spoken, connection.kind.key())
            }
            What::Line(_, to, state) => {
                set("d", &path_data(&route(self.rect, *to)));
                set("data-state", state);
                return;
            }
        };
        set("data-kind", kind);
        set("data-status", self.standing.key());
        set("aria-label", &spoken);
        element.set_inner_html(&inside.markup());
    }

    fn node(&self, id: &Id, node: &Node) -> (Inside, String) {
        let label = label::of_node(id, node, self.language);
        let inside = draw::node(node.kind.name(), self.rect, &label, self.standing);
        (inside, label::spoken_node(node, label, self.around(), self.language))
    }

    fn hub(&self, connection: &Connection) -> (Inside, String) {
        let label = label::of_connection(connection, self.language);
        let inside = draw::hub(connection.kind, self.rect, &label, self.standing);
        (inside, label::spoken_hub(connection, label, self.around(), self.language))
    }

    fn around(&self) -> Spoken {
        let names = |all: &[Named]| all.iter().map(|(id, node)| label::name(id, node)).collect();
        Spoken {
            places: names(&self.places),
            others: names(&self.others),
            standing: self.standing,
            reason: self.reason.clone(),
            ..Spoken::default()
        }
    }

    fn opening<'a>(
        &self,
        stage: Stage,
        (hook, id, class, kind): (&'static str, &'a Id, &'static str, &'static str),
        spoken: &'a str,
    ) -> Opening<'a> {
        let selected = stage.workbench.selection.with_untracked(|selection| selection.contains(id));
        Opening { hook, id: id.as_str(), class, kind, standing: self.standing.key(), spoken, selected }
    }
}

/// The id of the element that draws a node or connection.
pub(super) fn of_element(id: &Id) -> String {
    format!("node-{id}")
}

/// How the places look, outer before inner; tracked, as are the following.
pub(super) fn places(stage: Stage) -> Vec<Look> {
    nodes(stage, &stage.scene.arrangement.get().containers)
}

/// How the cards look.
pub(super) fn cards(stage: Stage) -> Vec<Look> {
    nodes(stage, &stage.scene.arrangement.get().cards)
}

fn nodes(stage: Stage, ids: &[Id]) -> Vec<Look> {
    let topology = stage.workbench.topology.get();
    let look = |id: &Id| {
        let node = topology.nodes.get(id)?;
        let what = What::Node(id.clone(), Shared::from(node));
        let places = named(&topology, topology.ancestors(id).skip(1).take(2).map(|(id, _)| id));
        let others = named(&topology, label::bound(&node.kind));
        Some(Look { places, others, ..look(stage, what, id) })
    };
    ids.iter().filter_map(look).collect()
}

/// How the connections look.
pub(super) fn hubs(stage: Stage) -> Vec<Look> {
    let topology = stage.workbench.topology.get();
    let of = |(id, connection): (&Id, &Arc<Connection>)| {
        let others = named(&topology, connection.attachments.iter().map(|attachment| &attachment.network));
        let what = What::Connection(id.clone(), Shared::from(connection));
        Look { others, ..look(stage, what, id) }
    };
    topology.connections.iter().map(of).collect()
}

fn named<'a>(topology: &Topology, ids: impl Iterator<Item = &'a Id>) -> Vec<Named> {
    ids.filter_map(|id| Some((id.clone(), Shared::from(topology.nodes.get(id)?)))).collect()
}

fn look(stage: Stage, what: What, id: &Id) -> Look {
    let standing = label::standing(stage.workbench, id);
    let reason = stage.workbench.reason(id);
    let rect = stage.scene.arrangement.with(|all| all.get(id)).unwrap_or_default();
    let language = stage.workbench.language.get();
    Look { what, rect, standing, reason, language, places: Vec::new(), others: Vec::new() }
}

/// How the lines look.
pub(super) fn lines(stage: Stage) -> Vec<Look> {
    let (topology, all) = (stage.workbench.topology.get(), stage.scene.arrangement.get());
    let look = |id: LineId| {
        let (from, to) = id.ends();
        let (rect, to) = all.get(from).zip(all.get(to))?;
        let state = id.state(&topology).key();
        // Nothing else of a look concerns a line.
        let (standing, language) = (Standing::Fine, Language::En);
        let (places, others, reason) = (Vec::new(), Vec::new(), None);
        Some(Look { what: What::Line(id, to, state), rect, standing, places, others, reason, language })
    };
    stage.scene.lines.get().into_iter().filter_map(look).collect()
}
