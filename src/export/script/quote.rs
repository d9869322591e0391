//! Words of a POSIX shell: whatever stands in a text, the program that is called gets exactly that text.
//!
//! Source: POSIX.1-2024, Shell Command Language, 2.2.2 Single-Quotes.

/// A text as part of a word.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | ':' | ',' | '_' | '-' | '+' | '%' | '@')
    };
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    // No argument of a program can hold a NUL.
    let text = text.replace('\0', "");
    format!("'{}'", text.replace('\'', r"'\''"))
}
