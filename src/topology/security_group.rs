//! Security groups and their rules, as drawn.
//!
//! Source: "Basic and advanced security groups" (2026-03-27) and "Security group rules".

use crate::base::{Block, PortRange};

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityGroup {
    /// Basic or advanced.
    pub kind: SecurityGroupType,
    /// Its custom rules.
    pub rules: Vec<Rule>,
}

/// The type of a security group, which decides what happens without a matching rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SecurityGroupType {
    /// Allows all outbound traffic by default.
    Basic,
    /// Denies both directions by default; also called enterprise security group.
    Advanced,
}

/// A security group rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Inbound or outbound.
    pub direction: Direction,
    /// What it does.
    pub action: Action,
    /// The protocol it is about.
    pub protocol: Protocol,
    /// The ports it is about.
    pub ports: PortRange,
    /// The authorization object: source of inbound, destination of outbound traffic.
    pub peer: Block,
    /// 1 to 100; the smaller number wins, and deny wins a tie.
    pub priority: u8,
}

/// The direction of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Traffic that comes in.
    Inbound,
    /// Traffic that goes out.
    Outbound,
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Lets traffic pass.
    Allow,
    /// Stops traffic.
    Deny,
}

/// The protocol of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    /// TCP, what every data source of the catalogue speaks.
    Tcp,
    /// UDP.
    Udp,
    /// ICMP.
    Icmp,
    /// Every protocol.
    All,
}

impl SecurityGroup {
    /// What stands where no security group is drawn on a binding.
    pub fn basic() -> Self {
        Self { kind: SecurityGroupType::Basic, rules: Vec::new() }
    }
}

impl SecurityGroupType {
    /// Both types.
    pub const ALL: [Self; 2] = [Self::Basic, Self::Advanced];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Advanced => "advanced",
        }
    }
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Inbound, Self::Outbound];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inbound => "inbound",
            Self::Outbound => "outbound",
        }
    }
}

impl Action {
    /// Both actions.
    pub const ALL: [Self; 2] = [Self::Allow, Self::Deny];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }
}

impl Protocol {
    /// Every protocol.
    pub const ALL: [Self; 4] = [Self::Tcp, Self::Udp, Self::Icmp, Self::All];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Icmp => "icmp",
            Self::All => "all",
        }
    }

    /// Whether a rule of this protocol is about TCP traffic.
    pub fn covers_tcp(self) -> bool {
        matches!(self, Self::Tcp | Self::All)
    }
}
