//! Joining the networks: complete, attach or create a connection, with authorization and bandwidth.

use crate::base::Id;
use crate::code::Code;
use crate::plan::target::fresh_id;
use crate::plan::{Act, NewSwitch, Step, Who};
use crate::reading::{Join, JoinIx, Network, NetworkIx, Reading};
use crate::topology::{ConnectionKind, KindName, State};
use crate::trace::{Meeting, Trace, missing};

/// The connection that will carry the traffic.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Carrier {
    /// Its id; `None` where none is needed.
    pub(super) via: Option<Id>,
    /// Whether both networks will learn each other's blocks by it, which they do not yet.
    pub(super) teaches: bool,
    /// The existing connection that the steps complete.
    pub(super) completed: Option<JoinIx>,
}

/// What is to be joined: the VPC that is or will be bound (`None` where it is new, with its id), and the far network.
pub(super) struct Ends<'i, 'a> {
    pub(super) reading: &'i Reading<'a>,
    pub(super) trace: &'i Trace<'i, 'a>,
    pub(super) near: Option<NetworkIx>,
    pub(super) near_id: Id,
    pub(super) far: NetworkIx,
    /// The VPC and vSwitch that have to be created first.
    pub(super) creates: Option<NewSwitch>,
}

impl Ends<'_, '_> {
    /// The id of the network at one end, and of the one at the other.
    fn attached(&self, network: NetworkIx) -> (&Id, &Id) {
        let far = self.reading.network(self.far).id;
        if network == self.far { (far, &self.near_id) } else { (&self.near_id, far) }
    }

    /// Whether a CEN instance belongs to the other account. No drawing says whose it is: taken to be the side of the
    /// resource group, but where the VPC of that side is what waits for the other account.
    fn is_foreign(&self, join: &Join<'_>) -> bool {
        let waits = self.near.is_some_and(|near| join.members.get(&near) == Some(&State::Pending));
        let far = self.reading.network(self.far).account;
        let is_cen = join.connection.kind == ConnectionKind::Cen;
        is_cen && waits && join.serves(self.far) && far.is_some() && far != self.trace.group.account
    }
}

/// The steps that make the networks meet, and the connection that will then join them.
pub(super) fn join(ends: &Ends<'_, '_>, meeting: &Meeting, cures: &[Code]) -> (Vec<Step>, Carrier) {
    let Ends { reading, trace, .. } = ends;
    // What a chain with a peering only seems to join is completed where a connection has room, like anything else.
    let room = ends
        .near
        .filter(|_| *meeting == Meeting::PeeringChain)
        .and_then(|near| missing(reading, near, ends.far));
    if let Some(meeting) = room {
        return join(ends, &meeting, cures);
    }
    let far = reading.network(ends.far);
    let owner = trace.group_owner();
    let mut steps: Vec<Step> = authorization(ends, far, meeting).into_iter().collect();
    let near_region = ends.near.map_or(trace.group.region, |ix| reading.network(ix).region);
    let paid = |join: &Join<'_>| {
        bandwidth(trace, Some(join), join.id, join.connection.kind, (near_region, far.region))
    };
    let carrier = match meeting {
        Meeting::Joined(joins) => {
            let usual = joins
                .iter()
                .map(|ix| reading.join(*ix))
                .min_by_key(|join| join.connection.bandwidth_mbps == Some(0.0));
            if let Some(join) = usual {
                let act = Act::JoinNetworks {
                    connection: join.id.clone(),
                    kind: join.connection.kind,
                    networks: [ends.near_id.clone(), far.id.clone()],
                    creates: None,
                };
                steps.push(Step::done(act, owner));
                steps.extend(paid(join));
            }
            Carrier { via: usual.map(|join| join.id.clone()), teaches: false, completed: None }
        }
        Meeting::PrivateLink(ix) => {
            let join = reading.join(*ix);
            let networks = [ends.near_id.clone(), far.id.clone()];
            let kind = join.connection.kind;
            let act = Act::JoinNetworks { connection: join.id.clone(), kind, networks, creates: None };
            steps.push(Step::done(act, owner));
            Carrier { via: Some(join.id.clone()), teaches: false, completed: None }
        }
        Meeting::Same | Meeting::Transit => Carrier { via: None, teaches: false, completed: None },
        Meeting::Pending(ix, waiting) => {
            let join = reading.join(*ix);
            steps
                .extend(waiting.iter().map(|network| complete(ends, join, reading.network(*network), cures)));
            steps.extend(paid(join));
            Carrier {
                via: Some(join.id.clone()),
                teaches: join.is_automatic() && join.carries_routes(),
                completed: Some(join.ix),
            }
        }
        Meeting::Missing { join: ix, network, pending } => {
            let join = reading.join(*ix);
            let (attached, peer) = ends.attached(*network);
            let who = if *network == ends.far { attacher(ends, join, far) } else { owner };
            let (attached, creates) = (attached.clone(), ends.creates.clone());
            let creates = creates.filter(|switch| switch.vpc == attached);
            let act = Act::AttachNetwork { connection: join.id.clone(), network: attached, creates };
            steps.push(Step::to_do(act, who, cures).toward(peer));
            steps
                .extend(pending.iter().map(|network| complete(ends, join, reading.network(*network), cures)));
            steps.extend(paid(join));
            Carrier { via: Some(join.id.clone()), teaches: join.is_automatic(), completed: Some(join.ix) }
        }
        Meeting::PeeringChain | Meeting::Apart => {
            let kind =
                if far.kind == KindName::Vpc { ConnectionKind::Cen } else { ConnectionKind::ExpressConnect };
            let connection = fresh_id(reading, kind.key());
            let networks = [ends.near_id.clone(), far.id.clone()];
            steps.extend(bandwidth(trace, None, &connection, kind, (near_region, far.region)));
            let act = Act::JoinNetworks {
                connection: connection.clone(),
                kind,
                networks,
                creates: ends.creates.clone(),
            };
            steps.push(Step::to_do(act, owner, cures));
            Carrier { via: Some(connection), teaches: true, completed: None }
        }
    };
    (steps, carrier)
}

