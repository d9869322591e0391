//! What the geometry promises.

use std::collections::BTreeSet;

use crate::base::Id;
use crate::diagram::moving::{Load, Target, nudged};
use crate::diagram::text::{Face, clipped, width};
use crate::diagram::{
    Gesture, Grip, Held, Input, Intent, Point, Pointer, Press, Rect, Viewport, aligned, arrange, path_data,
    route,
};
use crate::session::Alignment;
use crate::topology::{Document, Edit, Layout, Place};

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
    // The pinch goes on from where both fingers are: nothing jumps.
    let (_, intents) = gesture.step(moved(61.0));
    assert!(matches!(intents[0], Intent::Pan { dx, .. } if (dx - 0.5).abs() < 1e-9), "{intents:?}");
    assert!(matches!(intents[1], Intent::Zoom { factor, .. } if (factor - 139.0 / 140.0).abs() < 1e-9));
}

#[test]
fn a_second_finger_takes_back_a_line_too() {
    let (gesture, _) = Gesture::Idle.step(down(Grip::Port(id("a")), Pointer::Touch)).0.step(moved(60.0));
    let Input::Down { kind, press, grip, at, .. } = down(Grip::Ground(None), Pointer::Touch) else {
        panic!()
    };
    let (gesture, intents) = gesture.step(Input::Down { pointer: 2, kind, press, grip, at });
    assert_eq!(intents, [Intent::Revert]);
    assert!(matches!(gesture, Gesture::Pinching { .. }));
}

#[test]
fn a_finger_that_rests_opens_the_menu_unless_it_has_moved() {
    let rested = |kind, by| {
        let (gesture, _) = Gesture::Idle.step(down(Grip::Element(id("a")), kind));
        gesture.step(moved(10.0 + by)).0.step(Input::Rest)
    };
    let menu = Intent::Menu { id: Some(id("a")), at: Point::new(10.0, 10.0) };
    assert_eq!(rested(Pointer::Touch, 7.0), (Gesture::Idle, vec![menu]));
    assert!(rested(Pointer::Touch, 8.0).1.is_empty());
    assert!(rested(Pointer::Mouse, 0.0).1.is_empty());
}

#[test]
fn a_finger_draws_a_frame_where_it_selects_several() {
    let Input::Down { pointer, kind, grip, at, .. } = down(Grip::Ground(None), Pointer::Touch) else {
        panic!()
    };
    let (gesture, _) = Gesture::Idle.step(Input::Down { pointer, kind, press: Press::Adding, grip, at });
    assert!(matches!(gesture.step(moved(40.0)).0, Gesture::Framing { .. }));
}

#[test]
fn however_small_it_is_drawn_a_finger_finds_what_is_near() {
    let document = two_regions();
    let all = arrange(&document.topology, &document.layout);
    let card = all.nodes[&id("rg")];
    let beside = |dy: f64| Point::new(card.centre().x, card.bottom() + dy);
    let reach = |zoom: f64| 22.0 / zoom;
    assert_eq!(all.touched(beside(-1.0), reach(1.0)), Some(&id("rg")));
    assert_ne!(all.touched(beside(4.0), reach(1.0)), Some(&id("rg")));
    // At a fifth the card is 10 pixels high; a finger still has 22 each way.
    assert_eq!(all.touched(beside(22.0 / 0.2 - card.h / 2.0 - 1.0), reach(0.2)), Some(&id("rg")));
    let account = all.nodes[&id("a")];
    assert_eq!(all.touched(Point::new(account.right() - 4.0, account.y + 60.0), reach(0.5)), Some(&id("a")));
    assert_eq!(all.touched(Point::new(account.right() - 4.0, account.y + 60.0), reach(1.0)), None);
}

fn boxes(document: &Document, ids: [&str; 3]) -> [Rect; 3] {
    let all = arrange(&document.topology, &document.layout);
    ids.map(|text| all.nodes[&id(text)])
}

