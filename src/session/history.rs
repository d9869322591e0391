//! A capped stack of snapshots. A document is a title and two shared pointers, so that a snapshot costs what the edit
//! changed and nothing more.

use std::collections::VecDeque;

use crate::session::{EditName, Restored, Selection};
use crate::topology::Document;

/// How many steps can be undone.
pub const HISTORY_LIMIT: usize = 200;

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: VecDeque<Step>,
    future: Vec<Step>,
}

/// One step: the document on its other side.
#[derive(Clone, Debug)]
struct Step {
    name: EditName,
    /// Steps with the same key become one while nothing else happens.
    key: Option<String>,
    document: Document,
    selection: Selection,
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
        let joins = key.is_some() && self.past.back().is_some_and(|last| last.key == key);
        if joins {
            return;
        }
        if self.past.len() == HISTORY_LIMIT {
            self.past.pop_front();
        }
        self.past.push_back(Step { name, key, document: before, selection });
    }

    pub(super) fn settle(&mut self) {
        if let Some(last) = self.past.back_mut() {
            last.key = None;
        }
    }

    pub(super) fn undo(&mut self, document: &mut Document, selection: &Selection) -> Option<Restored> {
        let step = self.past.pop_back()?;
        let (name, restored) = (step.name, step.selection.clone());
        self.future.push(swap(step, document, selection));
        Some(Restored { name, selection: restored })
    }

    pub(super) fn redo(&mut self, document: &mut Document, selection: &Selection) -> Option<Restored> {
        let step = self.future.pop()?;
        let (name, restored) = (step.name, step.selection.clone());
        self.past.push_back(swap(step, document, selection));
        Some(Restored { name, selection: restored })
    }
}

/// Exchanges the document of a step with the current one; what comes back leads the other way.
fn swap(step: Step, document: &mut Document, selection: &Selection) -> Step {
    let other = std::mem::replace(document, step.document);
    Step { name: step.name, key: None, document: other, selection: selection.clone() }
}
