//! Native tests.

mod generate;
mod schema;
mod wire;
