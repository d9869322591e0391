//! What is written on an element, and said of it: its name, and the address, block or kind that tells it from others.

use leptos::prelude::{Get, With};

use crate::base::Id;
use crate::diagram::draw::Label;
use crate::i18n::spoken::{self, Spoken};
use crate::i18n::{Language, chrome};
use crate::topology::{Connection, Kind, KindName, Node};
use crate::ui::workbench::Workbench;

pub(super) use crate::i18n::labels::{of_connection, of_node};

/// What is said of a node, a connection or a task; tracked.
pub(in crate::ui) fn said(workbench: Workbench, id: &Id) -> String {
    let (found, language) = (workbench.found(), workbench.language.get());
    let (standing, reason) = (found.standing(id), found.reason(id));
    workbench.topology.with(|topology| {
        let names = |ids: &mut dyn Iterator<Item = &Id>| ids.map(|id| workbench.called(id)).collect();
        let places = names(&mut topology.ancestors(id).skip(1).take(2).map(|(id, _)| id));
        let about = Spoken { places, standing, reason, ..Spoken::default() };
        match (topology.node(id), topology.connections.get(id)) {
            (Some(node), _) => {
                let others = names(&mut bound(&node.kind));
                spoken_node(node, of_node(id, node, language), Spoken { others, ..about }, language)
            }
            (None, Some(held)) => {
                let others = names(&mut held.attachments.iter().map(|attachment| &attachment.network));
                spoken_hub(held, of_connection(held, language), Spoken { others, ..about }, language)
            }
            (None, None) => {
                let kind = chrome::Shell::of(language).outline_task.to_owned();
                spoken::spoken(&Spoken { name: workbench.called(id), kind, ..about }, language)
            }
        }
    })
}

/// The name of a node, as other texts call it.
pub(super) fn name(id: &Id, node: &Node, language: Language) -> String {
    of_node(id, node, language).name
}

/// What is said of a node.
pub(super) fn spoken_node(node: &Node, label: Label, about: Spoken, language: Language) -> String {
    let Label { name, detail, .. } = label;
    let kind = match &node.kind {
        Kind::DataSource(source) if detail != chrome::product(source.product, language) => {
            chrome::product(source.product, language)
        }
        kind => chrome::kind_name(kind.name(), language),
    };
    let is_end = matches!(node.kind.name(), KindName::DataSource | KindName::ResourceGroup);
    spoken::spoken(&Spoken { name, detail, kind: kind.to_owned(), is_end, ..about }, language)
}

/// What is said of a connection.
pub(super) fn spoken_hub(held: &Connection, label: Label, about: Spoken, language: Language) -> String {
    let kind = chrome::connection_kind(held.kind, language).to_owned();
    spoken::spoken(&Spoken { name: label.name, kind, ..about }, language)
}

/// The vSwitches that a resource group is bound to.
pub(super) fn bound(kind: &Kind) -> impl Iterator<Item = &Id> {
    let bindings = match kind {
        Kind::ResourceGroup(group) => group.bindings.as_slice(),
        _ => &[],
    };
    bindings.iter().map(|binding| &binding.vswitch)
}
