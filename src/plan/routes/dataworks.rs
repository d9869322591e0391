//! Routes in the DataWorks console: a route names a block and the association it leaves through.

use crate::base::{AddressSet, Block, Id};
use crate::code::Code;
use crate::plan::{Act, Step};
use crate::reading::{Bound, Reading};
use crate::trace::{PrivateTrace, Trace, exits};

/// The DataWorks routes that lead everything through the association at `carrier`.
pub(in crate::plan) fn dataworks(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    carrier: &Bound<'_>,
    at: usize,
) -> Vec<Step> {
    let group = trace.group;
    let blocks = trace.source.route_blocks(reading);
    let owner = trace.group_owner();
    let add =
        |to: Block| Act::AddDataworksRoute { group: group.id.clone(), vswitch: carrier.vswitch.clone(), to };
    let mut steps = Vec::new();
    if !private.targets_known && !private.uncovered.is_empty() {
        let act = Act::AddUnnamedRoute { group: group.id.clone(), vswitch: carrier.vswitch.clone() };
        steps.push(Step::to_do(act, owner, &[Code::NoDataworksRoute]));
        return steps;
    }
    let missing =
        if private.uncovered == private.targets { Code::NoDataworksRoute } else { Code::RouteCoversPart };
    for block in blocks.iter().filter(|block| private.uncovered.meets(&(**block).into())) {
        steps.push(Step::to_do(add(*block), owner.clone(), &[missing]));
    }
    let (exits, _) = exits(group, &private.targets, &[], &[]);
    let near = Some(carrier.network);
    let detours = private.detours.iter().map(|detour| (&detour.part, detour.block, Code::RouteShadowed));
    let conflicts = private.conflicts.iter().map(|exit| (&exit.part, exit.block, Code::ConflictingRoutes));
    for (part, winning, code) in detours.chain(conflicts) {
        let longer: Vec<Block> = longer_blocks(&blocks, part, winning);
        let winners = exits.iter().filter(|exit| exit.block == winning).flat_map(|exit| &exit.winners);
        let others =
            winners.filter_map(|winner| group.bound(*winner)).filter(|bound| Some(bound.network) != near);
        let from = movable(reading, others, winning);
        if !longer.is_empty() {
            steps.extend(longer.into_iter().map(|block| Step::to_do(add(block), owner.clone(), &[code])));
        } else if from.is_empty() {
            let parts = halves(part, winning);
            steps.extend(parts.into_iter().map(|block| Step::to_do(add(block), owner.clone(), &[code])));
        } else {
            let act = |from: &Id| Act::ChangeDataworksRoute {
                group: group.id.clone(),
                from: from.clone(),
                vswitch: carrier.vswitch.clone(),
                to: winning,
            };
            steps.extend(from.into_iter().map(|from| Step::to_do(act(from), owner.clone(), &[code])));
        }
    }
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
pub(in crate::plan) fn dataworks_for_new(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    vswitch: &Id,
    own: Option<&[Block]>,
    replaced: Option<&Bound<'_>>,
) -> Vec<Step> {
    let group = trace.group;
    let owner = trace.group_owner();
    let Some(targets) = &trace.source.addresses else {
        // Beyond the VPC there is a route to add, whatever its destination will be.
        let act = Act::AddUnnamedRoute { group: group.id.clone(), vswitch: vswitch.clone() };
        let beyond = own.is_none() && trace.source.network().is_some();
        return beyond.then(|| Step::to_do(act, owner, &[Code::NoDataworksRoute])).into_iter().collect();
    };
    let blocks = trace.source.route_blocks(reading);
    let add = |to: Block| Act::AddDataworksRoute { group: group.id.clone(), vswitch: vswitch.clone(), to };
    let mut steps: Vec<Step> = Vec::new();
    let mut note = |act: Act, code: Code| {
        if !steps.iter().any(|step| step.act == act) {
            steps.push(Step::to_do(act, owner.clone(), &[code]));
        }
    };
    // The added routes of an association that is moved go along with it.
    let new = group.bindings.len();
    let moved: Vec<(Block, usize)> =
        replaced.iter().flat_map(|bound| bound.added).map(|block| (*block, new)).collect();
    let (exits, uncovered) = exits(group, targets, &moved, &[]);
    // Inside its own VPC a binding routes everything by itself; only an equal or longer prefix elsewhere stands in the way.
    let uncovered = if own.is_some() { AddressSet::empty() } else { uncovered };
    for block in blocks.iter().filter(|block| uncovered.meets(&(**block).into())) {
        note(add(*block), Code::NoDataworksRoute);
    }
    let beaten = |part: &AddressSet, block: Block| {
        own.into_iter()
            .flatten()
            .any(|own| own.prefix_len() > block.prefix_len() && AddressSet::from(*own).covers(part))
    };
    for exit in exits.into_iter().filter(|exit| !beaten(&exit.part, exit.block)) {
        let from = movable(reading, exit.winners.iter().filter_map(|at| group.bound(*at)), exit.block);
        let longer = longer_blocks(&blocks, &exit.part, exit.block);
        if exit.winners == [new] {
            continue;
        }
        let act = |from: &Id| {
            let (group, from, vswitch) = (group.id.clone(), from.clone(), vswitch.clone());
            Act::ChangeDataworksRoute { group, from, vswitch, to: exit.block }
        };
        if !longer.is_empty() {
            longer.into_iter().for_each(|block| note(add(block), Code::RouteShadowed));
        } else if from.is_empty() {
            let halves = halves(&exit.part, exit.block);
            halves.into_iter().for_each(|block| note(add(block), Code::RouteShadowed));
        } else {
            from.into_iter().for_each(|from| note(act(from), Code::RouteShadowed));
        }
    }
    steps
}

/// The associations whose added route is taken away so that the block leaves through none of them; none where it is a
/// block of one of their VPCs too, and only longer ones help.
fn movable<'i>(
    reading: &Reading<'_>,
    winners: impl Iterator<Item = &'i Bound<'i>>,
    block: Block,
) -> Vec<&'i Id> {
    let is_added = |bound: &&Bound<'_>| {
        let own = reading.network(bound.network).cidrs.iter().flatten().any(|own| *own == block);
        bound.added.contains(&block) && !own
    };
    let winners: Vec<&Bound<'_>> = winners.collect();
    let all = winners.iter().all(is_added);
    winners.into_iter().filter(|_| all).map(|bound| bound.vswitch).collect()
}

/// The blocks that name `part` and are longer than the winning one, if they are all.
fn longer_blocks(blocks: &[Block], part: &AddressSet, winning: Block) -> Vec<Block> {
    let longer = |block: &Block| block.prefix_len() > winning.prefix_len() && part.meets(&(*block).into());
    let chosen: Vec<Block> = blocks.iter().copied().filter(longer).collect();
    if AddressSet::of(chosen.iter().copied()).covers(part) { chosen } else { Vec::new() }
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
