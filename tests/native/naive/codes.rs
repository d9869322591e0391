//! Which errors the report has to name: what fails certainly, at the gates, in the route tables and between the networks.

use std::collections::{BTreeMap, BTreeSet};

use super::address::{Block, Stretches};
use super::bindings::{is_bindable, unusable};
use super::contradictions::is_reserved;
use super::drawing::{Binding, Network, Place, Source, Whitelist};
use super::private::Look;
use super::tables::{Meeting, Step};
use super::{End, Outcome};

type Codes = BTreeSet<&'static str>;

/// The errors of a private path, contradictions of the address plan aside.
pub(super) fn of(look: &Look) -> Codes {
    let mut codes = Codes::new();
    if look.sites_differ() {
        codes.insert("site-mismatch");
    }
    if look.usable.is_empty() {
        codes.extend(unusable(look.drawing, look.group));
        codes.extend(Some("group-not-bound").filter(|_| look.group.bindings.is_empty()));
        return codes;
    }
    let ends: Vec<End> = look.knocking().into_iter().map(|binding| look.bound(binding)).collect();
    let loads = Load::all(look);
    let Some(far) = look.far() else {
        codes.extend(of_source(look.source, &ends));
        loads.iter().for_each(|load| codes.extend(load.at_the_group(look)));
        if !look.reaches_region() {
            codes.insert("networks-not-joined");
            codes.extend(unusable(look.drawing, look.group));
        }
        return codes;
    };
    let (lacks, needless) = look.best_candidate().first().map_or((7, false), |best| look.lacks(best, far));
    // Behind a PrivateLink, also one that is still to be completed, the addresses are not these.
    if look.is_seen_itself() {
        codes.extend(of_source(look.source, &ends));
    }
    let elsewhere = lacks > 4 && bound_elsewhere(look, far);
    if elsewhere {
        codes.insert("bound-elsewhere");
    } else if lacks > 3 && !look.sites_differ() {
        codes.insert(match lacks {
            4 => "attachment-pending",
            5 => "peering-not-transitive",
            6 => "attachment-missing",
            _ => "networks-not-joined",
        });
    }
    if elsewhere || lacks > 3 {
        codes.extend(unusable(look.drawing, look.group));
    }
    let own = look.group.owner.clone();
    let scenario_one = look
        .source
        .owner
        .as_ref()
        .is_some_and(|owner| (&owner.account, &owner.region) == (&own.account, &own.region));
    if !needless {
        let uncovered = look.winners.values().filter(|winners| winners.by_vpc.is_empty()).count();
        match look.destination() {
            // The cure is another binding, which makes the route needless.
            _ if uncovered == 0 || (elsewhere && scenario_one) => {}
            _ if uncovered == look.winners.len() => drop(codes.insert("no-dataworks-route")),
            End::Each(_) => drop(codes.insert("route-covers-part")),
            End::OneOf(_) => {}
        }
    }
    if loads.iter().any(|load| load.detour) {
        codes.insert("route-shadowed");
    }
    for load in &loads {
        codes.extend(load.at_the_group(look));
        if load.binding.vpc != far && (!needless || lacks == 0) {
            codes.extend(load.on_the_way(look, far));
        }
    }
    codes
}

/// The addresses of a data source that leave, or would leave, through a binding.
struct Load<'d> {
    binding: &'d Binding,
    to: Vec<u32>,
    /// Of these, some leave through another binding that leads elsewhere.
    detour: bool,
    /// Of these, those that may as well leave through a binding that may let them arrive.
    contested: BTreeSet<u32>,
}

