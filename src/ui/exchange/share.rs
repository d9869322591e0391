//! The share dialog: the link that holds the whole plan, how long it is and what that fits, and the same plan inside
//! another page.

use leptos::prelude::*;

use crate::i18n::{self, chrome::Exchange, chrome::Panel};
use crate::link::{self, Fits};
use crate::ui::panel::copy::Copy;
use crate::ui::platform::{address, page};
use crate::ui::shell::{Icon, files, icon};
use crate::ui::workbench::Workbench;

/// What the dialog shows.
pub fn content(workbench: Workbench) -> AnyView {
    let fragment = Memo::new(move |_| link::write(&workbench.document()));
    // So that it speaks the reader's language at the other end as well.
    let told = RwSignal::new(false);
    let language = move || told.get().then(|| format!("lang={}", workbench.language.get().key()));
    let whole = Signal::derive(move || {
        let query = language().map(|language| format!("?{language}")).unwrap_or_default();
        format!("{}{query}{}", address::page(), fragment.get())
    });
    let frame = Signal::derive(move || {
        let query = language().map(|language| format!("&{language}")).unwrap_or_default();
        let source = format!("{}?embed{query}{}", address::page(), fragment.get());
        format!("<iframe src=\"{source}\" width=\"960\" height=\"600\" title=\"Reachplan\"></iframe>")
    });
    let words = move || Exchange::of(workbench.language.get());
    let length = Memo::new(move |_| whole.with(String::len));
    let fits = Memo::new(move |_| Fits::of(length.get()));
    view! {
        <p>{move || words().share_lead}</p>
        {move || if fits.get() == Fits::File {
            too_long(workbench)
        } else {
            field(workbench, whole, "link", |w| w.link)
        }}
        <p class="quiet" data-length=move || length.get().to_string()>
            {move || length.get()} " " {move || words().characters} {move || i18n::link_fits(workbench.language.get(), fits.get())}
        </p>
        <label class="check">
            <input type="checkbox" data-field="with_language" prop:checked=move || told.get()
                on:change=move |event| told.set(event_target_checked(&event)) />
            <span>{move || words().with_language}</span>
        </label>
        <details class="share__more">
            <summary>{move || words().embed}</summary>
            <p class="quiet">{move || words().embed_hint}</p>
            {field(workbench, frame, "embed", |w| w.embed)}
        </details>
        <p class="aside">{move || words().share_private}</p>
    }
    .into_any()
}

/// A text to be copied, with the button that does it.
fn field(
    workbench: Workbench,
    text: Signal<String>,
    name: &'static str,
    label: fn(&'static Exchange) -> &'static str,
) -> AnyView {
    view! {
        <div class="share__text">
            <input class="input input--mono" type="text" readonly="" autofocus=name == "link" data-field=name prop:value=text
                aria-label=move || label(Exchange::of(workbench.language.get())) on:focus=move |event| page::select_all(&event) />
            <Copy text=text label=Signal::derive(move || Some(Panel::of(workbench.language.get()).copy.to_owned())) />
        </div>
    }
    .into_any()
}

fn too_long(workbench: Workbench) -> AnyView {
    let words = move || Exchange::of(workbench.language.get());
    view! {
        <p>{move || words().too_long}</p>
        <button type="button" class="button button--primary" data-command="save" on:click=move |_| files::save(workbench)>
            {icon(Icon::Save)} {move || words().take_file}
        </button>
    }
    .into_any()
}
