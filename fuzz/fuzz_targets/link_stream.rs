//! Any bytes as the tree of a link that is not packed, with the right length and checksum.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|body: &[u8]| common::link(&common::forged(body, false)));
