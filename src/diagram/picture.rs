//! A plan as a very small picture: the data of a few paths in a field of 176 × 96.

use std::fmt::Write;

use crate::diagram::arrange::boxes;
use crate::topology::{Document, KindName};

/// The field, and the room left free around the drawing.
const FIELD: (f64, f64, f64) = (176.0, 96.0, 6.0);
/// Plans with more nodes than this are not drawn so small.
const MOST: usize = 2_000;

/// The paths of places, resource groups and data sources, one a line; empty of a plan that is empty or very large.
pub fn picture(document: &Document) -> String {
    let (topology, (width, height, edge)) = (&document.topology, FIELD);
    if topology.nodes.is_empty() || topology.nodes.len() > MOST {
        return String::new();
    }
    let all = boxes(topology, &document.layout);
    let bounds = all.bounds();
    let scale = ((width - 2.0 * edge) / bounds.w.max(1.0)).min((height - 2.0 * edge) / bounds.h.max(1.0));
    let (left, top) = ((width - bounds.w * scale) / 2.0, (height - bounds.h * scale) / 2.0);
    let mut paths = [String::new(), String::new(), String::new()];
    let drawn = all.containers.iter().chain(&all.cards);
    for (id, rect) in drawn.filter_map(|id| Some((id, all.nodes.get(id)?))) {
        let [places, groups, sources] = &mut paths;
        let path = match topology.node(id).map(|node| node.kind.name()) {
            Some(KindName::ResourceGroup) => groups,
            Some(KindName::DataSource) => sources,
            _ => places,
        };
        let at = |value: f64, start: f64, from: f64| ((value - start) * scale + from).round();
        let (x, y) = (at(rect.x, bounds.x, left), at(rect.y, bounds.y, top));
        let (w, h) = ((rect.w * scale).round().max(2.0), (rect.h * scale).round().max(2.0));
        // Writing into a text cannot fail.
        write!(path, "M{x} {y}h{w}v{h}h-{w}z").ok();
    }
    paths.join("\n")
}
