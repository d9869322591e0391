//! Nodes and connections on the screen: one element each, one signal for what it looks like, one for whether it
//! is selected.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::Rect;
use crate::diagram::draw::{self, Standing};
use crate::i18n::{Language, canvas as words, chrome};
use crate::rules::Severity;
use crate::topology::{Connection, Node};
use crate::ui::canvas::each::Each;
use crate::ui::canvas::label;
use crate::ui::canvas::scene::Scene;
use crate::ui::workbench::{Shared, Workbench};

/// All that decides how an element looks. Comparing two compares pointers and numbers, never texts.
#[derive(Clone, PartialEq)]
pub(super) struct Look<T> {
    facts: Shared<T>,
    rect: Rect,
    standing: Standing,
    language: Language,
}

/// How every node and every connection looks.
#[derive(Clone, Copy)]
pub(super) struct Looks {
    nodes: Each<Id, Look<Node>>,
    hubs: Each<Id, Look<Connection>>,
}

impl Looks {
    pub(super) fn new(workbench: Workbench, scene: Scene) -> Self {
        let track = move || {
            workbench.topology.track();
            workbench.worst.track();
            workbench.language.track();
            scene.arrangement.track();
        };
        let node = move |id: &Id| {
            let facts = workbench.topology.with(|t| t.nodes.get(id).map(Shared::from))?;
            let rect = scene.arrangement.with(|all| all.nodes.get(id).copied())?;
            Some(Look { facts, rect, standing: standing(workbench, id), language: workbench.language.get() })
        };
        let hub = move |id: &Id| {
            let facts = workbench.topology.with(|t| t.connections.get(id).map(Shared::from))?;
            let rect = scene.arrangement.with(|all| all.hubs.get(id).copied())?;
            Some(Look { facts, rect, standing: standing(workbench, id), language: workbench.language.get() })
        };
        Self { nodes: Each::new(track, node), hubs: Each::new(track, hub) }
    }
}

/// A node or container.
pub(super) fn node(workbench: Workbench, looks: Looks, id: Id) -> impl IntoView {
    let look = looks.nodes.of(&id);
    move || look.get().map(|look| drawn_node(workbench, id.clone(), &look))
}

/// A connection's lozenge.
pub(super) fn hub(workbench: Workbench, looks: Looks, id: Id) -> impl IntoView {
    let look = looks.hubs.of(&id);
    move || look.get().map(|look| drawn_hub(workbench, id.clone(), &look))
}

fn drawn_node(workbench: Workbench, id: Id, look: &Look<Node>) -> impl IntoView + use<> {
    let kind = look.facts.kind.name();
    let label = label::of_node(&id, &look.facts, look.language);
    let inside = draw::node(kind, look.rect, &label, look.standing);
    let name = words::spoken(
        chrome::kind_name(kind, look.language),
        &label.name,
        &label.detail,
        look.standing,
        look.language,
    );
    let text = id.to_string();
    view! {
        <g
            class=if kind.is_place() { "node place" } else { "node card" }
            id=format!("node-{text}")
            role="option"
            aria-label=name
            data-node=text
            data-kind=kind.key()
            data-status=look.standing.key()
            aria-selected=move || if workbench.is_selected(&id) { "true" } else { "false" }
            inner_html=inside
        />
    }
}

fn drawn_hub(workbench: Workbench, id: Id, look: &Look<Connection>) -> impl IntoView + use<> {
    let kind = look.facts.kind;
    let label = label::of_connection(&look.facts, look.language);
    let inside = draw::hub(kind, look.rect, &label, look.standing);
    let spoken = chrome::connection_kind(kind, look.language);
    let name = words::spoken(spoken, &label.name, "", look.standing, look.language);
    let text = id.to_string();
    view! {
        <g
            class="hub"
            id=format!("node-{text}")
            role="option"
            aria-label=name
            data-connection=text
            data-kind=kind.key()
            data-status=look.standing.key()
            aria-selected=move || if workbench.is_selected(&id) { "true" } else { "false" }
            inner_html=inside
        />
    }
}

fn standing(workbench: Workbench, id: &Id) -> Standing {
    match workbench.worst.with(|worst| worst.at(id)) {
        None => Standing::Fine,
        Some(Severity::Info) => Standing::Info,
        Some(Severity::Warning) => Standing::Warning,
        Some(Severity::Error) => Standing::Error,
    }
}
