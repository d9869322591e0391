//! One entry of the catalogue, and the notation of a table.

use crate::topology::product::gate::{Gate, Unconfirmed, Words};

/// What is known of one product.
#[derive(Debug)]
pub struct ProductInfo {
    /// The key of the document format.
    pub key: &'static str,
    /// Its name.
    pub name: Words,
    /// The type of the data source in DataWorks; empty where DataWorks has none of its own.
    pub dataworks: &'static str,
    /// Default port, where there is one.
    pub port: Option<u16>,
    /// Whether it is a service of a region that lies in no VPC of the user's.
    pub regional: bool,
    /// What guards it, and where that is edited.
    pub gate: &'static Gate,
    /// The page that documents the gate, below the help site's root.
    pub page: &'static str,
    /// What no page confirms of this product.
    pub unconfirmed: &'static [Unconfirmed],
}

/// Products that are looked for together.
#[derive(Debug)]
pub struct Family {
    /// Its name.
    pub name: Words,
    /// Its products.
    pub entries: &'static [ProductInfo],
}

/// A family's table, one entry a line: key, English and Chinese name, DataWorks type, default port, gate, page, and in
/// braces what is not confirmed; `in region` ends a service of the region.
macro_rules! family {
    ($family_en:literal $family_zh:literal
     $($key:literal $en:literal $zh:literal, $dataworks:literal $port:expr, $gate:ident $page:literal $({$($fact:ident)*})? $(in $home:ident)?;)*) => {
        pub(super) const FAMILY: crate::topology::product::Family = crate::topology::product::Family {
            name: crate::topology::product::Words { en: $family_en, zh: $family_zh },
            entries: &ENTRIES,
        };

        pub(super) static ENTRIES: [crate::topology::product::ProductInfo; [$($key,)*].len()] = [
            $(crate::topology::product::ProductInfo {
                key: $key,
                name: crate::topology::product::Words { en: $en, zh: $zh },
                dataworks: $dataworks,
                port: $port,
                regional: {
                    const HOME: &[&str] = &[$(stringify!($home))?];
                    !HOME.is_empty()
                },
                gate: &$gate,
                page: $page,
                unconfirmed: &[$($(crate::topology::product::Unconfirmed::$fact,)*)?],
            },)*
        ];
    };
}
