//! Native tests.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; the program never may"
)]

/// A test of each name, which the module's own `hold` runs, and the list of the names.
macro_rules! each_held {
    ($all:ident: $($name:ident)*) => {
        $(#[test]
        fn $name() {
            hold(stringify!($name));
        })*

        const $all: &[&str] = &[$(stringify!($name),)*];
    };
}

mod advice;
mod answers;
mod arithmetic;
mod cases;
mod catalogue;
mod cli;
mod exports;
mod fuzzed;
mod generate;
mod imports;
mod laws;
mod links;
mod naive;
mod notation;
mod outline;
mod picture;
mod refused;
mod samples;
mod schema;
mod seeded;
mod skeleton;
mod tidy;
mod ways;
mod wire;
