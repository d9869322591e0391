//! Whitelists: groups of entries of the instance that an answer is about.

use crate::import::answer::{Around, INSTANCE};
use crate::import::facts::Facts;
use crate::import::tree::Tree;

/// The names under which products write the entries of a group.
const ENTRIES: &[&str] = &[
    "SecurityIPList",
    "SecurityIpList",
    "SecurityIps",
    "SecurityIPs",
    "CidrIpList",
    "IpList",
    "security_ip_list",
    "security_ips",
    "ip_list",
];

/// The names under which products write the name of a group.
const NAME: &[&str] = &[
    "DBInstanceIPArrayName",
    "DBClusterIPArrayName",
    "SecurityIpGroupName",
    "GroupName",
    "InnerIpWhitelistGroupId",
    "db_instance_ip_array_name",
    "db_cluster_ip_array_name",
    "security_ip_group_name",
    "ip_group_name",
    "group_name",
];

/// A group of a whitelist.
pub(in crate::import) fn ip_group(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    if let Some(id) = around.text(item, INSTANCE) {
        let net = item.text(&["WhitelistNetworkType", "WhitelistNetType", "whitelist_network_type"]);
        let net = net.or_else(|| around.params.text(&["WhitelistNetworkType"])).unwrap_or("MIX");
        add(facts, id, item.text(NAME).unwrap_or("default"), net, item.words(ENTRIES));
    }
}

/// One port of a Kafka instance with its list.
pub(in crate::import) fn kafka(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    if let Some(id) = around.text(item, &["InstanceId"]) {
        let port = item.text(&["PortRange"]).unwrap_or_default().split('/').next().unwrap_or_default();
        add(facts, id, port, "port", item.words(&["AllowedIpList"]));
    }
}

/// The whitelists that a Terraform resource holds: one group in fields of its own, or blocks of groups.
pub(in crate::import) fn of_resource(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    let id = item.text(&["db_instance_id", "instance_id", "id"]).map(str::to_owned);
    let Some(id) = id else {
        return;
    };
    let blocks = item.list(&[
        "db_cluster_ip_array",
        "security_ip_groups",
        "ip_whitelist",
        "db_cluster_access_white_list",
        "desired_security_ip_lists",
        "white_ip_list",
    ]);
    for block in blocks {
        let group = block.text(NAME).unwrap_or("default");
        add(facts, &id, group, "MIX", block.words(ENTRIES));
    }
    let own = &["security_ips", "security_ip_list", "ip_white_list", "ip_white"];
    // Beside groups it is the one that every instance has.
    let default = blocks.iter().any(|block| block.text(NAME).unwrap_or("default") == "default");
    if !default && own.iter().any(|name| item.tells(name)) {
        let net = item.text(&["whitelist_network_type"]).unwrap_or("MIX");
        add(facts, &id, item.text(NAME).unwrap_or("default"), net, item.words(own));
    }
}

/// One entry of a Kafka list, as Terraform has it.
pub(in crate::import) fn kafka_entry(facts: &mut Facts, item: &Tree, _: Around<'_>) {
    if let (Some(id), Some("vpc")) = (item.text(&["instance_id"]), item.text(&["allowed_type"])) {
        let port = item.text(&["port_range"]).unwrap_or_default().split('/').next().unwrap_or_default();
        let list = facts.lists.entry(id.to_owned()).or_default();
        let held = list.entry((port.to_owned(), "port".to_owned())).or_default();
        let mut entries: Vec<String> = held.iter().flatten().cloned().collect();
        entries.extend(item.words(&["allowed_ip"]));
        entries.sort();
        entries.dedup();
        held.clear();
        held.insert(entries);
    }
}

fn add(facts: &mut Facts, id: &str, group: &str, net: &str, entries: Vec<String>) {
    let list = facts.lists.entry(id.to_owned()).or_default();
    list.entry((group.to_owned(), net.to_owned())).or_default().insert(entries);
}
