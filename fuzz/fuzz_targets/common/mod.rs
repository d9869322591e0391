//! What holds of every input: the fuzz targets ask it of bytes by chance, the tests of those that were kept.

#![allow(dead_code, unreachable_pub, reason = "each target needs a part")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reachplan::analysis::analyse;
use reachplan::i18n::{Language, link_problem, problem_line};
use reachplan::import::{Source, merge, recognise};
use reachplan::link;
use reachplan::report::report;
use reachplan::topology::Document;
use reachplan::wire::{self, Problem};

/// A text opens as a plan that survives another round, or there is a problem that can be told.
pub fn link(text: &str) {
    match link::read(text) {
        Ok(document) => survives(&document),
        Err(problem) => {
            for language in Language::ALL {
                assert!(!link_problem(language, &problem).is_empty());
            }
        }
    }
}

/// A document is the same after it was written and read, and so is its link.
pub fn survives(document: &Document) {
    let text = wire::write(document);
    let read = wire::read(&text).expect("what is written can be read");
    assert_eq!(wire::write(&read), text);
    let link = link::write(document);
    let opened = link::read(&link).expect("what is packed opens");
    assert_eq!(wire::write(&opened), text);
    assert_eq!(link::write(&opened), link);
}

/// Every problem can be told.
pub fn told(problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        for language in Language::ALL {
            assert!(!problem_line(language, problem).is_empty());
        }
    }
}

/// What a document file holds is refused with problems that can be told, or survives and is put into words.
pub fn document(bytes: &[u8]) {
    match wire::read_bytes(bytes) {
        Ok(document) => {
            let text = wire::write(&document);
            assert_eq!(wire::write(&wire::read(&text).expect("what is written can be read")), text);
            report(&document.topology, &analyse(&document.topology), Language::Zh);
        }
        Err(problems) => told(&problems),
    }
}

/// What two files of an import give is a document that can be written and read, and goes into itself. The first ends at
/// the first zero.
pub fn import(bytes: &[u8]) {
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
    drop(merge(&document, &found));
}

/// A link of these bytes, with the right length and checksum; packed or as they are.
pub fn forged(body: &[u8], packed: bool) -> String {
    let mut size = body.len() * 2 + usize::from(packed);
    let mut payload = Vec::new();
    while size > 127 {
        payload.push(128 | u8::try_from(size & 127).expect("seven bits"));
        size >>= 7;
    }
    payload.push(u8::try_from(size).expect("seven bits"));
    let hash = payload
        .iter()
        .chain(body)
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    payload.extend(hash.to_be_bytes());
    payload.extend(body);
    format!("#p1.{}", URL_SAFE_NO_PAD.encode(payload))
}
