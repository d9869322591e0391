//! What is drawn for nodes, connections and lines: all that decides how one looks, and its markup.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::detail::Extent;
use crate::diagram::draw::{self, Inside, Label, Opening, Standing};
use crate::diagram::{Arrangement, LineId, Point, Rect, path_data};
use crate::i18n::Language;
use crate::i18n::spoken::Spoken;
use crate::topology::{Connection, Node, State, Topology};
use crate::ui::canvas::label;
use crate::ui::canvas::stage::Stage;
use crate::ui::workbench::{Found, Shared};

/// All that decides how something looks. Comparing two compares pointers, numbers and ids, and texts only where something was
/// found.
#[derive(Clone, PartialEq)]
pub(super) struct Look {
    pub(super) what: What,
    rect: Rect,
    standing: Standing,
    /// What is said of it besides: the places around it, and what it is bound to or joins.
    places: Arc<[Named]>,
    others: Arc<[Named]>,
    /// The worst finding about it in words, where the result at hand has it.
    reason: Option<String>,
    language: Language,
}

/// A node whose name is part of another's.
type Named = (Id, Shared<Node>);

/// Where a node is drawn and what is said of it besides, which most edits leave as it is.
pub(super) struct Spot {
    id: Id,
    rect: Rect,
    places: Arc<[Named]>,
    others: Arc<[Named]>,
}

/// The spots of nodes, in the order of drawing.
pub(super) fn spots(topology: &Topology, arrangement: &Arrangement, ids: &[Id]) -> Vec<Spot> {
    let spot = |id: &Id| {
        let places = named(topology, topology.ancestors(id).skip(1).take(2).map(|(id, _)| id));
        let others = named(topology, topology.node(id).into_iter().flat_map(|node| label::bound(&node.kind)));
        Spot { id: id.clone(), rect: arrangement.get(id).unwrap_or_default(), places, others }
    };
    ids.iter().map(spot).collect()
}

/// What is drawn.
#[derive(Clone, PartialEq)]
pub(super) enum What {
    Node(Id, Shared<Node>),
    Connection(Id, Shared<Connection>),
    /// Along these points, in a state.
    Line(LineId, Arc<[Point]>, &'static str),
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

    /// Whether there is anything inside of it to be written.
    pub(super) fn has_inside(&self) -> bool {
        !matches!(self.what, What::Line(..))
    }

    /// Where it is.
    pub(super) fn rect(&self) -> Rect {
        self.rect
    }

    /// The whole element, with so much inside of it.
    pub(super) fn markup(&self, stage: Stage, extent: Extent) -> String {
        let (hook, id, class, kind) = match &self.what {
            What::Node(id, node) => {
                let kind = node.kind.name();
                ("data-node", id, if kind.is_place() { "node place" } else { "node card" }, kind.key())
            }
            What::Connection(id, connection) => ("data-connection", id, "hub", connection.kind.key()),
            What::Line(id, way, state) => return line(id, way, state),
        };
        let spoken = self.spoken();
        let selected = stage.workbench.selection.with_untracked(|selection| selection.contains(id));
        let (id, standing) = (id.as_str(), self.standing.key());
        let opening = Opening { hook, id, class, kind, standing, spoken: &spoken, selected };
        self.inside(extent).map(|inside| inside.within(&opening)).unwrap_or_default()
    }

    /// Writes an element that is there anew where it differs from what was written of `before`: most edits change what is not
    /// drawn, and then the browser has nothing to paint. It stays the same element: it may be in the hand just now.
    pub(super) fn rewrite(
        &self,
        element: &web_sys::Element,
        (before, written): (&Self, Extent),
        extent: Extent,
    ) {
        for ((name, value), (_, old)) in self.told().into_iter().zip(before.told()) {
            if value != old {
                // Only malformed names are refused.
                drop(element.set_attribute(name, &value));
            }
        }
        let markup = |look: &Self, extent| look.inside(extent).map(Inside::markup);
        if written != extent || markup(self, extent) != markup(before, extent) {
            self.fill(element, extent);
        }
    }

    /// The attributes that change.
    fn told(&self) -> Vec<(&'static str, String)> {
        let kind = match &self.what {
            What::Node(_, node) => node.kind.name().key(),
            What::Connection(_, connection) => connection.kind.key(),
            What::Line(_, way, state) => {
                return vec![("d", path_data(way)), ("data-state", (*state).to_owned())];
            }
        };
        let standing = self.standing.key().to_owned();
        vec![("data-kind", kind.to_owned()), ("data-status", standing), ("aria-label", self.spoken())]
    }

    /// Writes the inside of an element that is there.
    pub(super) fn fill(&self, element: &web_sys::Element, extent: Extent) {
        if let Some(inside) = self.inside(extent) {
            element.set_inner_html(&inside.markup());
        }
    }

    /// What stands inside of it; a line has nothing.
    fn inside(&self, extent: Extent) -> Option<Inside> {
        let (rect, standing) = (self.rect, self.standing);
        match &self.what {
            What::Node(_, node) => Some(draw::node(node.kind.name(), rect, &self.label()?, standing, extent)),
            What::Connection(_, connection) => {
                Some(draw::hub(connection.kind, rect, &self.label()?, standing, extent))
            }
            What::Line(..) => None,
        }
    }

    fn label(&self) -> Option<Label> {
        match &self.what {
            What::Node(id, node) => Some(label::of_node(id, node, self.language)),
            What::Connection(_, connection) => Some(label::of_connection(connection, self.language)),
            What::Line(..) => None,
        }
    }

    /// What is read aloud; a line is part of what is said of its ends.
    fn spoken(&self) -> String {
        let around = self.around();
        match (&self.what, self.label()) {
            (What::Node(_, node), Some(label)) => label::spoken_node(node, label, around, self.language),
            (What::Connection(_, connection), Some(label)) => {
                label::spoken_hub(connection, label, around, self.language)
            }
            _ => String::new(),
        }
    }

    fn around(&self) -> Spoken {
        let names =
            |all: &[Named]| all.iter().map(|(id, node)| label::name(id, node, self.language)).collect();
        Spoken {
            places: names(&self.places),
            others: names(&self.others),
            standing: self.standing,
            reason: self.reason.clone(),
            ..Spoken::default()
        }
    }
}

/// The id of the element that draws a node or connection.
pub(super) fn of_element(id: &Id) -> String {
    format!("node-{id}")
}

/// How the places look, outer before inner; tracked, as are the following.
pub(super) fn places(stage: Stage) -> Vec<Look> {
    All::of(stage).nodes(&stage.scene.places.get())
}

/// How the cards look.
pub(super) fn cards(stage: Stage) -> Vec<Look> {
    All::of(stage).nodes(&stage.scene.cards.get())
}

/// How the connections look.
pub(super) fn hubs(stage: Stage) -> Vec<Look> {
    let all = All::of(stage);
    let arrangement = stage.scene.arrangement.get();
    let of = |(id, connection): (&Id, &Arc<Connection>)| {
        let others =
            named(&all.topology, connection.attachments.iter().map(|attachment| &attachment.network));
        let what = What::Connection(id.clone(), Shared::from(connection));
        all.look(what, id, arrangement.get(id).unwrap_or_default(), (Arc::default(), others))
    };
    all.topology.connections.iter().map(of).collect()
}

/// What looks are made of, asked for once and not for each of thousands.
struct All {
    topology: Shared<Topology>,
    found: Found,
    language: Language,
}

impl All {
    fn of(stage: Stage) -> Self {
        let workbench = stage.workbench;
        let topology = workbench.topology.get();
        Self { topology, found: workbench.found(), language: workbench.language.get() }
    }

