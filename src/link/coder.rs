//! Answers to bytes and back: an arithmetic coder over a model's predictions. Frozen with the packing.

use crate::link::model::Model;

/// The part of all numbers that the answers so far have left.
struct Range {
    low: u32,
    high: u32,
}

impl Range {
    const WHOLE: Self = Self { low: 0, high: u32::MAX };

    /// The last number of the part that a yes takes.
    fn split(&self, chance: u32) -> u32 {
        let range = self.high - self.low;
        self.low + (range >> 16) * chance + (((range & 0xffff) * chance) >> 16)
    }

    /// Takes an answer.
    fn narrow(&mut self, split: u32, yes: bool) {
        if yes {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// Drops the first byte, where it is certain.
    fn certain(&mut self) -> Option<u8> {
        let [first, ..] = self.low.to_be_bytes();
        let is_certain = (self.low ^ self.high) >> 24 == 0;
        is_certain.then(|| {
            self.low <<= 8;
            self.high = self.high << 8 | 255;
            first
        })
    }
}

/// The bytes that stand for `stream`.
pub(super) fn encode(model: &mut Model, stream: &[u8]) -> Vec<u8> {
    let mut range = Range::WHOLE;
    let mut out = Vec::new();
    for byte in stream {
        model.byte(Some(*byte), &mut |chance, known| {
            let yes = known.unwrap_or_default();
            range.narrow(range.split(chance), yes);
            while let Some(byte) = range.certain() {
                out.push(byte);
            }
            yes
        });
    }
    // Any number of the last range will do: one that ends in zeros, which need not be written.
    let free = u32::MAX.checked_shr((range.high - range.low).leading_zeros() + 1).unwrap_or(0);
    out.extend((range.high & !free).to_be_bytes());
    while out.last() == Some(&0) {
        out.pop();
    }
    out
}

/// Learns a stream without coding it.
pub(super) fn learn(model: &mut Model, stream: &[u8]) {
    for byte in stream {
        model.byte(Some(*byte), &mut |_, known| known.unwrap_or_default());
    }
}

/// A byte that no text holds. Behind the end of what was packed everything decodes to it.
const NEVER: u8 = 0xff;

/// The one value that `packed` stands for, after what the model knows already, or as much of it as could be one; `None`
/// where it is longer than `limit`.
pub(super) fn decode(model: &mut Model, packed: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut range = Range::WHOLE;
    let mut rest = packed.iter().copied();
    let mut next = || u32::from(rest.next().unwrap_or(0));
    let mut held = (0..4).fold(0, |held, _| held << 8 | next());
    let mut stream = Vec::new();
    while stream.len() < limit {
        let byte = model.byte(None, &mut |chance, _| {
            let split = range.split(chance);
            let yes = held <= split;
            range.narrow(split, yes);
            while range.certain().is_some() {
                held = held << 8 | next();
            }
            yes
        });
        stream.push(byte);
        if byte == NEVER || model.shape().is_whole() {
            return Some(stream);
        }
    }
    None
}
