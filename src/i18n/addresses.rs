//! Why a typed text is no address, block or port range, and what would be right.

use crate::base::{AddressSet, BlockProblem, PortProblem, block_text, parse_address};
use crate::i18n::Language;

/// Why `typed` is not a canonical IPv4 address or block.
pub fn block_problem(language: Language, typed: &str, problem: &BlockProblem) -> String {
    let typed = shown(typed);
    let address = typed.split('/').next().unwrap_or_default();
    let (en, zh) = match problem {
        BlockProblem::Empty => (
            "an address or block is needed, such as 10.1.8.7 or 10.1.8.0/24".into(),
            "请填写地址或网段，例如 10.1.8.7 或 10.1.8.0/24".into(),
        ),
        BlockProblem::HostBits(block) => (
            format!("{typed} has host bits: use {block} or {address}"),
            format!("{typed} 含有主机位：请使用 {block} 或 {address}"),
        ),
        BlockProblem::MaskTooLong => {
            (format!("{typed}: a mask is at most /32"), format!("{typed}：掩码最大为 /32"))
        }
        BlockProblem::DottedMask => (
            format!("{typed}: write the mask as a number of bits, such as /24"),
            format!("{typed}：掩码请写成位数，例如 /24"),
        ),
        BlockProblem::Range => match blocks_of(&typed) {
            Some(blocks) => (
                format!("{typed} is a range: write it as blocks, {}", blocks.join(", ")),
                format!("{typed} 是地址段：请写成网段 {}", blocks.join("、")),
            ),
            None => (
                format!("{typed} is a range: write it as blocks, such as 10.1.8.0/24"),
                format!("{typed} 是地址段：请写成网段，例如 10.1.8.0/24"),
            ),
        },
        BlockProblem::Wildcard => (
            format!("{typed} has a wildcard: write a block, such as 10.1.8.0/24"),
            format!("{typed} 含有通配符：请写成网段，例如 10.1.8.0/24"),
        ),
        BlockProblem::LeadingZero => (
            format!("{typed}: a number starts with 0, which some programs read as octal"),
            format!("{typed}：有数字以 0 开头，部分程序会按八进制读取"),
        ),
        BlockProblem::TooShort => (
            format!("{typed} is not complete: four numbers belong there, as in 10.1.8.0/24"),
            format!("{typed} 不完整：应为四个数字，例如 10.1.8.0/24"),
        ),
        BlockProblem::Several => (
            format!("“{typed}” holds several addresses: one belongs here"),
            format!("“{typed}”包含多个地址：此处只能填一个"),
        ),
        BlockProblem::Ipv6 => {
            (format!("{typed} is IPv6: only IPv4 is judged"), format!("{typed} 是 IPv6：目前只判断 IPv4"))
        }
        BlockProblem::NotASingleAddress => (
            format!("{typed} is a block: a single address belongs here, such as {address}"),
            format!("{typed} 是网段：此处应为单个地址，例如 {address}"),
        ),
        BlockProblem::HostName => (
            format!(
                "{typed} is a host name: an address belongs here, such as 10.1.8.7; the name has a field of its own (host)"
            ),
            format!("{typed} 是域名：此处应填地址，例如 10.1.8.7；域名请填在单独的字段（host）"),
        ),
        BlockProblem::NotAnAddress => (
            format!("“{typed}” is no IPv4 address or block, such as 10.1.8.7 or 10.1.8.0/24"),
            format!("“{typed}”不是 IPv4 地址或网段（例如 10.1.8.7 或 10.1.8.0/24）"),
        ),
    };
    language.pick(en, zh)
}

/// Why `typed` is not a range of ports.
pub fn port_problem(language: Language, typed: &str, problem: PortProblem) -> String {
    let typed = shown(typed);
    let (en, zh) = match problem {
        PortProblem::Reversed => {
            (format!("{typed}: the smaller port comes first"), format!("{typed}：请先写较小的端口"))
        }
        PortProblem::NotAPort => (
            format!("“{typed}” is no range of ports: write 3306, 3306/3310 or all (ports are 1 to 65535)"),
            format!("“{typed}”不是端口范围：请填写 3306、3306/3310 或 all（端口为 1 到 65535）"),
        ),
    };
    language.pick(en, zh)
}

/// A typed text in a sentence: cut where it is very long.
/// The blocks that make up a range, where both of its ends can be read and few blocks are enough.
fn blocks_of(range: &str) -> Option<Vec<String>> {
    const MOST: usize = 6;
    let (first, last) = range.split_once(['-', '~'])?;
    let (first, last) = (parse_address(first.trim()).ok()?, parse_address(last.trim()).ok()?);
    let blocks = AddressSet::between(first, last).blocks();
    let few = (1..=MOST).contains(&blocks.len());
    few.then(|| blocks.into_iter().map(block_text).collect())
}

pub(super) fn shown(typed: &str) -> String {
    const LONGEST: usize = 80;
    match typed.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", typed.get(..end).unwrap_or_default()),
        None => typed.to_owned(),
    }
}
