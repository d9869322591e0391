//! Each act as calls.

use crate::base::{Block, Id, PortRange};
use crate::cloud::{Arg, Call, Doing, Facts, Remark, Unknown, whitelist};
use crate::plan::{Act, Listed, NewSwitch, PrepareReason, Side, Unnamed};
use crate::topology::{ConnectionKind, Direction, Protocol, Rule, State};

/// What a step is for.
#[derive(Clone, Debug, Default)]
pub struct Purpose {
    /// A line about it, for descriptions in the cloud.
    pub about: String,
    /// The resource group and the data source, where they are known.
    pub pair: Option<(Id, Id)>,
}

/// What to call for an act.
pub fn doing(facts: &Facts<'_>, act: &Act, purpose: &Purpose) -> Doing {
    let about = purpose.about.as_str();
    match act {
        Act::PrepareGroup { group, reason: PrepareReason::Suitable } => Doing::call(
            dataworks(facts, group, "AssociateProjectToResourceGroup")
                .with("ResourceGroupId", facts.group(group))
                .with("ProjectId", Arg::Unknown(Unknown::Workspace(group.clone()))),
        ),
        Act::AuthorizeAccount { network, account, kind } => authorize(facts, network, account, *kind),
        Act::JoinNetworks { connection, kind, networks, creates } => {
            let new = created(creates.as_ref());
            match kind {
                ConnectionKind::Cen => {
                    let calls = networks.iter().filter_map(|network| attach(facts, connection, network));
                    let doing = Doing {
                        calls: calls.collect(),
                        remarks: vec![Remark::CreateFirst(connection.clone())],
                    };
                    let rest = networks.iter().any(|network| !facts.is_vpc(network));
                    with(if rest { doing.saying(Remark::Console) } else { doing }, new)
                }
                ConnectionKind::VpcPeering => with(peer(facts, connection, networks), new),
                _ => with(Doing::only(Remark::Console), new),
            }
        }
        Act::AttachNetwork { connection, network, creates } => {
            with(attached(facts, connection, network), created(creates.as_ref()))
        }
        Act::CompleteAttachment { connection, network } => {
            let is_pending = facts.state(connection, network) == Some(State::Pending);
            match (facts.kind(connection), is_pending) {
                (Some(ConnectionKind::VpcPeering), true) => Doing::call(
                    Call::new("vpcpeer", "AcceptVpcPeerConnection", facts.account(network))
                        .with("InstanceId", Arg::Unknown(Unknown::Peering(connection.clone()))),
                ),
                (_, true) => Doing::only(Remark::Console),
                (_, false) => attached(facts, connection, network),
            }
        }
        Act::Bind { group, switch } => bind(facts, group, switch),
        Act::Rebind { group, from, switch } => {
            bind(facts, group, switch).saying(Remark::RemoveBinding(from.clone()))
        }
        Act::AddSecurityGroupRule { side, at, vswitch, rule } => {
            Doing::call(permit(facts, (*side, at, vswitch.as_ref()), rule, Arg::block(rule.peer), about))
        }
        Act::AdmitUnnamed { side, at, vswitch, direction, ports, unnamed } => {
            let rule = Rule::allow(*direction, *ports, Block::default());
            let peer = Arg::Unknown(stand_in(*unnamed, at, purpose));
            Doing::call(permit(facts, (*side, at, vswitch.as_ref()), &rule, peer, about))
        }
        Act::AddDataworksRoute { group, vswitch, to } => {
            route(facts, group, vswitch, Arg::block_with_mask(*to))
        }
        Act::AddUnnamedRoute { group, vswitch } => {
            route(facts, group, vswitch, Arg::Unknown(stand_in(Unnamed::Address, group, purpose)))
        }
        Act::ChangeDataworksRoute { group, from, vswitch, to } => {
            route(facts, group, vswitch, Arg::block_with_mask(*to))
                .saying(Remark::RemoveDataworksRoute(from.clone()))
        }
        Act::AddVpcRoute { network, to, via, replaces }
        | Act::AddReturnRoute { network, to, via, replaces } => {
            let doing = network_route(facts, network, *to, via);
            match replaces {
                Some(old) => doing.saying(Remark::RemoveRoute(old.clone())),
                None => doing,
            }
        }
        Act::AddWhitelistEntry { source, entry } => {
            whitelist(facts, source, vec![listed(source, *entry, purpose)])
        }
        Act::ReplaceWhitelistEntry { source, entry, replaces } => {
            whitelist(facts, source, vec![Arg::block(*entry)]).saying(Remark::RemoveEntry(replaces.0.clone()))
        }
        Act::TestConnectivity { group, source } => Doing::call(
            dataworks(facts, group, "TestDataSourceConnectivity")
                .with("ProjectId", Arg::Unknown(Unknown::Workspace(group.clone())))
                .with("DataSourceId", Arg::Unknown(Unknown::DataSource(source.clone())))
                .with("ResourceGroupId", facts.group(group)),
        ),
        Act::PrepareGroup { .. }
        | Act::MigrateToVpc { .. }
        | Act::Readdress { .. }
        | Act::BuyBandwidth { .. }
        | Act::CreateInternetExit { .. }
        | Act::ChangeSecurityGroupRule { .. }
        | Act::ResolveHostName { .. }
        | Act::CheckEip { .. } => Doing::only(Remark::Console),
    }
}

