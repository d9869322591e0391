//! Routes in the table of a VPC, data center or other cloud.

use std::collections::BTreeSet;

use crate::base::{AddressSet, Block, Id};
use crate::code::Code;
use crate::plan::{Act, ReaddressReason, Step, Who};
use crate::reading::{JoinIx, NetworkIx, Reading};
use crate::trace::routing::{Planned, Way, ways};
use crate::trace::unpaid;

/// Which way routes are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) enum Direction {
    /// In the bound VPC, towards the data source.
    Forward,
    /// In the data source's network, towards the bound vSwitch.
    Back,
}

/// What the route steps of one network are made from.
pub(in crate::plan) struct Table<'i, 'a> {
    pub(in crate::plan) reading: &'i Reading<'a>,
    pub(in crate::plan) direction: Direction,
    /// The network whose table it is.
    pub(in crate::plan) from: NetworkIx,
    /// The network that packets have to arrive in.
    pub(in crate::plan) target: NetworkIx,
    /// The addresses that have to arrive there.
    pub(in crate::plan) wanted: &'i AddressSet,
    /// The blocks by which routes name them.
    pub(in crate::plan) blocks: &'i [Block],
    /// What the table will learn from the target once the networks are joined.
    pub(in crate::plan) learned: &'i [Block],
    /// The connection that will join them.
    pub(in crate::plan) via: Option<&'i Id>,
    /// The existing connection in which both will be in service then.
    pub(in crate::plan) completed: Option<JoinIx>,
    /// Whether the target's blocks are announced but not known.
    pub(in crate::plan) silent: bool,
    pub(in crate::plan) who: Who,
}

/// The routes that a network needs.
pub(in crate::plan) fn network(table: &Table<'_, '_>) -> Vec<Step> {
    let planned = Planned { learned: table.learned, via: table.completed };
    let parts = ways(table.reading, table.from, table.target, table.wanted, planned);
    let id = table.reading.network(table.from).id;
    let act = |to: Block, via: &Id| {
        let drawn = table.reading.topology.node(id).map_or(&[][..], |node| node.kind.routes());
        let replaces =
            drawn.iter().find(|route| route.to == to && route.via != *via).map(|route| route.via.clone());
        let (network, via) = (id.clone(), via.clone());
        match table.direction {
            Direction::Forward => Act::AddVpcRoute { network, to, via, replaces },
            Direction::Back => Act::AddReturnRoute { network, to, via, replaces },
        }
    };
    let (mut steps, mut added) = (Vec::new(), BTreeSet::new());
    for (part, way) in &parts {
        let (winner, custom) = match way {
            Way::Transit(_) if table.via.is_none() => continue,
            Way::Transit(hop) => (Some(hop.block), hop.custom),
            Way::Arrives(hop) => {
                let drawn = !hop.via.is_empty() && table.is_drawn();
                if let Some(connection) =
                    drawn.then(|| unpaid(table.reading, (table.from, table.target), &hop.via)).flatten()
                {
                    let act = Act::BuyBandwidth { connection };
                    steps.push(Step::to_do(act, table.who.clone(), &[Code::NoInterRegionBandwidth]));
                }
                if let (true, Some(via)) = (hop.custom, hop.via.first()) {
                    steps.push(Step::done(act(hop.block, table.reading.join(*via).id), table.who.clone()));
                }
                continue;
            }
            Way::Local => {
                steps.extend(overlap(table, part));
                continue;
            }
            Way::Nowhere => (None, false),
            Way::Astray(hop) => (Some(hop.block), hop.custom),
            Way::Conflict(block, joins) => {
                (Some(*block), joins.iter().any(|ix| is_custom(table, *block, *ix)))
            }
        };
        let Some(via) = table.via.filter(|_| !(table.silent && winner.is_none())) else {
            continue;
        };
        let code = table.code(way);
        // A custom route of the same prefix replaces the other one, and beats a learned one.
        let good = |block: &Block| match winner {
            None => true,
            Some(winner) if custom => block.prefix_len() > winner.prefix_len(),
            Some(winner) => block.prefix_len() >= winner.prefix_len(),
        };
        let mut chosen: Vec<Block> = table
            .blocks
            .iter()
            .copied()
            .filter(|block| part.meets(&(*block).into()) && good(block))
            .collect();
        if !AddressSet::of(chosen.iter().copied()).covers(part) {
            chosen = winner.into_iter().collect();
        }
        for block in chosen {
            if added.insert(block) {
                steps.push(Step::to_do(act(block, via), table.who.clone(), &[code]));
            }
        }
    }
    steps
}

impl Table<'_, '_> {
    /// Whether the target is a network that exists.
    fn is_drawn(&self) -> bool {
        self.target != NetworkIx::unborn()
    }

    fn code(&self, way: &Way) -> Code {
        match (self.direction, way) {
            (_, Way::Conflict(..)) => Code::ConflictingRoutes,
            (Direction::Back, _) => Code::NoReturnRoute,
            (Direction::Forward, Way::Astray(_)) => Code::RouteShadowed,
            (Direction::Forward, _) => Code::NoVpcRoute,
        }
    }
}

fn is_custom(table: &Table<'_, '_>, block: Block, join: JoinIx) -> bool {
    table.reading.network(table.from).custom.at(block).contains(&join)
}

/// A vSwitch of the network holds what should be reached elsewhere: other addresses for one of the two are the only cure.
fn overlap(table: &Table<'_, '_>, part: &AddressSet) -> Option<Step> {
    let network = table.reading.network(table.from);
    let switch = network.switch_meeting(part)?;
    let target = table.is_drawn().then(|| table.reading.network(table.target));
    let opposite = target.and_then(|target| target.switch_meeting(part));
    // The block of what the step names, where that is a vSwitch.
    let wanted = || table.blocks.iter().copied().find(|block| part.meets(&(*block).into()));
    let other =
        opposite.and_then(|switch| switch.cidr).or_else(wanted).or_else(|| part.blocks().first().copied())?;
    let or = target.map(|target| opposite.map_or(target.id, |switch| switch.id).clone());
    let reason = ReaddressReason::Overlap { blocks: (switch.cidr?, other), or };
    let act = Act::Readdress { at: switch.id.clone(), reason };
    Some(Step::to_do(act, table.who.clone(), &[Code::OverlappingNetworks]))
}
