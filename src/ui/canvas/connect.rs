//! Drawing a line from the dot on an element's edge to another element.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::joining::{self, Join};
use crate::diagram::{Point, Rect, path_data, route};
use crate::i18n::{canvas as words, chrome, spoken};
use crate::topology::{ConnectionKind, Edit, EditError, Topology};
use crate::ui::canvas::stage::{Choice, Stage};

/// Whether lines can start at an element.
pub(super) fn starts_at(topology: &Topology, id: &Id) -> bool {
    joining::has_ports(topology, id)
}

/// Draws the line to the pointer and marks what is there.
pub(super) fn stretch(stage: Stage, from: &Id, at: Point) {
    let end = stage.drawing(at);
    let start = stage.scene.arrangement.with_untracked(|all| all.get(from));
    let Some(start) = start else { return };
    stage.stretch.set(Some(path_data(&route(start, Rect::new(end.x, end.y, 0.0, 0.0)))));
    match under(stage, from, at) {
        Join::Nothing => {
            stage.mark(None, false);
            stage.unhint();
        }
        Join::Refused { to, reason } => {
            stage.mark(Some(&to), false);
            stage.hint_at(at, &why(stage, from, &reason));
        }
        Join::Choose { to, .. } => {
            stage.mark(Some(&to), true);
            stage.unhint();
        }
        Join::Edit { .. } => {
            let topology = stage.workbench.topology.get_untracked();
            let all = stage.scene.arrangement.get_untracked();
            let to = joining::target_at(&topology, &all, from, end);
            stage.mark(to.as_ref(), true);
            stage.unhint();
        }
    }
}

/// Makes the connection that the line means.
pub(super) fn finish(stage: Stage, from: &Id, at: Point) {
    let meant = under(stage, from, at);
    end(stage);
    carry_out(stage, from, meant, at);
}

fn carry_out(stage: Stage, from: &Id, meant: Join, at: Point) {
    match meant {
        Join::Nothing => {}
        Join::Refused { reason, .. } => stage.workbench.say(why(stage, from, &reason)),
        Join::Choose { from, to, kinds } => match kinds.as_slice() {
            [only] => make(stage, &from, &to, *only),
            _ => stage.choice.set(Some(Choice { at, from, to, kinds })),
        },
        Join::Edit { edit, made } => {
            if stage.workbench.attempt(&edit) {
                tell(stage, &edit);
                if let Some(made) = made {
                    stage.workbench.select_only(&made);
                }
            }
        }
    }
}

/// Tells people who listen what is joined now.
fn tell(stage: Stage, edit: &Edit) {
    let language = stage.workbench.language.get_untracked();
    if let Some(text) = stage.workbench.topology.with_untracked(|t| spoken::joined(edit, t, language)) {
        stage.workbench.announce(text);
    }
}

/// Joins two elements that were chosen without drawing a line.
pub(super) fn join(stage: Stage, from: &Id, to: &Id) {
    let meant = stage.workbench.topology.with_untracked(|topology| joining::join(topology, from, to));
    let all = stage.scene.arrangement.get_untracked();
    let at = all.get(to).map(Rect::centre).unwrap_or_default();
    carry_out(stage, from, meant, stage.workbench.view.get_untracked().to_screen(at));
}

/// Joins two networks by a new connection of a kind.
pub(super) fn make(stage: Stage, from: &Id, to: &Id, kind: ConnectionKind) {
    stage.choice.set(None);
    let join = stage.workbench.topology.with_untracked(|t| joining::connect(t, from, to, kind));
    if let Join::Edit { edit, made: Some(made) } = join
        && stage.workbench.attempt(&edit)
    {
        tell(stage, &edit);
        stage.workbench.select_only(&made);
    }
}

/// Takes the line away.
pub(super) fn end(stage: Stage) {
    if stage.stretch.with_untracked(Option::is_some) {
        stage.stretch.set(None);
        stage.mark(None, false);
        stage.unhint();
    }
}

fn under(stage: Stage, from: &Id, at: Point) -> Join {
    if stage.workbench.read_only.get_untracked() {
        return Join::Nothing;
    }
    let point = stage.drawing(at);
    let all = stage.scene.arrangement.get_untracked();
    stage.workbench.topology.with_untracked(|topology| joining::join_at(topology, &all, from, point))
}

fn why(stage: Stage, from: &Id, reason: &EditError) -> String {
    let language = stage.workbench.language.get_untracked();
    stage.workbench.topology.with_untracked(|topology| match (reason, topology.node(from)) {
        (EditError::WrongKind(_), Some(node)) => words::joins(node.kind.name(), language).to_owned(),
        _ => words::refusal(reason, topology, language),
    })
}

/// The menu of kinds after a line was drawn between two networks.
pub(super) fn choices(stage: Stage) -> impl IntoView {
    let language = stage.workbench.language;
    move || {
        stage.choice.get().map(|choice| {
            let Choice { at, from, to, kinds } = choice;
            let item = move |kind: ConnectionKind| {
                let (from, to) = (from.clone(), to.clone());
                let choose = move |_| make(stage, &from, &to, kind);
                view! {
                    <button type="button" role="menuitem" on:click=choose>
                        {move || chrome::connection_kind(kind, language.get())}
                    </button>
                }
            };
            view! {
                <div
                    class="choices"
                    role="menu"
                    aria-label=move || words::choose_kind(language.get())
                    style:left=format!("{}px", at.x)
                    style:top=format!("{}px", at.y)
                    on:pointerdown=|event| event.stop_propagation()
                >
                    {kinds.into_iter().map(item).collect_view()}
                </div>
            }
        })
    }
}
