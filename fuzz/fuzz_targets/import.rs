//! Any bytes as two files of an import: answers of the command-line client, Terraform state, tables. What is drawn is a
//! document that can be written and read.

#![no_main]

use reachplan::import::{Source, merge, recognise};
use reachplan::wire;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let half = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (first, second) = bytes.split_at(half);
    let named = [("a.json", first), ("b.csv", second.get(1..).unwrap_or_default())];
    let files: Vec<Source> =
        named.into_iter().filter_map(|(name, bytes)| Source::of_bytes(name, bytes.to_vec()).ok()).collect();
    let found = recognise(&files);
    let document = found.document("fuzz");
    let text = wire::write(&document);
    let read = wire::read(&text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    assert_eq!(wire::write(&read), text);
    let merged = merge(&document, &found);
    drop(merged);
});
