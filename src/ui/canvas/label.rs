//! What is written on an element: its name, and the address, block or kind that tells it from others.

use std::fmt::Display;

use crate::base::Id;
use crate::diagram::draw::Label;
use crate::i18n::{Language, chrome};
use crate::topology::{Connection, DataSource, Kind, Node};

/// The label of a node.
pub(super) fn of_node(id: &Id, node: &Node, language: Language) -> Label {
    let given = node.name.clone().filter(|name| !name.trim().is_empty());
    let own = || id.to_string();
    match &node.kind {
        // The usual name of a region ends in its id already.
        Kind::Region(place) => match given {
            Some(name) => Label { name, detail: place.region.clone() },
            None => Label { name: chrome::region_label(&place.region, language), detail: String::new() },
        },
        Kind::Internet | Kind::ClassicNetwork => {
            Label { name: given.unwrap_or_else(|| chrome::kind_name(node.kind.name(), language).to_owned()), detail: String::new() }
        }
        kind => Label { name: given.unwrap_or_else(own), detail: detail(kind, language) },
    }
}

/// The label of a connection.
pub(super) fn of_connection(connection: &Connection, language: Language) -> Label {
    let given = connection.name.clone().filter(|name| !name.trim().is_empty());
    let kind = chrome::connection_kind_short(connection.kind, language).to_owned();
    match given {
        Some(name) => Label { name, detail: kind },
        None => Label { name: kind, detail: String::new() },
    }
}

fn detail(kind: &Kind, language: Language) -> String {
    match kind {
        Kind::Account(account) => account.uid.clone().unwrap_or_default(),
        Kind::Vpc(vpc) => joined(vpc.cidrs.as_deref().unwrap_or_default()),
        Kind::VSwitch(vswitch) => vswitch.cidr.map(|block| block.to_string()).unwrap_or_default(),
        Kind::DataCenter(center) => joined(center.cidrs.as_deref().unwrap_or_default()),
        Kind::OtherCloud(cloud) => match (&cloud.cidrs, &cloud.provider) {
            (Some(blocks), _) if !blocks.is_empty() => joined(blocks),
            (_, provider) => provider.clone().unwrap_or_default(),
        },
        Kind::NatGateway(gateway) => match gateway.eips.as_deref() {
            Some(eips) if !eips.is_empty() => joined(eips),
            _ => chrome::kind_name(kind.name(), language).to_owned(),
        },
        Kind::ResourceGroup(group) => match group.eips.as_deref() {
            Some(eips) if !eips.is_empty() => joined(eips),
            _ => chrome::group_kind(group.kind, language).to_owned(),
        },
        Kind::DataSource(source) => endpoint(source, language),
        Kind::Region(_) | Kind::ClassicNetwork | Kind::Internet => String::new(),
    }
}

/// Where a data source is reached; what it is, where that is not known.
fn endpoint(source: &DataSource, language: Language) -> String {
    let address = source.addresses.as_deref().unwrap_or_default();
    let host = source.host.as_deref();
    let (place, more) = match (address, host) {
        ([first, rest @ ..], _) => (first.to_string(), rest.len()),
        ([], Some(host)) => (host.to_owned(), 0),
        ([], None) => return chrome::product(source.product, language).to_owned(),
    };
    let port = source.effective_port().map(|port| format!(":{port}")).unwrap_or_default();
    let more = if more == 0 { String::new() } else { format!(" +{more}") };
    format!("{place}{port}{more}")
}

fn joined(values: &[impl Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ")
}
