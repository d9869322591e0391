//! What every part of the page shares: the document, what is known about it, and what is selected. The one way in is
//! [`Workbench::act`]; everything shown is derived from it.

mod command;
mod drafts;
mod examined;
mod found;
mod keeping;
mod plan;
mod shared;

use std::sync::Arc;

use leptos::prelude::*;

pub use drafts::key_of_drafts;
pub use found::Found;
pub use keeping::{Keeping, Version};
pub use shared::{Ask, Offer, Origin, Saved, Shared, Theme, Ticks, Toast};

use crate::analysis::{Overview, Worst};
use crate::base::Id;
use crate::diagram::Viewport;
use crate::i18n::Language;
use crate::report;
use crate::session::{Command, EditName, PaletteItem, Selection, Session};
use crate::topology::{Document, Layout, Topology};

/// The shared state of the page; a handful of handles, copied freely.
#[derive(Clone, Copy)]
pub struct Workbench {
    session: RwSignal<Session>,
    /// The name of the plan.
    pub title: Memo<String>,
    /// What is drawn; a change of place alone does not wake it.
    pub topology: Memo<Shared<Topology>>,
    /// The topology as it was when its skeleton changed last: for all that depends on places and names alone, and that
    /// most edits need not touch.
    pub skeleton: Memo<Shared<Topology>>,
    /// Where it is drawn.
    pub layout: Memo<Shared<Layout>>,
    /// What would be drawn if the pointer let go now, where that differs.
    pub preview: RwSignal<Option<Shared<Topology>>>,
    /// The preview while there is one, else the topology: what `overview` and `result` are about.
    pub shown: Memo<Shared<Topology>>,
    /// The verdicts of all connections of `shown`.
    pub overview: Memo<Shared<Overview>>,
    /// The worst finding about each element; of a large plan a moment later than the verdicts.
    pub worst: RwSignal<Shared<Worst>>,
    /// Ids of the nodes and connections that are selected.
    pub selection: RwSignal<Selection>,
    /// The connection that was chosen: resource group, data source.
    pub pair: RwSignal<Option<(Id, Id)>>,
    /// The position of that connection in `overview`; the first where none was chosen.
    pub current: Memo<Option<usize>>,
    /// The result for `current`, in the language of the page.
    pub result: Memo<Option<Arc<report::Connection>>>,
    /// What belongs to no single connection, in the language of the page.
    pub plan_wide: Memo<Arc<report::PlanWide>>,
    /// What undo would take back.
    pub can_undo: Memo<Option<EditName>>,
    /// What redo would make again.
    pub can_redo: Memo<Option<EditName>>,
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The theme of the page.
    pub theme: RwSignal<Theme>,
    /// Steps of the plan at hand that were ticked by hand, because the drawing cannot show them done.
    pub ticks: RwSignal<Ticks>,
    /// Which plan the document is.
    pub origin: RwSignal<Origin>,
    /// The plans that undo and redo would bring back.
    shelf: StoredValue<shared::Shelf>,
    /// What is known of the plans that this run of the page has kept.
    pub keeping: StoredValue<Keeping>,
    /// How keeping the plan went.
    pub saved: RwSignal<Saved>,
    /// What is lit up in the drawing because a step, hop or finding is hovered.
    pub lit: RwSignal<Vec<Id>>,
    /// What is being renamed in place.
    pub renaming: RwSignal<Option<Id>>,
    /// What is to be said next by the polite live region.
    pub announcements: RwSignal<Vec<String>>,
    /// The message that is shown for a while.
    pub toast: RwSignal<Option<Toast>>,
    /// What part of the drawing is seen.
    pub view: RwSignal<Viewport>,
    /// What was asked of the drawing last, with a number that tells one request from the next; the canvas answers.
    pub asked: RwSignal<(u32, Ask)>,
    /// Whether there is a plan to draw; the start screen is shown otherwise.
    pub started: RwSignal<bool>,
    /// Whether nothing may be changed.
    pub read_only: RwSignal<bool>,
    /// What is being dragged out of the palette.
    pub palette_drag: RwSignal<Option<PaletteItem>>,
}

impl Workbench {
    /// A workbench for a document.
    pub fn new(document: Document, language: Language, theme: Theme) -> Self {
        let session = RwSignal::new(Session::new(document));
        let topology = Memo::new(move |_| session.with(|s| Shared::from(&s.document().topology)));
        let skeleton = Memo::new(move |before: Option<&Shared<Topology>>| {
            let now = topology.get();
            before.filter(|before| now.has_skeleton_of(before)).cloned().unwrap_or(now)
        });
        let preview = RwSignal::new(None::<Shared<Topology>>);
        let shown = Memo::new(move |_| preview.get().unwrap_or_else(|| topology.get()));
        let language = RwSignal::new(language);
        let pair = RwSignal::new(None::<(Id, Id)>);
        let examined = examined::memo(shown, pair);
        let overview = Memo::new(move |_| examined.with(|examined| examined.overview.clone()));
        let selection = RwSignal::new(Selection::new());
        Self {
            session,
            title: Memo::new(move |_| session.with(|s| s.document().title.clone())),
            topology,
            skeleton,
            layout: Memo::new(move |_| session.with(|s| Shared::from(&s.document().layout))),
            preview,
            shown,
            overview,
            worst: examined::worst(shown, overview),
            selection,
            pair,
            current: Memo::new(move |_| examined.with(|examined| examined.current)),
            result: Memo::new(move |_| {
                let assessed = examined.with(|examined| examined.assessed.clone())?;
                Some(Arc::new(report::connection(&shown.get(), &assessed, language.get())))
            }),
            plan_wide: Memo::new(move |_| {
                Arc::new(report::plan_wide(&shown.get(), &overview.get(), language.get()))
            }),
            can_undo: Memo::new(move |_| session.with(|s| s.history().undoable())),
            can_redo: Memo::new(move |_| session.with(|s| s.history().redoable())),
            language,
            theme: RwSignal::new(theme),
            ticks: RwSignal::new(Ticks::new()),
            origin: RwSignal::new(Origin::own()),
            shelf: StoredValue::default(),
            keeping: StoredValue::default(),
            saved: RwSignal::new(Saved::Nothing),
            lit: RwSignal::new(Vec::new()),
            renaming: RwSignal::new(None),
            announcements: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            view: RwSignal::new(Viewport::default()),
            asked: RwSignal::new((0, Ask::Command(Command::Fit))),
            started: RwSignal::new(false),
            read_only: RwSignal::new(false),
            palette_drag: RwSignal::new(None),
        }
    }

    /// The document as it is now; tracked.
    pub fn document(&self) -> Document {
        self.session.with(|session| session.document().clone())
    }

    /// The document as it is now, for handlers.
    pub fn document_untracked(&self) -> Document {
        self.session.with_untracked(|session| session.document().clone())
    }

    /// The document as text, and the history to be kept beside it.
    pub fn kept(&self) -> (Arc<str>, String) {
        self.session.try_update_untracked(Session::kept).unwrap_or_default()
    }
}

/// Makes a workbench and hands it to everything below.
pub fn provide_workbench(document: Document, language: Language, theme: Theme) -> Workbench {
    let workbench = Workbench::new(document, language, theme);
    provide_context(workbench);
    workbench
}

/// The workbench of the page.
///
/// # Panics
/// Outside a page that provides one: a mistake of the program.
pub fn use_workbench() -> Workbench {
    expect_context()
}
