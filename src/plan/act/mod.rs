//! Acts: what a step does, typed. From one act come its action, its values, its edit and its words.

mod edit;
mod parts;
mod tunnel;
mod values;

pub use parts::{
    Listed, NewSwitch, NewVpc, PrepareReason, ReaddressReason, Side, Unnamed, contradiction_code,
};
pub use tunnel::{Line, Tunnel};

use crate::base::{Block, Id, PortRange};
use crate::plan::ActionName;
use crate::topology::{ConnectionKind, Direction, Entry, Rule};

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Buy the group and associate it with the workspace.
    PrepareGroup {
        /// The resource group.
        group: Id,
        /// What has to be looked at.
        reason: PrepareReason,
    },
    /// Migrate a data source out of the classic network.
    MigrateToVpc {
        /// The data source.
        source: Id,
    },
    /// Change addresses, or the endpoint, outside of the drawing.
    Readdress {
        /// The network, vSwitch or data source.
        at: Id,
        /// Why.
        reason: ReaddressReason,
    },
    /// The owner of a network lets another account join it.
    AuthorizeAccount {
        /// The network.
        network: Id,
        /// The account that is let in.
        account: Id,
        /// What joins them: each kind has its own way to let somebody in.
        kind: ConnectionKind,
    },
    /// Create a connection.
    JoinNetworks {
        /// The id of the new connection.
        connection: Id,
        /// Its kind.
        kind: ConnectionKind,
        /// The networks it joins.
        networks: [Id; 2],
        /// The VPC and vSwitch that have to be created first.
        creates: Option<NewSwitch>,
    },
    /// Attach a network to a connection.
    AttachNetwork {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
        /// The VPC and vSwitch that have to be created first.
        creates: Option<NewSwitch>,
    },
    /// Bring an attachment into service.
    CompleteAttachment {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
    },
    /// Buy bandwidth between regions.
    BuyBandwidth {
        /// The connection.
        connection: Id,
    },
    /// Associate the group with a VPC.
    Bind {
        /// The resource group.
        group: Id,
        /// The vSwitch, perhaps a new one in a new VPC.
        switch: NewSwitch,
    },
    /// Move an association that carries nothing.
    Rebind {
        /// The resource group.
        group: Id,
        /// The vSwitch bound so far.
        from: Id,
        /// The vSwitch to bind.
        switch: NewSwitch,
    },
    /// Give a group a way to the Internet.
    CreateInternetExit {
        /// The resource group.
        group: Id,
        /// The vSwitch whose traffic leaves; `None` for an exclusive group.
        vswitch: Option<Id>,
        /// The VPC of the NAT gateway.
        vpc: Option<Id>,
        /// The gateway: an existing one, or the id of a new one.
        gateway: Option<Id>,
        /// Whether the gateway exists.
        exists: bool,
        /// Whether an elastic IP address is still missing.
        needs_eip: bool,
    },
    /// Add an allow rule.
    AddSecurityGroupRule {
        /// Whose security group.
        side: Side,
        /// The resource group or data source.
        at: Id,
        /// The vSwitch of the association, on the group's side.
        vswitch: Option<Id>,
        /// The rule.
        rule: Rule,
    },
    /// Add an allow rule for an address that is not known yet.
    AdmitUnnamed {
        /// Whose security group.
        side: Side,
        /// The resource group or data source.
        at: Id,
        /// The vSwitch of the association, on the group's side.
        vswitch: Option<Id>,
        /// Inbound or outbound.
        direction: Direction,
        /// The ports.
        ports: PortRange,
        /// What is not known.
        unnamed: Unnamed,
    },
    /// Give a rule that stands in the way a larger priority number.
    ChangeSecurityGroupRule {
        /// Whose security group.
        side: Side,
        /// The resource group or data source.
        at: Id,
        /// The vSwitch of the association, on the group's side.
        vswitch: Option<Id>,
        /// The rule as it stands.
        rule: Rule,
        /// Its new priority.
        priority: u8,
    },
    /// Add a route in the DataWorks console.
    AddDataworksRoute {
        /// The resource group.
        group: Id,
        /// The vSwitch of the association.
        vswitch: Id,
        /// The destination.
        to: Block,
    },
    /// Add a route in the DataWorks console to an address that is not known yet.
    AddUnnamedRoute {
        /// The resource group.
        group: Id,
        /// The vSwitch of the association.
        vswitch: Id,
    },
    /// Move a DataWorks route to another association.
    ChangeDataworksRoute {
        /// The resource group.
        group: Id,
        /// The vSwitch of the association that loses it.
        from: Id,
        /// The vSwitch of the association that gets it.
        vswitch: Id,
        /// The destination.
        to: Block,
    },
    /// Add a route to the bound VPC.
    AddVpcRoute {
        /// The VPC.
        network: Id,
        /// The destination.
        to: Block,
        /// The connection.
        via: Id,
        /// The connection of the route to the same block that it takes the place of.
        replaces: Option<Id>,
    },
    /// Add the route back.
    AddReturnRoute {
        /// The data source's network.
        network: Id,
        /// The bound vSwitch's block.
        to: Block,
        /// The connection.
        via: Id,
        /// The connection of the route to the same block that it takes the place of.
        replaces: Option<Id>,
    },
    /// Make a host name resolve.
    ResolveHostName {
        /// The data source.
        source: Id,
        /// The host name.
        host: String,
        /// Whether the group is a serverless one, which has no hosts file.
        serverless: bool,
    },
    /// Add a whitelist entry.
    AddWhitelistEntry {
        /// The data source.
        source: Id,
        /// The entry.
        entry: Listed,
    },
    /// Put a whitelist entry in the place of a wrong one.
    ReplaceWhitelistEntry {
        /// The data source.
        source: Id,
        /// The new entry.
        entry: Block,
        /// The entry that goes, as typed.
        replaces: Entry,
    },
    /// Check the EIP after a specification change.
    CheckEip {
        /// The resource group.
        group: Id,
        /// The data source whose whitelist holds it.
        source: Id,
    },
    /// Run the connectivity test.
    TestConnectivity {
        /// The resource group.
        group: Id,
        /// The data source.
        source: Id,
    },
}

