//! The catalogue: every kind of data source with its names, port, gate and official page, as plain data. Adding a
//! product is adding one entry to the table of its family.
//!
//! Source: the DataWorks data source types and the access pages of the products, as read on the day that the entry's
//! gate names. What no page confirms is listed with the entry and shown as "verify". Names and console paths stand here
//! in both languages, because a product is one entry; every other text lies in `i18n`.

#[macro_use]
mod entry;
mod analytics;
mod databases;
mod gate;
mod others;
mod own;
mod services;

use std::cmp::Ordering;
use std::fmt;

pub use entry::{Family, ProductInfo};
pub use gate::{
    EmptyList, Everything, Factory, Format, Gate, GateKind, Limit, Separator, Unconfirmed, Words,
};

/// A kind of data source, known by its entry in the catalogue.
#[derive(Clone, Copy)]
pub struct Product(&'static ProductInfo);

/// The families, as the palette shows them.
pub static FAMILIES: [Family; 5] =
    [databases::FAMILY, analytics::FAMILY, services::FAMILY, own::FAMILY, others::FAMILY];

/// Every product, family by family.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which would refuse it")]
pub static PRODUCTS: [Product; COUNT] = {
    let mut all = [Product::OTHER; COUNT];
    let (mut next, mut families) = (0, FAMILIES.as_slice());
    while let Some((family, rest)) = families.split_first() {
        families = rest;
        let mut entries = family.entries;
        while let Some((entry, rest)) = entries.split_first() {
            entries = rest;
            all[next] = Product(entry);
            next += 1;
        }
    }
    all
};

const COUNT: usize = {
    let (mut count, mut families) = (0, FAMILIES.as_slice());
    while let Some((family, rest)) = families.split_first() {
        families = rest;
        count += family.entries.len();
    }
    count
};

impl Family {
    /// Its products.
    pub fn products(&self) -> impl Iterator<Item = Product> + use<> {
        self.entries.iter().map(Product)
    }
}

impl Product {
    /// Whatever the catalogue does not name.
    pub const OTHER: Self = {
        let [.., other] = &others::ENTRIES;
        Self(other)
    };

    /// What is known of the product.
    pub fn info(self) -> &'static ProductInfo {
        self.0
    }

    /// The product with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        PRODUCTS.iter().copied().find(|product| product.key() == key)
    }

    /// The key of the document format.
    pub fn key(self) -> &'static str {
        self.0.key
    }

    /// Whether it is a service of a region, without a VPC of the user's.
    pub fn is_regional(self) -> bool {
        self.0.regional
    }

    /// What guards it.
    pub fn gate(self) -> &'static Gate {
        self.0.gate
    }

    /// Whether a security group of the data source's own is asked inside a VPC: only where the user runs the product.
    pub fn has_own_security_group(self) -> bool {
        self.gate().kind == GateKind::SecurityGroup
    }

    /// What no official page confirms: of the product itself and of its gate.
    pub fn unconfirmed(self) -> impl Iterator<Item = Unconfirmed> {
        self.0.unconfirmed.iter().chain(self.gate().unconfirmed).copied()
    }
}

impl PartialEq for Product {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Product {}

impl PartialOrd for Product {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Product {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(other.key())
    }
}

impl fmt::Debug for Product {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}
