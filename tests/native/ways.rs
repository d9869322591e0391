//! How lines run in whole drawings.

use std::collections::BTreeSet;

use proptest::prelude::*;
use reachplan::base::Id;
use reachplan::diagram::{Arrangement, Point, Rect, arrange, rearrange};
use reachplan::i18n::Language;
use reachplan::samples::SAMPLES;
use reachplan::topology::{Document, Edit, Layout, Place};
use reachplan::wire;

use crate::generate::document;
use crate::seeded::drawings;

/// The samples and the plan of a company, as drawn and as tidied.
fn drawn() -> Vec<(String, Document)> {
    let samples = SAMPLES.iter().map(|sample| (sample.name, sample.document(Language::En).unwrap()));
    let company = wire::read(include_str!("../documents/company.json")).unwrap();
    let drawn: Vec<(&str, Document)> = samples.chain([("company", company)]).collect();
    let tidied = drawn.iter().map(|(name, document)| {
        let document = Document { layout: Layout::new().into(), ..document.clone() };
        (format!("{name}, tidied"), document)
    });
    drawn.iter().map(|(name, document)| ((*name).to_owned(), document.clone())).chain(tidied).collect()
}

fn crosses(way: &[Point], rect: Rect) -> bool {
    way.windows(2).any(|pair| Rect::between(pair[0], pair[1]).grown(0.5).overlaps(rect))
}

/// What a line crosses that has to stay readable: cards, lozenges and headings.
fn crossed<'a>(all: &'a Arrangement, way: &[Point], ends: [&Id; 2]) -> Vec<&'a Id> {
    let cards =
        all.cards.iter().map(|id| (id, all.nodes[id])).chain(all.hubs.iter().map(|(id, hub)| (id, *hub)));
    let headings = all.containers.iter().map(|id| (id, Rect { h: 32.0, ..all.nodes[id] }));
    let others = cards.chain(headings).filter(|(id, _)| !ends.contains(id));
    others.filter(|(_, rect)| crosses(way, *rect)).map(|(id, _)| id).collect()
}

#[test]
fn no_line_of_a_plan_of_ordinary_size_crosses_a_card_or_a_heading() {
    for (name, document) in drawn() {
        let all = arrange(&document.topology, &document.layout);
        assert!(!all.lines.is_empty() || name.starts_with("same-region"), "{name}");
        for (line, way) in &all.lines {
            let (from, to) = line.ends();
            assert_eq!(crossed(&all, way, [from, to]), Vec::<&Id>::new(), "{name}: {}", line.pair());
        }
    }
}

proptest! {
    #![proptest_config(drawings(200))]

    #[test]
    fn lines_lead_along_the_axes_from_edge_to_edge(document in document()) {
        let all = arrange(&document.topology, &document.layout);
        for (line, way) in &all.lines {
            let (from, to) = line.ends();
            let (from, to) = (all.get(from).unwrap(), all.get(to).unwrap());
            let (first, last) = (*way.first().unwrap(), *way.last().unwrap());
            for (rect, end) in [(from, first), (to, last)] {
                let (inner, outer) = (rect.grown(-0.01), rect.grown(0.01));
                prop_assert!(outer.contains(end) && !inner.contains(end), "{} at {end:?}", line.pair());
            }
            for pair in way.windows(2) {
                let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
                prop_assert!(dx.abs() < 1e-6 || dy.abs() < 1e-6, "{}: {way:?}", line.pair());
            }
        }
    }

    /// Which lines need not be looked at again is decided rightly: the drawing is the one that is made from nothing.
    #[test]
    fn what_is_kept_of_the_drawing_before_is_what_would_be_made_anew(
        document in document(),
        at in any::<prop::sample::Index>(),
        (x, y) in (-60..120_i32, -60..90_i32),
    ) {
        let before = arrange(&document.topology, &document.layout);
        let ids: BTreeSet<&Id> = before.nodes.keys().chain(before.hubs.keys()).collect();
        prop_assume!(!ids.is_empty());
        let id = (*at.get(&ids.into_iter().collect::<Vec<_>>())).clone();
        let place = Place { x: f64::from(x) * 8.0, y: f64::from(y) * 8.0, w: None, h: None };
        let moved = document.after(&Edit::Arrange(vec![(id.clone(), Some(place))])).unwrap();
        let removed = document.after(&Edit::Remove(vec![id])).unwrap_or_default();
        for after in [moved, removed] {
            let kept = rearrange(&after.topology, &after.layout, Some(&before));
            prop_assert_eq!(&kept, &arrange(&after.topology, &after.layout));
        }
    }
}
