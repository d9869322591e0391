//! Native tests.

mod generate;
mod wire;
