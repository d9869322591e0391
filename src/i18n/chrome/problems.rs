//! What is wrong with something typed or tried, and what would be right.

use crate::base::{BlockProblem, PortProblem};
use crate::i18n::Language;
use crate::i18n::chrome::labels::kind_name;
use crate::topology::EditError;

/// Why `text` is no address, block or entry.
pub fn block_problem(problem: &BlockProblem, text: &str, language: Language) -> String {
    let text = text.trim();
    let address = text.split('/').next().unwrap_or(text);
    match problem {
        BlockProblem::Empty => language.pick("Nothing was typed.".into(), "尚未填写。".into()),
        BlockProblem::HostBits(block) => language.pick(
            format!("{text} has host bits: use {block} or {address}."),
            format!("{text} 含有主机位：请使用 {block} 或 {address}。"),
        ),
        BlockProblem::MaskTooLong => language.pick(
            format!("{text}: the mask is at most /32."),
            format!("{text}：掩码最大为 /32。"),
        ),
        BlockProblem::DottedMask => language.pick(
            format!("{text}: write the mask as a number of bits, for example /24."),
            format!("{text}：请将掩码写成位数，例如 /24。"),
        ),
        BlockProblem::Range => language.pick(
            format!("{text} is a range: write it as blocks, for example 10.1.8.0/24."),
            format!("{text} 是地址段：请写成网段，例如 10.1.8.0/24。"),
        ),
        BlockProblem::Wildcard => language.pick(
            format!("{text} has a wildcard: write a block, for example 10.1.8.0/24."),
            format!("{text} 含有通配符：请写成网段，例如 10.1.8.0/24。"),
        ),
        BlockProblem::LeadingZero => language.pick(
            format!("{text}: a number starts with 0, which some programs read as octal."),
            format!("{text}：数字以 0 开头，部分程序会按八进制读取。"),
        ),
        BlockProblem::TooShort => language.pick(
            format!("{text} is not complete: four numbers are needed, for example 10.1.8.0/24."),
            format!("{text} 不完整：需要四个数字，例如 10.1.8.0/24。"),
        ),
        BlockProblem::Several => language.pick(
            format!("“{text}” holds several addresses: one is wanted here."),
            format!("“{text}”包含多个地址：此处只能填一个。"),
        ),
        BlockProblem::Ipv6 => language.pick(
            format!("{text} is IPv6: only IPv4 is judged."),
            format!("{text} 是 IPv6 地址：目前仅判断 IPv4。"),
        ),
        BlockProblem::NotASingleAddress => language.pick(
            format!("{text} is a block: a single address is wanted, for example {address}."),
            format!("{text} 是网段：此处需要单个地址，例如 {address}。"),
        ),
        BlockProblem::NotAnAddress => language.pick(
            format!("“{text}” is no IPv4 address or block, such as 10.1.8.7 or 10.1.8.0/24."),
            format!("“{text}”不是 IPv4 地址或网段（例如 10.1.8.7 或 10.1.8.0/24）。"),
        ),
    }
}

/// Why `text` is no port or port range.
pub fn port_problem(problem: PortProblem, text: &str, language: Language) -> String {
    match problem {
        PortProblem::Reversed => language.pick(
            format!("{text}: the smaller port comes first."),
            format!("{text}：请先写较小的端口。"),
        ),
        PortProblem::NotAPort => language.pick(
            format!("“{text}” is no port: write 3306, 3306/3310 or all (1 to 65535)."),
            format!("“{text}”不是端口：请填写 3306、3306/3310 或 all（1 到 65535）。"),
        ),
    }
}

/// That a number has to lie between two others.
pub fn number_problem(text: &str, from: f64, to: f64, language: Language) -> String {
    language.pick(
        format!("“{text}” is no number from {from} to {to}."),
        format!("“{text}”不是 {from} 到 {to} 之间的数字。"),
    )
}

/// Why an edit was refused.
pub fn edit_error(error: &EditError, language: Language) -> String {
    match error {
        EditError::NotFound(id) => language.pick(format!("There is nothing called {id}."), format!("找不到 {id}。")),
        EditError::IdTaken(id) => language.pick(format!("The id {id} is already used."), format!("ID {id} 已被使用。")),
        EditError::WrongPlace { inner, outer: Some(outer) } => language.pick(
            format!("{} cannot lie in {}.", kind_name(*inner, language), kind_name(*outer, language)),
            format!("{}不能放在{}中。", kind_name(*inner, language), kind_name(*outer, language)),
        ),
        EditError::WrongPlace { inner, outer: None } => language.pick(
            format!("{} needs a place to lie in.", kind_name(*inner, language)),
            format!("{}需要放在某个位置之中。", kind_name(*inner, language)),
        ),
        EditError::Circle(id) => {
            language.pick(format!("{id} cannot lie inside itself."), format!("{id} 不能放在自身之中。"))
        }
        EditError::SecondInternet => {
            language.pick("There is one Internet only.".into(), "公网只能有一个。".into())
        }
        EditError::CannotAttach { connection, network } => language.pick(
            format!("{connection} cannot take {network}: wrong kind, no room, or attached already."),
            format!("{connection} 无法接入 {network}：类型不符、名额已满或已经接入。"),
        ),
        EditError::AlreadyBound(id) => {
            language.pick(format!("The group is already associated with {id}."), format!("资源组已绑定 {id}。"))
        }
        EditError::WrongKind(id) => {
            language.pick(format!("{id} is of another kind."), format!("{id} 的类型不符。"))
        }
    }
}
