//! What the geometry promises.

use std::collections::BTreeSet;

use crate::base::Id;
use crate::diagram::draw::{self, Label, Standing};
use crate::diagram::moving::{Load, Target};
use crate::diagram::sizes::least;
use crate::diagram::text::{Face, clipped, width};
use crate::diagram::{
    Gesture, Grip, Held, Input, Intent, Point, Pointer, Press, Rect, Viewport, arrange, path_data, route,
};
use crate::topology::{Document, Edit, KindName, Layout, Place};

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn read(nodes: &str, connections: &str) -> Document {
    let text = format!(r#"{{"reachplan":1,"title":"","nodes":[{nodes}],"connections":[{connections}]}}"#);
    crate::wire::read(&text).unwrap()
}

/// Two regions with a VPC each, one of them with two vSwitches and three data sources, joined by a CEN.
fn two_regions() -> Document {
    read(
        r#"{"id":"a","kind":"account"},
        {"id":"h","kind":"region","in":"a","region":"cn-hangzhou"},{"id":"s","kind":"region","in":"a","region":"cn-shanghai"},
        {"id":"rg","kind":"resource_group","in":"h","type":"serverless","bindings":[{"vswitch":"hw"}]},
        {"id":"hv","kind":"vpc","in":"h"},{"id":"hw","kind":"vswitch","in":"hv"},
        {"id":"sv","kind":"vpc","in":"s"},{"id":"sw","kind":"vswitch","in":"sv"},{"id":"sx","kind":"vswitch","in":"sv"},
        {"id":"d1","kind":"data_source","in":"sw","product":"oracle"},{"id":"d2","kind":"data_source","in":"sw","product":"oracle"},
        {"id":"d3","kind":"data_source","in":"sx","product":"oracle"},{"id":"i","kind":"internet"}"#,
        r#"{"id":"c","kind":"cen","attachments":[{"network":"hv"},{"network":"sv"}]}"#,
    )
}

/// Everything lies in its place, and neighbours never overlap.
fn assert_tidy(document: &Document) {
    let all = arrange(&document.topology, &document.layout);
    for (one, node) in &document.topology.nodes {
        let rect = all.nodes[one];
        if let Some(parent) = &node.parent {
            assert!(all.nodes[parent].encloses(rect), "{one} lies in {parent}");
        }
        for (other, beside) in &document.topology.nodes {
            let siblings = one < other && node.parent == beside.parent;
            assert!(!siblings || !rect.overlaps(all.nodes[other]), "{one} overlaps {other}");
        }
    }
}

#[test]
fn containers_hold_their_content_and_neighbours_never_overlap() {
    assert_tidy(&two_regions());
}

#[test]
fn places_set_by_hand_are_kept_and_containers_grow_to_hold_them() {
    let place = |x, y| Some(Place { x, y, w: None, h: None });
    let document = two_regions()
        .with(&Edit::Arrange(vec![(id("d1"), place(900.0, 700.0)), (id("rg"), place(40.0, 60.0))]));
    let all = arrange(&document.topology, &document.layout);
    assert_eq!(all.nodes[&id("d1")].origin(), Point::new(900.0, 700.0));
    assert_tidy(&document);
}

#[test]
fn containers_that_would_overlap_are_moved_apart() {
    let place = |x, y| Some(Place { x, y, w: None, h: None });
    let document =
        two_regions().with(&Edit::Arrange(vec![(id("h"), place(0.0, 0.0)), (id("s"), place(10.0, 10.0))]));
    assert_tidy(&document);
}

#[test]
fn a_connection_stands_between_the_two_networks_it_joins() {
    let document = two_regions();
    let all = arrange(&document.topology, &Layout::new());
    let (hub, left, right) = (all.hubs[&id("c")], all.nodes[&id("h")], all.nodes[&id("s")]);
    assert!(left.right() <= hub.x && hub.right() <= right.x, "{left:?} {hub:?} {right:?}");
    assert!(all.nodes.values().filter(|rect| rect.h < 60.0).all(|card| !card.overlaps(hub)));
}

#[test]
fn dropping_something_moves_nothing_else() {
    let document = two_regions();
    let before = arrange(&document.topology, &document.layout);
    let load = Load::new(&document.topology, &BTreeSet::from([id("rg")]));
    let edit = load.edit(&document, &before, Some(&id("h")), (24.0, 160.0)).unwrap();
    let after = document.after(&edit).unwrap();
    let now = arrange(&after.topology, &after.layout);
    for node in ["hv", "hw", "s", "sv", "sw", "d1", "d3", "i", "c"].map(id) {
        assert_eq!(before.get(&node).map(Rect::origin), now.get(&node).map(Rect::origin), "{node}");
    }
}

#[test]
fn a_container_takes_its_content_along() {
    let document = two_regions();
    let before = arrange(&document.topology, &document.layout);
    let load = Load::new(&document.topology, &BTreeSet::from([id("sv"), id("d1")]));
    assert_eq!(load.tops, [id("sv")]);
    assert_eq!(load.target(&document.topology, Some(&id("h"))), Target::Allowed(Some(id("h"))));
    assert!(matches!(load.target(&document.topology, Some(&id("a"))), Target::Refused(..)));
    let edit = load.edit(&document, &before, Some(&id("h")), (-80.0, 400.0)).unwrap();
    let after = document.after(&edit).unwrap();
    let now = arrange(&after.topology, &after.layout);
    let way = |node: &str| {
        let (a, b) = (before.nodes[&id(node)], now.nodes[&id(node)]);
        (b.x - a.x, b.y - a.y)
    };
    assert_eq!(way("sv"), way("d3"));
    assert_tidy(&after);
}

#[test]
fn zooming_keeps_what_is_under_the_pointer() {
    let view = Viewport { x: 30.0, y: -20.0, zoom: 0.7 };
    let at = Point::new(400.0, 300.0);
    let (before, after) = (view.to_drawing(at), view.zoomed(at, 1.25).to_drawing(at));
    assert!(before.distance(after) < 1e-9);
}

#[test]
fn lines_run_along_the_axes() {
    let from = Rect::new(0.0, 0.0, 100.0, 50.0);
    for to in [
        Rect::new(300.0, 200.0, 80.0, 40.0),
        Rect::new(20.0, 300.0, 80.0, 40.0),
        Rect::new(-300.0, 10.0, 80.0, 40.0),
    ] {
        let line = route(from, to);
        let straight = |a: f64, b: f64| (a - b).abs() < f64::EPSILON;
        let along = |pair: &[Point]| straight(pair[0].x, pair[1].x) || straight(pair[0].y, pair[1].y);
        assert!(line.windows(2).all(along), "{line:?}");
        assert!(path_data(&line).starts_with('M'));
    }
}

#[test]
fn the_block_of_a_place_is_written_whole_and_a_long_name_gives_way_to_it() {
    for (name, seen) in
        [("vsw-shop", "vsw-shop"), ("vsw-warehouse-analytics", "vsw-wa<tspan class=\"c5 c0\">re<")]
    {
        let rect = Rect { x: 0.0, y: 0.0, w: least(KindName::VSwitch).0, h: 104.0 };
        let label = Label { name: name.to_owned(), detail: "172.16.4.0/24".to_owned(), face: Face::Mono };
        let drawn = draw::node(KindName::VSwitch, rect, &label, Standing::Fine).markup();
        assert!(drawn.contains(&format!(">{seen}")), "{drawn}");
        assert!(drawn.contains(">172.16.4.0/24<"), "{drawn}");
    }
}

#[test]
fn further_away_a_label_is_larger_and_says_less_and_nothing_of_it_is_lost() {
    let rect = Rect { x: 0.0, y: 0.0, w: 176.0, h: 52.0 };
    let label =
        Label { name: "orders-archive".to_owned(), detail: "10.2.3.20:3306".to_owned(), face: Face::Mono };
    let drawn = draw::node(KindName::DataSource, rect, &label, Standing::Fine).markup();
    assert!(drawn.contains(r#"<tspan class="e3">…"#), "whole up to level 2: {drawn}");
    assert!(drawn.contains(r#"class="detail d2" x="38" y="40">10.2.3.20:3306<"#), "{drawn}");
    let name = drawn.split("<text").nth(1).unwrap();
    let text: String = name.split('>').skip(1).map(|part| part.split('<').next().unwrap()).collect();
    assert_eq!(text.trim(), "orders-archive…", "read aloud in one piece");
}

#[test]
fn a_clipped_text_fits_and_says_that_it_was_cut() {
    for text in ["a-rather-long-resource-group-name", "订单数据库（华东2 上海）生产环境", "W"]
    {
        let cut = clipped(text, Face::Name, 13.0, 90.0);
        assert!(width(&cut, Face::Name, 13.0) <= 90.0);
        assert!(cut == text || cut.ends_with('…'));
    }
}

fn down(grip: Grip, kind: Pointer) -> Input {
    Input::Down { pointer: 1, kind, press: Press::Plain, grip, at: Point::new(10.0, 10.0) }
}

fn moved(x: f64) -> Input {
    Input::Move { pointer: 1, at: Point::new(x, 10.0), held: Held::default() }
}

#[test]
fn a_press_becomes_a_drag_after_four_pixels() {
    let (gesture, _) = Gesture::Idle.step(down(Grip::Element(id("a")), Pointer::Mouse));
    let (gesture, intents) = gesture.step(moved(13.0));
    assert!(intents.is_empty());
    let (gesture, intents) = gesture.step(moved(16.0));
    assert_eq!(intents[0], Intent::Lift(id("a")));
    let (gesture, intents) = gesture.step(Input::Cancel);
    assert_eq!((gesture, intents), (Gesture::Idle, vec![Intent::Revert]));
}

#[test]
fn a_finger_on_bare_canvas_pans_and_a_mouse_draws_a_frame() {
    let start = |kind| Gesture::Idle.step(down(Grip::Ground(None), kind)).0.step(moved(40.0));
    assert!(matches!(start(Pointer::Touch).0, Gesture::Panning { .. }));
    assert!(matches!(start(Pointer::Mouse).0, Gesture::Framing { .. }));
}

#[test]
fn a_second_finger_takes_back_what_the_first_did() {
    let (gesture, _) = Gesture::Idle.step(down(Grip::Element(id("a")), Pointer::Touch));
    let (gesture, _) = gesture.step(moved(60.0));
    let second = Input::Down {
        pointer: 2,
        kind: Pointer::Touch,
        press: Press::Plain,
        grip: Grip::Ground(None),
        at: Point::new(200.0, 10.0),
    };
    let (gesture, intents) = gesture.step(second);
    assert_eq!(intents, [Intent::Revert]);
    assert!(matches!(gesture, Gesture::Pinching { .. }));
}
