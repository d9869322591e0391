//! Whitelists exactly as typed, and what each entry means. An unreadable entry is named, never repaired, and never
//! hides the good ones beside it.

use crate::base::{AddressSet, Block, BlockProblem, parse_block};

/// The whitelist of a data source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whitelist {
    /// The product has none, or it is switched off.
    None,
    /// The entries, as typed, without surrounding blanks.
    Entries(Vec<Entry>),
}

/// One entry, as typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry(pub String);

/// What an entry means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryMeaning {
    /// A canonical address or block.
    Block(Block),
    /// A block with host bits: counts as the block that is shown.
    HostBits(Block),
    /// An IPv6 address or block, which no IPv4 source matches.
    Ipv6,
    /// Ignored for the verdict.
    Unreadable(BlockProblem),
}

impl Entry {
    /// An entry without the blanks around it.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// What the entry means.
    pub fn meaning(&self) -> EntryMeaning {
        match parse_block(&self.0) {
            Ok(block) => EntryMeaning::Block(block),
            Err(BlockProblem::HostBits(block)) => EntryMeaning::HostBits(block),
            Err(_) if is_ipv6(&self.0) => EntryMeaning::Ipv6,
            Err(problem) => EntryMeaning::Unreadable(problem),
        }
    }

    /// The block that the entry counts as.
    pub fn block(&self) -> Option<Block> {
        self.meaning().block()
    }
}

impl EntryMeaning {
    /// The block that an entry of this meaning counts as.
    pub fn block(&self) -> Option<Block> {
        match self {
            Self::Block(block) | Self::HostBits(block) => Some(*block),
            Self::Ipv6 | Self::Unreadable(_) => None,
        }
    }
}

impl Whitelist {
    /// The union of all readable entries; everything where there is no whitelist.
    pub fn admitted(&self) -> AddressSet {
        match self {
            Self::None => AddressSet::from(Block::default()),
            Self::Entries(entries) => AddressSet::of(entries.iter().filter_map(Entry::block)),
        }
    }

    /// The entries; none where there is no whitelist.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Self::None => &[],
            Self::Entries(entries) => entries,
        }
    }
}

/// Splits a pasted list (commas, semicolons, white space, line breaks, their Chinese forms) into its entries.
pub fn split_list(text: &str) -> Vec<Entry> {
    let separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、');
    text.split(separator).filter(|part| !part.is_empty()).map(Entry::new).collect()
}

fn is_ipv6(text: &str) -> bool {
    let (address, mask) = text.split_once('/').unwrap_or((text, "128"));
    address.parse::<std::net::Ipv6Addr>().is_ok() && mask.parse::<u8>().is_ok_and(|length| length <= 128)
}
