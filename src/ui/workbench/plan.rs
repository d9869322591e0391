//! Which plan is on the workbench, and the way through its history.

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::Language;
use crate::i18n::canvas as words;
use crate::session::{EditName, Restored, Session};
use crate::topology::Document;
use crate::ui::workbench::shared::Shelf;
use crate::ui::workbench::{Ask, Origin, Saved, Ticks, Workbench};

/// Exchanges the plan at hand for one that undo or redo brings back.
type Turn = fn(&mut Shelf, (Origin, Ticks)) -> (Origin, Ticks);

impl Workbench {
    /// Puts another plan in place; one step of undo as well.
    pub fn replace(&self, document: Document, origin: Origin) {
        let selection = self.selection.get_untracked();
        if !self.started.get_untracked() {
            return self.resume(Session::new(document), Ticks::new(), origin);
        }
        if self.document_untracked().is(&document) {
            // What was only looked at becomes one's own; nothing else is to be done.
            if origin.opened.is_none() && self.origin.with_untracked(|now| now.opened.is_some()) {
                self.origin.set(origin);
            }
        } else {
            let now = (self.origin.get_untracked(), self.ticks.get_untracked());
            self.shelf.update_value(|shelf| shelf.put(now));
            self.ticks.set(Ticks::new());
            self.origin.set(origin);
            self.forget_drafts();
        }
        self.arrive(|session| session.replace(document, &selection));
    }

    /// Puts a plan in place with its own history: what was undone before is another plan's.
    pub fn resume(&self, session: Session, ticks: Ticks, origin: Origin) {
        self.shelf.set_value(Shelf::default());
        self.ticks.set(ticks);
        self.origin.set(origin);
        self.arrive(|held| *held = session);
        self.return_to_draft();
    }

    /// Puts a newer version of the same plan in place; what is selected and seen stays, as far as it is still there.
    pub fn follow_version(&self, session: Session, ticks: Ticks) {
        self.clear_passing();
        self.ticks.set(ticks);
        self.session.set(session);
        let drawn = |id: &Id| self.topology.with_untracked(|topology| topology.has(id));
        self.set_selection(self.selection.get_untracked().into_iter().filter(drawn).collect());
    }

    /// Puts another version of the same plan in place, as a step that can be taken back.
    pub fn catch_up(&self, document: Document, ticks: Ticks) {
        self.clear_passing();
        self.clear_selection();
        self.ticks.set(ticks);
        self.session.update(|session| session.catch_up(document));
    }

    /// Puts the plan away: the start screen is shown.
    pub fn put_away(&self) {
        self.resume(Session::default(), Ticks::new(), Origin::own());
        self.saved.set(Saved::Nothing);
        self.started.set(false);
    }

    fn arrive(&self, change: impl FnOnce(&mut Session)) {
        self.clear_passing();
        self.clear_selection();
        self.pair.set(None);
        self.session.update(change);
        self.started.set(true);
        self.fit();
    }

    /// Puts the same plan in other words in place: what is selected and seen stays.
    pub fn rewrite(&self, document: Document) {
        self.origin.update_untracked(|origin| {
            if origin.opened.is_some() {
                origin.opened = Some(document.clone());
            }
        });
        self.session.update(|session| session.rewrite(document));
    }

    /// Takes the last edit back.
    pub fn undo(&self) {
        let selection = self.selection.get_untracked();
        let restored = self.travel(|session| session.undo(&selection));
        self.turn_plan(restored.as_ref(), Shelf::back);
        self.tell(restored, words::undone);
    }

    /// Takes the last edit back, and says so in a message: nobody pressed a button that says it.
    pub fn undo_aloud(&self) {
        let language = self.language.get_untracked();
        let text = match self.can_undo.get_untracked() {
            Some(name) => words::undone(name, language),
            None => words::nothing_to_undo(language).to_owned(),
        };
        self.undo();
        self.say(text);
    }

    /// Makes the edit that was taken back last again.
    pub fn redo(&self) {
        let selection = self.selection.get_untracked();
        let restored = self.travel(|session| session.redo(&selection));
        self.turn_plan(restored.as_ref(), Shelf::forth);
        self.tell(restored, words::redone);
    }

    fn travel(&self, step: impl FnOnce(&mut Session) -> Option<Restored>) -> Option<Restored> {
        let mut restored = None;
        self.clear_passing();
        self.session.update(|session| restored = step(session));
        let there = restored.as_ref().map(|r: &Restored| {
            let drawn = |id: &Id| self.topology.with_untracked(|t| t.has(id));
            r.selection.iter().filter(|id| drawn(id)).cloned().collect()
        });
        if let Some(selection) = there {
            self.set_selection(selection);
        }
        restored
    }

    /// Undoing and redoing that another plan was opened changes the ticks with the plan.
    fn turn_plan(&self, restored: Option<&Restored>, turn: Turn) {
        if restored.is_some_and(|restored| restored.name == EditName::Open) {
            let now = (self.origin.get_untracked(), self.ticks.get_untracked());
            if let Some((origin, ticks)) = self.shelf.try_update_value(|shelf| turn(shelf, now)) {
                self.origin.set(origin);
                self.ticks.set(ticks);
            }
        }
    }

    fn tell(&self, restored: Option<Restored>, text: fn(EditName, Language) -> String) {
        if let Some(restored) = restored {
            // What changed comes into sight.
            if let Some(first) = self.selection.with_untracked(|selection| selection.first().cloned()) {
                self.ask(Ask::Reveal(first));
            }
            self.announce(text(restored.name, self.language.get_untracked()));
        }
    }
}
