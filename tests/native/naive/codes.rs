//! Which errors the report has to name: what fails certainly, at the gates, in the route tables and between the networks.

use std::collections::BTreeSet;

use super::address::Block;
use super::bindings::{is_bindable, unusable};
use super::drawing::{Binding, Network, Place, Source, Whitelist};
use super::private::Look;
use super::tables::{Meeting, Step};
use super::{End, Outcome};

type Codes = BTreeSet<&'static str>;

/// The errors of a private path, contradictions and sites aside.
pub(super) fn of(look: &Look) -> Codes {
    if look.usable.is_empty() {
        let unbound = look.group.bindings.is_empty();
        return if unbound { Codes::from(["group-not-bound"]) } else { unusable(look.drawing, look.group) };
    }
    let mut codes = of_gates(look);
    match look.far() {
        None if look.reaches_region() => {}
        None => drop(codes.insert("networks-not-joined")),
        Some(far) => match look.meets() {
            Meeting::PrivateLink => {}
            Meeting::Direct | Meeting::Chain => codes.extend(of_routes(look, far)),
            Meeting::PeeringChain | Meeting::None => drop(codes.insert(apart(look, far))),
        },
    }
    codes
}

/// What certainly stops some address: both security groups, and the whitelist.
fn of_gates(look: &Look) -> Codes {
    let mut codes = Codes::new();
    let fails = |end: &End, outcome: &dyn Fn(u32) -> Outcome| end.judge(outcome).contains(&Outcome::Fail);
    for binding in look.judged() {
        let from = look.bound(binding);
        let Some(guard) = &binding.guard else { continue };
        if fails(&look.destination_of(binding), &|to| guard.lets_out(to, look.source.port)) {
            codes.insert("security-group-blocks-outbound");
        }
        if fails(&from, &|from| guard.lets_back(from)) {
            codes.insert("security-group-blocks-inbound");
        }
    }
    if look.linked().is_empty() {
        let ends: Vec<End> = look.judged().into_iter().map(|binding| look.bound(binding)).collect();
        codes.extend(of_source(look.source, &ends));
    }
    codes
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

/// What is wrong with the routes between networks that meet.
fn of_routes(look: &Look, far: &str) -> Codes {
    let mut codes = Codes::new();
    let direct = look.usable.iter().any(|binding| binding.vpc == far);
    let covered = look.winners.values().filter(|winners| !winners.by_vpc.is_empty()).count();
    if let (End::Each(_), false) = (look.destination(), direct) {
        match covered {
            0 => drop(codes.insert("no-dataworks-route")),
            some if some < look.winners.len() => drop(codes.insert("route-covers-part")),
            _ => {}
        }
    }
    for binding in look.judged().into_iter().filter(|binding| binding.vpc != far) {
        if look.drawing.meeting(&binding.vpc, far) != Meeting::Direct {
            continue;
        }
        let there = |to: u32| look.drawing.step(&binding.vpc, to, far);
        let back = |from: u32| look.drawing.step(far, from, &binding.vpc);
        codes.extend(steps(&look.destination_of(binding), &there).into_iter().filter_map(
            |step| match step {
                Step::NoRoute => Some("no-vpc-route"),
                Step::Detour => Some("route-shadowed"),
                Step::Local => Some("overlapping-networks"),
                Step::NoBandwidth => Some("no-inter-region-bandwidth"),
                _ => None,
            },
        ));
        codes.extend(steps(&look.bound(binding), &back).into_iter().filter_map(|step| match step {
            Step::NoRoute | Step::Detour => Some("no-return-route"),
            Step::Local => Some("overlapping-networks"),
            Step::NoBandwidth => Some("no-inter-region-bandwidth"),
            _ => None,
        }));
    }
    codes
}

/// What certainly happens to some address of an end.
fn steps(end: &End, step: &dyn Fn(u32) -> Step) -> BTreeSet<Step> {
    match end {
        End::Each(all) => all.iter().map(|address| step(*address)).collect(),
        End::OneOf(all) => {
            let all: BTreeSet<Step> = all.iter().map(|address| step(*address)).collect();
            if all.len() == 1 { all } else { BTreeSet::new() }
        }
    }
}

/// Why the networks do not meet, the most specific reason first.
fn apart(look: &Look, far: &str) -> &'static str {
    let near: BTreeSet<&str> = look.usable.iter().map(|binding| binding.vpc.as_str()).collect();
    let connections = || look.drawing.connections.iter();
    let pending = connections().any(|c| near.iter().any(|vpc| c.may_lead(vpc, far)));
    let owner = |network: &Network| network.owner.clone().unwrap_or_default();
    let own = |network: &Network| {
        owner(network).account == look.group.owner.account && owner(network).region == look.group.owner.region
    };
    let mut others = look
        .drawing
        .networks
        .iter()
        .filter(|(id, network)| *id != far && own(network) && network.kind == "vpc");
    let elsewhere = is_bindable(look.drawing, look.group, far)
        || others.any(|(id, _)| {
            is_bindable(look.drawing, look.group, id)
                && matches!(look.drawing.meeting(id, far), Meeting::Direct | Meeting::PrivateLink)
        });
    let completable = connections().any(|c| {
        let one = near.iter().any(|vpc| c.takes(vpc, &look.drawing.networks[far], far))
            || near.iter().any(|vpc| c.takes(far, &look.drawing.networks[*vpc], vpc));
        one && !c.is_link()
    });
    match () {
        () if pending => "attachment-pending",
        () if elsewhere => "bound-elsewhere",
        () if look.meets() == Meeting::PeeringChain => "peering-not-transitive",
        () if completable => "attachment-missing",
        () => "networks-not-joined",
    }
}

impl Look<'_> {
    /// Whether a service of a region is asked from inside that region.
    pub(super) fn reaches_region(&self) -> bool {
        let region = self.source.owner.as_ref().map(|owner| &owner.region);
        self.source.place == Place::Region && region == Some(&self.group.owner.region)
    }

    /// The addresses of the data source that leave through a binding.
    fn destination_of(&self, binding: &Binding) -> End {
        let leaves = |to: &u32| {
            let winners = &self.winners[to];
            let wins = |b: &&Binding| b.vswitch == binding.vswitch;
            self.reaches_region()
                || !self.linked().is_empty()
                || winners.by_vpc.is_empty()
                || winners.by_vpc.values().flatten().any(wins)
        };
        match self.destination() {
            End::Each(all) => End::Each(all.into_iter().filter(leaves).collect()),
            open @ End::OneOf(_) => open,
        }
    }
}

/// The blocks of addresses, each alone.
pub(super) fn alone(addresses: &[u32]) -> Vec<Block> {
    addresses.iter().map(|address| Block::around(*address, 32)).collect()
}
