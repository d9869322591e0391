//! What followed in each context before, and how far that can be trusted. Frozen with the packing.

use crate::link::odds::{squash, stretches};

/// How many contexts have a place here, as a power of two.
const SLOTS: u32 = 20;
/// What is known of a context: how likely a 1 is (16 bits), whose slot it is (10), how often it was asked (6).
type Slot = u32;
const FRESH: Slot = 1 << 31;
/// Steps of how often a context was asked; the last step is 7.
const ASKED: [usize; 20] = [0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6];
/// How much the past counts where all contexts of a kind learn together.
const MOST_WEIGHED: u32 = 250;

/// Where an answer comes from, to be told later whether it was right.
#[derive(Clone, Copy, Default)]
pub(super) struct Source {
    slot: usize,
    map: usize,
}

/// All contexts of all kinds.
#[derive(Clone)]
pub(super) struct Memory {
    slots: Vec<Slot>,
    /// What an answer of a context is worth: by kind of context, by how often it was asked, by what it says.
    maps: Vec<u32>,
    stretched: Vec<i16>,
    /// How far a chance moves after so many answers, of 65,536.
    paces: Vec<u32>,
}

impl Memory {
    pub(super) fn new(kinds: usize) -> Self {
        let at_first = (0..64).map(|step| u32::try_from(squash(step * 96 - 3024)).unwrap_or(0) << 16 | 6);
        let one: Vec<u32> = at_first.collect();
        Self {
            slots: vec![FRESH; 1 << SLOTS],
            maps: one.repeat(kinds * 8),
            stretched: stretches(),
            paces: (0..1024).map(|count| (1 << 17) / (2 * u32::min(count, MOST_WEIGHED) + 3)).collect(),
        }
    }

    /// The odds that a context of this kind gives to a 1, in 256ths of a natural logarithm; 0 where it was never asked.
    #[inline]
    pub(super) fn ask(&mut self, kind: usize, context: u32) -> (Source, i32) {
        let (slot, held) = self.slot(context);
        let (chance, count) = (held >> 20, held & 63);
        let asked = ASKED.get(count as usize).copied().unwrap_or(7);
        let says = self.stretched.get(chance as usize).copied().unwrap_or(0);
        let step = usize::from((says + 3072).unsigned_abs() / 96).min(63);
        let map = (kind * 8 + asked) * 64 + step;
        let source = Source { slot, map };
        if count == 0 {
            return (source, 0);
        }
        let worth = self.maps.get(map).map_or(0, |map| *map >> 20);
        (source, i32::from(self.stretched.get(worth as usize).copied().unwrap_or(0)))
    }

    /// Tells where an answer came from what was right; a context counts as many of its answers as `most`.
    #[inline]
    pub(super) fn learn(&mut self, source: Source, yes: bool, most: u32) {
        let (Some(slot), Some(map)) = (self.slots.get_mut(source.slot), self.maps.get_mut(source.map)) else {
            return;
        };
        let pace = |count: u32| self.paces.get(count as usize).copied().unwrap_or(0);
        // A chance of 22 bits, counted in the 10 below it.
        let (chance, count) = (*map >> 10, *map & 1023);
        let part = |rest: u32| u32::try_from((u64::from(rest) * u64::from(pace(count))) >> 16).unwrap_or(0);
        let moved = if yes { chance + part((1 << 22) - 1 - chance) } else { chance - part(chance) };
        *map = moved << 10 | (count + 1).min(MOST_WEIGHED);
        let (chance, count) = (*slot >> 16, *slot & 63);
        let pace = pace(count);
        let moved =
            if yes { chance + (((65_535 - chance) * pace) >> 16) } else { chance - ((chance * pace) >> 16) };
        *slot = moved.clamp(16, 65_519) << 16 | *slot & 0xffc0 | (count + 1).min(most);
    }

    /// The slot of a context and what it holds: of two that it may have its own, else the one that was asked less.
    #[inline]
    fn slot(&mut self, context: u32) -> (usize, Slot) {
        let hash = context.wrapping_mul(0x2545_f491);
        let check = (hash & 0x3ff) << 6;
        let first = ((hash >> (32 - SLOTS)) as usize).max(2);
        let second = first ^ 1;
        let held = |at: usize| self.slots.get(at).copied().unwrap_or(FRESH);
        let (before, after) = (held(first), held(second));
        if before & 0xffc0 == check {
            return (first, before);
        }
        if after & 0xffc0 == check {
            return (second, after);
        }
        let slot = if before & 63 > after & 63 { second } else { first };
        if let Some(held) = self.slots.get_mut(slot) {
            *held = FRESH | check;
        }
        (slot, FRESH | check)
    }
}
