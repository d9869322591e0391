//! What stands behind a code: the typed text that each rule's file holds, and where to find it. Not in the page's program,
//! which loads the texts when somebody asks (`public/rules`).

use crate::rules::reference::Reference;
use crate::rules::{Code, Severity, connection, whole_plan};

/// A text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// A text and its Chinese twin.
pub(super) const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

/// Why a rule is there and what to do about its finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// How bad its findings are, worst first; more than one where it depends.
    pub severities: &'static [Severity],
    /// The bad situation in one line.
    pub situation: Text,
    /// What the rule looks at.
    pub checks: Text,
    /// Why it matters.
    pub why: Text,
    /// A situation in which it is said.
    pub example: Text,
    /// What to do.
    pub remedy: Text,
    /// Where the rule comes from, the weightiest first.
    pub sources: &'static [Source],
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The page says so.
    Stated(Reference),
    /// It follows from what the page says.
    Inferred(Reference),
    /// The plan itself asks for it.
    Plan,
}

impl Source {
    /// The word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stated(_) => "stated",
            Self::Inferred(_) => "inferred",
            Self::Plan => "plan",
        }
    }

    /// The page, where it is one.
    pub fn reference(self) -> Option<Reference> {
        match self {
            Self::Stated(reference) | Self::Inferred(reference) => Some(reference),
            Self::Plan => None,
        }
    }
}

/// The explanation of a code, from the file of its rule.
pub fn explanation(code: Code) -> &'static Explanation {
    match code {
        Code::ClassicNetwork => &connection::classic_network::EXPLANATION,
        Code::SharedGroupPrivateSource => &connection::shared_group_private_source::EXPLANATION,
        Code::LegacyGroupInNewPlan => &whole_plan::legacy_group_in_new_plan::EXPLANATION,
        Code::GroupNotBound => &connection::group_not_bound::EXPLANATION,
        Code::BoundElsewhere => &connection::bound_elsewhere::EXPLANATION,
        Code::BindingOutOfScope => &connection::binding_out_of_scope::EXPLANATION,
        Code::UnsupportedRangeServerless => &connection::unsupported_range_serverless::EXPLANATION,
        Code::NetworksNotJoined => &connection::networks_not_joined::EXPLANATION,
        Code::AttachmentMissing => &connection::attachment_missing::EXPLANATION,
        Code::AttachmentPending => &connection::attachment_pending::EXPLANATION,
        Code::PeeringNotTransitive => &connection::peering_not_transitive::EXPLANATION,
        Code::SiteMismatch => &connection::site_mismatch::EXPLANATION,
        Code::CrossBorder => &connection::cross_border::EXPLANATION,
        Code::NoInterRegionBandwidth => &connection::no_inter_region_bandwidth::EXPLANATION,
        Code::SingleZoneAttachment => &connection::single_zone_attachment::EXPLANATION,
        Code::NoDataworksRoute => &connection::no_dataworks_route::EXPLANATION,
        Code::RouteCoversPart => &connection::route_covers_part::EXPLANATION,
        Code::RouteShadowed => &connection::route_shadowed::EXPLANATION,
        Code::ConflictingRoutes => &connection::conflicting_routes::EXPLANATION,
        Code::RouteToOwnNetwork => &connection::route_to_own_network::EXPLANATION,
        Code::RouteTooWide => &connection::route_too_wide::EXPLANATION,
        Code::NoVpcRoute => &connection::no_vpc_route::EXPLANATION,
        Code::NoReturnRoute => &connection::no_return_route::EXPLANATION,
        Code::NonPrivateRangeOverConnection => &connection::non_private_range_over_connection::EXPLANATION,
        Code::SecurityGroupBlocksOutbound => &connection::security_group_blocks_outbound::EXPLANATION,
        Code::SecurityGroupBlocksInbound => &connection::security_group_blocks_inbound::EXPLANATION,
        Code::SecurityGroupNearMiss => &connection::security_group_near_miss::EXPLANATION,
        Code::DataSourceSecurityGroupBlocks => &connection::data_source_security_group_blocks::EXPLANATION,
        Code::WhitelistMissingEntry => &connection::whitelist_missing_entry::EXPLANATION,
        Code::WhitelistGap => &connection::whitelist_gap::EXPLANATION,
        Code::WhitelistLoopbackOnly => &connection::whitelist_loopback_only::EXPLANATION,
        Code::WhitelistWrongAddressKind => &connection::whitelist_wrong_address_kind::EXPLANATION,
        Code::WhitelistDataSourceVswitch => &connection::whitelist_data_source_vswitch::EXPLANATION,
        Code::WhitelistForeignEip => &connection::whitelist_foreign_eip::EXPLANATION,
        Code::WhitelistIpv6Only => &connection::whitelist_ipv6_only::EXPLANATION,
        Code::WhitelistUnreadableEntry => &connection::whitelist_unreadable_entry::EXPLANATION,
        Code::WhitelistHostBits => &connection::whitelist_host_bits::EXPLANATION,
        Code::WhitelistOpenToAll => &connection::whitelist_open_to_all::EXPLANATION,
        Code::WhitelistWiderThanNeeded => &connection::whitelist_wider_than_needed::EXPLANATION,
        Code::WhitelistRedundantEntry => &connection::whitelist_redundant_entry::EXPLANATION,
        Code::WhitelistStaleEntry => &connection::whitelist_stale_entry::EXPLANATION,
        Code::WhitelistTooManyEntries => &connection::whitelist_too_many_entries::EXPLANATION,
        Code::NoWhitelist => &connection::no_whitelist::EXPLANATION,
        Code::NoInternetExit => &connection::no_internet_exit::EXPLANATION,
        Code::InternetPath => &connection::internet_path::EXPLANATION,
        Code::SharedEip => &connection::shared_eip::EXPLANATION,
        Code::EipMayChange => &connection::eip_may_change::EXPLANATION,
        Code::OverlappingNetworks => &connection::overlapping_networks::EXPLANATION,
        Code::VswitchOutsideVpc => &connection::vswitch_outside_vpc::EXPLANATION,
        Code::OverlappingVswitches => &connection::overlapping_vswitches::EXPLANATION,
        Code::AddressOutsideNetwork => &connection::address_outside_network::EXPLANATION,
        Code::ReservedRange => &connection::reserved_range::EXPLANATION,
        Code::MaskOutOfRange => &connection::mask_out_of_range::EXPLANATION,
        Code::ReservedAddress => &connection::reserved_address::EXPLANATION,
        Code::HostNameUnresolved => &connection::host_name_unresolved::EXPLANATION,
        Code::MixedWorkloads => &whole_plan::mixed_workloads::EXPLANATION,
        Code::GroupTooSmall => &whole_plan::group_too_small::EXPLANATION,
        Code::OneEndUnplanned => &whole_plan::one_end_unplanned::EXPLANATION,
        Code::MustNotReachViolated => &whole_plan::must_not_reach_violated::EXPLANATION,
        Code::ConnectivityIsNotSuccess => &connection::connectivity_is_not_success::EXPLANATION,
    }
}