impl<'d> Load<'d> {
    /// Every binding with what leaves through it: the winners, and for what they do not lead there the best candidate.
    fn all(look: &Look<'d>) -> Vec<Self> {
        let best = look.best_candidate();
        let given = look.given();
        let far = look.far();
        let lacks = far.and_then(|far| best.first().map(|best| look.lacks(best, far)));
        let needless = lacks.is_some_and(|(lacks, needless)| needless && lacks > 0);
        let mut loads: BTreeMap<&str, Self> = BTreeMap::new();
        let mut add = |binding: &'d Binding, to: u32, detour: bool, contested: bool| {
            let new = Self { binding, to: vec![], detour: false, contested: BTreeSet::new() };
            let load = loads.entry(&binding.vswitch).or_insert(new);
            load.to.push(to);
            load.detour |= detour;
            load.contested.extend(Some(to).filter(|_| contested));
        };
        let (End::Each(all) | End::OneOf(all)) = look.destination();
        for to in all {
            let by_vpc = &look.winners[&to].by_vpc;
            let near = best.first().map(|best| best.vpc.as_str());
            let leads = |binding: &Binding| {
                let leads = far.is_some_and(|far| matches!(look.lacks(binding, far).0, 0 | 1 | 3));
                leads || near == Some(&binding.vpc)
            };
            let mut winners: Vec<&'d Binding> = by_vpc.values().flatten().copied().collect();
            winners.sort_by_key(|binding| &binding.vswitch);
            let leading: Vec<&'d Binding> = winners.iter().copied().filter(|b| leads(b)).collect();
            if far.is_none() || needless {
                let unserved = far.is_none() && !look.reaches_region();
                let direct = if given.is_empty() || unserved { &best } else { &given };
                direct.iter().for_each(|binding| add(binding, to, false, false));
            } else if winners.is_empty() {
                best.iter().for_each(|binding| add(binding, to, false, false));
            } else if leading.is_empty() {
                best.first().into_iter().for_each(|best| add(best, to, by_vpc.len() == 1, false));
            } else if by_vpc.len() == 1 {
                winners.iter().for_each(|binding| add(binding, to, false, false));
            } else {
                let best = leading
                    .iter()
                    .copied()
                    .find(|b| best.first().is_some_and(|best| best.vswitch == b.vswitch));
                let least = leading.iter().copied().min_by_key(|binding| look.in_the_way(binding));
                let chosen = best.or(least).unwrap_or(leading[0]);
                // All in one VPC carry alike.
                let (carrying, others): (Vec<&Binding>, Vec<&Binding>) =
                    leading.iter().partition(|binding| binding.vpc == chosen.vpc);
                // Of an address that is not known nobody can say that it is this one.
                let asked = match look.destination() {
                    End::Each(_) => vec![to],
                    End::OneOf(all) => all,
                };
                let alive = |binding: &&Binding| asked.iter().any(|to| look.may_arrive(binding, *to));
                let alive = others.iter().any(alive);
                carrying.into_iter().for_each(|binding| add(binding, to, false, alive));
            }
        }
        let mut loads: Vec<Self> = loads.into_values().collect();
        if let End::OneOf(all) = look.destination()
            && far.is_some()
        {
            loads.iter_mut().for_each(|load| load.to.clone_from(&all));
        }
        loads
    }

    /// The addresses of which it is certain, or open only because nobody knows which it is.
    fn certain(&self, look: &Look) -> End {
        let own = || self.to.iter().filter(|to| !self.contested.contains(to)).copied().collect();
        match look.destination() {
            End::Each(_) => End::Each(own()),
            End::OneOf(_) if self.contested.is_empty() => End::OneOf(self.to.clone()),
            End::OneOf(_) => End::Each(vec![]),
        }
    }

    /// What the security group of the binding certainly stops.
    fn at_the_group(&self, look: &Look) -> Codes {
        let mut codes = Codes::new();
        let fails = |end: &End, outcome: &dyn Fn(u32) -> Outcome| end.judge(outcome).contains(&Outcome::Fail);
        let to = self.certain(look);
        if let Some(guard) = self.binding.guard.as_ref().filter(|_| !to.is_empty()) {
            if fails(&to, &|to| guard.lets_out(to, look.source.port)) {
                codes.insert("security-group-blocks-outbound");
            }
            if fails(&look.bound(self.binding), &|from| guard.lets_back(from)) {
                codes.insert("security-group-blocks-inbound");
            }
        }
        codes
    }

    /// What is wrong with the routes there and back.
    fn on_the_way(&self, look: &Look, far: &str) -> Codes {
        let (drawing, near) = (look.drawing, self.binding.vpc.as_str());
        let to = self.certain(look);
        if to.is_empty() {
            return Codes::new();
        }
        let from = look.bound(self.binding);
        let there = steps(&to, &|to| drawing.step(near, to, far));
        let back = steps(&from, &|from| drawing.step(far, from, near));
        let lacks = look.lacks(self.binding, far).0;
        let mut codes = Codes::new();
        let local =
            |end: &End, steps: &BTreeSet<Step>| matches!(end, End::Each(_)) && steps.contains(&Step::Local);
        if local(&to, &there) || local(&from, &back) {
            codes.insert("overlapping-networks");
        }
        if !matches!(lacks, 1 | 3) {
            return codes;
        }
        let joined = lacks == 1;
        let shut = joined && drawing.all_lack_bandwidth(near, far);
        let led = |to: &u32| drawing.step(near, *to, far) != Step::Through;
        let (End::Each(all) | End::OneOf(all)) = &to;
        if shut && all.iter().any(led)
            || there.contains(&Step::NoBandwidth)
            || back.contains(&Step::NoBandwidth)
        {
            codes.insert("no-inter-region-bandwidth");
        }
        if there.contains(&Step::NoRoute) {
            codes.insert("no-vpc-route");
        }
        if there.contains(&Step::Detour) {
            codes.insert("route-shadowed");
        }
        let lost = back.contains(&Step::NoRoute) || back.contains(&Step::Detour);
        if lost && matches!(from, End::Each(_)) {
            codes.insert("no-return-route");
        }
        codes
    }
}

