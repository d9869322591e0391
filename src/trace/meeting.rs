//! Whether, and how, the network of an association and the network of a data source meet.

use crate::base::AddressSet;
use crate::reading::{Group, JoinIx, Network, NetworkIx, Reading, Source};
use crate::topology::{ConnectionKind, GroupKind, State};
use crate::trace::routing::{Planned, Way, ways};

/// How two networks meet, from best to worst; what stands further down is only looked at when nothing above holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// They are one.
    Same,
    /// These connections hold both in service.
    Joined(Vec<JoinIx>),
    /// A PrivateLink leads from the association's VPC to the data source's.
    PrivateLink(JoinIx),
    /// Custom routes lead through a third network.
    Transit,
    /// A connection holds both, but not both are in service.
    Pending(JoinIx, Vec<NetworkIx>),
    /// Only a chain with a peering leads there.
    PeeringChain,
    /// A connection holds the first network and has room for the second.
    Missing {
        /// The connection.
        join: JoinIx,
        /// The network it would have to take.
        network: NetworkIx,
        /// Further attachments of it that are not in service.
        pending: Vec<NetworkIx>,
    },
    /// Nothing.
    Apart,
}

impl Meeting {
    /// Whether the way is, or once completed will be, a PrivateLink.
    pub fn is_linked(&self, reading: &Reading<'_>) -> bool {
        match self {
            Self::PrivateLink(_) => true,
            Self::Pending(ix, _) | Self::Missing { join: ix, .. } => {
                reading.join(*ix).connection.kind == ConnectionKind::PrivateLink
            }
            Self::Same | Self::Joined(_) | Self::Transit | Self::PeeringChain | Self::Apart => false,
        }
    }

    /// Whether traffic can flow, whatever the routes say.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Same | Self::Joined(_) | Self::PrivateLink(_) | Self::Transit)
    }

    /// The rank among ways to meet: smaller is better.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Same => 0,
            Self::Joined(_) => 1,
            Self::PrivateLink(_) => 2,
            Self::Transit => 3,
            Self::Pending(..) => 4,
            Self::PeeringChain => 5,
            Self::Missing { .. } => 6,
            Self::Apart => 7,
        }
    }
}

/// How `near`, where the group is or would be bound, meets `far`, where the data source lies at `wanted`.
pub fn meeting(reading: &Reading<'_>, near: NetworkIx, far: NetworkIx, wanted: &AddressSet) -> Meeting {
    if near == far {
        return Meeting::Same;
    }
    let joined: Vec<JoinIx> =
        reading.between(near, far).filter(|join| join.links(near, far)).map(|join| join.ix).collect();
    if !joined.is_empty() {
        return Meeting::Joined(joined);
    }
    if let Some(link) = reading.between(near, far).find(|join| join.offers(near, far, &reading.networks)) {
        return Meeting::PrivateLink(link.ix);
    }
    if reading.chained_without_peering(near, far) && transit(reading, near, far, wanted) {
        return Meeting::Transit;
    }
    let waiting = |ix: JoinIx| -> Vec<NetworkIx> {
        let join = reading.join(ix);
        let idle = |ix: &NetworkIx| join.members.get(ix).is_some_and(|state| *state != State::InService);
        [near, far].into_iter().filter(idle).collect()
    };
    let pending = reading.between(near, far).find(|join| {
        let consumer = join.connection.attachments.first().map(|a| &a.network);
        let is_link = join.connection.kind == ConnectionKind::PrivateLink && join.members.len() >= 2;
        join.carries_routes() || is_link && consumer == Some(reading.network(near).id)
    });
    if let Some(join) = pending {
        return Meeting::Pending(join.ix, waiting(join.ix));
    }
    if reading.chained(near, far) && !reading.chained_without_peering(near, far) {
        return Meeting::PeeringChain;
    }
    missing(reading, near, far).unwrap_or(Meeting::Apart)
}

/// A connection that holds one of the two and has room for the other; the one with the first id, in service first. A
/// PrivateLink of which only the consumer is drawn is completed where there is no other.
pub fn missing(reading: &Reading<'_>, near: NetworkIx, far: NetworkIx) -> Option<Meeting> {
    let holds = |held: NetworkIx, wanted: NetworkIx| {
        let kind = reading.network(wanted).kind;
        let joins = reading.network(held).joins.iter().map(|ix| reading.join(*ix));
        joins
            .filter(move |join| join.has_room_for(kind) && !join.members.contains_key(&wanted))
            .map(move |join| (!join.serves(held), join.ix, held, wanted))
    };
    let routed = holds(far, near).chain(holds(near, far)).min();
    let linked = || {
        let joins = reading.network(near).joins.iter().map(|ix| reading.join(*ix));
        let open = joins.filter(|join| join.has_room_for_provider(reading.network(far).kind));
        open.map(|join| (!join.serves(near), join.ix, near, far)).min()
    };
    let (idle, join, held, network) = routed.or_else(linked)?;
    Some(Meeting::Missing { join, network, pending: if idle { vec![held] } else { Vec::new() } })
}

/// Whether the near network has a custom route through a connection that could pass traffic on.
fn transit(reading: &Reading<'_>, near: NetworkIx, far: NetworkIx, wanted: &AddressSet) -> bool {
    ways(reading, near, far, wanted, Planned::default()).iter().any(|(_, way)| matches!(way, Way::Transit(_)))
}

/// Whether the group can be bound to this VPC at all: its own account and region, and a range that it supports.
pub fn is_bindable(group: &Group<'_>, network: &Network<'_>) -> bool {
    let serverless = group.drawn.kind == GroupKind::Serverless;
    let supported = !serverless || network.block_unsupported_by_serverless().is_none();
    supported && network.is_bindable(group.account, group.region)
}

/// Whether binding this VPC could lead to the data source: bindable, free of contradictions, and without any overlap with
/// the data source's network.
pub fn qualifies(
    reading: &Reading<'_>,
    group: &Group<'_>,
    source: &Source<'_>,
    network: &Network<'_>,
) -> bool {
    if !is_bindable(group, network) || reading.address_plan.is_flawed(network.id) {
        return false;
    }
    match source.network().filter(|far| *far != network.ix) {
        Some(far) => {
            let far = reading.network(far);
            let clear = |a: &Network<'_>, b: &Network<'_>| !a.local.meets(&b.extent);
            network.overlap_with(far).is_none() && clear(network, far) && clear(far, network)
        }
        None => true,
    }
}
