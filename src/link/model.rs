//! Says how likely the next bit is: many small predictions, each from what followed in the same context before, mixed by
//! weights that learn. Whole numbers only, so that every machine says the same. Frozen with the packing.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::needless_range_loop,
    reason = "fixed-size tables and masks; hashes are meant to wrap"
)]

use crate::link::shape::{Like, Shape, mix};

/// Contexts that are hashed from bytes; behind them come the predictions of single expected bytes.
const HASHED: usize = 11;
const LIKES: usize = 3;
const INPUTS: usize = HASHED + LIKES + 1;
/// Slots, as a power of two.
const SLOTS: u32 = 20;
/// Weight sets that are chosen by different facts, and how many each has.
const SETS: usize = 2;
const PER_SET: usize = 1024;
/// The shortest repetition that is followed.
const LEAST_MATCH: usize = 5;

/// The state of the predictions.
pub(super) struct Model {
    shape: Shape,
    /// How likely a 1 is (16 bits), which context it belongs to (10), how often it was seen (6).
    slots: Vec<u32>,
    weights: Vec<i32>,
    stretched: Vec<i16>,
    /// Where the text after the same bytes stands.
    seen: Vec<u32>,
    repeated: Like,
    contexts: [u32; HASHED],
    /// The bits of this byte so far, after a 1.
    bits: u32,
    /// What the last prediction was made of.
    used: [usize; INPUTS],
    maps: Vec<u32>,
    mapped: [usize; INPUTS],
    inputs: [i32; INPUTS],
    sets: [usize; SETS],
    outs: [i32; SETS],
}

/// e^x / (1 + e^x) of x = -12, -11.5, …, 12, times 65,536.
const LOGISTIC: [i32; 49] = [
    0, 1, 1, 2, 3, 5, 8, 13, 22, 36, 60, 98, 162, 267, 439, 724, 1179, 1961, 3108, 4971, 7812, 11955, 17625,
    24743, 32768, 40793, 47911, 53581, 57724, 60565, 62428, 63575, 64357, 64812, 65097, 65269, 65374, 65438,
    65476, 65500, 65514, 65523, 65528, 65531, 65533, 65534, 65535, 65535, 65536,
];

/// From odds, in 256ths of their logarithm, to a chance of 65,536.
fn squash(odds: i32) -> i32 {
    let odds = odds.clamp(-3071, 3071) + 3072;
    let at = usize::try_from(odds >> 7).unwrap_or(0);
    let (low, high) = (LOGISTIC.get(at).copied().unwrap_or(0), LOGISTIC.get(at + 1).copied().unwrap_or(0));
    (low + (((high - low) * (odds & 127)) >> 7)).clamp(1, 65_535)
}

/// The odds of each chance in 4,096ths: where [`squash`] passes it.
fn stretches() -> Vec<i16> {
    let mut stretched = Vec::with_capacity(4096);
    let mut odds: i16 = -3071;
    for chance in 0..4096 {
        while odds < 3071 && squash(i32::from(odds)) < chance * 16 + 8 {
            odds += 1;
        }
        stretched.push(odds);
    }
    stretched
}

impl Model {
    pub(super) fn new() -> Self {
        let mut model = Self {
            shape: Shape::new(),
            slots: vec![1 << 31; 1 << SLOTS],
            weights: vec![12_000; SETS * PER_SET * INPUTS],
            stretched: stretches(),
            seen: vec![0; 1 << 14],
            repeated: Like::default(),
            contexts: [0; HASHED],
            bits: 1,
            used: [0; INPUTS],
            maps: (0..INPUTS * 8 * 64)
                .map(|at| (squash((at as i32 & 63) * 96 - 3024) as u32) << 16 | 6)
                .collect(),
            mapped: [0; INPUTS],
            inputs: [0; INPUTS],
            sets: [0; SETS],
            outs: [0; SETS],
        };
        model.begin_byte();
        model
    }

    pub(super) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How likely the next bit is 1, of 65,536.
    pub(super) fn predict(&mut self) -> u32 {
        let mut confident = 0;
        let mut slots = [0; INPUTS];
        for (at, context) in self.contexts.into_iter().enumerate() {
            slots[at] = self.slot(context.wrapping_add(self.bits.wrapping_mul(0x2c1b_3c6d)));
        }
        let likes = [self.shape.column, self.shape.related, self.repeated];
        let mut lengths = [0; LIKES];
        let mut wanted = [None; LIKES];
        for (at, like) in likes.into_iter().enumerate() {
            let expected = like.expected(&self.shape.history).map(|byte| u32::from(byte) | 256);
            let shift = self.bits.leading_zeros() - 23;
            if let Some(expected) = expected.filter(|byte| byte >> shift == self.bits) {
                let bit = expected >> (shift - 1) & 1;
                wanted[at] = Some(bit);
                lengths[at] = 1 + like.right.min(14);
                let context = (lengths[at] * 4 + like.missed.min(3)) * 2 + bit;
                let context = mix(mix(context, self.shape.part()), 0x1000 * (at as u32 + 1));
                slots[HASHED + at] = self.slot(context);
            } else {
                slots[HASHED + at] = usize::MAX;
            }
        }
        slots[INPUTS - 1] = usize::MAX;
        for (at, slot) in slots.into_iter().enumerate() {
            self.inputs[at] = match self.slots.get(slot) {
                Some(held) => {
                    let count = held & 63;
                    if count > 0 && at < HASHED && at > 2 {
                        confident += 1;
                    }
                    let c = match count {
                        0..=3 => count,
                        4..=5 => 4,
                        6..=9 => 5,
                        10..=19 => 6,
                        _ => 7,
                    } as usize;
                    let odds = i32::from(self.stretched[(held >> 20) as usize]);
                    let m = (at * 8 + c) * 64 + ((odds + 3072) / 96).clamp(0, 63) as usize;
                    self.mapped[at] = m;
                    if count == 0 { 0 } else { i32::from(self.stretched[(self.maps[m] >> 20) as usize]) }
                }
                None => 0,
            };
        }
        self.inputs[INPUTS - 1] = 256;
        self.used = slots;
        let agree = match (wanted[0], wanted[2]) {
            (None, None) => 0,
            (Some(_), None) => 1,
            (None, Some(_)) => 2,
            (Some(a), Some(b)) => 3 + usize::from(a == b),
        };
        self.sets[0] = confident * 5 + agree;
        self.sets[1] = (self.shape.place() as usize & 127) + 128 * self.shape.part() as usize;
        let mut total = 0;
        for set in 0..SETS {
            let first = (set * PER_SET + self.sets[set]) * INPUTS;
            let weights = &self.weights[first..first + INPUTS];
            let sum: i64 = weights.iter().zip(&self.inputs).map(|(w, x)| i64::from(*w) * i64::from(*x)).sum();
            let out = ((sum >> 16) as i32).clamp(-3071, 3071);
            self.outs[set] = out;
            total += out;
        }
        squash(total / SETS as i32) as u32
    }