#[test]
fn several_elements_are_brought_into_line_and_nothing_else_moves() {
    let place = |x, y| Some(Place { x, y, w: None, h: None });
    let document = read(
        r#"{"id":"i","kind":"internet"},{"id":"p","kind":"data_source","in":"i","product":"oracle"},
        {"id":"q","kind":"data_source","in":"i","product":"oracle"},{"id":"r","kind":"data_source","in":"i","product":"oracle"},
        {"id":"s","kind":"data_source","in":"i","product":"oracle"}"#,
        "",
    )
    .with(&Edit::Arrange(vec![
        (id("i"), place(0.0, 0.0)),
        (id("p"), place(100.0, 100.0)),
        (id("q"), place(340.0, 200.0)),
        (id("r"), place(820.0, 330.0)),
        (id("s"), place(100.0, 600.0)),
    ]));
    let picked: BTreeSet<Id> = ["p", "q", "r"].map(id).into();
    let after = |alignment| {
        let all = arrange(&document.topology, &document.layout);
        let after = document.with(&aligned(&document, &all, &picked, alignment).unwrap());
        assert_eq!(boxes(&after, ["s", "s", "i"])[0], boxes(&document, ["s", "s", "i"])[0], "{alignment:?}");
        boxes(&after, ["p", "q", "r"])
    };
    let same = |values: [f64; 3]| values.iter().all(|value| (value - values[0]).abs() < 1e-9);
    assert!(same(after(Alignment::Left).map(|rect| rect.x)));
    assert!(same(after(Alignment::Centre).map(|rect| rect.centre().x)));
    assert!(same(after(Alignment::Right).map(Rect::right)));
    assert!(same(after(Alignment::Top).map(|rect| rect.y)));
    assert!(same(after(Alignment::Middle).map(|rect| rect.centre().y)));
    assert!(same(after(Alignment::Bottom).map(Rect::bottom)));
    let [p, q, r] = after(Alignment::Across);
    assert!((q.x - p.right() - (r.x - q.right())).abs() < 1e-9, "{p:?} {q:?} {r:?}");
    assert_eq!((p.x, r.x), (100.0, 820.0));
    let [p, q, r] = after(Alignment::Down);
    assert!((q.y - p.bottom() - (r.y - q.bottom())).abs() < 1e-9, "{p:?} {q:?} {r:?}");
}

#[test]
fn what_is_moved_by_name_finds_room_in_its_new_place() {
    let document = two_regions();
    let all = arrange(&document.topology, &document.layout);
    let load = Load::new(&document.topology, &BTreeSet::from([id("d3")]));
    let after = document.with(&load.edit_into(&document, &all, Some(&id("sw"))).unwrap());
    assert_eq!(after.topology.node(&id("d3")).unwrap().parent, Some(id("sw")));
    assert_tidy(&after);
    assert!(load.edit_into(&document, &all, Some(&id("a"))).is_err());
}

#[test]
fn what_lies_in_several_places_is_brought_into_line_where_all_of_it_may_be() {
    let document = crate::wire::read(include_str!("../../public/samples/other-region.json")).unwrap();
    let all = arrange(&document.topology, &document.layout);
    let picked: BTreeSet<Id> = ["orders", "warehouse"].map(id).into();
    let after = document.with(&aligned(&document, &all, &picked, Alignment::Top).unwrap());
    let after_all = arrange(&after.topology, &after.layout);
    let tops = ["orders", "warehouse"].map(|one| after_all.nodes[&id(one)].y);
    assert!((tops[0] - tops[1]).abs() < 1e-9, "{tops:?}");
    // The sample's vSwitches are drawn apart from each other; what moves in one moves by just that.
    let by = document.with(&nudged(&document, &all, &picked, (8.0, 16.0)).unwrap());
    let moved = arrange(&by.topology, &by.layout);
    for one in ["orders", "warehouse"].map(id) {
        assert_eq!(moved.nodes[&one], all.nodes[&one].shifted(8.0, 16.0), "{one}");
    }
}

#[test]
fn fitting_leaves_64_pixels_around_the_drawing_and_16_on_a_phone() {
    let area = Rect::new(0.0, 0.0, 1120.0, 200.0);
    for (width, left) in [(688.0, 64.0), (360.0, 16.0)] {
        let view = Viewport::fitting(area, width, 600.0);
        assert!((view.to_screen(area.origin()).x - left).abs() < 1e-9, "{view:?}");
    }
}

#[test]
fn a_path_goes_around_a_place_that_traffic_does_not_pass() {
    let place = |x, y| Some(Place { x, y, w: None, h: None });
    let document = read(
        r#"{"id":"a","kind":"account"},{"id":"r","kind":"region","in":"a","region":"cn-hangzhou"},
        {"id":"rg","kind":"resource_group","in":"r","type":"exclusive_data_integration"},
        {"id":"v","kind":"vpc","in":"r"},{"id":"w","kind":"vswitch","in":"v"},
        {"id":"net","kind":"internet"},{"id":"d","kind":"data_source","in":"net","product":"oracle"}"#,
        "",
    );
    let held = [("rg", 32.0, 80.0), ("v", 288.0, 80.0), ("d", 704.0, 96.0)];
    let document = document.with(&Edit::Arrange(held.map(|(node, x, y)| (id(node), place(x, y))).to_vec()));
    let all = arrange(&document.topology, &document.layout);
    let [group, vpc, source] = ["rg", "v", "d"].map(|node| all.nodes[&id(node)]);
    assert!(group.right() < vpc.x && vpc.right() < source.x, "the VPC stands between the two");
    let line = crate::diagram::trace(&all, &[id("rg"), id("d")], None).reached.concat();
    let crosses = line.windows(2).any(|ends| Rect::between(ends[0], ends[1]).overlaps(vpc));
    assert!(line.len() > 2 && !crosses, "{line:?} crosses {vpc:?}");
}
