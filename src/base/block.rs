//! IPv4 addresses and CIDR blocks as people type them: only the canonical form is a value, everything else is a
//! problem that names what would be right.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

/// An IPv4 address.
pub type Address = Ipv4Addr;

/// An IPv4 CIDR block without host bits.
pub type Block = Ipv4Net;

/// Why a text is not a canonical IPv4 address or block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockProblem {
    /// Nothing was typed.
    Empty,
    /// Address bits are set behind the mask; the block that was probably meant.
    HostBits(Block),
    /// The mask is longer than 32.
    MaskTooLong,
    /// A dotted mask such as `/255.255.255.0`.
    DottedMask,
    /// Two addresses joined by a hyphen.
    Range,
    /// A `*` or `%` in place of a number.
    Wildcard,
    /// A number with a leading zero, which some programs read as octal.
    LeadingZero,
    /// Fewer than four numbers.
    TooShort,
    /// Several addresses in one entry.
    Several,
    /// An IPv6 address or block.
    Ipv6,
    /// A block where a single address is asked for.
    NotASingleAddress,
    /// A name such as `db.example.com`.
    HostName,
    /// None of the above.
    NotAnAddress,
}

/// The address in `text`.
///
/// # Errors
/// Says why `text` is not one canonical IPv4 address.
pub fn parse_address(text: &str) -> Result<Address, BlockProblem> {
    if text.contains('/') && matches!(parse_block(text), Ok(_) | Err(BlockProblem::HostBits(_))) {
        return Err(BlockProblem::NotASingleAddress);
    }
    text.parse().map_err(|_| diagnose(text))
}

/// The block in `text`; a bare address stands for its `/32`.
///
/// # Errors
/// Says why `text` is not a canonical IPv4 block.
pub fn parse_block(text: &str) -> Result<Block, BlockProblem> {
    let Some((address, mask)) = text.split_once('/') else {
        return parse_address(text).map(host_block);
    };
    let Ok(address) = address.parse::<Address>() else {
        return Err(diagnose(text));
    };
    let digits = !mask.is_empty() && mask.len() <= 2 && mask.bytes().all(|b| b.is_ascii_digit());
    let Some(length) = digits.then(|| mask.parse::<u8>().ok()).flatten() else {
        return Err(diagnose(text));
    };
    if mask.len() > 1 && mask.starts_with('0') {
        return Err(BlockProblem::LeadingZero);
    }
    let block = Block::new(address, length).map_err(|_| BlockProblem::MaskTooLong)?;
    if block.trunc() == block { Ok(block) } else { Err(BlockProblem::HostBits(block.trunc())) }
}

/// The `/32` of one address.
pub fn host_block(address: Address) -> Block {
    Block::from(address)
}

/// `block` as people write it: a single address without its mask.
pub fn block_text(block: Block) -> String {
    if block.prefix_len() == 32 { block.addr().to_string() } else { block.to_string() }
}

/// Whether two blocks share an address. Of two CIDR blocks that do, one holds the other.
pub fn overlap(a: Block, b: Block) -> bool {
    a.contains(&b) || b.contains(&a)
}

/// Whether a text is a name of several labels, with letters not in the last alone; a port may follow.
fn is_host_name(text: &str) -> bool {
    let name = text.split_once(':').map_or(text, |(name, _)| name);
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let lettered = |label: &&str| label.bytes().any(|b| b.is_ascii_alphabetic());
    labels.iter().all(is_label)
        && labels.split_last().is_some_and(|(last, rest)| lettered(last) && rest.iter().any(lettered))
}

fn diagnose(text: &str) -> BlockProblem {
    let text = text.trim();
    let (address, mask) = text.split_once('/').unwrap_or((text, ""));
    let numbers: Vec<&str> = address.split('.').collect();
    let numeric = |s: &&str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if text.is_empty() {
        BlockProblem::Empty
    } else if text.contains([',', ';', ' ', '\t', '\n', '、', '，']) {
        BlockProblem::Several
    } else if text.matches(':').count() > 1 {
        BlockProblem::Ipv6
    } else if text.contains(['*', '%']) {
        BlockProblem::Wildcard
    } else if text.contains(['-', '~']) && text.starts_with(|first: char| first.is_ascii_digit()) {
        BlockProblem::Range
    } else if mask.contains('.') {
        BlockProblem::DottedMask
    } else if is_host_name(address) {
        BlockProblem::HostName
    } else if !numbers.iter().all(numeric) {
        BlockProblem::NotAnAddress
    } else if numbers.iter().any(|n| n.len() > 1 && n.starts_with('0')) {
        BlockProblem::LeadingZero
    } else if numbers.len() < 4 {
        BlockProblem::TooShort
    } else if numbers.len() == 4 && numeric(&mask) && mask.parse::<u32>().is_ok_and(|m| m > 32) {
        BlockProblem::MaskTooLong
    } else {
        BlockProblem::NotAnAddress
    }
}
