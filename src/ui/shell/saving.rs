//! Keeps the plan in this browser: shortly after every edit and when the page is left. A sample stays a sample until
//! its first edit, which makes the plan the reader's own and takes the sample out of the address.

use std::time::Duration;

use leptos::{ev, prelude::*};

use crate::samples::Sample;
use crate::topology::Document;
use crate::ui::platform::{address, storage, window};
use crate::ui::shell::{Frame, broken};
use crate::ui::workbench::Workbench;
use crate::wire;

const KEY: &str = "reachplan.plan";
const TICKS: &str = "reachplan.ticks";
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

/// Keeps the plan from now on, with the ticks of its steps.
pub fn keep(workbench: Workbench, frame: Frame) {
    if named_sample().is_none() {
        let kept = storage::read(TICKS).unwrap_or_default();
        workbench.ticks.set(kept.lines().map(str::to_owned).collect());
    }
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let flush = move || {
        if waiting.get_value().is_some() {
            waiting.set_value(None);
            frame.saved.set(write(workbench));
        }
    };
    Effect::new(move |_| {
        let document = workbench.document();
        workbench.ticks.track();
        if !workbench.started.get() {
            return;
        }
        if address::fragment().starts_with("sample=") {
            if named_sample().is_some_and(|sample| sample.is(&document)) {
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

/// The sample that the address names.
pub fn named_sample() -> Option<&'static Sample> {
    address::fragment().strip_prefix("sample=").and_then(Sample::find)
}

fn write(workbench: Workbench) -> Saved {
    let text = wire::write(&untrack(move || workbench.document()));
    broken::remember(&text);
    let ticks = workbench.ticks.get_untracked().into_iter().collect::<Vec<_>>().join("\n");
    match storage::write(KEY, &text).and_then(|()| storage::write(TICKS, &ticks)) {
        Ok(()) => Saved::At(time_of_day()),
        Err(_) => Saved::Refused,
    }
}

fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
