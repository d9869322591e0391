//! A file or a pasted text, and what kind of text it is.

use crate::import::table;
use crate::import::trouble::Wrong;

/// The most bytes that one file of an import may have: answers are larger than the plan they make.
pub const MAX_IMPORT: usize = 64_000_000;

/// A file or a pasted text.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    /// How it is called when something is told of it.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl std::fmt::Debug for Source {
    /// The name alone: the text may hold secrets.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Source({}, {} bytes)", self.name, self.text.len())
    }
}

impl Source {
    /// The text in the bytes of a file: UTF-8, or UTF-16 with its mark, as a PowerShell redirection writes.
    ///
    /// # Errors
    /// Says that the bytes are no text.
    pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, Wrong> {
        let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
            let (pairs, last) = rest.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| join(*pair)).collect();
            String::from_utf16(&units).ok().filter(|_| last.is_empty())
        };
        let text = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
            [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
            _ => String::from_utf8(bytes).ok(),
        };
        let text = text.ok_or(Wrong::NotText)?;
        Ok(Self { name: name.to_owned(), text })
    }
}

/// What a text is.
pub(super) enum Shape {
    /// One or more JSON values, perhaps with lines of a program between them.
    Json,
    /// A table.
    Table,
    /// Nothing that can be read.
    Wrong(Wrong),
}

/// What `text` is, by how it begins.
pub(super) fn shape(text: &str) -> Shape {
    let trimmed = text.trim_start_matches('\u{feff}').trim();
    if text.len() > MAX_IMPORT {
        Shape::Wrong(Wrong::TooLarge(text.len()))
    } else if trimmed.is_empty() {
        Shape::Wrong(Wrong::Empty)
    } else if trimmed.starts_with(['{', '[']) {
        Shape::Json
    } else if table::is_table(trimmed) {
        Shape::Table
    } else if is_configuration(trimmed) {
        Shape::Wrong(Wrong::Configuration)
    } else if trimmed.contains("\n{") || trimmed.contains("\n[") {
        Shape::Json
    } else {
        Shape::Wrong(Wrong::Unknown)
    }
}

/// Whether a text is Terraform configuration.
fn is_configuration(text: &str) -> bool {
    let begins = |line: &str| {
        let opens = ["resource \"", "provider \"", "variable \"", "data \"", "module \"", "terraform {"];
        opens.iter().any(|open| line.starts_with(open))
    };
    text.lines().any(begins)
}
