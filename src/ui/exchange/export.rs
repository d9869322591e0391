//! Exports: what the command line prints for the same plan, offered as a file.

use leptos::prelude::*;

use crate::export::Format;
use crate::i18n::chrome::{Exchange, Shell};
use crate::session::Export;
use crate::ui::platform::errand;
use crate::ui::platform::file;
use crate::ui::platform::site::Json;
use crate::ui::shell::{files, is_dark};
use crate::ui::workbench::Workbench;
use crate::wire;

/// Saves the plan in another form, in the colours of the page.
pub fn save(workbench: Workbench, form: Export) {
    save_in(workbench, form, is_dark(workbench.theme.get_untracked()));
}

/// Saves the plan in another form, in these colours.
pub(super) fn save_in(workbench: Workbench, form: Export, dark: bool) {
    let Some(format) = Format::from_key(form.format()) else { return say(workbench, false) };
    write(workbench, form, dark, move |text| {
        let name = format!("{}.{}", files::stem(workbench), format.extension());
        say(workbench, file::save(&name, format.media_type(), &text).is_ok());
    });
}

/// Writes the plan in another form and hands the text over.
pub(super) fn write(workbench: Workbench, form: Export, dark: bool, then: impl FnOnce(String) + 'static) {
    let ticked = workbench.ticks.with_untracked(|ticks| ticks.iter().cloned().collect::<Vec<_>>().join("\n"));
    let job = Json::object(&[
        ("job", "export"),
        ("format", form.format()),
        ("document", &wire::write(&workbench.document_untracked())),
        ("language", workbench.language.get_untracked().key()),
        ("theme", if dark { "dark" } else { "light" }),
        ("ticked", &ticked),
    ]);
    errand::send(&job, move |answer| match answer.ok().map(|answer| answer.text("text")) {
        Some(text) if !text.is_empty() => then(text),
        _ => say(workbench, false),
    });
}

/// Says how saving went.
pub(super) fn say(workbench: Workbench, done: bool) {
    let language = workbench.language.get_untracked();
    workbench.say(if done { Shell::of(language).saved_file } else { Exchange::of(language).export_failed });
}
