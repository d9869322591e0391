//! VPCs, vSwitches, route tables, EIPs and NAT gateways.

use crate::import::answer::Around;
use crate::import::facts::{EntryFact, Facts, SnatFact, hold};
use crate::import::tree::Tree;

/// A VPC.
pub(in crate::import) fn vpc(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["VpcId", "id"]) else {
        return;
    };
    for table in item.words(&["RouterTableIds", "route_table_id"]) {
        let table = facts.tables.entry(table).or_default();
        hold(&mut table.vpc, Some(id));
    }
    if let Some(table) = item.text(&["route_table_id"]) {
        facts.tables.entry(table.to_owned()).or_default().system = true;
    }
    let (owner, region) = (around.owner_of(item), around.region_of(item));
    let vpc = facts.vpc(id);
    hold(&mut vpc.name, item.text(&["VpcName", "vpc_name", "name"]));
    hold(&mut vpc.owner, owner);
    hold(&mut vpc.region, region);
    vpc.block.extend(item.text(&["CidrBlock", "cidr_block"]).map(str::to_owned));
    vpc.secondary.extend(item.words(&["SecondaryCidrBlocks", "secondary_cidr_blocks"]));
    vpc.user.extend(item.words(&["UserCidrs", "user_cidrs"]));
}

/// A secondary block of a VPC, as Terraform has it.
pub(in crate::import) fn vpc_block(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["vpc_id"]) {
        facts.vpc(id).secondary.extend(item.text(&["secondary_cidr_block"]).map(str::to_owned));
    }
}

/// A vSwitch.
pub(in crate::import) fn switch(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["VSwitchId", "id"]) else {
        return;
    };
    let vpc = item.text(&["VpcId", "vpc_id"]);
    let table = item.get(&["RouteTable"]).text(&["RouteTableId"]);
    let (owner, region) = (around.owner_of(item), around.region_of(item));
    let switch = facts.switch(id, vpc);
    hold(&mut switch.name, item.text(&["VSwitchName", "vswitch_name", "name"]));
    hold(&mut switch.block, item.text(&["CidrBlock", "cidr_block"]));
    hold(&mut switch.zone, item.text(&["ZoneId", "zone_id", "availability_zone"]));
    hold(&mut switch.table, table);
    if let Some(vpc) = vpc {
        // A vSwitch can be shared with another account; only the VPC's own answer says whose the VPC is.
        let shared = item.text(&["ShareType"]).is_some();
        let region =
            region.or_else(|| region_of_zone(item.text(&["ZoneId", "zone_id", "availability_zone"])?));
        let fact = facts.vpc(vpc);
        hold(&mut fact.region, region);
        hold(&mut fact.owner, owner.filter(|_| !shared));
        if let Some(table) = table {
            let held = facts.tables.entry(table.to_owned()).or_default();
            hold(&mut held.vpc, Some(vpc));
        }
    }
}

/// The region of a zone: `cn-hangzhou-h` lies in `cn-hangzhou`, `ap-southeast-1a` in `ap-southeast-1`.
pub(in crate::import) fn region_of_zone(zone: &str) -> Option<&str> {
    let zone = zone.split_once("-MAZ").map_or(zone, |(region, _)| region);
    let known = crate::base::REGIONS.iter().map(|region| region.id).filter(|id| zone.starts_with(id));
    let known = known.max_by_key(|id| id.len());
    known.and_then(|id| zone.get(..id.len())).or_else(|| {
        let (region, letter) = zone.rsplit_once('-')?;
        (letter.len() == 1 && region.contains('-')).then_some(region)
    })
}

/// A route table of a VPC.
pub(in crate::import) fn table(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    let Some(id) = item.text(&["RouteTableId", "id"]) else {
        return;
    };
    let table = facts.tables.entry(id.to_owned()).or_default();
    hold(&mut table.vpc, item.text(&["VpcId", "vpc_id"]));
    table.system |= item.text(&["RouteTableType"]) == Some("System");
    for switch in item.words(&["VSwitchIds"]) {
        hold(&mut facts.switch(&switch, item.text(&["VpcId"])).table, Some(id));
    }
}

