//! Networks joined: CEN instances with their transit routers and attachments, VPC peering connections, routes.

use std::collections::BTreeSet;

use crate::base::{Block, Id};
use crate::cloud::{Arg, Remark, Unknown};
use crate::export::tasks::Task;
use crate::export::terraform::acts::{Native, apart};
use crate::export::terraform::hcl::{Expr, Item, attribute, block};
use crate::export::terraform::writer::{Home, Writer};
use crate::topology::{ConnectionKind, RouteMode};

/// A new connection between two networks.
pub(super) fn join(
    writer: &mut Writer<'_>,
    connection: &Id,
    kind: ConnectionKind,
    networks: &[Id; 2],
) -> Native {
    match kind {
        ConnectionKind::Cen => cen(writer, connection, networks),
        ConnectionKind::VpcPeering => peer(writer, connection, networks),
        ConnectionKind::VpnGateway
        | ConnectionKind::ExpressConnect
        | ConnectionKind::PrivateLink
        | ConnectionKind::SmartAccessGateway => by_console(),
    }
}

fn by_console() -> Native {
    Native { items: Vec::new(), remarks: vec![Remark::Console] }
}

/// A CEN instance with a transit router in each region, the VPCs attached, the regions joined.
fn cen(writer: &mut Writer<'_>, connection: &Id, networks: &[Id; 2]) -> Native {
    let vpcs: Vec<&Id> = networks.iter().filter(|network| writer.facts.is_vpc(network)).collect();
    let Some(first) = vpcs.first() else { return by_console() };
    let owner = writer.facts.attached_by(connection, first);
    let title = writer.facts.after.name_of(connection);
    let mut blocks = Vec::new();
    let home = (owner.clone(), writer.home(first).1);
    let body = vec![attribute("cen_instance_name", Expr::text(title.as_str()))];
    let (address, item) = writer.resource("alicloud_cen_instance", connection.as_str(), &home, body);
    blocks.push(item);
    writer.makes(Unknown::Cen(connection.clone()), format!("{address}.id"));
    let regions: BTreeSet<String> = vpcs.iter().filter_map(|vpc| writer.facts.region(vpc)).collect();
    for region in &regions {
        let body = vec![
            attribute("cen_id", cen_id(writer, connection)),
            attribute("transit_router_name", Expr::text(format!("{title} {region}"))),
        ];
        let home = (owner.clone(), region.clone());
        let wanted = format!("{connection}_{region}");
        let (address, item) = writer.resource("alicloud_cen_transit_router", &wanted, &home, body);
        blocks.push(item);
        let router = Unknown::TransitRouter(connection.clone(), region.clone());
        writer.makes(router, format!("{address}.transit_router_id"));
    }
    let mut remarks = Vec::new();
    for vpc in &vpcs {
        let attached = attach(writer, connection, vpc);
        blocks.extend(attached.items);
        remarks.extend(attached.remarks);
    }
    let regions: Vec<&String> = regions.iter().collect();
    if let [near, far] = regions[..] {
        blocks.push(between(writer, connection, owner, (near, far)));
    }
    if vpcs.len() < networks.len() {
        remarks.push(Remark::Console);
    }
    remarks.dedup();
    Native { items: apart(blocks), remarks }
}

/// A VPC attached to a transit router.
pub(super) fn attach(writer: &mut Writer<'_>, connection: &Id, network: &Id) -> Native {
    let facts = writer.facts;
    if facts.kind(connection) != Some(ConnectionKind::Cen) || !facts.is_vpc(network) {
        return by_console();
    }
    let by = facts.attached_by(connection, network);
    let region = facts.region(network).unwrap_or_default();
    let router = writer.reference(&Unknown::TransitRouter(connection.clone(), region.clone()));
    let mut body = vec![
        attribute("cen_id", cen_id(writer, connection)),
        attribute("transit_router_id", Expr::plain(router)),
        attribute("vpc_id", value(writer, &facts.vpc(network))),
    ];
    if let Some(owner) = facts.account(network).filter(|owner| Some(owner) != by.as_ref()) {
        body.push(attribute("vpc_owner_id", value(writer, &facts.uid(&owner))));
    }
    let name = format!("{} {}", facts.after.name_of(connection), facts.after.name_of(network));
    body.push(attribute("transit_router_vpc_attachment_name", Expr::text(name)));
    let is_automatic =
        facts.after.connections.get(connection).is_some_and(|held| held.routes == RouteMode::Automatic);
    if is_automatic {
        body.push(attribute("auto_publish_route_enabled", Expr::plain("true")));
    }
    let mut switches = facts.attaching(network);
    let remarks = if switches.len() < 2 { vec![Remark::TwoZones] } else { Vec::new() };
    if switches.is_empty() {
        switches.push(network.clone());
    }
    for switch in &switches {
        let zone = value(writer, &facts.zone(switch));
        let mapping =
            vec![attribute("zone_id", zone), attribute("vswitch_id", value(writer, &facts.vswitch(switch)))];
        body.extend([Item::Gap, block("zone_mappings", &[], mapping)]);
    }
    let kind = "alicloud_cen_transit_router_vpc_attachment";
    let (address, item) = writer.resource(kind, &format!("{connection}_{network}"), &(by, region), body);
    let attachment = Unknown::Attachment(connection.clone(), network.clone());
    writer.makes(attachment, format!("{address}.transit_router_attachment_id"));
    Native { items: vec![item], remarks }
}

