//! Where everything is: places from the layout where it has them, an automatic nested layout for the rest. Containers
//! are as large as their content asks, neighbours never overlap, and the same drawing always gives the same picture.

mod flow;
mod hubs;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Id;
use crate::diagram::route::ways;
use crate::diagram::sizes::HEADER;
use crate::diagram::{LineId, Point, Rect, lines};
use crate::topology::{KindName, Layout, Topology};

pub(super) use hubs::free_spot;
use tree::Tree;

/// The boxes of all nodes and connections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// The box of every node.
    pub nodes: BTreeMap<Id, Rect>,
    /// The box of every connection's lozenge.
    pub hubs: BTreeMap<Id, Rect>,
    /// The containers, outer before inner: the order in which they are drawn.
    pub containers: Vec<Id>,
    /// What is drawn as a card.
    pub cards: Vec<Id>,
    /// The way of every line.
    pub lines: BTreeMap<LineId, Arc<[Point]>>,
}

/// Arranges a drawing.
pub fn arrange(topology: &Topology, layout: &Layout) -> Arrangement {
    rearrange(topology, layout, None)
}

/// The same, for which lines near which nothing has changed need not be looked at again.
pub fn rearrange(topology: &Topology, layout: &Layout, before: Option<&Arrangement>) -> Arrangement {
    let mut all = boxes(topology, layout);
    all.lines = ways(lines(topology), &all, before);
    all
}

/// Arranges a drawing without its lines.
pub(super) fn boxes(topology: &Topology, layout: &Layout) -> Arrangement {
    let mut tree = Tree::new(topology, layout);
    tree.place_all();
    let (containers, cards) = tree.drawing_order();
    let nodes = tree.boxes();
    let hubs = hubs::place_all(topology, layout, &nodes);
    Arrangement { nodes, hubs, containers, cards, lines: BTreeMap::new() }
}

impl Arrangement {
    /// The box of a node or a connection.
    pub fn get(&self, id: &Id) -> Option<Rect> {
        self.nodes.get(id).or_else(|| self.hubs.get(id)).copied()
    }

    /// The way of the line between two elements, in the direction from `from` to `to`.
    pub fn line(&self, from: &Id, to: &Id) -> Option<Vec<Point>> {
        let attachment = |connection: &Id, network: &Id| {
            self.lines.get(&LineId::Attachment { connection: connection.clone(), network: network.clone() })
        };
        let binding = || self.lines.get(&LineId::Binding { group: from.clone(), vswitch: to.clone() });
        if let Some(way) = attachment(to, from).or_else(binding) {
            return Some(way.to_vec());
        }
        attachment(from, to).map(|way| way.iter().rev().copied().collect())
    }

    /// The smallest box around everything.
    pub fn bounds(&self) -> Rect {
        let corners = self.lines.values().flat_map(|way| way.iter());
        let corners = corners.map(|corner| Rect::new(corner.x, corner.y, 0.0, 0.0));
        let all = self.nodes.values().chain(self.hubs.values()).copied().chain(corners);
        all.reduce(Rect::union).unwrap_or(Rect::new(0.0, 0.0, 640.0, 400.0))
    }

    /// What a finger takes hold of at a point: of the cards and connections within `reach` of it the nearest, else the
    /// place whose upper edge is there. However small something is drawn, it is touched in a square of twice `reach`.
    pub fn touched(&self, point: Point, reach: f64) -> Option<&Id> {
        let cards = self.cards.iter().filter_map(|id| Some((id, self.nodes.get(id)?)));
        let near = cards.chain(&self.hubs).filter(|(_, rect)| {
            let (x, y) = ((reach - rect.w / 2.0).max(0.0), (reach - rect.h / 2.0).max(0.0));
            Rect::new(rect.x - x, rect.y - y, rect.w + 2.0 * x, rect.h + 2.0 * y).contains(point)
        });
        let nearest =
            near.min_by(|a, b| a.1.centre().distance(point).total_cmp(&b.1.centre().distance(point)));
        nearest.map(|(id, _)| id).or_else(|| {
            let place = self.container_at(point, |_| false)?;
            let rect = self.nodes.get(place)?;
            // Most of a place stays free to pan on.
            let edge = HEADER.max((2.0 * reach).min(rect.h / 3.0));
            (point.y - rect.y <= edge).then_some(place)
        })
    }

    /// The innermost container at a point, none of `skipped` and nothing inside of them.
    pub fn container_at(&self, point: Point, skipped: impl Fn(&Id) -> bool) -> Option<&Id> {
        let at = |id: &&Id| !skipped(id) && self.nodes.get(*id).is_some_and(|rect| rect.contains(point));
        self.containers.iter().rev().find(at)
    }
}

/// The depth at which nodes of a kind are drawn when they lie where they should: 0 is outermost.
pub fn depth(kind: KindName) -> usize {
    match kind {
        KindName::Account | KindName::DataCenter | KindName::OtherCloud | KindName::Internet => 0,
        KindName::Region => 1,
        KindName::Vpc | KindName::ClassicNetwork | KindName::ResourceGroup => 2,
        KindName::VSwitch | KindName::NatGateway => 3,
        KindName::DataSource => 4,
    }
}
