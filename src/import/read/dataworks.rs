//! DataWorks: resource groups, their networks and routes, and data sources.

use crate::import::answer::Around;
use crate::import::facts::{DataworksRoute, Declared, Facts, hold};
use crate::import::tree::Tree;

/// A resource group. The list spells `DefaultVswicthId`, the single answer `DefaultVswitchId`.
pub(in crate::import) fn resource_group(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(id) = item.text(&["Id", "id"]) else {
        return;
    };
    let vpc = item.text(&["DefaultVpcId", "default_vpc_id"]);
    let switch = item.text(&["DefaultVswicthId", "DefaultVswitchId", "default_vswitch_id"]);
    if let Some(switch) = switch {
        facts.switch(switch, vpc);
    }
    let spec = item.get(&["Spec"]);
    let group = facts.resource_groups.entry(id.to_owned()).or_default();
    hold(&mut group.name, item.text(&["Name", "resource_group_name"]));
    let own = item.text(&["ResourceGroupType"]);
    hold(&mut group.kind, own.or_else(|| item.has("default_vpc_id").then_some("CommonV2")));
    hold(&mut group.owner, around.account);
    hold(&mut group.region, around.region_of(item));
    hold(&mut group.state, item.text(&["Status", "status"]));
    hold(&mut group.amount, spec.text(&["Amount"]).or_else(|| item.text(&["specification"])));
    hold(&mut group.standard, spec.text(&["Standard"]));
    hold(&mut group.vpc, vpc);
    hold(&mut group.switch, switch);
}

/// The association of a group with a VPC.
pub(in crate::import) fn network(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let group = around.text(item, &["ResourceGroupId", "dw_resource_group_id"]);
    let (Some(id), Some(group)) = (item.text(&["Id", "id"]), group) else {
        return;
    };
    facts.asked.insert(("dataworks-public ListNetworks", group.to_owned()));
    let vpc = item.text(&["VpcId", "vpc_id"]);
    let switch = item.text(&["VswitchId", "VSwitchId", "vswitch_id"]);
    if let Some(switch) = switch {
        facts.switch(switch, vpc);
    }
    if let Some(vpc) = vpc {
        // A group is bound only inside its own region and account.
        hold(&mut facts.vpc(vpc).region, around.region_of(item));
    }
    let held = facts.resource_groups.entry(group.to_owned()).or_default();
    hold(&mut held.owner, around.account);
    hold(&mut held.region, around.region_of(item));
    let network = facts.networks.entry(id.to_owned()).or_default();
    hold(&mut network.group, Some(group));
    hold(&mut network.vpc, vpc);
    hold(&mut network.switch, switch);
    hold(&mut network.security_group, item.text(&["SecurityGroupId"]));
    hold(&mut network.state, item.text(&["Status", "status"]));
}

/// A route of a group.
pub(in crate::import) fn route(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let Some(to) = item.text(&["DestinationCidr"]) else {
        return;
    };
    let group = around.text(item, &["ResourceGroupId"]);
    if let Some(group) = group {
        facts.asked.insert(("dataworks-public ListRoutes", group.to_owned()));
    }
    facts.dataworks_routes.insert(DataworksRoute {
        group: group.map(str::to_owned),
        network: item.text(&["NetworkId"]).map(str::to_owned),
        to: to.to_owned(),
    });
}

/// A data source: name and type outside, one connection for each environment inside.
pub(in crate::import) fn data_source(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let inner = item.list(&["DataSource"]);
    let alone = [item];
    let sources: Vec<&Tree> = if inner.is_empty() { alone.to_vec() } else { inner.iter().collect() };
    for source in sources {
        let Some(name) = item.text(&["Name", "data_source_name"]) else {
            continue;
        };
        let held = source.get(&["ConnectionProperties", "connection_properties"]);
        let (mut addresses, mut host, mut port) = (Vec::new(), None, held.text(&["port"]).map(str::to_owned));
        let places =
            held.list(&["address"]).iter().map(|place| (place.text(&["host"]), place.text(&["port"])));
        let alone = [(held.text(&["host", "jdbcUrl", "endpoint"]), None)];
        for (place, own_port) in places.chain(alone) {
            let Some(place) = place else {
                continue;
            };
            let (place, last) = place.split_once(':').unwrap_or((place, ""));
            if place.parse::<std::net::Ipv4Addr>().is_ok() {
                addresses.push(place.to_owned());
            } else {
                host = host.max(Some(place.to_owned()));
            }
            let last = last.split(':').next().filter(|last| !last.is_empty());
            port = port.max(own_port.or(last).map(str::to_owned));
        }
        let owner = held.text(&["crossAccountOwnerId"]).or(around.account);
        facts.declared.insert(Declared {
            name: name.to_owned(),
            kind: kind_of(item, held),
            instance: held.text(&["instanceId", "clusterId"]).map(str::to_owned),
            addresses,
            host,
            port,
            account: owner.map(str::to_owned),
            region: held.text(&["regionId"]).or_else(|| around.region_of(item)).map(str::to_owned),
            ..Declared::default()
        });
    }
}

/// The DataWorks type, with the engine where the type leaves it open.
fn kind_of(item: &Tree, held: &Tree) -> Option<String> {
    let kind = item.text(&["Type", "type"])?.to_lowercase();
    let engine = held.text(&["dbType"]).unwrap_or_default().to_lowercase();
    Some(match (kind.as_str(), engine.as_str()) {
        ("polardb", "postgresql") => "polardb_postgresql".to_owned(),
        ("ftp", _) if held.text(&["protocol"]) == Some("sftp") => "sftp".to_owned(),
        _ => kind,
    })
}
