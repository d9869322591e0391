//! What a typed text is worth: fine, fine with advice, or refused with the reason and, where there is one, the text
//! that would be right.

use std::fmt::Display;

use crate::base::{BlockProblem, PortRange, parse_address, parse_block};
use crate::i18n::chrome::{Forms, number_problem};
use crate::i18n::{Language, block_problem, port_problem};
use crate::topology::{Entry, EntryMeaning, split_list};

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The reason, in words.
    pub text: String,
    /// The whole text as it was probably meant.
    pub repair: Option<String>,
}

/// What a text is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// It can be taken.
    Fine,
    /// It can be taken, and there is something to say.
    Advice(Trouble),
    /// It cannot be taken.
    Refused(Trouble),
}

/// Judges a text; an empty one always clears the field.
pub type Check = fn(&str, Language) -> Assessment;

/// Any text.
pub fn any_text(_text: &str, _language: Language) -> Assessment {
    Assessment::Fine
}

/// One block.
pub fn block(text: &str, language: Language) -> Assessment {
    parse_block(text.trim())
        .map_or_else(|problem| refused(&problem, text, text, language), |_| Assessment::Fine)
}

/// One block, or nothing.
pub fn optional_block(text: &str, language: Language) -> Assessment {
    if text.trim().is_empty() { Assessment::Fine } else { block(text, language) }
}

/// Any number of blocks.
pub fn block_list(text: &str, language: Language) -> Assessment {
    list(text, language, |entry| parse_block(entry).map(drop))
}

/// Any number of addresses.
pub fn address_list(text: &str, language: Language) -> Assessment {
    list(text, language, |entry| parse_address(entry).map(drop))
}

/// Whitelist entries: everything is taken as typed, and what cannot be read is named.
pub fn whitelist_entries(text: &str, language: Language) -> Assessment {
    let entries = split_list(text);
    let unreadable = entries.iter().find_map(|entry| match entry.meaning() {
        EntryMeaning::Unreadable(problem) => Some((entry, problem)),
        EntryMeaning::HostBits(block) => Some((entry, BlockProblem::HostBits(block))),
        EntryMeaning::Block(_) | EntryMeaning::Ipv6 => None,
    });
    match unreadable {
        None => Assessment::Fine,
        Some((Entry(entry), problem)) => Assessment::Advice(trouble(&problem, entry, text, language)),
    }
}

/// One port, or nothing.
pub fn port(text: &str, language: Language) -> Assessment {
    whole(text, 1, 65_535, language)
}

/// A priority of a rule.
pub fn priority(text: &str, language: Language) -> Assessment {
    whole(text, 1, 100, language)
}

/// A number of threads, or nothing.
pub fn threads(text: &str, language: Language) -> Assessment {
    whole(text, 1, 100_000, language)
}

/// A number of nought or more, or nothing.
pub fn number(text: &str, language: Language) -> Assessment {
    const MOST: f64 = 1_000_000.0;
    let text = text.trim();
    let good = text.parse::<f64>().is_ok_and(|number| (0.0..=MOST).contains(&number));
    if good || text.is_empty() { Assessment::Fine } else { plain(number_problem(text, 0.0, MOST, language)) }
}

/// A number above nought, or nothing.
pub fn positive(text: &str, language: Language) -> Assessment {
    match text.trim().parse::<f64>() {
        Ok(number) if number <= 0.0 => plain(Forms::of(language).positive.to_owned()),
        _ => number(text, language),
    }
}

/// A port range of a rule.
pub fn port_range(text: &str, language: Language) -> Assessment {
    match PortRange::parse(text.trim()) {
        Ok(_) => Assessment::Fine,
        Err(_) if text.trim().is_empty() => Assessment::Fine,
        Err(problem) => plain(port_problem(language, text, problem)),
    }
}

/// The id of a region.
pub fn region_id(text: &str, language: Language) -> Assessment {
    let good = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if good { Assessment::Fine } else { plain(Forms::of(language).region_empty.to_owned()) }
}

fn whole(text: &str, from: u32, to: u32, language: Language) -> Assessment {
    let good = text.trim().parse::<u32>().is_ok_and(|number| (from..=to).contains(&number));
    if good || text.trim().is_empty() {
        Assessment::Fine
    } else {
        plain(number_problem(text.trim(), f64::from(from), f64::from(to), language))
    }
}

