//! Says how likely the next bit is: many small predictions, each from what followed in the same context before, mixed by
//! weights that learn. Whole numbers only, so that every machine says the same. Frozen with the packing.

use crate::link::memory::Memory;
use crate::link::mixer::Mixer;
use crate::link::shape::{Like, Shape, mix};

/// Asked with the chance of a 1, of 65,536, and the bit where it is known; gives the bit.
pub(super) type Ask<'a> = &'a mut dyn FnMut(u32, Option<bool>) -> bool;

/// How many contexts there are.
const CONTEXTS: usize = 8;
/// How many earlier values are looked at as a whole.
const LIKES: usize = 3;
/// All of them.
const KINDS: usize = CONTEXTS + LIKES;
/// And a constant.
const INPUTS: usize = KINDS + 1;
/// The size of the table of repetitions, as a power of two.
const REPEATS: u32 = 14;
/// The shortest repetition that is followed.
const LEAST_REPEAT: usize = 5;
/// Weight sets that are chosen by how much is known, and by the field.
const BY_KNOWLEDGE: usize = 128;
const BY_FIELD: usize = 1024;
/// How many of its answers a context counts, and an earlier value.
const MOST_ASKED: u32 = 30;
const MOST_FOLLOWED: u32 = 60;

/// The state of the predictions.
#[derive(Clone)]
pub(super) struct Model {
    shape: Shape,
    contexts: [u32; CONTEXTS],
    /// What the earlier values expect, behind a 1 (0: nothing), and how far they are to be trusted.
    expected: [(u32, u32); LIKES],
    /// The field, and what comes in it.
    field: usize,
    memory: Memory,
    mixer: Mixer<INPUTS>,
    /// Where the text stands that followed the same bytes.
    repeats: Vec<u32>,
    repeated: Like,
}

impl Model {
    pub(super) fn new() -> Self {
        let mut model = Self {
            shape: Shape::new(),
            contexts: [0; CONTEXTS],
            expected: [(0, 0); LIKES],
            field: 0,
            memory: Memory::new(KINDS),
            mixer: Mixer::new(BY_KNOWLEDGE + BY_FIELD),
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
        let mut sources = [None; KINDS];
        let mut odds = [0; INPUTS];
        let (mut confident, mut agreed) = (0, 0);
        let beside = read.wrapping_mul(0x2c1b_3c6d);
        let mut places = sources.iter_mut().zip(&mut odds).enumerate();
        for (context, (kind, (source, odds))) in self.contexts.iter().zip(places.by_ref()) {
            let (from, says) = self.memory.ask(kind, context.wrapping_add(beside));
            (*source, *odds) = (Some(from), says);
            confident += usize::from(says != 0);
        }
        let shift = read.leading_zeros() - 23;
        for ((expected, trust), (kind, (source, odds))) in self.expected.iter().zip(places) {
            agreed <<= 1;
            if expected >> shift == read {
                let bit = expected >> (shift - 1) & 1;
                let (from, says) = self.memory.ask(kind, trust << 1 | bit);
                (*source, *odds) = (Some(from), says);
                agreed |= 1;
            }
        }
        if let Some(last) = odds.last_mut() {
            *last = 256;
        }
        let mixed = self.mixer.mix([confident * 8 + agreed, BY_KNOWLEDGE + self.field], &odds);
        let yes = ask(mixed.chance(), known);
        self.mixer.learn(&mixed, &odds, yes);
        for (kind, source) in sources.into_iter().enumerate() {
            if let Some(source) = source {
                self.memory.learn(source, yes, if kind < CONTEXTS { MOST_ASKED } else { MOST_FOLLOWED });
            }
        }
        yes
    }

    /// Follows a repetition, or finds one.
    fn repeat(&mut self, byte: u8) {
        let history = &self.shape.history;
        self.repeated.advance(history, byte);
        let Some(tail) = history.len().checked_sub(LEAST_REPEAT).and_then(|at| history.get(at..)) else {
            return;
        };
        let hash = tail.iter().fold(0, |hash, byte| mix(hash, u32::from(*byte)));
        let Some(held) = self.repeats.get_mut((hash >> (32 - REPEATS)) as usize) else { return };
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
