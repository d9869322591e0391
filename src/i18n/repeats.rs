//! Lines that say the same of many things are told once, with how many there are and which are the first.

use crate::base::order;
use crate::i18n::Language;

/// Up to so many lines that say the same stand each by itself.
const FEW: usize = 3;

/// So many of the others are named where the reader can look at each; paths are short, and who mends a file needs them.
const NAMED: usize = 50;

/// So many where whole lines are folded, which name their things themselves.
const FIRST: usize = 5;

/// The positions of equal keys together, in the order in which each is met first; few of a kind stay by themselves.
pub fn grouped(keys: &[String]) -> Vec<Vec<usize>> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    let key = |place: usize| keys.get(place);
    order::sort_by(&mut places, |a, b| key(*a).cmp(&key(*b)));
    // Of every place, the first one of its kind where there are many of that, else itself.
    let mut leads: Vec<usize> = (0..keys.len()).collect();
    let mut rest = places.as_slice();
    while let Some(first) = rest.first() {
        let alike = rest.iter().take_while(|place| key(**place) == key(*first)).count();
        let (run, others) = rest.split_at(alike);
        rest = others;
        for place in run.iter().filter(|_| alike > FEW) {
            if let Some(lead) = leads.get_mut(*place) {
                *lead = *first;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    for (place, lead) in leads.into_iter().enumerate() {
        if let Some(group) = groups.get_mut(lead) {
            group.push(place);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// That the same holds of others, with the first of them.
pub fn more(language: Language, others: &[&str]) -> String {
    naming(language, others, NAMED)
}

/// That the same holds of others, with all of them.
pub fn each(language: Language, others: &[&str]) -> String {
    naming(language, others, others.len())
}

fn naming(language: Language, others: &[&str], most: usize) -> String {
    let count = others.len();
    let first = others.iter().take(most).copied().collect::<Vec<_>>().join(language.pick(", ", "、"));
    let rest = if count > most { language.pick(", …", " 等") } else { "" };
    language.pick(
        format!("the same at {count} more places: {first}{rest}"),
        format!("另有 {count} 处相同：{first}{rest}"),
    )
}

/// Lines that differ only in the ids, numbers and addresses that they name, folded.
pub fn folded(language: Language, lines: &[String]) -> Vec<String> {
    let keys: Vec<String> = lines.iter().map(|line| masked(line)).collect();
    let of = |place: &usize| lines.get(*place);
    let told = grouped(&keys).into_iter().flat_map(|group| {
        let first = group.first().and_then(of).cloned();
        let lead = first.as_deref().unwrap_or_default();
        let others: Vec<String> = group.iter().skip(1).filter_map(of).map(|line| named(line, lead)).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let rest = (!others.is_empty()).then(|| format!("  … {}", naming(language, &others, FIRST)));
        first.into_iter().chain(rest)
    });
    told.collect()
}

/// What stands between blanks and the punctuation of sentences.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|sign: char| sign.is_whitespace() || "，。：？！；、（）()?;,".contains(sign))
        .map(|word| word.trim_end_matches([':', '.']))
}

/// The first thing that a line names and the one told does not; a bare number with the word before it.
fn named(line: &str, lead: &str) -> String {
    let pairs = || words(line).zip(words(lead)).enumerate();
    let other = pairs().find(|(_, (word, told))| is_named(word) && word != told);
    let same = || pairs().find(|(_, (word, _))| is_named(word));
    let Some((at, (word, _))) = other.or_else(same) else { return line.to_owned() };
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    match words(line).nth(at.wrapping_sub(1)).filter(|_| is_number) {
        Some(before) => format!("{before} {word}"),
        None => word.to_owned(),
    }
}

fn is_named(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn masked(line: &str) -> String {
    words(line).map(|word| if is_named(word) { "#" } else { word }).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{folded, grouped};
    use crate::i18n::Language;

    #[test]
    fn what_is_said_of_many_is_told_once_and_of_few_each_time() {
        let lines = |count: usize| -> Vec<String> {
            (1..=count).map(|n| format!("Which whitelist has rm-{n}?")).collect()
        };
        assert_eq!(folded(Language::En, &lines(3)).len(), 3);
        assert_eq!(
            folded(Language::En, &lines(400)),
            ["Which whitelist has rm-1?", "  … the same at 399 more places: rm-2, rm-3, rm-4, rm-5, rm-6, …"]
        );
        assert_eq!(
            folded(Language::Zh, &(1..=5).map(|n| format!("rm-{n} 的白名单是什么？")).collect::<Vec<_>>()),
            ["rm-1 的白名单是什么？", "  … 另有 4 处相同：rm-2、rm-3、rm-4、rm-5"]
        );
    }

    #[test]
    fn of_many_lines_about_one_file_the_places_are_named() {
        let lines: Vec<String> = (1..=5).map(|n| format!("a60.txt: not JSON (line {n}, column 1)")).collect();
        assert_eq!(
            folded(Language::En, &lines).last().map(String::as_str),
            Some("  … the same at 4 more places: line 2, line 3, line 4, line 5")
        );
    }

    #[test]
    fn groups_stand_where_the_first_of_them_is() {
        let keys: Vec<String> = "a b a a b a".split(' ').map(str::to_owned).collect();
        assert_eq!(grouped(&keys), [vec![0, 2, 3, 5], vec![1], vec![4]]);
    }
}
