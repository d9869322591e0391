//! Properties look at the same inputs in every run, so that a failure is nobody's luck: `LAW_SEED` chooses others, and
//! `LAW_CASES` how many the laws look at.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

fn asked<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// So many inputs.
pub(crate) fn seeded(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(asked("LAW_SEED").unwrap_or(2026));
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// So many drawings, or as many as are asked for.
pub(crate) fn drawings(cases: u32) -> ProptestConfig {
    seeded(asked("LAW_CASES").unwrap_or(cases))
}
