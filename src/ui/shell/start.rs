//! The start: samples as small pictures, a blank canvas, a file. No dialog, no tour.

use leptos::prelude::*;

use crate::i18n::chrome::Shell;
use crate::samples::{SAMPLES, Sample};
use crate::ui::shell::thumbnail::thumbnail;
use crate::ui::shell::toolbar::words;
use crate::ui::shell::{Icon, files, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};

/// The start screen.
#[component]
pub fn Start() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let word = move |pick: fn(&'static Shell) -> &'static str| words(workbench, pick);
    view! {
        <main class="start">
            <div class="start__head">
                <p class="start__question">{word(|w| w.tagline)}</p>
                <h2 class="start__title">{word(|w| w.start_title)}</h2>
            </div>
            <ul class="start__samples">{SAMPLES.iter().map(|sample| card(workbench, sample)).collect::<Vec<_>>()}</ul>
            <div class="start__ways">
                <button type="button" class="button button--primary" data-command="new" on:click=move |_| files::start_blank(workbench)>
                    {icon(Icon::Plus)} {word(|w| w.start_blank)}
                </button>
                <span class="quiet">{word(|w| w.start_blank_hint)}</span>
                <button type="button" class="button" data-command="open" on:click=move |_| frame.choose_file.update(|n| *n += 1)>
                    {icon(Icon::Open)} {word(|w| w.open_long)}
                </button>
                <span class="quiet">{word(|w| w.start_file)}</span>
            </div>
            <p class="aside">{word(|w| w.start_private)}</p>
        </main>
    }
}

fn card(workbench: Workbench, sample: &'static Sample) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="sample" data-sample=sample.name on:click=move |_| files::open_sample(workbench, sample)>
                {thumbnail(sample.name)}
                <span class="sample__title">{move || sample.title(workbench.language.get())}</span>
                <span class="sample__about">{move || sample.summary(workbench.language.get())}</span>
            </button>
        </li>
    }
}
