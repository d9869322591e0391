//! The cheapest way between two boxes among things that stand there. Length and corners cost, and what is crossed costs by
//! its length, so that a line leads through a card only where every way around is absurd.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use crate::base::order;
use crate::diagram::route::direct::within;
use crate::diagram::route::simplified;
use crate::diagram::{Point, Rect};

/// So far a line leads straight away from a box before it may turn.
const LEAD: f64 = 8.0;
/// How far beside a thing a line passes: between a heading and what is below it there is little room above and below.
const BESIDE: (f64, f64) = (8.0, 6.0);
/// So near beside a thing a line crosses it.
const CLEAR: f64 = 2.0;
/// What a corner costs, as length.
const CORNER: f64 = 48.0;
/// What a unit of length inside one of the two ends costs.
const OWN: f64 = 50.0;
/// So often things that the best way crosses are looked at for ways around them.
const ROUNDS: usize = 5;

/// Something that a line should not cross.
pub(super) struct Obstacle {
    pub(super) rect: Rect,
    pub(super) sort: Sort,
}

/// What it is.
#[derive(Clone, Copy)]
pub(super) enum Sort {
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
    fn cost(self) -> f64 {
        match self {
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
    if crossed.is_empty() {
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
        if crossed.len() == known {
            break;
        }
    }
    best
}

/// The things that a way crosses.
fn hits(way: &[Point], near: &[Obstacle]) -> BTreeSet<usize> {
    // What is no longer than this crosses a border.
    let least = 2.0 * CLEAR + 0.5;
    let crossed =
        |thing: &Obstacle| segments(way).any(|(from, to)| inside(from, to, thing.rect, CLEAR) > least);
    near.iter().enumerate().filter(|(_, thing)| crossed(thing)).map(|(at, _)| at).collect()
}

fn segments(way: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    way.iter().zip(way.iter().skip(1)).map(|(from, to)| (*from, *to))
}

fn cost(way: &[Point], near: &[Obstacle]) -> f64 {
    let corners = way.len().saturating_sub(2);
    let lengths: f64 = segments(way).map(|(from, to)| from.distance(to) + toll(from, to, near.iter())).sum();
    lengths + CORNER * f64::from(u32::try_from(corners).unwrap_or(u32::MAX))
}

fn toll<'a>(from: Point, to: Point, things: impl Iterator<Item = &'a Obstacle>) -> f64 {
    things.map(|thing| thing.sort.cost() * inside(from, to, thing.rect, CLEAR)).sum()
}

/// How much of a straight piece lies in a box, or no further than `clear` from it.
fn inside(from: Point, to: Point, rect: Rect, clear: f64) -> f64 {
    let rect = rect.grown(clear);
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

/// Where a line may leave or enter a box: upon the edge, and a little away from it.
struct Port {
    edge: Point,
    away: Point,
    axis: Axis,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Across,
    Down,
}

/// The middle of every side, and the point of it that is nearest to what the line leads to.
fn ports(rect: Rect, towards: Rect) -> Vec<Port> {
    let (centre, aim) = (rect.centre(), towards.centre());
    let heights = [within(aim.y, rect.y, rect.bottom()), centre.y];
    let columns = [within(aim.x, rect.x, rect.right()), centre.x];
    let sides = heights.into_iter().flat_map(|y| [(rect.x, -LEAD, y), (rect.right(), LEAD, y)]);
    let sides = sides.map(|(x, lead, y)| (Point::new(x, y), Point::new(x + lead, y), Axis::Across));
    let ends = columns.into_iter().flat_map(|x| [(rect.y, -LEAD, x), (rect.bottom(), LEAD, x)]);
    let ends = ends.map(|(y, lead, x)| (Point::new(x, y), Point::new(x, y + lead), Axis::Down));
    sides.chain(ends).map(|(edge, away, axis)| Port { edge, away, axis }).collect()
}

/// The few coordinates at which a line may turn, and what it may cross.
struct Grid<'a> {
    xs: Vec<f64>,
    ys: Vec<f64>,
    starts: Vec<Port>,
    goals: Vec<Port>,
    ends: [Rect; 2],
    near: &'a [Obstacle],
}

/// A place on the way to be looked at next, the cheapest first.
struct Reached {
    cost: f64,
    state: usize,
}

impl<'a> Grid<'a> {
    fn new((a, b): (Rect, Rect), field: Rect, near: &'a [Obstacle], crossed: &BTreeSet<usize>) -> Self {
        let (is_x, is_y) =
            (|x: &f64| field.x < *x && *x < field.right(), |y: &f64| field.y < *y && *y < field.bottom());
        let ports = |rect, towards| {
            let mut ports = ports(rect, towards);
            ports.retain(|port| is_x(&port.away.x) && is_y(&port.away.y));
            ports
        };
        let (starts, goals) = (ports(a, b), ports(b, a));
        let (mut xs, mut ys) = (
            vec![f64::midpoint(a.right(), b.x), f64::midpoint(b.right(), a.x)],
            vec![f64::midpoint(a.bottom(), b.y), f64::midpoint(b.bottom(), a.y)],
        );
        for port in starts.iter().chain(&goals) {
            xs.push(port.away.x);
            ys.push(port.away.y);
        }
        for Obstacle { rect, .. } in crossed.iter().filter_map(|at| near.get(*at)) {
            let (x, y) = BESIDE;
            xs.extend([rect.x - x, rect.right() + x]);
            ys.extend([rect.y - y, rect.bottom() + y]);
        }
        xs.retain(is_x);
        ys.retain(is_y);
        for all in [&mut xs, &mut ys] {
            order::sort_by(all, f64::total_cmp);
            all.dedup();
        }
        Self { xs, ys, starts, goals, ends: [a, b], near }
    }

