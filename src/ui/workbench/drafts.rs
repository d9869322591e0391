//! What is typed in the fields of the plan at hand and not applied yet. Every turn of a key writes it down at once, in the
//! storage that can be read at once, so that a tab that dies takes nothing with it.

use leptos::prelude::*;

use crate::base::Id;
use crate::library::{Draft, Drafts, Place};
use crate::session::Selection;
use crate::topology::Topology;
use crate::ui::platform::storage;
use crate::ui::workbench::{Origin, Workbench};

/// Before the key of a plan, or what stands behind `#` where a plan is only looked at.
const DRAFTS: &str = "reachplan.drafts.";

/// After the same, in the storage of the tab: what was typed about is selected again, since the last turn of a key.
const RETURNED: &str = ".returned";

/// Where the drafts of a plan lie.
pub fn key_of_drafts(plan: &str) -> String {
    format!("{DRAFTS}{plan}")
}

fn key_of(origin: &Origin) -> String {
    key_of_drafts(if origin.plan.is_empty() { &origin.fragment } else { &origin.plan })
}

fn place_of_name(id: &Id) -> Place {
    Place { about: id.to_string(), field: "name".to_owned(), nth: 0 }
}

fn read(key: &str) -> Drafts {
    storage::read(key).map(|text| Drafts::read(&text)).unwrap_or_default()
}

fn write(key: &str, drafts: &Drafts) {
    let text = drafts.text();
    if text.is_empty() {
        storage::remove(key);
    } else {
        // Where it is refused, the text still stands in its field.
        storage::write(key, &text).ok();
    }
}

impl Workbench {
    /// The field of what is selected.
    pub fn place_of(&self, field: &str, nth: usize) -> Place {
        let ids =
            self.selection.with_untracked(|ids| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(","));
        Place { about: ids, field: field.to_owned(), nth }
    }

    /// Writes down what is typed in a field.
    pub fn keep_draft(&self, draft: Draft) {
        self.turn_drafts(|drafts| drafts.keep(draft));
        storage::write_of_tab(&(self.key_of_drafts() + RETURNED), "");
    }

    /// What was typed in a field came into the document or was given up.
    pub fn strike_draft(&self, place: &Place) {
        self.turn_drafts(|drafts| drafts.strike(place));
    }

    /// Writes down what is typed over the name of an element where it is drawn, as a draft of its field.
    pub fn keep_name(&self, id: &Id, text: String) {
        let over = self.topology.with_untracked(|topology| topology.name_of(id));
        self.keep_draft(Draft { place: place_of_name(id), over, text });
    }

    /// The name was applied or given up.
    pub fn strike_name(&self, id: &Id) {
        self.strike_draft(&place_of_name(id));
    }

    /// What was typed in a field that shows `value` and not applied; `only` where no other field has its name.
    pub fn draft_at(&self, place: &Place, value: &str, only: bool) -> Option<String> {
        if self.read_only.get_untracked() {
            return None;
        }
        let drafts = read(&self.key_of_drafts());
        drafts.find(place, value, only).map(|draft| draft.text.clone())
    }

    /// Forgets what was typed about elements that are gone.
    pub fn prune_drafts(&self, topology: &Topology) {
        let key = self.key_of_drafts();
        let mut drafts = read(&key);
        if drafts.prune(&|id| Id::parse(id).is_some_and(|id| topology.has(&id))) {
            write(&key, &drafts);
        }
    }

    /// Forgets all that was typed: the plan is opened afresh.
    pub(super) fn forget_drafts(&self) {
        storage::remove(&self.key_of_drafts());
    }

    /// Selects what was being typed about when the page was left; its fields show it again. A tab does so once: who has
    /// seen it and closed it is not led there by every reload.
    pub(super) fn return_to_draft(&self) {
        if self.read_only.get_untracked() {
            return;
        }
        let key = self.key_of_drafts();
        let returned = key.clone() + RETURNED;
        let drafts = read(&key);
        let is_seen = storage::read_of_tab(&returned).is_some_and(|told| !told.is_empty());
        let ids: Selection = drafts.latest().filter(|_| !is_seen).filter_map(Id::parse).collect();
        if !ids.is_empty() {
            storage::write_of_tab(&returned, "yes");
        }
        if self.topology.with_untracked(|topology| ids.iter().all(|id| topology.has(id))) {
            self.set_selection(ids);
        }
    }

    /// The plan at hand goes on under another key, and takes its drafts along.
    pub fn go_on_as(&self, origin: Origin) {
        let (old, new) = (self.key_of_drafts(), key_of(&origin));
        self.origin.set(origin);
        let drafts = read(&old);
        write(&old, &Drafts::default());
        write(&new, &drafts);
    }

    fn turn_drafts(&self, turn: impl FnOnce(&mut Drafts)) {
        let key = self.key_of_drafts();
        let mut drafts = read(&key);
        turn(&mut drafts);
        write(&key, &drafts);
    }

    fn key_of_drafts(&self) -> String {
        self.origin.with_untracked(key_of)
    }
}
