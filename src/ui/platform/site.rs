//! Files of the page's own site, asked for when they are needed. No other origin is ever asked.

use std::cell::RefCell;

use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::{Refused, browser};

thread_local! {
    /// The last file and its path, so that asking for it again asks nobody.
    static LAST: RefCell<Option<(String, Json)>> = const { RefCell::new(None) };
}

/// A JSON value, read by the browser.
#[derive(Clone, Debug)]
pub struct Json(JsValue);

impl Json {
    /// A value of the browser's.
    pub(super) fn of(value: JsValue) -> Self {
        Self(value)
    }

    /// A text.
    pub fn text_of(text: &str) -> Self {
        Self(text.into())
    }

    /// An object of texts.
    #[must_use]
    pub fn object(fields: &[(&str, &str)]) -> Self {
        let made = Self(js_sys::Object::new().into());
        for (name, text) in fields {
            made.set(name, &Self((*text).into()));
        }
        made
    }

    /// A list of values.
    #[must_use]
    pub fn array(items: impl Iterator<Item = Self>) -> Self {
        Self(items.map(|item| item.0).collect::<js_sys::Array>().into())
    }

    /// Gives an object one more field.
    pub fn set(&self, name: &str, value: &Self) {
        // What is no object takes no field, and then there is nothing to say.
        drop(js_sys::Reflect::set(&self.0, &name.into(), &value.0));
    }

    /// The value itself.
    pub(super) fn value(&self) -> &JsValue {
        &self.0
    }

    /// A text as it stands; anything else as JSON.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0
            .as_string()
            .or_else(|| js_sys::JSON::stringify(&self.0).ok().map(String::from))
            .unwrap_or_default()
    }

    /// Reads a text.
    pub fn parse(text: &str) -> Option<Self> {
        js_sys::JSON::parse(text).ok().map(Self)
    }

    /// The field of this name; of a value that has none, nothing comes but empty texts and lists.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        Self(js_sys::Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED))
    }

    /// The text of this name.
    pub fn text(&self, name: &str) -> String {
        self.field(name).0.as_string().unwrap_or_default()
    }

    /// The list of this name.
    pub fn list(&self, name: &str) -> Vec<Self> {
        let field = self.field(name).0;
        field.dyn_ref::<js_sys::Array>().map_or_else(Vec::new, |list| list.iter().map(Self).collect())
    }
}

/// Loads a JSON file, by its path from the page, and then hands it over.
pub fn load(path: String, then: impl FnOnce(Result<Json, Refused>) + 'static) {
    let held = LAST
        .with_borrow(|last| last.as_ref().filter(|(held, _)| *held == path).map(|(_, json)| json.clone()));
    if let Some(json) = held {
        return then(Ok(json));
    }
    spawn_local(async move {
        let json = fetched(&path).await.map(Json).ok_or(Refused);
        if let Ok(json) = &json {
            LAST.set(Some((path, json.clone())));
        }
        then(json);
    });
}

async fn fetched(path: &str) -> Option<JsValue> {
    let answer = JsFuture::from(browser()?.fetch_with_str(path)).await.ok()?;
    let answer: web_sys::Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.json().ok()?).await.ok()
}
