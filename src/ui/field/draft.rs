//! What is typed in one field and not applied yet. It is written down as well: a field that is made for the same fact of the
//! same element shows it again, in this run of the page or the next.

use leptos::prelude::*;

use crate::library::{Draft, Place};
use crate::ui::platform::page;
use crate::ui::workbench::Workbench;

/// The text of a field that is not applied yet.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    workbench: Workbench,
    id: StoredValue<String>,
    name: &'static str,
    value: Signal<String>,
    text: RwSignal<Option<String>>,
    is_found: RwSignal<bool>,
    /// Where the text is written down; nowhere while there is none, and outside the inspector.
    place: StoredValue<Option<Place>>,
}

impl Typing {
    /// Of the field with this id in the page and this name in the document format, which shows `value` otherwise.
    pub(super) fn new(workbench: Workbench, id: &str, name: &'static str, value: Signal<String>) -> Self {
        let typing = Self {
            workbench,
            id: StoredValue::new(id.to_owned()),
            name,
            value,
            text: RwSignal::new(None),
            is_found: RwSignal::new(false),
            place: StoredValue::new(None),
        };
        // Only in the page does a field know its place among those of its name.
        Effect::new(move |_| typing.find());
        typing
    }

    /// The text, if any; tracked.
    pub(super) fn get(self) -> Option<String> {
        self.text.get()
    }

    /// The text, if any, for handlers.
    pub(super) fn get_untracked(self) -> Option<String> {
        self.text.get_untracked()
    }

    /// Whether it was typed before the field was made, and still says something else than the document; tracked.
    pub(super) fn is_found(self) -> bool {
        self.is_found.get() && self.text.get().is_some_and(|text| text != self.value.get())
    }

    /// Takes what stands in the field now.
    pub(super) fn typed(self, text: String) {
        if self.text.with_untracked(Option::is_none) {
            self.place.set_value(self.place().map(|(place, _)| place));
        }
        if let Some(place) = self.place.get_value() {
            self.workbench.keep_draft(Draft { place, over: self.value.get_untracked(), text: text.clone() });
        }
        self.text.set(Some(text));
        self.is_found.set(false);
    }

    /// The text was applied or given up.
    pub(super) fn end(self) {
        if let Some(place) = self.place.get_value() {
            self.workbench.strike_draft(&place);
        }
        self.text.set(None);
        self.is_found.set(false);
    }

    fn find(self) {
        let Some((place, only)) = self.place() else { return };
        let found = self.workbench.draft_at(&place, &self.value.get_untracked(), only);
        if found.is_some() && self.text.with_untracked(Option::is_none) {
            self.place.set_value(Some(place));
            self.text.set(found);
            self.is_found.set(true);
        }
    }

    /// The place of the field, and whether no other has its name.
    fn place(self) -> Option<(Place, bool)> {
        let all = format!(".inspector [data-field=\"{}\"]", self.name);
        let (nth, count) = self.id.with_value(|id| page::position(&all, id))?;
        Some((self.workbench.place_of(self.name, nth), count == 1))
    }
}
