//! Keeps the plan in this browser: shortly after every edit and when the page is left. A sample stays a sample until
//! its first edit, which makes the plan the reader's own and takes the sample out of the address.

use std::time::Duration;

use leptos::{ev, prelude::*};

use crate::topology::Document;
use crate::ui::platform::{address, storage, window};
use crate::ui::shell::{Frame, broken};
use crate::ui::workbench::Workbench;
use crate::wire;

const KEY: &str = "reachplan.plan";
const PAUSE: Duration = Duration::from_millis(300);

/// How keeping the plan went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// There was nothing to keep yet.
    #[default]
    Nothing,
    /// It was kept at this time of day.
    At(String),
    /// The browser refused.
    Refused,
}

/// The plan that this browser kept.
pub fn restored() -> Option<Document> {
    wire::read(&storage::read(KEY)?).ok()
}

/// Keeps the plan from now on.
pub fn keep(workbench: Workbench, frame: Frame) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let flush = move || {
        if waiting.get_value().is_some() {
            waiting.set_value(None);
            frame.saved.set(write(workbench));
        }
    };
    Effect::new(move |_| {
        let document = workbench.document();
        if !workbench.started.get() {
            return;
        }
        if address::fragment().starts_with("sample=") {
            if is_sample(&document) {
                return;
            }
            address::set_fragment("");
        }
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(flush, PAUSE).ok());
    });
    window::listen("pagehide", move |_: ev::Event| flush());
}

/// Whether a document is the sample that the address names.
fn is_sample(document: &Document) -> bool {
    let fragment = address::fragment();
    let named = fragment.strip_prefix("sample=").and_then(crate::samples::Sample::find);
    named.and_then(crate::samples::Sample::document).is_some_and(|sample| sample == *document)
}

fn write(workbench: Workbench) -> Saved {
    let text = wire::write(&untrack(move || workbench.document()));
    broken::remember(&text);
    match storage::write(KEY, &text) {
        Ok(()) => Saved::At(time_of_day()),
        Err(_) => Saved::Refused,
    }
}

fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
