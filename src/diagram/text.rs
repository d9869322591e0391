//! How wide a text will be, without asking a browser: good enough to cut it before it overlaps anything.

/// What stands where a text was cut.
const ELLIPSIS: char = '…';

/// The typefaces of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names: proportional, strong.
    Name,
    /// Addresses and blocks: every character equally wide.
    Mono,
}

/// The width of a text at a size, in drawing units.
pub fn width(text: &str, face: Face, size: f64) -> f64 {
    text.chars().map(|c| advance(c, face)).sum::<f64>() * size
}

/// The text, or as much of its start as fits, with an ellipsis.
pub fn clipped(text: &str, face: Face, size: f64, room: f64) -> String {
    let (kept, rest) = cut(text, face, size, room);
    let mut clipped = kept.to_owned();
    if !rest.is_empty() {
        clipped.push(ELLIPSIS);
    }
    clipped
}

/// As much of a text as fits, with room for an ellipsis where it is not all, and the rest.
pub fn cut(text: &str, face: Face, size: f64, room: f64) -> (&str, &str) {
    if width(text, face, size) <= room {
        return (text, "");
    }
    let room = room - advance(ELLIPSIS, face) * size;
    let mut used = 0.0;
    let fits = |(_, c): &(usize, char)| {
        used += advance(*c, face) * size;
        used > room
    };
    let end = text.char_indices().find(fits).map_or(text.len(), |(at, _)| at);
    let kept = text.get(..end).unwrap_or_default().trim_end();
    (kept, text.get(kept.len()..).unwrap_or_default())
}

/// The advance of a character as a part of the type size, rounded up rather than down.
fn advance(c: char, face: Face) -> f64 {
    if is_wide(c) {
        return 1.0;
    }
    match (face, c) {
        (Face::Mono, _) => 0.61,
        (Face::Name, 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!') => 0.3,
        (Face::Name, 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | ' ' | '-' | '/') => 0.4,
        (Face::Name, 'm' | 'w' | 'M' | 'W' | '@' | '%' | '…') => 0.95,
        (Face::Name, 'A'..='Z' | '&') => 0.72,
        (Face::Name, _) => 0.64,
    }
}

/// Whether a character takes a full square: Chinese, Japanese, Korean, full-width forms, pictures.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFD)
}