/// A vSwitch's use of a route table, as Terraform has it.
pub(in crate::import) fn table_use(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["vswitch_id"]) {
        hold(&mut facts.switch(id, None).table, item.text(&["route_table_id"]));
    }
}

/// An entry of a route table. What the system adds for the VPC itself decides nothing.
pub(in crate::import) fn entry(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let table = around.text(item, &["RouteTableId", "route_table_id"]);
    let to = item.text(&["DestinationCidrBlock", "destination_cidrblock", "destination_cidr_block"]);
    let (Some(table), Some(to)) = (table, to) else {
        return;
    };
    facts.asked.insert(("vpc DescribeRouteEntryList", table.to_owned()));
    let kind = item.text(&["Type"]).unwrap_or("Custom");
    let available = item.text(&["Status"]).is_none_or(|state| state == "Available");
    if kind == "System" || !available || to.contains(':') {
        return;
    }
    let hops = item.list(&["NextHops", "next_hops"]);
    let alone = [item];
    let hops: Vec<&Tree> = if hops.is_empty() { alone.to_vec() } else { hops.iter().collect() };
    for hop in hops {
        let id = hop.text(&["NextHopId", "nexthop_id", "next_hop_id"]).unwrap_or_default();
        let hop_type = hop.text(&["NextHopType", "nexthop_type", "next_hop_type"]).unwrap_or("Instance");
        facts.entries.insert(EntryFact {
            table: table.to_owned(),
            to: to.to_owned(),
            hop_type: hop_type.to_owned(),
            hop: id.to_owned(),
            behind: hop.get(&["NextHopRelatedInfo"]).text(&["InstanceId"]).map(str::to_owned),
            custom: kind == "Custom",
        });
    }
}

/// An elastic IP address.
pub(in crate::import) fn eip(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["AllocationId", "id"]) {
        let eip = facts.eips.entry(id.to_owned()).or_default();
        hold(&mut eip.address, item.text(&["IpAddress", "ip_address"]));
        hold(&mut eip.instance, item.text(&["InstanceId"]));
    }
}

/// The binding of an elastic IP address, as Terraform has it.
pub(in crate::import) fn eip_use(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let Some(id) = item.text(&["allocation_id"]) {
        let eip = facts.eips.entry(id.to_owned()).or_default();
        hold(&mut eip.instance, item.text(&["instance_id"]));
    }
}

/// A NAT gateway.
pub(in crate::import) fn nat(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    let Some(id) = item.text(&["NatGatewayId", "id"]) else {
        return;
    };
    let nat = facts.nats.entry(id.to_owned()).or_default();
    hold(&mut nat.name, item.text(&["Name", "nat_gateway_name", "name"]));
    hold(&mut nat.vpc, item.text(&["VpcId", "vpc_id"]));
    nat.private |= item.text(&["NetworkType", "network_type"]) == Some("intranet");
    nat.told |= item.has("IpLists");
    let eips = item.list(&["IpLists"]).iter().filter_map(|eip| eip.text(&["IpAddress"]));
    nat.eips.extend(eips.map(str::to_owned));
    nat.tables.extend(item.words(&["SnatTableIds", "snat_table_ids"]));
    if let Some(vpc) = item.text(&["VpcId", "vpc_id"]) {
        facts.vpc(vpc);
    }
}

/// An SNAT entry.
pub(in crate::import) fn snat(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let table = around.text(item, &["SnatTableId", "snat_table_id"]);
    let gateway = item.text(&["NatGatewayId"]);
    for about in table.into_iter().chain(gateway) {
        facts.asked.insert(("vpc DescribeSnatTableEntries", about.to_owned()));
    }
    facts.snats.insert(SnatFact {
        table: table.map(str::to_owned),
        gateway: gateway.map(str::to_owned),
        switch: item.text(&["SourceVSwitchId", "source_vswitch_id"]).map(str::to_owned),
        block: item.text(&["SourceCIDR", "source_cidr"]).map(str::to_owned),
        addresses: item.words(&["SnatIp", "snat_ip"]),
        available: item.text(&["Status", "status"]).is_none_or(|state| state == "Available"),
    });
}
