//! Ranges of addresses that mean something by themselves.

use crate::base::{Address, AddressSet, Block};

const fn range(a: u8, b: u8, length: u8) -> Block {
    Block::new_assert(Address::new(a, b, 0, 0), length)
}

/// The ranges for private networks.
///
/// Source: RFC 1918.
pub const PRIVATE: [Block; 3] = [range(10, 0, 8), range(172, 16, 12), range(192, 168, 16)];

/// The range in which the services of a region lie; every VPC of the region has a local route to it.
///
/// Source: "Route tables" (VPC documentation, 2026).
pub const SERVICES: Block = range(100, 64, 10);

/// Ranges that a VPC, vSwitch or data center cannot use: those of the services, of a machine itself, of one line, of groups.
///
/// Source: "VPCs and vSwitches" (2025-11-04) and "Route tables" (2026).
pub const RESERVED: [Block; 4] = [SERVICES, range(127, 0, 8), range(169, 254, 16), range(224, 0, 4)];

/// The addresses of private networks.
pub fn private_ranges() -> AddressSet {
    AddressSet::of(PRIVATE)
}

/// The addresses of the services of a region.
pub fn service_addresses() -> AddressSet {
    SERVICES.into()
}
