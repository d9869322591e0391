//! Beside a selected connection: the state of each of its attachments, to be changed where it is seen.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::Point;
use crate::i18n::{canvas as words, chrome};
use crate::topology::{Attachment, Edit, State};
use crate::ui::canvas::stage::Stage;

/// So many attachments have room beside the lozenge; the inspector has all.
const MOST: usize = 8;
/// The distance from the lozenge, in screen pixels: its lower dot stays free.
const APART: f64 = 18.0;

/// The states of the selected connection.
pub(super) fn states(stage: Stage) -> AnyView {
    let workbench = stage.workbench;
    let only = Memo::new(move |_| {
        let only =
            workbench.selection.with(|chosen| chosen.first().filter(|_| chosen.len() == 1).cloned())?;
        let is_hub = workbench.topology.with(|t| t.connections.contains_key(&only));
        let quiet =
            workbench.renaming.get().is_none() && !workbench.read_only.get() && stage.choice.get().is_none();
        (is_hub && quiet).then_some(only)
    });
    (move || only.get().map(|id| opened(stage, id))).into_any()
}

fn opened(stage: Stage, id: Id) -> AnyView {
    let workbench = stage.workbench;
    let (hub, held) = (id.clone(), id.clone());
    let place = move || {
        let rect = stage.scene.arrangement.with(|all| all.get(&hub)).unwrap_or_default();
        let at = workbench.view.get().to_screen(Point::new(rect.centre().x, rect.bottom()));
        format!("left: {}px; top: {}px", at.x, at.y + APART)
    };
    let attachments = Memo::new(move |_| {
        workbench
            .topology
            .with(|t| t.connections.get(&held).map(|held| held.attachments.clone()))
            .unwrap_or_default()
    });
    let rows = move || {
        let row = |attachment: Attachment| row(stage, id.clone(), attachment);
        attachments.get().into_iter().take(MOST).map(row).collect::<Vec<_>>()
    };
    let shown = move || attachments.with(|all| !all.is_empty());
    view! {
        <div class="states" role="group" aria-label=move || words::states(workbench.language.get()) style=place
            hidden=move || !shown() on:pointerdown=|event| event.stop_propagation() on:dblclick=|event| event.stop_propagation()>
            {rows}
        </div>
    }
    .into_any()
}

fn row(stage: Stage, connection: Id, Attachment { network, state }: Attachment) -> AnyView {
    let workbench = stage.workbench;
    let language = workbench.language;
    let name = workbench.called(&network);
    let option = move |other: State| {
        view! { <option value=other.key() selected=other == state>{chrome::state(other, language.get())}</option> }.into_any()
    };
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        if let Some(state) = State::ALL.into_iter().find(|state| state.key() == chosen) {
            workbench.attempt(&Edit::Attach {
                connection: connection.clone(),
                network: network.clone(),
                state,
            });
        }
    };
    view! {
        <label class="states__row">
            <span class="ellipsis">{name}</span>
            <select class="input" on:change=choose>{State::ALL.map(option).into_iter().collect::<Vec<_>>()}</select>
        </label>
    }
    .into_any()
}