    /// The cheapest way and its cost.
    fn search(&self) -> Option<(Vec<Point>, f64)> {
        let states = 2 * self.xs.len() * self.ys.len();
        let mut costs = vec![f64::INFINITY; states];
        let mut before: Vec<Option<usize>> = vec![None; states];
        let mut waiting = BinaryHeap::new();
        for port in &self.starts {
            let state = self.state(port)?;
            let cost = LEAD + toll(port.edge, port.away, self.near.iter());
            if let Some(known) = costs.get_mut(state).filter(|known| cost < **known) {
                *known = cost;
                waiting.push(Reached { cost, state });
            }
        }
        while let Some(Reached { cost, state }) = waiting.pop() {
            if costs.get(state).is_none_or(|known| cost > *known) {
                continue;
            }
            for (next, step) in self.steps(state) {
                let cost = cost + step;
                if let Some(known) = costs.get_mut(next).filter(|known| cost < **known) {
                    *known = cost;
                    *before.get_mut(next)? = Some(state);
                    waiting.push(Reached { cost, state: next });
                }
            }
        }
        let arrivals = self.goals.iter().filter_map(|port| {
            let state = self.state(port)?;
            let last = LEAD + toll(port.edge, port.away, self.near.iter());
            let straight = costs.get(state)? + last;
            let turning = costs.get(state ^ 1)? + last + CORNER;
            Some(if straight <= turning { (straight, state, port) } else { (turning, state ^ 1, port) })
        });
        let (cost, mut state, port) = arrivals.min_by(|a, b| a.0.total_cmp(&b.0))?;
        let mut way = vec![port.edge, self.point(state)?];
        while let Some(last) = before.get(state).copied().flatten() {
            way.push(self.point(last)?);
            state = last;
        }
        let start = self.starts.iter().find(|port| self.state(port) == Some(state))?;
        way.push(start.edge);
        way.reverse();
        Some((simplified(&way), cost))
    }

    /// The place a little away from a port, in the port's direction.
    fn state(&self, port: &Port) -> Option<usize> {
        let column = self.xs.binary_search_by(|x| x.total_cmp(&port.away.x)).ok()?;
        let row = self.ys.binary_search_by(|y| y.total_cmp(&port.away.y)).ok()?;
        Some(self.number(column, row, port.axis))
    }

    fn number(&self, column: usize, row: usize, axis: Axis) -> usize {
        2 * (row * self.xs.len() + column) + usize::from(axis == Axis::Down)
    }

    fn point(&self, state: usize) -> Option<Point> {
        let at = state / 2;
        Some(Point::new(*self.xs.get(at % self.xs.len())?, *self.ys.get(at / self.xs.len())?))
    }

    /// The neighbouring places, with what it costs to go there.
    fn steps(&self, state: usize) -> Vec<(usize, f64)> {
        let (column, row) = (state / 2 % self.xs.len(), state / 2 / self.xs.len());
        let axis = if state.is_multiple_of(2) { Axis::Across } else { Axis::Down };
        let neighbours = [
            (column.checked_sub(1), Some(row), Axis::Across),
            (Some(column + 1).filter(|at| *at < self.xs.len()), Some(row), Axis::Across),
            (Some(column), row.checked_sub(1), Axis::Down),
            (Some(column), Some(row + 1).filter(|at| *at < self.ys.len()), Axis::Down),
        ];
        let step = |(column, row, next): (Option<usize>, Option<usize>, Axis)| {
            let to = self.number(column?, row?, next);
            let (from, end) = self.point(state).zip(self.point(to))?;
            let turn = if next == axis { 0.0 } else { CORNER };
            let own: f64 = self.ends.iter().map(|rect| OWN * inside(from, end, *rect, 0.0)).sum();
            Some((to, from.distance(end) + turn + own + toll(from, end, self.near.iter())))
        };
        neighbours.into_iter().filter_map(step).collect()
    }
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.total_cmp(&self.cost).then(other.state.cmp(&self.state))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Reached {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Reached {}