/// Bandwidth between the two regions of a CEN instance.
pub(super) fn bandwidth(writer: &mut Writer<'_>, task: &Task, connection: &Id) -> Native {
    let facts = writer.facts;
    if writer.is_written(&Unknown::Bandwidth(connection.clone())) {
        return Native::default();
    }
    let Some(held) = facts.after.connections.get(connection) else { return by_console() };
    let networks =
        || held.attachments.iter().map(|held| &held.network).filter(|network| facts.is_vpc(network));
    let of_pair = task
        .purpose
        .pair
        .iter()
        .flat_map(|(group, source)| [group, source])
        .filter_map(|id| facts.region(id));
    let mut regions: BTreeSet<String> = of_pair.collect();
    if regions.len() != 2 {
        regions = networks().filter_map(|network| facts.region(network)).collect();
    }
    let regions: Vec<&String> = regions.iter().collect();
    let [near, far] = regions[..] else { return by_console() };
    let owner = networks().next().and_then(|network| facts.attached_by(connection, network));
    let item = between(writer, connection, owner, (near, far));
    Native { items: vec![item], remarks: vec![Remark::MayExist] }
}

/// The transit routers of two regions joined.
fn between(writer: &mut Writer<'_>, connection: &Id, owner: Option<Id>, (near, far): (&str, &str)) -> Item {
    let router = |writer: &mut Writer<'_>, region: &str| {
        Expr::plain(writer.reference(&Unknown::TransitRouter(connection.clone(), region.to_owned())))
    };
    let bandwidth = Unknown::Bandwidth(connection.clone());
    let body = vec![
        attribute("cen_id", cen_id(writer, connection)),
        attribute("transit_router_id", router(writer, near)),
        attribute("peer_transit_router_id", router(writer, far)),
        attribute("peer_transit_router_region_id", Expr::text(far)),
        attribute("bandwidth_type", Expr::text("DataTransfer")),
        attribute("bandwidth", Expr::plain(writer.reference(&bandwidth))),
        attribute("auto_publish_route_enabled", Expr::plain("true")),
    ];
    let kind = "alicloud_cen_transit_router_peer_attachment";
    let wanted = format!("{connection}_{near}_{far}");
    writer.writes(bandwidth);
    writer.resource(kind, &wanted, &(owner, near.to_owned()), body).1
}

fn peer(writer: &mut Writer<'_>, connection: &Id, [near, far]: &[Id; 2]) -> Native {
    let facts = writer.facts;
    if !facts.is_vpc(near) || !facts.is_vpc(far) {
        return by_console();
    }
    let owner = facts.account(far).filter(|owner| Some(owner) != facts.account(near).as_ref());
    let mut body = vec![
        attribute("peer_connection_name", Expr::text(facts.after.name_of(connection))),
        attribute("vpc_id", value(writer, &facts.vpc(near))),
        attribute("accepting_vpc_id", value(writer, &facts.vpc(far))),
        attribute("accepting_region_id", Expr::text(facts.region(far).unwrap_or_default())),
    ];
    if let Some(owner) = &owner {
        body.push(attribute("accepting_ali_uid", value(writer, &facts.uid(owner))));
    }
    let home = writer.home(near);
    let (address, item) = writer.resource("alicloud_vpc_peer_connection", connection.as_str(), &home, body);
    writer.makes(Unknown::Peering(connection.clone()), format!("{address}.id"));
    let mut blocks = vec![item];
    if owner.is_some() {
        blocks.extend(accept(writer, connection, far).items);
    }
    Native::of(apart(blocks))
}

/// The other account accepts a peering connection.
pub(super) fn accept(writer: &mut Writer<'_>, connection: &Id, network: &Id) -> Native {
    let instance = writer.reference(&Unknown::Peering(connection.clone()));
    let body = vec![attribute("instance_id", Expr::plain(instance))];
    let home: Home = writer.home(network);
    let kind = "alicloud_vpc_peer_connection_accepter";
    Native::of(vec![writer.resource(kind, connection.as_str(), &home, body).1])
}

/// A route of a VPC into a connection.
pub(super) fn route(writer: &mut Writer<'_>, network: &Id, to: Block, via: &Id) -> Option<Item> {
    let facts = writer.facts;
    let hop = facts.hop(network, via).filter(|_| facts.is_vpc(network))?;
    let name = format!("{} via {}", to, facts.after.name_of(via));
    let table = writer.reference(&Unknown::RouteTable(network.clone()));
    let body = vec![
        attribute("route_table_id", Expr::plain(table)),
        attribute("destination_cidr_block", Expr::text(to.to_string())),
        attribute("nexthop_type", value(writer, &hop.kind)),
        attribute("nexthop_id", value(writer, &hop.id)),
        attribute("route_entry_name", Expr::text(name)),
    ];
    let home = writer.home(network);
    Some(writer.resource("alicloud_vpc_route_entry", &format!("{network}_{to}"), &home, body).1)
}

fn cen_id(writer: &mut Writer<'_>, connection: &Id) -> Expr {
    let unknown = Unknown::Cen(connection.clone());
    let arg = if writer.is_made(&unknown) { Arg::Unknown(unknown) } else { writer.facts.cen(connection) };
    writer.value(&arg)
}

fn value(writer: &mut Writer<'_>, arg: &Arg) -> Expr {
    writer.value(arg)
}
