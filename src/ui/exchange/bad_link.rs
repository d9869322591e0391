//! The dialog about a link that cannot be opened: what is wrong with it, and that nothing was lost.

use leptos::prelude::*;

use crate::i18n::{self, chrome::Exchange};
use crate::link::LinkProblem;
use crate::ui::workbench::Workbench;

/// What the dialog shows.
pub fn content(workbench: Workbench, problem: &LinkProblem) -> AnyView {
    let language = workbench.language.get();
    let said = i18n::link_problem(language, problem);
    // What is wrong with the document inside stands a line each below the sentence.
    let mut lines = said.lines().map(str::to_owned);
    let first = lines.next();
    let line = |line: String| view! { <li class="problem">{line}</li> };
    let rest = lines.map(line).collect::<Vec<_>>();
    view! {
        <p>{first}</p>
        {(!rest.is_empty()).then(|| view! { <ul class="problems">{rest}</ul> })}
        <p class="quiet">{Exchange::of(language).bad_link_kept}</p>
    }
    .into_any()
}
