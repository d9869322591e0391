//! How large a document may be.

/// The most bytes that a document may have.
pub const MAX_BYTES: usize = 5_000_000;

/// The most nodes that a document may have.
pub const MAX_NODES: usize = 20_000;

/// The most characters that a title may have.
pub const MAX_TITLE: usize = 200;

/// How deep values may nest. The format itself needs 8 (a rule of a binding's security group); the rest is room to name
/// a misplaced value by its path before its depth becomes the problem.
pub(super) const MAX_DEPTH: usize = 16;
