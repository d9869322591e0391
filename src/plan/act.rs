//! Acts: what a step does, typed. From one act come its action, its values, its edit and its words.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::{Block, Id, PortRange, block_text};
use crate::plan::{ActionName, typed_address};
use crate::topology::{
    Attachment, Connection, ConnectionKind, Direction, Edit, Entry, Kind, NatGateway, Node, Rule, Snat, State, VSwitch, Vpc,
};

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
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
    /// Let the EIP of the group, which is not known yet, through the data source's own security group.
    AdmitEip {
        /// The data source.
        source: Id,
        /// The ports.
        ports: PortRange,
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
    },
    /// Add the route back.
    AddReturnRoute {
        /// The data source's network.
        network: Id,
        /// The bound vSwitch's block.
        to: Block,
        /// The connection.
        via: Id,
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

/// What a whitelist has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// This block.
    Block(Block),
    /// The elastic IP address of the group, which is not known yet.
    Eip,
    /// The block of the bound vSwitch, which is not known yet.
    VSwitchBlock,
}

impl Listed {
    /// The block, where it is known.
    pub fn block(self) -> Option<Block> {
        match self {
            Self::Block(block) => Some(block),
            Self::Eip | Self::VSwitchBlock => None,
        }
    }
}

/// Why a group has to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrepareReason {
    /// Right region, suitable specification, associated with the workspace.
    Suitable,
    /// Another kind of group is needed.
    OtherKind,
    /// A group of an account of the same site is needed.
    OtherSite,
}

/// Why addresses have to change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReaddressReason {
    /// Two blocks overlap.
    Overlap(Block, Block),
    /// The address plan contradicts itself here.
    AddressPlan,
    /// A service of another region has only its public endpoint.
    PublicEndpoint,
}

/// Whose security group a rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The resource group's.
    ResourceGroup,
    /// The data source's.
    DataSource,
}

/// The vSwitch to bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSwitch {
    /// Its id.
    pub vswitch: Id,
    /// Its block.
    pub cidr: Option<Block>,
    /// Its VPC.
    pub vpc: Id,
    /// Whether the vSwitch has to be created.
    pub is_new: bool,
    /// The VPC, where it has to be created too.
    pub new_vpc: Option<NewVpc>,
}

