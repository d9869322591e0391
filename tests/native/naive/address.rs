//! Addresses one at a time. A block is its first and its last address; what holds for one address between two neighbouring
//! ends of blocks holds for all of them, so one of each such stretch is enough.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

/// A block of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Block {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) length: u8,
}

impl Block {
    /// The block that a length makes around an address.
    pub(super) fn around(address: u32, length: u8) -> Self {
        let host_bits = if length == 0 { u32::MAX } else { (1_u32 << (32 - length)) - 1 };
        Self { first: address & !host_bits, last: address | host_bits, length }
    }

    /// The block in `text`, where it is one: an address with or without a mask. Host bits count as not written.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (address, length) = match text.trim().split_once('/') {
            None => (text.trim(), 32),
            Some((address, mask)) => {
                let plain = mask.len() <= 2 && mask.bytes().all(|digit| digit.is_ascii_digit());
                let plain = plain && (mask.len() == 1 || !mask.starts_with('0'));
                (address, mask.parse().ok().filter(|length| plain && *length <= 32)?)
            }
        };
        Some(Self::around(u32::from(address.parse::<Ipv4Addr>().ok()?), length))
    }

    pub(super) fn holds(self, address: u32) -> bool {
        self.first <= address && address <= self.last
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.holds(other.first) || other.holds(self.first)
    }

    pub(super) fn inside(self, other: Self) -> bool {
        other.holds(self.first) && other.holds(self.last)
    }
}

/// The addresses that are looked at: the first of every stretch in which no block of the document begins or ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretches(BTreeSet<u32>);

impl Stretches {
    pub(super) fn cut(&mut self, block: Block) {
        self.0.insert(block.first);
        self.0.extend(block.last.checked_add(1));
    }

    /// One address of every stretch inside a block.
    pub(super) fn of(&self, block: Block) -> Vec<u32> {
        let mut all = vec![block.first];
        all.extend(self.0.range(block.first..=block.last).filter(|at| **at != block.first));
        all
    }

    /// The whole stretch that begins at an address, as far as it lies before another one.
    pub(super) fn whole(&self, from: u32, last: u32) -> Block {
        let next = from.checked_add(1).and_then(|after| self.0.range(after..).next());
        let end = next.map_or(u32::MAX, |next| next - 1);
        Block { first: from, last: end.min(last), length: 32 }
    }

    /// One address of every stretch there is.
    pub(super) fn everywhere(&self) -> Vec<u32> {
        self.of(Block::around(0, 0))
    }
}

/// Whether two lists of blocks hold the same addresses.
pub(super) fn same(some: &[Block], others: &[Block]) -> bool {
    let mut stretches = Stretches::default();
    some.iter().chain(others).for_each(|block| stretches.cut(*block));
    let held = |blocks: &[Block], address| blocks.iter().any(|block| block.holds(address));
    stretches.everywhere().into_iter().all(|address| held(some, address) == held(others, address))
}
