//! The sides of an IPsec tunnel or a circuit that a step sets up, with what is typed into the forms of each.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::base::{Block, Id};
use crate::plan::{Act, NewVpc, Step};
use crate::topology::{ConnectionKind, Kind, KindName, RouteMode, Topology};

/// What two networks are joined by where each side sets up its own end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// An IPsec tunnel between VPN gateways or devices.
    Tunnel,
    /// A circuit of Express Connect between a VPC and another network.
    Circuit,
}

/// One side of a tunnel or circuit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tunnel {
    /// Whether it is a tunnel or a circuit.
    pub line: Line,
    /// Whether its routes are steps of their own.
    pub is_manual: bool,
    /// The network of this side.
    pub network: Id,
    /// Whether it is a VPC; any other network has a device of its own.
    pub is_vpc: bool,
    /// The region of a VPC.
    pub region: Option<String>,
    /// The network of the other side.
    pub peer: Id,
    /// Whether the other side is a VPC.
    pub peer_is_vpc: bool,
    /// The blocks of this side; `None` where the drawing does not give them.
    pub local: Option<Vec<Block>>,
    /// The blocks of the other side.
    pub remote: Option<Vec<Block>>,
}

impl Tunnel {
    /// The sides that a step sets up: both where networks are joined, one where a network is attached; none for any step
    /// that is not about a VPN gateway or a circuit.
    pub fn sides(topology: &Topology, step: &Step) -> Vec<Self> {
        let act = &step.act;
        let (kind, is_manual, ends) = match act {
            Act::JoinNetworks { kind, networks: [a, b], .. } => (*kind, false, vec![(a, b), (b, a)]),
            Act::AttachNetwork { connection, network, .. }
            | Act::CompleteAttachment { connection, network } => {
                let Some(held) = topology.connections.get(connection) else { return Vec::new() };
                let ends = step.peer.iter().map(|peer| (network, peer)).collect();
                (held.kind, held.routes == RouteMode::Manual, ends)
            }
            _ => return Vec::new(),
        };
        let line = match kind {
            ConnectionKind::VpnGateway => Line::Tunnel,
            ConnectionKind::ExpressConnect => Line::Circuit,
            _ => return Vec::new(),
        };
        let side = |(network, peer)| Self { is_manual, ..Self::of(topology, act, line, (network, peer)) };
        let sides = ends.into_iter().map(side);
        sides.filter(|side| line == Line::Tunnel || side.is_vpc != side.peer_is_vpc).collect()
    }

    fn of(topology: &Topology, act: &Act, line: Line, (network, peer): (&Id, &Id)) -> Self {
        Self {
            line,
            is_manual: false,
            network: network.clone(),
            is_vpc: is_vpc(topology, act, network),
            region: region(topology, act, network),
            peer: peer.clone(),
            peer_is_vpc: is_vpc(topology, act, peer),
            local: blocks(topology, act, network),
            remote: blocks(topology, act, peer),
        }
    }

    /// Adds to the values of a step those of the first side in the cloud.
    pub fn add_values(topology: &Topology, step: &Step, values: &mut BTreeMap<String, Value>) {
        let sides = Self::sides(topology, step);
        let Some(side) = sides.iter().find(|side| side.is_vpc) else {
            return;
        };
        let mut add = |name: &str, value: Value| {
            values.insert(name.to_owned(), value);
        };
        let texts = |blocks: &[Block]| blocks.iter().map(|block| Value::from(block.to_string())).collect();
        add("vpc", Value::from(side.network.as_str()));
        if let Some(region) = &side.region {
            add("region", Value::from(region.as_str()));
        }
        if let Some(local) = &side.local {
            add("local_cidrs", Value::Array(texts(local)));
        }
        if let Some(remote) = &side.remote {
            add("remote_cidrs", Value::Array(texts(remote)));
        }
    }
}

/// The VPC that the act creates, where it is this network.
fn new_vpc<'a>(act: &'a Act, network: &Id) -> Option<&'a NewVpc> {
    match act {
        Act::JoinNetworks { creates: Some(switch), .. }
        | Act::AttachNetwork { creates: Some(switch), .. } => {
            switch.new_vpc.as_ref().filter(|_| switch.vpc == *network)
        }
        _ => None,
    }
}

fn is_vpc(topology: &Topology, act: &Act, network: &Id) -> bool {
    let drawn = topology.node(network).is_some_and(|node| node.kind.name() == KindName::Vpc);
    drawn || new_vpc(act, network).is_some()
}

fn region(topology: &Topology, act: &Act, network: &Id) -> Option<String> {
    let place = match new_vpc(act, network) {
        Some(vpc) => &vpc.region,
        None => topology.enclosing(network, KindName::Region)?,
    };
    match &topology.node(place)?.kind {
        Kind::Region(place) => Some(place.region.trim().to_owned()).filter(|region| !region.is_empty()),
        _ => None,
    }
}

fn blocks(topology: &Topology, act: &Act, network: &Id) -> Option<Vec<Block>> {
    if let Some(vpc) = new_vpc(act, network) {
        return Some(vec![vpc.cidr]);
    }
    let cidrs = topology.node(network)?.kind.cidrs()?;
    (!cidrs.is_empty()).then(|| cidrs.to_vec())
}
