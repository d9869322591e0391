//! Advice in the panel. A part is made only when it is opened: an edit while it is folded costs nothing.

pub(in crate::ui::panel) mod blast;
pub(in crate::ui::panel) mod free;
pub(in crate::ui::panel) mod parts;
pub(in crate::ui::panel) mod ways;
pub(in crate::ui::panel) mod widths;

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::Advice;
use crate::rules::Code;
use crate::topology::Document;
use crate::ui::platform::storage;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::Workbench;

/// A part that is folded at first and made when it is opened; what was left open opens again.
fn drawer(
    workbench: Workbench,
    name: &'static str,
    title: fn(&'static Advice) -> &'static str,
    body: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let key = format!("reachplan.section.{name}");
    let open = RwSignal::new(storage::read(&key).as_deref() == Some("open"));
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        storage::write(&key, if open.get_untracked() { "open" } else { "folded" }).ok();
    };
    view! {
        <section class="section" data-advice=name>
            <h3 class="section__head">
                <button type="button" class="section__fold" aria-expanded=move || open.get().to_string() on:click=toggle>
                    <span class="section__arrow" class=("section__arrow--open", move || open.get())>{icon(Icon::Down)}</span>
                    {move || title(Advice::of(workbench.language.get()))}
                </button>
            </h3>
            <div class="section__body" hidden=move || !open.get()>{move || open.get().then(&body)}</div>
        </section>
    }
    .into_any()
}

/// What is drawn, without its places: advice depends on nothing else.
fn drawn(workbench: Workbench) -> Document {
    Document { topology: Arc::clone(workbench.topology.get().arc()), ..Document::default() }
}

/// The connection that is looked at.
fn current(workbench: Workbench) -> Memo<Option<(Id, Id)>> {
    Memo::new(move |_| {
        workbench.result.with(|result| {
            let result = result.as_deref()?;
            Some((Id::parse(&result.resource_group)?, Id::parse(&result.data_source)?))
        })
    })
}

/// The button that does what a finding asks for, where advice knows it.
pub(super) fn remedy(workbench: Workbench, code: Code, at: &[String]) -> Option<AnyView> {
    match code {
        Code::WhitelistOpenToAll | Code::WhitelistWiderThanNeeded | Code::RouteTooWide => {
            Some(widths::remedy(workbench, code))
        }
        Code::OverlappingNetworks | Code::OverlappingVswitches => free::remedy(workbench, at),
        _ => None,
    }
}

/// A small button.
fn button(label: String, click: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class="button button--small" on:click=move |_| click()>{label}</button> }
        .into_any()
}
