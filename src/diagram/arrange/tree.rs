//! Places the nodes, from the inside out: what has a place of its own keeps it, and locates what lies around it; the
//! rest flows.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::base::order::{self, Gather};
use crate::diagram::arrange::{depth, flow, hubs};
use crate::diagram::sizes::{CARD_HEIGHT, GAP, HUB_HEIGHT, PADDING, least, top_inset};
use crate::diagram::{Point, Rect};
use crate::topology::{KindName, Layout, Place, Topology};

/// One node on its way to a place.
struct Item<'a> {
    id: &'a Id,
    kind: KindName,
    place: Option<Place>,
    children: Vec<usize>,
    rect: Rect,
    /// Whether its position is known, by its own place or by that of something inside.
    located: bool,
}

pub(super) struct Tree<'a> {
    items: Vec<Item<'a>>,
    roots: Vec<usize>,
    joins: hubs::Joins<'a>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(topology: &'a Topology, layout: &Layout) -> Self {
        let index: BTreeMap<&Id, usize> = topology.nodes.keys().enumerate().map(|(at, id)| (id, at)).gather();
        let mut items: Vec<Item<'a>> = Vec::with_capacity(index.len());
        for (id, node) in &topology.nodes {
            let place = layout.get(id).copied();
            let kind = node.kind.name();
            items.push(Item { id, kind, place, children: Vec::new(), rect: Rect::default(), located: false });
        }
        let mut roots = Vec::new();
        for (at, node) in topology.nodes.values().enumerate() {
            let parent = node.parent.as_ref().and_then(|parent| index.get(parent));
            match parent.and_then(|parent| items.get_mut(*parent)) {
                Some(parent) => parent.children.push(at),
                None => roots.push(at),
            }
        }
        Self { items, roots, joins: hubs::Joins::new(topology, layout) }
    }

    pub(super) fn place_all(&mut self) {
        let roots = self.roots.clone();
        for root in &roots {
            self.place(*root, 0);
        }
        let content = self.content(None, &roots);
        self.widen_internet(content);
    }

    pub(super) fn boxes(&self) -> BTreeMap<Id, Rect> {
        self.items.iter().map(|item| (item.id.clone(), item.rect)).gather()
    }

    /// Containers from outside to inside, and cards.
    pub(super) fn drawing_order(&self) -> (Vec<Id>, Vec<Id>) {
        let (mut containers, cards): (Vec<&Item>, Vec<&Item>) =
            self.items.iter().partition(|item| item.kind.is_place());
        order::sort_by_key(&mut containers, |item| depth(item.kind));
        let ids = |items: Vec<&Item>| items.into_iter().map(|item| item.id.clone()).collect();
        (ids(containers), ids(cards))
    }

    fn rect(&self, at: usize) -> Rect {
        self.items.get(at).map_or_else(Rect::default, |item| item.rect)
    }

    /// Places a node and what is inside it; where its position is not known, near the origin.
    fn place(&mut self, at: usize, level: usize) {
        let Some(item) = self.items.get(at) else { return };
        let (id, kind, place) = (item.id, item.kind, item.place);
        // A drawing nests five deep; anything deeper is a circle that cannot be drawn.
        let children = if level < 8 { item.children.clone() } else { Vec::new() };
        for child in &children {
            self.place(*child, level + 1);
        }
        let (least_w, least_h) = least(kind);
        let wanted = |w: f64, h: f64| {
            let (set_w, set_h) = place.map_or((None, None), |place| (place.w, place.h));
            (set_w.unwrap_or(0.0).max(least_w).max(w), set_h.unwrap_or(0.0).max(least_h).max(h))
        };
        let content = self.content(Some((id, kind)), &children);
        let inside = children.iter().any(|child| self.items.get(*child).is_some_and(|item| item.located));
        let origin = match (place, content) {
            (Some(place), _) => Point::new(place.x, place.y),
            (None, Some(content)) if inside => Point::new(content.x - PADDING, content.y - top_inset()),
            (None, _) => Point::default(),
        };
        let rect = match content {
            None => {
                let (w, h) = wanted(0.0, 0.0);
                Rect::new(origin.x, origin.y, w, h)
            }
            Some(content) if inside => {
                let (w, h) = wanted(0.0, 0.0);
                let around = Rect::new(
                    content.x - PADDING,
                    content.y - top_inset(),
                    content.w + 2.0 * PADDING,
                    content.h + top_inset() + PADDING,
                );
                Rect::new(origin.x, origin.y, w, h).union(around)
            }
            Some(content) => {
                let (dx, dy) = (origin.x + PADDING - content.x, origin.y + top_inset() - content.y);
                for child in &children {
                    self.shift(*child, dx, dy);
                }
                let (w, h) = wanted(content.w + 2.0 * PADDING, content.h + top_inset() + PADDING);
                Rect::new(origin.x, origin.y, w, h)
            }
        };
        if let Some(item) = self.items.get_mut(at) {
            item.rect = rect;
            item.located = place.is_some() || inside;
        }
    }

    /// Arranges what lies directly in one place (`None`: in the drawing) and tells the box around it.
    fn content(&mut self, place: Option<(&Id, KindName)>, children: &[usize]) -> Option<Rect> {
        let located = |at: &&usize| self.items.get(**at).is_some_and(|item| item.located);
        let (fixed, free): (Vec<usize>, Vec<usize>) = (
            children.iter().filter(located).copied().collect(),
            children.iter().filter(|at| !located(at)).copied().collect(),
        );
        self.separate(&fixed);
        let around = fixed.iter().map(|at| self.rect(*at)).reduce(Rect::union);
        let start = around.map_or_else(Point::default, |around| Point::new(around.x, around.bottom() + GAP));
        let flowed = self.flow(place, &free, start);
        let mut both = match (around, flowed) {
            (Some(around), Some(flowed)) => around.union(flowed),
            (one, other) => one.or(other)?,
        };
        if fixed.is_empty() && self.joins.needs_lane(place.map(|(id, _)| id)) {
            both.h += GAP + HUB_HEIGHT;
        }
        Some(both)
    }

    /// Lets nodes without a position flow from `start` and tells the box around them.
    fn flow(&mut self, place: Option<(&Id, KindName)>, free: &[usize], start: Point) -> Option<Rect> {
        let mut parts: Vec<flow::Part> = Vec::with_capacity(free.len());
        for at in free {
            let Some(item) = self.items.get(*at) else { continue };
            parts.push(flow::Part { key: *at, kind: item.kind, w: item.rect.w, h: item.rect.h });
        }
        let (place, kind) = place.unzip();
        let wide = |a: usize, b: usize| {
            let ids = self.items.get(a).zip(self.items.get(b));
            ids.is_some_and(|(a, b)| self.joins.between(place, a.id, b.id))
        };
        let placed = flow::place(kind, parts, &wide);
        let mut around: Option<Rect> = None;
        for (at, x, y) in placed {
            let now = self.rect(at);
            self.shift(at, start.x + x - now.x, start.y + y - now.y);
            around = Some(around.map_or(self.rect(at), |around| around.union(self.rect(at))));
        }
        around
    }

    /// Moves nodes that overlap apart: the one further up or left stays, the other goes the shorter way.
    fn separate(&mut self, fixed: &[usize]) {
        let mut order: Vec<usize> = fixed.to_vec();
        order::sort_by(&mut order, |a, b| {
            let (a, b) = (self.rect(*a), self.rect(*b));
            (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut settled: Vec<Rect> = Vec::with_capacity(order.len());
        for at in order {
            let mut rect = self.rect(at);
            // Every push goes right or down, so it comes to an end; the limit is for huge piles.
            for _ in 0..64 {
                let Some(hit) = settled.iter().find(|other| other.overlaps(rect)) else {
                    break;
                };
                let (right, down) = (hit.right() + PADDING - rect.x, hit.bottom() + PADDING - rect.y);
                rect = if right <= down { rect.shifted(right, 0.0) } else { rect.shifted(0.0, down) };
            }
            let now = self.rect(at);
            self.shift(at, rect.x - now.x, rect.y - now.y);
            settled.push(rect);
        }
    }

    /// Moves a node with everything inside.
    fn shift(&mut self, at: usize, dx: f64, dy: f64) {
        if dx == 0.0 && dy == 0.0 {
            return;
        }
        let mut waiting = vec![at];
        while let Some(at) = waiting.pop() {
            let Some(item) = self.items.get_mut(at) else {
                continue;
            };
            item.rect = item.rect.shifted(dx, dy);
            waiting.extend(&item.children);
        }
    }

    /// The Internet is a band along the whole drawing.
    fn widen_internet(&mut self, content: Option<Rect>) {
        let Some(content) = content else { return };
        let internet =
            self.items.iter_mut().find(|item| item.kind == KindName::Internet && item.place.is_none());
        if let Some(item) = internet.filter(|item| !item.located) {
            item.rect.w = (content.right() - item.rect.x).max(item.rect.w);
            item.rect.h = item.rect.h.max(CARD_HEIGHT);
        }
    }
}
