//! Route tables: where a packet for one address goes next, and whether that is where it should go.

use std::collections::BTreeSet;

use super::Outcome;
use super::address::Block;
use super::drawing::{Connection, Drawing, Network};

/// Where a packet ends up, and why it does not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Arrives,
    /// Through a third network.
    Through,
    /// Undecided: equal routes that differ, or blocks that are not known.
    Open,
    NoBandwidth,
    /// A vSwitch of this network holds the address.
    Local,
    /// A route leads away from where another one would have led.
    Detour,
    NoRoute,
}

/// How two networks are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meeting {
    Direct,
    PrivateLink,
    Chain,
    PeeringChain,
    None,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Candidate {
    length: u8,
    custom: bool,
    /// Whether it may be one of several connections in a row.
    passable: bool,
    step: Step,
}

impl Step {
    pub(super) fn outcome(self) -> Outcome {
        match self {
            Self::Arrives => Outcome::Pass,
            Self::Through | Self::Open => Outcome::Unknown,
            Self::NoBandwidth | Self::Local | Self::Detour | Self::NoRoute => Outcome::Fail,
        }
    }
}

impl Connection {
    pub(super) fn serves(&self, network: &str) -> bool {
        self.whole && self.attachments.iter().any(|(held, served)| held == network && *served)
    }

    fn holds(&self, network: &str) -> bool {
        self.attachments.iter().any(|(held, _)| held == network)
    }

    /// Whether it holds both networks, in the direction that leads from one to the other.
    pub(super) fn may_lead(&self, from: &str, to: &str) -> bool {
        self.holds(from) && self.holds(to) && (!self.is_link() || self.attachments[0].0 == from)
    }

    /// Whether it holds one network and can take the other one, too.
    pub(super) fn takes(&self, held: &str, other: &Network, id: &str) -> bool {
        let fits = match self.kind.as_str() {
            "vpc_peering" | "privatelink" => other.kind == "vpc",
            "smart_access_gateway" => other.kind == "vpc" || other.kind == "data_center",
            _ => true,
        };
        let room = self.attachments.len() < 2 || matches!(self.kind.as_str(), "cen" | "smart_access_gateway");
        self.holds(held) && !self.holds(id) && room && fits
    }

    pub(super) fn is_link(&self) -> bool {
        self.kind == "privatelink"
    }

    fn others<'c>(&'c self, network: &'c str) -> impl Iterator<Item = &'c String> {
        self.attachments.iter().filter(move |(held, served)| *served && held != network).map(|(held, _)| held)
    }
}

impl Network {
    fn is_local(&self, address: u32) -> bool {
        self.vswitches.iter().any(|block| block.holds(address))
    }
}

impl Drawing {
    /// How the best way from one network to another is made.
    pub(super) fn meeting(&self, from: &str, to: &str) -> Meeting {
        let direct = |c: &&Connection| c.serves(from) && c.serves(to);
        let linked = |c: &&Connection| c.is_link() && c.attachments[0].0 == from;
        if self.connections.iter().filter(direct).any(|c| !c.is_link()) {
            Meeting::Direct
        } else if self.connections.iter().filter(direct).any(|c| linked(&c)) {
            Meeting::PrivateLink
        } else if self.around(from, |c| c.kind != "vpc_peering").contains(to) {
            Meeting::Chain
        } else if self.around(from, |_| true).contains(to) {
            Meeting::PeeringChain
        } else {
            Meeting::None
        }
    }

    /// Every network that connections in service lead to, PrivateLink aside.
    fn around<'d>(&'d self, from: &'d str, counts: impl Fn(&Connection) -> bool) -> BTreeSet<&'d str> {
        let mut seen = BTreeSet::from([from]);
        loop {
            let before = seen.len();
            for c in self.connections.iter().filter(|c| !c.is_link() && counts(c)) {
                if seen.iter().any(|network| c.serves(network)) {
                    seen.extend(c.others("").map(String::as_str));
                }
            }
            if seen.len() == before {
                return seen;
            }
        }
    }

    /// What the table of a network does with a packet for an address in another network.
    pub(super) fn step(&self, at: &str, address: u32, wanted: &str) -> Step {
        let network = &self.networks[at];
        if network.is_local(address) {
            return Step::Local;
        }
        let candidates = self.candidates(at, address, wanted, &mut BTreeSet::from([at.to_owned()]));
        let open = self.may_learn(at, wanted);
        let chosen = choose(&candidates);
        let arrives = candidates.iter().any(|c| matches!(c.step, Step::Arrives | Step::NoBandwidth));
        // Blocks that nobody knows are learned over certain connections, or not at all.
        let unpaid = match chosen {
            None | Some(Step::Detour) => open && self.all_unpaid(at, wanted, |c| c.automatic),
            Some(Step::Through) => false,
            Some(step) => (open || step == Step::Open) && self.all_lack_bandwidth(at, wanted),
        };
        if unpaid {
            return Step::NoBandwidth;
        }
        match chosen {
            Some(Step::Detour) if open => Step::Open,
            Some(Step::Detour) if !arrives => Step::NoRoute,
            Some(step) => step,
            None if open => Step::Open,
            None => Step::NoRoute,
        }
    }

