//! The share dialog: the link that holds the whole plan, how long it is and what that fits, and the same plan inside
//! another page.

use leptos::prelude::*;

use crate::i18n::chrome::Sharing;
use crate::link::{self, Fit};
use crate::ui::panel::copy::Copy;
use crate::ui::platform::address;
use crate::ui::shell::{Icon, files, icon};
use crate::ui::workbench::Workbench;

/// What the dialog shows.
pub(super) fn content(workbench: Workbench) -> AnyView {
    let fragment = Memo::new(move |_| link::write(&workbench.document()));
    // So that it speaks the reader's language at the other end as well.
    let told = RwSignal::new(false);
    let query = move || {
        if told.get() { format!("?lang={}", workbench.language.get().key()) } else { String::new() }
    };
    let whole = Signal::derive(move || format!("{}{}{}", address::page(), query(), fragment.get()));
    let frame = Signal::derive(move || {
        let query = if told.get() { format!("{}&embed", query()) } else { "?embed".to_owned() };
        let source = format!("{}{query}{}", address::page(), fragment.get());
        format!("<iframe src=\"{source}\" width=\"960\" height=\"600\" title=\"Reachplan\"></iframe>")
    });
    let words = move || Sharing::of(workbench.language.get());
    let fits = move || Fit::of(whole.get().len());
    view! {
        <p>{move || words().lead}</p>
        {move || if fits() == Fit::TooLong { too_long(workbench) } else { link(workbench, whole) }}
        <p class="quiet" data-length=move || whole.get().len().to_string()>
            {move || crate::i18n::link_length(whole.get().len(), workbench.language.get())}
        </p>
        <label class="check">
            <input type="checkbox" data-field="with_language" prop:checked=move || told.get()
                on:change=move |event| told.set(event_target_checked(&event)) />
            <span>{move || words().with_language}</span>
        </label>
        <details class="share__more">
            <summary>{move || words().embed}</summary>
            <p class="quiet">{move || words().embed_hint}</p>
            {field(frame, "embed", words().embed)}
        </details>
        <p class="aside">{move || words().private}</p>
    }
    .into_any()
}

fn link(workbench: Workbench, whole: Signal<String>) -> AnyView {
    field(whole, "link", Sharing::of(workbench.language.get_untracked()).link)
}

/// A text to be copied, with the button that does it.
fn field(text: Signal<String>, name: &'static str, label: &'static str) -> AnyView {
    view! {
        <div class="share__text">
            <input class="input input--mono" type="text" readonly="" data-field=name aria-label=label prop:value=text
                on:focus=move |event| event_target::<web_sys::HtmlInputElement>(&event).select() />
            <Copy text=text label=Signal::derive(move || Sharing::copy_word()) />
        </div>
    }
    .into_any()
}

fn too_long(workbench: Workbench) -> AnyView {
    let words = move || Sharing::of(workbench.language.get());
    view! {
        <p>{move || words().too_long}</p>
        <button type="button" class="button button--primary" data-command="save" on:click=move |_| files::save(workbench)>
            {icon(Icon::Save)} {move || words().take_file}
        </button>
    }
    .into_any()
}
