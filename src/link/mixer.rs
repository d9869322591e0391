//! Mixes predictions by weights that learn which of them to trust. Frozen with the packing.

use crate::link::odds::{SURE, squash};

/// How fast the weights learn that are chosen by how much is known, and those that are chosen by the field.
const RATES: [i32; 2] = [30, 40];
/// The weight of everything at first, of 65,536.
const WEIGHT: i32 = 12_000;

/// Sets of weights, of which two are asked at a time.
#[derive(Clone)]
pub(super) struct Mixer<const INPUTS: usize> {
    weights: Vec<[i32; INPUTS]>,
}

/// What two sets say of the same inputs.
pub(super) struct Mixed {
    sets: [usize; 2],
    odds: [i32; 2],
}

impl Mixed {
    /// How likely a 1 is, of 65,536.
    pub(super) fn chance(&self) -> u32 {
        u32::try_from(squash(self.odds.iter().sum::<i32>() / 2)).unwrap_or(1)
    }
}

impl<const INPUTS: usize> Mixer<INPUTS> {
    pub(super) fn new(sets: usize) -> Self {
        Self { weights: vec![[WEIGHT; INPUTS]; sets] }
    }

    /// What these two sets make of the odds.
    #[inline]
    pub(super) fn mix(&self, sets: [usize; 2], inputs: &[i32; INPUTS]) -> Mixed {
        let odds = sets.map(|set| {
            let Some(weights) = self.weights.get(set) else { return 0 };
            let mut sum = 0_i64;
            for (weight, odds) in weights.iter().zip(inputs) {
                sum += i64::from(*weight) * i64::from(*odds);
            }
            i32::try_from((sum >> 16).clamp(-i64::from(SURE), i64::from(SURE))).unwrap_or(0)
        });
        Mixed { sets, odds }
    }

    /// Moves the weights towards those inputs that were right.
    #[inline]
    pub(super) fn learn(&mut self, mixed: &Mixed, inputs: &[i32; INPUTS], yes: bool) {
        for ((set, odds), rate) in mixed.sets.into_iter().zip(mixed.odds).zip(RATES) {
            let error = if yes { 65_536 - squash(odds) } else { -squash(odds) };
            let pace = (error >> 4) * rate;
            let Some(weights) = self.weights.get_mut(set) else { continue };
            for (weight, odds) in weights.iter_mut().zip(inputs) {
                let step = (*odds * pace + (1 << 15)) >> 16;
                *weight = (*weight + step).clamp(-1 << 20, 1 << 20);
            }
        }
    }
}
