//! The path of the current result, drawn over the lines, and what stops it.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::detail::{MESSAGES, name_size};
use crate::diagram::sizes::HEADER;
use crate::diagram::text::{Face, clipped, cut, width};
use crate::diagram::{Arrangement, Point, Rect, Trace, pieces_data, trace};
use crate::ui::canvas::MARGIN;
use crate::ui::canvas::stage::Stage;
use crate::verdict::HopStatus;

/// The room for a reason, in type sizes: two lines, two shorter ones, else the start of it in one, else its first words.
const ROOMS: [(usize, f64); 4] = [(2, 22.0), (2, 15.0), (1, 26.0), (1, 14.0)];

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
            let level = level.get();
            scene.arrangement.with(|all| {
                let path: Vec<Id> = result.path.iter().filter_map(|id| Id::parse(id)).collect();
                let hop = result.stopping();
                let stop = hop.map(|hop| result.place_of(&topology, &path, hop));
                let reason = hop.and_then(|hop| result.reason(hop)).unwrap_or_default().to_owned();
                let trace = trace(&topology, all, &path, stop);
                let readable = level < MESSAGES && !reason.is_empty();
                let size = name_size(level);
                let note = trace.stop.filter(|_| readable).and_then(|at| note(at, &reason, size, all));
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
        let pill = note.map(|Note { rect: Rect { x, y, w, h }, lines, size }| {
            let (near_x, near_y) = (stop.x.clamp(x + 11.0, x + w - 11.0), if y > stop.y { y } else { y + h });
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

/// The spot beside the stop where as much as possible of the reason covers no card, no lozenge and no heading, and if it
/// can be no border of a place.
fn note(at: Point, reason: &str, size: f64, all: &Arrangement) -> Option<Note> {
    let headings =
        all.containers.iter().filter_map(|id| all.nodes.get(id)).map(|rect| Rect { h: HEADER, ..*rect });
    let cards = all.cards.iter().filter_map(|id| all.nodes.get(id)).copied();
    let taken: Vec<Rect> = headings.chain(cards).chain(all.hubs.values().copied()).collect();
    let places: Vec<Rect> = all.containers.iter().filter_map(|id| all.nodes.get(id)).copied().collect();
    // What reaches beyond the drawing is out of sight when all of it is shown.
    let within = all.bounds().grown(MARGIN);
    let crosses = |spot: &Rect| places.iter().any(|place| place.overlaps(*spot) && !place.encloses(*spot));
    let fitting = |(most, room): &(usize, f64), strict: bool| {
        let lines = wrapped(reason, size, room * size, *most);
        let widest = lines.iter().map(|line| width(line, Face::Name, size)).fold(0.0, f64::max);
        let rows = if lines.len() > 1 { 2.0 } else { 1.0 };
        let (w, h) = (widest * 1.1 + size * 1.6, size * (0.9 + 1.25 * rows));
        let sides =
            [at.x - w + 20.0, at.x - w / 2.0, at.x - 20.0, within.x.ceil(), (within.right() - w).floor()];
        let heights = (0..4).flat_map(|step| {
            let away = 16.0 + f64::from(step) * (h / 2.0 + 16.0);
            [away, -away - h]
        });
        let mut spots = heights.flat_map(|dy| sides.map(|x| Rect::new(x, at.y + dy, w, h)));
        let near = |spot: &Rect| within.encloses(*spot) && (spot.x..=spot.right()).contains(&at.x);
        let free = |spot: &Rect| !taken.iter().any(|other| other.overlaps(spot.grown(4.0)));
        let rect = spots.find(|spot| near(spot) && free(spot) && !(strict && crosses(spot)))?;
        Some(Note { rect, lines, size })
    };
    // Two lines beside every border are better than more words upon one.
    let strict = ROOMS.iter().filter(|(most, _)| *most > 1).find_map(|room| fitting(room, true));
    strict.or_else(|| ROOMS.iter().find_map(|room| fitting(room, false)))
}

/// A text in at most two lines; the last one ends in … where there is more.
fn wrapped(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let (first, rest) = cut(text, Face::Name, size, room);
    if rest.is_empty() || most < 2 {
        return vec![clipped(text, Face::Name, size, room)];
    }
    // Latin words and addresses stay whole; Chinese breaks anywhere.
    let inside = rest.starts_with(|sign: char| sign.is_ascii_graphic());
    let words = first.rfind(' ').filter(|at| inside && at * 2 > first.len());
    let (first, rest) = text.split_at(words.unwrap_or(first.len()));
    vec![first.trim_end().to_owned(), clipped(rest.trim_start(), Face::Name, size, room)]
}
