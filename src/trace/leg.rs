//! What happens to the packets that leave through one association: forward by destination, back by source.

use crate::base::{AddressSet, Block, Id};
use crate::reading::{Bound, Join, JoinIx, NetworkIx, Reading, Source};
use crate::topology::{ConnectionKind, SecurityGroup, SecurityGroupType};
use crate::trace::routing::{Planned, Way, ways};
use crate::trace::security::{Admission, inbound_somewhere, outbound, outbound_anywhere};
use crate::trace::{Meeting, Split};

/// The packets that leave through one association.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Position of the association in its group.
    pub at: usize,
    /// The bound vSwitch.
    pub vswitch: Id,
    /// The bound VPC.
    pub near: NetworkIx,
    /// How the bound VPC meets the data source's network.
    pub meeting: Meeting,
    /// Whether the packets leave, or would leave, through PrivateLink.
    pub linked: bool,
    /// The data source addresses that leave here.
    pub targets: AddressSet,
    /// The source addresses; `None` where the vSwitch's block is not known.
    pub sources: Option<AddressSet>,
    /// What the association's security group does outbound.
    pub outbound: Admission,
    /// What it does inbound; empty for basic groups, of which nothing is asked.
    pub inbound: Admission,
    /// The ways forward.
    pub forward: Vec<(AddressSet, Way)>,
    /// The ways back.
    pub back: Vec<(AddressSet, Way)>,
    /// Whether a way back may be learned from blocks that nobody knows.
    pub back_unread: bool,
    /// Blocks of both networks that overlap although no vSwitch breaks the path.
    pub soft_overlap: Option<(Block, Block)>,
    /// A CEN between regions without bandwidth that the packets would take.
    pub no_bandwidth: Option<Id>,
    /// The outbound half of the security group hop.
    pub outbound_split: Split,
    /// The inbound half.
    pub inbound_split: Split,
    /// The route table of the bound VPC.
    pub forward_split: Split,
    /// The connection.
    pub connection_split: Split,
    /// The way back.
    pub back_split: Split,
    /// All that happens to the data source's addresses, should packets leave here.
    to_target: Split,
    /// All that happens to the source addresses, should packets leave here.
    to_source: Split,
}

/// What a leg is computed from.
pub(super) struct LegInput<'i, 'a> {
    pub(super) reading: &'i Reading<'a>,
    pub(super) bound: &'i Bound<'a>,
    pub(super) at: usize,
    pub(super) source: &'i Source<'a>,
    pub(super) targets: AddressSet,
    /// Whether the data source's addresses are known; otherwise `targets` is every address.
    pub(super) targets_known: bool,
    pub(super) meeting: Meeting,
}

impl Leg {
    pub(super) fn follow(input: LegInput<'_, '_>) -> Self {
        let LegInput { reading, bound, at, source, targets, targets_known, meeting } = input;
        let sources = bound.cidr.map(AddressSet::from);
        let asked = sources.clone().unwrap_or_else(everything);
        let basic = SecurityGroup::basic();
        let group = bound.security_group.unwrap_or(&basic);
        let (admitted, outbound_split) = outbound_hop(group, &targets, source.port);
        let required = group.kind == SecurityGroupType::Advanced;
        let inbound = if required { inbound_somewhere(group, &asked) } else { Admission::default() };
        let inbound_split =
            if required { Split::by(&asked, &inbound.pass) } else { Split::passing(asked.clone()) };
        let mut leg = Self {
            to_target: Split::default(),
            to_source: Split::default(),
            outbound_split: outbound_split.blurred(targets_known),
            at,
            vswitch: bound.vswitch.clone(),
            near: bound.network,
            linked: meeting.is_linked(reading),
            targets: targets.clone(),
            outbound: admitted,
            inbound,
            forward: Vec::new(),
            back: Vec::new(),
            back_unread: false,
            soft_overlap: None,
            no_bandwidth: None,
            inbound_split: inbound_split.blurred(sources.is_some()),
            forward_split: Split::passing(targets.clone()),
            connection_split: Split::passing(targets),
            back_split: Split::passing(asked.clone()),
            sources,
            meeting,
        };
        if let Some(far) = source.network()
            && !matches!(leg.meeting, Meeting::Same | Meeting::PrivateLink(_))
        {
            leg.follow_routes(reading, far, &asked);
        } else if leg.meeting == Meeting::Apart {
            leg.forward_split = Split::failing(leg.targets.clone());
            leg.connection_split = Split::failing(leg.targets.clone());
            leg.back_split = Split::failing(asked);
        }
        leg.forward_split = leg.forward_split.blurred(targets_known);
        leg.connection_split = leg.connection_split.blurred(targets_known);
        leg.back_split = leg.back_split.blurred(leg.sources.is_some());
        // Of a block that is not known nobody can say that its packets take the part without bandwidth.
        if leg.connection_split.fail.is_empty() && leg.back_split.fail.is_empty() {
            leg.no_bandwidth = None;
        }
        leg.to_target = leg.outbound_split.and(&leg.forward_split).and(&leg.connection_split);
        leg.to_source = leg.inbound_split.and(&leg.back_split);
        leg
    }

