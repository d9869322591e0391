//! The browser's own capabilities, each behind a small function that says how it can fail. The only place that asks for
//! the window.

pub mod address;
pub mod clipboard;
pub mod database;
pub mod errand;
pub mod file;
pub mod host;
pub mod motion;
pub mod page;
pub mod picture;
pub mod site;
pub mod storage;
pub mod window;

/// The browser said no: storage full or switched off, no permission for the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

#[expect(clippy::disallowed_methods, reason = "this is the place that speaks to the browser")]
pub(super) fn browser() -> Option<web_sys::Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<web_sys::Document> {
    browser()?.document()
}
