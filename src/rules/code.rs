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
    ($($variant:ident $key:literal $doc:literal;)*) => {
        /// The name of a finding: the bad situation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the report format.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

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
    ClassicNetwork "classic-network" "The data source lies in the classic network.";
    SharedGroupPrivateSource "shared-group-private-source" "A shared resource group cannot enter a VPC.";
    LegacyGroupInNewPlan "legacy-group-in-new-plan" "Exclusive groups are no longer sold to new accounts.";
    GroupNotBound "group-not-bound" "A private path is wanted, and there is no binding.";
    BoundElsewhere "bound-elsewhere" "Bound to a VPC that has no way to the data source.";
    BindingOutOfScope "binding-out-of-scope" "The bound VPC is in another region or account.";
    UnsupportedRangeServerless "unsupported-range-serverless" "Serverless groups do not support VPCs in 21.0.0.0/8.";
    NetworksNotJoined "networks-not-joined" "Nothing in service joins the networks.";
    AttachmentMissing "attachment-missing" "The connection exists, one side is not attached.";
    AttachmentPending "attachment-pending" "Attached, but not in service.";
    PeeringNotTransitive "peering-not-transitive" "Only a chain of peerings leads there.";
    SiteMismatch "site-mismatch" "Accounts of different sites cannot be joined.";
    CrossBorder "cross-border" "One end is in mainland China, the other is not.";
    NoInterRegionBandwidth "no-inter-region-bandwidth" "A CEN across regions has no bandwidth.";
    SingleZoneAttachment "single-zone-attachment" "A transit router needs vSwitches in two zones.";
    NoDataworksRoute "no-dataworks-route" "No DataWorks route covers the data source.";
    RouteCoversPart "route-covers-part" "Some addresses of the data source are not covered.";
    RouteShadowed "route-shadowed" "A longer prefix wins and leads elsewhere.";
    ConflictingRoutes "conflicting-routes" "Equal prefixes lead different ways.";
    RouteToOwnNetwork "route-to-own-network" "The route names the bound VPC itself.";
    RouteTooWide "route-too-wide" "The route is wider than the data source's network.";
    NoVpcRoute "no-vpc-route" "The bound VPC does not route to the data source.";
    NoReturnRoute "no-return-route" "The far network does not route back.";
    NonPrivateRangeOverConnection "non-private-range-over-connection" "A target outside RFC 1918 needs manual routes.";
    SecurityGroupBlocksOutbound "security-group-blocks-outbound" "The group's security group stops outbound traffic.";
    SecurityGroupBlocksInbound "security-group-blocks-inbound" "The required inbound rule is missing.";
    SecurityGroupNearMiss "security-group-near-miss" "A rule would match but for one thing.";
    DataSourceSecurityGroupBlocks "data-source-security-group-blocks" "The data source's own group lacks the inbound rule.";
    WhitelistMissingEntry "whitelist-missing-entry" "Nothing of the source addresses is covered.";
    WhitelistGap "whitelist-gap" "The source addresses are covered in part.";
    WhitelistLoopbackOnly "whitelist-loopback-only" "Only 127.0.0.1 is listed.";
    WhitelistWrongAddressKind "whitelist-wrong-address-kind" "The EIP is listed for a private path, or the vSwitch for an Internet path.";
    WhitelistDataSourceVswitch "whitelist-data-source-vswitch" "The data source's own vSwitch is listed.";
    WhitelistForeignEip "whitelist-foreign-eip" "An EIP of another group, or a former one, is listed.";
    WhitelistIpv6Only "whitelist-ipv6-only" "Only IPv6 entries are listed.";
    WhitelistUnreadableEntry "whitelist-unreadable-entry" "An entry cannot be read.";
    WhitelistHostBits "whitelist-host-bits" "An entry has host bits.";
    WhitelistOpenToAll "whitelist-open-to-all" "The union covers every address.";
    WhitelistWiderThanNeeded "whitelist-wider-than-needed" "More addresses are opened than needed.";
    WhitelistRedundantEntry "whitelist-redundant-entry" "An entry is covered by the others.";
    WhitelistStaleEntry "whitelist-stale-entry" "An entry serves no connection of this plan.";
    WhitelistTooManyEntries "whitelist-too-many-entries" "There are more entries than the product documents.";
    NoWhitelist "no-whitelist" "There is nothing to add.";
    NoInternetExit "no-internet-exit" "The group has no way to the Internet.";
    InternetPath "internet-path" "The Internet promises neither speed nor stability.";
    SharedEip "shared-eip" "Exclusive groups of a region share one EIP.";
    EipMayChange "eip-may-change" "The EIP may change with the specification.";
    OverlappingNetworks "overlapping-networks" "Blocks of two networks overlap.";
    VswitchOutsideVpc "vswitch-outside-vpc" "A vSwitch lies outside its VPC.";
    OverlappingVswitches "overlapping-vswitches" "vSwitches of one VPC overlap.";
    AddressOutsideNetwork "address-outside-network" "A data source's address lies outside its network.";
    ReservedRange "reserved-range" "A block overlaps a reserved range.";
    MaskOutOfRange "mask-out-of-range" "A vSwitch mask is not /16 to /29.";
    ReservedAddress "reserved-address" "The address is one of the system's.";
    HostNameUnresolved "host-name-unresolved" "A host name on a private path must be made to resolve.";
    MixedWorkloads "mixed-workloads" "Batch and real-time tasks share a group.";
    GroupTooSmall "group-too-small" "The batch tasks ask for more threads than the group has.";
    OneEndUnplanned "one-end-unplanned" "A task names only one end.";
    MustNotReachViolated "must-not-reach-violated" "A forbidden pair can be reached.";
    ConnectivityIsNotSuccess "connectivity-is-not-success" "Run the task as well.";
}
