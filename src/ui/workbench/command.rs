//! What can be done with a workbench: edits, history, selection, messages.

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::canvas as words;
use crate::session::{
    Addition, Command, EditName, PaletteItem, Selection, Session, addition, addition_into, dissolved,
};
use crate::topology::{Connection, Edit, EditError, Node, Task};
use crate::ui::workbench::{Ask, Offer, Toast, Workbench};

impl Workbench {
    /// Changes the document: one gesture, one edit, one step of undo.
    ///
    /// # Errors
    /// Says why the edit cannot be made; nothing has changed then.
    pub fn act(&self, edit: &Edit) -> Result<(), EditError> {
        self.act_named(EditName::of(edit), edit)
    }

    /// Changes the document by an edit that undo calls by this name.
    ///
    /// # Errors
    /// Says why the edit cannot be made; nothing has changed then.
    pub fn act_named(&self, name: EditName, edit: &Edit) -> Result<(), EditError> {
        let selection = self.selection.get_untracked();
        self.commit(|session| session.act(name, edit, &selection))
    }

    /// Changes the document by an edit that joins the step before it where that one has the same key: typing in one
    /// field, holding an arrow key.
    ///
    /// # Errors
    /// Says why the edit cannot be made; nothing has changed then.
    pub fn act_coalesced(&self, key: String, edit: &Edit) -> Result<(), EditError> {
        let selection = self.selection.get_untracked();
        self.commit(|session| session.act_coalesced(key, EditName::of(edit), edit, &selection))
    }

    /// Ends a run of coalesced edits.
    pub fn settle(&self) {
        self.session.update_untracked(Session::settle);
    }

    /// Makes an edit that a person asked for; a refusal is said in a message.
    pub fn attempt(&self, edit: &Edit) -> bool {
        match self.act(edit) {
            Ok(()) => true,
            Err(reason) => {
                self.refuse(&reason);
                false
            }
        }
    }

    /// Says why something cannot be done.
    pub fn refuse(&self, reason: &EditError) {
        let text = words::refusal(reason, &self.topology.get_untracked(), self.language.get_untracked());
        self.say(text);
    }

    /// Removes what is selected, with everything inside; the message offers undo.
    pub fn delete_selection(&self) {
        let ids: Vec<Id> = self.selection.get_untracked().into_iter().collect();
        if ids.is_empty() || self.read_only.get_untracked() {
            return;
        }
        let names: Vec<String> = untrack(|| ids.iter().map(|id| self.called(id)).collect());
        let before = self.topology.get_untracked();
        if self.act(&Edit::Remove(ids.clone())).is_ok() {
            self.clear_selection();
            let (cut, within) = self.topology.with_untracked(|after| {
                let gone = before.nodes.len().saturating_sub(after.nodes.len());
                let chosen = ids.iter().filter(|id| before.node(id).is_some()).count();
                (crate::session::cut(&before, after), gone.saturating_sub(chosen))
            });
            self.toast.set(Some(Toast {
                text: words::deleted(&names, within, cut, self.language.get_untracked()),
                offer: Offer::Undo,
            }));
        }
    }

    /// Adds an item of the palette where the selection suggests; it is selected then, its name ready to be typed.
    pub fn add(&self, item: PaletteItem) {
        let selection = self.selection.get_untracked();
        self.add_made(self.topology.with_untracked(|topology| addition(topology, item, &selection)));
    }

    /// Adds an item of the palette into exactly this place.
    pub fn add_into(&self, item: PaletteItem, place: Option<&Id>) {
        self.add_made(self.topology.with_untracked(|topology| addition_into(topology, item, place)));
    }

    fn add_made(&self, made: Option<Addition>) {
        let Some(made) = made else { return };
        match self.act_named(EditName::Add, &made.edit) {
            Ok(()) => {
                self.started.set(true);
                self.select_only(&made.id);
                self.ask(Ask::Reveal(made.id.clone()));
                self.renaming.set(Some(made.id));
            }
            Err(reason) => self.refuse(&reason),
        }
    }

