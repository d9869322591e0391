//! Messages between the page and the page around it.

use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::site::Json;
use crate::ui::platform::{browser, window};

/// What the page around this one asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// To show this document, as the text of its file.
    Load(String),
    /// To select the element with this id.
    Select(String),
}

/// Calls `act` for every message of the page around this one. Nobody else is listened to.
pub fn hear(act: impl Fn(Heard) + 'static) {
    window::listen("message", move |event: web_sys::MessageEvent| {
        let parent = parent().map(JsValue::from);
        if parent.is_none() || event.source().map(JsValue::from) != parent {
            return;
        }
        let said = Json::of(event.data());
        match said.text("type").as_str() {
            "reachplan:load" => act(Heard::Load(said.field("document").to_text())),
            "reachplan:select" => act(Heard::Select(said.text("id"))),
            _ => {}
        }
    });
}

/// Tells the page around this one something, with a value under a name where there is one. Any host may hear it: what is
/// shown came from a link or from the host itself.
pub fn tell(what: &str, with: Option<(&str, Json)>) {
    let Some(parent) = parent() else { return };
    let message = Json::object(&[("type", &format!("reachplan:{what}"))]);
    if let Some((name, value)) = with {
        message.set(name, &value);
    }
    // A host that is gone hears nothing, and nobody misses it.
    drop(parent.post_message(message.value(), "*"));
}

fn parent() -> Option<web_sys::Window> {
    let window = browser()?;
    let parent = window.parent().ok().flatten()?;
    (JsValue::from(&parent) != JsValue::from(&window)).then(|| parent.unchecked_into())
}
