//! What is worked out after a change: at once the verdicts of all connections and everything about the current one, then
//! what the others have to say of each element, without keeping the browser from drawing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analysis::{Assessed, Overview, Survey, Worst};
use crate::base::Id;
use crate::topology::Topology;
use crate::ui::platform::window::breathe;
use crate::ui::workbench::Shared;

/// After so many connections the browser may draw and answer.
const SLICE: usize = 40;
/// In a plan of more connections the drawing shows no findings: explaining all of them takes minutes.
const MOST: usize = 20_000;

/// The verdicts, and the current connection.
#[derive(Clone, PartialEq)]
pub(super) struct Examined {
    topology: Shared<Topology>,
    pub(super) overview: Shared<Overview>,
    pub(super) current: Option<usize>,
    pub(super) assessed: Option<Shared<Assessed>>,
}

/// What is known of the topology; where only another pair is chosen, the verdicts stay.
pub(super) fn memo(shown: Memo<Shared<Topology>>, pair: RwSignal<Option<(Id, Id)>>) -> Memo<Examined> {
    Memo::new(move |before: Option<&Examined>| {
        let topology = shown.get();
        let survey = match before.filter(|before| before.topology == topology) {
            Some(before) => Survey::again(&topology, before.overview.arc().clone()),
            None => Survey::of(&topology),
        };
        let overview = Shared::from(survey.overview());
        let chosen =
            pair.with(|pair| pair.as_ref().and_then(|(group, source)| overview.position(group, source)));
        let current = chosen.or_else(|| (!overview.connections.is_empty()).then_some(0));
        let assessed = current.and_then(|at| survey.connection(at)).map(Shared::new);
        Examined { assessed, topology: topology.clone(), overview, current }
    })
}

/// The worst finding about each element. A small plan has it before anything is drawn.
pub(super) fn worst(
    shown: Memo<Shared<Topology>>,
    overview: Memo<Shared<Overview>>,
) -> RwSignal<Shared<Worst>> {
    let worst = RwSignal::new(Shared::new(Worst::default()));
    // The effect that writes a signal: what takes longer than a frame cannot be derived in one go.
    Effect::new(move |_| {
        let judged = overview.get();
        let topology = shown.get_untracked();
        spawn_local(async move {
            let mut found = Worst::default();
            found.note(&judged.findings);
            if judged.connections.len() <= MOST {
                let mut since = judged.connections.len();
                let survey = Survey::again(&topology, judged.arc().clone());
                for positions in survey.by_source() {
                    if since > SLICE {
                        breathe().await;
                        if overview.try_get_untracked().is_none_or(|now| now != judged) {
                            return;
                        }
                        since = 0;
                    }
                    since += positions.len();
                    survey
                        .explained(&positions)
                        .iter()
                        .for_each(|connection| found.note(&connection.findings));
                }
            }
            worst.try_set(Shared::new(found));
        });
    });
    worst
}
