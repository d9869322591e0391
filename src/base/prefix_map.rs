//! A map from CIDR blocks to values that finds, for an address range, every block that covers part of it: at most 33
//! look-ups for the blocks around it and one range scan for those inside.

use std::collections::BTreeMap;

use crate::base::{Address, AddressSet, Block};

/// Values by block, several for one block where need be.
#[derive(Clone, Debug)]
pub struct PrefixMap<T> {
    entries: BTreeMap<(u32, u8), Vec<T>>,
}

impl<T> Default for PrefixMap<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new() }
    }
}

impl<T> PrefixMap<T> {
    /// Adds a value for `block`.
    pub fn insert(&mut self, block: Block, value: T) {
        self.entries.entry((u32::from(block.network()), block.prefix_len())).or_default().push(value);
    }

    /// Every block that shares an address with `wanted`, with its values, in order of address and mask.
    pub fn meeting(&self, wanted: &AddressSet) -> Vec<(Block, &[T])> {
        let mut found = BTreeMap::new();
        for &(from, to) in wanted.ranges() {
            for length in 0..=32_u8 {
                let mask = u32::MAX.checked_shl(32 - u32::from(length)).unwrap_or(0);
                if let Some(values) = self.entries.get(&(from & mask, length)) {
                    found.insert((from & mask, length), values);
                }
            }
            for (key, values) in self.entries.range((from, 0)..=(to, 32)) {
                found.insert(*key, values);
            }
        }
        let block = |(start, length): (u32, u8)| Block::new(Address::from(start), length).ok();
        found.into_iter().filter_map(|(key, values)| Some((block(key)?, values.as_slice()))).collect()
    }
}