    /// Names a node, connection or task; an empty name, or the id itself, takes the name away.
    pub fn rename(&self, id: &Id, typed: &str) {
        let topology = self.topology.get_untracked();
        let typed = typed.trim();
        if typed == topology.name_of(id) || typed == untrack(|| self.called(id)) {
            return;
        }
        let name = (!typed.is_empty() && typed != id.as_str()).then(|| typed.to_owned());
        let (id, found) = (id.clone(), id);
        let edit = if let Some(node) = topology.nodes.get(found) {
            Edit::PutNode { id, node: Node { name, ..node.as_ref().clone() } }
        } else if let Some(held) = topology.connections.get(found) {
            Edit::PutConnection { id, connection: Connection { name, ..held.as_ref().clone() } }
        } else if let Some(task) = topology.tasks.get(found) {
            Edit::PutTask { id, task: Task { name, ..task.as_ref().clone() } }
        } else {
            return;
        };
        if let Err(reason) = self.act_named(EditName::Rename, &edit) {
            self.refuse(&reason);
        }
    }

    /// Selects one more element.
    pub fn select(&self, id: &Id) {
        self.selection.update(|selection| {
            selection.insert(id.clone());
        });
        self.follow(id);
    }

    /// Selects one element and nothing else. A resource group or data source makes its first connection the current
    /// one.
    pub fn select_only(&self, id: &Id) {
        self.set_selection(std::iter::once(id.clone()).collect());
        self.follow(id);
    }

    /// Selects an element, or takes it out of the selection.
    pub fn toggle(&self, id: &Id) {
        if self.selection.with_untracked(|selection| selection.contains(id)) {
            self.selection.update(|selection| {
                selection.remove(id);
            });
        } else {
            self.select(id);
        }
    }

    /// Selects exactly these elements.
    pub fn set_selection(&self, ids: Selection) {
        if self.selection.with_untracked(|selection| *selection != ids) {
            self.selection.set(ids);
        }
    }

    /// Selects nothing.
    pub fn clear_selection(&self) {
        self.set_selection(Selection::new());
    }

    /// Says something to people who listen instead of look.
    pub fn announce(&self, text: impl Into<String>) {
        self.announcements.update(|all| all.push(text.into()));
    }

    /// Shows a message for a while.
    pub fn say(&self, text: impl Into<String>) {
        self.toast.set(Some(Toast { text: text.into(), offer: Offer::Nothing }));
    }

    /// Shows all of the drawing.
    pub fn fit(&self) {
        self.ask(Ask::Command(Command::Fit));
    }

    /// Asks something of the drawing.
    pub fn ask(&self, what: Ask) {
        self.asked.update(|(count, asked)| (*count, *asked) = (count.wrapping_add(1), what));
    }

    /// Whether the selected element is a place with something in it; tracked.
    pub fn dissolvable(&self) -> bool {
        let first = self.selection.with(|selection| selection.first().cloned());
        first.is_some_and(|id| self.topology.with(|topology| topology.children(&id).next().is_some()))
    }

    /// Takes the selected place away and keeps what lies in it.
    pub fn dissolve_selection(&self) {
        let Some(id) = self.selection.with_untracked(|selection| selection.first().cloned()) else { return };
        if let Some(edit) = self.topology.with_untracked(|topology| dissolved(topology, &id))
            && self.attempt(&edit)
        {
            self.clear_selection();
        }
    }

    fn commit(&self, change: impl FnOnce(&mut Session) -> Result<(), EditError>) -> Result<(), EditError> {
        if self.read_only.get_untracked() {
            return Ok(());
        }
        let mut outcome = Ok(());
        self.clear_passing();
        self.session.update(|session| outcome = change(session));
        outcome
    }

    /// Drops what belongs to a passing moment of the document before.
    pub(super) fn clear_passing(&self) {
        // An offer to take back what was the last edit then would take back another one now.
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.offer == Offer::Undo)) {
            self.toast.set(None);
        }
        if self.preview.with_untracked(Option::is_some) {
            self.preview.set(None);
        }
        if self.lit.with_untracked(|lit| !lit.is_empty()) {
            self.lit.set(Vec::new());
        }
    }

    fn follow(&self, id: &Id) {
        let first = self.overview.with_untracked(|overview| {
            let with =
                |pair: &&crate::analysis::Judged| pair.resource_group == *id || pair.data_source == *id;
            let current = self.current.get_untracked().and_then(|at| overview.connections.get(at));
            if current.as_ref().is_some_and(with) {
                return None;
            }
            let found = overview.connections.iter().find(with);
            found.map(|pair| (pair.resource_group.clone(), pair.data_source.clone()))
        });
        if first.is_some() {
            self.pair.set(first);
        }
    }
}
