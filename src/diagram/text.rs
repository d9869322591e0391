//! How wide a text will be, without asking a browser: good enough to cut it before it overlaps anything.

/// What stands where a text was cut.
const ELLIPSIS: char = '…';

/// What begins no line of Chinese.
const CLOSING: &str = "，。、；：！？）》」”";

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
    let kept = text.get(..end).unwrap_or_default().trim_end_matches([' ', '·']);
    (kept, text.get(kept.len()..).unwrap_or_default())
}

/// A text in at most two lines; the last one ends in an ellipsis where there is more. Latin words and addresses stay
/// whole, so that half an address is not taken for another one; Chinese breaks anywhere but before its punctuation.
pub fn wrapped(text: &str, face: Face, size: f64, room: f64, most: usize) -> Vec<String> {
    let (first, rest) = cut(text, face, size, room);
    if rest.is_empty() {
        return vec![text.to_owned()];
    }
    let (first, rest) = text.split_at(whole_words(text, first.len()));
    let first = first.trim_end();
    if most < 2 {
        return vec![format!("{first}{ELLIPSIS}")];
    }
    let mut lines = vec![first.to_owned()];
    lines.extend(wrapped(rest.trim_start(), face, size, room, 1));
    lines
}

/// Where a text that has to end at `upto` ends between words, if that leaves half of it.
fn whole_words(text: &str, upto: usize) -> usize {
    let breaks = |at: &usize| {
        let (before, after) = text.split_at(*at);
        let (before, after) = (before.chars().next_back(), after.chars().next());
        let in_word = [before, after].iter().all(|side| side.is_some_and(|c| c.is_ascii_graphic()));
        !in_word && !after.is_some_and(|c| CLOSING.contains(c))
    };
    let ends = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= upto);
    ends.filter(|at| at * 2 > upto && breaks(at)).last().unwrap_or(upto)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_before_no_closing_sign() {
        let lines = |text, room| wrapped(text, Face::Mono, 1.0, room, 2);
        assert_eq!(lines("one two", 10.0), ["one two"]);
        assert_eq!(lines("route to 10.1.2.15 is missing", 11.0), ["route to", "10.1.2.15 is…"]);
        assert_eq!(lines("没有出口。Serverless 资源组", 9.0), ["没有出口。", "Serverless 资…"]);
        assert_eq!(lines("一二三四，五六七", 5.0), ["一二三", "四，五六七"]);
        assert_eq!(lines("203.0.113.25", 5.0), ["203.0.1", "13.25"], "what is one word breaks where it must");
    }
}
