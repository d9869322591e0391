//! Says how likely the next bit is: many small predictions, each from what followed in the same context before, mixed by
//! weights that learn. Whole numbers only, so that every machine says the same. Frozen with the packing.

use crate::link::shape::{Like, Shape, mix};

/// Asked with the chance of a 1, of 65,536, and the bit where it is known; gives the bit.
pub(super) type Ask<'a> = &'a mut dyn FnMut(u32, Option<bool>) -> bool;

/// How many contexts there are.
const CONTEXTS: usize = 8;
/// How many earlier values are looked at as a whole.
const LIKES: usize = 3;
/// All of them and a constant.
const INPUTS: usize = CONTEXTS + LIKES + 1;
/// Sizes of tables, as powers of two.
const SLOTS: u32 = 20;
const REPEATS: u32 = 14;
/// The shortest repetition that is followed.
const LEAST_REPEAT: usize = 5;
/// Weight sets that are chosen by how much is known, and by the field.
const BY_KNOWLEDGE: usize = 128;
const BY_FIELD: usize = 1024;
/// How fast they learn.
const RATES: [i32; 2] = [30, 40];
/// The weight of everything at first, of 65,536.
const WEIGHT: i32 = 12_000;

/// What is known of a context: how likely a 1 is (16 bits), whose slot it is (10), how often it was asked (6).
type Slot = u32;
const FRESH: Slot = 1 << 31;
const MOST_ASKED: u32 = 30;
/// Steps of how often a context was asked; the last step is 7.
const ASKED: [usize; 20] = [0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6];
/// How much the past counts where all contexts of a kind learn together.
const MOST_WEIGHED: u32 = 250;

/// One prediction.
#[derive(Clone, Copy, Default)]
struct Input {
    slot: usize,
    map: usize,
    odds: i32,
}

/// The state of the predictions.
#[derive(Clone)]
pub(super) struct Model {
    shape: Shape,
    contexts: [u32; CONTEXTS],
    /// What the earlier values expect, behind a 1 (0: nothing), and how far they are to be trusted.
    expected: [(u32, u32); LIKES],
    /// The field, and what comes in it.
    field: usize,
    slots: Vec<Slot>,
    /// What an answer of a context is worth: by context, by how often it was asked, by what it says.
    maps: Vec<u32>,
    weights: Vec<[i32; INPUTS]>,
    stretched: Vec<i16>,
    /// How far a chance moves after so many answers, of 65,536.
    paces: Vec<u32>,
    /// Where the text stands that followed the same bytes.
    repeats: Vec<u32>,
    repeated: Like,
}

/// e^x / (1 + e^x) of x = -12, -11.5, …, 12, times 65,536.
const LOGISTIC: [i32; 49] = [
    0, 1, 1, 2, 3, 5, 8, 13, 22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625,
    24743, 32768, 40793, 47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438,
    65476, 65500, 65514, 65523, 65528, 65531, 65533, 65534, 65535, 65535, 65536,
];
/// The largest odds, in 256ths of a natural logarithm.
const SURE: i32 = 3071;

/// From odds to a chance of 65,536.
fn squash(odds: i32) -> i32 {
    let odds = odds.clamp(-SURE, SURE) + SURE + 1;
    let at = usize::try_from(odds >> 7).unwrap_or(0);
    let (low, high) = (LOGISTIC.get(at).copied().unwrap_or(0), LOGISTIC.get(at + 1).copied().unwrap_or(0));
    (low + (((high - low) * (odds & 127)) >> 7)).clamp(1, 65_535)
}

/// The odds of each chance in 4,096ths: where [`squash`] passes it.
fn stretches() -> Vec<i16> {
    let mut odds: i16 = -3071;
    let passing = (0..4096).map(|chance| {
        while i32::from(odds) < SURE && squash(i32::from(odds)) < chance * 16 + 8 {
            odds += 1;
        }
        odds
    });
    passing.collect()
}

fn hash(context: u32) -> u32 {
    context.wrapping_mul(0x2545_f491)
}

/// The first of the two slots that a context may have.
fn first_slot(context: u32) -> usize {
    bits(hash(context), SLOTS).max(2)
}

fn bits(hash: u32, count: u32) -> usize {
    (hash >> (32 - count)) as usize
}

