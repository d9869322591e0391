//! The real cloud as a plan: literate points below `tests/imports`, and what holds whatever goes in.

mod collector;
mod laws;
mod literate;
mod program;
