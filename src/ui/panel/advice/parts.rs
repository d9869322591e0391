//! The runbook by who acts: each part to be copied and sent by itself.

use leptos::prelude::*;

use crate::advice::hand_over;
use crate::analysis::analyse;
use crate::export::{markdown_by_owner, part_markdown};
use crate::i18n::chrome::Advice;
use crate::i18n::{Names, advice as words, who};
use crate::ui::panel::advice::drawer;
use crate::ui::panel::copy::Copy;
use crate::ui::workbench::Workbench;

/// The parts, for the whole plan.
pub(in crate::ui::panel) fn section(workbench: Workbench) -> AnyView {
    let body = move || {
        let language = workbench.language.get();
        let said = Advice::of(language);
        let topology = workbench.topology.get();
        let names = Names { topology: &topology, language };
        let parts = hand_over(&analyse(&topology));
        if parts.is_empty() {
            return view! { <p class="quiet">{said.hand_over_none}</p> }.into_any();
        }
        let all = Signal::derive(move || {
            let document = workbench.document_untracked();
            markdown_by_owner(&document, &analyse(&document.topology), language)
        });
        let rows = parts.into_iter().map(|part| {
            let (who, role) = (who(&names, &part.who), words::role(part.role, language));
            let count = words::count_of_steps(part.shares.len(), language);
            let text =
                Signal::derive(move || part_markdown(&workbench.document_untracked(), &part, language));
            view! {
                <li class="width" data-part="">
                    <p>{who}</p>
                    <p class="aside">{role} " · " {count}</p>
                    <Copy text=text label=said.copy_part />
                </li>
            }
            .into_any()
        });
        let rows = rows.collect::<Vec<_>>();
        view! { <ul class="widths">{rows}</ul> <Copy text=all label=said.copy_all /> }.into_any()
    };
    drawer(workbench, "hand-over", |w| w.hand_over, Box::new(body))
}
