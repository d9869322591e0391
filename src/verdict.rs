//! The words in which results are given: verdicts, hops and their states.

use serde::Serialize;

/// Whether a connection works as drawn. From best to worst, so that the worst of several is the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every hop passes for every source address.
    Ready,
    /// The drawing does not decide it.
    Unknown,
    /// Some pairs of source and data source address fail.
    Partial,
    /// Cannot work as drawn; the steps would make it work.
    Blocked,
    /// Nothing inside the drawing helps.
    Unsupported,
    /// The drawing contradicts itself.
    Invalid,
}

/// The stations of a path, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HopKind {
    /// The kind of resource group.
    ResourceGroup,
    /// Its association with a VPC.
    Binding,
    /// The way out to the Internet.
    InternetExit,
    /// The Internet.
    Internet,
    /// The security group of the association.
    SecurityGroup,
    /// The route that was added in the DataWorks console.
    DataworksRoute,
    /// The route table of the bound VPC.
    VpcRoute,
    /// What joins the networks.
    Connection,
    /// The route back.
    ReturnRoute,
    /// Arrival in the data source's network.
    Network,
    /// The data source's own security group.
    DataSourceSecurityGroup,
    /// The data source's whitelist.
    Whitelist,
}

/// What happens at a hop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HopStatus {
    /// Everything passes.
    Pass,
    /// An earlier hop leaves nothing to judge.
    NotReached,
    /// The drawing does not decide it.
    Unknown,
    /// Some addresses fail.
    Part,
    /// Everything fails.
    Fail,
}

impl Verdict {
    /// Every verdict, from best to worst.
    pub const ALL: [Self; 6] =
        [Self::Ready, Self::Unknown, Self::Partial, Self::Blocked, Self::Unsupported, Self::Invalid];

    /// The word of the report format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Unknown => "unknown",
            Self::Partial => "partial",
            Self::Blocked => "blocked",
            Self::Unsupported => "unsupported",
            Self::Invalid => "invalid",
        }
    }
}

impl HopKind {
    /// Every kind of hop.
    pub const ALL: [Self; 12] = [
        Self::ResourceGroup,
        Self::Binding,
        Self::InternetExit,
        Self::Internet,
        Self::SecurityGroup,
        Self::DataworksRoute,
        Self::VpcRoute,
        Self::Connection,
        Self::ReturnRoute,
        Self::Network,
        Self::DataSourceSecurityGroup,
        Self::Whitelist,
    ];

    /// The word of the report format.
    pub fn key(self) -> &'static str {
        match self {
            Self::ResourceGroup => "resource_group",
            Self::Binding => "binding",
            Self::InternetExit => "internet_exit",
            Self::Internet => "internet",
            Self::SecurityGroup => "security_group",
            Self::DataworksRoute => "dataworks_route",
            Self::VpcRoute => "vpc_route",
            Self::Connection => "connection",
            Self::ReturnRoute => "return_route",
            Self::Network => "network",
            Self::DataSourceSecurityGroup => "data_source_security_group",
            Self::Whitelist => "whitelist",
        }
    }
}

impl HopStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Pass, Self::NotReached, Self::Unknown, Self::Part, Self::Fail];

    /// The word of the report format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::NotReached => "not_reached",
            Self::Unknown => "unknown",
            Self::Part => "part",
            Self::Fail => "fail",
        }
    }
}
