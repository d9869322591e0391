//! The path of the current result, drawn over the lines, and what stops it.

use leptos::prelude::*;

use crate::base::{Id, order};
use crate::diagram::detail::{MESSAGES, name_size};
use crate::diagram::sizes::HEADER;
use crate::diagram::text::{Face, width, wrapped};
use crate::diagram::{Arrangement, Point, Rect, Trace, Viewport, pieces_data, trace};
use crate::ui::canvas::stage::Stage;
use crate::verdict::HopStatus;

/// The room for a reason, in type sizes: two lines, two shorter ones, else the start of it in one, else its first words.
const ROOMS: [(usize, f64); 4] = [(2, 22.0), (2, 15.0), (1, 26.0), (1, 14.0)];

/// What a reason keeps from the lower edge of the surface, where the buttons are: in screen pixels.
const EDGE: f64 = 52.0;
/// What it keeps from the border of a place, in drawing units.
const APART: f64 = 8.0;

/// What is drawn for the current result.
#[derive(Clone, PartialEq)]
pub(super) struct Traced {
    trace: Trace,
    verdict: &'static str,
    mark: HopStatus,
    /// The reason beside the stop, where there is room for it and it can be read.
    note: Option<Note>,
}

/// Some lines of text in a box.
#[derive(Clone, PartialEq)]
struct Note {
    rect: Rect,
    lines: Vec<String>,
    size: f64,
}

impl Traced {
    /// Derives it from the current result.
    pub(super) fn memo(stage: Stage) -> Memo<Option<Traced>> {
        let Stage { workbench, scene, level, .. } = stage;
        Memo::new(move |_| {
            let result = workbench.result.get()?;
            let topology = workbench.topology.get();
            let (level, room) = (level.get(), stage.room.get());
            scene.arrangement.with(|all| {
                let path: Vec<Id> = result.path.iter().filter_map(|id| Id::parse(id)).collect();
                let hop = result.stopping();
                let stop = hop.map(|hop| result.place_of(&topology, &path, hop));
                let reason = hop.and_then(|hop| result.reason(hop)).unwrap_or_default().to_owned();
                let trace = trace(all, &path, stop);
                let readable = level < MESSAGES && !reason.is_empty();
                let size = name_size(level);
                let note = trace
                    .stop
                    .filter(|_| readable)
                    .and_then(|at| note(at, &reason, size, all, sight(all, room)));
                Some(Traced {
                    trace,
                    note,
                    verdict: result.verdict.key(),
                    mark: hop.map_or(HopStatus::Pass, |hop| hop.status),
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
        let Traced { trace, mark, note, .. } = traced.get()?;
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
        let pill = note.map(|Note { rect, lines, size }| {
            let Rect { x, y, w, h } = rect;
            let Point { x: near_x, y: near_y } = nearest(stop, rect);
            let line = |(nth, text): (u32, String)| {
                let below = y + size * (0.45 + 1.25 * f64::from(nth) + 0.9);
                view! { <text x=x + size * 0.8 y=below>{text}</text> }
            };
            view! {
                <path class="leader" d=format!("M{} {}L{near_x} {near_y}", stop.x, stop.y) />
                <rect class="pill" x=x y=y width=w height=h rx="11" />
                {(0..).zip(lines).map(line).collect::<Vec<_>>()}
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

/// What is in sight when all of the drawing is shown.
fn sight(all: &Arrangement, room: Option<(f64, f64)>) -> Rect {
    let bounds = all.bounds();
    room.map_or(bounds, |(width, height)| {
        let view = Viewport::fitting(bounds, width, height);
        let seen = view.seen(width, height).grown(-APART / view.zoom);
        let edge = (EDGE - APART) / view.zoom;
        Rect { h: seen.h - edge, ..seen }
    })
}

/// Where the line from the stop ends at its reason.
fn nearest(stop: Point, Rect { x, y, w, h }: Rect) -> Point {
    Point::new(stop.x.clamp(x + 11.0, x + w - 11.0), if y > stop.y { y } else { y + h })
}

/// What a reason does not do where that can be helped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// It covers no card, lozenge or heading.
    Covers,
    /// Neither does it lie upon the border of a place.
    Borders,
    /// Nor does the line to it lead over a card, lozenge or heading.
    Leads,
}

/// The spot in sight beside the stop where as much as possible of the reason covers no card, no lozenge and no heading, and if it
/// can be no border of a place, nor the line to it any of these.
fn note(at: Point, reason: &str, size: f64, all: &Arrangement, within: Rect) -> Option<Note> {
    let headings =
        all.containers.iter().filter_map(|id| all.nodes.get(id)).map(|rect| Rect { h: HEADER, ..*rect });
    let cards = all.cards.iter().filter_map(|id| all.nodes.get(id)).copied();
    let taken: Vec<Rect> = headings.chain(cards).chain(all.hubs.values().copied()).collect();
    let places: Vec<Rect> = all.containers.iter().filter_map(|id| all.nodes.get(id)).copied().collect();
    let crosses = |spot: &Rect| places.iter().any(|place| place.overlaps(*spot) && !place.encloses(*spot));
    let leads_over = |spot: &Rect| {
        let line = Rect::between(at, nearest(at, *spot)).grown(1.0);
        let own = |other: &&Rect| other.grown(10.0).contains(at);
        taken.iter().filter(|other| !own(other)).any(|other| other.overlaps(line))
    };
    let fitting = |(most, room): &(usize, f64), care: Care| {
        let lines = wrapped(reason, Face::Name, size, room * size, *most);
        let widest = lines.iter().map(|line| width(line, Face::Name, size)).fold(0.0, f64::max);
        let rows = if lines.len() > 1 { 2.0 } else { 1.0 };
        let (w, h) = (widest * 1.1 + size * 1.6, size * (0.9 + 1.25 * rows));
        let sides =
            [at.x - w + 20.0, at.x - w / 2.0, at.x - 20.0, within.x.ceil(), (within.right() - w).floor()];
        let steps = (0..4).map(|step| 16.0 + f64::from(step) * (h / 2.0 + 16.0));
        let below = places.iter().map(|place| place.bottom() + APART - at.y);
        let above = places.iter().map(|place| at.y - place.y + APART);
        let mut heights: Vec<(f64, f64)> = steps.clone().chain(below).map(|away| (away, away)).collect();
        heights.extend(steps.chain(above).map(|away| (away, -away - h)));
        heights.retain(|(away, _)| *away >= 16.0);
        order::sort_by(&mut heights, |one, other| one.0.total_cmp(&other.0));
        let mut spots = heights.iter().flat_map(|(_, dy)| sides.map(|x| Rect::new(x, at.y + dy, w, h)));
        let near = |spot: &Rect| within.encloses(*spot) && (spot.x..=spot.right()).contains(&at.x);
        let free = |spot: &Rect| !taken.iter().any(|other| other.overlaps(spot.grown(4.0)));
        let tidy = |spot: &Rect| {
            (care < Care::Borders || !crosses(spot)) && (care < Care::Leads || !leads_over(spot))
        };
        let rect = spots.find(|spot| near(spot) && free(spot) && tidy(spot))?;
        Some(Note { rect, lines, size })
    };
    // Two lines beside every border are better than more words upon one.
    let long = || ROOMS.iter().filter(|(most, _)| *most > 1);
    long()
        .find_map(|room| fitting(room, Care::Leads))
        .or_else(|| long().find_map(|room| fitting(room, Care::Borders)))
        .or_else(|| ROOMS.iter().find_map(|room| fitting(room, Care::Covers)))
}
