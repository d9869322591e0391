//! The words of the document format for the kinds of node, and which kind may lie in which.

use crate::topology::{Endpoint, GroupKind, KindName, Site, Spec};

impl KindName {
    /// Every kind, outermost first.
    pub const ALL: [Self; 11] = [
        Self::Account,
        Self::Region,
        Self::Vpc,
        Self::VSwitch,
        Self::ClassicNetwork,
        Self::DataCenter,
        Self::OtherCloud,
        Self::Internet,
        Self::NatGateway,
        Self::ResourceGroup,
        Self::DataSource,
    ];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Region => "region",
            Self::Vpc => "vpc",
            Self::VSwitch => "vswitch",
            Self::ClassicNetwork => "classic_network",
            Self::DataCenter => "data_center",
            Self::OtherCloud => "other_cloud",
            Self::Internet => "internet",
            Self::NatGateway => "nat_gateway",
            Self::ResourceGroup => "resource_group",
            Self::DataSource => "data_source",
        }
    }

    /// Whether things can lie in it.
    pub fn is_place(self) -> bool {
        !matches!(self, Self::NatGateway | Self::ResourceGroup | Self::DataSource)
    }

    /// Whether connections can be attached to it.
    pub fn is_network(self) -> bool {
        matches!(self, Self::Vpc | Self::DataCenter | Self::OtherCloud)
    }

    /// The kinds of place that it can lie in; none for the outermost places.
    pub fn parents(self) -> &'static [Self] {
        match self {
            Self::Account | Self::DataCenter | Self::OtherCloud | Self::Internet => &[],
            Self::Region => &[Self::Account],
            Self::Vpc | Self::ClassicNetwork | Self::ResourceGroup => &[Self::Region],
            Self::VSwitch | Self::NatGateway => &[Self::Vpc],
            Self::DataSource => &[
                Self::VSwitch,
                Self::Vpc,
                Self::ClassicNetwork,
                Self::DataCenter,
                Self::OtherCloud,
                Self::Internet,
                Self::Region,
            ],
        }
    }
}

/// Whether a node of kind `inner` can lie in `outer` (`None`: directly in the drawing).
pub fn may_hold(outer: Option<KindName>, inner: KindName) -> bool {
    match outer {
        None => inner.parents().is_empty(),
        Some(outer) => inner.parents().contains(&outer),
    }
}

impl GroupKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::ExclusiveDataIntegration,
        Self::ExclusiveScheduling,
        Self::ExclusiveDataService,
        Self::Serverless,
        Self::Shared,
    ];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::ExclusiveDataIntegration => "exclusive_data_integration",
            Self::ExclusiveScheduling => "exclusive_scheduling",
            Self::ExclusiveDataService => "exclusive_data_service",
            Self::Serverless => "serverless",
            Self::Shared => "shared",
        }
    }

    /// Whether the group is one of the exclusive kinds.
    pub fn is_exclusive(self) -> bool {
        matches!(
            self,
            Self::ExclusiveDataIntegration | Self::ExclusiveScheduling | Self::ExclusiveDataService
        )
    }
}

impl Spec {
    /// Every specification, smallest first.
    pub const ALL: [Self; 6] =
        [Self::C4G8, Self::C8G16, Self::C12G24, Self::C16G32, Self::C24G48, Self::C32G64];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::C4G8 => "4c8g",
            Self::C8G16 => "8c16g",
            Self::C12G24 => "12c24g",
            Self::C16G32 => "16c32g",
            Self::C24G48 => "24c48g",
            Self::C32G64 => "32c64g",
        }
    }
}

impl Site {
    /// Every site.
    pub const ALL: [Self; 2] = [Self::China, Self::International];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::China => "china",
            Self::International => "international",
        }
    }
}

impl Endpoint {
    /// Both endpoints.
    pub const ALL: [Self; 2] = [Self::Private, Self::Public];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Public => "public",
        }
    }
}

/// What one specification of an exclusive group runs at once.
///
/// Source: billing pages of the exclusive resource groups for Data Integration and for scheduling (2026). For 32 vCPU
/// no figure is listed.
pub const EXCLUSIVE_SPECS: [(Spec, Option<u32>, Option<u32>); 6] = [
    (Spec::C4G8, Some(8), Some(16)),
    (Spec::C8G16, Some(16), Some(32)),
    (Spec::C12G24, Some(24), Some(48)),
    (Spec::C16G32, Some(32), Some(64)),
    (Spec::C24G48, Some(48), Some(96)),
    (Spec::C32G64, None, None),
];
