//! What joins networks, CEN apart: VPN gateways with their IPsec connections, border routers, peering connections.

use crate::import::answer::Around;
use crate::import::facts::{Facts, hold};
use crate::import::tree::Tree;

/// A VPN gateway.
pub(in crate::import) fn vpn_gateway(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["VpnGatewayId", "id"]) else {
        return;
    };
    let vpc = item.text(&["VpcId", "vpc_id"]);
    let gateway = facts.gateways.entry(id.to_owned()).or_default();
    hold(&mut gateway.name, item.text(&["Name", "vpn_gateway_name", "name"]));
    hold(&mut gateway.vpc, vpc);
    if let Some(vpc) = vpc {
        let fact = facts.vpc(vpc);
        hold(&mut fact.region, around.region_of(item));
        hold(&mut fact.owner, around.owner_of(item));
    }
}

/// An IPsec connection. Its keys were never read.
pub(in crate::import) fn vpn_connection(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    let Some(id) = item.text(&["VpnConnectionId", "id"]) else {
        return;
    };
    let tunnel = facts.tunnels.entry(id.to_owned()).or_default();
    hold(&mut tunnel.name, item.text(&["Name", "vpn_connection_name", "name"]));
    hold(&mut tunnel.gateway, item.text(&["VpnGatewayId", "vpn_gateway_id"]));
    hold(&mut tunnel.customer, item.text(&["CustomerGatewayId", "customer_gateway_id"]));
    tunnel.local.extend(item.words(&["LocalSubnet", "local_subnet"]));
    tunnel.remote.extend(item.words(&["RemoteSubnet", "remote_subnet"]));
    tunnel.states.extend(item.text(&["Status", "status"]).map(str::to_owned));
    // With two tunnels one of them is enough.
    let pair = item.get(&["TunnelOptionsSpecification", "tunnel_options_specification"]).items();
    for one in pair {
        hold(&mut tunnel.customer, one.text(&["CustomerGatewayId", "customer_gateway_id"]));
        tunnel.states.extend(one.text(&["Status", "status"]).map(str::to_owned));
    }
}

/// A route of a VPN gateway, as Terraform has it: what lies behind the connection that it leads to.
pub(in crate::import) fn vpn_route(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["next_hop"]) {
        let tunnel = facts.tunnels.entry(id.to_owned()).or_default();
        hold(&mut tunnel.gateway, item.text(&["vpn_gateway_id"]));
        tunnel.remote.extend(item.text(&["route_dest"]).map(str::to_owned));
    }
}

/// A customer gateway: the other end of IPsec connections.
pub(in crate::import) fn customer_gateway(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["CustomerGatewayId", "id"]) {
        let name = facts.customers.entry(id.to_owned()).or_default();
        hold(name, item.text(&["Name", "customer_gateway_name", "name"]));
    }
}

/// A virtual border router.
pub(in crate::import) fn border(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["VbrId", "id"]) {
        let border = facts.borders.entry(id.to_owned()).or_default();
        hold(&mut border.name, item.text(&["Name", "virtual_border_router_name"]));
    }
}

/// A VPC peering connection, which tells of both VPCs.
pub(in crate::import) fn peering(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["InstanceId", "id"]) else {
        return;
    };
    let (near, far) = (item.get(&["Vpc"]), item.get(&["AcceptingVpc"]));
    let vpc = near.text(&["VpcId"]).or_else(|| item.text(&["vpc_id"]));
    let other = far.text(&["VpcId"]).or_else(|| item.text(&["accepting_vpc_id"]));
    let peering = facts.peerings.entry(id.to_owned()).or_default();
    hold(&mut peering.name, item.text(&["Name", "peer_connection_name"]));
    hold(&mut peering.vpc, vpc);
    hold(&mut peering.other, other);
    hold(&mut peering.state, item.text(&["Status", "status"]));
    let far_owner = item.text(&["AcceptingOwnerUid", "accepting_ali_uid"]);
    let far_region = item.text(&["AcceptingRegionId", "accepting_region_id"]);
    let ends =
        [(vpc, near, around.region_of(item), around.owner_of(item)), (other, far, far_region, far_owner)];
    for (id, end, region, owner) in ends {
        if let Some(id) = id {
            let vpc = facts.vpc(id);
            hold(&mut vpc.region, region);
            hold(&mut vpc.owner, owner);
            vpc.told.extend(end.words(&["Ipv4Cidrs"]));
        }
    }
}
