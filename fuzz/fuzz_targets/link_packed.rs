//! Any bytes as the packed tree of a link, with the right length and checksum. Much slower than the others: each input is
//! unpacked for real.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|body: &[u8]| common::link(&common::forged(body, true)));
