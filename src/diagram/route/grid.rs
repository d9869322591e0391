//! The few coordinates at which a line may turn, and the cheapest way along them.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use crate::base::order;
use crate::diagram::route::around::{CLEAR, CORNER, Obstacle, Sort, toll};
use crate::diagram::route::direct::within;
use crate::diagram::route::simplified;
use crate::diagram::{Point, Rect};

/// So far a line leads straight away from a box before it may turn.
const LEAD: f64 = 8.0;
/// So far from the corners a line leaves upwards or downwards.
const INSET: f64 = 28.0;
/// How far beside a thing a line passes: between a heading and what is below it there is little room above and below.
const BESIDE: (f64, f64) = (8.0, 6.0);

/// Where a line may leave or enter a box: upon the edge, and a little away from it.
struct Port {
    edge: Point,
    away: Point,
    axis: Axis,
    /// What lies between the two, as cost.
    toll: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Across,
    Down,
}

pub(super) struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    starts: Vec<Port>,
    goals: Vec<Port>,
    /// Where the line ends.
    target: Rect,
    /// What the piece to the next column costs, row by row; to the next row, column by column.
    across: Vec<f64>,
    down: Vec<f64>,
}

/// A state on the way that is to be looked at: those that may lead to the cheapest way first.
struct Reached {
    /// What the way costs at least.
    least: f64,
    cost: f64,
    /// The place and the axis of arrival, or the end.
    state: usize,
}

impl Grid {
    /// Between two boxes, inside of `field`, turning beside what is `crossed` of the things near.
    pub(super) fn new(
        (a, b): (Rect, Rect),
        field: Rect,
        near: &[Obstacle],
        crossed: &BTreeSet<usize>,
    ) -> Self {
        let is_x = |x: &f64| field.x < *x && *x < field.right();
        let is_y = |y: &f64| field.y < *y && *y < field.bottom();
        let ports = |rect, towards| {
            let mut ports = ports(rect, towards, near);
            ports.retain(|port| is_x(&port.away.x) && is_y(&port.away.y));
            ports
        };
        let (starts, goals) = (ports(a, b), ports(b, a));
        let mut xs = vec![f64::midpoint(a.right(), b.x), f64::midpoint(b.right(), a.x)];
        let mut ys = vec![f64::midpoint(a.bottom(), b.y), f64::midpoint(b.bottom(), a.y)];
        for port in starts.iter().chain(&goals) {
            xs.push(port.away.x);
            ys.push(port.away.y);
        }
        for rect in crossed.iter().filter_map(|at| near.get(*at)).map(|thing| thing.rect) {
            xs.extend([rect.x - BESIDE.0, rect.right() + BESIDE.0]);
            ys.extend([rect.y - BESIDE.1, rect.bottom() + BESIDE.1]);
        }
        xs.retain(is_x);
        ys.retain(is_y);
        for all in [&mut xs, &mut ys] {
            order::sort_by(all, f64::total_cmp);
            all.dedup();
        }
        // A line keeps off its own ends by its lead; here it counts only what is inside.
        let ends = [a, b].map(|rect| Obstacle { rect: rect.grown(-CLEAR), sort: Sort::End });
        let things = || near.iter().chain(&ends);
        let across = pieces(&xs, &ys, things().map(|thing| (thing.rect, thing.sort.cost())));
        let down = pieces(&ys, &xs, things().map(|thing| (thing.rect.turned(), thing.sort.cost())));
        Self { xs, ys, starts, goals, target: b.grown(LEAD), across, down }
    }

    /// The cheapest way and its cost.
    pub(super) fn search(&self) -> Option<(Vec<Point>, f64)> {
        let end = 2 * self.xs.len() * self.ys.len();
        let mut costs = vec![f64::INFINITY; end + 1];
        let mut before: Vec<Option<usize>> = vec![None; end + 1];
        let mut waiting = BinaryHeap::new();
        for port in &self.starts {
            let (state, cost) = (self.state(port)?, LEAD + port.toll);
            if let Some(known) = costs.get_mut(state).filter(|known| cost < **known) {
                *known = cost;
                waiting.push(Reached { least: cost + self.left(state), cost, state });
            }
        }
        let goals: Vec<(usize, f64)> =
            self.goals.iter().filter_map(|port| Some((self.state(port)?, LEAD + port.toll))).collect();
        while let Some(Reached { cost, state, .. }) = waiting.pop() {
            if state == end {
                return Some((self.way(&before, end)?, cost));
            }
            if costs.get(state).is_none_or(|known| cost > *known) {
                continue;
            }
            let arrivals = goals.iter().filter(|goal| goal.0 / 2 == state / 2);
            let arrivals =
                arrivals.map(|(goal, last)| (end, last + if *goal == state { 0.0 } else { CORNER }));
            for (next, step) in self.steps(state).into_iter().flatten().chain(arrivals) {
                let cost = cost + step;
                if let Some(known) = costs.get_mut(next).filter(|known| cost < **known) {
                    *known = cost;
                    *before.get_mut(next)? = Some(state);
                    let left = if next == end { 0.0 } else { self.left(next) };
                    waiting.push(Reached { least: cost + left, cost, state: next });
                }
            }
        }
        None
    }

