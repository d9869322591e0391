//! Which bindings of a group carry something, which of them lead to a data source, and which is the best candidate.

use std::collections::BTreeSet;

use super::address::Block;
use super::drawing::{Binding, Connection, Drawing, Group, Place};
use super::private::Look;
use super::tables::{Meeting, Step};
use super::{End, Outcome};

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
        if in_21(drawing, group, binding) {
            errors.insert("unsupported-range-serverless");
        } else if !in_scope(drawing, group, binding) {
            errors.insert("binding-out-of-scope");
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

impl<'d> Look<'d> {
    /// The bindings that are looked at: those that win something, else all that could.
    pub(super) fn judged(&self) -> Vec<&'d Binding> {
        let linked = self.linked();
        if self.source.place == Place::Region {
            return self.usable.clone();
        }
        if !linked.is_empty() {
            return linked;
        }
        let winners = self.winning();
        if winners.is_empty() { self.usable.clone() } else { winners }
    }

    /// The bindings that win something.
    fn winning(&self) -> Vec<&'d Binding> {
        let winners = self.winners.values().flat_map(|winners| winners.by_vpc.values().flatten());
        let won: BTreeSet<&str> = winners.map(|binding| binding.vswitch.as_str()).collect();
        self.usable.iter().filter(|binding| won.contains(binding.vswitch.as_str())).copied().collect()
    }

    /// The bindings through which packets leave today; for what nothing covers, the one that the report shows.
    pub(super) fn today(&self) -> Vec<&'d Binding> {
        let linked = self.linked();
        if !linked.is_empty() {
            return linked;
        }
        if self.source.place == Place::Region {
            return if self.reaches_region() { self.usable.clone() } else { self.best_candidate() };
        }
        let mut today = self.winning();
        if self.winners.values().any(|winners| winners.by_vpc.is_empty()) {
            today.extend(self.best_candidate());
        }
        today
    }

    /// The bindings that knock at the data source's gates: of those of today not what leads nowhere while another is bound
    /// in the data source's own VPC, of which no block is known, so that it may win everything.
    pub(super) fn knocking(&self) -> Vec<&'d Binding> {
        let far = self.far().filter(|far| self.drawing.networks[*far].drawn.is_none());
        let beside = |far: &str| self.usable.iter().any(|binding| binding.vpc == far);
        let idle = |binding: &Binding| far.is_some_and(|far| beside(far) && !self.leads(binding));
        self.today().into_iter().filter(|binding| !idle(binding)).collect()
    }

    /// Whether packets that leave through the binding get to the data source's network.
    pub(super) fn leads(&self, binding: &Binding) -> bool {
        self.far().is_some_and(|far| matches!(self.lacks(binding, far).0, 0 | 1 | 3))
    }

    /// The binding on the best candidate path: what it lacks to reach the data source is least; then the one that wins
    /// something; of equal routes that lead as well the one with the fewest hops in the way, then the first by id. With it
    /// all others in its VPC where no route is needed there.
    pub(super) fn best_candidate(&self) -> Vec<&'d Binding> {
        let winning = self.winning();
        let wins = |binding: &Binding| winning.iter().any(|other| other.vswitch == binding.vswitch);
        let lacks = |binding: &Binding| self.far().map_or((7, false), |far| self.lacks(binding, far));
        let order = |binding: &&&Binding| (lacks(binding).0, !wins(binding), binding.vswitch.clone());
        let Some(first) = self.usable.iter().min_by_key(order) else { return vec![] };
        let has_first =
            |bindings: &[&Binding]| bindings.iter().any(|binding| binding.vswitch == first.vswitch);
        let contested = self.winners.values().filter(|winners| winners.by_vpc.len() > 1);
        let equal = contested.map(|winners| winners.by_vpc.values().flatten().copied().collect::<Vec<_>>());
        let equal = equal.filter(|bindings| has_first(bindings)).flatten();
        let as_good = equal.filter(|binding| lacks(binding).0 == lacks(first).0);
        let best = as_good.min_by_key(|binding| self.in_the_way(binding)).unwrap_or(first);
        let best = &best;
        if lacks(best).1 {
            return self.usable.iter().filter(|binding| binding.vpc == best.vpc).copied().collect();
        }
        vec![*best]
    }

    /// The hops that do not let everything pass, then what decides between as many: the vSwitch's block and id.
    pub(super) fn in_the_way(&self, binding: &Binding) -> (usize, Option<(u32, u8)>, String) {
        let (End::Each(from) | End::OneOf(from)) = self.bound(binding);
        let (End::Each(to) | End::OneOf(to)) = self.destination();
        let packets = from.iter().flat_map(|from| to.iter().map(|to| self.hops(binding, *from, *to)));
        let stopped = packets.flat_map(|hops| {
            let hops = hops.into_iter().enumerate();
            hops.filter(|(_, outcome)| *outcome != Outcome::Pass).map(|(at, _)| at)
        });
        let block = self.drawing.vswitches[&binding.vswitch].block.map(|block| (block.first, block.length));
        (stopped.collect::<BTreeSet<usize>>().len(), block, binding.vswitch.clone())
    }

    /// How much a binding lacks to reach the data source's network, and whether it then needs no DataWorks route.
    pub(super) fn lacks(&self, binding: &Binding, far: &str) -> (u8, bool) {
        if binding.vpc == far {
            return (0, true);
        }
        let (drawing, near) = (self.drawing, binding.vpc.as_str());
        let kind = |id: &str| drawing.networks[id].kind.as_str();
        // Of a Smart Access Gateway exactly one end is a data center, without which it is of no use.
        let fits = |c: &Connection, other: &str| {
            let device = c.attachments.iter().any(|(held, _)| kind(held) == "data_center");
            c.kind != "smart_access_gateway" || device != (kind(other) == "data_center")
        };
        let takes = |c: &Connection, held: &str, other: &str| {
            c.takes(held, &drawing.networks[other], other) && fits(c, other)
        };
        let pending = drawing.connections.iter().find(|c| c.whole && c.may_lead(near, far));
        let room = |c: &Connection| !c.is_link() && (takes(c, near, far) || takes(c, far, near));
        match (drawing.meeting(near, far), pending) {
            (Meeting::Direct, _) => (1, false),
            (Meeting::PrivateLink, _) => (2, true),
            (Meeting::Chain, _) if self.leads_through(binding, far) => (3, false),
            (_, Some(connection)) => (4, connection.is_link()),
            (Meeting::PeeringChain, _) => (5, false),
            _ if drawing.connections.iter().any(room) => (6, false),
            // A PrivateLink begins with its consumer, and may lack its provider.
            _ if drawing.connections.iter().any(|c| c.is_link() && takes(c, near, far)) => (6, true),
            _ => (7, false),
        }
    }

    /// Whether the bound VPC has a route through a third network to some address of the data source.
    pub(super) fn leads_through(&self, binding: &Binding, far: &str) -> bool {
        self.winners.keys().any(|to| self.drawing.step(&binding.vpc, *to, far) == Step::Through)
    }

    /// Whether packets to some address of the data source leave through a binding whose VPC meets its network.
    pub(super) fn is_reached_through(&self, binding: &Binding) -> bool {
        let Some(far) = self.far() else { return false };
        let mut winners = self.winners.values().flat_map(|winners| winners.by_vpc.values().flatten());
        let wins = winners.any(|winner| winner.vswitch == binding.vswitch);
        wins && match self.drawing.meeting(&binding.vpc, far) {
            Meeting::Direct => true,
            Meeting::Chain => self.leads_through(binding, far),
            Meeting::PrivateLink | Meeting::PeeringChain | Meeting::None => false,
        }
    }

    /// The bindings in a VPC with a PrivateLink endpoint of the data source's VPC, where none leads to the data source's own
    /// addresses. Which comes first the contract leaves open; the addresses that are drawn are the data source's own.
    pub(super) fn linked(&self) -> Vec<&'d Binding> {
        let Some(far) = self.far() else { return vec![] };
        let meeting = |binding: &Binding| self.drawing.meeting(&binding.vpc, far);
        let direct = |binding: &Binding| binding.vpc == far || meeting(binding) == Meeting::Direct;
        if self.usable.iter().any(|binding| direct(binding)) {
            return vec![];
        }
        self.usable.iter().filter(|binding| meeting(binding) == Meeting::PrivateLink).copied().collect()
    }
}