    /// Whether the network that is wanted announces itself with blocks that are not known. Other networks of which
    /// nothing is known teach nothing.
    fn may_learn(&self, at: &str, wanted: &str) -> bool {
        let teaches = |c: &Connection| c.automatic && !c.is_link() && c.serves(at) && c.serves(wanted);
        self.networks[wanted].blocks.is_none() && self.connections.iter().any(teaches)
    }

    fn candidates(
        &self,
        at: &str,
        address: u32,
        wanted: &str,
        seen: &mut BTreeSet<String>,
    ) -> Vec<Candidate> {
        let mut all = Vec::new();
        let network = &self.networks[at];
        for (to, via) in network.routes.iter().filter(|(to, _)| to.holds(address)) {
            let connection = self.connections.iter().find(|c| c.id == *via).expect("a connection");
            // Of a connection that is half drawn the route stands, and leads nowhere.
            if connection.attachments.iter().any(|(held, served)| held == at && *served) {
                let ends: Vec<&String> = connection.others(at).filter(|_| connection.whole).collect();
                all.push(self.candidate(at, connection, &ends, address, wanted, (*to, true), seen));
            }
        }
        for connection in self.connections.iter().filter(|c| c.automatic && !c.is_link() && c.serves(at)) {
            for other in connection.others(at) {
                for to in self.networks[other].blocks.iter().flatten().filter(|to| to.holds(address)) {
                    all.push(self.candidate(at, connection, &[other], address, wanted, (*to, false), seen));
                }
            }
        }
        all
    }

    #[expect(clippy::too_many_arguments, reason = "one place where a route is followed")]
    fn candidate(
        &self,
        at: &str,
        connection: &Connection,
        ends: &[&String],
        address: u32,
        wanted: &str,
        (to, custom): (Block, bool),
        seen: &mut BTreeSet<String>,
    ) -> Candidate {
        let passable = !connection.is_link() && connection.kind != "vpc_peering";
        let step = if ends.iter().any(|end| *end == wanted) {
            if connection.is_link() {
                Step::Detour
            } else if self.lacks_bandwidth(connection, at, wanted) {
                Step::NoBandwidth
            } else {
                Step::Arrives
            }
        } else if custom && passable && ends.iter().any(|end| self.leads_on(end, address, wanted, seen)) {
            Step::Through
        } else {
            Step::Detour
        };
        Candidate { length: to.length, custom, passable, step }
    }

    /// Whether a third network has a route on, without any peering. How it chooses is transit, which nobody judges. A packet
    /// that follows a learned route has arrived, and is not passed on.
    fn leads_on(&self, at: &str, address: u32, wanted: &str, seen: &mut BTreeSet<String>) -> bool {
        if self.networks[at].is_local(address) || !seen.insert(at.to_owned()) {
            return false;
        }
        let candidates = self.candidates(at, address, wanted, seen);
        seen.remove(at);
        candidates
            .iter()
            .any(|c| c.passable && matches!(c.step, Step::Arrives | Step::NoBandwidth | Step::Through))
    }

    /// Whether two networks are joined, and over none of the connections anything can pass.
    pub(super) fn all_lack_bandwidth(&self, one: &str, other: &str) -> bool {
        self.all_unpaid(one, other, |_| true)
    }

    fn all_unpaid(&self, one: &str, other: &str, counts: impl Fn(&Connection) -> bool) -> bool {
        let both = |c: &&Connection| !c.is_link() && c.serves(one) && c.serves(other) && counts(c);
        let mut joins = self.connections.iter().filter(both).peekable();
        joins.peek().is_some() && joins.all(|c| self.lacks_bandwidth(c, one, other))
    }

    fn lacks_bandwidth(&self, connection: &Connection, one: &str, other: &str) -> bool {
        let region = |network: &str| self.networks[network].owner.as_ref().map(|owner| owner.region.clone());
        let regions = region(one).zip(region(other));
        connection.without_bandwidth && regions.is_some_and(|(one, other)| one != other)
    }
}

/// The longest prefix wins, then the custom route; equal ones have to agree, unless none of them leads there.
fn choose(candidates: &[Candidate]) -> Option<Step> {
    let best = candidates.iter().map(|c| (c.length, c.custom)).max()?;
    let steps: BTreeSet<Step> =
        candidates.iter().filter(|c| (c.length, c.custom) == best).map(|c| c.step).collect();
    let lost = steps.contains(&Step::Detour);
    let found = steps.iter().any(|step| step.outcome() != Outcome::Fail);
    Some(match steps.first()? {
        _ if lost && found => Step::Open,
        Step::Arrives if steps.contains(&Step::Through) => Step::Open,
        first => *first,
    })
}
