//! The path through private networks: which association each data source address leaves through, what happens on the
//! way, and what the data source lets in.

use std::collections::BTreeSet;

use crate::base::order;
use crate::base::{AddressSet, Block, Id};
use crate::reading::{Group, Reading, Source};
use crate::trace::choice::conceivable;
use crate::trace::reach::{Gates, Reach};
use crate::trace::security::Admission;
use crate::trace::{Exit, Hop, Leg, Meeting, Split, Trace};
use crate::verdict::{HopKind, HopStatus, Verdict};

/// The stations of a private path, in order.
pub(super) const HOPS: [HopKind; 10] = [
    HopKind::ResourceGroup,
    HopKind::Binding,
    HopKind::SecurityGroup,
    HopKind::DataworksRoute,
    HopKind::VpcRoute,
    HopKind::Connection,
    HopKind::ReturnRoute,
    HopKind::Network,
    HopKind::DataSourceSecurityGroup,
    HopKind::Whitelist,
];

/// The trace of a private path.
#[derive(Clone, Debug)]
pub struct PrivateTrace {
    /// The data source's addresses, or all that it may have where they are not known.
    pub targets: AddressSet,
    /// Whether they are known.
    pub targets_known: bool,
    /// What leaves through which association: as routed, or as it would once the missing route is there.
    pub legs: Vec<Leg>,
    /// What would leave through which other association, where that is open; it decides nothing but the verdict.
    pub alternatives: Vec<Leg>,
    /// Addresses of which it is open through which association packets leave: equal prefixes of different VPCs, or a route
    /// beside the data source's own VPC of which no block is known.
    pub contested: AddressSet,
    /// Addresses that no DataWorks route covers.
    pub uncovered: AddressSet,
    /// Addresses that are routed nowhere or elsewhere beside these: where none is known, those that no route covers; and
    /// those whose equal prefixes all lead elsewhere.
    pub(super) astray: AddressSet,
    /// Where the data source's addresses are not known: the associations that carry some that it may have, not all.
    pub(super) sometimes: BTreeSet<usize>,
    /// Addresses whose longest prefix leads elsewhere.
    pub detours: Vec<Detour>,
    /// Addresses for which equal prefixes lead into different VPCs.
    pub conflicts: Vec<Exit>,
    /// Positions of the associations whose vSwitches the data source sees today.
    pub today: BTreeSet<usize>,
    /// Those of them that lead nowhere and win only where a block that nobody knows is shorter than their route: no
    /// gate is certain to be asked about their addresses.
    pub(super) idle: BTreeSet<usize>,
    /// Position of the association that carries, or would carry, the traffic; `None` without a usable one.
    pub carrier: Option<usize>,
    /// Whether another VPC would have to be bound, because the bound ones have no way to the data source.
    pub bound_elsewhere: bool,
    /// What the data source's own security group does; `None` where it is not asked.
    pub own_group: Option<Split>,
    /// What its rules admit, where they are known.
    pub own_admission: Option<Admission>,
    /// What the whitelist does.
    pub whitelist: Split,
    /// What the whitelist does to the addresses of a vSwitch whose block is not known.
    pub whitelist_unnamed: Split,
    /// What both gates do: to the addresses of vSwitches with a known block, and to those of one without.
    gates: (Split, Split),
    /// Another destination of the same group whose network overlaps this one's.
    pub rival: Option<Rival>,
}

/// A longer prefix that leads away from the data source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detour {
    /// The addresses.
    pub part: AddressSet,
    /// The winning block.
    pub block: Block,
    /// Position of the winning association.
    pub winner: usize,
    /// The block that would lead to the data source, where there is one.
    pub loser: Option<Block>,
}

/// Two destinations of one group in networks that overlap, reached through one association.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// The other network.
    pub network: Id,
    /// A block of this data source's network.
    pub own: Block,
    /// The block of the other network that overlaps it.
    pub other: Block,
}

impl PrivateTrace {
    pub(super) fn follow(reading: &Reading<'_>, group: &Group<'_>, source: &Source<'_>) -> Self {
        let targets_known = source.addresses.is_some();
        let addresses = source.addresses.clone();
        let mut trace = Self {
            targets: addresses.unwrap_or_else(|| conceivable(reading, group, source)),
            targets_known,
            legs: Vec::new(),
            alternatives: Vec::new(),
            contested: AddressSet::empty(),
            uncovered: AddressSet::empty(),
            astray: AddressSet::empty(),
            sometimes: BTreeSet::new(),
            detours: Vec::new(),
            conflicts: Vec::new(),
            today: BTreeSet::new(),
            idle: BTreeSet::new(),
            carrier: None,
            bound_elsewhere: false,
            own_group: None,
            own_admission: None,
            whitelist: Split::default(),
            whitelist_unnamed: Split::default(),
            gates: (Split::default(), Split::default()),
            rival: None,
        };
        trace.choose_associations(reading, group, source);
        let gates = Gates::of(reading, group, source, &trace);
        Self {
            own_group: gates.own_group,
            own_admission: gates.own_admission,
            whitelist: gates.whitelist,
            whitelist_unnamed: gates.whitelist_unnamed,
            gates: gates.both,
            ..trace
        }
    }

