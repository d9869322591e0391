//! What only paper shows: the runbook of every connection. Nothing of it is there, or worked out, until the page is printed.

use leptos::{html, prelude::*};

use crate::analysis::Survey;
use crate::export;
use crate::i18n;
use crate::report;
use crate::ui::platform::page;
use crate::ui::workbench::{Workbench, use_workbench};

/// The most connections that are put on paper, which are hundreds of sheets.
const MOST: usize = 400;

/// The runbook on paper.
#[component]
pub fn Paper() -> impl IntoView {
    let workbench = use_workbench();
    let place = NodeRef::<html::Div>::new();
    page::on_paper(move |begins| {
        // At once and not by a signal: the browser prints what is there when this returns.
        if let Some(Some(place)) = place.try_get_untracked() {
            place.set_inner_html(&if begins { runbook(workbench) } else { String::new() });
        }
    });
    view! { <div node_ref=place class="paper" data-panel="paper"></div> }
}

/// Every connection in the order of the overview, up to as many as anybody prints.
fn runbook(workbench: Workbench) -> String {
    let (topology, overview) = (workbench.shown.get_untracked(), workbench.overview.get_untracked());
    let language = workbench.language.get_untracked();
    let survey = Survey::again(&topology, overview.arc().clone());
    let shown = overview.connections.len().min(MOST);
    let told: Vec<report::Connection> = (0..shown)
        .filter_map(|at| survey.connection(at))
        .map(|assessed| report::connection(&topology, &assessed, language))
        .collect();
    let mut markup = export::paper(&topology, &told, &workbench.ticks.get_untracked(), language);
    let left = overview.connections.len() - shown;
    if left > 0 {
        markup.extend(["<p>", &i18n::not_printed(language, left), "</p>"]);
    }
    markup
}
