//! From odds to chances and back, in whole numbers, so that every machine says the same. Frozen with the packing.

/// e^x / (1 + e^x) of x = -12, -11.5, …, 12, times 65,536.
const LOGISTIC: [i32; 49] = [
    0, 1, 1, 2, 3, 5, 8, 13, 22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625,
    24743, 32768, 40793, 47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438,
    65476, 65500, 65514, 65523, 65528, 65531, 65533, 65534, 65535, 65535, 65536,
];
/// The largest odds, in 256ths of a natural logarithm.
pub(super) const SURE: i32 = 3071;

/// From odds to a chance of 65,536.
#[inline]
pub(super) fn squash(odds: i32) -> i32 {
    let odds = odds.clamp(-SURE, SURE) + SURE + 1;
    let at = usize::try_from(odds >> 7).unwrap_or(0);
    let (low, high) = (LOGISTIC.get(at).copied().unwrap_or(0), LOGISTIC.get(at + 1).copied().unwrap_or(0));
    (low + (((high - low) * (odds & 127)) >> 7)).clamp(1, 65_535)
}

/// The odds of each chance in 4,096ths: where [`squash`] passes it.
pub(super) fn stretches() -> Vec<i16> {
    let mut odds: i16 = -3071;
    let passing = (0..4096).map(|chance| {
        while i32::from(odds) < SURE && squash(i32::from(odds)) < chance * 16 + 8 {
            odds += 1;
        }
        odds
    });
    passing.collect()
}
