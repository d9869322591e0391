//! Fields of the inspector: text that is checked while it is typed and enters the document only once it is right,
//! and choices. Knows nothing of what a field is about.

pub mod choice;
mod draft;
pub mod text;

pub use choice::{ChoiceField, Options, Segment, Segments, Select, options};
pub use text::{Shape, TextField, fresh_id};

pub use crate::typed::{
    Assessment, Check, Trouble, address_list, any_text, block, block_list, number, optional_block, port,
    port_range, positive, priority, region_id, threads, whitelist_entries,
};
