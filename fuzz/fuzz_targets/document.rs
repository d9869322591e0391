//! Any bytes as a document file. What is read is analysed too.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| common::document(bytes));
