//! The path over the Internet: the group's exit, and what the data source lets in.

use crate::base::{Address, AddressSet, Block, Id, host_block};
use crate::reading::{Group, Reading, Source};
use crate::topology::{GroupKind, Kind, Snat, Whitelist};
use crate::trace::security::{Admission, inbound};
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
    /// With addresses that are not known: the field, and the element that lacks it.
    Unknown(Id, &'static str),
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
    /// The NAT gateway that a serverless group leaves through.
    pub gateway: Option<Id>,
    /// What the data source's own security group does; `None` where it is not asked.
    pub own_group: Option<Split>,
    /// What its rules admit, where they are known.
    pub own_admission: Option<Admission>,
    /// What the whitelist does.
    pub whitelist: Split,
}

impl InternetTrace {
    pub(super) fn follow(reading: &Reading<'_>, group: &Group<'_>, source: &Source<'_>) -> Self {
        let (exit, gateway) = match group.drawn.kind {
            GroupKind::Shared => (InternetExit::VendorLists, None),
            GroupKind::Serverless => nat_exit(reading, group),
            kind if kind.is_exclusive() => (own_exit(group), None),
            _ => (InternetExit::None, None),
        };
        let mut trace =
            Self { exit, gateway, own_group: None, own_admission: None, whitelist: Split::default() };
        let sources = AddressSet::of(trace.source_blocks());
        let known = matches!(trace.exit, InternetExit::Addresses(_));
        let asked = if known { sources } else { AddressSet::from(Block::default()) };
        if source.is_gated_by_security_group(reading) {
            let (split, admission) = match &source.drawn.security_group {
                Some(own) => {
                    let admission = inbound(own, &asked, source.port.unwrap_or(0));
                    (Split::by(&asked, &admission.pass).blurred(known), Some(admission))
                }
                None => (Split::undecided(asked.clone()), None),
            };
            trace.own_group = Some(split);
            trace.own_admission = admission;
        }
        trace.whitelist = match (&source.drawn.whitelist, &source.admitted) {
            (Some(Whitelist::None), _) => Split::passing(asked),
            (_, Some(admitted)) => Split::by(&asked, admitted).blurred(known),
            (_, None) => Split::undecided(asked),
        };
        if trace.exit == InternetExit::VendorLists && source.drawn.whitelist != Some(Whitelist::None) {
            trace.whitelist = Split::undecided(AddressSet::from(Block::default()));
        }
        trace
    }

    /// The addresses that the data source sees today.
    pub fn source_blocks(&self) -> Vec<Block> {
        match &self.exit {
            InternetExit::Addresses(addresses) => {
                let blocks: std::collections::BTreeSet<Block> = addresses.iter().map(|address| host_block(*address)).collect();
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
        let gates = self.own_group.as_ref().map_or_else(|| self.whitelist.clone(), |own| own.and(&self.whitelist));
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
        self.gateway.is_some() && matches!(self.exit, InternetExit::Unknown(..))
    }

    /// The status of every hop.
    pub(super) fn hops(&self, group: &Group<'_>, source: &Source<'_>) -> Vec<Hop> {
        let none = self.exit == InternetExit::None;
        let status = |kind: HopKind| match kind {
            HopKind::InternetExit if none => HopStatus::Fail,
            HopKind::Internet | HopKind::DataSourceSecurityGroup | HopKind::Whitelist if none => HopStatus::NotReached,
            HopKind::InternetExit if self.exit_is_open() => HopStatus::Unknown,
            HopKind::DataSourceSecurityGroup => self.own_group.as_ref().map_or(HopStatus::Pass, Split::status),
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
fn own_exit(group: &Group<'_>) -> InternetExit {
    match &group.drawn.eips {
        None => InternetExit::Unknown(group.id.clone(), "eips"),
        Some(eips) if eips.is_empty() => InternetExit::None,
        Some(eips) => InternetExit::Addresses(eips.clone()),
    }
}

/// A serverless group leaves through the NAT gateways whose SNAT covers a bound vSwitch; several add up.
fn nat_exit(reading: &Reading<'_>, group: &Group<'_>) -> (InternetExit, Option<Id>) {
    let mut addresses = Vec::new();
    let (mut gateway, mut open) = (None, None);
    for (_, bound) in group.usable() {
        let vpc = reading.network(bound.network).id;
        for (id, node) in reading.gateways_of(vpc) {
            let Kind::NatGateway(nat) = &node.kind else { continue };
            let covered = match &nat.snat {
                None => None,
                Some(Snat::Vpc) => Some(true),
                Some(Snat::VSwitches(listed)) => Some(listed.contains(bound.vswitch)),
            };
            match (covered, &nat.eips) {
                (Some(true), Some(eips)) if !eips.is_empty() => {
                    addresses.extend(eips.iter().copied());
                    gateway.get_or_insert_with(|| id.clone());
                }
                (Some(false), _) | (_, Some(_)) if covered.is_some() => {}
                (Some(true), None) => {
                    open.get_or_insert((id.clone(), "eips"));
                }
                (None, Some(eips)) if eips.is_empty() => {}
                _ => {
                    open.get_or_insert((id.clone(), "snat"));
                }
            }
        }
    }
    match open {
        _ if !addresses.is_empty() => {
            addresses.sort();
            addresses.dedup();
            (InternetExit::Addresses(addresses), gateway)
        }
        Some((id, fact)) => (InternetExit::Unknown(id.clone(), fact), Some(id)),
        None => (InternetExit::None, None),
    }
}
