//! A plan as a very small picture: the data of a few paths in a field of 176 × 96.

use std::fmt::Write;

use crate::diagram::arrange;
use crate::topology::{Document, KindName};

/// The field, and the room left free around the drawing.
const FIELD: (f64, f64, f64) = (176.0, 96.0, 6.0);
/// Plans with more nodes than this are not drawn so small.
const MOST: usize = 400;

/// The paths of places, resource groups and data sources, one a line; empty of a plan that is empty or very large.
pub fn picture(document: &Document) -> String {
    let (topology, (width, height, edge)) = (&document.topology, FIELD);
    if topology.nodes.is_empty() || topology.nodes.len() > MOST {
        return String::new();
    }
    let all = arrange(topology, &document.layout);
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

#[cfg(test)]
mod tests {
    use super::picture;
    use crate::topology::Document;
    use crate::wire;

    #[test]
    fn every_node_is_inside_the_field() {
        let drawn = wire::read(include_str!("../../public/samples/other-region.json")).unwrap();
        let picture = picture(&drawn);
        assert_eq!(picture.matches('M').count(), drawn.topology.nodes.len());
        assert_eq!(picture.lines().count(), 3, "places, groups, sources");
        for part in picture.split(['M', '\n']).filter(|part| !part.is_empty()) {
            let numbers = part.split(['h', 'v', ' ', 'z']).filter_map(|number| number.parse::<f64>().ok());
            let [x, y, w, h, ..] = numbers.collect::<Vec<_>>()[..] else { panic!("{part}") };
            assert!(x >= 0.0 && y >= 0.0 && x + w <= 176.0 && y + h <= 96.0, "{part}");
        }
    }

    #[test]
    fn nothing_has_no_picture() {
        assert_eq!(picture(&Document::default()), "");
    }
}