/// A VPC to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVpc {
    /// Its block.
    pub cidr: Block,
    /// The region it lies in, as drawn.
    pub region: Id,
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
            Self::AddSecurityGroupRule { .. } | Self::AdmitEip { .. } => ActionName::AddSecurityGroupRule,
            Self::ChangeSecurityGroupRule { .. } => ActionName::ChangeSecurityGroupRule,
            Self::AddDataworksRoute { .. } => ActionName::AddDataworksRoute,
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
            | Self::AdmitEip { source: at, .. }
            | Self::ResolveHostName { source: at, .. }
            | Self::AddWhitelistEntry { source: at, .. }
            | Self::ReplaceWhitelistEntry { source: at, .. } => at,
        }
    }

    /// What orders two acts of one action at one element.
    pub(super) fn order(&self) -> String {
        // Outbound before inbound, as the base page lists the two rules.
        let direction = match self {
            Self::AddSecurityGroupRule { rule, .. } if rule.direction == Direction::Outbound => "0",
            _ => "1",
        };
        format!("{direction}{}", Value::Object(self.values().into_iter().collect()))
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
            Self::CreateInternetExit { needs_eip: true, .. } | Self::AdmitEip { .. } | Self::AddWhitelistEntry { entry: Listed::Eip, .. } => &["eip"],
            Self::AddWhitelistEntry { entry: Listed::VSwitchBlock, .. } => &["cidr"],
            _ => &[],
        }
    }

    /// The values of the report.
    pub fn values(&self) -> BTreeMap<String, Value> {
        let id = |id: &Id| json!(id.as_str());
        let rule_values = |side: &Side, vswitch: &Option<Id>, rule: &Rule| {
            let mut values = vec![
                ("side", json!(side.key())),
                ("direction", json!(rule.direction.key())),
                ("protocol", json!(rule.protocol.key())),
                ("ports", json!(rule.ports.to_string())),
                ("peer", json!(rule.peer.to_string())),
            ];
            values.extend(vswitch.as_ref().map(|vswitch| ("vswitch", id(vswitch))));
            values
        };
        let switch_values = |switch: &NewSwitch| {
            let mut values = vec![("vswitch", id(&switch.vswitch)), ("vpc", id(&switch.vpc))];
            values.extend(switch.cidr.map(|cidr| ("cidr", json!(cidr.to_string()))));
            values.extend(switch.new_vpc.as_ref().map(|vpc| ("vpc_cidr", json!(vpc.cidr.to_string()))));
            values
        };
        let values: Vec<(&str, Value)> = match self {
            Self::PrepareGroup { .. } | Self::MigrateToVpc { .. } => Vec::new(),
            Self::Readdress { reason, .. } => match reason {
                ReaddressReason::Overlap(a, b) => vec![("blocks", json!([a.to_string(), b.to_string()]))],
                ReaddressReason::AddressPlan => Vec::new(),
                ReaddressReason::PublicEndpoint => vec![("endpoint", json!("public"))],
            },
            Self::AuthorizeAccount { network, account } => vec![("network", id(network)), ("account", id(account))],
            Self::JoinNetworks { connection, kind, networks: [a, b], .. } => {
                vec![("connection", id(connection)), ("kind", json!(kind.key())), ("networks", json!([a.as_str(), b.as_str()]))]
            }
            Self::AttachNetwork { connection, network, .. } | Self::CompleteAttachment { connection, network } => {
                vec![("connection", id(connection)), ("network", id(network))]
            }
            Self::BuyBandwidth { connection } => vec![("connection", id(connection))],
            Self::Bind { switch, .. } => switch_values(switch),
            Self::Rebind { from, switch, .. } => {
                let mut values = switch_values(switch);
                values.push(("from", id(from)));
                values
            }
            Self::CreateInternetExit { vswitch, vpc, gateway, .. } => {
                let named = [("vswitch", vswitch), ("vpc", vpc), ("nat_gateway", gateway)];
                named.into_iter().filter_map(|(name, value)| Some((name, id(value.as_ref()?)))).collect()
            }
            Self::AddSecurityGroupRule { side, vswitch, rule, .. } => {
                let mut values = rule_values(side, vswitch, rule);
                values.push(("priority", json!(rule.priority)));
                values
            }
            Self::AdmitEip { ports, .. } => vec![
                ("side", json!(Side::DataSource.key())),
                ("direction", json!(Direction::Inbound.key())),
                ("protocol", json!("tcp")),
                ("ports", json!(ports.to_string())),
            ],
            Self::ChangeSecurityGroupRule { side, vswitch, rule, priority, .. } => {
                let mut values = rule_values(side, vswitch, rule);
                values.extend([("action", json!(rule.action.key())), ("priority", json!(priority))]);
                values
            }
            Self::AddDataworksRoute { vswitch, to, .. } => vec![("vswitch", id(vswitch)), ("to", json!(to.to_string()))],
            Self::ChangeDataworksRoute { from, vswitch, to, .. } => {
                vec![("vswitch", id(vswitch)), ("to", json!(to.to_string())), ("from", id(from))]
            }
            Self::AddVpcRoute { network, to, via } | Self::AddReturnRoute { network, to, via } => {
                vec![("network", id(network)), ("to", json!(to.to_string())), ("via", id(via))]
            }
            Self::ResolveHostName { host, .. } => vec![("host", json!(host))],
            Self::AddWhitelistEntry { entry, .. } => {
                entry.block().map(|entry| ("entry", json!(block_text(entry)))).into_iter().collect()
            }
            Self::ReplaceWhitelistEntry { entry, replaces, .. } => {
                vec![("entry", json!(block_text(*entry))), ("replaces", json!(replaces.0))]
            }
            Self::CheckEip { source, .. } | Self::TestConnectivity { source, .. } => vec![("data_source", id(source))],
        };
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The act as an edit, where the drawing can hold it; `value` is what the act needs.
    pub fn edit(&self, value: Option<&str>) -> Option<Edit> {
        Some(match self {
            Self::PrepareGroup { .. }
            | Self::MigrateToVpc { .. }
            | Self::Readdress { .. }
            | Self::AuthorizeAccount { .. }
            | Self::ResolveHostName { .. }
            | Self::CheckEip { .. }
            | Self::TestConnectivity { .. } => return None,
            Self::JoinNetworks { connection, kind, networks, creates } => {
                let attach = |network: &Id| Attachment { network: network.clone(), state: State::InService };
                let joined = Connection { attachments: networks.iter().map(attach).collect(), ..Connection::new(*kind) };
                created_first(creates.as_ref(), Edit::PutConnection { id: connection.clone(), connection: joined })
            }
            Self::AttachNetwork { connection, network, creates } => {
                let attach =
                    Edit::Attach { connection: connection.clone(), network: network.clone(), state: State::InService };
                created_first(creates.as_ref(), attach)
            }
            Self::CompleteAttachment { connection, network } => {
                Edit::Attach { connection: connection.clone(), network: network.clone(), state: State::InService }
            }
            Self::BuyBandwidth { connection } => {
                let mbps: f64 = value?.trim().parse().ok().filter(|mbps| *mbps > 0.0 && f64::is_finite(*mbps))?;
                Edit::SetBandwidth { connection: connection.clone(), mbps }
            }
            Self::Bind { group, switch } => {
                let bind = Edit::AddBinding { group: group.clone(), vswitch: switch.vswitch.clone() };
                created_first(Some(switch), bind)
            }
            Self::Rebind { group, from, switch } => {
                let bind = Edit::MoveBinding { group: group.clone(), from: from.clone(), to: switch.vswitch.clone() };
                created_first(Some(switch), bind)
            }
            Self::CreateInternetExit { group, vswitch, vpc, gateway, exists, needs_eip } => {
                let eip = typed_address(value);
                if *needs_eip && eip.is_none() {
                    return None;
                }
                let (Some(vswitch), Some(vpc), Some(gateway)) = (vswitch, vpc, gateway) else {
                    return Some(Edit::SetGroupEips { group: group.clone(), eips: vec![eip?] });
                };
                if *exists {
                    Edit::AddSnat { gateway: gateway.clone(), vswitch: vswitch.clone(), eip }
                } else {
                    let nat = NatGateway { eips: Some(vec![eip?]), snat: Some(Snat::VSwitches(vec![vswitch.clone()])) };
                    let node = Node { name: None, note: None, parent: Some(vpc.clone()), kind: Kind::NatGateway(nat) };
                    Edit::PutNode { id: gateway.clone(), node }
                }
            }
            Self::AddSecurityGroupRule { side: Side::ResourceGroup, at, vswitch, rule } => {
                Edit::AddGroupRule { group: at.clone(), vswitch: vswitch.clone()?, rule: rule.clone() }
            }
            Self::AddSecurityGroupRule { side: Side::DataSource, at, rule, .. } => {
                Edit::AddSourceRule { source: at.clone(), rule: rule.clone() }
            }
            Self::AdmitEip { source, ports } => {
                let peer = crate::base::host_block(typed_address(value)?);
                Edit::AddSourceRule { source: source.clone(), rule: Rule::allow(Direction::Inbound, *ports, peer) }
            }
            Self::ChangeSecurityGroupRule { at, vswitch, rule, priority, .. } => Edit::SetRulePriority {
                at: at.clone(),
                vswitch: vswitch.clone(),
                rule: rule.clone(),
                priority: *priority,
            },
            Self::AddDataworksRoute { group, vswitch, to } | Self::ChangeDataworksRoute { group, vswitch, to, .. } => {
                Edit::AddDataworksRoute { group: group.clone(), vswitch: vswitch.clone(), to: *to }
            }
            Self::AddVpcRoute { network, to, via } | Self::AddReturnRoute { network, to, via } => {
                Edit::AddNetworkRoute { network: network.clone(), to: *to, via: via.clone() }
            }
            Self::AddWhitelistEntry { source, entry } => {
                let entry = match entry {
                    Listed::Block(block) => block_text(*block),
                    Listed::Eip => typed_address(value)?.to_string(),
                    Listed::VSwitchBlock => block_text(crate::base::parse_block(value?.trim()).ok()?),
                };
                Edit::AddWhitelistEntry { source: source.clone(), entry: Entry(entry), replaces: None }
            }
            Self::ReplaceWhitelistEntry { source, entry, replaces } => Edit::AddWhitelistEntry {
                source: source.clone(),
                entry: Entry(block_text(*entry)),
                replaces: Some(replaces.clone()),
            },
        })
    }
}

