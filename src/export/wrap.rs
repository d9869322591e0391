//! Breaks a text into rows of a terminal: English between words, Chinese between characters, but never before a sign that
//! closes or after one that opens.

const CLOSING: &str = "，。；：、？！）》”’…";
const OPENING: &str = "（《“‘";

/// The rows of a text, none wider than `columns` where it can be broken at all.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for piece in pieces(text) {
        if !row.is_empty() && width(&row) + width(piece.trim_end()) > columns {
            rows.push(std::mem::take(&mut row).trim_end().to_owned());
        }
        row.push_str(piece);
    }
    rows.push(row.trim_end().to_owned());
    rows
}

/// The parts that stay whole.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let followers = rest.char_indices().zip(rest.chars().skip(1));
        let end = followers
            .filter(|((_, before), after)| can_break(*before, *after))
            .map(|((at, before), _)| at + before.len_utf8())
            .next()
            .unwrap_or(rest.len());
        let (piece, left) = rest.split_at(end);
        pieces.push(piece);
        rest = left;
    }
    pieces
}

fn can_break(before: char, after: char) -> bool {
    let between_words = before == ' ' && after != ' ';
    let beside_wide = (is_wide(before) || is_wide(after)) && after != ' ';
    between_words || (beside_wide && !CLOSING.contains(after) && !OPENING.contains(before))
}

/// Columns that a text takes: two for each Chinese character or full-width sign.
fn width(text: &str) -> usize {
    text.chars().map(|sign| if is_wide(sign) { 2 } else { 1 }).sum()
}

fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn words_stay_whole_and_rows_keep_to_the_columns() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("one two", 7), ["one two"]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn a_chinese_row_neither_begins_with_a_closing_sign_nor_ends_with_an_opening_one() {
        assert_eq!(wrap("添加路由，再绑定", 8), ["添加路", "由，再绑", "定"]);
        assert_eq!(wrap("交换机（网段）", 8), ["交换机", "（网段）"]);
        assert_eq!(wrap("添加 10.1.8.0/24 网段", 14), ["添加", "10.1.8.0/24 网", "段"]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "通过 CEN（云企业网）打通，then add 10.0.0.0/8。";
        for columns in 1..40 {
            let rows = wrap(text, columns);
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&rows.concat()), bare(text));
            assert!(columns < 12 || rows.iter().all(|row| width(row) <= columns));
        }
    }
}
