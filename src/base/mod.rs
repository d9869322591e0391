//! The words that every floor shares: ids, addresses, ports, regions. Turns text into values and back, and knows
//! nothing of drawings.

mod addresses;
mod block;
mod cloud;
mod free;
mod id;
pub mod order;
mod port;
mod prefix_map;
mod ranges;

pub use addresses::AddressSet;
pub use block::{Address, Block, BlockProblem, block_text, host_block, overlap, parse_address, parse_block};
pub use cloud::{REGIONS, Region, RegionInfo, crosses_border, region_named};
pub use free::{first_block, rebased, rebased_block};
pub use id::{ID_LENGTH, Id};
pub use port::{PortProblem, PortRange};
pub use prefix_map::PrefixMap;
pub use ranges::{PRIVATE, RESERVED, SERVICES, private_ranges, service_addresses};
