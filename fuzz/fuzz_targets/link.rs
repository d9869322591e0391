//! Any text as a link.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|text: &str| common::link(text));
