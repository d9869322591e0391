//! The routes: in DataWorks, in the bound VPC, and back.

use std::collections::BTreeSet;

use crate::base::{AddressSet, Block, Id};
use crate::plan::{Act, ReaddressReason, Step, Who};
use crate::reading::{Bound, JoinIx, NetworkIx, Reading};
use crate::rules::Code;
use crate::trace::routing::{Planned, Way, ways};
use crate::trace::{PrivateTrace, Trace, exits};

/// The DataWorks routes that lead everything through the association at `carrier`.
pub(super) fn dataworks(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    carrier: &Bound<'_>,
    at: usize,
) -> Vec<Step> {
    let group = trace.group;
    let blocks = trace.source.route_blocks(reading);
    let owner = trace.group_owner();
    let add = |to: Block| Act::AddDataworksRoute {
        group: group.id.clone(),
        vswitch: carrier.vswitch.clone(),
        to,
    };
    let mut steps = Vec::new();
    let missing = if private.uncovered == private.targets {
        Code::NoDataworksRoute
    } else {
        Code::RouteCoversPart
    };
    for block in blocks
        .iter()
        .filter(|block| private.uncovered.meets(&(**block).into()))
    {
        steps.push(Step::to_do(add(*block), owner.clone(), &[missing]));
    }
    let winners = private
        .detours
        .iter()
        .map(|detour| (&detour.part, detour.block, detour.winner, Code::RouteShadowed));
    let other = |winners: &[usize]| winners.iter().copied().find(|winner| *winner != at).unwrap_or(at);
    let conflicts = private.conflicts.iter().map(|exit| {
        (
            &exit.part,
            exit.block,
            other(&exit.winners),
            Code::ConflictingRoutes,
        )
    });
    for (part, winning, winner, code) in winners.chain(conflicts) {
        let longer: Vec<Block> = longer_blocks(&blocks, part, winning);
        let from = group
            .bound(winner)
            .filter(|bound| is_movable(reading, bound, winning));
        if !longer.is_empty() {
            steps.extend(
                longer
                    .into_iter()
                    .map(|block| Step::to_do(add(block), owner.clone(), &[code])),
            );
        } else if let Some(from) = from {
            let act = Act::ChangeDataworksRoute {
                group: group.id.clone(),
                from: from.vswitch.clone(),
                vswitch: carrier.vswitch.clone(),
                to: winning,
            };
            steps.push(Step::to_do(act, owner.clone(), &[code]));
        } else {
            let parts = halves(part, winning);
            steps.extend(
                parts
                    .into_iter()
                    .map(|block| Step::to_do(add(block), owner.clone(), &[code])),
            );
        }
    }
    let (exits, _) = exits(group, &private.targets, &[], &[]);
    for exit in exits
        .iter()
        .filter(|exit| !exit.conflict && exit.winners.contains(&at) && carrier.added.contains(&exit.block))
    {
        steps.push(Step::done(add(exit.block), owner.clone()));
    }
    steps
}

/// The DataWorks routes that a new association needs, over what other associations take. `own` are the blocks of its VPC
/// where the data source lies in it.
pub(super) fn dataworks_for_new(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    vswitch: &Id,
    own: Option<&[Block]>,
    replaced: Option<&Bound<'_>>,
) -> Vec<Step> {
    let group = trace.group;
    let Some(targets) = &trace.source.addresses else {
        return Vec::new();
    };
    let blocks = trace.source.route_blocks(reading);
    let owner = trace.group_owner();
    let add = |to: Block| Act::AddDataworksRoute {
        group: group.id.clone(),
        vswitch: vswitch.clone(),
        to,
    };
    let mut steps: Vec<Step> = Vec::new();
    let mut note = |act: Act, code: Code| {
        if !steps.iter().any(|step| step.act == act) {
            steps.push(Step::to_do(act, owner.clone(), &[code]));
        }
    };
    // The added routes of an association that is moved go along with it.
    let new = group.bindings.len();
    let moved: Vec<(Block, usize)> = replaced
        .iter()
        .flat_map(|bound| bound.added)
        .map(|block| (*block, new))
        .collect();
    let (exits, uncovered) = exits(group, targets, &moved, &[]);
    // Inside its own VPC a binding routes everything by itself; only an equal or longer prefix elsewhere stands in the way.
    let uncovered = if own.is_some() {
        AddressSet::empty()
    } else {
        uncovered
    };
    for block in blocks.iter().filter(|block| uncovered.meets(&(**block).into())) {
        note(add(*block), Code::NoDataworksRoute);
    }
    let beaten = |part: &AddressSet, block: Block| {
        own.into_iter()
            .flatten()
            .any(|own| own.prefix_len() > block.prefix_len() && AddressSet::from(*own).covers(part))
    };
    for exit in exits.into_iter().filter(|exit| !beaten(&exit.part, exit.block)) {
        let from = exit
            .winners
            .iter()
            .filter_map(|at| group.bound(*at))
            .find(|bound| is_movable(reading, bound, exit.block));
        let longer = longer_blocks(&blocks, &exit.part, exit.block);
        if exit.winners == [new] {
            continue;
        }
        match from {
            _ if !longer.is_empty() => longer
                .into_iter()
                .for_each(|block| note(add(block), Code::RouteShadowed)),
            Some(from) => {
                let (group, from, vswitch) = (group.id.clone(), from.vswitch.clone(), vswitch.clone());
                note(
                    Act::ChangeDataworksRoute {
                        group,
                        from,
                        vswitch,
                        to: exit.block,
                    },
                    Code::RouteShadowed,
                );
            }
            None => halves(&exit.part, exit.block)
                .into_iter()
                .for_each(|block| note(add(block), Code::RouteShadowed)),
        }
    }
    steps
}

