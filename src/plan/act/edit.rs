//! An act as an edit of the drawing.

use crate::base::Id;
use crate::base::block_text;
use crate::plan::{Act, Listed, NewSwitch, Side, typed_address};
use crate::topology::{
    Attachment, Connection, Edit, Entry, Kind, NatGateway, Node, Rule, Snat, State, VSwitch, Vpc,
};

impl Act {
    /// The act as an edit, where the drawing can hold it; `value` is what the act needs.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each act, so that the compiler asks for every one"
    )]
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
                let joined = Connection {
                    attachments: networks.iter().map(attach).collect(),
                    ..Connection::fresh(*kind)
                };
                created_first(
                    creates.as_ref(),
                    Edit::PutConnection { id: connection.clone(), connection: joined },
                )
            }
            Self::AttachNetwork { connection, network, creates } => {
                let attach = Edit::Attach {
                    connection: connection.clone(),
                    network: network.clone(),
                    state: State::InService,
                };
                created_first(creates.as_ref(), attach)
            }
            Self::CompleteAttachment { connection, network } => Edit::Attach {
                connection: connection.clone(),
                network: network.clone(),
                state: State::InService,
            },
            Self::BuyBandwidth { connection } => {
                let mbps: f64 =
                    value?.trim().parse().ok().filter(|mbps| *mbps > 0.0 && f64::is_finite(*mbps))?;
                Edit::SetBandwidth { connection: connection.clone(), mbps }
            }
            Self::Bind { group, switch } => {
                let bind = Edit::AddBinding { group: group.clone(), vswitch: switch.vswitch.clone() };
                created_first(Some(switch), bind)
            }
            Self::Rebind { group, from, switch } => {
                let bind = Edit::MoveBinding {
                    group: group.clone(),
                    from: from.clone(),
                    to: switch.vswitch.clone(),
                };
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
                    let nat = NatGateway {
                        eips: Some(vec![eip?]),
                        snat: Some(Snat::VSwitches(vec![vswitch.clone()])),
                    };
                    let node = Node {
                        name: None,
                        note: None,
                        parent: Some(vpc.clone()),
                        kind: Kind::NatGateway(nat),
                    };
                    Edit::PutNode { id: gateway.clone(), node }
                }
            }
            Self::AddSecurityGroupRule { side: Side::ResourceGroup, at, vswitch, rule } => {
                Edit::AddGroupRule { group: at.clone(), vswitch: vswitch.clone()?, rule: rule.clone() }
            }
            Self::AddSecurityGroupRule { side: Side::DataSource, at, rule, .. } => {
                Edit::AddSourceRule { source: at.clone(), rule: rule.clone() }
            }
            Self::AdmitUnnamed { side, at, vswitch, direction, ports, .. } => {
                let rule = Rule::allow(*direction, *ports, crate::base::parse_block(value?.trim()).ok()?);
                match side {
                    Side::ResourceGroup => {
                        Edit::AddGroupRule { group: at.clone(), vswitch: vswitch.clone()?, rule }
                    }
                    Side::DataSource => Edit::AddSourceRule { source: at.clone(), rule },
                }
            }
            Self::ChangeSecurityGroupRule { at, vswitch, rule, priority, .. } => Edit::SetRulePriority {
                at: at.clone(),
                vswitch: vswitch.clone(),
                rule: rule.clone(),
                priority: *priority,
            },
            Self::AddDataworksRoute { group, vswitch, to } => Edit::AddDataworksRoute {
                group: group.clone(),
                from: None,
                vswitch: vswitch.clone(),
                to: *to,
            },
            Self::ChangeDataworksRoute { group, from, vswitch, to } => Edit::AddDataworksRoute {
                group: group.clone(),
                from: Some(from.clone()),
                vswitch: vswitch.clone(),
                to: *to,
            },
            Self::AddUnnamedRoute { group, vswitch } => {
                let to = crate::base::parse_block(value?.trim()).ok()?;
                Edit::AddDataworksRoute { group: group.clone(), from: None, vswitch: vswitch.clone(), to }
            }
            Self::AddVpcRoute { network, to, via, .. } | Self::AddReturnRoute { network, to, via, .. } => {
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
        let node =
            |parent: &Id, kind: Kind| Node { name: None, note: None, parent: Some(parent.clone()), kind };
        let vpc = self.new_vpc.as_ref().map(|vpc| Edit::PutNode {
            id: self.vpc.clone(),
            node: node(&vpc.region, Kind::Vpc(Vpc { cidrs: Some(vec![vpc.cidr]), ..Vpc::default() })),
        });
        let switch = Kind::VSwitch(VSwitch { cidr: self.cidr, ..VSwitch::default() });
        let switch = Edit::PutNode { id: self.vswitch.clone(), node: node(&self.vpc, switch) };
        Some(vpc.into_iter().chain([switch]).collect())
    }
}
