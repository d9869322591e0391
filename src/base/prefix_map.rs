//! A map from CIDR blocks to values that finds, for an address range, every block that covers part of it: one look-up for
//! each mask in use, for the blocks around the range, and one scan for those inside.

use crate::base::{Address, AddressSet, Block};

/// Values by block, several for one block where need be.
#[derive(Clone, Debug)]
pub struct PrefixMap<T> {
    /// First address and mask of every value's block, sorted.
    keys: Vec<(u32, u8)>,
    /// The values, in the order of the keys; those of one block in the order in which they were given.
    values: Vec<T>,
    /// The masks in use, shortest first.
    masks: Vec<u8>,
}

impl<T> Default for PrefixMap<T> {
    fn default() -> Self {
        Self { keys: Vec::new(), values: Vec::new(), masks: Vec::new() }
    }
}

impl<T> PrefixMap<T> {
    /// The map of some blocks with their values.
    pub fn of(mut entries: Vec<(Block, T)>) -> Self {
        entries.sort_by_key(|(block, _)| key(*block));
        let keys: Vec<(u32, u8)> = entries.iter().map(|(block, _)| key(*block)).collect();
        let used = keys.iter().fold(0_u64, |used, (_, mask)| used | 1 << mask);
        let masks = (0..=32).filter(|mask| used >> mask & 1 == 1).collect();
        Self { keys, values: entries.into_iter().map(|(_, value)| value).collect(), masks }
    }

    /// The values of exactly this block.
    pub fn at(&self, block: Block) -> &[T] {
        self.run(key(block))
    }

    /// Every block that shares an address with `wanted`, with its values, in order of address and mask.
    pub fn meeting(&self, wanted: &AddressSet) -> Vec<(Block, &[T])> {
        let mut found: Vec<(u32, u8)> = Vec::new();
        for &(from, to) in wanted.ranges() {
            for &length in &self.masks {
                let start = from & u32::MAX.checked_shl(32 - u32::from(length)).unwrap_or(0);
                if start < from && self.keys.binary_search(&(start, length)).is_ok() {
                    found.push((start, length));
                }
            }
            let inside =
                self.keys.get(self.keys.partition_point(|key| *key < (from, 0))..).unwrap_or_default();
            found.extend(inside.iter().take_while(|(start, _)| *start <= to));
        }
        if wanted.ranges().len() > 1 {
            found.sort_unstable();
        }
        found.dedup();
        let block = |(start, length): (u32, u8)| Block::new(Address::from(start), length).ok();
        found.into_iter().filter_map(|key| Some((block(key)?, self.run(key)))).collect()
    }

    fn run(&self, key: (u32, u8)) -> &[T] {
        let from = self.keys.partition_point(|held| *held < key);
        let rest = self.keys.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|held| **held == key).count();
        self.values.get(from..from + count).unwrap_or_default()
    }
}

fn key(block: Block) -> (u32, u8) {
    (u32::from(block.network()), block.prefix_len())
}
