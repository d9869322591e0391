//! The ways to connect one pair, side by side. A way is an edit of the drawing: its connection drawn as planned, its
//! association, its endpoint. What it needs and whether it works is what the analysis says of the drawing after that edit.

mod build;
mod classes;

pub use classes::{Cost, Lead, Overlap};

use crate::advice::{assessed, carried_out, worse};
use crate::analysis::{Assessed, Survey};
use crate::base::{AddressSet, Block, Id, order};
use crate::plan::{Act, Step, StepState, Who};
use crate::rules::{Finding, Severity};
use crate::scenario::Scenario;
use crate::topology::{ConnectionKind, Document, Edit, KindName, Topology};
use crate::verdict::Verdict;

/// A way to connect a resource group with a data source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayKind {
    /// Bind the VPC of the data source.
    Bind,
    /// Join the two networks.
    Join(ConnectionKind),
    /// Use the public endpoint.
    Public,
}

/// One way, as it would be for one pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Which way.
    pub kind: WayKind,
    /// Whether it is the way of the drawing, or of the plan that the report gives.
    pub is_present: bool,
    /// Why it is impossible; `None` where it is possible.
    pub why: Option<Why>,
    /// Whether it tolerates networks that overlap.
    pub overlap: Overlap,
    /// What it would take, where the drawing can be changed to it.
    pub plan: Option<WayPlan>,
}

/// What a way takes.
#[derive(Clone, Debug, PartialEq)]
pub struct WayPlan {
    /// The drawing's change that adopts it; `None` for the way that is present.
    pub adopts: Option<Edit>,
    /// The result for the pair in the drawing after that change.
    pub assessed: Assessed,
    /// The verdict once the steps are done.
    pub outcome: Verdict,
    /// Who has something to do or to verify, the owner of the group's account first.
    pub actors: Vec<Who>,
    /// The typical lead time.
    pub lead: Lead,
    /// The running cost.
    pub cost: Cost,
    /// How many addresses the data source has to admit; `None` where that is not known.
    pub admits: Option<u64>,
    /// What has to be known beside the steps.
    pub remarks: Vec<Remark>,
    /// Other pairs that would be worse off.
    pub harms: Vec<(Id, Id)>,
}

/// Why a way is impossible.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// What still stands in the way once every step is done.
    Findings(Vec<Finding>),
    /// The group cannot be bound there: another account.
    OtherAccount,
    /// The group cannot be bound there: another region.
    OtherRegion,
    /// The data source lies outside of Alibaba Cloud.
    OutsideAlibabaCloud,
    /// The data source lies in no network that could be joined.
    NoNetwork,
    /// The connection does not take this kind of network.
    VpcsOnly(ConnectionKind),
    /// The group can be bound to the data source's VPC itself, and to no other yet: nothing has to be joined.
    Needless(Id),
    /// No VPC could be bound.
    NoVpc,
    /// Another connection would still carry the traffic.
    Elsewhere,
}

/// What has to be known beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A load balancer stands before the data source, and the data source sees its address.
    LoadBalancer,
    /// The provider has to enable the endpoint service for other regions.
    EndpointAcrossRegions,
    /// The data source needs a public endpoint, which no drawing shows.
    PublicEndpoint,
    /// The network joins the CEN through a circuit or a VPN.
    CircuitOrVpn,
    /// These connections give way.
    Replaces(Vec<Id>),
    /// These DataWorks routes of the group's other associations go: they would keep the traffic there.
    DropsRoutes(Vec<Block>),
    /// These places are drawn, and have to be created first.
    Creates(Vec<Id>),
    /// The association is drawn as made.
    DrawsBinding(Id),
}

/// Every way for one pair: bind, join, public endpoint, in this order. Empty where there is no such pair.
pub fn ways(document: &Document, group: &Id, source: &Id) -> Vec<Way> {
    let Some(now) = assessed(document, group, source) else {
        return Vec::new();
    };
    let asked = build::Asked::new(document, group, source, &now);
    let present = taken(&document.topology, &now);
    let joins = [
        ConnectionKind::Cen,
        ConnectionKind::VpcPeering,
        ConnectionKind::VpnGateway,
        ConnectionKind::ExpressConnect,
        ConnectionKind::PrivateLink,
        ConnectionKind::SmartAccessGateway,
    ];
    let drawn = |kind: &ConnectionKind| {
        *kind != ConnectionKind::SmartAccessGateway || present == Some(WayKind::Join(*kind))
    };
    let joins = joins.into_iter().filter(drawn).map(WayKind::Join);
    let all = std::iter::once(WayKind::Bind).chain(joins).chain([WayKind::Public]);
    all.map(|kind| {
        let is_present = present == Some(kind);
        let built = if is_present { Ok(build::Built::default()) } else { asked.build(kind) };
        let (plan, why) = match built {
            Ok(built) => judged(&asked, kind, built),
            Err(why) => (None, Some(why)),
        };
        Way { kind, is_present, why, overlap: Overlap::of(kind), plan }
    })
    .collect()
}

