//! Free blocks: the next one that overlaps nothing in the drawing.

use crate::base::{Address, AddressSet, Block};
use crate::reading::{Network, Reading};

/// The first free vSwitch block in a VPC, /24 where there is room, else the largest that fits down to /29.
pub fn free_vswitch_block(network: &Network<'_>) -> Option<Block> {
    let free = network.extent.minus(&network.local).blocks();
    (24..=29).find_map(|length| {
        let room = free.iter().find(|block| block.prefix_len() <= length)?;
        Block::new(room.network(), length).ok()
    })
}

/// The first /16 (RFC 1918) that overlaps no block in the drawing.
pub fn free_vpc_block(reading: &Reading<'_>) -> Option<Block> {
    let networks = reading.networks.iter();
    let used =
        networks.fold(AddressSet::empty(), |all, network| all.union(&network.extent).union(&network.local));
    let tens = (0..=255).map(|second| (10, second));
    let twelves = (16..=31).map(|second| (172, second));
    let candidates = tens.chain(twelves).chain([(192, 168)]);
    let block = |(first, second)| Block::new(Address::new(first, second, 0, 0), 16).ok();
    candidates.filter_map(block).find(|block| !used.meets(&(*block).into()))
}
