//! The rules of one connection, a file for each code, and what several of them share.

pub(super) mod contradiction;
mod entries;
mod gates;
mod meeting;
mod scope;
mod ways;

mod address_outside_network;
mod attachment_missing;
mod attachment_pending;
mod binding_out_of_scope;
mod bound_elsewhere;
mod classic_network;
mod conflicting_routes;
mod connectivity_is_not_success;
mod cross_border;
mod data_source_security_group_blocks;
mod eip_may_change;
mod group_not_bound;
mod host_name_unresolved;
mod internet_path;
mod mask_out_of_range;
mod networks_not_joined;
mod no_dataworks_route;
mod no_inter_region_bandwidth;
mod no_internet_exit;
mod no_return_route;
mod no_vpc_route;
mod no_whitelist;
mod non_private_range_over_connection;
mod overlapping_networks;
mod overlapping_vswitches;
mod peering_not_transitive;
mod reserved_address;
mod reserved_range;
mod route_covers_part;
mod route_shadowed;
mod route_to_own_network;
mod route_too_wide;
mod security_group_blocks_inbound;
mod security_group_blocks_outbound;
mod security_group_near_miss;
mod shared_eip;
mod shared_group_private_source;
mod single_zone_attachment;
mod site_mismatch;
mod unsupported_range_serverless;
mod vswitch_outside_vpc;
mod whitelist_data_source_vswitch;
mod whitelist_foreign_eip;
mod whitelist_gap;
mod whitelist_host_bits;
mod whitelist_ipv6_only;
mod whitelist_loopback_only;
mod whitelist_missing_entry;
mod whitelist_open_to_all;
mod whitelist_redundant_entry;
mod whitelist_stale_entry;
mod whitelist_too_many_entries;
mod whitelist_unreadable_entry;
mod whitelist_wider_than_needed;
mod whitelist_wrong_address_kind;

use crate::rules::Check;

/// Every rule of a connection.
pub(super) static CHECKS: &[Check] = &[
    classic_network::check,
    shared_group_private_source::check,
    group_not_bound::check,
    bound_elsewhere::check,
    binding_out_of_scope::check,
    unsupported_range_serverless::check,
    networks_not_joined::check,
    attachment_pending::check,
    peering_not_transitive::check,
    attachment_missing::check,
    site_mismatch::check,
    cross_border::check,
    no_inter_region_bandwidth::check,
    single_zone_attachment::check,
    no_dataworks_route::check,
    route_covers_part::check,
    route_shadowed::check,
    conflicting_routes::check,
    route_to_own_network::check,
    route_too_wide::check,
    no_vpc_route::check,
    no_return_route::check,
    non_private_range_over_connection::check,
    security_group_blocks_outbound::check,
    security_group_blocks_inbound::check,
    security_group_near_miss::check,
    data_source_security_group_blocks::check,
    whitelist_missing_entry::check,
    whitelist_gap::check,
    whitelist_loopback_only::check,
    whitelist_wrong_address_kind::check,
    whitelist_data_source_vswitch::check,
    whitelist_foreign_eip::check,
    whitelist_ipv6_only::check,
    whitelist_unreadable_entry::check,
    whitelist_host_bits::check,
    whitelist_open_to_all::check,
    whitelist_wider_than_needed::check,
    whitelist_redundant_entry::check,
    whitelist_stale_entry::check,
    whitelist_too_many_entries::check,
    no_whitelist::check,
    no_internet_exit::check,
    internet_path::check,
    shared_eip::check,
    eip_may_change::check,
    overlapping_networks::check,
    reserved_address::check,
    host_name_unresolved::check,
    connectivity_is_not_success::check,
    vswitch_outside_vpc::check,
    overlapping_vswitches::check,
    address_outside_network::check,
    reserved_range::check,
    mask_out_of_range::check,
];
