//! The very small picture of a plan.

use reachplan::diagram::picture;
use reachplan::topology::Document;
use reachplan::wire;

#[test]
fn every_node_is_inside_the_field() {
    for (file, text) in crate::wire::good_documents().into_iter().take(8) {
        let drawn = wire::read(&text).unwrap();
        let picture = picture(&drawn);
        assert_eq!(picture.matches('M').count(), drawn.topology.nodes.len(), "{}", file.display());
        assert_eq!(picture.lines().count(), 3, "places, groups, sources");
        for part in picture.split(['M', '\n']).filter(|part| !part.is_empty()) {
            let numbers = part.split(['h', 'v', ' ', 'z']).filter_map(|number| number.parse::<f64>().ok());
            let [x, y, w, h, ..] = numbers.collect::<Vec<_>>()[..] else { panic!("{part}") };
            assert!(x >= 0.0 && y >= 0.0 && x + w <= 176.0 && y + h <= 96.0, "{part}");
        }
    }
}

#[test]
fn nothing_has_no_picture() {
    assert_eq!(picture(&Document::default()), "");
}
