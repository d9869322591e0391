//! The page as a whole: its language, theme and title, and what the system prefers.

use wasm_bindgen::JsCast;

use crate::session::Stroke;
use crate::ui::platform::{browser, document};

/// Sets an attribute of `<html>`.
pub fn set_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only a malformed name is refused, and all names are ours.
        drop(root.set_attribute(name, value));
    }
}

/// Takes an attribute from `<html>`.
pub fn remove_attribute(name: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.remove_attribute(name));
    }
}

/// Sets the title of the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The languages the user prefers, best first, such as `zh-CN`.
pub fn languages() -> Vec<String> {
    let listed = browser().map(|window| window.navigator().languages());
    listed.map_or_else(Vec::new, |all| all.iter().filter_map(|one| one.as_string()).collect())
}

/// Whether a media query holds now, such as `(prefers-reduced-motion: reduce)`.
pub fn matches(query: &str) -> bool {
    browser().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Acts whenever a media query begins or ceases to hold; told which.
pub fn on_media(query: &str, act: impl Fn(bool) + 'static) {
    let Some(list) = browser().and_then(|window| window.match_media(query).ok().flatten()) else {
        return;
    };
    gloo::events::EventListener::new(&list.clone(), "change", move |_| act(list.matches())).forget();
}

/// Where the page shows one part at a time; the stylesheets say the same.
pub const NARROW: &str = "(max-width: 799px)";

/// Acts before the page is put on paper and after; told which. Browsers tell both by an event and by the medium, some by
/// one of them alone: what is told twice is done once.
pub fn on_paper(act: impl Fn(bool) + Clone + 'static) {
    let Some(window) = browser() else { return };
    let last = std::rc::Rc::new(std::cell::Cell::new(false));
    let act = move |begins: bool| {
        if last.replace(begins) != begins {
            act(begins);
        }
    };
    for (name, begins) in [("beforeprint", true), ("afterprint", false)] {
        let act = act.clone();
        gloo::events::EventListener::new(&window, name, move |_| act(begins)).forget();
    }
    on_media("print", act);
}

/// Whether the page is put on paper just now.
pub fn is_on_paper() -> bool {
    browser().and_then(|window| window.match_media("print").ok().flatten()).is_some_and(|list| list.matches())
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = browser() {
        drop(window.print());
    }
}

/// Moves the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// What has the focus.
pub fn focused() -> Option<web_sys::HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Takes the focus from what has it: a field that is typed in then says what was typed.
pub fn blur() {
    if let Some(element) = focused() {
        // What cannot lose the focus has nothing to say.
        drop(element.blur());
    }
}

/// Moves the focus back to what had it.
pub fn focus_again(element: Option<web_sys::HtmlElement>) {
    if let Some(element) = element {
        // What is gone takes no focus.
        drop(element.focus());
    }
}

/// Scrolls the first element that a selector finds into sight, no further than needed.
pub fn reveal(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// How many of the elements that a selector finds stand before the one with this id, and how many there are.
pub fn position(selector: &str, id: &str) -> Option<(usize, usize)> {
    let all = document()?.query_selector_all(selector).ok()?;
    let is_it = |at: &u32| {
        all.item(*at).is_some_and(|one| one.dyn_ref::<web_sys::Element>().is_some_and(|one| one.id() == id))
    };
    let at = (0..all.length()).find(is_it)?;
    Some((at as usize, all.length() as usize))
}

/// Whether the focus is in something that takes text, so that keys belong to it.
pub fn is_typing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}

/// A key as the browser tells it, for the list of commands.
pub fn stroke<'a>(event: &web_sys::KeyboardEvent, key: &'a str, code: &'a str) -> Stroke<'a> {
    let control = event.ctrl_key() || event.meta_key();
    Stroke { key, code, control, shift: event.shift_key(), alt: event.alt_key() }
}

/// Whether a key belongs to an input method that is composing a character.
pub fn is_composing(event: &web_sys::KeyboardEvent) -> bool {
    // Safari ends the composition before it tells of the key that ended it; 229 is what it calls that key.
    event.is_composing() || event.key_code() == 229
}

/// Whether the focus is within something that a selector finds, or on nothing in particular.
pub fn is_within(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|element| {
        element.tag_name() == "BODY" || matches!(element.closest(selector), Ok(Some(_)))
    })
}

/// Closes the dialog that is open, if any; the focus goes back to where it was before.
pub fn close_dialog() {
    let found = document().and_then(|document| document.query_selector("dialog[open]").ok().flatten());
    if let Some(dialog) = found.and_then(|found| found.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Whether words of the page are selected, so that copying means them.
pub fn has_text_selected() -> bool {
    let selection = browser().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Whether a dialog is open that keeps the rest of the page out of reach.
pub fn has_dialog() -> bool {
    document().and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// A word that nobody has thought of before.
pub fn fresh_word() -> String {
    let sign = |_| {
        let pick = (js_sys::Math::random() * 36.0).floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
        char::from_digit(pick as u32, 36)
    };
    (0..12).filter_map(sign).collect()
}

/// The time of day, such as `14:03`.
pub fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// This moment in milliseconds since 1970, by a clock that may be wrong.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A moment as date and time, as people of this language (such as `zh-CN`) write it.
pub fn date(milliseconds: f64, language: &str) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Only a frozen object refuses.
        drop(js_sys::Reflect::set(&options, &name.into(), &value.into()));
    }
    let date = js_sys::Date::new(&milliseconds.into());
    String::from(date.to_locale_string(language, &options))
}

/// Selects all that stands in the text field which hears an event.
pub fn select_all(event: &web_sys::FocusEvent) {
    let field = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        field.select();
    }
}
