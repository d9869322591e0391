//! Which key was pressed, on any layout: by the character, and by the place of the key where the layout has no Latin
//! letter there.

/// A press of a key, as browsers tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stroke<'a> {
    /// The character, or the name of a key without one.
    pub key: &'a str,
    /// The place of the key, named after the American layout.
    pub code: &'a str,
    /// Ctrl or Cmd is held.
    pub control: bool,
    /// Shift is held.
    pub shift: bool,
    /// Alt is held.
    pub alt: bool,
}

impl Stroke<'_> {
    /// Whether this is a shortcut such as `Ctrl+Shift+Z`, `Del` or `?`.
    pub fn is(&self, shortcut: &str) -> bool {
        let at = shortcut.char_indices().next_back().map_or(0, |(at, _)| at);
        // The last sign of `Ctrl++` is a key and no joint.
        let joint = shortcut.get(..at).and_then(|before| before.rfind('+'));
        let (held, wanted) = joint.map_or(("", shortcut), |joint| {
            (shortcut.get(..joint).unwrap_or_default(), shortcut.get(joint + 1..).unwrap_or_default())
        });
        let (control, shift) = (held.contains("Ctrl"), held.contains("Shift"));
        // Signs lie elsewhere on each layout, with Shift or without.
        let is_sign = wanted.len() == 1 && !wanted.bytes().all(|byte| byte.is_ascii_alphanumeric());
        !self.alt && self.control == control && (is_sign || self.shift == shift) && self.gives(wanted)
    }

    /// Whether it is a single character, which people who dictate or slip may not want to be a command.
    pub fn is_single_character(&self) -> bool {
        !self.control && !self.alt && self.key.chars().count() == 1
    }

    fn gives(&self, wanted: &str) -> bool {
        let place = |family: &str| self.code.strip_prefix(family) == Some(wanted);
        match wanted.as_bytes() {
            [b'0'..=b'9'] => place("Digit") || self.key == wanted,
            [b'A'..=b'Z'] if self.key.is_ascii() => self.key.eq_ignore_ascii_case(wanted),
            [b'A'..=b'Z'] => place("Key"),
            _ if wanted == "Del" => self.key == "Delete",
            _ => self.key == wanted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stroke;
    use crate::session::Command;

    fn pressed(key: &'static str, code: &'static str) -> Stroke<'static> {
        Stroke { key, code, ..Stroke::default() }
    }

    fn held(key: &'static str, code: &'static str) -> Stroke<'static> {
        Stroke { control: true, ..pressed(key, code) }
    }

    #[test]
    fn a_letter_counts_where_the_layout_puts_it() {
        assert_eq!(Command::of(&held("z", "KeyZ")), Some(Command::Undo));
        // German: Z and Y have changed places.
        assert_eq!(Command::of(&held("z", "KeyY")), Some(Command::Undo));
        // French: A and Q have, so the key at the place of A does not select all.
        assert_eq!(Command::of(&held("a", "KeyQ")), Some(Command::SelectAll));
        assert_eq!(Command::of(&held("q", "KeyA")), None);
    }

    #[test]
    fn the_place_counts_where_the_layout_has_no_latin_letters() {
        for (key, code, command) in [
            ("я", "KeyZ", Command::Undo),
            ("ی", "KeyD", Command::Duplicate),
            ("ㄴ", "KeyS", Command::Save),
            ("ق", "KeyK", Command::Search),
        ] {
            assert_eq!(Command::of(&held(key, code)), Some(command), "{key}");
        }
        assert_eq!(Command::of(&pressed("с", "KeyC")), Some(Command::Connect), "a Cyrillic letter");
    }

    #[test]
    fn digits_count_by_their_place_and_signs_by_what_is_written() {
        let shifted = |key, code| Stroke { shift: true, ..pressed(key, code) };
        assert_eq!(Command::of(&shifted("!", "Digit1")), Some(Command::Fit));
        assert_eq!(Command::of(&shifted("1", "Digit1")), Some(Command::Fit), "French");
        assert_eq!(Command::of(&shifted("?", "Slash")), Some(Command::Keys));
        assert_eq!(Command::of(&shifted("?", "Minus")), Some(Command::Keys), "German");
        assert_eq!(Command::of(&held("+", "Equal")), Some(Command::ZoomIn));
        assert_eq!(Command::of(&pressed("+", "NumpadAdd")), Some(Command::ZoomIn));
        assert_eq!(Command::of(&held("-", "Minus")), Some(Command::ZoomOut));
    }

    #[test]
    fn alt_and_a_missing_shift_make_another_key_of_it() {
        assert_eq!(Command::of(&Stroke { alt: true, ..held("z", "KeyZ") }), None);
        assert_eq!(Command::of(&Stroke { shift: true, ..held("z", "KeyZ") }), Some(Command::Redo));
        assert_eq!(Command::of(&held("g", "KeyG")), None);
        assert_eq!(Command::of(&Stroke { shift: true, ..pressed("C", "KeyC") }), None);
    }

    #[test]
    fn no_key_means_two_commands() {
        let all: Vec<&str> = Command::ALL.iter().flat_map(|command| command.shortcuts()).collect();
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), all.len(), "{all:?}");
    }
}