/// Moves a chance of 22 bits, counted in the 10 below it, towards an answer.
fn learn(held: &mut u32, yes: bool, paces: &[u32]) {
    let (chance, count) = (u64::from(*held >> 10), *held & 1023);
    let pace = u64::from(paces.get(count as usize).copied().unwrap_or(0));
    let moved = if yes {
        chance + ((((1 << 22) - 1 - chance) * pace) >> 16)
    } else {
        chance - ((chance * pace) >> 16)
    };
    *held = u32::try_from(moved).unwrap_or(0) << 10 | (count + 1).min(MOST_WEIGHED);
}

impl Model {
    pub(super) fn new() -> Self {
        let at_first = (0..64).map(|step| u32::try_from(squash(step * 96 - 3024)).unwrap_or(0) << 16 | 6);
        let one: Vec<u32> = at_first.collect();
        let mut model = Self {
            shape: Shape::new(),
            contexts: [0; CONTEXTS],
            expected: [(0, 0); LIKES],
            field: 0,
            slots: vec![FRESH; 1 << SLOTS],
            maps: one.repeat(INPUTS * 8),
            weights: vec![[WEIGHT; INPUTS]; BY_KNOWLEDGE + BY_FIELD],
            stretched: stretches(),
            paces: (0..=MOST_WEIGHED).map(|count| (1 << 17) / (2 * count + 3)).collect(),
            repeats: vec![0; 1 << REPEATS],
            repeated: Like::default(),
        };
        model.look();
        model
    }

    /// What has been read so far.
    pub(super) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Codes the next byte and learns from it.
    pub(super) fn byte(&mut self, known: Option<u8>, ask: Ask<'_>) -> u8 {
        let mut read = 1_u32;
        for shift in (0..8).rev() {
            let bit = self.decide(read, known.map(|byte| byte >> shift & 1 == 1), ask);
            read = read << 1 | u32::from(bit);
        }
        let [byte, ..] = read.to_le_bytes();
        self.shape.push(byte);
        self.repeat(byte);
        self.look();
        byte
    }

    /// Codes the bit that follows those read of this byte, behind a 1.
    fn decide(&mut self, read: u32, known: Option<bool>, ask: Ask<'_>) -> bool {
        let contexts = self.contexts.map(|context| context.wrapping_add(read.wrapping_mul(0x2c1b_3c6d)));
        let slots = contexts.map(|context| self.slot(context));
        let mut inputs = [Input::default(); INPUTS];
        let mut confident = 0;
        for (at, (input, (slot, held))) in inputs.iter_mut().zip(slots).enumerate() {
            *input = self.input(at, slot, held);
            confident += usize::from(input.odds != 0);
        }
        let shift = read.leading_zeros() - 23;
        let mut agreed = 0;
        for ((at, input), (expected, trust)) in
            inputs.iter_mut().enumerate().skip(CONTEXTS).zip(self.expected)
        {
            agreed <<= 1;
            if expected >> shift == read {
                let bit = expected >> (shift - 1) & 1;
                let (slot, held) = self.slot(trust << 1 | bit);
                *input = self.input(at, slot, held);
                agreed |= 1;
            }
        }
        if let Some(last) = inputs.last_mut() {
            last.odds = 256;
        }
        let sets = [confident * 8 + agreed, BY_KNOWLEDGE + self.field];
        let outs = sets.map(|set| {
            let weights = self.weights.get(set).into_iter().flatten();
            let sum: i64 = weights.zip(&inputs).map(|(w, x)| i64::from(*w) * i64::from(x.odds)).sum();
            i32::try_from((sum >> 16).clamp(-3071, 3071)).unwrap_or(0)
        });
        let chance = squash(outs.iter().sum::<i32>() / 2);
        let yes = ask(u32::try_from(chance).unwrap_or(1), known);
        for ((set, out), rate) in sets.into_iter().zip(outs).zip(RATES) {
            let error = if yes { 65_536 - squash(out) } else { -squash(out) };
            for (weight, input) in self.weights.get_mut(set).into_iter().flatten().zip(&inputs) {
                let step = (input.odds * ((error >> 4) * rate) + (1 << 15)) >> 16;
                *weight = (*weight + step).clamp(-1 << 20, 1 << 20);
            }
        }
        for (at, input) in inputs.iter().enumerate().take(INPUTS - 1) {
            let Some(slot) = self.slots.get_mut(input.slot).filter(|_| input.slot > 0) else { continue };
            if let Some(map) = self.maps.get_mut(input.map) {
                learn(map, yes, &self.paces);
            }
            let count = *slot & 63;
            let chance = *slot >> 16;
            let pace = self.paces.get(count as usize).copied().unwrap_or(0);
            let chance = if yes {
                chance + (((65_535 - chance) * pace) >> 16)
            } else {
                chance - ((chance * pace) >> 16)
            };
            let most = if at < CONTEXTS { MOST_ASKED } else { 60 };
            *slot = chance.clamp(16, 65_519) << 16 | *slot & 0xffc0 | (count + 1).min(most);
        }
        yes
    }

