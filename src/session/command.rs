//! Every command of the page in one list: its word in the markup, and its key. What it is called stands in `i18n`, what
//! it does in the page.

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// Starts a blank plan.
    New,
    /// Opens a file.
    Open,
    /// Saves a file.
    Save,
    /// Prints the plan.
    Print,
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Puts copies of the selection beside it.
    Duplicate,
    /// Renames what is selected.
    Rename,
    /// Starts a line from what is selected.
    Connect,
    /// Takes a place away and keeps what lies in it.
    Dissolve,
    /// Removes the selection.
    Delete,
    /// Selects what lies beside the selection, then everything.
    SelectAll,
    /// Shows all of the drawing.
    Fit,
    /// Shows the selection.
    FitSelection,
    /// Shows the drawing at its own size.
    ActualSize,
    /// Shows less, larger.
    ZoomIn,
    /// Shows more, smaller.
    ZoomOut,
    /// Arranges everything anew.
    Tidy,
    /// Finds commands, elements and things to add.
    Search,
    /// Shows the outline.
    Outline,
    /// Changes the language.
    Language,
    /// Changes between light and dark.
    Theme,
    /// Lists the keys.
    Keys,
}

impl Command {
    /// Every command, in the order of menus.
    pub const ALL: [Self; 23] = [
        Self::New,
        Self::Open,
        Self::Save,
        Self::Print,
        Self::Undo,
        Self::Redo,
        Self::Rename,
        Self::Connect,
        Self::Duplicate,
        Self::Dissolve,
        Self::Delete,
        Self::SelectAll,
        Self::Fit,
        Self::FitSelection,
        Self::ActualSize,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Tidy,
        Self::Search,
        Self::Outline,
        Self::Language,
        Self::Theme,
        Self::Keys,
    ];

    /// What the context menu of an element offers.
    pub const OF_ELEMENT: [Self; 6] =
        [Self::Rename, Self::Connect, Self::Duplicate, Self::Dissolve, Self::FitSelection, Self::Delete];

    /// What the context menu of the bare drawing offers.
    pub const OF_DRAWING: [Self; 6] =
        [Self::Search, Self::SelectAll, Self::Undo, Self::Redo, Self::Fit, Self::Tidy];

    /// The value of `data-command`.
    pub fn key(self) -> &'static str {
        self.facts().0
    }

    /// The key that gives it, as it is written on keyboards; empty where there is none.
    pub fn shortcut(self) -> &'static str {
        self.facts().1
    }

    fn facts(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("new", ""),
            Self::Open => ("open", "Ctrl+O"),
            Self::Save => ("save", "Ctrl+S"),
            Self::Print => ("print", "Ctrl+P"),
            Self::Undo => ("undo", "Ctrl+Z"),
            Self::Redo => ("redo", "Ctrl+Shift+Z"),
            Self::Duplicate => ("duplicate", "Ctrl+D"),
            Self::Rename => ("rename", "F2"),
            Self::Connect => ("connect", "C"),
            Self::Dissolve => ("dissolve", "Ctrl+Shift+G"),
            Self::Delete => ("delete", "Del"),
            Self::SelectAll => ("select-all", "Ctrl+A"),
            Self::Fit => ("fit", "Shift+1"),
            Self::FitSelection => ("fit-selection", "Shift+2"),
            Self::ActualSize => ("actual-size", "Shift+0"),
            Self::ZoomIn => ("zoom-in", "+"),
            Self::ZoomOut => ("zoom-out", "-"),
            Self::Tidy => ("tidy", ""),
            Self::Search => ("search", "Ctrl+K"),
            Self::Outline => ("outline", ""),
            Self::Language => ("language", ""),
            Self::Theme => ("theme", ""),
            Self::Keys => ("keys", "?"),
        }
    }
}