/// What a whitelist has to hold.
pub fn listed(source: &Id, entry: Listed, purpose: &Purpose) -> Arg {
    match entry {
        Listed::Block(block) => Arg::block(block),
        Listed::Eip => Arg::Unknown(stand_in(Unnamed::Eip, source, purpose)),
        Listed::VSwitchBlock => Arg::Unknown(stand_in(Unnamed::VSwitchBlock, source, purpose)),
    }
}

/// What stands for an address that is not known: that of the group or data source which the step is for.
pub fn stand_in(unnamed: Unnamed, at: &Id, purpose: &Purpose) -> Unknown {
    let (group, source) = purpose.pair.clone().unwrap_or_else(|| (at.clone(), at.clone()));
    match unnamed {
        Unnamed::Eip => Unknown::Eip(group),
        Unnamed::Address => Unknown::Address(source),
        Unnamed::VSwitchBlock => Unknown::VSwitchBlock(group),
        Unnamed::LoadBalancer => Unknown::LoadBalancer(source),
    }
}

fn dataworks(facts: &Facts<'_>, group: &Id, api: &'static str) -> Call {
    let call = Call::new("dataworks-public", api, facts.account(group));
    match facts.region(group) {
        Some(region) => call
            .with("region", Arg::text(region.clone()))
            .with("endpoint", Arg::text(format!("dataworks.{region}.aliyuncs.com"))),
        None => call,
    }
}

fn authorize(facts: &Facts<'_>, network: &Id, account: &Id, kind: ConnectionKind) -> Doing {
    let holds = |id: &Id| facts.account(id).as_ref() == Some(account);
    let joins = facts.after.connections.iter().find(|(_, held)| {
        held.kind == ConnectionKind::Cen
            && held.kind == kind
            && held.attachment(network).is_some()
            && held.attachments.iter().any(|other| holds(&other.network))
    });
    match joins {
        Some((cen, _)) if facts.is_vpc(network) => {
            let call = Call::new("cbn", "GrantInstanceToTransitRouter", facts.account(network))
                .with("RegionId", region(facts, network))
                .with("CenId", facts.cen(cen))
                .with("CenOwnerId", facts.uid(account))
                .fixed("InstanceType", "VPC")
                .with("InstanceId", facts.vpc(network))
                .fixed("OrderType", "PayByCenOwner");
            Doing::call(call)
        }
        _ => Doing::only(Remark::Console),
    }
}

fn attached(facts: &Facts<'_>, connection: &Id, network: &Id) -> Doing {
    match attach(facts, connection, network) {
        Some(call) => {
            let few = facts.attaching(network).len() < 2;
            let doing = Doing::call(call);
            if few { doing.saying(Remark::TwoZones) } else { doing }
        }
        None => Doing::only(Remark::Console),
    }
}

/// Attaches a VPC to the transit router of its region.
fn attach(facts: &Facts<'_>, connection: &Id, network: &Id) -> Option<Call> {
    const ZONES: [(&str, &str); 2] = [
        ("ZoneMappings.1.ZoneId", "ZoneMappings.1.VSwitchId"),
        ("ZoneMappings.2.ZoneId", "ZoneMappings.2.VSwitchId"),
    ];
    if facts.kind(connection) != Some(ConnectionKind::Cen) || !facts.is_vpc(network) {
        return None;
    }
    let by = facts.attached_by(connection, network);
    let router = Unknown::TransitRouter(connection.clone(), facts.region(network).unwrap_or_default());
    let mut call = Call::new("cbn", "CreateTransitRouterVpcAttachment", by.clone())
        .with("RegionId", region(facts, network))
        .with("CenId", facts.cen(connection))
        .with("TransitRouterId", Arg::Unknown(router))
        .with("VpcId", facts.vpc(network));
    if let Some(owner) = facts.account(network).filter(|owner| Some(owner) != by.as_ref()) {
        call = call.with("VpcOwnerId", facts.uid(&owner));
    }
    let mut switches = facts.attaching(network);
    if switches.is_empty() {
        switches.push(network.clone());
    }
    for ((zone, switch), id) in ZONES.into_iter().zip(&switches) {
        call = call.with(zone, facts.zone(id)).with(switch, facts.vswitch(id));
    }
    let call = call.fixed("AutoPublishRouteEnabled", "true");
    Some(call.giving(Unknown::Attachment(connection.clone(), network.clone()), "TransitRouterAttachmentId"))
}

