//! Documents as text: reading is strict and names everything at once, writing is canonical, and both fit.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use reachplan::topology::Document;
use reachplan::wire;

use crate::generate;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    files
}

/// Every document that is delivered or kept as a good example.
pub(crate) fn good_documents() -> Vec<(PathBuf, String)> {
    let files = [files("public/samples"), files("tests/documents")].concat();
    files
        .into_iter()
        .map(|file| (file.clone(), fs::read_to_string(file).unwrap()))
        .collect()
}

fn read(text: &str) -> Document {
    wire::read(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn samples_are_as_the_page_would_save_them() {
    for file in files("public/samples") {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(wire::write(&read(&text)), text, "{}", file.display());
    }
}

#[test]
fn good_documents_survive_reading_and_writing() {
    for (file, text) in good_documents() {
        let document = read(&text);
        assert_eq!(read(&wire::write(&document)), document, "{}", file.display());
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_same(document in generate::document()) {
        let text = wire::write(&document);
        prop_assert_eq!(wire::read(&text), Ok(document.clone()), "{}", text);
        prop_assert_eq!(wire::write(&document), text);
        let value = wire::to_value(&document).to_string();
        prop_assert_eq!(wire::read(&value), Ok(document));
    }
}