impl Act {
    /// The action of the report.
    pub fn name(&self) -> ActionName {
        match self {
            Self::PrepareGroup { .. } => ActionName::PrepareGroup,
            Self::MigrateToVpc { .. } => ActionName::MigrateToVpc,
            Self::Readdress { .. } => ActionName::Readdress,
            Self::AuthorizeAccount { .. } => ActionName::AuthorizeAccount,
            Self::JoinNetworks { .. } => ActionName::JoinNetworks,
            Self::AttachNetwork { .. } => ActionName::AttachNetwork,
            Self::CompleteAttachment { .. } => ActionName::CompleteAttachment,
            Self::BuyBandwidth { .. } => ActionName::BuyBandwidth,
            Self::Bind { .. } => ActionName::Bind,
            Self::Rebind { .. } => ActionName::Rebind,
            Self::CreateInternetExit { .. } => ActionName::CreateInternetExit,
            Self::AddSecurityGroupRule { .. } | Self::AdmitUnnamed { .. } => ActionName::AddSecurityGroupRule,
            Self::ChangeSecurityGroupRule { .. } => ActionName::ChangeSecurityGroupRule,
            Self::AddDataworksRoute { .. } | Self::AddUnnamedRoute { .. } => ActionName::AddDataworksRoute,
            Self::ChangeDataworksRoute { .. } => ActionName::ChangeDataworksRoute,
            Self::AddVpcRoute { .. } => ActionName::AddVpcRoute,
            Self::AddReturnRoute { .. } => ActionName::AddReturnRoute,
            Self::ResolveHostName { .. } => ActionName::ResolveHostName,
            Self::AddWhitelistEntry { .. } => ActionName::AddWhitelistEntry,
            Self::ReplaceWhitelistEntry { .. } => ActionName::ReplaceWhitelistEntry,
            Self::CheckEip { .. } => ActionName::CheckEip,
            Self::TestConnectivity { .. } => ActionName::TestConnectivity,
        }
    }

    /// The element it is done to.
    pub fn at(&self) -> &Id {
        match self {
            Self::PrepareGroup { group: at, .. }
            | Self::Bind { group: at, .. }
            | Self::Rebind { group: at, .. }
            | Self::CreateInternetExit { group: at, .. }
            | Self::AddDataworksRoute { group: at, .. }
            | Self::AddUnnamedRoute { group: at, .. }
            | Self::ChangeDataworksRoute { group: at, .. }
            | Self::CheckEip { group: at, .. }
            | Self::TestConnectivity { group: at, .. }
            | Self::MigrateToVpc { source: at }
            | Self::Readdress { at, .. }
            | Self::AuthorizeAccount { network: at, .. }
            | Self::JoinNetworks { connection: at, .. }
            | Self::AttachNetwork { connection: at, .. }
            | Self::CompleteAttachment { connection: at, .. }
            | Self::BuyBandwidth { connection: at }
            | Self::AddSecurityGroupRule { at, .. }
            | Self::ChangeSecurityGroupRule { at, .. }
            | Self::AddVpcRoute { network: at, .. }
            | Self::AddReturnRoute { network: at, .. }
            | Self::AdmitUnnamed { at, .. }
            | Self::ResolveHostName { source: at, .. }
            | Self::AddWhitelistEntry { source: at, .. }
            | Self::ReplaceWhitelistEntry { source: at, .. } => at,
        }
    }

    /// Outbound rules come before inbound ones, as the base page lists the two.
    pub(super) fn is_inbound(&self) -> bool {
        matches!(self, Self::AddSecurityGroupRule { rule, .. } if rule.direction == Direction::Inbound)
    }

    /// Whether the drawing cannot hold it.
    pub fn is_outside(&self) -> bool {
        match self {
            Self::PrepareGroup { reason, .. } => *reason != PrepareReason::Suitable,
            Self::MigrateToVpc { .. } | Self::Readdress { .. } => true,
            _ => false,
        }
    }

    /// The values that exist only once it is done.
    pub fn needs(&self) -> &'static [&'static str] {
        match self {
            Self::BuyBandwidth { .. } => &["mbps"],
            Self::CreateInternetExit { needs_eip: true, .. }
            | Self::AddWhitelistEntry { entry: Listed::Eip, .. } => &["eip"],
            Self::AddWhitelistEntry { entry: Listed::VSwitchBlock, .. } => &["cidr"],
            Self::AddUnnamedRoute { .. } => &["address"],
            Self::AdmitUnnamed { unnamed, .. } => match unnamed {
                Unnamed::Eip => &["eip"],
                Unnamed::Address | Unnamed::LoadBalancer => &["address"],
                Unnamed::VSwitchBlock => &["cidr"],
            },
            _ => &[],
        }
    }
}
