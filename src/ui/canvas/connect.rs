//! Drawing a line from the dot on an element's edge to another element.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::joining::{self, Join};
use crate::diagram::{Point, Rect, path_data, route};
use crate::i18n::{canvas as words, chrome, spoken};
use crate::session::{EditName, PaletteItem, addition_into};
use crate::topology::{ConnectionKind, Document, Edit, EditError, KindName, Topology};
use crate::ui::canvas::offer::{Choice, Offer};
use crate::ui::canvas::palette::{arranged, name, place_at};
use crate::ui::canvas::stage::Stage;

/// Whether lines can start at an element.
pub(super) fn starts_at(topology: &Topology, id: &Id) -> bool {
    joining::has_ports(topology, id)
}

/// How far from a target a line still ends at it, in screen pixels.
const REACH: f64 = 20.0;

/// Draws the line to the pointer and marks what is there. `loose` is what the end of an old line leaves.
pub(super) fn stretch(stage: Stage, from: &Id, loose: Option<&Id>, at: Point) {
    let end = stage.drawing(at);
    let start = stage.scene.arrangement.with_untracked(|all| all.get(from));
    let Some(start) = start else { return };
    stage.stretch.set(Some(path_data(&route(start, Rect::new(end.x, end.y, 0.0, 0.0)))));
    let (to, meant) = under(stage, from, loose, at);
    match meant {
        Join::Refused { to, reason } if loose.is_some() || openings(stage, from, at).is_empty() => {
            stage.mark(Some(&to), false);
            stage.hint_at(at, &why(stage, from, &reason));
        }
        Join::Nothing | Join::Refused { .. } => {
            stage.mark(None, false);
            stage.unhint();
        }
        Join::Choose { .. } | Join::Edit { .. } => {
            stage.mark(to.as_ref(), true);
            stage.unhint();
        }
    }
}

/// Makes the connection that the line means; on bare ground it offers what can be made there.
pub(super) fn finish(stage: Stage, from: &Id, at: Point) {
    let (_, meant) = under(stage, from, None, at);
    let offers = match &meant {
        Join::Nothing | Join::Refused { .. } => openings(stage, from, at),
        Join::Choose { .. } | Join::Edit { .. } => Vec::new(),
    };
    end(stage);
    if offers.is_empty() {
        carry_out(stage, from, meant, at);
    } else {
        let offers = offers.into_iter().map(|item| Offer::New { from: from.clone(), item }).collect();
        stage.choice.set(Some(Choice { at, offers }));
    }
}

/// Puts the end of a line on what is under the pointer.
pub(super) fn reattach(stage: Stage, fixed: &Id, loose: &Id, at: Point) {
    let (_, meant) = under(stage, fixed, Some(loose), at);
    end(stage);
    carry_out(stage, fixed, meant, at);
}

fn carry_out(stage: Stage, from: &Id, meant: Join, at: Point) {
    match meant {
        Join::Nothing => {}
        Join::Refused { reason, .. } => stage.workbench.say(why(stage, from, &reason)),
        Join::Choose { from, to, kinds } => match kinds.as_slice() {
            [only] => make(stage, &from, &to, *only),
            _ => {
                let offer = |kind| Offer::Join { from: from.clone(), to: to.clone(), kind };
                stage.choice.set(Some(Choice { at, offers: kinds.into_iter().map(offer).collect() }));
            }
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

/// What can be made where the line was let go.
fn openings(stage: Stage, from: &Id, at: Point) -> Vec<PaletteItem> {
    if stage.workbench.read_only.get_untracked() {
        return Vec::new();
    }
    let place = place_at(stage, at);
    stage.workbench.topology.with_untracked(|topology| joining::openings(topology, from, place.as_ref()))
}

/// Makes something at the end of the line and joins the two, in one step.
fn make_new(stage: Stage, from: &Id, item: PaletteItem, at: Point) {
    let workbench = stage.workbench;
    stage.choice.set(None);
    let made =
        new_end(&workbench.document_untracked(), from, item, place_at(stage, at).as_ref(), |id, place| {
            arranged(stage, item, id, place, at)
        });
    let Some((id, edit)) = made else { return };
    match workbench.act_named(EditName::Connect, &edit) {
        Ok(()) => workbench.select_only(&id),
        Err(reason) => workbench.refuse(&reason),
    }
}

fn new_end(
    document: &Document,
    from: &Id,
    item: PaletteItem,
    place: Option<&Id>,
    arranged: impl FnOnce(&Id, Option<&Id>) -> Edit,
) -> Option<(Id, Edit)> {
    let made = addition_into(&document.topology, item, place)?;
    let mut edits = vec![made.edit, arranged(&made.id, place)];
    let mut after = document.after(&Edit::All(edits.clone())).ok()?;
    let mut end = made.id.clone();
    if after.topology.resource_group(from).is_some() && item == PaletteItem::Node(KindName::Vpc) {
        // A group is bound to a vSwitch, so the new VPC comes with one.
        let inside = addition_into(&after.topology, PaletteItem::Node(KindName::VSwitch), Some(&made.id))?;
        after = after.after(&inside.edit).ok()?;
        edits.push(inside.edit);
        end = inside.id;
    }
    edits.push(joining::joined(&after.topology, from, &end)?);
    Some((made.id, Edit::All(edits)))
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

fn under(stage: Stage, from: &Id, loose: Option<&Id>, at: Point) -> (Option<Id>, Join) {
    if stage.workbench.read_only.get_untracked() {
        return (None, Join::Nothing);
    }
    let point = stage.drawing(at);
    let reach = REACH / stage.workbench.view.get_untracked().zoom;
    let all = stage.scene.arrangement.get_untracked();
    stage.workbench.topology.with_untracked(|topology| {
        let to = joining::target_at(topology, &all, from, point, reach);
        let meant = match (&to, loose) {
            (None, _) => Join::Nothing,
            (Some(to), Some(loose)) => joining::reattach(topology, from, loose, to),
            (Some(to), None) => joining::join(topology, from, to),
        };
        (to, meant)
    })
}

fn why(stage: Stage, from: &Id, reason: &EditError) -> String {
    let language = stage.workbench.language.get_untracked();
    stage.workbench.topology.with_untracked(|topology| match (reason, topology.node(from)) {
        (EditError::WrongKind(_), Some(node)) => words::joins(node.kind.name(), language).to_owned(),
        _ => words::refusal(reason, topology, language),
    })
}

/// What can be chosen after a line was drawn: the kind of connection, or what is made at its open end.
pub(super) fn choices(stage: Stage) -> AnyView {
    let language = stage.workbench.language;
    let item = move |offer: Offer, at: Point| {
        let text = match &offer {
            Offer::Join { kind, .. } => chrome::connection_kind(*kind, language.get()).to_owned(),
            Offer::New { item, .. } => words::new_and_linked(name(*item, language.get()), language.get()),
        };
        let choose = move |_| match &offer {
            Offer::Join { from, to, kind } => make(stage, from, to, *kind),
            Offer::New { from, item } => make_new(stage, from, *item, at),
        };
        view! { <button type="button" role="menuitem" on:click=choose>{text}</button> }.into_any()
    };
    let menu = move |Choice { at, offers }: Choice| {
        view! {
            <div class="choices" role="menu" aria-label=words::choose_kind(language.get())
                style=format!("left: {}px; top: {}px", at.x, at.y) on:pointerdown=|event| event.stop_propagation()>
                {offers.into_iter().map(|offer| item(offer, at)).collect::<Vec<_>>()}
            </div>
        }
        .into_any()
    };
    (move || stage.choice.get().map(menu)).into_any()
}
