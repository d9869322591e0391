//! A capped stack of snapshots. A document is a title and two shared pointers, so that a snapshot costs what the edit
//! changed and nothing more.

use std::collections::VecDeque;

use crate::session::kept::{Snapshot, Texts};
use crate::session::{EditName, Restored, Selection};
use crate::topology::Document;

/// How many steps can be undone.
pub const HISTORY_LIMIT: usize = 200;

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub(super) past: VecDeque<Step>,
    pub(super) future: Vec<Step>,
    /// The texts of the documents that were kept last: most often that is what the next step differs from.
    pub(super) texts: Texts,
}

/// One step: the document on its other side.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) name: EditName,
    /// Steps with the same key become one while nothing else happens.
    pub(super) key: Option<String>,
    pub(super) document: Snapshot,
    pub(super) selection: Selection,
}

impl History {
    /// What undo would take back.
    pub fn undoable(&self) -> Option<EditName> {
        self.past.back().map(|step| step.name)
    }

    /// What redo would make again.
    pub fn redoable(&self) -> Option<EditName> {
        self.future.last().map(|step| step.name)
    }

    pub(super) fn record(
        &mut self,
        name: EditName,
        key: Option<String>,
        before: Document,
        selection: Selection,
    ) {
        self.future.clear();
        if let Some(last) = self.past.back_mut().filter(|last| key.is_some() && last.key == key) {
            last.document.forget_text();
            return;
        }
        if self.past.len() == HISTORY_LIMIT {
            self.past.pop_front();
        }
        self.past.push_back(Step { name, key, document: Snapshot::from(before), selection });
    }

    pub(super) fn settle(&mut self) {
        if let Some(last) = self.past.back_mut() {
            last.key = None;
        }
    }

    pub(super) fn undo(&mut self, document: &mut Document, selection: &Selection) -> Option<Restored> {
        let (restored, step) = turned(self.past.pop_back()?, document, selection)?;
        self.future.push(step);
        Some(restored)
    }

    pub(super) fn redo(&mut self, document: &mut Document, selection: &Selection) -> Option<Restored> {
        let (restored, step) = turned(self.future.pop()?, document, selection)?;
        self.past.push_back(step);
        Some(restored)
    }
}

/// Exchanges the document of a step with the current one; the step that comes back leads the other way. `None` where
/// the step was kept as text that cannot be read any more.
fn turned(step: Step, document: &mut Document, selection: &Selection) -> Option<(Restored, Step)> {
    let next = step.document.document(document)?;
    let other = std::mem::replace(document, next);
    let back = Step { name: step.name, key: None, document: other.into(), selection: selection.clone() };
    Some((Restored { name: step.name, selection: step.selection }, back))
}
