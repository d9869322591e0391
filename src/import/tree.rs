//! JSON as the importers see it: only fields that some importer asks for, numbers as the text that stood there, so that
//! an account number of seventeen digits stays itself. It has no `Debug`, so that nothing prints it by accident.

use std::str::FromStr;

use crate::import::kept;

/// A value, with allow-listed fields only.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Tree {
    /// `null`, and whatever was not to be kept.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A text, or a number as text.
    Text(String),
    /// `[…]`.
    List(Vec<Tree>),
    /// `{…}`, in order.
    Object(Vec<(&'static str, Tree)>),
}

/// What stands for an absent value.
pub(super) static NOTHING: Tree = Tree::Null;

impl Tree {
    /// The first of these fields that is there and says something.
    pub(super) fn get(&self, names: &[&str]) -> &Self {
        debug_assert!(names.iter().all(|name| kept::name(name).is_some()), "{names:?} must be allow-listed");
        let Self::Object(fields) = self else {
            return &NOTHING;
        };
        let field = |name: &&str| {
            fields.iter().find(|(held, value)| held == name && !value.is_blank()).map(|(_, value)| value)
        };
        names.iter().find_map(field).unwrap_or(&NOTHING)
    }

    /// Whether there is a field of this name, with whatever value.
    pub(super) fn has(&self, name: &str) -> bool {
        matches!(self, Self::Object(fields) if fields.iter().any(|(held, _)| *held == name))
    }

    /// Whether there is a field of this name that is not `null`: an empty list is known to be empty, `null` is not known.
    pub(super) fn tells(&self, name: &str) -> bool {
        let told = |(held, value): &(&str, Tree)| *held == name && *value != Self::Null;
        matches!(self, Self::Object(fields) if fields.iter().any(told))
    }

    /// The text in the first of these fields that says something.
    pub(super) fn text(&self, names: &[&str]) -> Option<&str> {
        self.get(names).as_text()
    }

    /// The value as text, without blanks around it.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The number in one of these fields, written as a number or as a text.
    pub(super) fn number<T: FromStr>(&self, names: &[&str]) -> Option<T> {
        self.text(names)?.parse().ok()
    }

    /// The truth in one of these fields, however it is written.
    pub(super) fn truth(&self, names: &[&str]) -> Option<bool> {
        match self.get(names) {
            Self::Truth(truth) => Some(*truth),
            Self::Text(text) if ["true", "1", "enable"].contains(&text.to_lowercase().as_str()) => Some(true),
            Self::Text(text) if ["false", "0", "disable"].contains(&text.to_lowercase().as_str()) => {
                Some(false)
            }
            _ => None,
        }
    }

    /// The items of a list, which products write as `[…]` or as `{"Item": […]}`.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Object(fields) => match fields.as_slice() {
                [(_, Self::List(items))] => items,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// The items of the list in one of these fields.
    pub(super) fn list(&self, names: &[&str]) -> &[Self] {
        self.get(names).items()
    }

    /// The texts of a list in one of these fields, or the parts of a text that is divided by commas.
    pub(super) fn words(&self, names: &[&str]) -> Vec<String> {
        let value = self.get(names);
        let parts = |text: &str| -> Vec<String> {
            let divided = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';');
            text.split(divided).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        match value {
            // A list of addresses can be one text that is a list itself.
            Self::Text(text) => parts(text.trim_matches(['[', ']']).replace('"', "").as_str()),
            other => other.items().iter().filter_map(Self::as_text).flat_map(parts).collect(),
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}
