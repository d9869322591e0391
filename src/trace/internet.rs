//! The path over the Internet: the group's exit, and what the data source lets in.

use std::collections::BTreeSet;

use crate::base::order::Gather;
use crate::base::{Address, AddressSet, Block, Id, host_block};
use crate::reading::{Group, Reading, Source};
use crate::topology::{GroupKind, Kind, Snat, Whitelist};
use crate::trace::association::own_group;
use crate::trace::leg::everything;
use crate::trace::security::Admission;
use crate::trace::{Hop, Split};
use crate::verdict::{HopKind, HopStatus, Verdict};

/// The stations of an Internet path, in order.
const HOPS: [HopKind; 5] = [
    HopKind::ResourceGroup,
    HopKind::InternetExit,
    HopKind::Internet,
    HopKind::DataSourceSecurityGroup,
    HopKind::Whitelist,
];

/// How a group leaves for the Internet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InternetExit {
    /// With these addresses.
    Addresses(Vec<Address>),
    /// With addresses that are not known.
    Unknown,
    /// With addresses of the vendor's lists, which are not part of a drawing.
    VendorLists,
    /// Not at all.
    None,
}

/// The trace of an Internet path.
#[derive(Clone, Debug)]
pub struct InternetTrace {
    /// The exit.
    pub exit: InternetExit,
    /// Facts that the addresses hang on and that are not known: the element and its field.
    pub open: Vec<(Id, &'static str)>,
    /// The NAT gateway that a serverless group leaves through.
    pub gateway: Option<Id>,
    /// What the data source's own security group does; `None` where it is not asked.
    pub own_group: Option<Split>,
    /// What its rules admit, where they are known.
    pub own_admission: Option<Admission>,
    /// What the whitelist does.
    pub whitelist: Split,
    /// What both gates do: to the addresses that are known, and to others.
    gates: (Split, Split),
}

impl InternetTrace {
    pub(super) fn follow(reading: &Reading<'_>, group: &Group<'_>, source: &Source<'_>) -> Self {
        let mut trace = match group.drawn.kind {
            GroupKind::Shared => Self::through(InternetExit::VendorLists),
            GroupKind::Serverless => nat_exit(reading, group),
            GroupKind::ExclusiveDataIntegration
            | GroupKind::ExclusiveScheduling
            | GroupKind::ExclusiveDataService => own_exit(group),
        };
        let known = AddressSet::of(trace.source_blocks());
        // Beside the known addresses there may be others.
        let more = known.is_empty() || !trace.open.is_empty();
        let others = if more { everything() } else { AddressSet::empty() };
        let vendor = trace.exit == InternetExit::VendorLists;
        let shown = |both: &(Split, Split)| {
            let others = both.1.clone();
            if known.is_empty() { others } else { both.0.beside(&Split::undecided(others.unknown)) }
        };
        let listed = |asked: &AddressSet| match (&source.drawn.whitelist, &source.admitted) {
            (Some(Whitelist::None), _) => Split::passing(asked.clone()),
            // The vendor's lists are not part of a drawing.
            (_, Some(admitted)) if !vendor => Split::by(asked, admitted),
            _ => Split::undecided(asked.clone()),
        };
        let listed = (listed(&known), listed(&others).blurred(false));
        trace.whitelist = shown(&listed);
        trace.gates = listed;
        if source.is_gated_by_security_group(reading) {
            let grouped = |asked: &AddressSet| {
                let (split, admission) = own_group(source, asked);
                // No rule can name addresses that are not in the drawing.
                let split = if vendor && !split.fail.is_empty() { split.doubted_all() } else { split };
                (split, admission)
            };
            let (named, unnamed) = (grouped(&known), grouped(&others));
            trace.own_admission = if known.is_empty() { unnamed.1 } else { named.1 };
            let grouped = (named.0, unnamed.0.blurred(false));
            trace.own_group = Some(shown(&grouped));
            trace.gates = (trace.gates.0.and(&grouped.0), trace.gates.1.and(&grouped.1));
        }
        trace
    }

    fn through(exit: InternetExit) -> Self {
        Self {
            exit,
            open: Vec::new(),
            gateway: None,
            own_group: None,
            own_admission: None,
            whitelist: Split::default(),
            gates: (Split::default(), Split::default()),
        }
    }

