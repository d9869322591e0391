//! What the box offers where something has to be chosen: what to connect with, what to add, where to move to.

use leptos::prelude::*;

use super::{Act, Hit, distance, element, matches, named};
use crate::base::{Id, order};
use crate::diagram::joining::{self, Join};
use crate::diagram::moving::{Load, Target};
use crate::i18n::chrome::Shell;
use crate::i18n::{canvas, chrome};
use crate::session::fitting;
use crate::topology::ConnectionKind;
use crate::ui::shell::Icon;
use crate::ui::workbench::Workbench;

/// What an element can be connected with.
pub(super) fn targets(workbench: Workbench, from: &Id, sought: &str) -> Vec<Hit> {
    workbench.topology.with(|topology| {
        let all = joining::targets(topology, from);
        let hits = all.into_iter().filter(|id| matches(workbench, topology, id, sought));
        hits.flat_map(|id| {
            let hit = element(workbench, topology, &id);
            // Two networks can be joined in several ways: one line for each.
            let kinds = match joining::join(topology, from, &id) {
                Join::Choose { kinds, .. } => kinds,
                _ => Vec::new(),
            };
            let by = |kind: ConnectionKind| Hit {
                icon: Icon::Connection(kind),
                about: chrome::connection_kind_short(kind, workbench.language.get()).to_owned(),
                act: Act::Connect(from.clone(), id.clone(), Some(kind)),
                ..hit.clone()
            };
            let lines: Vec<Hit> = match kinds.as_slice() {
                [] => vec![Hit { act: Act::Connect(from.clone(), id.clone(), None), ..hit.clone() }],
                several => several.iter().copied().map(by).collect(),
            };
            lines
        })
        .collect()
    })
}

/// What can be added where an element is: only what may lie there.
pub(super) fn additions(workbench: Workbench, at: Option<&Id>, sought: &str) -> Vec<Hit> {
    let language = workbench.language.get();
    workbench.topology.with(|topology| {
        let around = at.and_then(|at| topology.ancestors(at).find(|(_, node)| node.kind.name().is_place()));
        let place = around.map(|(id, _)| id.clone());
        let about = place.as_ref().map(|id| workbench.called(id)).unwrap_or_default();
        let hits = fitting(topology, place.as_ref()).into_iter().map(|item| {
            let (label, icon) = named(item, language);
            Hit { icon, label, about: about.clone(), act: Act::AddInto(item, place.clone()) }
        });
        let mut hits: Vec<Hit> = hits.filter(|hit| hit.label.to_lowercase().contains(sought)).collect();
        order::sort_by_key(&mut hits, |hit| distance(&hit.label, sought));
        hits
    })
}

/// Where the selection can be moved; after that where it cannot, with the reason.
pub(super) fn places(workbench: Workbench, sought: &str) -> Vec<Hit> {
    let language = workbench.language.get();
    workbench.topology.with(|topology| {
        let load = Load::new(topology, &workbench.selection.get());
        let elsewhere = |id: &&Id| !load.all.contains(*id) && matches(workbench, topology, id, sought);
        let places = topology.nodes.iter().filter(|(_, node)| node.kind.name().is_place()).map(|(id, _)| id);
        let hit = |id: &Id| {
            let path = topology.ancestors(id).skip(1).map(|(id, _)| workbench.called(id));
            let (about, act) = match load.target(topology, Some(id)) {
                Target::Same => (Shell::of(language).is_here.to_owned(), Act::Refuse),
                Target::Allowed(_) => (path.collect::<Vec<_>>().join(" ‹ "), Act::MoveInto(id.clone())),
                Target::Refused(_, inner) => (canvas::belongs(inner, language).to_owned(), Act::Refuse),
            };
            Hit { about, act, ..element(workbench, topology, id) }
        };
        let (refused, mut hits): (Vec<Hit>, Vec<Hit>) =
            places.filter(elsewhere).map(hit).partition(|hit| hit.act == Act::Refuse);
        hits.extend(refused);
        hits
    })
}
