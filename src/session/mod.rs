//! What a person works on: the document and the history of its edits, and what a new thing starts with. Pure: knows no
//! browser, no signals and no verdicts.

mod answers;
mod choice;
mod clip;
mod command;
mod common;
mod cut;
mod defaults;
mod dissolve;
mod history;
mod kept;
mod name;
mod palette;
mod stroke;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use answers::{Answers, Shares, Whereabouts, blank};
pub use choice::{Alignment, Export};
pub use clip::{Pasted, copied, pasted};
pub use command::{Command, Reach};
pub use common::{CommonField, change_product};
pub use cut::cut;
pub use defaults::{factory_whitelist, new_connection, new_node, new_task};
pub use dissolve::dissolved;
pub use history::{HISTORY_LIMIT, History};
pub use kept::KEPT_BYTES;
pub use name::EditName;
pub use palette::{Addition, PaletteItem, addition, addition_into, fitting};
pub use stroke::Stroke;

use crate::base::Id;
use crate::topology::{Document, Edit, EditError};

/// Ids of nodes and connections that are selected together.
pub type Selection = BTreeSet<Id>;

/// A document with its history.
#[derive(Clone, Debug, Default)]
pub struct Session {
    document: Document,
    history: History,
}

/// What undo and redo give back.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// What was undone or redone.
    pub name: EditName,
    /// What was selected when the edit was made.
    pub selection: Selection,
}

impl Session {
    /// A session that starts with a document; the start cannot be undone.
    pub fn new(document: Document) -> Self {
        Self { document, history: History::default() }
    }

    /// A session that goes on with the history that was kept beside its document; what cannot be read of it is left out.
    pub fn restored(document: Document, kept: &str) -> Self {
        Self { document, history: History::from_kept(kept) }
    }

    /// The document as text, and the history to be kept beside it: the nearest steps of this plan, as many as fit into
    /// [`KEPT_BYTES`].
    pub fn kept(&mut self) -> (Arc<str>, String) {
        self.history.kept(&self.document)
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The edits that can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Makes an edit: one step of undo. An edit that changes nothing leaves no step.
    ///
    /// # Errors
    /// Says why the edit cannot be made; nothing has changed then.
    pub fn act(&mut self, name: EditName, edit: &Edit, selection: &Selection) -> Result<(), EditError> {
        let next = self.document.after(edit)?;
        self.commit(name, None, next, selection);
        Ok(())
    }

    /// Makes an edit that joins the step before it where that one has the same key: typing in one field.
    ///
    /// # Errors
    /// Says why the edit cannot be made; nothing has changed then.
    pub fn act_coalesced(
        &mut self,
        key: String,
        name: EditName,
        edit: &Edit,
        selection: &Selection,
    ) -> Result<(), EditError> {
        let next = self.document.after(edit)?;
        self.commit(name, Some(key), next, selection);
        Ok(())
    }

    /// Puts another document in place: opening a file is one step of undo as well.
    pub fn replace(&mut self, document: Document, selection: &Selection) {
        self.commit(EditName::Open, None, document, selection);
    }

    /// Puts another version of the same plan in place: one step of undo.
    pub fn catch_up(&mut self, document: Document) {
        self.commit(EditName::Change, None, document, &Selection::new());
    }

    /// Puts the same plan in other words in place; there is nothing to undo about that.
    pub fn rewrite(&mut self, document: Document) {
        self.document = document;
    }

    /// Ends a run of coalesced edits, so that the next one is a step of its own.
    pub fn settle(&mut self) {
        self.history.settle();
    }

    /// Takes the last step back; `None` where there is none.
    pub fn undo(&mut self, selection: &Selection) -> Option<Restored> {
        self.history.undo(&mut self.document, selection)
    }

    /// Makes the step that was taken back last again; `None` where there is none.
    pub fn redo(&mut self, selection: &Selection) -> Option<Restored> {
        self.history.redo(&mut self.document, selection)
    }

    fn commit(&mut self, name: EditName, key: Option<String>, next: Document, selection: &Selection) {
        if next != self.document {
            let before = std::mem::replace(&mut self.document, next);
            self.history.record(name, key, before, selection.clone());
        }
    }
}
