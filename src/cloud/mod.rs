//! A step as calls of the cloud's API: which values the drawing knows, which have to be asked for, and what no call does.
//! Nothing is called here, and no call that could take an entry away is made up: whitelists are added to, never written
//! over. No words.
//!
//! Source: the API metadata of the command-line client and the product pages (November 2026); a product without a call here
//! has none that is known to add.

mod call;
mod facts;
mod steps;
mod unknown;
mod whitelist;

pub use call::{Arg, Call, Doing, Remark, Style};
pub use facts::{Facts, Hop};
pub use steps::{Purpose, doing, listed, ports, stand_in};
pub use unknown::{Unknown, plain};
pub use whitelist::{LIST, kafka_ports, whitelist};
