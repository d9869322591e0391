//! The rules of one connection, a file for each code, and what several of them share.

pub(super) mod contradiction;
mod entries;
mod gates;
mod meeting;
mod scope;
mod ways;

pub(super) mod address_outside_network;
pub(super) mod attachment_missing;
pub(super) mod attachment_pending;
pub(super) mod binding_out_of_scope;
pub(super) mod bound_elsewhere;
pub(super) mod classic_network;
pub(super) mod conflicting_routes;
pub(super) mod connectivity_is_not_success;
pub(super) mod cross_border;
pub(super) mod data_source_security_group_blocks;
pub(super) mod eip_may_change;
pub(super) mod group_not_bound;
pub(super) mod host_name_unresolved;
pub(super) mod internet_path;
pub(super) mod mask_out_of_range;
pub(super) mod networks_not_joined;
pub(super) mod no_dataworks_route;
pub(super) mod no_inter_region_bandwidth;
pub(super) mod no_internet_exit;
pub(super) mod no_return_route;
pub(super) mod no_vpc_route;
pub(super) mod no_whitelist;
pub(super) mod non_private_range_over_connection;
pub(super) mod overlapping_networks;
pub(super) mod overlapping_vswitches;
pub(super) mod peering_not_transitive;
pub(super) mod reserved_address;
pub(super) mod reserved_range;
pub(super) mod route_covers_part;
pub(super) mod route_shadowed;
pub(super) mod route_to_own_network;
pub(super) mod route_too_wide;
pub(super) mod security_group_blocks_inbound;
pub(super) mod security_group_blocks_outbound;
pub(super) mod security_group_near_miss;
pub(super) mod shared_eip;
pub(super) mod shared_group_private_source;
pub(super) mod single_zone_attachment;
pub(super) mod site_mismatch;
pub(super) mod unsupported_range_serverless;
pub(super) mod vswitch_outside_vpc;
pub(super) mod whitelist_data_source_vswitch;
pub(super) mod whitelist_foreign_eip;
pub(super) mod whitelist_gap;
pub(super) mod whitelist_host_bits;
pub(super) mod whitelist_ipv6_only;
pub(super) mod whitelist_loopback_only;
pub(super) mod whitelist_missing_entry;
pub(super) mod whitelist_open_to_all;
pub(super) mod whitelist_redundant_entry;
pub(super) mod whitelist_stale_entry;
pub(super) mod whitelist_too_many_entries;
pub(super) mod whitelist_unreadable_entry;
pub(super) mod whitelist_wider_than_needed;
pub(super) mod whitelist_wrong_address_kind;

pub(super) use entries::Problem;

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
