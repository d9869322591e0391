//! A bar with what modifier keys do, for hands without keys: select several, put down freely, drag a copy.

use leptos::prelude::*;

use crate::diagram::Held;
use crate::i18n::Language;
use crate::i18n::canvas as words;
use crate::ui::canvas::stage::Stage;

/// Which of them is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hold {
    /// A press adds to the selection, and a finger on bare canvas draws a frame.
    pub(super) several: bool,
    /// What it does to a drag.
    pub(super) drag: Held,
}

/// The bar; seen where a finger points.
pub(super) fn bar(stage: Stage) -> AnyView {
    let language = stage.workbench.language;
    let button = move |key: &'static str,
                       name: fn(Language) -> (&'static str, &'static str),
                       part: fn(&mut Hold) -> &mut bool| {
        let on = move || {
            let mut hold = stage.hold.get();
            *part(&mut hold)
        };
        let turn = move |_| {
            stage.hold.update(|hold| {
                let part = part(hold);
                *part = !*part;
            });
        };
        view! {
            <button type="button" class="button hold__button" data-hold=key aria-pressed=move || on().to_string()
                title=move || name(language.get()).1 on:click=turn>
                {move || name(language.get()).0}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="hold" role="group" aria-label=move || words::held_keys(language.get())>
            {button("several", words::hold_several, |hold| &mut hold.several)}
            {button("free", words::hold_free, |hold| &mut hold.drag.free)}
            {button("copy", words::hold_copy, |hold| &mut hold.drag.copy)}
        </div>
    }
    .into_any()
}
