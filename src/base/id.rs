//! Ids of nodes, connections and tasks: short, ordered by bytes, cheap to clone.

use std::fmt;
use std::sync::Arc;

/// The longest id that the document format allows, in characters.
pub const ID_LENGTH: usize = 64;

/// The id of a node, connection or task: `[A-Za-z0-9._-]{1,64}`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id in `text`, or `None` when it has another form.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        ((1..=ID_LENGTH).contains(&text.len()) && text.chars().all(allowed)).then(|| Self(text.into()))
    }

    /// An id made of what `text` has of allowed characters, never empty.
    pub fn from_words(text: &str) -> Self {
        let mut kept = String::new();
        for c in text.to_lowercase().chars() {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') {
                kept.push(c);
            } else if !kept.is_empty() && !kept.ends_with('-') {
                kept.push('-');
            }
            if kept.len() == ID_LENGTH - 8 {
                break;
            }
        }
        let kept = kept.trim_end_matches('-');
        Self(if kept.is_empty() { "new" } else { kept }.into())
    }

    /// This id followed by `-` and a number.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let room = ID_LENGTH - 8;
        let stem: String = self.0.chars().take(room).collect();
        Self(format!("{stem}-{number}").into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
