//! Any bytes as a document file. What is read is analysed too.

#![no_main]

use reachplan::analysis::analyse;
use reachplan::i18n::Language;
use reachplan::report::report;
use reachplan::wire;

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match wire::read_bytes(bytes) {
        Ok(document) => {
            let text = wire::write(&document);
            assert_eq!(wire::write(&wire::read(&text).expect("what is written can be read")), text);
            report(&document.topology, &analyse(&document.topology), Language::Zh);
        }
        Err(problems) => common::told(&problems),
    }
});