    fn slot(&mut self, context: u32) -> usize {
        let hash = context.wrapping_mul(0x9e37_79b1);
        let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2545_f491);
        let at = (hash >> (32 - SLOTS)) as usize;
        let check = hash & 0x3ff;
        let other = at ^ 1;
        let (first, second) = (self.slots[at], self.slots[other]);
        if first >> 6 & 0x3ff == check {
            at
        } else if second >> 6 & 0x3ff == check {
            other
        } else {
            let at = if first & 63 > second & 63 { other } else { at };
            self.slots[at] = 1 << 31 | check << 6;
            at
        }
    }

    /// Learns what the bit was.
    pub(super) fn update(&mut self, bit: u32) {
        for set in 0..SETS {
            let error = ((bit as i32) << 16) - squash(self.outs[set]);
            let first = (set * PER_SET + self.sets[set]) * INPUTS;
            let rate = RATE[set];
            for (weight, input) in self.weights[first..first + INPUTS].iter_mut().zip(&self.inputs) {
                *weight =
                    (*weight + ((input * (error >> 4) * rate + (1 << 15)) >> 16)).clamp(-1 << 20, 1 << 20);
            }
        }
        for (at, slot) in self.used.into_iter().enumerate() {
            let Some(held) = self.slots.get_mut(slot) else { continue };
            let count = *held & 63;
            let m = &mut self.maps[self.mapped[at]];
            let n = *m & 1023;
            let q = (*m >> 10) as i32;
            let t = if bit == 1 { (1 << 22) - 1 } else { 0 };
            *m = ((q + (t - q) / (n as i32 + 2)) as u32) << 10 | (n + 1).min(MAPLIMIT);
            let chance = (*held >> 16) as i32;
            let target = if bit == 1 { 65_535 } else { 0 };
            let limit = if at < HASHED { LIMIT } else { 60 };
            let step = (target - chance) * 2 / (2 * count as i32 + 3);
            let chance = (chance + step).clamp(16, 65_519) as u32;
            *held = chance << 16 | *held & 0xffc0 | (count + 1).min(limit);
        }
        self.bits = self.bits << 1 | bit;
        if self.bits > 255 {
            self.end_byte();
        }
    }

    fn end_byte(&mut self) {
        let byte = (self.bits & 255) as u8;
        self.bits = 1;
        self.shape.push(byte);
        let history = &self.shape.history;
        let len = history.len();
        self.repeated.advance(history, byte);
        if len > LEAST_MATCH {
            let mut hash = 0;
            for byte in &history[len - LEAST_MATCH..] {
                hash = mix(hash, u32::from(*byte));
            }
            let held = &mut self.seen[(hash >> 18) as usize];
            let at = std::mem::replace(held, len as u32) as usize;
            if self.repeated.right == 0 && at > 0 {
                let same =
                    (1..=16).take_while(|back| *back <= at && history[at - back] == history[len - back]);
                let same = same.count();
                self.repeated = Like::of(at, if same >= LEAST_MATCH { same as u32 } else { 0 });
            }
        }
        self.begin_byte();
    }

    fn begin_byte(&mut self) {
        let shape = &self.shape;
        let back = |n: usize| u32::from(shape.history.len().checked_sub(n).map_or(0, |at| shape.history[at]));
        let place = shape.place();
        let kind = shape.kind();
        let column = u32::from(shape.column.expected(&shape.history).unwrap_or(1));
        let related = u32::from(shape.related.expected(&shape.history).unwrap_or(1));
        let two = back(1) | back(2) << 8;
        let three = two | back(3) << 16;
        let four = three | back(4) << 24;
        let contexts = [
            mix(place, 1),
            mix(place, back(1) + 256),
            mix(place, two + (1 << 16)),
            three,
            four,
            mix(shape.prefix, place),
            mix(shape.prefix, shape.part()),
            mix(mix(shape.prefix, place), kind),
            mix(place, column + 256 * shape.column.missed.min(3) + 1024 * back(1)),
            mix(place, related + 256 * shape.related.missed.min(3) + 1024 * back(1)),
            mix(place, column | related << 8),
        ];
        for (at, context) in contexts.into_iter().enumerate() {
            self.contexts[at] = mix(context, at as u32 + 1);
        }
    }
}

const MAPLIMIT: u32 = 250;
const RATE: [i32; 2] = [30, 40];
const LIMIT: u32 = 30;
