//! What leaves the page and comes into it: the dialogs and commands around links, imports, exports and comparisons. What
//! is slow or seldom runs as an errand in the page's second program.

pub mod bad_link;
pub mod compare;
pub mod export;
pub mod import;
pub mod picture;
pub mod share;