/// What the data source's own gates certainly stop.
pub(super) fn of_source(source: &Source, ends: &[End]) -> Codes {
    let mut codes = Codes::new();
    let outcomes = |gate: &dyn Fn(u32) -> Outcome| -> Vec<Outcome> {
        ends.iter().flat_map(|end| end.judge(gate)).collect()
    };
    if outcomes(&|from| source.group_admits(from)).contains(&Outcome::Fail) {
        codes.insert("data-source-security-group-blocks");
    }
    let listed = outcomes(&|from| source.list_admits(from));
    if listed.contains(&Outcome::Fail) && matches!(source.whitelist, Whitelist::Entries(_)) {
        codes.insert(if listed.contains(&Outcome::Pass) { "whitelist-gap" } else { "whitelist" });
    }
    codes
}

/// The addresses in some blocks that a whitelist with entries lacks.
pub(super) fn gap(source: &Source, stretches: &Stretches, blocks: &[Block]) -> Option<Vec<Block>> {
    let lacking = |block: &Block| {
        let all = stretches.of(*block).into_iter();
        let fails = all.filter(|from| source.list_admits(*from) == Outcome::Fail);
        fails.map(|from| stretches.whole(from, block.last)).collect::<Vec<Block>>()
    };
    let lacking: Vec<Block> = blocks.iter().flat_map(lacking).collect();
    Some(lacking).filter(|lacking| !lacking.is_empty())
}

/// What certainly happens to some address of an end.
fn steps(end: &End, step: &dyn Fn(u32) -> Step) -> BTreeSet<Step> {
    match end {
        End::Each(all) => all.iter().map(|address| step(*address)).collect(),
        End::OneOf(all) => {
            let all: BTreeSet<Step> = all.iter().map(|address| step(*address)).collect();
            if all.iter().any(|step| step.outcome() != Outcome::Fail) {
                return BTreeSet::new();
            }
            // A route leads there for some, so that none can be said to lack.
            let routed = all.contains(&Step::NoBandwidth);
            all.into_iter().filter(|step| !routed || *step == Step::NoBandwidth).collect()
        }
    }
}

/// Whether another VPC has to be bound: in scenario 1 that of the data source, else one that is joined to it and sound.
fn bound_elsewhere(look: &Look, far: &str) -> bool {
    let drawing = look.drawing;
    let sound = |id: &str, network: &Network| {
        let other = &drawing.networks[far];
        let meets = |one: &Network, other: &Network| {
            let mut blocks = one.vswitches.iter();
            blocks.any(|own| other.blocks.iter().flatten().any(|block| block.meets(*own)))
        };
        let overlaps = drawing.overlap(id, far) || meets(network, other) || meets(other, network);
        !overlaps && !network.drawn.iter().flatten().any(|block| is_reserved(*block))
    };
    let joined = |id: &str| matches!(drawing.meeting(id, far), Meeting::Direct | Meeting::PrivateLink);
    let mut others = drawing.networks.iter().filter(|(id, _)| *id != far);
    is_bindable(drawing, look.group, far)
        || others
            .any(|(id, network)| is_bindable(drawing, look.group, id) && joined(id) && sound(id, network))
}

impl Look<'_> {
    /// Whether a service of a region is asked from inside that region.
    pub(super) fn reaches_region(&self) -> bool {
        let region = self.source.owner.as_ref().map(|owner| &owner.region);
        self.source.place == Place::Region && region == Some(&self.group.owner.region)
    }

    /// Whether a packet may arrive through a binding at the data source's own gates.
    fn may_arrive(&self, binding: &Binding, to: u32) -> bool {
        let gates = self.own_gates();
        let may =
            |from| self.hops(binding, from, to).iter().rev().skip(gates).all(|hop| *hop != Outcome::Fail);
        let (End::Each(all) | End::OneOf(all)) = self.bound(binding);
        all.into_iter().any(may)
    }
}

/// The blocks of addresses, each alone.
pub(super) fn alone(addresses: &[u32]) -> Vec<Block> {
    addresses.iter().map(|address| Block::around(*address, 32)).collect()
}
