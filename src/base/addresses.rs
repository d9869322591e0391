//! Exact sets of IPv4 addresses, held as sorted ranges that neither touch nor overlap. Every operation is linear in
//! the number of ranges; sets of whitelist size (100,000 entries) cost milliseconds.

use crate::base::{Address, Block};

/// A set of IPv4 addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressSet {
    /// Inclusive, sorted, with at least one address between two neighbours.
    ranges: Vec<(u32, u32)>,
}

impl AddressSet {
    /// The set that holds nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The union of some blocks.
    pub fn of(blocks: impl IntoIterator<Item = Block>) -> Self {
        let mut ranges: Vec<_> =
            blocks.into_iter().map(|b| (u32::from(b.network()), u32::from(b.broadcast()))).collect();
        ranges.sort_unstable();
        Self { ranges: joined(ranges) }
    }

    /// All addresses from one to another, both included; none where the second comes before the first.
    pub fn between(first: Address, last: Address) -> Self {
        let range = (u32::from(first), u32::from(last));
        Self { ranges: if range.0 <= range.1 { vec![range] } else { Vec::new() } }
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// How many addresses the set holds: up to 2^32.
    pub fn count(&self) -> u64 {
        self.ranges.iter().map(|(from, to)| u64::from(to - from) + 1).sum()
    }

    /// The smallest address, a witness for whatever the set is about.
    pub fn first(&self) -> Option<Address> {
        self.ranges.first().map(|(from, _)| Address::from(*from))
    }

    /// The inclusive ranges, sorted.
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// Whether every address of `other` is in this set.
    pub fn covers(&self, other: &Self) -> bool {
        other.ranges.iter().all(|&(from, to)| {
            self.ending_from(from).first().is_some_and(|(begin, end)| *begin <= from && to <= *end)
        })
    }

    /// Whether the sets share an address.
    pub fn meets(&self, other: &Self) -> bool {
        let (few, many) = if self.ranges.len() < other.ranges.len() { (self, other) } else { (other, self) };
        let met =
            |&(from, to): &(u32, u32)| many.ending_from(from).first().is_some_and(|(begin, _)| *begin <= to);
        few.ranges.iter().any(met)
    }

    /// The addresses in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if self.is_empty() || other.is_empty() {
            return if self.is_empty() { other.clone() } else { self.clone() };
        }
        if self == other {
            return self.clone();
        }
        let mut ranges = Vec::with_capacity(self.ranges.len() + other.ranges.len());
        let (mut left, mut right) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let Some(next) = match (left.peek(), right.peek()) {
            (Some(a), Some(b)) if a <= b => left.next(),
            (_, Some(_)) => right.next(),
            _ => left.next(),
        } {
            ranges.push(*next);
        }
        Self { ranges: joined(ranges) }
    }

    /// The addresses in both sets.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Self {
        let mut ranges = Vec::new();
        let (mut left, mut right) =
            (self.beside(other).iter().peekable(), other.beside(self).iter().peekable());
        while let (Some(&&(a, b)), Some(&&(c, d))) = (left.peek(), right.peek()) {
            if a.max(c) <= b.min(d) {
                ranges.push((a.max(c), b.min(d)));
            }
            if b < d {
                left.next()
            } else {
                right.next()
            };
        }
        Self { ranges }
    }

    /// The addresses of this set that are not in `other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let mut ranges = Vec::new();
        let mut cuts = other.beside(self).iter().peekable();
        for &(from, to) in &self.ranges {
            // `next` is the first address not yet decided; `None` once the range is used up.
            let mut next = Some(from);
            while cuts.next_if(|(_, end)| *end < from).is_some() {}
            let mut ahead = cuts.clone();
            while let (Some(start), Some(&(cut_from, cut_to))) =
                (next, ahead.next_if(|(begin, _)| *begin <= to))
            {
                if cut_from > start {
                    ranges.push((start, cut_from - 1));
                }
                next = (cut_to < to).then(|| cut_to + 1);
            }
            if let Some(start) = next {
                ranges.push((start, to));
            }
        }
        Self { ranges }
    }

    /// The ranges that end at this address or later.
    fn ending_from(&self, address: u32) -> &[(u32, u32)] {
        self.ranges.get(self.ranges.partition_point(|(_, end)| *end < address)..).unwrap_or_default()
    }

    /// The ranges between the first and the last address of another set: what a small set has to look at in a large one.
    fn beside(&self, other: &Self) -> &[(u32, u32)] {
        let (Some((from, _)), Some((_, to))) = (other.ranges.first(), other.ranges.last()) else {
            return &[];
        };
        let later = self.ending_from(*from);
        later.get(..later.partition_point(|(begin, _)| begin <= to)).unwrap_or_default()
    }

    /// The set as the fewest possible blocks, sorted.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for &(from, to) in &self.ranges {
            let (mut at, end) = (u64::from(from), u64::from(to));
            while at <= end {
                // The largest block that starts here is bounded by the alignment of `at` and by what is left.
                let aligned = if at == 0 { 32 } else { at.trailing_zeros().min(32) };
                let room = (end - at + 1).ilog2();
                let bits = aligned.min(room);
                let length = u8::try_from(32 - bits).unwrap_or(32);
                let start = u32::try_from(at).unwrap_or(u32::MAX);
                blocks.extend(Block::new(Address::from(start), length));
                at += 1 << bits;
            }
        }
        blocks
    }
}

impl From<Block> for AddressSet {
    fn from(block: Block) -> Self {
        Self::of([block])
    }
}

/// Joins sorted ranges that touch or overlap.
fn joined(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.dedup_by(|(from, to), (_, end)| {
        let touches = *from <= end.saturating_add(1);
        if touches {
            *end = (*end).max(*to);
        }
        touches
    });
    ranges
}