fn complete(ends: &Ends<'_, '_>, join: &Join<'_>, network: &Network<'_>, cures: &[Code]) -> Step {
    let act = Act::CompleteAttachment { connection: join.id.clone(), network: network.id.clone() };
    Step::to_do(act, attacher(ends, join, network), cures).toward(ends.attached(network.ix).1)
}

/// Who attaches a network: a CEN instance is worked on from its own side once the owner of the network has authorized it
/// (CEN, cross-account authorization, 9 May 2026); any other connection is accepted where the network is.
fn attacher(ends: &Ends<'_, '_>, join: &Join<'_>, network: &Network<'_>) -> Who {
    if ends.is_foreign(join) {
        ends.trace.network_owner(ends.reading.network(ends.far))
    } else if join.connection.kind == ConnectionKind::Cen {
        ends.trace.group_owner()
    } else {
        ends.trace.network_owner(network)
    }
}

/// The owner of the other account lets its network be joined; whether that was done no drawing shows. A peering is let in
/// by attaching the other network to it; a tunnel by agreeing on it, because each side sets up a gateway of its own.
fn authorization(ends: &Ends<'_, '_>, far: &Network<'_>, meeting: &Meeting) -> Option<Step> {
    let (account, own) = (far.account?, ends.trace.group.account?);
    let kind_of = |ix: &JoinIx| ends.reading.join(*ix).connection.kind;
    let kind = match meeting {
        Meeting::Same => return None,
        Meeting::Joined(joins) => joins.first().map_or(ConnectionKind::Cen, kind_of),
        Meeting::PrivateLink(ix) | Meeting::Pending(ix, _) | Meeting::Missing { join: ix, .. } => kind_of(ix),
        Meeting::Transit | Meeting::PeeringChain | Meeting::Apart => ConnectionKind::Cen,
    };
    if account == own || kind == ConnectionKind::VpcPeering {
        return None;
    }
    let foreign = |ix: &JoinIx| ends.is_foreign(ends.reading.join(*ix));
    let (network, account, who) = match meeting {
        Meeting::Pending(ix, _) if foreign(ix) => (&ends.near_id, account, ends.trace.group_owner()),
        _ => (far.id, own, ends.trace.network_owner(far)),
    };
    Some(Step::verify(
        Act::AuthorizeAccount { network: network.clone(), account: account.clone(), kind },
        who,
    ))
}

/// Bandwidth between the regions of a CEN: to buy where none is, to check where it is not said.
fn bandwidth(
    trace: &Trace<'_, '_>,
    join: Option<&Join<'_>>,
    connection: &Id,
    kind: ConnectionKind,
    regions: (Option<&str>, Option<&str>),
) -> Option<Step> {
    let between_regions = matches!(regions, (Some(a), Some(b)) if a != b);
    if !between_regions || kind != ConnectionKind::Cen {
        return None;
    }
    let act = Act::BuyBandwidth { connection: connection.clone() };
    Some(match join.and_then(|join| join.connection.bandwidth_mbps) {
        None => Step::verify(act, trace.group_owner()),
        Some(0.0) => Step::to_do(act, trace.group_owner(), &[Code::NoInterRegionBandwidth]),
        Some(_) => Step::done(act, trace.group_owner()),
    })
}
