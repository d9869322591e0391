//! Documents as links: `#p1.` and a payload that holds the whole plan, so that nobody has to keep it for anybody.
//!
//! Writing goes document › `fold` (nodes where they lie) › `stream` (bytes) › `coder` with the predictions of `model`,
//! which has read `prime.txt` first › base64url, behind a length and a checksum. `p1` names this packing and is frozen
//! with its model and its text; the version of the document stands inside. Nothing here knows what a drawing means.

mod coder;
mod fold;
mod memory;
mod mixer;
mod model;
mod odds;
mod shape;
mod stream;

use base64::engine::general_purpose::{GeneralPurpose, NO_PAD, URL_SAFE_NO_PAD};
use std::sync::OnceLock;

use base64::{Engine as _, alphabet};

use crate::topology::Document;
use crate::wire::{self, Problem};
use model::Model;

/// What the payload of this packing follows.
const MARK: &str = "#p1.";
/// The packing that is written and read.
pub const PACKING: u32 = 1;
/// The most bytes that a packed stream may unpack to, about a second's work. A plan of 1,200 nodes has as many; what is
/// longer is not packed.
pub const MOST_UNPACKED: usize = 1 << 17;
/// The most characters that are looked at: a document of the most bytes, not packed.
pub const MOST_CHARACTERS: usize = 8_000_000;
/// Characters of a link that every chat takes.
pub const FITS_CHAT: usize = 2_000;
/// Characters of a link that mail programs keep whole; beyond it a file is the better way.
pub const FITS_MAIL: usize = 8_000;

/// Takes a payload that ends in the middle of a byte.
const LENIENT: GeneralPurpose =
    GeneralPurpose::new(&alphabet::URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

/// Up to so many unpacked bytes made-up ones may happen to mean a plan.
const CHANCE: usize = 64;
/// Bytes of the checksum.
const CHECK: usize = 4;

/// Text from which the model learns what plans look like: one JSON object a line. Frozen.
const PRIME: &str = include_str!("prime.txt");

/// Why a link does not open.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// No link to a plan at all.
    NotALink,
    /// Made by a newer version.
    Newer {
        /// The packing that it names.
        packing: u32,
    },
    /// Some of its characters are not those that were written.
    Damaged,
    /// Its end is missing.
    Truncated,
    /// It is longer, or unpacks to more, than any plan.
    TooLarge {
        /// The most characters, or bytes when unpacked.
        limit: usize,
    },
    /// It is whole, but the document in it is not one that can be read here.
    Document(Vec<Problem>),
}

/// Where a link of some length can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// Everywhere.
    Chat,
    /// In mail, and in most chats.
    Mail,
    /// Nowhere for sure: a file is the better way.
    File,
}

impl Fits {
    /// Where a link of this many characters can be sent.
    pub fn of(characters: usize) -> Self {
        if characters <= FITS_CHAT {
            Self::Chat
        } else if characters <= FITS_MAIL {
            Self::Mail
        } else {
            Self::File
        }
    }
}

/// The link of a document, from the `#` on. The same plan gives the same link.
pub fn write(document: &Document) -> String {
    let mut stream = Vec::new();
    stream::write(&fold::fold(wire::tree(document)), &mut stream);
    let (packed, body) = match pack(&stream) {
        Some(body) => (1, body),
        None => (0, stream),
    };
    let mut payload = number(body.len() * 2 + packed);
    payload.extend(checksum(&payload, &body));
    payload.extend(body);
    let mut link = MARK.to_owned();
    URL_SAFE_NO_PAD.encode_string(payload, &mut link);
    link
}

/// The packed stream; `None` where it is too long to be unpacked, or repeats itself so much that it looks like an attack.
fn pack(stream: &[u8]) -> Option<Vec<u8>> {
    let is_short = stream.len() <= MOST_UNPACKED;
    let body = is_short.then(|| coder::encode(&mut primed(), stream))?;
    (stream.len() <= most_of(&body)).then_some(body)
}

/// The most bytes that a packed body may unpack to: plans come to twenty or thirty times its length, samples to seventy.
fn most_of(body: &[u8]) -> usize {
    MOST_UNPACKED.min(4_096 + 256 * body.len())
}

