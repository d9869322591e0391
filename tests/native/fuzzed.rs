//! The inputs that fuzzing kept, run again: what held of them then holds today.

use std::fs;

#[path = "../../fuzz/fuzz_targets/common/mod.rs"]
pub(crate) mod common;

/// Every input of a target.
fn inputs(target: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(folder).unwrap();
    files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
}

#[test]
fn kept_texts_open_as_links_or_are_refused() {
    inputs("link").iter().for_each(|bytes| common::link(&String::from_utf8_lossy(bytes)));
}

#[test]
fn kept_trees_open_as_links_or_are_refused() {
    inputs("link_stream").iter().for_each(|body| common::link(&common::forged(body, false)));
    inputs("link_packed").iter().for_each(|body| common::link(&common::forged(body, true)));
}

#[test]
fn kept_documents_are_read_or_refused() {
    inputs("document").iter().for_each(|bytes| common::document(bytes));
}

#[test]
fn kept_files_are_imported() {
    inputs("import").iter().for_each(|bytes| common::import(bytes));
}
