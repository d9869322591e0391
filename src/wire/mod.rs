//! Documents as text: the format that files, links and the clipboard carry, read strictly and written canonically.
//!
//! Reading goes text › `value` (JSON as it stands) › `names` (who has which id) › `read_*` (by hand, with the path of
//! every value, so that all problems come in one run). Nothing here knows what a drawing means.

mod bundle;
mod detail;
mod limits;
mod names;
mod nearest;
mod print;
mod problem;
mod read_connection;
mod read_document;
mod read_group;
mod read_node;
mod reader;
mod scalars;
mod value;
mod write;

pub use bundle::{Bundled, is_bundle, read_bundle, write_bundle};
pub use detail::{Found, Limits, Shape, Syntax, Thing};
pub use limits::{MAX_BYTES, MAX_NODES, MAX_TITLE};
pub use nearest::nearest;
pub use print::number_text;
pub use problem::{DocumentProblem, IdProblem, NetworkProblem, Problem, ValueProblem, What};
pub use read_node::node_fields;
pub use value::Value;

use crate::topology::Document;

/// Reads a document strictly. A byte order mark at the start is skipped.
///
/// # Errors
/// Every problem of the text, in order of place.
pub fn read(text: &str) -> Result<Document, Vec<Problem>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Problem::of_document(DocumentProblem::TooLarge { bytes: text.len() })]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = value::parse(text).map_err(|what| vec![Problem::of_document(what)])?;
    read_document::read(&value)
}

/// Reads a document from the bytes of a file.
///
/// # Errors
/// As [`read`]; bytes that are no UTF-8 are not JSON.
pub fn read_bytes(bytes: &[u8]) -> Result<Document, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![Problem::of_document(DocumentProblem::TooLarge { bytes: bytes.len() })]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => Err(vec![Problem::of_document(DocumentProblem::NotUtf8 { at: error.valid_up_to() })]),
    }
}

/// Writes a document as readable JSON, canonical: the same document gives the same text, and reading it gives the
/// document again.
pub fn write(document: &Document) -> String {
    print::pretty(&write::document(document))
}

/// Reads a document from a JSON tree as [`tree`] makes it.
///
/// # Errors
/// As [`read`].
pub fn read_tree(tree: &Value) -> Result<Document, Vec<Problem>> {
    read_document::read(tree)
}

/// The document as a JSON tree, the same that [`write()`] prints.
pub fn tree(document: &Document) -> Value {
    write::document(document)
}

/// The JSON tree in a text, whatever it means.
///
/// # Errors
/// The first place that is not JSON, or nests too deep.
pub fn parse(text: &str) -> Result<Value, DocumentProblem> {
    value::parse(text)
}

/// The document as a JSON value, the same that [`write()`] prints.
pub fn to_value(document: &Document) -> serde_json::Value {
    serde_json::Value::from(write::document(document))
}
