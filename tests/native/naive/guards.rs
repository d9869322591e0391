//! Security groups and whitelists, asked about one address at a time.

use super::Outcome;
use super::address::Block;
use super::drawing::{Drawing, Guard, Rule, Source, Whitelist};

/// What may decide beside the address: every port, where the port is not known.
const PORTS: [u16; 12] = [1, 21, 22, 23, 1432, 1433, 1434, 3306, 3307, 5432, 5433, 65535];

impl Guard {
    /// Whether traffic of the resource group leaves towards an address.
    pub(super) fn lets_out(&self, to: u32, port: Option<u16>) -> Outcome {
        for_port(port, |port| self.decides(!self.advanced, |rule| !rule.inbound && rule.admits(to, port)))
    }

    /// Whether the group has what the page asks of an advanced one: inbound from the bound vSwitch, at some port or other.
    pub(super) fn lets_back(&self, from: u32) -> Outcome {
        let admits = |port| self.decides(false, |rule| rule.inbound && rule.admits(from, port));
        Outcome::of(!self.advanced || PORTS.into_iter().any(admits))
    }

    /// Whether a data source behind this group takes a connection from an address.
    pub(super) fn lets_in(&self, from: u32, port: Option<u16>) -> Outcome {
        for_port(port, |port| self.decides(false, |rule| rule.inbound && rule.admits(from, port)))
    }

    /// The first matching rule by priority decides; deny before allow.
    fn decides(&self, default: bool, matching: impl Fn(&Rule) -> bool) -> bool {
        let first =
            self.rules.iter().filter(|rule| matching(rule)).min_by_key(|rule| (rule.priority, rule.allow));
        first.map_or(default, |rule| rule.allow)
    }
}

impl Rule {
    fn admits(&self, address: u32, port: u16) -> bool {
        self.for_tcp && (self.ports.0..=self.ports.1).contains(&port) && self.peer.holds(address)
    }
}

fn for_port(port: Option<u16>, admits: impl Fn(u16) -> bool) -> Outcome {
    match port {
        Some(port) => Outcome::of(admits(port)),
        None => Outcome::agreed(PORTS.into_iter().map(|port| Outcome::of(admits(port)))),
    }
}

impl Source {
    /// Whether the data source's own security group takes a connection from an address.
    pub(super) fn group_admits(&self, from: u32) -> Outcome {
        match &self.guard {
            _ if !self.gated => Outcome::Pass,
            None => Outcome::Unknown,
            Some(guard) => guard.lets_in(from, self.port),
        }
    }

    /// Whether an address is admitted that nobody can know: that of a load balancer, or of a shared group. A whitelist is
    /// unknown then, whatever it lists: the contract says so of both without exception.
    pub(super) fn admits_somebody(&self, drawing: &Drawing) -> Outcome {
        let everywhere = drawing.stretches.everywhere();
        let group = Outcome::agreed(everywhere.into_iter().map(|from| self.group_admits(from)));
        let list = Outcome::of(matches!(self.whitelist, Whitelist::None));
        group.max(list).min(Outcome::Unknown)
    }

    /// Whether the whitelist takes a connection from an address.
    pub(super) fn list_admits(&self, from: u32) -> Outcome {
        match &self.whitelist {
            Whitelist::None => Outcome::Pass,
            Whitelist::Unknown => Outcome::Unknown,
            Whitelist::Entries(entries) => {
                let mut blocks = entries.iter().filter_map(|entry| Block::read(entry));
                Outcome::of(blocks.any(|block| block.holds(from)))
            }
        }
    }
}
