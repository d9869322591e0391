//! Files: reading what the user chose or dropped, saving what the page made.

use gloo::file::Blob;
use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::export::embedded;
use crate::import::Source;
use crate::ui::platform::{Refused, document};

/// A file as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// Reads the files of a file field, in their order, and then hands them over.
pub fn read_chosen(field: &web_sys::HtmlInputElement, then: impl FnOnce(Vec<TextFile>) + 'static) {
    let files = field.files().map_or_else(Vec::new, |list| all_of(&list));
    read_all(files, then);
    // So that choosing the same file again is a change again.
    field.set_value("");
}

/// Reads the files that were dropped, in their order, and then hands them over.
pub fn read_dropped(event: &web_sys::DragEvent, then: impl FnOnce(Vec<TextFile>) + 'static) {
    let list = event.data_transfer().and_then(|transfer| transfer.files());
    read_all(list.map_or_else(Vec::new, |list| all_of(&list)), then);
}

/// Offers a text to be saved under a name.
///
/// # Errors
/// When the browser does not let the page save.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), Refused> {
    offer(name, Blob::new_with_options(text, Some(media_type)))
}

/// Offers bytes to be saved under a name.
///
/// # Errors
/// When the browser does not let the page save.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), Refused> {
    offer(name, Blob::new_with_options(bytes, Some(media_type)))
}

fn offer(name: &str, blob: Blob) -> Result<(), Refused> {
    let offered = move || -> Option<()> {
        let url = gloo::file::ObjectUrl::from(blob);
        let document = document()?;
        let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&url);
        link.set_download(name);
        document.body()?.append_child(&link).ok()?;
        link.click();
        link.remove();
        // The browser reads the text after this turn; the address has to live until then.
        gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
        Some(())
    };
    offered().ok_or(Refused)
}

fn all_of(list: &web_sys::FileList) -> Vec<web_sys::File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

fn read_all(files: Vec<web_sys::File>, then: impl FnOnce(Vec<TextFile>) + 'static) {
    spawn_local(async move {
        let mut read = Vec::new();
        for file in files {
            let name = file.name();
            if let Ok(bytes) = JsFuture::from(file.array_buffer()).await {
                let text = text_of(&js_sys::Uint8Array::new(&bytes).to_vec());
                read.push(TextFile { name, text });
            }
        }
        then(read);
    });
}

/// What a file says; a picture says the plan that it holds.
fn text_of(bytes: &[u8]) -> String {
    let plain = || Source::of_bytes("", bytes.to_vec()).ok().map(|source| source.text);
    embedded(bytes).or_else(plain).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}
