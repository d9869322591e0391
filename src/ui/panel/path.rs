//! The path strip: every station with its state, and in words what the hovered or first failing one says.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{self, Language};
use crate::report::{Connection, Hop};
use crate::ui::panel::light::{dim, light, select};
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::verdict::HopStatus;

/// The path strip of a result.
pub(super) fn strip(result: Memo<Option<Arc<Connection>>>) -> impl IntoView {
    let workbench = use_workbench();
    let pointed = RwSignal::new(None::<usize>);
    let hops =
        Memo::new(move |_| result.with(|result| result.as_ref().map(|r| r.hops.clone()).unwrap_or_default()));
    let told = move || {
        let at = pointed.get().or_else(|| hops.with(|hops| worst(hops)));
        result.with(|result| {
            result.as_ref().zip(at).and_then(|(result, at)| words(result, at, workbench.language.get()))
        })
    };
    view! {
        <ol class="path" on:mouseleave=move |_| pointed.set(None)>
            {move || hops.get().into_iter().enumerate().map(|(at, hop)| station(workbench, pointed, at, hop)).collect::<Vec<_>>()}
        </ol>
        <p class="path__says">{told}</p>
    }
}

fn station(workbench: Workbench, pointed: RwSignal<Option<usize>>, at: usize, hop: Hop) -> impl IntoView {
    let language = workbench.language;
    let (kind, status) = (hop.kind, hop.status);
    let label =
        move || format!("{}: {}", i18n::hop(language.get(), kind), i18n::hop_status(language.get(), status));
    let about = vec![hop.at];
    let (lit, chosen) = (about.clone(), about);
    let point = move || {
        pointed.set(Some(at));
        light(workbench, &lit);
    };
    let pointed_by_focus = point.clone();
    view! {
        <li class="path__hop">
            <button type="button" class="hop" data-hop=kind.key() data-status=status.key() aria-label=label title=label
                on:mouseenter=move |_| point() on:focus=move |_| pointed_by_focus() on:mouseleave=move |_| dim(workbench)
                on:blur=move |_| { pointed.set(None); dim(workbench); } on:click=move |_| select(workbench, &chosen)>
                <span class="hop__kind">{icon(Icon::Hop(kind))}</span>
                <span class="hop__status">{icon(Icon::Status(status))}</span>
            </button>
        </li>
    }
}

/// The first station that stops the traffic, else the first that is not known.
fn worst(hops: &[Hop]) -> Option<usize> {
    let first = |status: HopStatus| hops.iter().position(|hop| hop.status == status);
    first(HopStatus::Fail).or_else(|| first(HopStatus::Part)).or_else(|| first(HopStatus::Unknown))
}

fn words(result: &Connection, at: usize, language: Language) -> Option<String> {
    let hop = result.hops.get(at)?;
    let head = format!(
        "{}{}{}",
        i18n::hop(language, hop.kind),
        language.pick(": ", "："),
        i18n::hop_status(language, hop.status)
    );
    let why = result.findings.iter().find(|finding| hop.codes.contains(&finding.code));
    Some(match why {
        Some(finding) => format!("{head}{}{}", language.pick(". ", "。"), finding.message),
        None => head,
    })
}
