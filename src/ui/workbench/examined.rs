//! What is worked out after a change: at once everything about the current connection, then the verdicts of all others and
//! what they have to say of each element, without keeping the browser from drawing.

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
    /// Whether all verdicts are those of this topology; else only what leads to the current data source.
    is_whole: bool,
}

/// The verdicts of a topology.
type Judged = Option<(Shared<Topology>, Shared<Overview>)>;

/// What is known of the topology. In a large plan everything about the current connection is known at once, and the verdicts
/// of the others follow after the next picture.
pub(super) fn memo(shown: Memo<Shared<Topology>>, pair: RwSignal<Option<(Id, Id)>>) -> Memo<Examined> {
    let judged = RwSignal::new(Judged::None);
    let examined =
        Memo::new(move |before: Option<&Examined>| examine(&shown.get(), &judged.get(), pair, before));
    Effect::new(move |_| {
        let waiting =
            examined.with(|now| (!now.is_whole).then(|| (now.topology.clone(), now.overview.clone())));
        if let Some((topology, ahead)) = waiting {
            spawn_local(async move {
                breathe().await;
                if shown.try_get_untracked().is_some_and(|now| now == topology) {
                    let whole = Shared::from(Survey::of(&topology).overview());
                    // Most edits change no other verdict, and then nobody has to look.
                    let overview = if *whole == *ahead { ahead } else { whole };
                    judged.set(Some((topology, overview)));
                }
            });
        }
    });
    examined
}

fn examine(
    topology: &Shared<Topology>,
    judged: &Judged,
    pair: RwSignal<Option<(Id, Id)>>,
    before: Option<&Examined>,
) -> Examined {
    let position = |overview: &Overview| {
        let chosen =
            pair.with(|pair| pair.as_ref().and_then(|(group, source)| overview.position(group, source)));
        chosen.or_else(|| (!overview.connections.is_empty()).then_some(0))
    };
    let judged = judged.as_ref().filter(|(of, _)| of == topology).map(|(_, overview)| overview);
    let same = before.filter(|before| before.topology == *topology);
    if let (Some(before), Some(overview)) = (same, judged)
        && before.overview == *overview
        && before.current == position(overview)
    {
        return Examined { is_whole: true, ..before.clone() };
    }
    let known = judged.or_else(|| same.filter(|before| before.is_whole).map(|before| &before.overview));
    let ahead = || {
        let large = before.filter(|before| before.overview.connections.len() > SLICE)?;
        // Another connection of the same topology is asked for: it may be one of those that are still to follow.
        let overview = same.is_none().then_some(&large.overview)?;
        Survey::ahead(topology, overview, &overview.connections.get(position(overview)?)?.data_source)
    };
    let (survey, is_whole) = match known {
        Some(overview) => (Survey::again(topology, overview.arc().clone()), true),
        None => match ahead() {
            Some(survey) => (survey, false),
            None => (Survey::of(topology), true),
        },
    };
    let overview = Shared::from(survey.overview());
    let current = position(&overview);
    let assessed = current.and_then(|at| survey.connection(at)).map(Shared::new);
    Examined { assessed, topology: topology.clone(), overview, current, is_whole }
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
