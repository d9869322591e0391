//! The arithmetic of addresses against bit masks: every set of a small range, every pair of blocks in it. Eight addresses
//! lie at the very start of the address space, eight in the middle, eight at the very end, where sums would overflow.

use std::collections::BTreeSet;

use reachplan::base::{Address, AddressSet, Block, PrefixMap, overlap};

/// Where the small ranges begin.
const BASES: [u32; 3] = [0, 0x0a01_07fc, u32::MAX - 7];

/// The set of a mask: bit by bit, address by address.
fn set(base: u32, mask: u32) -> AddressSet {
    AddressSet::of(
        (0..16).filter(|bit| mask >> bit & 1 == 1).map(|bit| Block::from(Address::from(base + bit))),
    )
}

/// The mask of a set, asked address by address.
fn mask(base: u32, width: u32, set: &AddressSet) -> u32 {
    (0..width)
        .filter(|bit| set.covers(&AddressSet::from(Block::from(Address::from(base + bit)))))
        .map(|bit| 1 << bit)
        .sum()
}

/// Every block inside a range.
fn blocks(base: u32, width: u32) -> Vec<Block> {
    let within =
        |block: &Block| u32::from(block.network()) >= base && u32::from(block.broadcast()) - base < width;
    let longer = (27..=32).flat_map(|length| (0..width).map(move |bit| (length, bit)));
    let all: BTreeSet<Block> = longer
        .filter_map(|(length, bit)| Block::new(Address::from(base + bit), length).ok())
        .map(|block| block.trunc())
        .filter(within)
        .collect();
    all.into_iter().collect()
}

fn mask_of(base: u32, block: Block) -> u32 {
    (u32::from(block.network())..=u32::from(block.broadcast())).map(|address| 1 << (address - base)).sum()
}

#[test]
fn all_pairs_of_sets_are_joined_met_and_cut_bit_by_bit() {
    for base in BASES {
        let sets: Vec<AddressSet> = (0..256).map(|mask| set(base, mask)).collect();
        for (left, a) in (0_u32..).zip(&sets) {
            assert_eq!((a.count(), a.is_empty()), (u64::from(left.count_ones()), left == 0));
            assert_eq!(a.first(), (left != 0).then(|| Address::from(base + left.trailing_zeros())));
            for (right, b) in (0_u32..).zip(&sets) {
                assert_eq!(a.union(b), sets[(left | right) as usize]);
                assert_eq!(a.intersect(b), sets[(left & right) as usize]);
                assert_eq!(a.minus(b), sets[(left & !right) as usize]);
                assert_eq!((a.meets(b), a.covers(b)), (left & right != 0, right & !left == 0));
            }
        }
    }
}

#[test]
fn every_set_of_sixteen_addresses_is_told_in_the_fewest_blocks() {
    let base = 0x0a01_0800;
    let within = blocks(base, 16);
    assert_eq!(within.len(), 31);
    for wanted in 0..1_u32 << 16 {
        let told = set(base, wanted).blocks();
        let masks: Vec<u32> = told.iter().map(|block| mask_of(base, *block)).collect();
        assert_eq!(masks.iter().sum::<u32>(), wanted, "exact, and none twice");
        // The fewest are the blocks inside the set that lie in no larger one of it.
        let inside = |block: &&Block| mask_of(base, **block) & !wanted == 0;
        let whole: Vec<u32> = within.iter().filter(inside).map(|block| mask_of(base, *block)).collect();
        let fewest =
            whole.iter().filter(|one| !whole.iter().any(|other| other != *one && *one & !other == 0));
        assert_eq!(told.len(), fewest.count());
    }
}

#[test]
fn a_set_that_touches_the_ends_of_the_address_space_is_told_exactly() {
    for base in [0, u32::MAX - 15] {
        for wanted in (0..1_u32 << 16).step_by(7) {
            let held = set(base, wanted);
            assert_eq!(AddressSet::of(held.blocks()), held);
            assert_eq!(mask(base, 16, &held), wanted);
        }
    }
    let everything = AddressSet::from(Block::default());
    assert_eq!((everything.count(), everything.blocks()), (1 << 32, vec![Block::default()]));
    let hole = everything.minus(&AddressSet::from(Block::from(Address::from(0x0a01_0807))));
    assert_eq!((hole.count(), hole.blocks().len()), ((1 << 32) - 1, 32));
}

#[test]
fn two_blocks_overlap_where_they_share_an_address() {
    let base = 0x0a01_0800;
    let all = blocks(base, 32);
    assert_eq!(all.len(), 63);
    for a in &all {
        for b in &all {
            let shared = mask_of(base, *a) & mask_of(base, *b);
            assert_eq!(overlap(*a, *b), shared != 0, "{a} {b}");
            assert_eq!(a.contains(b), shared == mask_of(base, *b), "{a} {b}");
        }
    }
}

#[test]
fn the_prefix_map_finds_every_block_that_meets_and_no_other() {
    let base = 0x0a01_0800;
    let within = blocks(base, 4);
    assert_eq!(within.len(), 7);
    // Every table of blocks, as bits.
    for table in 0..1_u32 << within.len() {
        let held: Vec<Block> = within
            .iter()
            .enumerate()
            .filter(|(at, _)| table >> at & 1 == 1)
            .map(|(_, block)| *block)
            .collect();
        let map = PrefixMap::of(held.iter().map(|block| (*block, *block)).collect());
        for address in 0_u32..4 {
            let one = AddressSet::from(Block::from(Address::from(base + address)));
            let found: Vec<Block> = map.meeting(&one).into_iter().map(|(block, _)| block).collect();
            let expected: Vec<Block> =
                held.iter().filter(|block| mask_of(base, **block) >> address & 1 == 1).copied().collect();
            assert_eq!(found, expected);
        }
    }
    let within = blocks(base, 8);
    let map = PrefixMap::of(within.iter().chain(&[Block::default()]).map(|block| (*block, ())).collect());
    for wanted in 1..1_u32 << 8 {
        let found = map.meeting(&set(base, wanted)).len();
        let meets = |block: &&Block| mask_of(base, **block) & wanted != 0;
        assert_eq!(found, 1 + within.iter().filter(meets).count());
    }
}
