//! Every command of the page in one list: its word in the markup, its keys, and from where these work. What it is called
//! stands in `i18n`, what it does in the page.

use crate::session::{Alignment, Export, Stroke};

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// Starts a blank plan.
    New,
    /// Shows the plans of this browser.
    Plans,
    /// Opens a file.
    Open,
    /// Saves a file.
    Save,
    /// Goes on with a copy of the plan.
    CopyPlan,
    /// Shows the link that holds the plan.
    Share,
    /// Reads what other systems wrote.
    Import,
    /// Saves the plan in another form.
    Export(Export),
    /// Saves or copies a picture, in the colours and size asked for.
    Picture,
    /// Shows the differences to another plan.
    Compare,
    /// Prints the plan.
    Print,
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Adds something that fits where the selection is.
    Add,
    /// Renames what is selected.
    Rename,
    /// Starts a line from what is selected.
    Connect,
    /// Moves the selection into another place.
    MoveInto,
    /// Puts copies of the selection beside it.
    Duplicate,
    /// Takes a place away and keeps what lies in it.
    Dissolve,
    /// Removes the selection.
    Delete,
    /// Selects what lies beside the selection, then everything.
    SelectAll,
    /// Brings the selected elements into line.
    Align(Alignment),
    /// Goes to the result of what is selected.
    Result,
    /// Goes to the fields of what is selected.
    Fields,
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
    /// Arranges what lies in the selected place anew.
    TidyPlace,
    /// Arranges everything anew but what is selected.
    TidyAround,
    /// Shows or hides the small map.
    Minimap,
    /// Changes what a wheel does.
    Wheel,
    /// Selects what lies in the selected place.
    Inwards,
    /// Selects the place around what is selected.
    Outwards,
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

/// Where the focus has to be for the keys of a command to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere; with Ctrl even in a field.
    Everywhere,
    /// Anywhere but in a field.
    Page,
    /// On the drawing, in the outline, or on nothing in particular.
    Plan,
}

impl Command {
    /// Every command, in the order of menus.
    pub const ALL: [Self; 53] = [
        Self::New,
        Self::Plans,
        Self::Open,
        Self::Save,
        Self::CopyPlan,
        Self::Share,
        Self::Import,
        Self::Export(Export::Markdown),
        Self::Export(Export::Csv),
        Self::Export(Export::Svg),
        Self::Export(Export::Png),
        Self::Export(Export::Terraform),
        Self::Export(Export::Cli),
        Self::Picture,
        Self::Compare,
        Self::Print,
        Self::Undo,
        Self::Redo,
        Self::Add,
        Self::Rename,
        Self::Connect,
        Self::MoveInto,
        Self::Duplicate,
        Self::Dissolve,
        Self::Delete,
        Self::SelectAll,
        Self::Align(Alignment::Left),
        Self::Align(Alignment::Centre),
        Self::Align(Alignment::Right),
        Self::Align(Alignment::Top),
        Self::Align(Alignment::Middle),
        Self::Align(Alignment::Bottom),
        Self::Align(Alignment::Across),
        Self::Align(Alignment::Down),
        Self::Result,
        Self::Fields,
        Self::Fit,
        Self::FitSelection,
        Self::ActualSize,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Tidy,
        Self::TidyPlace,
        Self::TidyAround,
        Self::Minimap,
        Self::Wheel,
        Self::Inwards,
        Self::Outwards,
        Self::Search,
        Self::Outline,
        Self::Language,
        Self::Theme,
        Self::Keys,
    ];

    /// What the context menu of an element offers.
    pub const OF_ELEMENT: [Self; 10] = [
        Self::Add,
        Self::Rename,
        Self::Connect,
        Self::MoveInto,
        Self::Duplicate,
        Self::Dissolve,
        Self::Fields,
        Self::Result,
        Self::FitSelection,
        Self::Delete,
    ];

    /// What the context menu of several elements offers.
    pub const OF_SEVERAL: [Self; 12] = [
        Self::MoveInto,
        Self::Duplicate,
        Self::Align(Alignment::Left),
        Self::Align(Alignment::Centre),
        Self::Align(Alignment::Right),
        Self::Align(Alignment::Top),
        Self::Align(Alignment::Middle),
        Self::Align(Alignment::Bottom),
        Self::Align(Alignment::Across),
        Self::Align(Alignment::Down),
        Self::FitSelection,
        Self::Delete,
    ];

