//! What a step of the history is called, so that undo can say what it takes back.

use crate::topology::Edit;

/// The kinds of edit, as undo names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditName {
    /// Renaming the plan.
    Title,
    /// Adding something.
    Add,
    /// Giving something another name.
    Rename,
    /// Changing facts.
    Change,
    /// Removing something.
    Remove,
    /// Moving something into another place.
    Move,
    /// Moving something within its place.
    Arrange,
    /// Attaching a network, or changing the state of an attachment.
    Connect,
    /// Detaching a network.
    Detach,
    /// Associating a resource group.
    Bind,
    /// Adding or changing a task.
    Task,
    /// Adding a route.
    Route,
    /// Adding or changing a security group rule.
    SecurityRule,
    /// Changing a whitelist.
    Whitelist,
    /// Changing elastic IP addresses or SNAT entries.
    InternetExit,
    /// Opening another plan.
    Open,
}

impl EditName {
    /// Every name with its word in kept histories; a word never changes.
    const WORDS: [(Self, &'static str); 16] = [
        (Self::Title, "title"),
        (Self::Add, "add"),
        (Self::Rename, "rename"),
        (Self::Change, "change"),
        (Self::Remove, "remove"),
        (Self::Move, "move"),
        (Self::Arrange, "arrange"),
        (Self::Connect, "connect"),
        (Self::Detach, "detach"),
        (Self::Bind, "bind"),
        (Self::Task, "task"),
        (Self::Route, "route"),
        (Self::SecurityRule, "rule"),
        (Self::Whitelist, "whitelist"),
        (Self::InternetExit, "exit"),
        (Self::Open, "open"),
    ];

    /// The word in kept histories.
    pub(super) fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(name, _)| *name == self).map_or("change", |(_, word)| word)
    }

    /// The name of a word.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(_, own)| *own == word).map(|(name, _)| name)
    }

    /// The name of an edit; of a composite one the name of its first part.
    pub fn of(edit: &Edit) -> Self {
        match edit {
            Edit::SetTitle(_) => Self::Title,
            Edit::PutNode { .. } | Edit::PutConnection { .. } | Edit::SetMustNotReach(_) => Self::Change,
            Edit::PutTask { .. } => Self::Task,
            Edit::Remove(_) => Self::Remove,
            Edit::MoveInto { .. } => Self::Move,
            Edit::Arrange(_) => Self::Arrange,
            Edit::AddBinding { .. } | Edit::MoveBinding { .. } => Self::Bind,
            Edit::Attach { .. } | Edit::SetBandwidth { .. } => Self::Connect,
            Edit::Detach { .. } => Self::Detach,
            Edit::AddDataworksRoute { .. } | Edit::AddNetworkRoute { .. } => Self::Route,
            Edit::AddGroupRule { .. } | Edit::AddSourceRule { .. } | Edit::SetRulePriority { .. } => {
                Self::SecurityRule
            }
            Edit::AddWhitelistEntry { .. } | Edit::RemoveWhitelistEntry { .. } => Self::Whitelist,
            Edit::SetGroupEips { .. } | Edit::AddSnat { .. } => Self::InternetExit,
            Edit::All(edits) => edits.first().map_or(Self::Change, Self::of),
        }
    }
}
