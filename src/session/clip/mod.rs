//! Copying and pasting: the selection as a document of its own, which is also the text on the clipboard.
//!
//! In that document only what was copied has a position. The places around it, and what it refers to, come along bare,
//! so that it can be read like any other document and so that a paste knows where it came from. A document without any
//! position is pasted whole.

mod copy;
mod paste;
mod renumber;
#[cfg(test)]
mod tests;

pub use copy::copied;
pub use paste::{Pasted, pasted};
