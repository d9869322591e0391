//! Private paths: for every address of the data source the binding that wins, and from each of its addresses there and back.

use std::collections::BTreeMap;

use super::address::Block;
use super::bindings::is_usable;
use super::drawing::{Binding, Drawing, Group, Place, Source};
use super::tables::{Meeting, Step};
use super::{End, Judged, Outcome, codes, contradictions, hop_by_hop, total};

/// Everything that was seen while one pair was judged.
pub(super) struct Look<'d> {
    pub(super) drawing: &'d Drawing,
    pub(super) group: &'d Group,
    pub(super) source: &'d Source,
    pub(super) usable: Vec<&'d Binding>,
    /// For every address of the data source the bindings that may win, by VPC.
    pub(super) winners: BTreeMap<u32, Winners<'d>>,
}

/// The bindings that win an address, or may.
#[derive(Clone, Default)]
pub(super) struct Winners<'d> {
    /// More than one VPC is a conflict; none at all is no route.
    pub(super) by_vpc: BTreeMap<&'d str, Vec<&'d Binding>>,
}

pub(super) fn judge<'d>(drawing: &'d Drawing, id: &'d str, source: &'d str) -> Judged {
    let look = Look::new(drawing, id, source);
    let mut errors = codes::of(&look);
    let contradictions = contradictions::of(drawing, look.source, &look.today());
    let outcomes = look.outcomes(is_rivalled(drawing, id, source));
    let verdict = if !contradictions.is_empty() {
        "invalid"
    } else if look.sites_differ() {
        "unsupported"
    } else {
        total(&outcomes)
    };
    errors.extend(contradictions);
    let sees = look.sees();
    let gated = look.far().is_none() || look.is_seen_itself();
    let gap = look
        .knocks()
        .filter(|_| gated)
        .and_then(|blocks| codes::gap(look.source, &drawing.stretches, &blocks));
    Judged { verdict, sees, errors, gap, ..Judged::default() }
}

/// Whether another assessed data source of the group lies in a network that overlaps this one's, and is reached through
/// the same binding.
fn is_rivalled(drawing: &Drawing, id: &str, source: &str) -> bool {
    let look = Look::new(drawing, id, source);
    let Place::Network(far) = &look.source.place else { return false };
    let others = drawing.pairs.iter().filter(|(group, other)| group == id && other != source);
    let mut others = others.map(|(_, other)| Look::new(drawing, id, other));
    others.any(|other| {
        let Place::Network(network) = &other.source.place else { return false };
        let shared = look.judged().into_iter().any(|binding| {
            let outside = binding.vpc != *far && binding.vpc != *network;
            outside && look.linked().is_empty() && other.is_reached_through(binding)
        });
        network != far && !other.source.public && shared && drawing.overlap(far, network)
    })
}

impl Drawing {
    pub(super) fn overlap(&self, one: &str, other: &str) -> bool {
        let others = &self.networks[other].blocks;
        let mut pairs = self.networks[one].blocks.iter().flatten();
        pairs.any(|block| others.iter().flatten().any(|other| other.meets(*block)))
    }
}

impl<'d> Look<'d> {
    fn new(drawing: &'d Drawing, id: &'d str, source: &'d str) -> Self {
        let (group, source) = (&drawing.groups[id], &drawing.sources[source]);
        let usable: Vec<&Binding> =
            group.bindings.iter().filter(|binding| is_usable(drawing, group, binding)).collect();
        let mut look = Self { drawing, group, source, usable, winners: BTreeMap::new() };
        let (End::Each(to) | End::OneOf(to)) = look.destination();
        look.winners = to.into_iter().map(|address| (address, look.winners(address))).collect();
        look
    }

