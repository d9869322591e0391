//! What the drawing knows of the cloud: ids, regions, accounts, zones, next hops.

use crate::base::Id;
use crate::cloud::{Arg, Unknown};
use crate::topology::{ConnectionKind, Kind, KindName, State, Topology};

/// The drawing as it is, and with everything that the steps create.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// As it is.
    pub before: &'a Topology,
    /// After the steps.
    pub after: &'a Topology,
}

/// The next hop of a route: its type and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The type.
    pub kind: Arg,
    /// The id.
    pub id: Arg,
}

impl Facts<'_> {
    /// The account around an element.
    pub fn account(&self, id: &Id) -> Option<Id> {
        self.after.enclosing(id, KindName::Account).cloned()
    }

    /// The region around an element, as the cloud calls it.
    pub fn region(&self, id: &Id) -> Option<String> {
        let place = self.after.enclosing(id, KindName::Region)?;
        match &self.after.node(place)?.kind {
            Kind::Region(place) => Some(place.region.clone()),
            _ => None,
        }
    }

    /// The number of an account.
    pub fn uid(&self, account: &Id) -> Arg {
        match self.after.node(account).map(|node| &node.kind) {
            Some(Kind::Account(held)) if held.uid.is_some() => {
                Arg::text(held.uid.clone().unwrap_or_default())
            }
            _ => Arg::Unknown(Unknown::Uid(account.clone())),
        }
    }

    /// The id of a VPC.
    pub fn vpc(&self, id: &Id) -> Arg {
        let held = match self.after.node(id).map(|node| &node.kind) {
            Some(Kind::Vpc(vpc)) => vpc.cloud_id.clone(),
            _ => None,
        };
        known(id, held, "vpc-", Unknown::Vpc(id.clone()))
    }

    /// The id of a vSwitch.
    pub fn vswitch(&self, id: &Id) -> Arg {
        let held = match self.after.node(id).map(|node| &node.kind) {
            Some(Kind::VSwitch(vswitch)) => vswitch.cloud_id.clone(),
            _ => None,
        };
        known(id, held, "vsw-", Unknown::VSwitch(id.clone()))
    }

    /// The zone of a vSwitch.
    pub fn zone(&self, id: &Id) -> Arg {
        match self.after.node(id).map(|node| &node.kind) {
            Some(Kind::VSwitch(vswitch)) if vswitch.zone.is_some() => {
                Arg::text(vswitch.zone.clone().unwrap_or_default())
            }
            _ => Arg::Unknown(Unknown::Zone(id.clone())),
        }
    }

    /// The id of a resource group in DataWorks.
    pub fn group(&self, id: &Id) -> Arg {
        let is_one = id.as_str().starts_with("Serverless_res_group_");
        if is_one { Arg::text(id.as_str()) } else { Arg::Unknown(Unknown::Group(id.clone())) }
    }

    /// The id of a CEN instance.
    pub fn cen(&self, id: &Id) -> Arg {
        known(id, None, "cen-", Unknown::Cen(id.clone()))
    }

    /// The id of the instance behind a data source.
    pub fn instance(&self, id: &Id, prefixes: &[&str]) -> Arg {
        let is_one = prefixes.iter().any(|prefix| is_cloud_id(id.as_str(), prefix));
        if is_one { Arg::text(id.as_str()) } else { Arg::Unknown(Unknown::Instance(id.clone())) }
    }

    /// Whether a network is a VPC.
    pub fn is_vpc(&self, network: &Id) -> bool {
        self.after.node(network).is_some_and(|node| node.kind.name() == KindName::Vpc)
    }

    /// Whether a resource group is a serverless one.
    pub fn is_serverless(&self, group: &Id) -> bool {
        let kind = self.after.resource_group(group).map(|group| group.kind);
        kind == Some(crate::topology::GroupKind::Serverless)
    }

    /// What joins networks by this connection.
    pub fn kind(&self, connection: &Id) -> Option<ConnectionKind> {
        self.after.connections.get(connection).map(|held| held.kind)
    }

    /// The state of an attachment as it is.
    pub fn state(&self, connection: &Id, network: &Id) -> Option<State> {
        self.before.connections.get(connection)?.attachment(network).map(|held| held.state)
    }

    /// The vSwitches by which a VPC is attached to a transit router: two in different zones where the drawing has them.
    pub fn attaching(&self, vpc: &Id) -> Vec<Id> {
        let mut chosen: Vec<Id> = Vec::new();
        for (id, node) in self.after.children(vpc) {
            let is_switch = node.kind.name() == KindName::VSwitch;
            let zone = self.zone(id);
            if is_switch && chosen.len() < 2 && chosen.iter().all(|other| self.zone(other) != zone) {
                chosen.push(id.clone());
            }
        }
        chosen
    }

    /// The next hop of a route of a network into a connection, where there is such a route.
    pub fn hop(&self, network: &Id, via: &Id) -> Option<Hop> {
        let hop =
            |kind: &str, unknown: Unknown| Some(Hop { kind: Arg::text(kind), id: Arg::Unknown(unknown) });
        match self.kind(via)? {
            ConnectionKind::Cen => hop("Attachment", Unknown::Attachment(via.clone(), network.clone())),
            ConnectionKind::VpcPeering => hop("VpcPeer", Unknown::Peering(via.clone())),
            ConnectionKind::VpnGateway => hop("VpnGateway", Unknown::VpnGateway(via.clone())),
            ConnectionKind::ExpressConnect => Some(Hop {
                kind: Arg::Unknown(Unknown::HopType(via.clone())),
                id: Arg::Unknown(Unknown::Hop(via.clone(), network.clone())),
            }),
            ConnectionKind::PrivateLink | ConnectionKind::SmartAccessGateway => None,
        }
    }

    /// The account that attaches a network to a CEN instance: the one that its owner lets in, else the owner's own.
    pub fn attached_by(&self, connection: &Id, network: &Id) -> Option<Id> {
        let own = self.account(network);
        let held = self.after.connections.get(connection)?;
        let mut groups =
            self.after.nodes.iter().filter(|(_, node)| node.kind.name() == KindName::ResourceGroup);
        let joins = |account: &Id| {
            held.attachments.iter().any(|other| self.account(&other.network).as_ref() == Some(account))
        };
        let of_groups = groups.find_map(|(id, _)| self.account(id).filter(&joins));
        of_groups.or(own)
    }
}

/// The id that the drawing holds, the drawing's own where it is one of the cloud's, else what to ask for.
fn known(id: &Id, held: Option<String>, prefix: &str, unknown: Unknown) -> Arg {
    let own = || is_cloud_id(id.as_str(), prefix).then(|| id.to_string());
    match held.filter(|held| !held.trim().is_empty()).or_else(own) {
        Some(text) => Arg::Text(text),
        None => Arg::Unknown(unknown),
    }
}

/// Whether an id of the drawing is one of the cloud's: a prefix, a region's code, which has a digit among its first three
/// signs, and then letters and digits.
fn is_cloud_id(id: &str, prefix: &str) -> bool {
    id.strip_prefix(prefix).is_some_and(|rest| {
        rest.len() >= 12
            && rest.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit())
            && rest.bytes().take(3).any(|sign| sign.is_ascii_digit())
    })
}
