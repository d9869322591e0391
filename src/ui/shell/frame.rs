//! What the parts of the frame share: which dialog is open, which view a narrow page shows; and the
//! choice of language and theme.

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::Language;
use crate::ui::platform::{address, page, storage};
use crate::ui::shell::{Dialog, named_sample};
use crate::ui::workbench::{Theme, Workbench};

const LANGUAGE: &str = "reachplan.language";
const THEME: &str = "reachplan.theme";
const SINGLE_KEYS: &str = "reachplan.single-keys";

/// The part of the page that a narrow screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Result and properties.
    #[default]
    Result,
    /// The drawing.
    Drawing,
    /// What can be added.
    Palette,
}

impl View {
    /// The word in the markup.
    pub fn key(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Drawing => "drawing",
            Self::Palette => "palette",
        }
    }
}

/// What the left column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The palette.
    #[default]
    Palette,
    /// The outline.
    Outline,
}

/// What the parts of the frame share.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The dialog that is open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What a narrow page shows.
    pub view: RwSignal<View>,
    /// What the left column shows.
    pub side: RwSignal<Side>,
    /// Whether the left column is folded out where it is folded by itself.
    pub side_open: RwSignal<bool>,
    /// Counts requests to choose a file.
    pub choose_file: RwSignal<u32>,
    /// What the arrow keys are at, on the drawing and in the outline.
    pub cursor: RwSignal<Option<Id>>,
    /// Whether the outline was used last, so that what follows from a command happens there.
    pub in_outline: RwSignal<bool>,
    /// Where in the window the menu of the selection is open.
    pub context: RwSignal<Option<(f64, f64)>>,
    /// Whether single characters are commands.
    pub single_keys: RwSignal<bool>,
    /// What was pasted to be imported and nobody has looked at yet. It may hold secrets, so it is never written down.
    pub pasted: RwSignal<String>,
}

impl Frame {
    /// Closes the open dialog; the focus goes back to where it was.
    pub fn close(&self) {
        page::close_dialog();
        self.dialog.set(None);
    }

    /// Shows the drawing, where only one part of the page is seen and that is neither the drawing nor the outline at hand.
    pub fn show_plan(&self) {
        let listed = self.view.get_untracked() == View::Palette && self.in_outline.get_untracked();
        if !listed {
            self.view.set(View::Drawing);
        }
    }

    /// Lets single characters be commands or not, and remembers it.
    pub fn let_single_keys(&self, on: bool) {
        self.single_keys.set(on);
        // Where the browser keeps nothing, the choice lasts as long as the page.
        storage::write(SINGLE_KEYS, if on { "on" } else { "off" }).ok();
    }
}

/// Makes the frame's shared state and hands it to everything below.
pub fn provide_frame() -> Frame {
    let frame = Frame {
        dialog: RwSignal::new(None),
        view: RwSignal::new(View::default()),
        side: RwSignal::new(Side::default()),
        side_open: RwSignal::new(false),
        choose_file: RwSignal::new(0),
        cursor: RwSignal::new(None),
        in_outline: RwSignal::new(false),
        context: RwSignal::new(None),
        single_keys: RwSignal::new(storage::read(SINGLE_KEYS).as_deref() != Some("off")),
        pasted: RwSignal::new(String::new()),
    };
    provide_context(frame);
    frame
}

/// The frame's shared state.
///
/// # Panics
/// Outside a page that provides one: a mistake of the program.
pub fn use_frame() -> Frame {
    expect_context()
}

/// The language asked for in the address, else the one chosen before, else the first the user prefers.
pub fn first_language() -> Language {
    let asked = address::query("lang").and_then(|key| Language::from_key(&key));
    let chosen = || storage::read(LANGUAGE).and_then(|key| Language::from_key(&key));
    asked.or_else(chosen).unwrap_or_else(|| {
        let first = page::languages().into_iter().next().unwrap_or_default();
        if first.to_lowercase().starts_with("zh") { Language::Zh } else { Language::En }
    })
}

/// The theme asked for in the address, else the one chosen before, else the system's.
pub fn first_theme() -> Theme {
    let asked = address::query("theme").and_then(|key| Theme::from_key(&key));
    asked.or_else(|| storage::read(THEME).and_then(|key| Theme::from_key(&key))).unwrap_or_default()
}

/// Changes to the other language and remembers it.
pub fn switch_language(workbench: Workbench) {
    let other = match workbench.language.get_untracked() {
        Language::En => Language::Zh,
        Language::Zh => Language::En,
    };
    workbench.language.set(other);
    // A sample that nobody touched speaks the language of the page.
    if let Some(sample) = named_sample()
        && sample.is(&workbench.document_untracked())
        && let Some(document) = sample.document(other)
    {
        workbench.rewrite(document);
    }
    // Where the browser keeps nothing, the choice lasts as long as the page.
    storage::write(LANGUAGE, other.key()).ok();
}

/// Changes to the other theme and remembers it.
pub fn switch_theme(workbench: Workbench) {
    let other = if is_dark(workbench.theme.get_untracked()) { Theme::Light } else { Theme::Dark };
    workbench.theme.set(other);
    storage::write(THEME, other.key()).ok();
}

/// Whether a theme is dark on this system.
pub fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => page::matches("(prefers-color-scheme: dark)"),
    }
}
