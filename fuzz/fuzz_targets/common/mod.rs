//! What holds of every input.

#![allow(dead_code, reason = "each target needs a part")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reachplan::i18n::{Language, link_problem, problem_line};
use reachplan::link;
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

/// A link of these bytes, with the right length and checksum; packed or as they are.
pub fn forged(body: &[u8], packed: bool) -> String {
    let mut size = body.len() * 2 + usize::from(packed);
    let mut payload = Vec::new();
    while size > 127 {
        payload.push(128 | (size & 127) as u8);
        size >>= 7;
    }
    payload.push(size as u8);
    let hash = payload.iter().chain(body).fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    payload.extend(hash.to_be_bytes());
    payload.extend(body);
    format!("#p1.{}", URL_SAFE_NO_PAD.encode(payload))
}