    fn nodes(&self, spots: &[Spot]) -> Vec<Look> {
        let look = |spot: &Spot| {
            let node = self.topology.nodes.get(&spot.id)?;
            let what = What::Node(spot.id.clone(), Shared::from(node));
            Some(self.look(what, &spot.id, spot.rect, (spot.places.clone(), spot.others.clone())))
        };
        spots.iter().filter_map(look).collect()
    }

    fn look(&self, what: What, id: &Id, rect: Rect, (places, others): (Arc<[Named]>, Arc<[Named]>)) -> Look {
        let (standing, reason) = (self.found.standing(id), self.found.reason(id));
        Look { what, rect, standing, reason, language: self.language, places, others }
    }
}

fn named<'a>(topology: &Topology, ids: impl Iterator<Item = &'a Id>) -> Arc<[Named]> {
    ids.filter_map(|id| Some((id.clone(), Shared::from(topology.nodes.get(id)?)))).collect()
}

fn line(id: &LineId, way: &[Point], state: &str) -> String {
    let (class, hook) = match id {
        LineId::Attachment { .. } => ("line", "data-attachment"),
        LineId::Binding { .. } => ("line binding", "data-binding"),
    };
    let (element, pair, data) = (id.element_id(), id.pair(), path_data(way));
    format!(r#"<path id="{element}" class="{class}" {hook}="{pair}" data-state="{state}" d="{data}"/>"#)
}

/// How the lines look.
pub(super) fn lines(stage: Stage) -> Vec<Look> {
    let (all, waiting) = (stage.scene.arrangement.get(), stage.scene.waiting.get());
    let look = |(id, way): (&LineId, &Arc<[Point]>)| {
        let rect = all.get(id.ends().0)?;
        let state = waiting.get(id).copied().unwrap_or(State::InService);
        let what = What::Line(id.clone(), way.clone(), state.key());
        // Nothing else of a look concerns a line.
        let (standing, language) = (Standing::Fine, Language::En);
        let (places, others, reason) = (Arc::default(), Arc::default(), None);
        Some(Look { what, rect, standing, places, others, reason, language })
    };
    all.lines.iter().filter_map(look).collect()
}
