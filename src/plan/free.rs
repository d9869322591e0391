//! Free blocks: the next one that overlaps nothing in the drawing.

use crate::base::{Address, AddressSet, Block};
use crate::reading::{Network, Reading};

/// The first free vSwitch block in a VPC, /24 where there is room, else the largest that fits down to /29.
pub fn free_vswitch_block(network: &Network<'_>) -> Option<Block> {
    first_of(&network.extent.minus(&network.local), 24, 29)
}

/// The first /16 (RFC 1918) that overlaps no block in the drawing.
pub fn free_vpc_block(reading: &Reading<'_>) -> Option<Block> {
    first_of(&private_ranges().minus(&reading.occupied), 16, 16)
}

/// The first block of a set: of the mask `length` where there is room, else the largest that fits down to `longest`.
pub fn first_of(set: &AddressSet, length: u8, longest: u8) -> Option<Block> {
    let blocks = set.blocks();
    (length..=longest).find_map(|length| {
        let room = blocks.iter().find(|block| block.prefix_len() <= length)?;
        Block::new(room.network(), length).ok()
    })
}

/// The private ranges of RFC 1918.
pub fn private_ranges() -> AddressSet {
    let ranges = [([10, 0, 0, 0], 8), ([172, 16, 0, 0], 12), ([192, 168, 0, 0], 16)];
    AddressSet::of(
        ranges.into_iter().filter_map(|(start, length)| Block::new(Address::from(start), length).ok()),
    )
}
