//! Security groups with their rules, and servers.

use crate::import::answer::Around;
use crate::import::facts::{Facts, RuleFact, hold};
use crate::import::tree::Tree;

/// A security group.
pub(in crate::import) fn group(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["SecurityGroupId", "id"]) {
        let group = facts.groups.entry(id.to_owned()).or_default();
        hold(&mut group.kind, item.text(&["SecurityGroupType", "security_group_type"]));
    }
}

/// A rule of the security group that the answer is about.
pub(in crate::import) fn rule(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = around.text(item, &["SecurityGroupId", "security_group_id"]) else {
        return;
    };
    facts.asked.insert(("ecs DescribeSecurityGroupAttribute", id.to_owned()));
    // Rules of this kind are about the classic network.
    if item.text(&["NicType"]) == Some("internet") {
        return;
    }
    let inbound = item.text(&["Direction", "type"]).is_none_or(|way| way.eq_ignore_ascii_case("ingress"));
    let peer = if inbound { ["SourceCidrIp", "cidr_ip"] } else { ["DestCidrIp", "cidr_ip"] };
    let group = facts.groups.entry(id.to_owned()).or_default();
    group.rules.insert(RuleFact {
        inbound,
        allow: item.text(&["Policy", "policy"]).is_none_or(|policy| policy.eq_ignore_ascii_case("accept")),
        protocol: item.text(&["IpProtocol", "ip_protocol"]).unwrap_or("all").to_lowercase(),
        ports: item.text(&["PortRange", "port_range"]).unwrap_or("-1/-1").to_owned(),
        source_ports: item.text(&["SourcePortRange"]).unwrap_or("-1/-1").to_owned(),
        peer: item.text(&peer).map(str::to_owned),
        priority: item.text(&["Priority", "priority"]).map(str::to_owned),
    });
}

/// An ECS instance.
pub(in crate::import) fn server(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["InstanceId", "id"]) else {
        return;
    };
    let place = item.get(&["VpcAttributes"]);
    let vpc = place.text(&["VpcId"]).or_else(|| item.text(&["VpcId", "vpc_id"]));
    let switch = place.text(&["VSwitchId"]).or_else(|| item.text(&["VSwitchId", "vswitch_id"]));
    if let Some(vpc) = vpc {
        let fact = facts.vpc(vpc);
        hold(&mut fact.region, around.region_of(item));
        hold(&mut fact.owner, around.owner_of(item));
    }
    if let Some(switch) = switch {
        facts.switch(switch, vpc);
    }
    let server = facts.servers.entry(id.to_owned()).or_default();
    hold(&mut server.name, item.text(&["InstanceName", "instance_name"]));
    hold(&mut server.vpc, vpc);
    hold(&mut server.switch, switch);
    server.addresses.extend(place.words(&["PrivateIpAddress"]));
    server.addresses.extend(item.words(&["private_ip", "primary_ip_address"]));
    server.public.extend(item.words(&["PublicIpAddress", "public_ip"]));
    server.public.extend(item.get(&["EipAddress"]).text(&["IpAddress"]).map(str::to_owned));
    server.groups.extend(item.words(&["SecurityGroupIds", "security_groups", "security_group_ids"]));
}