    pub(super) fn far(&self) -> Option<&'d str> {
        match &self.source.place {
            Place::Network(network) => Some(network),
            _ => None,
        }
    }

    pub(super) fn sites_differ(&self) -> bool {
        let theirs = self.far().and_then(|far| self.drawing.networks[far].owner.as_ref());
        let theirs = theirs.and_then(|owner| owner.site.as_ref());
        theirs.zip(self.group.owner.site.as_ref()).is_some_and(|(one, other)| one != other)
    }

    /// The addresses of the data source, or of what stands in for them.
    pub(super) fn destination(&self) -> End {
        let stretches = |blocks: &[Block]| -> Vec<u32> {
            blocks.iter().flat_map(|block| self.drawing.stretches.of(*block)).collect()
        };
        let own = self.source.vswitch.as_ref().and_then(|id| self.drawing.vswitches[id].block);
        let around = self.far().and_then(|far| self.drawing.networks[far].drawn.clone());
        let service = Block::read("100.64.0.0/10").filter(|_| self.source.place == Place::Region);
        match (&self.source.addresses, own, around, service) {
            (Some(addresses), ..) if !addresses.is_empty() => End::Each(addresses.clone()),
            (_, Some(own), ..) => End::Each(stretches(&[own])),
            (_, None, Some(around), _) if !around.is_empty() => End::Each(stretches(&around)),
            (_, None, _, Some(service)) => End::OneOf(stretches(&[service])),
            _ => End::OneOf(self.conceivable()),
        }
    }

    /// What a data source may have of which no address is known. That it lies inside another bound VPC is not supposed,
    /// unless a vSwitch of its own network shows that these overlap.
    fn conceivable(&self) -> Vec<u32> {
        let everywhere = self.drawing.stretches.everywhere();
        let Some(far) = self.far() else { return everywhere };
        let shown = |block: &Block| self.drawing.networks[far].vswitches.iter().any(|own| own.meets(*block));
        let others = self.usable.iter().filter(|binding| binding.vpc != far);
        let blocks = others.flat_map(|binding| self.drawing.networks[&binding.vpc].drawn.iter().flatten());
        let apart: Vec<&Block> = blocks.filter(|block| !shown(block)).collect();
        let all = everywhere.iter().filter(|to| !apart.iter().any(|block| block.holds(**to)));
        let all: Vec<u32> = all.copied().collect();
        if all.is_empty() { everywhere } else { all }
    }

    /// The longest prefix over all usable bindings, automatic and added routes alike. The automatic route to the data
    /// source's own VPC, where no block of it is known, may be any: it wins over nothing, and may win over everything.
    fn winners(&self, to: u32) -> Winners<'d> {
        let mut winners = Winners::default();
        let mut best = None;
        for binding in &self.usable {
            let own = &self.drawing.networks[&binding.vpc].drawn;
            let routes = own.iter().flatten().chain(&binding.routes);
            let longest = routes.filter(|block| block.holds(to)).map(|block| block.length).max();
            if longest > best {
                best = longest;
                winners.by_vpc.clear();
            }
            if longest.is_some() && longest == best {
                winners.by_vpc.entry(&binding.vpc).or_default().push(binding);
            }
        }
        let Some(far) = self.far().filter(|far| self.drawing.networks[*far].drawn.is_none()) else {
            return winners;
        };
        if winners.by_vpc.is_empty() || winners.by_vpc.keys().any(|vpc| *vpc != far) {
            let unread: Vec<&Binding> =
                self.usable.iter().filter(|binding| binding.vpc == far).copied().collect();
            if !unread.is_empty() {
                winners.by_vpc.insert(far, unread);
            }
        }
        winners
    }

    /// The addresses of a bound vSwitch.
    pub(super) fn bound(&self, binding: &Binding) -> End {
        match self.drawing.vswitches[&binding.vswitch].block {
            Some(block) => End::Each(self.drawing.stretches.of(block)),
            None => End::OneOf(self.drawing.stretches.everywhere()),
        }
    }

    fn sees(&self) -> Option<Vec<Block>> {
        if self.usable.is_empty() {
            return Some(vec![]);
        }
        // What lies behind a load balancer sees that.
        if !self.linked().is_empty() {
            return None;
        }
        self.blocks_of(self.today())
    }

    /// Of what the data source sees, that of which it is certain that packets come from there, or would.
    fn knocks(&self) -> Option<Vec<Block>> {
        if self.usable.is_empty() || !self.linked().is_empty() {
            return self.sees();
        }
        self.blocks_of(self.knocking())
    }

    fn blocks_of(&self, bindings: Vec<&Binding>) -> Option<Vec<Block>> {
        bindings.into_iter().map(|binding| self.drawing.vswitches[&binding.vswitch].block).collect()
    }

    fn outcomes(&self, rivalled: bool) -> Vec<Outcome> {
        if self.usable.is_empty() {
            return vec![Outcome::Fail];
        }
        let capped = |outcome: Outcome| if rivalled { outcome.max(Outcome::Unknown) } else { outcome };
        let outcomes = match self.destination() {
            End::Each(all) => all.into_iter().flat_map(|to| self.towards(to)).collect(),
            End::OneOf(all) => self.towards_one_of(&all),
        };
        outcomes.into_iter().map(capped).collect()
    }

    /// The bindings of which no DataWorks route is asked.
    pub(super) fn given(&self) -> Vec<&'d Binding> {
        if self.source.place == Place::Region { self.usable.clone() } else { self.linked() }
    }

    /// What happens to packets for one address of the data source.
    fn towards(&self, to: u32) -> Vec<Outcome> {
        let given = self.given();
        if !given.is_empty() {
            return given.iter().flat_map(|binding| self.from(binding, &[to])).collect();
        }
        let ways: Vec<Vec<Outcome>> = self.winners[&to]
            .by_vpc
            .values()
            .map(|bindings| bindings.iter().flat_map(|binding| self.from(binding, &[to])).collect())
            .collect();
        if ways.len() == 1 {
            return ways.concat();
        }
        // Nothing covers it, or several VPCs do: certain only where every way fails.
        let dead = ways.iter().flatten().all(|outcome| *outcome == Outcome::Fail);
        vec![if dead { Outcome::Fail } else { Outcome::Unknown }]
    }

    /// What happens to packets for a data source that has one of these addresses: every hop as it treats all of them, and
    /// through every binding that may win. Where that depends on the address, only what they have in common is certain.
    fn towards_one_of(&self, all: &[u32]) -> Vec<Outcome> {
        let given = self.given();
        if !given.is_empty() {
            return given.iter().flat_map(|binding| self.from(binding, all)).collect();
        }
        let (mut lost, mut contested) = (false, false);
        let mut winning: Vec<Vec<&Binding>> = Vec::new();
        for to in all {
            let by_vpc = &self.winners[to].by_vpc;
            let leading: Vec<&Binding> =
                by_vpc.values().flatten().filter(|binding| self.leads(binding)).copied().collect();
            lost |= leading.is_empty();
            contested |= by_vpc.len() > 1 && !leading.is_empty();
            winning.extend(Some(leading).filter(|leading| !leading.is_empty()));
        }
        if winning.is_empty() {
            return vec![Outcome::Fail];
        }
        let wins = |binding: &Binding, some: &[&Binding]| some.iter().any(|b| b.vswitch == binding.vswitch);
        let (mut always, mut sometimes) = (Vec::new(), Vec::new());
        for binding in self.usable.iter().filter(|binding| winning.iter().any(|some| wins(binding, some))) {
            let routed = if lost { Outcome::Unknown } else { Outcome::Pass };
            let outcomes = self.from(binding, all).into_iter().map(|outcome| outcome.max(routed));
            let certain = !contested && winning.iter().all(|some| wins(binding, some));
            if certain { always.extend(outcomes) } else { sometimes.extend(outcomes) }
        }
        let dead = always.iter().chain(&sometimes).all(|outcome| *outcome == Outcome::Fail);
        if contested && !dead {
            sometimes.push(Outcome::Unknown);
        }
        let differ = Outcome::agreed(always.iter().chain(&sometimes).copied());
        match differ {
            Outcome::Pass | Outcome::Fail => vec![differ],
            Outcome::Unknown if sometimes.is_empty() => always,
            Outcome::Unknown => {
                let failing = always.into_iter().filter(|outcome| *outcome == Outcome::Fail);
                failing.chain([Outcome::Unknown]).collect()
            }
        }
    }

    /// From every address of a binding to the data source, which has one of some addresses, and back.
    fn from(&self, binding: &Binding, to: &[u32]) -> Vec<Outcome> {
        self.bound(binding).worst(|from| hop_by_hop(to.iter().map(|to| self.hops(binding, from, *to))))
    }

    /// Whether the data source sees the addresses of the binding, and will: not over PrivateLink, nor once one is completed.
    pub(super) fn is_seen_itself(&self) -> bool {
        let best = self.best_candidate();
        let lacks = self.far().and_then(|far| best.first().map(|best| self.lacks(best, far)));
        lacks.is_none_or(|(lacks, needless)| !needless || lacks == 0)
    }

    /// How many of the hops are the data source's own gates.
    pub(super) fn own_gates(&self) -> usize {
        if self.linked().is_empty() { 2 } else { 1 }
    }

    pub(super) fn hops(&self, binding: &Binding, from: u32, to: u32) -> Vec<Outcome> {
        let guard = binding.guard.as_ref();
        let out = guard.map_or(Outcome::Pass, |guard| guard.lets_out(to, self.source.port));
        let back = guard.map_or(Outcome::Pass, |guard| guard.lets_back(from));
        let mut hops = vec![out, back];
        hops.extend(self.network_hops(binding, from, to));
        if self.linked().is_empty() {
            hops.extend([self.source.group_admits(from), self.source.list_admits(from)]);
        } else {
            hops.push(self.source.admits_somebody(self.drawing));
        }
        hops
    }

    /// The way there, the way back, and whether the networks are apart.
    fn network_hops(&self, binding: &Binding, from: u32, to: u32) -> [Outcome; 3] {
        let Some(far) = self.far() else {
            let region = self.source.owner.as_ref().map(|owner| owner.region.as_str());
            return [Outcome::of(region == Some(&self.group.owner.region)); 3];
        };
        if binding.vpc == far {
            return [Outcome::Pass; 3];
        }
        match self.drawing.meeting(&binding.vpc, far) {
            Meeting::PrivateLink => [Outcome::of(!self.linked().is_empty()); 3],
            Meeting::None | Meeting::PeeringChain => [Outcome::Fail; 3],
            Meeting::Direct | Meeting::Chain => {
                let there = self.drawing.step(&binding.vpc, to, far);
                let back = self.way_back(binding, far, from);
                let overlaps = self.drawing.overlap(&binding.vpc, far);
                let best = if overlaps { Outcome::Unknown } else { Outcome::Pass };
                [there.outcome(), back.outcome(), best]
            }
        }
    }

    pub(super) fn way_back(&self, binding: &Binding, far: &str, from: u32) -> Step {
        self.drawing.step(far, from, &binding.vpc)
    }
}
