//! Connections between networks: their kinds, what each may join, and the state of every attachment.

use crate::base::Id;
use crate::topology::KindName;

/// What joins networks.
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    /// Display name; the id where absent.
    pub name: Option<String>,
    /// What it is.
    pub kind: ConnectionKind,
    /// The networks it holds; with fewer than two it carries nothing.
    pub attachments: Vec<Attachment>,
    /// How the attached networks learn routes.
    pub routes: RouteMode,
    /// Bandwidth between regions of a CEN in Mbit/s; 0 is none bought, absent is not checked.
    pub bandwidth_mbps: Option<f64>,
    /// Edition of a CEN's transit router.
    pub edition: Option<Edition>,
}

/// One network attached to a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The VPC, data center or other cloud.
    pub network: Id,
    /// Whether traffic flows.
    pub state: State,
}

/// The kinds of connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConnectionKind {
    /// Cloud Enterprise Network.
    Cen,
    /// VPC peering connection.
    VpcPeering,
    /// VPN gateway (IPsec).
    VpnGateway,
    /// Express Connect circuit.
    ExpressConnect,
    /// PrivateLink: the consumer VPC first, then the provider VPC.
    PrivateLink,
    /// Smart Access Gateway.
    SmartAccessGateway,
}

/// The state of an attachment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Carries traffic.
    #[default]
    InService,
    /// Waits for the other account.
    Pending,
    /// Does not exist yet.
    Planned,
}

/// How attached networks learn each other's blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteMode {
    /// In-service attachments learn each other's blocks.
    #[default]
    Automatic,
    /// Only the networks' own routes count.
    Manual,
}

/// The edition of a transit router.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// Enterprise Edition.
    Enterprise,
    /// Basic Edition.
    Basic,
}

impl ConnectionKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Cen,
        Self::VpcPeering,
        Self::VpnGateway,
        Self::ExpressConnect,
        Self::PrivateLink,
        Self::SmartAccessGateway,
    ];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cen => "cen",
            Self::VpcPeering => "vpc_peering",
            Self::VpnGateway => "vpn_gateway",
            Self::ExpressConnect => "express_connect",
            Self::PrivateLink => "privatelink",
            Self::SmartAccessGateway => "smart_access_gateway",
        }
    }

    /// The most networks it can hold, where there is a limit.
    pub fn capacity(self) -> Option<usize> {
        match self {
            Self::Cen | Self::SmartAccessGateway => None,
            Self::VpcPeering | Self::VpnGateway | Self::ExpressConnect | Self::PrivateLink => Some(2),
        }
    }

    /// Whether a network of this kind can be attached at all.
    pub fn joins(self, network: KindName) -> bool {
        match self {
            Self::Cen | Self::VpnGateway | Self::ExpressConnect => network.is_network(),
            Self::VpcPeering | Self::PrivateLink => network == KindName::Vpc,
            Self::SmartAccessGateway => matches!(network, KindName::Vpc | KindName::DataCenter),
        }
    }
}

/// Whether a connection that holds networks of the kinds `held` can take one more of kind `network`.
pub fn admits(kind: ConnectionKind, held: &[KindName], network: KindName) -> bool {
    let room = kind.capacity().is_none_or(|capacity| held.len() < capacity);
    let second_center = kind == ConnectionKind::SmartAccessGateway
        && network == KindName::DataCenter
        && held.contains(&KindName::DataCenter);
    room && kind.joins(network) && !second_center
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::InService, Self::Pending, Self::Planned];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::InService => "in_service",
            Self::Pending => "pending",
            Self::Planned => "planned",
        }
    }
}

impl RouteMode {
    /// Both modes.
    pub const ALL: [Self; 2] = [Self::Automatic, Self::Manual];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Manual => "manual",
        }
    }
}

impl Edition {
    /// Both editions.
    pub const ALL: [Self; 2] = [Self::Enterprise, Self::Basic];

    /// The word of the document format.
    pub fn key(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Basic => "basic",
        }
    }
}

impl Connection {
    /// A connection of a kind without networks.
    pub fn new(kind: ConnectionKind) -> Self {
        Self {
            name: None,
            kind,
            attachments: Vec::new(),
            routes: RouteMode::Automatic,
            bandwidth_mbps: None,
            edition: None,
        }
    }

    /// A connection as it is when it is new. A VPC peering connection teaches no routes: both VPCs need their own (VPC
    /// peering connections, 5 February 2026).
    pub fn fresh(kind: ConnectionKind) -> Self {
        let routes =
            if kind == ConnectionKind::VpcPeering { RouteMode::Manual } else { RouteMode::Automatic };
        Self { routes, ..Self::new(kind) }
    }

    /// The attachment of `network`, where it is held.
    pub fn attachment(&self, network: &Id) -> Option<&Attachment> {
        self.attachments.iter().find(|a| a.network == *network)
    }

    /// Whether `network` is attached and in service.
    pub fn serves(&self, network: &Id) -> bool {
        self.attachment(network).is_some_and(|a| a.state == State::InService)
    }
}
