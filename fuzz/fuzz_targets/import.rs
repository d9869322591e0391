//! Any bytes as two files of an import: answers of the command-line client, Terraform state, tables.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| common::import(bytes));