    /// What the context menu of the bare drawing offers.
    pub const OF_DRAWING: [Self; 7] =
        [Self::Search, Self::Add, Self::SelectAll, Self::Undo, Self::Redo, Self::Fit, Self::Tidy];

    /// The value of `data-command`.
    pub fn key(self) -> &'static str {
        self.facts().0
    }

    /// The key that gives it, as it is written on keyboards; empty where there is none.
    pub fn shortcut(self) -> &'static str {
        self.shortcuts().next().unwrap_or_default()
    }

    /// Every key that gives it, the usual one first.
    pub fn shortcuts(self) -> impl Iterator<Item = &'static str> {
        self.facts().1.split_whitespace()
    }

    /// The command of a key that was pressed.
    pub fn of(stroke: &Stroke<'_>) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.shortcuts().any(|shortcut| stroke.is(shortcut)))
    }

    /// From where its keys work.
    pub fn reach(self) -> Reach {
        match self {
            Self::Save | Self::Open | Self::Plans | Self::Search => Reach::Everywhere,
            Self::Print | Self::Undo | Self::Redo | Self::Keys => Reach::Page,
            _ => Reach::Plan,
        }
    }

    /// Whether it is about what is selected.
    pub fn is_about_selection(self) -> bool {
        Self::OF_ELEMENT.contains(&self) || matches!(self, Self::Align(_))
    }

    fn facts(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("new", ""),
            Self::Plans => ("plans", "Ctrl+Shift+O"),
            Self::Open => ("open", "Ctrl+O"),
            Self::Save => ("save", "Ctrl+S"),
            Self::CopyPlan => ("copy-plan", ""),
            Self::Share => ("share", ""),
            Self::Import => ("import", ""),
            Self::Export(Export::Markdown) => ("export-markdown", ""),
            Self::Export(Export::Csv) => ("export-csv", ""),
            Self::Export(Export::Svg) => ("export-svg", ""),
            Self::Export(Export::Png) => ("export-png", ""),
            Self::Export(Export::Terraform) => ("export-terraform", ""),
            Self::Export(Export::Cli) => ("export-cli", ""),
            Self::Picture => ("picture", ""),
            Self::Compare => ("compare", ""),
            Self::Print => ("print", "Ctrl+P"),
            Self::Undo => ("undo", "Ctrl+Z"),
            Self::Redo => ("redo", "Ctrl+Shift+Z Ctrl+Y"),
            Self::Add => ("add", "A Insert"),
            Self::Rename => ("rename", "F2"),
            Self::Connect => ("connect", "C"),
            Self::MoveInto => ("move-into", "M"),
            Self::Duplicate => ("duplicate", "Ctrl+D"),
            Self::Dissolve => ("dissolve", "Ctrl+Shift+G"),
            Self::Delete => ("delete", "Del Backspace"),
            Self::SelectAll => ("select-all", "Ctrl+A"),
            Self::Align(Alignment::Left) => ("align-left", ""),
            Self::Align(Alignment::Centre) => ("align-centre", ""),
            Self::Align(Alignment::Right) => ("align-right", ""),
            Self::Align(Alignment::Top) => ("align-top", ""),
            Self::Align(Alignment::Middle) => ("align-middle", ""),
            Self::Align(Alignment::Bottom) => ("align-bottom", ""),
            Self::Align(Alignment::Across) => ("distribute-across", ""),
            Self::Align(Alignment::Down) => ("distribute-down", ""),
            Self::Result => ("result", "R"),
            Self::Fields => ("fields", "I"),
            Self::Fit => ("fit", "Shift+1"),
            Self::FitSelection => ("fit-selection", "Shift+2"),
            Self::ActualSize => ("actual-size", "Shift+0 Ctrl+0"),
            Self::ZoomIn => ("zoom-in", "+ = Ctrl++ Ctrl+="),
            Self::ZoomOut => ("zoom-out", "- Ctrl+-"),
            Self::Tidy => ("tidy", ""),
            Self::TidyPlace => ("tidy-place", ""),
            Self::TidyAround => ("tidy-around", ""),
            Self::Minimap => ("minimap", "N"),
            Self::Wheel => ("wheel", ""),
            Self::Inwards => ("inwards", "]"),
            Self::Outwards => ("outwards", "["),
            Self::Search => ("search", "Ctrl+K /"),
            Self::Outline => ("outline", "O"),
            Self::Language => ("language", ""),
            Self::Theme => ("theme", ""),
            Self::Keys => ("keys", "?"),
        }
    }
}
