//! What is written on an element, and said of it: its name, and the address, block or kind that tells it from others.

use std::fmt::Display;

use leptos::prelude::{Get, With};

use crate::base::Id;
use crate::diagram::draw::{Label, Standing};
use crate::diagram::text::Face;
use crate::i18n::canvas as words;
use crate::i18n::spoken::{self, Spoken};
use crate::i18n::{Language, chrome};
use crate::rules::Severity;
use crate::topology::{Connection, DataSource, Kind, KindName, Node};
use crate::ui::workbench::Workbench;

/// The label of a node.
pub(super) fn of_node(id: &Id, node: &Node, language: Language) -> Label {
    let given = node.name.clone().filter(|name| !name.trim().is_empty());
    let (detail, face) = detail(&node.kind, language);
    match (&node.kind, given) {
        (_, Some(name)) => Label { name, detail, face },
        // The usual name of a region ends in its id already.
        (Kind::Region(place), None) => {
            Label { name: chrome::region_label(&place.region, language), detail: String::new(), face }
        }
        (Kind::Internet | Kind::ClassicNetwork, None) => {
            Label { name: chrome::kind_name(node.kind.name(), language).to_owned(), detail, face }
        }
        (_, None) => Label { name: id.to_string(), detail, face },
    }
}

/// The label of a connection.
pub(super) fn of_connection(connection: &Connection, language: Language) -> Label {
    let given = connection.name.clone().filter(|name| !name.trim().is_empty());
    let kind = chrome::connection_kind_short(connection.kind, language).to_owned();
    match given {
        Some(name) => Label { name, detail: kind, face: Face::Name },
        None => Label { name: kind, detail: String::new(), face: Face::Name },
    }
}

/// What is said of a node, a connection or a task; tracked.
pub(in crate::ui) fn said(workbench: Workbench, id: &Id) -> String {
    let (standing, language) = (standing(workbench, id), workbench.language.get());
    let reason = workbench.reason(id);
    workbench.topology.with(|topology| {
        let names = |ids: &mut dyn Iterator<Item = &Id>| ids.map(|id| topology.name_of(id)).collect();
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
                spoken::spoken(&Spoken { name: topology.name_of(id), kind, ..about }, language)
            }
        }
    })
}

/// How bad the worst is that was found about an element; tracked.
pub(super) fn standing(workbench: Workbench, id: &Id) -> Standing {
    match workbench.worst.with(|worst| worst.at(id)) {
        None => Standing::Fine,
        Some(Severity::Info) => Standing::Info,
        Some(Severity::Warning) => Standing::Warning,
        Some(Severity::Error) => Standing::Error,
    }
}

/// The name of a node, as other texts call it.
pub(super) fn name(id: &Id, node: &Node) -> String {
    node.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.to_string())
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

fn detail(kind: &Kind, language: Language) -> (String, Face) {
    let mono = match kind {
        Kind::Region(place) => place.region.clone(),
        Kind::Account(account) => account.uid.clone().unwrap_or_default(),
        Kind::Vpc(_) | Kind::DataCenter(_) | Kind::OtherCloud(_) => joined(kind.cidrs().unwrap_or_default()),
        Kind::VSwitch(vswitch) => vswitch.cidr.map(|block| block.to_string()).unwrap_or_default(),
        Kind::NatGateway(gateway) => joined(gateway.eips.as_deref().unwrap_or_default()),
        Kind::ResourceGroup(group) => joined(group.eips.as_deref().unwrap_or_default()),
        Kind::DataSource(source) => endpoint(source),
        Kind::ClassicNetwork | Kind::Internet => String::new(),
    };
    if !mono.is_empty() {
        return (mono, Face::Mono);
    }
    let words = match kind {
        Kind::OtherCloud(cloud) => cloud.provider.clone().unwrap_or_default(),
        Kind::NatGateway(_) => chrome::kind_name(kind.name(), language).to_owned(),
        Kind::ResourceGroup(group) => words::group_brief(group.kind, language).to_owned(),
        Kind::DataSource(source) => chrome::product(source.product, language).to_owned(),
        _ => String::new(),
    };
    (words, Face::Name)
}

/// Where a data source is reached; empty where that is not known.
fn endpoint(source: &DataSource) -> String {
    let addresses = source.addresses.as_deref().unwrap_or_default();
    let (place, more) = match (addresses, source.host.as_deref()) {
        ([first, rest @ ..], _) => (first.to_string(), rest.len()),
        ([], Some(host)) => (host.to_owned(), 0),
        ([], None) => return String::new(),
    };
    let port = source.effective_port().map(|port| format!(":{port}")).unwrap_or_default();
    let more = if more == 0 { String::new() } else { format!(" +{more}") };
    format!("{place}{port}{more}")
}

fn joined(values: &[impl Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ")
}
