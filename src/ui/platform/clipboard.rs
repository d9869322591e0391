//! The system clipboard, as text.

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::ui::platform::{Refused, browser, document};

/// Copies a text and then says how it went. Must be called while a click or key is handled.
pub fn copy(text: &str, then: impl FnOnce(Result<(), Refused>) + 'static) {
    let text = text.to_owned();
    spawn_local(async move {
        let modern = match clipboard() {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        then(if modern { Ok(()) } else { by_selection(&text) });
    });
}

/// Puts what is promised into the clipboard, as this media type. Must be called while a click or key is handled.
pub(super) fn write(media_type: &str, promised: &js_sys::Promise) -> Option<js_sys::Promise> {
    let held = js_sys::Object::new();
    js_sys::Reflect::set(&held, &media_type.into(), promised).ok()?;
    let item = web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&held).ok()?;
    Some(clipboard()?.write(&js_sys::Array::of1(&item)))
}

/// The clipboard is absent on pages that are not served securely.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = browser()?.navigator();
    let found = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// The old way, which works without the permission: selects the text in a field that nobody sees.
fn by_selection(text: &str) -> Result<(), Refused> {
    let copied = || -> Option<bool> {
        let document = document()?;
        let field: web_sys::HtmlTextAreaElement =
            document.create_element("textarea").ok()?.dyn_into().ok()?;
        field.set_value(text);
        field.set_attribute("style", "position:fixed;opacity:0").ok()?;
        document.body()?.append_child(&field).ok()?;
        field.select();
        let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
        let command: js_sys::Function = command.dyn_into().ok()?;
        let done = command.call1(&document, &"copy".into()).ok()?.is_truthy();
        field.remove();
        Some(done)
    };
    if copied() == Some(true) { Ok(()) } else { Err(Refused) }
}