    fn follow_routes(&mut self, reading: &Reading<'_>, far: NetworkIx, asked: &AddressSet) {
        let (near_network, far_network) = (reading.network(self.near), reading.network(far));
        self.forward = ways(reading, self.near, far, &self.targets, Planned::default());
        self.back = ways(reading, far, self.near, asked, Planned::default());
        self.soft_overlap = near_network.overlap_with(far_network);
        if !self.meeting.is_open() {
            self.forward_split = Split::failing(self.targets.clone());
            self.connection_split = Split::failing(self.targets.clone());
            self.back_split = Split::failing(asked.clone());
            return;
        }
        self.forward_split = split(&self.forward, !self.unread_over(reading, far).is_empty());
        self.back_unread = !self.unread_over(reading, self.near).is_empty();
        self.back_split = split(&self.back, self.back_unread);
        self.judge_connection(reading, far, asked);
    }

    /// The connections over which a network passes on blocks that nobody knows.
    fn unread_over(&self, reading: &Reading<'_>, origin: NetworkIx) -> Vec<JoinIx> {
        let Meeting::Joined(joins) = &self.meeting else { return Vec::new() };
        joins.iter().copied().filter(|ix| reading.join(*ix).silent.contains(&origin)).collect()
    }

    fn judge_connection(&mut self, reading: &Reading<'_>, far: NetworkIx, asked: &AddressSet) {
        let near = self.near;
        let all_unpaid = |via: &[JoinIx]| unpaid(reading, (near, far), via);
        let mut lost = AddressSet::empty();
        let mut fail = AddressSet::empty();
        for (ways, origin, lost) in [(&self.back, near, &mut lost), (&self.forward, far, &mut fail)] {
            // What is not known of a network's blocks came through here, or is not learned at all.
            let unread = self.unread_over(reading, origin);
            for (part, way) in ways {
                let over = match way {
                    Way::Arrives(hop) => &hop.via,
                    Way::Nowhere | Way::Astray(_) => &unread,
                    Way::Local | Way::Transit(_) | Way::Conflict(..) => continue,
                };
                if let Some(connection) = all_unpaid(over) {
                    *lost = lost.union(part);
                    self.no_bandwidth = Some(connection);
                }
            }
        }
        self.back_split = self.back_split.and(&Split::failing(lost));
        // Without any route yet, the connection is judged all the same; only a third network could be a way around it.
        if let Meeting::Joined(joins) = &self.meeting
            && let Some(connection) = all_unpaid(joins)
        {
            fail = self.targets.minus(&through_others(&self.forward));
            let lost = asked.minus(&through_others(&self.back));
            self.no_bandwidth = Some(connection).filter(|_| !(fail.is_empty() && lost.is_empty()));
            self.back_split = self.back_split.and(&Split::failing(lost));
        }
        let pass = self.targets.minus(&fail);
        self.connection_split = Split { pass, fail, unknown: AddressSet::empty() };
        if self.meeting == Meeting::Transit {
            self.connection_split = self.connection_split.clone().doubted();
        }
    }