    /// The way that was found, with the edges it leaves and enters.
    fn way(&self, before: &[Option<usize>], end: usize) -> Option<Vec<Point>> {
        let mut state = before.get(end).copied().flatten()?;
        let arrived = state / 2;
        let mut way = vec![self.point(state)?];
        while let Some(last) = before.get(state).copied().flatten() {
            way.push(self.point(last)?);
            state = last;
        }
        let start = self.starts.iter().find(|port| self.state(port) == Some(state))?;
        way.push(start.edge);
        way.reverse();
        let is_straight = |port: &Port| {
            way.last().zip(way.iter().rev().nth(1)).is_some_and(|(at, before)| {
                if port.axis == Axis::Across {
                    at.y.total_cmp(&before.y).is_eq()
                } else {
                    at.x.total_cmp(&before.x).is_eq()
                }
            })
        };
        let at_goal =
            || self.goals.iter().filter(|port| self.state(port).is_some_and(|state| state / 2 == arrived));
        let goal = at_goal().find(|port| is_straight(port)).or_else(|| at_goal().next())?;
        way.push(goal.edge);
        Some(simplified(&way))
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

    /// What is left to go at least.
    fn left(&self, state: usize) -> f64 {
        let Some(Point { x, y }) = self.point(state) else { return 0.0 };
        let away = |low: f64, high: f64, at: f64| (low - at).max(at - high).max(0.0);
        let target = self.target;
        LEAD + away(target.x, target.right(), x) + away(target.y, target.bottom(), y)
    }

    /// The neighbouring places, with what it costs to go there.
    fn steps(&self, state: usize) -> [Option<(usize, f64)>; 4] {
        let (column, row) = (state / 2 % self.xs.len(), state / 2 / self.xs.len());
        let is_across = state.is_multiple_of(2);
        let turn = |across: bool| if across == is_across { 0.0 } else { CORNER };
        let across = |piece: Option<usize>, to: Option<usize>| {
            let piece = self.across.get(row * (self.xs.len() - 1) + piece?)?;
            Some((self.number(to?, row, Axis::Across), piece + turn(true)))
        };
        let down = |piece: Option<usize>, to: Option<usize>| {
            let piece = self.down.get(column * (self.ys.len() - 1) + piece?)?;
            Some((self.number(column, to?, Axis::Down), piece + turn(false)))
        };
        let (left, above) = (column.checked_sub(1), row.checked_sub(1));
        let right = Some(column + 1).filter(|at| *at < self.xs.len());
        let below = Some(row + 1).filter(|at| *at < self.ys.len());
        [
            across(left, left),
            across(right.and(Some(column)), right),
            down(above, above),
            down(below.and(Some(row)), below),
        ]
    }
}

/// What each piece between neighbours of `along` costs at each of `at`: its length, and what it crosses.
fn pieces(along: &[f64], at: &[f64], things: impl Iterator<Item = (Rect, f64)>) -> Vec<f64> {
    let lengths: Vec<f64> = along.iter().zip(along.iter().skip(1)).map(|(a, b)| b - a).collect();
    let mut pieces = lengths.repeat(at.len());
    for (rect, cost) in things {
        let rect = rect.grown(CLEAR);
        let (first, last) =
            (at.partition_point(|y| *y <= rect.y), at.partition_point(|y| *y < rect.bottom()));
        let from = along.partition_point(|x| *x <= rect.x).saturating_sub(1);
        let to = along.partition_point(|x| *x < rect.right());
        for line in first..last {
            for piece in from..to.min(lengths.len()) {
                let (Some(low), Some(high)) = (along.get(piece), along.get(piece + 1)) else { continue };
                let shared = (high.min(rect.right()) - low.max(rect.x)).max(0.0);
                if let Some(known) = pieces.get_mut(line * lengths.len() + piece) {
                    *known += cost * shared;
                }
            }
        }
    }
    pieces
}

/// The middle of every side, and the point of it that is nearest to what the line leads to.
fn ports(rect: Rect, towards: Rect, near: &[Obstacle]) -> Vec<Port> {
    let (centre, aim) = (rect.centre(), towards.centre());
    let heights = [within(aim.y, rect.y, rect.bottom()), centre.y];
    // On a corner of the upper edge stands the badge.
    let inset = INSET.min(rect.w / 2.0);
    let columns = [aim.x.clamp(rect.x + inset, rect.right() - inset), centre.x];
    let sides = heights.into_iter().flat_map(|y| [(rect.x, -LEAD, y), (rect.right(), LEAD, y)]);
    let sides = sides.map(|(x, lead, y)| (Point::new(x, y), Point::new(x + lead, y), Axis::Across));
    let ends = columns.into_iter().flat_map(|x| [(rect.y, -LEAD, x), (rect.bottom(), LEAD, x)]);
    let ends = ends.map(|(y, lead, x)| (Point::new(x, y), Point::new(x, y + lead), Axis::Down));
    let port = |(edge, away, axis)| Port { edge, away, axis, toll: toll(edge, away, near) };
    sides.chain(ends).map(port).collect()
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        other.least.total_cmp(&self.least).then(other.state.cmp(&self.state))
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