fn plain(text: String) -> Assessment {
    Assessment::Refused(Trouble { text, repair: None })
}

fn list(text: &str, language: Language, parse: fn(&str) -> Result<(), BlockProblem>) -> Assessment {
    let entries = split_list(text);
    let first = entries.iter().find_map(|Entry(entry)| parse(entry).err().map(|problem| (entry, problem)));
    match first {
        None => Assessment::Fine,
        Some((entry, problem)) => refused(&problem, entry, text, language),
    }
}

fn refused(problem: &BlockProblem, entry: &str, text: &str, language: Language) -> Assessment {
    Assessment::Refused(trouble(problem, entry, text, language))
}

/// The trouble with one entry of a text, and the text with that entry repaired.
fn trouble(problem: &BlockProblem, entry: &str, text: &str, language: Language) -> Trouble {
    let repair = match problem {
        BlockProblem::HostBits(block) => Some(replaced(text, entry, block)),
        BlockProblem::NotASingleAddress => {
            entry.split('/').next().map(|address| replaced(text, entry, &address))
        }
        BlockProblem::LeadingZero => unpadded(entry).map(|plain| replaced(text, entry, &plain)),
        _ => plainly_typed(entry).map(|plain| replaced(text, entry, &plain)),
    };
    Trouble { text: block_problem(language, entry, problem), repair }
}

fn replaced(text: &str, entry: &str, by: &dyn Display) -> String {
    if entry == text {
        return by.to_string();
    }
    let repaired =
        split_list(text).into_iter().map(|Entry(one)| if one == entry.trim() { by.to_string() } else { one });
    repaired.collect::<Vec<_>>().join("\n")
}

/// `１０.1.8.0／24` or `10.1.8.0 /24` in plain signs without blanks, where that is a block.
fn plainly_typed(entry: &str) -> Option<String> {
    let half_width = |sign: char| match sign {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '。' => '.',
        sign => sign,
    };
    let plain: String = entry.chars().filter(|sign| !sign.is_whitespace()).map(half_width).collect();
    (plain != entry && parse_block(&plain).is_ok()).then_some(plain)
}

/// `010.1.8.0/24` without the zeros, where that is a block.
fn unpadded(entry: &str) -> Option<String> {
    let (address, mask) =
        entry.split_once('/').map_or((entry, None), |(address, mask)| (address, Some(mask)));
    let bare = |number: &str| match number.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => digits.to_owned(),
    };
    let address = address.split('.').map(bare).collect::<Vec<_>>().join(".");
    let plain = mask.map_or(address.clone(), |mask| format!("{address}/{}", bare(mask)));
    parse_block(&plain).is_ok().then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_bits_are_refused_with_the_block_that_was_meant() {
        let Assessment::Refused(trouble) = block_list("10.1.0.0/16, 10.1.8.7/24", Language::En) else {
            panic!("taken")
        };
        assert!(trouble.text.contains("use 10.1.8.0/24 or 10.1.8.7"));
        assert_eq!(trouble.repair.as_deref(), Some("10.1.0.0/16\n10.1.8.0/24"));
    }

    #[test]
    fn full_width_signs_and_blanks_are_refused_with_what_was_meant() {
        for typed in ["１０.1.8.0／24", "10.1.8.0 /24", "10。1。8。0/24"] {
            let Assessment::Refused(trouble) = block(typed, Language::Zh) else { panic!("taken: {typed}") };
            assert_eq!(trouble.repair.as_deref(), Some("10.1.8.0/24"), "{typed}");
        }
    }

    #[test]
    fn whitelists_take_what_cannot_be_read_and_say_so() {
        assert!(matches!(whitelist_entries("10.1.8.*", Language::Zh), Assessment::Advice(_)));
        assert_eq!(whitelist_entries("10.1.8.0/24;127.0.0.1", Language::En), Assessment::Fine);
    }

    #[test]
    fn half_typed_blocks_are_refused() {
        assert!(matches!(block("10.1.", Language::En), Assessment::Refused(_)));
    }
}