    /// The addresses that the data source sees today.
    pub fn source_blocks(&self) -> Vec<Block> {
        match &self.exit {
            InternetExit::Addresses(addresses) => {
                let blocks: BTreeSet<Block> = addresses.iter().map(|address| host_block(*address)).gather();
                blocks.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the path works.
    pub fn verdict(&self) -> Verdict {
        if self.exit == InternetExit::None {
            return Verdict::Blocked;
        }
        let gates = self.gates.0.beside(&self.gates.1);
        match gates.status() {
            HopStatus::Fail => Verdict::Blocked,
            _ if self.exit_is_open() => Verdict::Unknown,
            HopStatus::Pass => Verdict::Ready,
            HopStatus::Part => Verdict::Partial,
            HopStatus::Unknown | HopStatus::NotReached => Verdict::Unknown,
        }
    }

    /// Whether it is open that there is a way out at all: a NAT gateway of which a fact is missing.
    fn exit_is_open(&self) -> bool {
        self.gateway.is_some() && self.exit == InternetExit::Unknown
    }

    /// The status of every hop.
    pub(super) fn hops(&self, group: &Group<'_>, source: &Source<'_>) -> Vec<Hop> {
        let none = self.exit == InternetExit::None;
        let status = |kind: HopKind| match kind {
            HopKind::InternetExit if none => HopStatus::Fail,
            HopKind::Internet | HopKind::DataSourceSecurityGroup | HopKind::Whitelist if none => {
                HopStatus::NotReached
            }
            HopKind::InternetExit if self.exit_is_open() => HopStatus::Unknown,
            HopKind::DataSourceSecurityGroup => {
                self.own_group.as_ref().map_or(HopStatus::Pass, Split::status)
            }
            HopKind::Whitelist => self.whitelist.status(),
            _ => HopStatus::Pass,
        };
        let at = |kind: HopKind| match kind {
            HopKind::ResourceGroup => group.id,
            HopKind::InternetExit => self.gateway.as_ref().unwrap_or(group.id),
            _ => source.id,
        };
        HOPS.into_iter().map(|kind| Hop { kind, at: at(kind).clone(), status: status(kind) }).collect()
    }
}

/// An exclusive group has addresses of its own unless they are known to be none.
fn own_exit(group: &Group<'_>) -> InternetTrace {
    match &group.drawn.eips {
        None => InternetTrace {
            open: vec![(group.id.clone(), "eips")],
            ..InternetTrace::through(InternetExit::Unknown)
        },
        Some(eips) if eips.is_empty() => InternetTrace::through(InternetExit::None),
        Some(eips) => InternetTrace::through(InternetExit::Addresses(eips.clone())),
    }
}

/// A serverless group leaves through the NAT gateways whose SNAT covers a bound vSwitch; several add up.
fn nat_exit(reading: &Reading<'_>, group: &Group<'_>) -> InternetTrace {
    let mut trace = InternetTrace::through(InternetExit::None);
    let mut addresses: BTreeSet<Address> = BTreeSet::new();
    let mut open: BTreeSet<(Id, &'static str)> = BTreeSet::new();
    for (_, bound) in group.usable() {
        for (id, node) in reading.gateways_of(reading.network(bound.network).id) {
            let Kind::NatGateway(nat) = &node.kind else {
                continue;
            };
            let covered = match &nat.snat {
                None => None,
                Some(Snat::Vpc) => Some(true),
                Some(Snat::VSwitches(listed)) => Some(listed.contains(bound.vswitch)),
            };
            let none = nat.eips.as_ref().is_some_and(Vec::is_empty);
            if covered == Some(false) || none {
                continue;
            }
            trace.gateway.get_or_insert_with(|| id.clone());
            match (&nat.eips, covered) {
                (Some(eips), Some(_)) => addresses.extend(eips),
                (eips, covered) => {
                    open.extend(eips.is_none().then(|| (id.clone(), "eips")));
                    open.extend(covered.is_none().then(|| (id.clone(), "snat")));
                }
            }
        }
    }
    trace.exit = match (addresses.is_empty(), open.is_empty()) {
        (false, _) => InternetExit::Addresses(addresses.into_iter().collect()),
        (true, false) => InternetExit::Unknown,
        (true, true) => InternetExit::None,
    };
    trace.open = open.into_iter().collect();
    trace
}
