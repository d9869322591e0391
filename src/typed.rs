//! What a typed text is worth: fine, fine with advice, or refused with the reason and, where there is one, the text
//! that would be right.

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
    let Err(problem) = parse_block(text.trim()) else { return Assessment::Fine };
    let repair = repaired(text, &problem);
    Assessment::Refused(Trouble { text: block_problem(language, text, &problem), repair })
}

/// One block, or nothing.
pub fn optional_block(text: &str, language: Language) -> Assessment {
    if text.trim().is_empty() { Assessment::Fine } else { block(text, language) }
}

/// Any number of blocks.
pub fn block_list(text: &str, language: Language) -> Assessment {
    list(text, language, |entry| parse_block(entry).err()).map_or(Assessment::Fine, Assessment::Refused)
}

/// Any number of addresses.
pub fn address_list(text: &str, language: Language) -> Assessment {
    list(text, language, |entry| parse_address(entry).err()).map_or(Assessment::Fine, Assessment::Refused)
}

/// Whitelist entries: everything is taken as typed, and what cannot be read is named.
pub fn whitelist_entries(text: &str, language: Language) -> Assessment {
    let problem = |entry: &str| match Entry(entry.to_owned()).meaning() {
        EntryMeaning::Unreadable(problem) => Some(problem),
        EntryMeaning::HostBits(block) => Some(BlockProblem::HostBits(block)),
        EntryMeaning::Block(_) | EntryMeaning::Ipv6 => None,
    };
    list(text, language, problem).map_or(Assessment::Fine, Assessment::Advice)
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
    let good = |text: &str| text.trim().parse::<u32>().is_ok_and(|number| (from..=to).contains(&number));
    if good(text) || text.trim().is_empty() {
        return Assessment::Fine;
    }
    let repair = Some(half_width(text)).filter(|plain| good(plain));
    let text = number_problem(text.trim(), f64::from(from), f64::from(to), language);
    Assessment::Refused(Trouble { text, repair })
}

fn plain(text: String) -> Assessment {
    Assessment::Refused(Trouble { text, repair: None })
}

/// The trouble with the first entry that has some, and the list with every entry repaired that can be.
fn list(text: &str, language: Language, problem: impl Fn(&str) -> Option<BlockProblem>) -> Option<Trouble> {
    let entries = split_list(text);
    let (first, trouble) = entries.iter().find_map(|Entry(entry)| Some((entry, problem(entry)?)))?;
    let better = |entry: &String| problem(entry).and_then(|problem| repaired(entry, &problem));
    let is_better = entries.iter().any(|Entry(entry)| better(entry).is_some());
    let all = entries.iter().map(|Entry(entry)| better(entry).unwrap_or_else(|| entry.clone()));
    let repair = is_better.then(|| all.collect::<Vec<_>>().join("\n"));
    Some(Trouble { text: block_problem(language, first, &trouble), repair })
}

/// An entry as it was probably meant.
fn repaired(entry: &str, problem: &BlockProblem) -> Option<String> {
    match problem {
        BlockProblem::HostBits(block) => Some(block.to_string()),
        BlockProblem::NotASingleAddress => entry.split('/').next().map(str::to_owned),
        BlockProblem::LeadingZero => unpadded(entry),
        _ => plainly_typed(entry),
    }
}

/// `１０.1.8.0／24`, `10.1.8.0 /24` or `["10.1.8.0/24"` in plain signs without blanks and quotes, where that is a block.
fn plainly_typed(entry: &str) -> Option<String> {
    let plain = half_width(entry);
    let plain = plain.trim_matches(|sign| "[]{}()\"'`“”‘’".contains(sign));
    // Whoever copies a connection string copies the port as well.
    let plain = plain.split_once(':').map_or(plain, |(address, _)| address).to_owned();
    let is_block = matches!(parse_block(&plain), Ok(_) | Err(BlockProblem::HostBits(_)));
    (plain != entry && is_block).then_some(plain)
}

/// Full-width signs as plain ones, without blanks.
fn half_width(text: &str) -> String {
    let plain = |sign: char| match sign {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '。' => '.',
        sign => sign,
    };
    text.chars().filter(|sign| !sign.is_whitespace()).map(plain).collect()
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
    fn a_list_out_of_json_is_repaired_as_a_whole() {
        let typed = "[\"10.1.8.0/24\", \"10.1.9.7/24\",\n\"10.1.10.0/24\"]";
        for check in [block_list, whitelist_entries] {
            let (Assessment::Refused(trouble) | Assessment::Advice(trouble)) = check(typed, Language::En)
            else {
                panic!("taken")
            };
            assert_eq!(trouble.repair.as_deref(), Some("10.1.8.0/24\n10.1.9.7/24\n10.1.10.0/24"));
        }
    }

    #[test]
    fn an_address_with_a_port_or_a_mask_is_repaired_to_the_address() {
        for typed in ["10.2.3.20:3306", "10.2.3.20/24"] {
            let Assessment::Refused(trouble) = address_list(typed, Language::En) else { panic!("taken") };
            assert_eq!(trouble.repair.as_deref(), Some("10.2.3.20"), "{typed}: {}", trouble.text);
        }
    }

    #[test]
    fn a_host_name_among_addresses_is_sent_to_its_own_field() {
        for typed in ["db.example.com", "rm-bp1.mysql.rds.aliyuncs.com:3306", "10.1.8.7, db-1.internal"] {
            let Assessment::Refused(trouble) = address_list(typed, Language::En) else { panic!("taken") };
            assert!(trouble.text.contains("host name"), "{typed}: {}", trouble.text);
            assert_eq!(trouble.repair, None, "{typed}");
        }
        let Assessment::Refused(trouble) = address_list("10.1.8.x", Language::En) else { panic!("taken") };
        assert!(!trouble.text.contains("host name"), "{}", trouble.text);
    }

    #[test]
    fn a_number_in_full_width_digits_is_refused_with_the_plain_one() {
        let Assessment::Refused(trouble) = port("３３０６", Language::Zh) else { panic!("taken") };
        assert_eq!(trouble.repair.as_deref(), Some("3306"));
        assert!(matches!(port("０", Language::En), Assessment::Refused(Trouble { repair: None, .. })));
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
