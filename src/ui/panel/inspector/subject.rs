//! The node that a form is about: read as signals of its facts, changed by one edit at a time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::Forms;
use crate::topology::{Edit, Kind, Node};
use crate::ui::workbench::{Workbench, use_workbench};

/// A node of the drawing.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    /// What everything shares.
    pub(super) workbench: Workbench,
    id: StoredValue<Id>,
    node: Memo<Option<Arc<Node>>>,
}

impl Subject {
    /// The node of an id.
    pub(super) fn new(id: Id) -> Self {
        let workbench = use_workbench();
        let looked_up = id.clone();
        let node =
            Memo::new(move |_| workbench.topology.with(|topology| topology.nodes.get(&looked_up).cloned()));
        Self { workbench, id: StoredValue::new(id), node }
    }

    /// Its id.
    pub(super) fn id(self) -> Id {
        self.id.get_value()
    }

    /// A text made of the node; empty where the node is gone.
    pub(super) fn text(self, read: impl Fn(&Node) -> String + Send + Sync + 'static) -> Signal<String> {
        let memo = Memo::new(move |_| self.node.with(|node| node.as_deref().map(&read).unwrap_or_default()));
        memo.into()
    }

    /// A fact of the node.
    pub(super) fn fact<T>(self, read: impl Fn(&Node) -> Option<T> + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.node.with(|node| node.as_deref().and_then(&read)))
    }

    /// Changes the node; whether that was possible.
    pub(super) fn change(self, change: impl FnOnce(&mut Node)) -> bool {
        let Some(node) = self.node.get_untracked() else {
            return false;
        };
        let mut node = Arc::unwrap_or_clone(node);
        change(&mut node);
        self.workbench.attempt(&Edit::PutNode { id: self.id(), node })
    }

    /// Changes what the node is.
    pub(super) fn change_kind(self, change: impl FnOnce(&mut Kind)) {
        self.change(|node| change(&mut node.kind));
    }
}

/// A word of the inspector in the language of the page.
pub(super) fn word(pick: fn(&'static Forms) -> &'static str) -> Signal<String> {
    let workbench = use_workbench();
    Signal::derive(move || pick(Forms::of(workbench.language.get())).to_owned())
}

/// A text that is not blank.
pub(super) fn some_text(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}
