//! Connections, resolved: which networks they hold in which state, and what in-service members learn of each other.

use std::collections::BTreeMap;

use crate::base::order::Gather;
use crate::base::{Id, PrefixMap};
use crate::reading::{Network, NetworkIx};
use crate::topology::{Connection, ConnectionKind, KindName, RouteMode, State, Topology, admits};

/// The number of a connection in its reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JoinIx(pub(super) usize);

/// A connection between networks.
#[derive(Debug)]
pub struct Join<'a> {
    /// Its number.
    pub ix: JoinIx,
    /// Its id.
    pub id: &'a Id,
    /// What is drawn.
    pub connection: &'a Connection,
    /// The networks it holds, with their states.
    pub members: BTreeMap<NetworkIx, State>,
    /// The kinds of the networks it holds.
    kinds: Vec<KindName>,
    /// The blocks of the in-service members, where members learn from each other.
    pub learned: PrefixMap<NetworkIx>,
    /// In-service members from whom others would learn if their blocks were known.
    pub silent: Vec<NetworkIx>,
}

impl Join<'_> {
    /// Whether the network is attached and in service.
    pub fn serves(&self, network: NetworkIx) -> bool {
        self.members.get(&network) == Some(&State::InService)
    }

    /// Whether traffic can be routed through it: every kind but PrivateLink, with at least two attachments, and a Smart
    /// Access Gateway from the data center where the device stands.
    pub fn carries_routes(&self) -> bool {
        let is_whole = match self.connection.kind {
            ConnectionKind::PrivateLink => false,
            ConnectionKind::SmartAccessGateway => self.kinds.contains(&KindName::DataCenter),
            _ => true,
        };
        is_whole && self.members.len() >= 2
    }

    /// Whether both networks are in service and routed traffic flows between them.
    pub fn links(&self, a: NetworkIx, b: NetworkIx) -> bool {
        self.carries_routes() && self.serves(a) && self.serves(b)
    }

    /// Whether it is a PrivateLink from `consumer` to `provider`, both in service.
    pub fn offers(&self, consumer: NetworkIx, provider: NetworkIx, networks: &[Network<'_>]) -> bool {
        let at = |position: usize| self.connection.attachments.get(position).map(|a| &a.network);
        let named = |ix: NetworkIx| networks.get(ix.0).map(|n| n.id);
        self.connection.kind == ConnectionKind::PrivateLink
            && self.serves(consumer)
            && self.serves(provider)
            && at(0) == named(consumer)
            && at(1) == named(provider)
    }

    /// Whether it is a VPC peering connection.
    pub fn is_peering(&self) -> bool {
        self.connection.kind == ConnectionKind::VpcPeering
    }

    /// Whether members learn each other's blocks.
    pub fn is_automatic(&self) -> bool {
        self.connection.routes == RouteMode::Automatic
    }

    /// Whether it can take one more network of this kind, and then carries routes to it.
    pub fn has_room_for(&self, kind: KindName) -> bool {
        let helps = match self.connection.kind {
            ConnectionKind::PrivateLink => false,
            ConnectionKind::SmartAccessGateway => {
                kind == KindName::DataCenter || self.kinds.contains(&KindName::DataCenter)
            }
            _ => true,
        };
        helps && admits(self.connection.kind, &self.kinds, kind)
    }

    /// Whether it is a PrivateLink that has a consumer and can take a network of this kind as its provider.
    pub fn has_room_for_provider(&self, kind: KindName) -> bool {
        let is_link = self.connection.kind == ConnectionKind::PrivateLink;
        is_link && self.members.len() == 1 && admits(self.connection.kind, &self.kinds, kind)
    }
}

/// The connections of a drawing, in order of id.
pub(super) fn joins<'a>(
    topology: &'a Topology,
    index: &BTreeMap<&Id, NetworkIx>,
    networks: &[Network<'a>],
) -> Vec<Join<'a>> {
    let read = |(at, (id, connection)): (usize, (&'a Id, &'a std::sync::Arc<Connection>))| {
        let held = connection.attachments.iter().filter_map(|a| Some((*index.get(&a.network)?, a.state)));
        let members: BTreeMap<NetworkIx, State> = held.gather();
        let kinds = members.keys().filter_map(|ix| networks.get(ix.0)).map(|n| n.kind).collect();
        let mut join = Join {
            ix: JoinIx(at),
            id,
            connection,
            members,
            kinds,
            learned: PrefixMap::default(),
            silent: Vec::new(),
        };
        if join.carries_routes() && join.is_automatic() {
            let serving = join.members.iter().filter(|(_, state)| **state == State::InService);
            let mut learned = Vec::new();
            for network in serving.filter_map(|(ix, _)| networks.get(ix.0)) {
                match &network.cidrs {
                    Some(cidrs) => learned.extend(cidrs.iter().map(|cidr| (*cidr, network.ix))),
                    None => join.silent.push(network.ix),
                }
            }
            join.learned = PrefixMap::of(learned);
        }
        join
    };
    topology.connections.iter().enumerate().map(read).collect()
}

/// Numbers networks so that two have the same number when a chain of connections that `counts` leads from one to the
/// other over in-service attachments.
pub(super) fn components<'a>(
    networks: usize,
    joins: &[Join<'a>],
    counts: impl Fn(&Join<'a>) -> bool,
) -> Vec<usize> {
    let mut root: Vec<usize> = (0..networks).collect();
    for join in joins.iter().filter(|join| counts(join)) {
        let mut serving =
            join.members.iter().filter(|(_, state)| **state == State::InService).map(|(ix, _)| ix.0);
        let Some(first) = serving.next() else { continue };
        for other in serving {
            let (a, b) = (find(&mut root, first), find(&mut root, other));
            if let Some(slot) = root.get_mut(a.max(b)) {
                *slot = a.min(b);
            }
        }
    }
    (0..networks).map(|at| find(&mut root, at)).collect()
}

/// The representative of a component, with paths halved on the way.
fn find(root: &mut [usize], mut at: usize) -> usize {
    while let Some(&up) = root.get(at) {
        if up == at {
            break;
        }
        let above = root.get(up).copied().unwrap_or(up);
        if let Some(slot) = root.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
    at
}
