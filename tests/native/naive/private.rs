//! Private paths: for every address of the data source the binding that wins, and from each of its addresses there and back.

use std::collections::{BTreeMap, BTreeSet};

use super::address::Block;
use super::drawing::{Binding, Drawing, Group, Place, Source};
use super::tables::{Meeting, Step};
use super::{End, Judged, Outcome, codes, contradictions, total};

/// Everything that was seen while one pair was judged.
pub(super) struct Look<'d> {
    pub(super) drawing: &'d Drawing,
    pub(super) group: &'d Group,
    pub(super) source: &'d Source,
    pub(super) usable: Vec<&'d Binding>,
    /// For every address of the data source the bindings that may win, by VPC.
    pub(super) winners: BTreeMap<u32, Winners<'d>>,
}

/// The bindings that win an address.
#[derive(Clone, Default)]
pub(super) struct Winners<'d> {
    /// More than one VPC is a conflict; none at all is no route.
    pub(super) by_vpc: BTreeMap<&'d str, Vec<&'d Binding>>,
    /// Bindings of VPCs without known blocks, which may cover the address.
    pub(super) open: Vec<&'d Binding>,
}

pub(super) fn judge<'d>(drawing: &'d Drawing, id: &'d str, source: &'d str) -> Judged {
    let look = Look::new(drawing, id, source);
    let mut errors = codes::of(&look);
    let judged_bindings: Vec<&Binding> = look.judged();
    let contradictions = contradictions::of(drawing, look.source, &judged_bindings);
    let outcomes = look.outcomes(is_rivalled(drawing, id, source));
    let verdict = if !contradictions.is_empty() {
        "invalid"
    } else if look.sites_differ() {
        errors.insert("site-mismatch");
        "unsupported"
    } else {
        total(&outcomes)
    };
    errors.extend(contradictions);
    Judged { verdict, sees: look.sees(), errors, ..Judged::default() }
}

/// A binding carries something only in the account and region of its group, and for serverless groups not in 21.0.0.0/8.
pub(super) fn is_usable(drawing: &Drawing, group: &Group, binding: &Binding) -> bool {
    in_scope(drawing, group, binding) && !in_21(drawing, group, binding)
}

/// Whether a group could be bound to a VPC.
pub(super) fn is_bindable(drawing: &Drawing, group: &Group, vpc: &str) -> bool {
    let network = &drawing.networks[vpc];
    let owner = network.owner.clone().unwrap_or_default();
    let own = (owner.account, owner.region) == (group.owner.account.clone(), group.owner.region.clone());
    let forbidden = Block::around(21 << 24, 8);
    let unfit =
        group.kind == "serverless" && network.drawn.iter().flatten().any(|block| block.meets(forbidden));
    network.kind == "vpc" && own && !unfit
}

/// The errors of bindings when none is usable.
pub(super) fn unusable(drawing: &Drawing, group: &Group) -> BTreeSet<&'static str> {
    let mut errors = BTreeSet::new();
    for binding in &group.bindings {
        if !in_scope(drawing, group, binding) {
            errors.insert("binding-out-of-scope");
        } else if in_21(drawing, group, binding) {
            errors.insert("unsupported-range-serverless");
        }
    }
    errors
}

fn in_scope(drawing: &Drawing, group: &Group, binding: &Binding) -> bool {
    let owner = drawing.networks[&binding.vpc].owner.clone().unwrap_or_default();
    (owner.account, owner.region) == (group.owner.account.clone(), group.owner.region.clone())
}

fn in_21(drawing: &Drawing, group: &Group, binding: &Binding) -> bool {
    let forbidden = Block::around(21 << 24, 8);
    let own = drawing.vswitches[&binding.vswitch].block;
    let mut blocks = drawing.networks[&binding.vpc].drawn.iter().flatten().chain(&own);
    group.kind == "serverless" && blocks.any(|block| block.meets(forbidden))
}

