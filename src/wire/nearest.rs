//! Which known word was probably meant.

/// Words longer than this are cut before they are compared, so that a comparison stays cheap whatever is typed.
const COMPARED: usize = 40;

/// The known word next to `typed`, where one is near enough to be meant: at most every second letter differs, or one
/// holds the other.
pub fn nearest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    let letters = folded(typed);
    let (distance, word) = closest_of(&letters, known)?;
    (distance * 2 <= letters.len().max(word.len())).then_some(word)
}

/// The known word next to `typed`, however far it is.
pub(super) fn closest(typed: &str, known: &[&'static str]) -> Option<&'static str> {
    closest_of(&folded(typed), known).map(|(_, word)| word)
}

/// The one sign between words.
fn joined(sign: char) -> char {
    if matches!(sign, '-' | ' ') { '_' } else { sign }
}

/// Lower case, with one sign between words. The known words are in lower case already.
fn folded(text: &str) -> String {
    text.chars().take(COMPARED).map(|sign| joined(sign).to_ascii_lowercase()).collect()
}

fn closest_of(typed: &str, known: &[&'static str]) -> Option<(usize, &'static str)> {
    let letters: Vec<char> = typed.chars().collect();
    let mut rows = Rows::default();
    let mut best: Option<(usize, &'static str)> = None;
    for word in known {
        let least = letters.len().abs_diff(word.len());
        let holds = typed.len().min(word.len()) >= 3 && (word.contains(typed) || typed.contains(word));
        let bound = if holds { least.min(2) } else { least };
        if best.is_some_and(|(distance, _)| distance <= bound) {
            continue;
        }
        let steps = edit_distance(&letters, word, &mut rows);
        let distance = if holds { steps.min(2) } else { steps };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best
}

/// Rows of the table of distances, kept as room to work in.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
    next: Vec<usize>,
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that make `word` of `typed`.
fn edit_distance(typed: &[char], word: &str, rows: &mut Rows) -> usize {
    const FAR: usize = usize::MAX / 2;
    rows.before.clear();
    rows.before.resize(word.len() + 1, FAR);
    rows.last.clear();
    rows.last.extend(0..=word.len());
    let mut letter_before = None;
    for (at, &letter) in typed.iter().enumerate() {
        let (mut left, mut other_before) = (at + 1, None);
        rows.next.clear();
        rows.next.push(left);
        let swapped = std::iter::once(&FAR).chain(&rows.before);
        let corner_and_above = rows.last.iter().zip(rows.last.iter().skip(1));
        for ((other, (corner, above)), swapped) in word.chars().map(joined).zip(corner_and_above).zip(swapped)
        {
            left = (corner + usize::from(letter != other)).min(left + 1).min(above + 1);
            if other_before == Some(letter) && letter_before == Some(other) {
                left = left.min(swapped + 1);
            }
            rows.next.push(left);
            other_before = Some(other);
        }
        letter_before = Some(letter);
        std::mem::swap(&mut rows.before, &mut rows.last);
        std::mem::swap(&mut rows.last, &mut rows.next);
    }
    rows.last.last().copied().unwrap_or(typed.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let fields = &["id", "kind", "whitelist", "addresses"];
        for typed in ["whitelst", "WhiteList", "white-list", "whitelsit", "hwitelsit", "whitelists"] {
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
        assert_eq!(nearest(&"x".repeat(1_000_000), &["id", "reachplan"]), None);
    }
}