/// The way that a plan takes, or that it proposes.
fn taken(topology: &Topology, pair: &Assessed) -> Option<WayKind> {
    if pair.scenario == Scenario::Internet {
        return Some(WayKind::Public);
    }
    let joined = pair.steps.iter().find_map(|step| match &step.act {
        Act::JoinNetworks { kind, .. } => Some(*kind),
        Act::AttachNetwork { connection, .. } | Act::CompleteAttachment { connection, .. } => {
            topology.connections.get(connection).map(|drawn| drawn.kind)
        }
        _ => None,
    });
    let place = topology.node(&pair.data_source).and_then(|node| node.parent.as_ref());
    let service = place
        .and_then(|place| topology.node(place))
        .is_some_and(|place| place.kind.name() == KindName::Region);
    let around = |vpc: &Id| topology.ancestors(&pair.data_source).any(|(id, _)| id == vpc);
    let bound = pair.steps.iter().any(|step| match &step.act {
        Act::Bind { switch, .. } | Act::Rebind { switch, .. } => service || around(&switch.vpc),
        _ => false,
    });
    joined.map(WayKind::Join).or_else(|| bound.then_some(WayKind::Bind))
}

/// The plan of a way as the analysis of the changed drawing gives it, and what makes it impossible.
fn judged(asked: &build::Asked<'_>, kind: WayKind, built: build::Built) -> (Option<WayPlan>, Option<Why>) {
    let build::Built { edits, binds, remarks } = built;
    let adopts = (!edits.is_empty()).then_some(Edit::All(edits));
    let drawn = adopts.as_ref().map_or_else(|| asked.document.clone(), |edit| asked.document.with(edit));
    let Some(mut pair) = assessed(&drawn, asked.group, asked.source) else {
        return (None, Some(Why::NoVpc));
    };
    if adopts.is_some() && taken(&drawn.topology, &pair) != Some(kind) {
        let stopped = remaining(&pair);
        return (None, Some(if stopped.is_empty() { Why::Elsewhere } else { Why::Findings(stopped) }));
    }
    let done = carried_out(&drawn, &pair.steps);
    let later = Survey::of(&done.topology);
    let end = later.overview().position(asked.group, asked.source).and_then(|at| later.connection(at));
    let outcome = end.as_ref().map_or(Verdict::Unknown, |end| end.verdict);
    let outside = pair.steps.iter().filter(|step| step.state == StepState::ToDo && step.act.is_outside());
    let cured: Vec<_> = outside.flat_map(|step| step.cures.iter().copied()).collect();
    let why = if !cured.is_empty() {
        Some(pair.findings.iter().filter(|finding| cured.contains(&finding.code)).cloned().collect())
    } else if matches!(outcome, Verdict::Ready | Verdict::Unknown) {
        None
    } else {
        Some(
            end.as_ref().map(remaining).filter(|found| !found.is_empty()).unwrap_or_else(|| remaining(&pair)),
        )
    };
    let harms = match &adopts {
        Some(_) => {
            let all = worse(Survey::of(&asked.document.topology).overview(), later.overview()).into_iter();
            all.filter(|(group, source)| group != asked.group || source != asked.source).collect()
        }
        None => Vec::new(),
    };
    // The association that the way draws is still to be made.
    let own = |step: &&mut Step| matches!(&step.act, Act::Bind { switch, .. } if Some(&switch.vswitch) == binds.as_ref());
    pair.steps.iter_mut().filter(own).for_each(|step| step.state = StepState::ToDo);
    let actors = actors(asked, &pair.steps);
    let plan = WayPlan {
        adopts,
        outcome,
        lead: Lead::of(kind, asked.far_is_vpc(), &actors),
        cost: Cost::of(kind, asked.regions_differ(), &pair),
        actors,
        admits: admits(&pair),
        remarks,
        harms,
        assessed: pair,
    };
    (Some(plan), why.map(Why::Findings))
}

/// The errors of a result.
fn remaining(pair: &Assessed) -> Vec<Finding> {
    pair.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect()
}

/// Who has something to do, whoever owns the group first.
fn actors(asked: &build::Asked<'_>, steps: &[Step]) -> Vec<Who> {
    let mut actors: Vec<Who> = Vec::new();
    let owner = asked.group_owner();
    let busy = steps.iter().filter(|step| step.state != StepState::Done).map(|step| step.who.clone());
    for who in busy {
        if !actors.contains(&who) {
            actors.push(who);
        }
    }
    order::sort_by_key(&mut actors, |who| *who != owner);
    actors
}

/// How many addresses the data source has to admit once the steps are done.
fn admits(pair: &Assessed) -> Option<u64> {
    let open = pair.steps.iter().any(|step| step.state == StepState::ToDo && !step.act.needs().is_empty());
    let seen = match &pair.whitelist {
        Some((required, _)) => required,
        None => &pair.source_addresses,
    };
    (!open && !seen.is_empty()).then(|| AddressSet::of(seen.iter().copied()).count())
}