/// An edit, after those that create what it is about.
fn created_first(switch: Option<&NewSwitch>, edit: Edit) -> Edit {
    match switch.and_then(NewSwitch::creation) {
        None => edit,
        Some(mut edits) => {
            edits.push(edit);
            Edit::All(edits)
        }
    }
}

impl NewSwitch {
    /// The edits that create what has to be created; `None` where all is there.
    fn creation(&self) -> Option<Vec<Edit>> {
        if !self.is_new {
            return None;
        }
        let node = |parent: &Id, kind: Kind| Node { name: None, note: None, parent: Some(parent.clone()), kind };
        let vpc = self.new_vpc.as_ref().map(|vpc| Edit::PutNode {
            id: self.vpc.clone(),
            node: node(&vpc.region, Kind::Vpc(Vpc { cidrs: Some(vec![vpc.cidr]), ..Vpc::default() })),
        });
        let switch = Kind::VSwitch(VSwitch { cidr: self.cidr, ..VSwitch::default() });
        let switch = Edit::PutNode { id: self.vswitch.clone(), node: node(&self.vpc, switch) };
        Some(vpc.into_iter().chain([switch]).collect())
    }
}

impl Side {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Self::ResourceGroup => "resource_group",
            Self::DataSource => "data_source",
        }
    }
}
