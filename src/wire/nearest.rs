//! Which known word was probably meant.

/// Words longer than this are cut before they are compared, so that a comparison stays cheap whatever is typed.
const COMPARED: usize = 40;

/// The known word next to `typed`, where one is near enough to be meant: at most every second letter differs, or one
/// holds the other.
pub(super) fn nearest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let (distance, word) = closest_of(typed, known)?;
    (distance * 2 <= typed.len().max(word.len())).then_some(word)
}

/// The known word next to `typed`, however far it is.
pub(super) fn closest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    closest_of(typed, known).map(|(_, word)| word)
}

fn closest_of(typed: &str, known: &[&'static str]) -> Option<(usize, &'static str)> {
    let letters = folded(typed);
    known
        .iter()
        .map(|word| (distance_of(&letters, word), *word))
        .min_by_key(|(distance, _)| *distance)
}

/// The edit distance, but no more than 2 where one word holds the other whole.
fn distance_of(letters: &[char], word: &str) -> usize {
    let text: String = letters.iter().collect();
    let folded_word: String = folded(word).into_iter().collect();
    let holds = text.len() >= 3
        && (folded_word.contains(&text) || (folded_word.len() >= 3 && text.contains(&folded_word)));
    let steps = edit_distance(letters, &folded(word));
    if holds { steps.min(2) } else { steps }
}

fn folded(text: &str) -> Vec<char> {
    let same = |c: char| if matches!(c, '-' | ' ') { '_' } else { c };
    text.chars()
        .take(COMPARED)
        .flat_map(char::to_lowercase)
        .map(same)
        .collect()
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that make `b` of `a`.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (at, &letter) in a.iter().enumerate() {
        let mut next = vec![at + 1];
        let mut left = at + 1;
        for (column, &other) in b.iter().enumerate() {
            let value = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let replaced = value(&row, column) + usize::from(letter != other);
            let mut best = replaced.min(left + 1).min(value(&row, column + 1) + 1);
            let swapped = column > 0 && previous == Some(other) && b.get(column - 1) == Some(&letter);
            if swapped {
                best = best.min(value(&before, column - 1) + 1);
            }
            next.push(best);
            left = best;
        }
        before = std::mem::replace(&mut row, next);
        previous = Some(letter);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let fields = &["id", "kind", "whitelist", "addresses"];
        for typed in ["whitelst", "WhiteList", "white-list", "whitelsit", "whitelists"] {
            assert_eq!(nearest(typed, fields), Some("whitelist"), "{typed}");
        }
    }

    #[test]
    fn a_part_of_a_word_finds_the_word() {
        assert_eq!(nearest("mysql", &["oss", "rds_mysql", "drds"]), Some("rds_mysql"));
    }

    #[test]
    fn nothing_near_is_not_guessed() {
        assert_eq!(nearest("whitelist", &["id", "kind", "cidrs"]), None);
        assert_eq!(nearest("", &["id"]), None);
        assert_eq!(nearest("☃", &["id"]), None);
    }
}