    /// The connection that the packets take, or the one that would have to be completed.
    pub(super) fn connection_at<'a>(&self, reading: &Reading<'a>) -> Option<&'a Id> {
        let routed = self.forward.iter().find_map(|(_, way)| match way {
            Way::Arrives(hop) | Way::Transit(hop) => hop.via.first().copied(),
            _ => None,
        });
        let ix = match &self.meeting {
            Meeting::Joined(joins) => routed.or(joins.first().copied()),
            Meeting::PrivateLink(ix) | Meeting::Pending(ix, _) | Meeting::Missing { join: ix, .. } => {
                Some(*ix)
            }
            Meeting::Transit => routed,
            Meeting::Same | Meeting::PeeringChain | Meeting::Apart => None,
        };
        ix.map(|ix| reading.join(ix).id)
    }

    /// Whether blocks of both networks overlap, and packets leave between them.
    fn overlaps(&self) -> bool {
        self.soft_overlap.is_some() && self.meeting.is_open() && !self.linked
    }

    /// The connection by which the packets leave for a third network, where that is how both networks meet.
    pub fn through_others(&self) -> Option<JoinIx> {
        let on = |(_, way): &(AddressSet, Way)| match way {
            Way::Transit(hop) => hop.via.first().copied(),
            _ => None,
        };
        self.forward.iter().find_map(on).filter(|_| self.meeting == Meeting::Transit)
    }

    /// What happens to the data source addresses that leave here.
    pub fn targets_split(&self) -> Split {
        if self.overlaps() { self.to_target.clone().doubted() } else { self.to_target.clone() }
    }

    /// What happens to the source addresses before the data source's own gates.
    pub fn sources_split(&self) -> &Split {
        &self.to_source
    }

    /// Whether the way through a third network certainly fails in one direction: a direct one has to replace it.
    pub fn is_broken_transit(&self) -> bool {
        let fails = |split: &Split| !split.fail.is_empty();
        self.meeting == Meeting::Transit && (fails(&self.forward_split) || fails(&self.back_split))
    }

    /// Whether some packet may arrive at the data source's own gates.
    pub(super) fn is_alive(&self) -> bool {
        let alive = |split: &Split| !(split.pass.is_empty() && split.unknown.is_empty());
        alive(&self.to_target) && alive(&self.to_source)
    }

    /// How many stations do not let everything pass; networks that overlap are one.
    pub(super) fn stations_in_the_way(&self) -> usize {
        let ways = [&self.forward_split, &self.connection_split, &self.back_split];
        let stations = ways.into_iter().chain([&self.outbound_split, &self.inbound_split]);
        stations.filter(|split| !(split.fail.is_empty() && split.unknown.is_empty())).count()
            + usize::from(self.overlaps())
    }

    /// Packets for some of its addresses may leave elsewhere and arrive: what fails here is not certain to fail.
    pub(super) fn contest(&mut self, part: &AddressSet) {
        for split in [&mut self.outbound_split, &mut self.forward_split, &mut self.connection_split] {
            *split = split.doubted_failures(part);
        }
        if part.covers(&self.targets) {
            let asked = self.asked_sources();
            for split in [&mut self.inbound_split, &mut self.back_split] {
                *split = split.doubted_failures(&asked);
            }
            self.no_bandwidth = None;
        }
    }

    /// The source addresses, or every address where they are not known.
    pub fn asked_sources(&self) -> AddressSet {
        self.sources.clone().unwrap_or_else(everything)
    }
}

/// What of some ways leads through a third network.
fn through_others(ways: &[(AddressSet, Way)]) -> AddressSet {
    let others = ways.iter().filter(|(_, way)| matches!(way, Way::Transit(_)));
    others.fold(AddressSet::empty(), |all, (part, _)| all.union(part))
}

/// The first of these connections, where none of them has bandwidth between the regions of two networks. Equal routes to
/// one network are as good as one: only when none has bandwidth does nothing pass.
pub fn unpaid(reading: &Reading<'_>, (near, far): (NetworkIx, NetworkIx), via: &[JoinIx]) -> Option<Id> {
    let region = |ix| reading.network(ix).region;
    let between_regions = matches!((region(near), region(far)), (Some(a), Some(b)) if a != b);
    let empty = |join: &Join<'_>| {
        join.connection.kind == ConnectionKind::Cen && join.connection.bandwidth_mbps == Some(0.0)
    };
    let all = between_regions && via.iter().all(|ix| empty(reading.join(*ix)));
    via.first().filter(|_| all).map(|ix| reading.join(*ix).id.clone())
}

/// Every IPv4 address: what stands in for a set that is not known.
pub(super) fn everything() -> AddressSet {
    AddressSet::from(Block::default())
}

/// The outbound half of the security group hop. Without a known port only what all ports have in common is certain.
fn outbound_hop(group: &SecurityGroup, peers: &AddressSet, port: Option<u16>) -> (Admission, Split) {
    let admission = outbound(group, peers, port.unwrap_or(0));
    let split = match port {
        Some(_) => Split::by(peers, &admission.pass),
        None => {
            let (always, sometimes) = outbound_anywhere(group, peers);
            let (fail, unknown) = (peers.minus(&sometimes), sometimes.minus(&always));
            Split { pass: always, fail, unknown }
        }
    };
    (admission, split)
}

/// What a route table does: what arrives passes, what a third network would have to pass on is open, the rest fails.
/// Where the other network would announce blocks that are not known, a missing route is open too.
fn split(parts: &[(AddressSet, Way)], silent: bool) -> Split {
    let mut split = Split::default();
    for (part, way) in parts {
        let side = match way {
            Way::Arrives(_) => &mut split.pass,
            Way::Transit(_) | Way::Conflict(..) => &mut split.unknown,
            Way::Nowhere | Way::Astray(_) if silent => &mut split.unknown,
            Way::Local | Way::Nowhere | Way::Astray(_) => &mut split.fail,
        };
        *side = side.union(part);
    }
    split
}
