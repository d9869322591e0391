//! Bits to bytes and back: an arithmetic coder over a model's predictions. Frozen with the packing.

use crate::link::model::Model;

/// The bytes that stand for `stream`.
pub(super) fn encode(model: &mut Model, stream: &[u8]) -> Vec<u8> {
    let (mut low, mut high) = (0_u32, u32::MAX);
    let mut out = Vec::new();
    for byte in stream {
        for at in (0..8).rev() {
            let bit = u32::from(*byte) >> at & 1;
            let split = split(low, high, model.predict());
            if bit == 1 {
                high = split;
            } else {
                low = split + 1;
            }
            model.update(bit);
            while (low ^ high) >> 24 == 0 {
                out.extend(high.to_be_bytes().first());
                low <<= 8;
                high = high << 8 | 255;
            }
        }
    }
    // The shortest end: missing bytes count as zeros, so that the last ones need not stand there.
    if low > 0 {
        for length in 1..=4 {
            let mask = u32::MAX >> (8 * length - 1) >> 1;
            let end = (low | mask).wrapping_add(1);
            let end = if low & mask == 0 { low } else { end };
            if end >= low && end <= high {
                out.extend(end.to_be_bytes().iter().take(length));
                break;
            }
        }
    }
    while out.last() == Some(&0) {
        out.pop();
    }
    out
}

/// Learns a stream without coding it.
pub(super) fn learn(model: &mut Model, stream: &[u8]) {
    for byte in stream {
        for at in (0..8).rev() {
            model.predict();
            model.update(u32::from(*byte) >> at & 1);
        }
    }
}

/// The one value that `packed` stands for, after what the model knows already; `None` where it is longer than `limit`.
pub(super) fn decode(model: &mut Model, packed: &[u8], limit: usize) -> Option<Vec<u8>> {
    let known = model.shape().history.len();
    let (mut low, mut high) = (0_u32, u32::MAX);
    let mut rest = packed.iter().copied();
    let mut next = || u32::from(rest.next().unwrap_or(0));
    let mut held = (0..4).fold(0, |held, _| held << 8 | next());
    while model.shape().history.len() - known < limit {
        for _ in 0..8 {
            let split = split(low, high, model.predict());
            let bit = u32::from(held <= split);
            if bit == 1 {
                high = split;
            } else {
                low = split + 1;
            }
            model.update(bit);
            while (low ^ high) >> 24 == 0 {
                low <<= 8;
                high = high << 8 | 255;
                held = held << 8 | next();
            }
        }
        if model.shape().is_whole() {
            return model.shape().history.get(known..).map(<[u8]>::to_vec);
        }
    }
    None
}

fn split(low: u32, high: u32, chance: u32) -> u32 {
    let range = high - low;
    low + (range >> 16) * chance + (((range & 0xffff) * chance) >> 16)
}
