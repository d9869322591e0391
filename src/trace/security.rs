//! Security groups: what their rules let pass. The smaller priority number wins, deny wins a tie, and without a
//! matching rule the type decides. Groups are stateful, so answers need no rule.
//!
//! Source: "Security group rules" and "Basic and advanced security groups" (2026-03-27).

use std::collections::BTreeSet;

use crate::base::AddressSet;
use crate::base::order;
use crate::base::order::Gather;
use crate::topology::{Action, Direction, Rule, SecurityGroup, SecurityGroupType};

/// What a security group admits of the addresses asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admission {
    /// Addresses that pass.
    pub pass: AddressSet,
    /// Addresses stopped by a deny rule, with the rule.
    pub denied: Vec<(AddressSet, Rule)>,
    /// Addresses stopped for want of a rule.
    pub unmatched: AddressSet,
}

impl Admission {
    /// Everything that is stopped.
    pub fn stopped(&self) -> AddressSet {
        self.denied.iter().fold(self.unmatched.clone(), |all, (set, _)| all.union(set))
    }
}

/// Outbound TCP traffic to `peers` at `port`; basic groups allow it by default.
pub fn outbound(group: &SecurityGroup, peers: &AddressSet, port: u16) -> Admission {
    decide(group, Direction::Outbound, peers, port, group.kind == SecurityGroupType::Basic)
}

/// Inbound TCP traffic from `peers` at `port`; both types deny it by default.
pub fn inbound(group: &SecurityGroup, peers: &AddressSet, port: u16) -> Admission {
    decide(group, Direction::Inbound, peers, port, false)
}

/// Outbound TCP traffic to `peers` at a port that is not known: what every port admits, and what some port does.
pub fn outbound_anywhere(group: &SecurityGroup, peers: &AddressSet) -> (AddressSet, AddressSet) {
    let admitted = telling_ports(group).into_iter().map(|port| outbound(group, peers, port).pass);
    admitted.fold((peers.clone(), AddressSet::empty()), |(always, sometimes), pass| {
        (always.intersect(&pass), sometimes.union(&pass))
    })
}

/// Ports of which every other one is like some: where the ports of a rule begin, and what follows them.
fn telling_ports(group: &SecurityGroup) -> BTreeSet<u16> {
    let borders = group.rules.iter().flat_map(|rule| [rule.ports.from, rule.ports.to.saturating_add(1)]);
    borders.chain([1, u16::MAX]).filter(|port| *port > 0).gather()
}

/// Inbound TCP traffic from `peers` at whatever port: what some port admits.
pub fn inbound_somewhere(group: &SecurityGroup, peers: &AddressSet) -> Admission {
    let ports = telling_ports(group);
    let mut best = decide(group, Direction::Inbound, peers, 1, false);
    for port in ports {
        let stopped = best.stopped();
        let there = decide(group, Direction::Inbound, &stopped, port, false);
        best.pass = best.pass.union(&there.pass);
        best.denied.iter_mut().for_each(|(set, _)| *set = set.minus(&there.pass));
        best.denied.retain(|(set, _)| !set.is_empty());
        best.unmatched = best.unmatched.minus(&there.pass);
    }
    best
}

fn decide(
    group: &SecurityGroup,
    direction: Direction,
    peers: &AddressSet,
    port: u16,
    open: bool,
) -> Admission {
    let matching =
        |rule: &&Rule| rule.direction == direction && rule.protocol.covers_tcp() && rule.ports.holds(port);
    let mut rules: Vec<&Rule> = group.rules.iter().filter(matching).collect();
    order::sort_by_key(&mut rules, |rule| {
        (rule.priority, rule.action == Action::Allow, rule.peer, rule.ports)
    });
    let mut rest = peers.clone();
    let mut admission = Admission::default();
    for rule in rules {
        let part = rest.intersect(&rule.peer.into());
        if part.is_empty() {
            continue;
        }
        rest = rest.minus(&part);
        match rule.action {
            Action::Allow => admission.pass = admission.pass.union(&part),
            Action::Deny => admission.denied.push((part, rule.clone())),
        }
    }
    if open {
        admission.pass = admission.pass.union(&rest);
    } else {
        admission.unmatched = rest;
    }
    admission
}
