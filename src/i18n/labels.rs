//! What is written on an element of the drawing: its name, and the address, block or kind that tells it from others.

use std::fmt::Display;

use crate::base::Id;
use crate::diagram::draw::Label;
use crate::diagram::text::Face;
use crate::i18n::canvas::group_brief;
use crate::i18n::names::usual_name;
use crate::i18n::{Language, chrome};
use crate::topology::{Connection, DataSource, Kind, Node};

/// The label of a node.
pub fn of_node(id: &Id, node: &Node, language: Language) -> Label {
    let given = node.name.clone().filter(|name| !name.trim().is_empty());
    let (detail, face) = detail(&node.kind, language);
    match (given, usual_name(&node.kind, language)) {
        (Some(name), _) => Label { name, detail, face },
        // The usual name of a region ends in its id already.
        (None, Some(name)) => Label { name, detail: String::new(), face },
        (None, None) => Label { name: id.to_string(), detail, face },
    }
}

/// The label of a connection.
pub fn of_connection(connection: &Connection, language: Language) -> Label {
    let given = connection.name.clone().filter(|name| !name.trim().is_empty());
    let kind = chrome::connection_kind_short(connection.kind, language).to_owned();
    match given {
        Some(name) => Label { name, detail: kind, face: Face::Name },
        None => Label { name: kind, detail: String::new(), face: Face::Name },
    }
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
        Kind::ResourceGroup(group) => group_brief(group.kind, language).to_owned(),
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