fn peer(facts: &Facts<'_>, connection: &Id, [near, far]: &[Id; 2]) -> Doing {
    let mut call = Call::new("vpcpeer", "CreateVpcPeerConnection", facts.account(near))
        .with("RegionId", region(facts, near))
        .with("VpcId", facts.vpc(near));
    if let Some(owner) = facts.account(far).filter(|owner| Some(owner) != facts.account(near).as_ref()) {
        call = call.with("AcceptingAliUid", facts.uid(&owner));
    }
    let call = call.with("AcceptingRegionId", region(facts, far)).with("AcceptingVpcId", facts.vpc(far));
    Doing::call(call.giving(Unknown::Peering(connection.clone()), "InstanceId"))
}

fn bind(facts: &Facts<'_>, group: &Id, switch: &NewSwitch) -> Doing {
    if !facts.is_serverless(group) {
        return with(Doing::only(Remark::Serverless), created(Some(switch)));
    }
    // The same token for the same wish: said twice it is done once.
    let token: String = format!("reachplan-{group}-{}", switch.vswitch).chars().take(64).collect();
    let call = dataworks(facts, group, "CreateNetwork")
        .fixed("ClientToken", &token)
        .with("ResourceGroupId", facts.group(group))
        .with("VpcId", facts.vpc(&switch.vpc))
        .with("VswitchId", facts.vswitch(&switch.vswitch))
        .giving(Unknown::Binding(group.clone(), switch.vswitch.clone()), "Id");
    with(Doing::call(call), created(Some(switch)))
}

fn route(facts: &Facts<'_>, group: &Id, vswitch: &Id, to: Arg) -> Doing {
    if !facts.is_serverless(group) {
        return Doing::only(Remark::Serverless);
    }
    let call = dataworks(facts, group, "CreateRoute")
        .with("ResourceGroupId", facts.group(group))
        .with("NetworkId", Arg::Unknown(Unknown::Binding(group.clone(), vswitch.clone())))
        .with("DestinationCidr", to);
    Doing::call(call)
}

fn network_route(facts: &Facts<'_>, network: &Id, to: Block, via: &Id) -> Doing {
    match facts.hop(network, via).filter(|_| facts.is_vpc(network)) {
        Some(hop) => Doing::call(
            Call::new("vpc", "CreateRouteEntry", facts.account(network))
                .with("RegionId", region(facts, network))
                .with("RouteTableId", Arg::Unknown(Unknown::RouteTable(network.clone())))
                .with("DestinationCidrBlock", Arg::block_with_mask(to))
                .with("NextHopType", hop.kind)
                .with("NextHopId", hop.id),
        ),
        None => Doing::only(Remark::Console),
    }
}

/// Adds a rule to a security group.
fn permit(
    facts: &Facts<'_>,
    (side, at, vswitch): (Side, &Id, Option<&Id>),
    rule: &Rule,
    peer: Arg,
    about: &str,
) -> Call {
    let of = match side {
        Side::ResourceGroup => Unknown::SecurityGroup(at.clone(), vswitch.cloned()),
        Side::DataSource => Unknown::SecurityGroup(at.clone(), None),
    };
    let (api, end) = match rule.direction {
        Direction::Inbound => ("AuthorizeSecurityGroup", "Permissions.1.SourceCidrIp"),
        Direction::Outbound => ("AuthorizeSecurityGroupEgress", "Permissions.1.DestCidrIp"),
    };
    Call::new("ecs", api, facts.account(at))
        .with("RegionId", region(facts, at))
        .with("SecurityGroupId", Arg::Unknown(of))
        .fixed("Permissions.1.IpProtocol", protocol(rule.protocol))
        .fixed("Permissions.1.PortRange", &ports(rule.protocol, rule.ports))
        .with(end, peer)
        .fixed("Permissions.1.Policy", "accept")
        .fixed("Permissions.1.Priority", &rule.priority.to_string())
        .fixed("Permissions.1.NicType", "intranet")
        .fixed("Permissions.1.Description", about)
}

/// A protocol as the API calls it.
fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::All => "ALL",
    }
}

/// A range of ports as the API writes it.
pub fn ports(protocol: Protocol, ports: PortRange) -> String {
    match protocol {
        Protocol::Icmp | Protocol::All => "-1/-1".to_owned(),
        Protocol::Tcp | Protocol::Udp => format!("{}/{}", ports.from.max(1), ports.to),
    }
}

fn region(facts: &Facts<'_>, id: &Id) -> Arg {
    Arg::text(facts.region(id).unwrap_or_default())
}

/// What has to be created before a vSwitch is bound or its VPC attached.
fn created(switch: Option<&NewSwitch>) -> Option<Id> {
    let switch = switch.filter(|switch| switch.is_new)?;
    Some(if switch.new_vpc.is_some() { switch.vpc.clone() } else { switch.vswitch.clone() })
}

fn with(doing: Doing, new: Option<Id>) -> Doing {
    match new {
        Some(id) => doing.saying(Remark::CreateFirst(id)),
        None => doing,
    }
}
