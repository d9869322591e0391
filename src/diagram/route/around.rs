//! The cheapest way between two boxes among things that stand there. Length and corners cost, and what is crossed costs by
//! its length, so that a line leads through a card only where every way around is absurd.

use std::collections::BTreeSet;

use crate::diagram::route::grid::Grid;
use crate::diagram::{Point, Rect};

/// So near beside a thing a line crosses it.
pub(super) const CLEAR: f64 = 2.0;
/// What a corner costs, as length.
pub(super) const CORNER: f64 = 48.0;
/// So often things that the best way crosses are looked at for ways around them, and so many things at most.
const ROUNDS: usize = 4;
const CROSSED: usize = 16;

/// Something that a line should not cross.
pub(super) struct Obstacle {
    pub(super) rect: Rect,
    pub(super) sort: Sort,
}

/// What it is.
#[derive(Clone, Copy)]
pub(super) enum Sort {
    /// One of the two boxes that the line joins.
    End,
    /// A card or a lozenge.
    Card,
    /// The heading of a place.
    Heading,
    /// The edge of a place: a line may cross it, but not run along upon it.
    Border,
    /// A place in which neither end lies.
    Foreign,
}

impl Sort {
    /// What a unit of length across it costs.
    pub(super) fn cost(self) -> f64 {
        match self {
            Self::End => 50.0,
            Self::Card => 20.0,
            Self::Heading => 12.0,
            Self::Border | Self::Foreign => 2.0,
        }
    }
}

/// The direct way where it crosses nothing, else the cheapest.
pub(super) fn cheapest(
    ends: (Rect, Rect),
    within: Rect,
    near: &[Obstacle],
    direct: Vec<Point>,
) -> Vec<Point> {
    let mut crossed = hits(&direct, near);
    if crossed.is_empty() || crossed.len() > CROSSED {
        return direct;
    }
    let (mut best, mut least) = (direct.clone(), cost(&direct, near));
    for _ in 0..ROUNDS {
        let Some((way, price)) = Grid::new(ends, within, near, &crossed).search() else { break };
        let known = crossed.len();
        crossed.extend(hits(&way, near));
        if price < least {
            (best, least) = (way, price);
        }
        if crossed.len() == known || crossed.len() > CROSSED {
            break;
        }
    }
    best
}

/// The things that a way crosses.
fn hits(way: &[Point], near: &[Obstacle]) -> BTreeSet<usize> {
    // What is no longer than this crosses a border.
    let least = 2.0 * CLEAR + 0.5;
    let crossed = |thing: &Obstacle| segments(way).any(|(from, to)| inside(from, to, thing.rect) > least);
    near.iter().enumerate().filter(|(_, thing)| crossed(thing)).map(|(at, _)| at).collect()
}

fn segments(way: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    way.iter().zip(way.iter().skip(1)).map(|(from, to)| (*from, *to))
}

/// What a whole way costs.
fn cost(way: &[Point], near: &[Obstacle]) -> f64 {
    let corners = way.len().saturating_sub(2);
    let lengths: f64 = segments(way).map(|(from, to)| from.distance(to) + toll(from, to, near)).sum();
    lengths + CORNER * f64::from(u32::try_from(corners).unwrap_or(u32::MAX))
}

/// What a straight piece crosses, as cost.
pub(super) fn toll(from: Point, to: Point, things: &[Obstacle]) -> f64 {
    things.iter().map(|thing| thing.sort.cost() * inside(from, to, thing.rect)).sum()
}

/// How much of a straight piece lies in a box or close beside it.
fn inside(from: Point, to: Point, rect: Rect) -> f64 {
    let rect = rect.grown(CLEAR);
    let shared = |a: f64, b: f64, low: f64, high: f64| (a.max(b).min(high) - a.min(b).max(low)).max(0.0);
    let (x, y) = (shared(from.x, to.x, rect.x, rect.right()), shared(from.y, to.y, rect.y, rect.bottom()));
    let is_in = |at: f64, low: f64, high: f64| low < at && at < high;
    if (from.y - to.y).abs() < f64::EPSILON {
        if is_in(from.y, rect.y, rect.bottom()) { x } else { 0.0 }
    } else if is_in(from.x, rect.x, rect.right()) {
        y
    } else {
        0.0
    }
}