/// Whether another assessed data source of the group lies in a network that overlaps this one's, behind the same binding.
fn is_rivalled(drawing: &Drawing, id: &str, source: &str) -> bool {
    let look = Look::new(drawing, id, source);
    let Place::Network(far) = &look.source.place else { return false };
    let others = drawing.pairs.iter().filter(|(group, other)| group == id && other != source);
    let mut others = others.map(|(_, other)| Look::new(drawing, id, other));
    others.any(|other| {
        let Place::Network(network) = &other.source.place else { return false };
        let shared = look.judged().into_iter().any(|binding| {
            let outside = binding.vpc != *far && binding.vpc != *network;
            outside && other.judged().iter().any(|theirs| std::ptr::eq(*theirs, binding))
        });
        let reached = [&look, &other].into_iter().all(|look| look.meets() == Meeting::Direct);
        network != far && !other.source.public && shared && reached && drawing.overlap(far, network)
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
        let stretches = |blocks: &[Block]| {
            End::Each(blocks.iter().flat_map(|block| self.drawing.stretches.of(*block)).collect())
        };
        let own = self.source.vswitch.as_ref().and_then(|id| self.drawing.vswitches[id].block);
        let around = self.far().and_then(|far| self.drawing.networks[far].drawn.clone());
        let service = Block::read("100.64.0.0/10").filter(|_| self.source.place == Place::Region);
        match (&self.source.addresses, own.or(service), around) {
            (Some(addresses), ..) if !addresses.is_empty() => End::Each(addresses.clone()),
            (_, Some(own), _) => stretches(&[own]),
            (_, None, Some(around)) if !around.is_empty() => stretches(&around),
            _ => End::OneOf(self.drawing.stretches.everywhere()),
        }
    }

    /// The longest prefix over all usable bindings, automatic and added routes alike.
    fn winners(&self, to: u32) -> Winners<'d> {
        let mut winners = Winners::default();
        let mut best = None;
        for binding in &self.usable {
            let own = &self.drawing.networks[&binding.vpc].drawn;
            let routes = own.iter().flatten().chain(&binding.routes);
            let mut longest = routes.filter(|block| block.holds(to)).map(|block| block.length).max();
            if own.is_none() && self.far() == Some(&binding.vpc) {
                longest = longest.or(Some(0));
            }
            if longest > best {
                best = longest;
                winners.by_vpc.clear();
            }
            if longest.is_some() && longest == best {
                winners.by_vpc.entry(&binding.vpc).or_default().push(binding);
            }
        }
        winners
    }

    /// The bindings that are looked at: those that win something, else all that could.
    pub(super) fn judged(&self) -> Vec<&'d Binding> {
        let linked = self.linked();
        if self.source.place == Place::Region {
            return self.usable.clone();
        }
        if !linked.is_empty() {
            return linked;
        }
        let won: Vec<&str> = self
            .winners
            .values()
            .flat_map(|w| w.by_vpc.values().flatten())
            .map(|b| b.vswitch.as_str())
            .collect();
        let winners = self.usable.iter().filter(|binding| won.contains(&binding.vswitch.as_str()));
        let winners: Vec<&Binding> = winners.copied().collect();
        if winners.is_empty() { self.usable.clone() } else { winners }
    }

    /// The bindings in a VPC with a PrivateLink endpoint of the data source's VPC.
    pub(super) fn linked(&self) -> Vec<&'d Binding> {
        let Some(far) = self.far() else { return vec![] };
        let linked = |binding: &&&Binding| self.drawing.meeting(&binding.vpc, far) == Meeting::PrivateLink;
        if self.usable.iter().any(|binding| binding.vpc == far) {
            return vec![];
        }
        self.usable.iter().filter(linked).copied().collect()
    }

    /// The best way in which one of the judged bindings meets the data source.
    pub(super) fn meets(&self) -> Meeting {
        let Some(far) = self.far() else { return Meeting::Direct };
        let of = |binding: &&Binding| {
            if binding.vpc == far { Meeting::Direct } else { self.drawing.meeting(&binding.vpc, far) }
        };
        self.judged().iter().map(of).min().unwrap_or(Meeting::None)
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
        // What lies behind a load balancer sees that; and where no binding wins, one of them is shown.
        let lost = match self.source.place {
            Place::Region => !self.reaches_region(),
            _ => self.winners.values().any(|winners| winners.by_vpc.is_empty()),
        };
        if !self.linked().is_empty() || lost {
            return None;
        }
        let blocks = self.judged().into_iter().map(|binding| self.drawing.vswitches[&binding.vswitch].block);
        blocks.collect()
    }

    fn outcomes(&self, rivalled: bool) -> Vec<Outcome> {
        if self.usable.is_empty() {
            return vec![Outcome::Fail];
        }
        let linked = self.linked();
        let given = if self.source.place == Place::Region { &self.usable } else { &linked };
        let to = |address: u32| -> Vec<Outcome> {
            if given.is_empty() {
                return self.towards(address);
            }
            given.iter().flat_map(|binding| self.from(binding, address)).collect()
        };
        let capped = |outcome: Outcome| if rivalled { outcome.max(Outcome::Unknown) } else { outcome };
        match self.destination() {
            End::Each(all) => all.into_iter().flat_map(to).map(capped).collect(),
            End::OneOf(all) => {
                let each: Vec<Vec<Outcome>> = all.into_iter().map(to).collect();
                // Where every address has the same sources, each source is judged by itself.
                let sources = each.iter().map(Vec::len).min().unwrap_or_default();
                if each.iter().any(|outcomes| outcomes.len() != sources) {
                    return vec![Outcome::agreed(each.into_iter().flatten())];
                }
                (0..sources).map(|at| capped(Outcome::agreed(each.iter().map(|all| all[at])))).collect()
            }
        }
    }

    fn towards(&self, to: u32) -> Vec<Outcome> {
        let winners = &self.winners[&to];
        let open = winners.open.iter().map(|binding| (binding.vpc.as_str(), vec![*binding]));
        let ways: Vec<Vec<Outcome>> = winners
            .by_vpc
            .clone()
            .into_iter()
            .chain(open)
            .map(|(_, bindings)| bindings.iter().flat_map(|binding| self.from(binding, to)).collect())
            .collect();
        if ways.len() == 1 && winners.open.is_empty() {
            return ways.concat();
        }
        // Nothing covers it, or several VPCs do: certain only where every way fails.
        let dead = ways.iter().flatten().all(|outcome| *outcome == Outcome::Fail);
        vec![if dead { Outcome::Fail } else { Outcome::Unknown }]
    }

    /// From every address of a binding to one address of the data source, and back.
    fn from(&self, binding: &Binding, to: u32) -> Vec<Outcome> {
        self.bound(binding)
            .judge(|from| self.hops(binding, from, to).into_iter().max().unwrap_or(Outcome::Unknown))
    }

    fn hops(&self, binding: &Binding, from: u32, to: u32) -> Vec<Outcome> {
        let guard = binding.guard.as_ref();
        let out = guard.map_or(Outcome::Pass, |guard| guard.lets_out(to, self.source.port));
        let back = guard.map_or(Outcome::Pass, |guard| guard.lets_back(from));
        let mut hops = vec![out, back, self.network_hops(binding, from, to)];
        if self.linked().is_empty() {
            hops.extend([self.source.group_admits(from), self.source.list_admits(from)]);
        } else {
            hops.push(self.source.admits_somebody(self.drawing));
        }
        hops
    }

    fn network_hops(&self, binding: &Binding, from: u32, to: u32) -> Outcome {
        let Some(far) = self.far() else {
            let region = self.source.owner.as_ref().map(|owner| owner.region.as_str());
            return Outcome::of(region == Some(&self.group.owner.region));
        };
        if binding.vpc == far {
            return Outcome::Pass;
        }
        match self.drawing.meeting(&binding.vpc, far) {
            Meeting::PrivateLink => Outcome::Pass,
            Meeting::None | Meeting::PeeringChain => Outcome::Fail,
            Meeting::Direct | Meeting::Chain => {
                let there = self.drawing.step(&binding.vpc, to, far);
                let back = self.way_back(binding, far, from);
                let overlaps = self.drawing.overlap(&binding.vpc, far);
                let best = if overlaps { Outcome::Unknown } else { Outcome::Pass };
                there.outcome().max(back.outcome()).max(best)
            }
        }
    }

    pub(super) fn way_back(&self, binding: &Binding, far: &str, from: u32) -> Step {
        self.drawing.step(far, from, &binding.vpc)
    }
}
