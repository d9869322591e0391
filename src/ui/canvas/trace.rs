//! The path of the current result, drawn over the lines, and what stops it.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::text::{Face, clipped, width};
use crate::diagram::{Point, Trace, path_data, trace};
use crate::report::{Connection, Hop};
use crate::topology::Topology;
use crate::ui::canvas::scene::Scene;
use crate::ui::workbench::Workbench;
use crate::verdict::HopStatus;

/// The room for the first words of a reason.
const REASON: f64 = 220.0;

/// What is drawn for the current result.
#[derive(Clone, PartialEq)]
pub(super) struct Traced {
    trace: Trace,
    verdict: &'static str,
    mark: HopStatus,
    reason: String,
}

impl Traced {
    /// Derives it from the current result.
    pub(super) fn memo(workbench: Workbench, scene: Scene) -> Memo<Option<Traced>> {
        Memo::new(move |_| {
            let result = workbench.result.get()?;
            let topology = workbench.topology.get();
            scene.arrangement.with(|all| {
                let path: Vec<Id> = result.path.iter().filter_map(|id| Id::parse(id)).collect();
                let hop = stopping(&result);
                let stop = hop.map(|hop| place_of(&topology, &result, &path, hop));
                let reason = hop.and_then(|hop| reason(&result, hop)).unwrap_or_default();
                Some(Traced {
                    trace: trace(&topology, all, &path, stop),
                    verdict: result.verdict.key(),
                    mark: hop.map_or(HopStatus::Pass, |hop| hop.status),
                    reason,
                })
            })
        })
    }
}

/// The path itself.
pub(super) fn path(traced: Memo<Option<Traced>>) -> impl IntoView {
    move || {
        traced.get().map(|Traced { trace, verdict, .. }| {
            view! {
                <g class="trace" data-verdict=verdict>
                    <path class="beyond" d=path_data(&trace.beyond) />
                    <path class="reached" d=path_data(&trace.reached) />
                </g>
            }
        })
    }
}

/// The badge where it stops, with the first words of the reason.
pub(super) fn stop(traced: Memo<Option<Traced>>) -> impl IntoView {
    move || {
        let Traced { trace, mark, reason, .. } = traced.get()?;
        let Point { x, y } = trace.stop?;
        let sign = match mark {
            HopStatus::Fail => format!("M{} {}l6 6m0-6l-6 6", x - 3.0, y - 3.0),
            HopStatus::Part => format!("M{} {y}h6", x - 3.0),
            HopStatus::Unknown | HopStatus::NotReached | HopStatus::Pass => {
                format!("M{} {}a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M{x} {}v.01", x - 2.5, y - 2.0, y + 4.5)
            }
        };
        let text = clipped(&reason, Face::Name, 12.0, REASON);
        let length = width(&text, Face::Name, 12.0) + 30.0;
        let pill = (!text.is_empty()).then(|| {
            view! {
                <rect class="pill" x=x - 12.0 y=y - 12.0 width=length height="24" rx="12" />
                <text x=x + 14.0 y=y + 4.0>{text}</text>
            }
        });
        Some(view! {
            <g class="stop" data-status=mark.key() aria-hidden="true">
                {pill}
                <circle cx=x cy=y r="9" />
                <path class="mark" d=sign />
            </g>
        })
    }
}

/// The first hop that stops the path; else the first that stops it in part; else the first that is not known.
fn stopping(result: &Connection) -> Option<&Hop> {
    let first = |status: HopStatus| result.hops.iter().find(|hop| hop.status == status);
    first(HopStatus::Fail).or_else(|| first(HopStatus::Part)).or_else(|| first(HopStatus::Unknown))
}

/// The position in the path of what a hop is about: the element itself, else the nearest place around it.
fn place_of(topology: &Topology, result: &Connection, path: &[Id], hop: &Hop) -> usize {
    let at = Id::parse(&hop.at);
    let here = at.as_ref().and_then(|at| path.iter().rposition(|id| id == at));
    let around = || {
        let at = at.as_ref()?;
        topology.ancestors(at).find_map(|(around, _)| path.iter().rposition(|id| id == around))
    };
    let share = || {
        let nth = result.hops.iter().position(|other| other == hop).unwrap_or(0);
        nth * path.len().saturating_sub(1) / result.hops.len().max(1)
    };
    here.or_else(around).unwrap_or_else(share)
}

fn reason(result: &Connection, hop: &Hop) -> Option<String> {
    let about = |code: &crate::rules::Code| result.findings.iter().find(|finding| finding.code == *code);
    hop.codes.iter().find_map(about).map(|finding| finding.message.clone())
}
