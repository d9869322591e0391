//! Small values of the workbench: a pointer that compares by identity, the theme, a message.

use std::ops::Deref;
use std::sync::Arc;

use crate::base::Id;
use crate::session::Command;
use crate::topology::{ConnectionKind, Document};

/// A shared value that is equal only to itself: comparing two of them costs nothing, however large they are.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// A new shared value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// The pointer itself.
    pub fn arc(&self) -> &Arc<T> {
        &self.0
    }
}

impl<T> From<&Arc<T>> for Shared<T> {
    fn from(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which a button walks through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word used in URLs and storage.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// Steps that were ticked by hand: connection, action and element of each.
pub type Ticks = crate::export::Ticked;

/// Which plan the document at hand is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// Its key among the plans of this browser; empty until it is kept for the first time.
    pub plan: String,
    /// The document as it was opened, where only the first edit makes it a plan of one's own.
    pub opened: Option<Document>,
    /// What stands behind `#` until then.
    pub fragment: String,
}

impl Origin {
    /// A plan of one's own from the start.
    pub fn own() -> Self {
        Self::default()
    }

    /// A document that is only looked at until its first edit, by what stands behind `#`: a sample, a link.
    pub fn viewed(fragment: impl Into<String>, document: &Document) -> Self {
        Self { plan: String::new(), opened: Some(document.clone()), fragment: fragment.into() }
    }

    /// Whether nothing has become of the document since it was opened to be looked at.
    pub fn is_untouched(&self, document: &Document) -> bool {
        self.opened.as_ref().is_some_and(|opened| opened.is(document))
    }
}

/// The plans that undo and redo of opening another one would bring back, with the ticks of their steps.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    before: Vec<(Origin, Ticks)>,
    after: Vec<(Origin, Ticks)>,
}

impl Shelf {
    /// Another plan takes the place of this one.
    pub(super) fn put(&mut self, now: (Origin, Ticks)) {
        self.before.push(now);
        self.after.clear();
    }

    /// The plan before.
    pub(super) fn back(&mut self, now: (Origin, Ticks)) -> (Origin, Ticks) {
        self.after.push(now);
        self.before.pop().unwrap_or_default()
    }

    /// The plan after.
    pub(super) fn forth(&mut self, now: (Origin, Ticks)) -> (Origin, Ticks) {
        self.before.push(now);
        self.after.pop().unwrap_or_default()
    }
}

/// How keeping the plan went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// There was nothing to keep yet.
    #[default]
    Nothing,
    /// It was kept at this time of day; empty where that was before the page was opened.
    At(String),
    /// The browser has no room left.
    Full,
    /// The browser keeps nothing.
    Refused,
    /// Another tab has kept another version of the plan.
    Apart,
    /// Another tab has deleted the plan.
    Deleted,
}

/// A message that is shown for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What it says, in the language of the page.
    pub text: String,
    /// What can be done about it.
    pub offer: Offer,
}

/// What other parts of the page ask of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A command about what is drawn or how it is seen.
    Command(Command),
    /// To bring an element into sight.
    Reveal(Id),
    /// To draw a line from the first element to the second; two networks by a connection of this kind.
    Connect(Id, Id, Option<ConnectionKind>),
    /// To move the selection into a place, or out of all places.
    MoveInto(Option<Id>),
}

/// What a message offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing; it goes away by itself.
    Nothing,
    /// Taking back the last edit.
    Undo,
}