    /// Whether packets always leave through this association, whatever the data source's address is.
    pub(super) fn is_certain(&self, at: usize) -> bool {
        !self.sometimes.contains(&at)
    }

    /// Addresses that DataWorks certainly routes nowhere, or elsewhere.
    pub fn misrouted(&self) -> AddressSet {
        let lost = self.uncovered.union(&self.astray);
        self.detours.iter().fold(lost, |all, detour| all.union(&detour.part))
    }

    /// The part of the data source's addresses that DataWorks routes towards it.
    pub fn routed(&self) -> Split {
        let (lost, open) = (self.misrouted(), self.contested.clone());
        let pass = self.targets.minus(&lost).minus(&open);
        let direct = self.legs.iter().all(|leg| leg.meeting == Meeting::Same || leg.linked);
        Split { pass, fail: lost, unknown: open }.blurred(self.targets_known || direct)
    }

    /// Whether the path works, over all pairs of source and data source address.
    pub fn verdict(&self) -> Verdict {
        Reach::of(self).verdict(&self.gates)
    }

    /// Positions of the associations whose addresses certainly knock at the data source's gates, or would.
    pub fn knocking(&self) -> impl Iterator<Item = usize> {
        self.today.difference(&self.idle).copied()
    }

    /// The blocks that the data source sees today.
    pub fn source_blocks(&self, group: &Group<'_>) -> Vec<Block> {
        let linked = |at: &usize| {
            self.legs.iter().any(|leg| leg.at == *at && matches!(leg.meeting, Meeting::PrivateLink(_)))
        };
        let today = self.today.iter().filter(|at| !linked(at));
        let mut blocks: Vec<Block> = today.filter_map(|at| group.bound(*at)?.cidr).collect();
        order::sort(&mut blocks);
        blocks.dedup();
        blocks
    }

    /// The status of every hop.
    pub(super) fn hops(&self, reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Vec<Hop> {
        let carrier = self.carrier.and_then(|at| trace.group.bound(at));
        let network = carrier.map(|bound| reading.network(bound.network).id);
        let via = self.legs.iter().find_map(|leg| leg.connection_at(reading));
        let at = |kind: HopKind| match kind {
            HopKind::ResourceGroup | HopKind::DataworksRoute => trace.group.id,
            HopKind::Binding | HopKind::SecurityGroup => {
                carrier.map_or(trace.group.id, |bound| bound.vswitch)
            }
            HopKind::VpcRoute => network.unwrap_or(trace.group.id),
            HopKind::Connection => via.unwrap_or(network.unwrap_or(trace.source.id)),
            HopKind::ReturnRoute | HopKind::Network => {
                trace.source.network().map_or(trace.source.id, |ix| reading.network(ix).id)
            }
            _ => trace.source.id,
        };
        HOPS.into_iter()
            .map(|kind| Hop { kind, at: at(kind).clone(), status: self.status(kind, trace) })
            .collect()
    }

    fn status(&self, kind: HopKind, trace: &Trace<'_, '_>) -> HopStatus {
        let over = |split: fn(&Leg) -> &Split| {
            self.legs.iter().fold(Split::default(), |all, leg| all.beside(split(leg))).status()
        };
        let unbound = self.legs.is_empty();
        let meets = self.legs.iter().all(|leg| leg.meeting.is_open()) && !trace.site_mismatch;
        match kind {
            HopKind::ResourceGroup => HopStatus::Pass,
            HopKind::Binding if unbound || self.bound_elsewhere => HopStatus::Fail,
            HopKind::Binding => HopStatus::Pass,
            _ if unbound => HopStatus::NotReached,
            HopKind::SecurityGroup => over(|leg| &leg.outbound_split).max(over(|leg| &leg.inbound_split)),
            HopKind::DataworksRoute if self.needs_no_route(trace) => HopStatus::NotReached,
            HopKind::DataworksRoute => self.routed().status(),
            HopKind::VpcRoute => over(|leg| &leg.forward_split),
            HopKind::Connection if trace.site_mismatch => HopStatus::Fail,
            HopKind::Connection => over(|leg| &leg.connection_split),
            HopKind::ReturnRoute => over(|leg| &leg.back_split),
            HopKind::Network if !meets => HopStatus::NotReached,
            HopKind::Network if self.rival.is_some() || self.overlaps() => HopStatus::Unknown,
            HopKind::Network => HopStatus::Pass,
            HopKind::DataSourceSecurityGroup => {
                self.own_group.as_ref().map_or(HopStatus::Pass, Split::status)
            }
            HopKind::Whitelist => self.whitelist.status(),
            HopKind::InternetExit | HopKind::Internet => HopStatus::NotReached,
        }
    }

    /// Whether the cure is another association that makes a DataWorks route needless: nothing to judge at that hop.
    pub fn needs_no_route(&self, trace: &Trace<'_, '_>) -> bool {
        let scenario = trace.scenario == crate::scenario::Scenario::SameAccountSameRegion;
        self.bound_elsewhere && scenario && !self.uncovered.is_empty()
    }

    fn overlaps(&self) -> bool {
        self.legs.iter().any(|leg| leg.soft_overlap.is_some() && !leg.linked)
    }
}