/// The document of a link: a whole address or what follows its `#`, with blanks around and line breaks inside.
///
/// # Errors
/// Says why it does not open. Time and memory are bounded whatever the text is.
pub fn read(text: &str) -> Result<Document, LinkProblem> {
    if text.len() > MOST_CHARACTERS {
        return Err(LinkProblem::TooLarge { limit: MOST_CHARACTERS });
    }
    let payload = payload_of(text)?;
    let tree = unpack(&bytes_of(&payload)?)?;
    wire::read_tree(&fold::unfold(tree)).map_err(LinkProblem::Document)
}

/// What follows the mark of this packing.
fn payload_of(text: &str) -> Result<String, LinkProblem> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment).trim_start();
    let (packing, payload) =
        fragment.strip_prefix('p').and_then(|rest| rest.split_once('.')).ok_or(LinkProblem::NotALink)?;
    let is_number = packing.bytes().all(|byte| byte.is_ascii_digit()) && !packing.starts_with('0');
    match packing.parse().unwrap_or(u32::MAX) {
        _ if packing.is_empty() || !is_number => Err(LinkProblem::NotALink),
        PACKING => Ok(payload.split_whitespace().collect()),
        packing => Err(LinkProblem::Newer { packing }),
    }
}

/// The bytes in a payload. One that was cut off is told from one that was changed by the length that it begins with.
fn bytes_of(payload: &str) -> Result<Vec<u8>, LinkProblem> {
    let belongs = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !payload.bytes().all(belongs) {
        return Err(LinkProblem::Damaged);
    }
    // No byte begins with the last character of five; of two or three some bits are left over.
    let whole = payload.len() - usize::from(payload.len() % 4 == 1);
    let bytes = LENIENT.decode(payload.get(..whole).unwrap_or_default()).map_err(|_| LinkProblem::Damaged)?;
    let (size, rest) = take_number(&bytes).ok_or(LinkProblem::Truncated)?;
    if rest.len() < CHECK + size / 2 {
        return Err(LinkProblem::Truncated);
    }
    let as_written = URL_SAFE_NO_PAD.encode(&bytes) == payload;
    if as_written { Ok(bytes) } else { Err(LinkProblem::Damaged) }
}

/// The folded tree in the bytes of a payload.
fn unpack(bytes: &[u8]) -> Result<wire::Value, LinkProblem> {
    let (size, rest) = take_number(bytes).ok_or(LinkProblem::Damaged)?;
    let (check, body) = rest.split_at_checked(CHECK).ok_or(LinkProblem::Damaged)?;
    let head = bytes.get(..bytes.len() - rest.len()).unwrap_or_default();
    if body.len() != size / 2 || check != checksum(head, body) {
        return Err(LinkProblem::Damaged);
    }
    if size % 2 == 0 {
        return stream::read(body).ok_or(LinkProblem::Damaged);
    }
    let limit = most_of(body);
    let unpacked = coder::decode(&mut primed(), body, limit).ok_or(LinkProblem::TooLarge { limit })?;
    // Made-up bytes can mean a plan by chance, a very small one: what was written is written the same way again.
    if unpacked.len() <= CHANCE && coder::encode(&mut primed(), &unpacked) != body {
        return Err(LinkProblem::Damaged);
    }
    stream::read(&unpacked).ok_or(LinkProblem::Damaged)
}

/// A model that knows what plans look like. It learns once: that takes longer than most plans.
fn primed() -> Model {
    static PRIMED: OnceLock<Model> = OnceLock::new();
    let learned = PRIMED.get_or_init(|| {
        let mut model = Model::new();
        for tree in PRIME.lines().filter_map(|line| wire::parse(line).ok()) {
            let mut stream = Vec::new();
            stream::write(&fold::fold(tree), &mut stream);
            coder::learn(&mut model, &stream);
        }
        model
    });
    learned.clone()
}

/// A number in groups of seven bits, the lowest first; all but the last have the highest bit set.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push(128 | number.to_le_bytes()[0]);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
    bytes
}

fn take_number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate().take(4) {
        number |= usize::from(byte & 127) << (7 * at);
        if *byte < 128 {
            return Some((number, bytes.get(at + 1..)?));
        }
    }
    None
}

/// FNV-1a: no change within one byte goes unnoticed, and of others one in four billion.
fn checksum(head: &[u8], body: &[u8]) -> [u8; CHECK] {
    let hash = head
        .iter()
        .chain(body)
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash.to_be_bytes()
}
