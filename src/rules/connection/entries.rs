//! What the rules about whitelists share: which one error a whitelist shows, and what its entries amount to.

use crate::base::order;
use crate::base::{AddressSet, Block};
use crate::reading::ReadEntry;
use crate::rules::{Case, Code, EntryIs, Finding, Says};
use crate::topology::{Entry, EntryMeaning};
use crate::trace::Split;
use crate::verdict::HopKind;

/// The one error that a whitelist shows.
#[derive(Debug)]
pub(in crate::rules) struct Problem {
    /// Its code.
    pub(super) code: Code,
    entry: Option<(Entry, EntryIs)>,
    missing: AddressSet,
    needed: u64,
    known: bool,
}

impl Problem {
    /// The error of the whitelist, where something certainly does not get in.
    pub(in crate::rules) fn of(case: &Case<'_>) -> Option<Self> {
        let entries = case.entries()?;
        let split: &Split = match (case.trace.private(), case.trace.internet()) {
            (Some(private), _) => &private.whitelist,
            (_, Some(internet)) if internet.exit != crate::trace::InternetExit::None => &internet.whitelist,
            _ => return None,
        };
        if split.fail.is_empty() {
            return None;
        }
        let mut blocks: Vec<(&Entry, Block)> =
            entries.iter().filter_map(|entry| Some((entry.typed, entry.block()?))).collect();
        order::sort_by_key(&mut blocks, |(entry, block)| (*block, *entry));
        let ipv6 = entries.iter().filter(|entry| entry.meaning == EntryMeaning::Ipv6).count();
        let known = case.trace.internet().is_none_or(|internet| !internet.source_blocks().is_empty());
        let named = |at: usize| case.trace.group.bound(at).is_some_and(|bound| bound.cidr.is_some());
        let known = known && case.trace.private().is_none_or(|private| private.knocking().all(named));
        let needed = split.fail.count() + split.pass.count();
        let found = |code, entry| Some(Self { code, entry, missing: split.fail.clone(), needed, known });
        if !split.pass.is_empty() {
            return found(Code::WhitelistGap, None);
        }
        let loopback = |(_, block): &(&Entry, Block)| block.addr().is_loopback();
        if !blocks.is_empty() && ipv6 == 0 && blocks.iter().all(loopback) {
            return found(Code::WhitelistLoopbackOnly, None);
        }
        if blocks.is_empty() && ipv6 > 0 {
            return found(Code::WhitelistIpv6Only, None);
        }
        let first = |set: &AddressSet| {
            let meets = |block: &Block| set.meets(&(*block).into());
            blocks.iter().find(|(_, block)| meets(block)).map(|(entry, _)| (*entry).clone())
        };
        let private = case.trace.private().is_some();
        let vswitches = group_vswitches(case);
        let own_eips = case.own_eips();
        let wrong_kind = if private {
            first(&own_eips).map(|entry| (entry, EntryIs::GroupEip))
        } else {
            first(&vswitches).map(|entry| (entry, EntryIs::GroupVswitch))
        };
        if wrong_kind.is_some() {
            return found(Code::WhitelistWrongAddressKind, wrong_kind);
        }
        let former = first(&case.former_eips()).map(|entry| (entry, EntryIs::FormerEip));
        let foreign = former.or_else(|| {
            let (entry, _) = blocks.iter().find(|(_, block)| case.holds_foreign_eip(*block, &own_eips))?;
            Some(((*entry).clone(), EntryIs::ForeignEip))
        });
        if foreign.is_some() {
            return found(Code::WhitelistForeignEip, foreign);
        }
        let own = own_blocks(case, &blocks);
        if own.is_some() {
            return found(Code::WhitelistDataSourceVswitch, own);
        }
        found(Code::WhitelistMissingEntry, None)
    }

    /// How much is missing.
    pub(super) fn gap(&self) -> Says {
        Says::Gap { missing: self.missing.count(), needed: self.needed }
    }

    /// What the listed entry really is.
    pub(super) fn wrong_entry(&self) -> Says {
        self.entry.as_ref().map_or(Says::Plain, |(_, is)| Says::WrongEntry { is: *is })
    }

    /// The finding with its addresses, entry and hop.
    pub(super) fn dress(&self, finding: Finding) -> Finding {
        let finding = if self.known { finding.about(&self.missing) } else { finding };
        let finding = self.entry.as_ref().map_or(finding.clone(), |(entry, _)| finding.on(entry));
        finding.at_hop(&[HopKind::Whitelist])
    }
}

/// The vSwitches that the group is bound to, and those that it could be: whoever lists one over the Internet means the
/// group's private address. The data source's own has a finding of its own.
fn group_vswitches(case: &Case<'_>) -> AddressSet {
    let group = case.trace.group;
    let bound = group.bindings.iter().filter_map(|bound| bound.cidr);
    let vpcs = case.reading.vpcs_of(group.account, group.region).iter();
    let switches = vpcs.flat_map(|ix| &case.reading.network(*ix).switches);
    let own = case.trace.source.vswitch();
    let near = switches.filter(|switch| Some(switch.id) != own).filter_map(|switch| switch.cidr);
    AddressSet::of(bound.chain(near))
}

/// The error of the whitelist, where something certainly does not get in.
pub(super) fn problem<'c>(case: &'c Case<'_>) -> Option<&'c Problem> {
    case.whitelist_problem.as_ref()
}

/// An entry that is the data source's own vSwitch, a part of it, or a block of its VPC.
fn own_blocks(case: &Case<'_>, blocks: &[(&Entry, Block)]) -> Option<(Entry, EntryIs)> {
    let network = case.reading.network(case.trace.source.network()?);
    let vswitch = case.trace.source.vswitch();
    let switch =
        network.switches.iter().find(|switch| Some(switch.id) == vswitch).and_then(|switch| switch.cidr);
    let own = |block: &Block| {
        switch.is_some_and(|cidr| cidr.contains(block))
            || network.cidrs.iter().flatten().any(|cidr| cidr == block)
    };
    blocks.iter().find(|(_, block)| own(block)).map(|(entry, _)| ((*entry).clone(), EntryIs::SourceVswitch))
}

/// Whether the entries together cover every address.
pub(super) fn is_open(case: &Case<'_>) -> bool {
    let everything = AddressSet::from(Block::default());
    case.entries().is_some() && case.trace.source.admitted.as_ref() == Some(&everything)
}

/// Entries that another one covers, with that one: a wider one, or one of the same block that comes first by its text.
///
/// Blocks nest, so an entry that wider ones cover lies inside one of them; narrower entries that together cover a wider
/// one are redundant themselves. Deleting all that is returned here therefore changes nothing.
pub(super) fn redundant<'e>(entries: &[ReadEntry<'e>]) -> Vec<[(Block, &'e Entry); 2]> {
    let mut blocks: Vec<(Block, &Entry)> =
        entries.iter().filter_map(|entry| Some((entry.block()?, entry.typed))).collect();
    order::sort_by_key(&mut blocks, |(block, entry)| (block.network(), block.prefix_len(), *entry));
    let mut around: Option<(Block, &Entry)> = None;
    let mut found = Vec::new();
    for (block, entry) in blocks {
        match around {
            Some(outer) if outer.0.contains(&block) => found.push([(block, entry), outer]),
            _ => around = Some((block, entry)),
        }
    }
    found
}
