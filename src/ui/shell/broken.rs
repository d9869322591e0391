//! The last resort: when the program stops by a defect, a plain page says so and offers the plan as it was last.

use std::cell::RefCell;

use crate::i18n::Language;
use crate::i18n::chrome::Shell;

thread_local! {
    static LAST: RefCell<(Language, String)> = const { RefCell::new((Language::En, String::new())) };
}

/// Remembers the plan as text.
pub(super) fn remember(text: &str) {
    LAST.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            text.clone_into(&mut last.1);
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
    let (language, text) = LAST.with(|last| last.try_borrow().map(|last| last.clone()).unwrap_or_default());
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
