//! The document inside a PNG picture: an `iTXt` chunk, which programs that show pictures pass over.
//!
//! Source: Portable Network Graphics (PNG) Specification, third edition, sections 5 and 11.3.3.

use crate::wire::MAX_BYTES;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The keyword of the chunk, with what the specification has between it and the text: the end of the keyword, no
/// compression, no language, no translated keyword.
const HEAD: &[u8] = b"reachplan\0\0\0\0\0";

/// One chunk: its type, its data, and all of its bytes.
struct Chunk<'a> {
    kind: &'a [u8],
    data: &'a [u8],
    whole: &'a [u8],
}

/// A picture with a document in it, in the place of one that it had. `None` where it is no PNG, or the document is larger
/// than one may be.
pub fn with_document(png: &[u8], document: &str) -> Option<Vec<u8>> {
    if document.len() > MAX_BYTES {
        return None;
    }
    let mut out = Vec::with_capacity(png.len() + document.len() + 64);
    out.extend_from_slice(SIGNATURE);
    let mut rest = png.strip_prefix(SIGNATURE)?;
    let mut is_first = true;
    loop {
        let (chunk, after) = chunk(rest)?;
        if is_first != (chunk.kind == b"IHDR") {
            return None;
        }
        if !(chunk.kind == b"iTXt" && chunk.data.starts_with(HEAD)) {
            out.extend_from_slice(chunk.whole);
        }
        if is_first {
            // Before the picture's own data: what is cut off later still opens.
            out.extend_from_slice(&written(document)?);
        }
        if chunk.kind == b"IEND" {
            return Some(out);
        }
        (rest, is_first) = (after, false);
    }
}

/// The text of the document that a picture holds. `None` where it is no PNG, is damaged before the document, or holds none.
pub fn embedded(png: &[u8]) -> Option<String> {
    let mut rest = png.strip_prefix(SIGNATURE)?;
    loop {
        let (chunk, after) = chunk(rest)?;
        if chunk.kind == b"iTXt"
            && let Some(text) = chunk.data.strip_prefix(HEAD)
        {
            let is_whole =
                text.len() <= MAX_BYTES && chunk.whole.ends_with(&crc(chunk.kind, chunk.data).to_be_bytes());
            return is_whole.then(|| String::from_utf8(text.to_vec()).ok()).flatten();
        }
        if chunk.kind == b"IEND" {
            return None;
        }
        rest = after;
    }
}

/// The first chunk of these bytes and what comes after it.
fn chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (length, _) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let end = length.checked_add(12)?;
    let whole = bytes.get(..end)?;
    Some((Chunk { kind: whole.get(4..8)?, data: whole.get(8..end - 4)?, whole }, bytes.get(end..)?))
}

/// The chunk of a document.
fn written(document: &str) -> Option<Vec<u8>> {
    let data = [HEAD, document.as_bytes()].concat();
    let length = u32::try_from(data.len()).ok()?;
    let crc = crc(b"iTXt", &data);
    Some([&length.to_be_bytes()[..], b"iTXt", &data, &crc.to_be_bytes()].concat())
}

/// The checksum of a chunk: CRC-32 as in ISO 3309, over its type and its data.
fn crc(kind: &[u8], data: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    };
    !kind.iter().chain(data).fold(u32::MAX, step)
}
