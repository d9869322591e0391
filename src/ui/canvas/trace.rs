//! The path of the current result, drawn over the lines, and what stops it.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::sizes::HEADER;
use crate::diagram::text::{Face, clipped, width};
use crate::diagram::{Arrangement, Point, Rect, Trace, pieces_data, trace};
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
    /// Where the reason stands, where there is room for it.
    note: Option<Rect>,
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
                let reason = clipped(&reason, Face::Name, 12.0, REASON);
                let trace = trace(&topology, all, &path, stop);
                let note = trace.stop.filter(|_| !reason.is_empty()).and_then(|at| note(at, &reason, all));
                Some(Traced {
                    trace,
                    note,
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
                    <path class="beyond" d=pieces_data(&trace.beyond) />
                    <path class="reached" d=pieces_data(&trace.reached) />
                </g>
            }
        })
    }
}

/// The badge where it stops, with the first words of the reason.
pub(super) fn stop(traced: Memo<Option<Traced>>) -> impl IntoView {
    move || {
        let Traced { trace, mark, reason, note, .. } = traced.get()?;
        let stop = trace.stop?;
        let Point { x, y } = stop;
        let sign = match mark {
            HopStatus::Fail => format!("M{} {}l6 6m0-6l-6 6", x - 3.0, y - 3.0),
            HopStatus::Part => format!("M{} {y}h6", x - 3.0),
            HopStatus::Unknown | HopStatus::NotReached | HopStatus::Pass => {
                format!(
                    "M{} {}a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M{x} {}v.01",
                    x - 2.5,
                    y - 2.0,
                    y + 4.5
                )
            }
        };
        let pill = note.map(|Rect { x, y, w, h }| {
            let (near_x, near_y) = (stop.x.clamp(x + 11.0, x + w - 11.0), if y > stop.y { y } else { y + h });
            view! {
                <path class="leader" d=format!("M{} {}L{near_x} {near_y}", stop.x, stop.y) />
                <rect class="pill" x=x y=y width=w height=h rx="11" />
                <text x=x + 10.0 y=y + 15.5>{reason}</text>
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

/// The spot beside the stop where the reason covers no card, no lozenge and no heading.
fn note(at: Point, reason: &str, all: &Arrangement) -> Option<Rect> {
    let (w, h) = (width(reason, Face::Name, 12.0) * 1.06 + 20.0, 22.0);
    let sides = [at.x - w + 20.0, at.x - w / 2.0, at.x - 20.0];
    let heights = [16.0, -38.0, 44.0, -66.0, 72.0, -94.0, 100.0];
    let spots = heights.iter().flat_map(|dy| sides.iter().map(move |x| Rect::new(*x, at.y + dy, w, h)));
    let headings =
        all.containers.iter().filter_map(|id| all.nodes.get(id)).map(|rect| Rect { h: HEADER, ..*rect });
    let cards = all.cards.iter().filter_map(|id| all.nodes.get(id)).copied();
    let taken: Vec<Rect> = headings.chain(cards).chain(all.hubs.values().copied()).collect();
    spots.into_iter().find(|spot| !taken.iter().any(|other| other.overlaps(spot.grown(4.0))))
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
