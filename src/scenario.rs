//! Which row of the base page's table a pair of resource group and data source belongs to. Their relationship decides,
//! not the state of the drawing: a data source that is wired up already keeps its scenario.

use serde::Serialize;

/// The relationship between a resource group and a data source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// Over the Internet.
    Internet,
    /// The data source lies in the classic network.
    ClassicNetwork,
    /// In a data center or in another vendor's cloud (scenario 4 of the base page).
    OutsideAlibabaCloud,
    /// In another Alibaba Cloud account, whatever the region (scenario 3).
    OtherAccount,
    /// In the same account, in another region (scenario 2).
    OtherRegion,
    /// In the same account and region (scenario 1).
    SameAccountSameRegion,
    /// A fact is missing.
    Undetermined,
}

impl Scenario {
    /// Every scenario, in the order in which they are tried.
    pub const ALL: [Self; 7] = [
        Self::Internet,
        Self::ClassicNetwork,
        Self::OutsideAlibabaCloud,
        Self::OtherAccount,
        Self::OtherRegion,
        Self::SameAccountSameRegion,
        Self::Undetermined,
    ];

    /// The word of the report format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Internet => "internet",
            Self::ClassicNetwork => "classic_network",
            Self::OutsideAlibabaCloud => "outside_alibaba_cloud",
            Self::OtherAccount => "other_account",
            Self::OtherRegion => "other_region",
            Self::SameAccountSameRegion => "same_account_same_region",
            Self::Undetermined => "undetermined",
        }
    }
}
