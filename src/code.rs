//! The codes of findings: a public contract.

use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Unwise, or a risk.
    Warning,
    /// Breaks the connection.
    Error,
}

macro_rules! codes {
    ($($variant:ident $key:literal;)*) => {
        /// The name of a finding: the bad situation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code {
            $(#[doc = concat!("`", $key, "`, explained in its own file.")] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the report format.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code of this name.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.key() == key)
            }

            /// Whether the drawing contradicts itself here, so that nothing else that is said can be relied on.
            pub fn is_contradiction(self) -> bool {
                matches!(
                    self,
                    Self::VswitchOutsideVpc
                        | Self::OverlappingVswitches
                        | Self::AddressOutsideNetwork
                        | Self::ReservedRange
                        | Self::MaskOutOfRange
                )
            }

            /// The word of the report format.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }
    };
}

codes! {
    ClassicNetwork "classic-network";
    SharedGroupPrivateSource "shared-group-private-source";
    LegacyGroupInNewPlan "legacy-group-in-new-plan";
    GroupNotBound "group-not-bound";
    BoundElsewhere "bound-elsewhere";
    BindingOutOfScope "binding-out-of-scope";
    UnsupportedRangeServerless "unsupported-range-serverless";
    NetworksNotJoined "networks-not-joined";
    AttachmentMissing "attachment-missing";
    AttachmentPending "attachment-pending";
    PeeringNotTransitive "peering-not-transitive";
    SiteMismatch "site-mismatch";
    CrossBorder "cross-border";
    NoInterRegionBandwidth "no-inter-region-bandwidth";
    SingleZoneAttachment "single-zone-attachment";
    NoDataworksRoute "no-dataworks-route";
    RouteCoversPart "route-covers-part";
    RouteShadowed "route-shadowed";
    ConflictingRoutes "conflicting-routes";
    RouteToOwnNetwork "route-to-own-network";
    RouteTooWide "route-too-wide";
    NoVpcRoute "no-vpc-route";
    NoReturnRoute "no-return-route";
    NonPrivateRangeOverConnection "non-private-range-over-connection";
    SecurityGroupBlocksOutbound "security-group-blocks-outbound";
    SecurityGroupBlocksInbound "security-group-blocks-inbound";
    SecurityGroupNearMiss "security-group-near-miss";
    DataSourceSecurityGroupBlocks "data-source-security-group-blocks";
    WhitelistMissingEntry "whitelist-missing-entry";
    WhitelistGap "whitelist-gap";
    WhitelistLoopbackOnly "whitelist-loopback-only";
    WhitelistWrongAddressKind "whitelist-wrong-address-kind";
    WhitelistDataSourceVswitch "whitelist-data-source-vswitch";
    WhitelistForeignEip "whitelist-foreign-eip";
    WhitelistIpv6Only "whitelist-ipv6-only";
    WhitelistUnreadableEntry "whitelist-unreadable-entry";
    WhitelistHostBits "whitelist-host-bits";
    WhitelistOpenToAll "whitelist-open-to-all";
    WhitelistWiderThanNeeded "whitelist-wider-than-needed";
    WhitelistRedundantEntry "whitelist-redundant-entry";
    WhitelistStaleEntry "whitelist-stale-entry";
    WhitelistTooManyEntries "whitelist-too-many-entries";
    NoWhitelist "no-whitelist";
    NoInternetExit "no-internet-exit";
    InternetPath "internet-path";
    SharedEip "shared-eip";
    EipMayChange "eip-may-change";
    OverlappingNetworks "overlapping-networks";
    VswitchOutsideVpc "vswitch-outside-vpc";
    OverlappingVswitches "overlapping-vswitches";
    AddressOutsideNetwork "address-outside-network";
    ReservedRange "reserved-range";
    MaskOutOfRange "mask-out-of-range";
    ReservedAddress "reserved-address";
    HostNameUnresolved "host-name-unresolved";
    MixedWorkloads "mixed-workloads";
    GroupTooSmall "group-too-small";
    OneEndUnplanned "one-end-unplanned";
    MustNotReachViolated "must-not-reach-violated";
    ConnectivityIsNotSuccess "connectivity-is-not-success";
}
