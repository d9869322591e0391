//! What the whitelist needs.

use crate::base::order;
use crate::base::{Address, AddressSet, Block, Id, host_block};
use crate::code::Code;
use crate::plan::{Act, Listed, Step, has_own_eip};
use crate::reading::Reading;
use crate::scenario::Scenario;
use crate::topology::{Entry, Whitelist};
use crate::trace::{PrivateTrace, Trace};

/// The whitelist steps for the blocks that the data source will see.
pub(super) fn entries(reading: &Reading<'_>, trace: &Trace<'_, '_>, required: &[Block]) -> Vec<Step> {
    let source = trace.source;
    let Some(drawn) = &source.drawn.whitelist else {
        let act = |block: &Block| Act::AddWhitelistEntry {
            source: source.id.clone(),
            entry: Listed::Block(*block),
        };
        return required.iter().map(|block| Step::verify(act(block), trace.source_owner())).collect();
    };
    if *drawn == Whitelist::None {
        return Vec::new();
    }
    let admitted = source.admitted.clone().unwrap_or_default();
    let mut misplaced = misplaced(reading, trace, required).into_iter();
    let mut steps = Vec::new();
    for block in required {
        let add = Act::AddWhitelistEntry { source: source.id.clone(), entry: Listed::Block(*block) };
        if admitted.covers(&(*block).into()) {
            steps.push(Step::done(add, trace.source_owner()));
            continue;
        }
        let partly = admitted.meets(&(*block).into());
        // Beside entries that are right, a wrong one may serve something that is not drawn: it stays.
        let act = match misplaced.next().filter(|_| !partly) {
            Some(replaces) => {
                Act::ReplaceWhitelistEntry { source: source.id.clone(), entry: *block, replaces }
            }
            None => add,
        };
        let codes: &[Code] = if partly { &[Code::WhitelistGap] } else { WHITELIST_ERRORS };
        steps.push(Step::to_do(act, trace.source_owner(), codes));
    }
    steps
}

/// The entry for a bound vSwitch whose block is not known, where the whitelist lacks it whatever it is.
pub(super) fn of_unknown_vswitch(trace: &Trace<'_, '_>, private: &PrivateTrace) -> Option<Step> {
    let unknown = private.legs.iter().any(|leg| leg.sources.is_none() && !leg.linked);
    let act = Act::AddWhitelistEntry { source: trace.source.id.clone(), entry: Listed::VSwitchBlock };
    match trace.source.drawn.whitelist {
        _ if !unknown => None,
        None => Some(Step::verify(act, trace.source_owner())),
        Some(Whitelist::None) => None,
        Some(Whitelist::Entries(_)) => (!private.whitelist_unnamed.fail.is_empty())
            .then(|| Step::to_do(act, trace.source_owner(), WHITELIST_ERRORS)),
    }
}

/// The entry for a vSwitch to be bound whose block is not known: needed where no block of its VPC is listed.
pub(super) fn of_new_vswitch(trace: &Trace<'_, '_>, extent: Option<&AddressSet>) -> Option<Step> {
    if trace.source.drawn.whitelist == Some(Whitelist::None) {
        return None;
    }
    let act = Act::AddWhitelistEntry { source: trace.source.id.clone(), entry: Listed::VSwitchBlock };
    let may_be_listed = |admitted: &AddressSet| {
        extent
            .filter(|extent| !extent.is_empty())
            .map_or(!admitted.is_empty(), |extent| extent.meets(admitted))
    };
    Some(if trace.source.admitted.as_ref().is_none_or(may_be_listed) {
        Step::verify(act, trace.source_owner())
    } else {
        Step::to_do(act, trace.source_owner(), WHITELIST_ERRORS)
    })
}

/// The errors of which a whitelist shows one at a time.
pub(crate) const WHITELIST_ERRORS: &[Code] = &[
    Code::WhitelistGap,
    Code::WhitelistLoopbackOnly,
    Code::WhitelistIpv6Only,
    Code::WhitelistWrongAddressKind,
    Code::WhitelistForeignEip,
    Code::WhitelistDataSourceVswitch,
    Code::WhitelistMissingEntry,
];

/// Entries that can only be a mistake of this group: its former addresses, and on a private path its present ones.
fn misplaced(reading: &Reading<'_>, trace: &Trace<'_, '_>, required: &[Block]) -> Vec<Entry> {
    let group = trace.group;
    if !has_own_eip(group.drawn.kind) {
        return Vec::new();
    }
    let current: &[Address] = group.drawn.eips.as_deref().unwrap_or_default();
    let mut wrong: Vec<Address> = group.drawn.previous_eips.clone();
    if trace.scenario != Scenario::Internet {
        wrong.extend(current);
    }
    // Groups of a region may share an address: it stays where another group still leaves with it.
    let elsewhere = |owner: &&Id| {
        (**owner != *group.id || trace.scenario == Scenario::Internet) && reading.groups.contains_key(*owner)
    };
    wrong.retain(|eip| !required.contains(&host_block(*eip)));
    wrong.retain(|eip| !reading.eips.at(host_block(*eip)).iter().any(elsewhere));
    if wrong.is_empty() {
        return Vec::new();
    }
    let wrong = AddressSet::of(wrong.into_iter().map(host_block));
    let entries = trace.source.entries.iter().flatten();
    let misplaced = entries.filter(|entry| entry.block().is_some_and(|block| wrong.covers(&block.into())));
    let mut misplaced: Vec<Entry> = misplaced.map(|entry| entry.typed.clone()).collect();
    order::sort(&mut misplaced);
    misplaced
}
