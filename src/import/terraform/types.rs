//! The resource types of the provider: which are read and by what, and which may matter and are not read.

use crate::import::answer::Around;
use crate::import::facts::Facts;
use crate::import::read::{cen, dataworks, ecs, lists, stores, vpc, ways};
use crate::import::tree::Tree;

/// Reads the attributes of one resource.
pub(super) type Read = fn(&mut Facts, &Tree, Around<'_>);

/// What reads the resources of a type, and the product of a managed instance.
///
/// Source: provider `aliyun/alicloud` 1.289, attributes.
pub(super) static TYPES: &[(&str, &[Read], &str)] = &[
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
    ("vpn_route_entry", &[ways::vpn_route], ""),
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
    ("kvstore_instance", &[stores::redis, lists::of_resource], ""),
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
    ("star_rocks_instance", &[], "starrocks"),
    ("ocean_base_instance", &[], "oceanbase"),
    ("drds_polardbx_instance", &[], "polardbx"),
    ("maxcompute_project", &[], "maxcompute"),
    ("hologram_instance", &[stores::hologres], ""),
    ("data_works_dw_resource_group", &[dataworks::resource_group], ""),
    ("data_works_network", &[dataworks::network], ""),
    ("data_works_data_source", &[dataworks::data_source], ""),
];

/// Types of which nothing needs an id: they say something of other resources.
pub(super) static ABOUT_OTHERS: &[&str] = &[
    "vpc_ipv4_cidr_block",
    "route_table_attachment",
    "route_entry",
    "vpc_route_entry",
    "security_group_rule",
    "eip_association",
    "snat_entry",
    "vpn_route_entry",
    "cen_instance_attachment",
    "cen_transit_router",
    "cen_transit_router_vpc_attachment",
    "cen_transit_router_vbr_attachment",
    "cen_transit_router_vpn_attachment",
    "cen_transit_router_peer_attachment",
    "cen_transit_router_route_table",
    "cen_transit_router_route_entry",
    "gpdb_db_instance_ip_array",
    "alikafka_instance_allowed_ip_attachment",
    "data_works_data_source",
];

/// Beginnings of types that nothing here reads and that can decide about reachability all the same.
pub(super) static UNREAD: &[&str] = &[
    "cen_bandwidth_package",
    "cen_instance_grant",
    "cen_transit_router_ecr_attachment",
    "click_house_enterprise_",
    "datahub_project",
    "express_connect_router_",
    "log_project",
    "mongodb_global_security_ip_group",
    "network_acl",
    "oss_bucket",
    "ots_instance",
    "privatelink_",
    "rds_whitelist_template",
    "smartag_",
];