/// Which way routes are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// In the bound VPC, towards the data source.
    Forward,
    /// In the data source's network, towards the bound vSwitch.
    Back,
}

/// What the route steps of one network are made from.
pub(super) struct Table<'i, 'a> {
    pub(super) reading: &'i Reading<'a>,
    pub(super) direction: Direction,
    /// The network whose table it is.
    pub(super) from: NetworkIx,
    /// The network that packets have to arrive in.
    pub(super) target: NetworkIx,
    /// The addresses that have to arrive there.
    pub(super) wanted: &'i AddressSet,
    /// The blocks by which routes name them.
    pub(super) blocks: &'i [Block],
    /// What the table will learn from the target once the networks are joined.
    pub(super) learned: &'i [Block],
    /// The connection that will join them.
    pub(super) via: Option<&'i Id>,
    /// The existing connection in which both will be in service then.
    pub(super) completed: Option<JoinIx>,
    /// Whether the target's blocks are announced but not known.
    pub(super) silent: bool,
    pub(super) who: Who,
}

/// The routes that a network needs.
pub(super) fn network(table: &Table<'_, '_>) -> Vec<Step> {
    let planned = Planned {
        learned: table.learned,
        via: table.completed,
    };
    let parts = ways(table.reading, table.from, table.target, table.wanted, planned);
    let id = table.reading.network(table.from).id;
    let act = |to: Block, via: &Id| {
        let drawn = table
            .reading
            .topology
            .node(id)
            .map_or(&[][..], |node| node.kind.routes());
        let replaces = drawn
            .iter()
            .find(|route| route.to == to && route.via != *via)
            .map(|route| route.via.clone());
        let (network, via) = (id.clone(), via.clone());
        match table.direction {
            Direction::Forward => Act::AddVpcRoute {
                network,
                to,
                via,
                replaces,
            },
            Direction::Back => Act::AddReturnRoute {
                network,
                to,
                via,
                replaces,
            },
        }
    };
    let (mut steps, mut added) = (Vec::new(), BTreeSet::new());
    for (part, way) in &parts {
        let (winner, custom) = match way {
            Way::Transit(_) if table.via.is_none() => continue,
            Way::Transit(hop) => (Some(hop.block), hop.custom),
            Way::Arrives(hop) => {
                if let (true, Some(via)) = (hop.custom, hop.via.first()) {
                    steps.push(Step::done(
                        act(hop.block, table.reading.join(*via).id),
                        table.who.clone(),
                    ));
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
    let routes = table.reading.network(table.from).custom.meeting(&block.into());
    routes
        .into_iter()
        .any(|(found, joins)| found == block && joins.contains(&join))
}

/// A vSwitch of the network holds what should be reached elsewhere: other addresses are the only cure.
fn overlap(table: &Table<'_, '_>, part: &AddressSet) -> Option<Step> {
    let network = table.reading.network(table.from);
    let switch = network.switch_meeting(part)?;
    let other = table
        .blocks
        .iter()
        .copied()
        .find(|block| part.meets(&(*block).into()))
        .or(part.blocks().first().copied())?;
    let reason = ReaddressReason::Overlap(switch.cidr?, other);
    let act = Act::Readdress {
        at: switch.id.clone(),
        reason,
    };
    Some(Step::to_do(act, table.who.clone(), &[Code::OverlappingNetworks]))
}

/// Whether taking the added route away from an association takes the block away: not where it is a block of its VPC too.
fn is_movable(reading: &Reading<'_>, bound: &Bound<'_>, block: Block) -> bool {
    let own = reading
        .network(bound.network)
        .cidrs
        .iter()
        .flatten()
        .any(|own| *own == block);
    bound.added.contains(&block) && !own
}

/// The blocks that name `part` and are longer than the winning one, if they are all.
fn longer_blocks(blocks: &[Block], part: &AddressSet, winning: Block) -> Vec<Block> {
    let longer = |block: &Block| block.prefix_len() > winning.prefix_len() && part.meets(&(*block).into());
    let chosen: Vec<Block> = blocks.iter().copied().filter(longer).collect();
    if AddressSet::of(chosen.iter().copied()).covers(part) {
        chosen
    } else {
        Vec::new()
    }
}

/// `part` in blocks that are longer than `winning`.
fn halves(part: &AddressSet, winning: Block) -> Vec<Block> {
    let split = |block: Block| -> Vec<Block> {
        match block.subnets(block.prefix_len() + 1) {
            Ok(halves) if block.prefix_len() <= winning.prefix_len() => halves.collect(),
            _ => vec![block],
        }
    };
    part.blocks().into_iter().flat_map(split).collect()
}
