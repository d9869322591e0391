//! A part of the panel under a small heading with a count; it folds, and remembers it.

use leptos::prelude::*;

use crate::ui::platform::storage;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::use_workbench;

/// A part of the panel.
#[component]
pub fn Section(
    /// The word under which its state is remembered.
    name: &'static str,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// How many things are in it.
    #[prop(optional, into)]
    count: MaybeProp<String>,
    /// Whether it starts folded.
    #[prop(optional)]
    folded: Folded,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let key = format!("reachplan.section.{name}");
    let remembered = storage::read(&key).map(|state| state == "open");
    let open = RwSignal::new(remembered.unwrap_or(folded == Folded::No));
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        // A browser that keeps nothing starts with the usual state the next time.
        storage::write(&key, if open.get_untracked() { "open" } else { "folded" }).ok();
    };
    view! {
        <section class="section">
            <h3 class="section__head">
                <button type="button" class="section__fold" aria-expanded=move || open.get().to_string() on:click=toggle>
                    <span class="section__arrow" class=("section__arrow--open", move || open.get())>{icon(Icon::Down)}</span>
                    {move || title.get()}
                    {move || count.get().map(|count| view! { <span class="section__count">{count}</span> })}
                </button>
            </h3>
            <div class="section__body" hidden=move || !open.get()>{children()}</div>
        </section>
    }
}

/// Whether a section starts folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folded {
    /// Open at first.
    #[default]
    No,
    /// Folded at first.
    Yes,
}

/// How many rows of a long list are drawn at first, and by how much more each time.
pub(super) const PORTION: usize = 40;

/// The button that draws the next rows of a list of `total`, while there are any.
pub(super) fn more(shown: RwSignal<usize>, total: Signal<usize>) -> AnyView {
    let workbench = use_workbench();
    let next = move |_| shown.update(|shown| *shown += 5 * PORTION);
    let rest = Memo::new(move |_| total.get().saturating_sub(shown.get()));
    let button = move || {
        let rest = rest.get();
        (rest > 0).then(|| {
            let text = crate::i18n::chrome::more(rest, workbench.language.get());
            view! { <button type="button" class="button button--plain button--small" on:click=next>{text}</button> }
        })
    };
    button.into_any()
}
