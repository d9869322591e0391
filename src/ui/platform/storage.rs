//! What this browser keeps for the page, by key. Anything here can be refused at any time.

use crate::base::order;
use crate::ui::platform::{Refused, browser};

/// The text kept under `key`.
pub fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok().flatten()
}

/// Keeps a text under `key`.
///
/// # Errors
/// When the storage is full or switched off.
pub fn write(key: &str, text: &str) -> Result<(), Refused> {
    store().ok_or(Refused)?.set_item(key, text).map_err(|_| Refused)
}

/// Forgets what is kept under `key`.
pub fn remove(key: &str) {
    if let Some(store) = store() {
        // A refusal leaves the text where it is, and there is nobody to tell.
        drop(store.remove_item(key));
    }
}

/// The keys that start with `prefix`, sorted.
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    let all = (0..store.length().unwrap_or(0)).filter_map(|at| store.key(at).ok().flatten());
    let mut found: Vec<String> = all.filter(|key| key.starts_with(prefix)).collect();
    order::sort(&mut found);
    found
}

/// The text kept under `key` for this tab alone, for as long as it is open.
pub fn read_of_tab(key: &str) -> Option<String> {
    browser()?.session_storage().ok()??.get_item(key).ok().flatten()
}

/// Keeps a text for this tab alone; where that is refused, the tab knows it for as long as the page.
pub fn write_of_tab(key: &str, text: &str) {
    if let Some(store) = browser().and_then(|window| window.session_storage().ok().flatten()) {
        store.set_item(key, text).ok();
    }
}

fn store() -> Option<web_sys::Storage> {
    browser()?.local_storage().ok().flatten()
}
