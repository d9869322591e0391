//! The picture of the plan: SVG as it is written from the model, PNG as the browser draws that, in the colours and size
//! asked for. Both hold the plan.

use leptos::prelude::*;

use crate::export::png;
use crate::i18n::chrome::Exchange;
use crate::session::Export;
use crate::ui::exchange::export::{save_in, say, write};
use crate::ui::field::ChoiceField;
use crate::ui::platform::{file, picture};
use crate::ui::shell::{files, is_dark};
use crate::ui::workbench::Workbench;
use crate::wire;

/// Sizes of a PNG: how many of its points are one of the drawing.
const SCALES: [&str; 4] = ["1", "2", "3", "4"];

/// Saves the plan as a PNG of this scale.
pub fn save_png(workbench: Workbench, dark: bool, scale: f64) {
    draw(workbench, dark, scale, move |png| {
        let name = format!("{}.png", files::stem(workbench));
        say(workbench, file::save_bytes(&name, "image/png", &png).is_ok());
    });
}

/// Saves the plan as a PNG as it is usually wanted.
pub fn save_usual_png(workbench: Workbench) {
    save_png(workbench, is_dark(workbench.theme.get_untracked()), 2.0);
}

fn draw(workbench: Workbench, dark: bool, scale: f64, then: impl FnOnce(Vec<u8>) + 'static) {
    let document = wire::write(&workbench.document_untracked());
    write(workbench, Export::Svg, dark, move |svg| {
        picture::to_png(&svg, scale, move |drawn| {
            let whole = drawn.ok().and_then(|bytes| png::with_document(&bytes, &document));
            match whole {
                Some(bytes) => then(bytes),
                None => say(workbench, false),
            }
        });
    });
}

/// What the dialog shows.
pub fn content(workbench: Workbench) -> AnyView {
    let words = move || Exchange::of(workbench.language.get());
    let word =
        move |pick: fn(&'static Exchange) -> &'static str| Signal::derive(move || pick(words()).to_owned());
    let dark = RwSignal::new(is_dark(workbench.theme.get_untracked()));
    let scale = RwSignal::new("2".to_owned());
    let size = move || scale.get_untracked().parse().unwrap_or(2.0);
    let copy = move |_| {
        let (dark, scale) = (dark.get_untracked(), size());
        picture::copy(
            move |give| draw(workbench, dark, scale, give),
            move |done| {
                let words = Exchange::of(workbench.language.get_untracked());
                workbench.say(if done.is_ok() { words.picture_copied } else { words.export_failed });
            },
        );
    };
    view! {
        <div class="form">
            <ChoiceField label=word(|w| w.picture_theme) name="picture_theme"
                options=Signal::derive(move || vec![
                    ("light".to_owned(), words().picture_light.to_owned()), ("dark".to_owned(), words().picture_dark.to_owned()),
                ])
                value=Signal::derive(move || if dark.get() { "dark" } else { "light" }.to_owned())
                commit=move |chosen: String| dark.set(chosen == "dark") />
            <ChoiceField label=word(|w| w.picture_scale) name="picture_scale"
                options=Signal::derive(|| SCALES.map(|one| (one.to_owned(), format!("{one}×"))).to_vec())
                value=Signal::derive(move || scale.get()) commit=move |chosen: String| scale.set(chosen) />
        </div>
        <p class="quiet">{move || words().picture_hint}</p>
        <div class="dialog__ways">
            <button type="button" class="button button--primary" on:click=move |_| save_png(workbench, dark.get_untracked(), size())>
                {move || words().picture_png}
            </button>
            <button type="button" class="button" on:click=move |_| save_in(workbench, Export::Svg, dark.get_untracked())>
                {move || words().picture_svg}
            </button>
            <button type="button" class="button" data-copy="" on:click=copy>{move || words().picture_copy}</button>
        </div>
    }
    .into_any()
}