    /// The slot of a context and what it holds: of two that it may have its own, else the one that was asked less.
    fn slot(&mut self, context: u32) -> (usize, Slot) {
        let check = (hash(context) & 0x3ff) << 6;
        let first = first_slot(context);
        let second = first ^ 1;
        let held = |at: usize| self.slots.get(at).copied().unwrap_or(FRESH);
        let both = [(first, held(first)), (second, held(second))];
        if let Some(own) = both.into_iter().find(|(_, held)| held & 0xffc0 == check) {
            return own;
        }
        let [(first, before), (second, after)] = both;
        let slot = if before & 63 > after & 63 { second } else { first };
        if let Some(held) = self.slots.get_mut(slot) {
            *held = FRESH | check;
        }
        (slot, FRESH | check)
    }

    /// What a context says whose slot holds this.
    fn input(&self, at: usize, slot: usize, held: Slot) -> Input {
        let (chance, count) = (held >> 20, held & 63);
        let asked = ASKED.get(count as usize).copied().unwrap_or(7);
        let says = self.stretched.get(chance as usize).copied().unwrap_or(0);
        let map = (at * 8 + asked) * 64 + usize::from((says + 3072).unsigned_abs() / 96).min(63);
        let worth = self.maps.get(map).map_or(0, |map| *map >> 20) as usize;
        let odds = if count == 0 { 0 } else { self.stretched.get(worth).copied().unwrap_or(0) };
        Input { slot, map, odds: i32::from(odds) }
    }

    /// Follows a repetition, or finds one.
    fn repeat(&mut self, byte: u8) {
        let history = &self.shape.history;
        self.repeated.advance(history, byte);
        let Some(tail) = history.len().checked_sub(LEAST_REPEAT).and_then(|at| history.get(at..)) else {
            return;
        };
        let hash = tail.iter().fold(0, |hash, byte| mix(hash, u32::from(*byte)));
        let Some(held) = self.repeats.get_mut(bits(hash, REPEATS)) else { return };
        let at = std::mem::replace(held, u32::try_from(history.len()).unwrap_or(0)) as usize;
        if !self.repeated.is_followed() && at > 0 {
            let before = history.get(..at).unwrap_or_default().iter().rev();
            let same = before.zip(history.iter().rev()).take(16).take_while(|(a, b)| a == b).count();
            if same >= LEAST_REPEAT {
                self.repeated = Like::of(at, u32::try_from(same).unwrap_or(0));
            }
        }
    }

    /// Makes the contexts of the next byte.
    fn look(&mut self) {
        let shape = &self.shape;
        let mut last = shape.history.iter().rev().map(|byte| u32::from(*byte));
        let mut back = || last.next().unwrap_or(0);
        let one = back();
        let two = one | back() << 8;
        let three = two | back() << 16;
        let (place, part) = (shape.place(), shape.part());
        let likes = [shape.column, shape.related, self.repeated];
        let mut salt = 0;
        self.expected = likes.map(|like| {
            salt += 1 << 12;
            let expected = like.expected(&shape.history).map_or(0, |byte| u32::from(byte) | 256);
            let trust = salt | part << 8 | (1 + like.right.min(14)) << 3 | like.missed.min(3);
            (expected, trust)
        });
        let [(column, _), (related, _), _] = self.expected;
        self.field = (place as usize & 127) + part as usize * 128;
        let contexts = [
            mix(place, 1),
            mix(place, one + 256),
            mix(place, two + (1 << 16)),
            three,
            mix(shape.prefix, part),
            mix(mix(shape.prefix, place), shape.kind()),
            mix(place, column | shape.column.missed.min(3) << 9 | one << 11),
            mix(place, related | shape.related.missed.min(3) << 9 | one << 11),
        ];
        for (at, (held, context)) in self.contexts.iter_mut().zip(contexts).enumerate() {
            *held = mix(context, u32::try_from(at).unwrap_or(0) + 1);
        }
    }
}
