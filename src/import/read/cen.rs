//! Cloud Enterprise Networks: transit routers, what is attached to them, and their routes.

use crate::import::answer::Around;
use crate::import::facts::{Facts, TransitFact, hold};
use crate::import::tree::Tree;

/// A CEN.
pub(in crate::import) fn cen(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["CenId", "id"]) {
        let cen = facts.cens.entry(id.to_owned()).or_default();
        hold(&mut cen.name, item.text(&["Name", "cen_instance_name", "name"]));
    }
}

/// A transit router. Terraform's id of it begins with the CEN.
pub(in crate::import) fn router(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let own = item.text(&["TransitRouterId", "transit_router_id"]);
    let Some(id) = own.or_else(|| item.text(&["id"])?.rsplit(':').next()) else {
        return;
    };
    let cen = around.text(item, &["CenId", "cen_id"]);
    let router = facts.routers.entry(id.to_owned()).or_default();
    hold(&mut router.cen, cen);
    hold(&mut router.region, around.region_of(item));
    hold(&mut router.edition, item.text(&["Type", "type"]));
    if let Some(cen) = cen {
        facts.cens.entry(cen.to_owned()).or_default();
    }
}

/// An attachment of a transit router, of every kind.
pub(in crate::import) fn attachment(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let own = item.text(&["TransitRouterAttachmentId", "transit_router_attachment_id"]);
    let Some(id) = own.or_else(|| item.text(&["id"])?.rsplit(':').next()) else {
        return;
    };
    let cen = around.text(item, &["CenId", "cen_id"]);
    let vpc = item.text(&["VpcId", "vpc_id"]);
    let resource = vpc.or_else(|| item.text(&["VbrId", "VpnId", "vbr_id", "vpn_id"]));
    let peer = item.text(&["PeerTransitRouterId", "peer_transit_router_id"]);
    let kind = item.text(&["ResourceType", "resource_type"]).or_else(|| {
        let kinds =
            [("VpcId", "VPC"), ("vpc_id", "VPC"), ("VbrId", "VBR"), ("vbr_id", "VBR"), ("VpnId", "VPN")];
        let more = [("vpn_id", "VPN"), ("PeerTransitRouterId", "TR"), ("peer_transit_router_id", "TR")];
        kinds.into_iter().chain(more).find(|(field, _)| item.has(field)).map(|(_, kind)| kind)
    });
    let attachment = facts.attachments.entry(id.to_owned()).or_default();
    hold(&mut attachment.cen, cen);
    hold(&mut attachment.router, item.text(&["TransitRouterId", "transit_router_id"]));
    hold(&mut attachment.kind, kind);
    hold(&mut attachment.resource, resource);
    let owner = item.text(&["VpcOwnerId", "vpc_owner_id"]);
    hold(&mut attachment.owner, owner);
    let region = item.text(&["VpcRegionId", "VbrRegionId", "VpnRegionId", "TransitRouterRegionId"]);
    let region = region.or_else(|| around.region_of(item));
    hold(&mut attachment.region, region);
    hold(&mut attachment.state, item.text(&["Status", "status"]));
    let publishes = item.truth(&["AutoPublishRouteEnabled", "auto_publish_route_enabled"]);
    attachment.publishes = attachment.publishes.max(publishes);
    hold(&mut attachment.peer, peer);
    hold(
        &mut attachment.peer_region,
        item.text(&["PeerTransitRouterRegionId", "peer_transit_router_region_id"]),
    );
    hold(&mut attachment.bandwidth, item.text(&["Bandwidth", "bandwidth"]));
    if let Some(cen) = cen {
        facts.cens.entry(cen.to_owned()).or_default();
        if peer.is_some() {
            facts.asked.insert(("cbn ListTransitRouterPeerAttachments", cen.to_owned()));
        }
    }
    if let Some(vpc) = vpc {
        let fact = facts.vpc(vpc);
        hold(&mut fact.owner, owner);
        hold(&mut fact.region, region);
        for zone in item.list(&["ZoneMappings", "zone_mappings"]) {
            if let Some(switch) = zone.text(&["VSwitchId", "vswitch_id"]) {
                let switch = facts.switch(switch, Some(vpc));
                hold(&mut switch.zone, zone.text(&["ZoneId", "zone_id"]));
            }
        }
    }
}

/// What is attached to a CEN, in the older call.
pub(in crate::import) fn child(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let cen = around.text(item, &["CenId", "cen_id"]);
    let id = item.text(&["ChildInstanceId", "instance_id", "child_instance_id"]);
    let (Some(cen), Some(id)) = (cen, id) else {
        return;
    };
    let kind = item.text(&["ChildInstanceType", "child_instance_type"]).unwrap_or("VPC");
    facts.cens.entry(cen.to_owned()).or_default();
    let attachment = facts.attachments.entry(format!("{cen}.{id}")).or_default();
    hold(&mut attachment.cen, Some(cen));
    hold(&mut attachment.kind, Some(kind));
    hold(&mut attachment.resource, Some(id));
    let owner = item.text(&["ChildInstanceOwnerId", "child_instance_owner_id"]);
    let region = item.text(&["ChildInstanceRegionId", "child_instance_region_id"]);
    hold(&mut attachment.owner, owner);
    hold(&mut attachment.region, region);
    hold(&mut attachment.state, item.text(&["Status", "status"]));
    if kind == "VPC" {
        let fact = facts.vpc(id);
        hold(&mut fact.owner, owner);
        hold(&mut fact.region, region);
    }
}

/// A route table of a transit router.
pub(in crate::import) fn router_table(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    if let Some(id) = item.text(&["TransitRouterRouteTableId", "transit_router_route_table_id"]) {
        let router = around.text(item, &["TransitRouterId", "transit_router_id"]);
        hold(facts.router_tables.entry(id.to_owned()).or_default(), router);
    }
}

/// A route of a transit router. Routes into nothing and those that do not stand decide nothing.
pub(in crate::import) fn transit(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let table = around.text(item, &["TransitRouterRouteTableId", "transit_router_route_table_id"]);
    let to = item.text(&[
        "TransitRouterRouteEntryDestinationCidrBlock",
        "transit_router_route_entry_destination_cidr_block",
    ]);
    let (Some(table), Some(to)) = (table, to) else {
        return;
    };
    let state = item.text(&["TransitRouterRouteEntryStatus", "status"]);
    let hop_type =
        item.text(&["TransitRouterRouteEntryNextHopType", "transit_router_route_entry_next_hop_type"]);
    if state.is_some_and(|state| state != "Active") || hop_type == Some("BlackHole") {
        return;
    }
    let hop = item.text(&["TransitRouterRouteEntryNextHopId", "transit_router_route_entry_next_hop_id"]);
    facts.transits.insert(TransitFact {
        table: table.to_owned(),
        to: to.to_owned(),
        hop: hop.map(str::to_owned),
        kind: item.text(&["TransitRouterRouteEntryNextHopResourceType"]).map(str::to_owned),
        resource: item.text(&["TransitRouterRouteEntryNextHopResourceId"]).map(str::to_owned),
    });
}
