//! Terraform: `terraform show -json` and raw state, as resources by type. Configuration is no state and is not read.
//!
//! Source: provider `aliyun/alicloud` 1.289 (attributes); HashiCorp's `jsonstate`, format 1.0.

use crate::import::answer::Around;
use crate::import::facts::Facts;
use crate::import::read::{cen, dataworks, ecs, lists, stores, vpc, ways};
use crate::import::tree::Tree;

/// Reads the attributes of one resource.
type Read = fn(&mut Facts, &Tree, Around<'_>);

/// The resources that decide about reachability: what reads them, and the product of a managed instance.
static TYPES: &[(&str, &[Read], &str)] = &[
    ("vpc", &[vpc::vpc], ""),
    ("vpc_ipv4_cidr_block", &[vpc::vpc_block], ""),
    ("vswitch", &[vpc::switch], ""),
    ("route_table", &[vpc::table], ""),
    ("route_table_attachment", &[vpc::table_use], ""),
    ("route_entry", &[vpc::entry], ""),
    ("vpc_route_entry", &[vpc::entry], ""),
    ("security_group", &[ecs::group], ""),
    ("security_group_rule", &[ecs::rule], ""),
    ("instance", &[ecs::server], ""),
    ("eip", &[vpc::eip], ""),
    ("eip_address", &[vpc::eip], ""),
    ("eip_association", &[vpc::eip_use], ""),
    ("nat_gateway", &[vpc::nat], ""),
    ("snat_entry", &[vpc::snat], ""),
    ("vpn_gateway", &[ways::vpn_gateway], ""),
    ("vpn_customer_gateway", &[ways::customer_gateway], ""),
    ("vpn_connection", &[ways::vpn_connection], ""),
    ("express_connect_virtual_border_router", &[ways::border], ""),
    ("vpc_peer_connection", &[ways::peering], ""),
    ("cen_instance", &[cen::cen], ""),
    ("cen_transit_router", &[cen::router], ""),
    ("cen_transit_router_vpc_attachment", &[cen::attachment], ""),
    ("cen_transit_router_vbr_attachment", &[cen::attachment], ""),
    ("cen_transit_router_vpn_attachment", &[cen::attachment], ""),
    ("cen_transit_router_peer_attachment", &[cen::attachment], ""),
    ("cen_instance_attachment", &[cen::child], ""),
    ("cen_transit_router_route_table", &[cen::router_table], ""),
    ("cen_transit_router_route_entry", &[cen::transit], ""),
    ("db_instance", &[stores::instance, lists::of_resource], ""),
    ("db_readonly_instance", &[stores::instance], ""),
    ("polardb_cluster", &[stores::polar, lists::of_resource], ""),
    ("mongodb_instance", &[lists::of_resource], "mongodb"),
    ("mongodb_sharding_instance", &[lists::of_resource], "mongodb"),
    ("kvstore_instance", &[lists::of_resource], "redis"),
    ("redis_tair_instance", &[lists::of_resource], "redis"),
    ("adb_db_cluster", &[lists::of_resource], "analyticdb_mysql"),
    ("adb_db_cluster_lake_version", &[lists::of_resource], "analyticdb_mysql"),
    ("gpdb_instance", &[lists::of_resource], "analyticdb_postgresql"),
    ("gpdb_db_instance_ip_array", &[lists::of_resource], ""),
    ("elasticsearch_instance", &[stores::elastic], ""),
    ("alikafka_instance", &[stores::kafka], ""),
    ("alikafka_instance_allowed_ip_attachment", &[lists::kafka_entry], ""),
    ("click_house_db_cluster", &[lists::of_resource], "clickhouse"),
    ("selectdb_db_instance", &[lists::of_resource], "selectdb"),
    ("lindorm_instance", &[lists::of_resource], "lindorm"),
    ("lindorm_instance_v2", &[lists::of_resource], "lindorm"),
    ("hbase_instance", &[lists::of_resource], "hbase"),
    ("hologram_instance", &[stores::hologres], ""),
    ("data_works_dw_resource_group", &[dataworks::resource_group], ""),
    ("data_works_network", &[dataworks::network], ""),
    ("data_works_data_source", &[dataworks::data_source], ""),
];

/// A resource with its attributes.
pub(super) struct Resource<'t> {
    /// Its type without the provider's name.
    pub(super) kind: &'t str,
    /// What is known of it.
    pub(super) attributes: &'t Tree,
}

/// The resources of a state, raw or shown; `None` where a value is neither.
pub(super) fn resources(value: &Tree) -> Option<Vec<Resource<'_>>> {
    let mut found = Vec::new();
    let shown = [value.get(&["values"]), value.get(&["prior_state"]).get(&["values"])];
    if let Some(shown) = shown.into_iter().find(|values| values.has("root_module")) {
        let mut modules = vec![shown.get(&["root_module"])];
        while let Some(module) = modules.pop() {
            let own = module.list(&["resources"]).iter();
            found.extend(own.filter_map(|one| resource(one, one.get(&["values"]))));
            modules.extend(module.list(&["child_modules"]));
        }
        return Some(found);
    }
    if !value.has("resources") || !(value.has("version") || value.has("terraform_version")) {
        // What `terraform show -json` prints of a state without resources.
        return value.has("terraform_version").then_some(found);
    }
    for one in value.list(&["resources"]) {
        let instances = one.list(&["instances"]).iter();
        found.extend(instances.filter_map(|instance| resource(one, instance.get(&["attributes"]))));
    }
    Some(found)
}

fn resource<'t>(one: &'t Tree, attributes: &'t Tree) -> Option<Resource<'t>> {
    let kind = one.text(&["type"])?;
    let data = one.text(&["mode"]) == Some("data");
    (!data).then(|| Resource { kind: kind.strip_prefix("alicloud_").unwrap_or(kind), attributes })
}

/// Takes in a resource; its type, where it is one that decides about reachability.
pub(super) fn take(facts: &mut Facts, resource: &Resource<'_>) -> Option<&'static str> {
    let (kind, reads, product) = TYPES.iter().find(|(kind, ..)| *kind == resource.kind)?;
    let nothing = &crate::import::tree::NOTHING;
    let around = Around { body: nothing, params: nothing, region: None, account: None, subject: None };
    if !product.is_empty() {
        stores::managed(facts, resource.attributes, around, product);
    }
    for read in *reads {
        read(facts, resource.attributes, around);
    }
    Some(kind)
}
