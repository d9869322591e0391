//! The document inside a picture: as text in its metadata, where programs that show SVG leave it alone.

use crate::wire::MAX_BYTES;

/// The element that holds the document.
const OPEN: &str = "<reachplan:document";
const CLOSE: &str = "</reachplan:document";
/// So many characters of markup can stand for one of text.
const WIDEST: usize = 12;

/// The metadata of a picture that holds this document.
pub(super) fn metadata(document: &str) -> String {
    let mut out = format!("<metadata>{OPEN} xmlns:reachplan=\"urn:reachplan:document:1\">");
    for c in document.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // No XML may hold these two. In a document they stand inside of texts, where JSON has a way to say them.
            '\u{fffe}' => out.push_str("\\ufffe"),
            '\u{ffff}' => out.push_str("\\uffff"),
            c => out.push(c),
        }
    }
    out.push_str(CLOSE);
    out.push_str("></metadata>");
    out
}

/// The text of the document that a picture holds; nothing where it holds none, or one that is too large. What the text is
/// worth, the reader of documents says.
pub fn embedded(picture: &str) -> Option<String> {
    let (_, rest) = picture.split_once(OPEN)?;
    let (attributes, rest) = rest.split_once('>')?;
    if attributes.contains('<') || !attributes.starts_with(|c: char| c.is_ascii_whitespace()) {
        return None;
    }
    let (inside, _) = rest.split_once(CLOSE)?;
    if inside.len() > MAX_BYTES * WIDEST {
        return None;
    }
    let text = plain(inside)?;
    (text.len() <= MAX_BYTES).then_some(text)
}

/// Markup without elements as the text that it stands for. Other programs may have written it anew, with other escapes.
fn plain(markup: &str) -> Option<String> {
    const CDATA: &str = "<![CDATA[";
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find(['&', '<']) {
        let (before, marked) = rest.split_at(at);
        text.push_str(before);
        if let Some(section) = marked.strip_prefix(CDATA) {
            let (inside, after) = section.split_once("]]>")?;
            text.push_str(inside);
            rest = after;
            continue;
        }
        let (name, after) = marked.strip_prefix('&')?.split_once(';')?;
        text.push(entity(name)?);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
