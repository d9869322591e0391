//! Native tests.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; the program never may"
)]

mod advice;
mod answers;
mod arithmetic;
mod cases;
mod catalogue;
mod cli;
mod exports;
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
mod tidy;
mod wire;
