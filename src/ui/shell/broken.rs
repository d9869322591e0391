//! The last resort: when the program stops by a defect, a plain page says so and offers the plan as it was last.

use std::cell::RefCell;

use crate::i18n::Language;
use crate::i18n::chrome::Shell;
use crate::topology::Document;
use crate::wire;

thread_local! {
    static LAST: RefCell<(Language, Option<Document>)> = const { RefCell::new((Language::En, None)) };
}

/// Remembers the plan as it is now.
pub(super) fn remember(document: &Document) {
    put(Some(document.clone()));
}

/// There is nothing that would be lost.
pub(super) fn forget() {
    put(None);
}

fn put(document: Option<Document>) {
    LAST.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            last.1 = document;
        }
    });
}

/// Remembers the language of the page.
pub fn speak(language: Language) {
    LAST.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            last.0 = language;
        }
    });
}

/// From now on a defect is written to the console and shown as a page.
pub fn watch() {
    std::panic::set_hook(Box::new(|defect| {
        console_error_panic_hook::hook(defect);
        show();
    }));
}

#[expect(clippy::disallowed_methods, reason = "the page is broken, and nothing else of it can be relied on")]
fn show() {
    let (language, document) =
        LAST.with(|last| last.try_borrow().map(|last| last.clone()).unwrap_or_default());
    let text = document.as_ref().map(wire::write).unwrap_or_default();
    let words = Shell::of(language);
    let body = web_sys::window().and_then(|window| window.document()).and_then(|document| document.body());
    let Some(body) = body else { return };
    let address =
        format!("data:application/json;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&text)));
    // A sample that nobody touched needs no saving.
    let (first, offer) = if text.is_empty() {
        ("", String::new())
    } else {
        let offer = format!(
            "<a class=\"button button--primary\" download=\"reachplan.json\" href=\"{address}\">{}</a>",
            words.broken_save
        );
        (words.broken_first, offer)
    };
    body.set_inner_html(&format!(
        "<main class=\"broken\"><h1>{}</h1><p>{} {first}</p><p class=\"broken__ways\">{offer} <a class=\"button\" href=\"\">{}</a></p></main>",
        words.broken_title, words.broken_text, words.broken_reload
    ));
}
