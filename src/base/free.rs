//! Free blocks: the first one in what is left of an address space, and what lies inside a block that moves.

use crate::base::{Address, AddressSet, Block};

/// The first block of a set: of the mask `length` where there is room, else the largest that fits down to `longest`.
pub fn first_block(set: &AddressSet, length: u8, longest: u8) -> Option<Block> {
    let blocks = set.blocks();
    (length..=longest).find_map(|length| {
        let room = blocks.iter().find(|block| block.prefix_len() <= length)?;
        Block::new(room.network(), length).ok()
    })
}

/// An address at the same place in another block; `None` where it lay outside, or does not fit.
pub fn rebased(address: Address, from: Block, to: Block) -> Option<Address> {
    let moved =
        u32::from(to.network()).checked_add(u32::from(address).checked_sub(u32::from(from.network()))?)?;
    let moved = Address::from(moved);
    (from.contains(&address) && to.contains(&moved)).then_some(moved)
}

/// A block at the same place in another block; `None` where it lay outside, or does not fit.
pub fn rebased_block(block: Block, from: Block, to: Block) -> Option<Block> {
    let moved = Block::new(rebased(block.network(), from, to)?, block.prefix_len()).ok()?;
    (from.contains(&block) && to.contains(&moved)).then_some(moved)
}
