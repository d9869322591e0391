//! Dragging one of 150 nodes writes to that node, its lines and the one line that shows where it snaps, and to nothing
//! else.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;

use reachplan::topology::Document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{middle, open, point, settle};

/// One region with a resource group that is bound to a vSwitch, and data sources in ten more of them.
fn large() -> Document {
    let mut nodes = String::from(
        r#"{"id":"a","kind":"account"},{"id":"r","kind":"region","in":"a","region":"cn-hangzhou"},
        {"id":"v","kind":"vpc","in":"r","cidrs":["10.1.0.0/16"]},
        {"id":"rg","kind":"resource_group","in":"r","type":"exclusive_data_integration","bindings":[{"vswitch":"w0"}]}"#,
    );
    for w in 0..10 {
        write!(nodes, r#",{{"id":"w{w}","kind":"vswitch","in":"v","cidr":"10.1.{w}.0/24"}}"#).unwrap();
        for d in 0..14 {
            write!(nodes, r#",{{"id":"d{w}-{d}","kind":"data_source","in":"w{w}","product":"rds_mysql"}}"#)
                .unwrap();
        }
    }
    reachplan::wire::read(&format!(r#"{{"reachplan":1,"title":"large","nodes":[{nodes}]}}"#)).unwrap()
}

/// What was written to the page, as short texts: the attribute of an element, or what was put where.
type Log = Rc<RefCell<Vec<String>>>;

fn watch(root: &web_sys::Element) -> (Log, web_sys::MutationObserver) {
    let log: Log = Rc::default();
    let kept = Rc::clone(&log);
    let note = Closure::<dyn FnMut(js_sys::Array)>::new(move |records: js_sys::Array| {
        for record in records.iter() {
            let record: web_sys::MutationRecord = record.unchecked_into();
            kept.borrow_mut().extend(describe(&record));
        }
    });
    let observer = web_sys::MutationObserver::new(note.as_ref().unchecked_ref()).unwrap();
    note.forget();
    let everything = web_sys::MutationObserverInit::new();
    everything.set_subtree(true);
    everything.set_attributes(true);
    everything.set_child_list(true);
    everything.set_character_data(true);
    observer.observe_with_options(root, &everything).unwrap();
    (log, observer)
}

fn describe(record: &web_sys::MutationRecord) -> Vec<String> {
    let target: web_sys::Element = record.target().unwrap().unchecked_into();
    if record.type_() == "attributes" {
        return vec![format!("{}@{}", name(&target), record.attribute_name().unwrap())];
    }
    let (added, removed) = (record.added_nodes(), record.removed_nodes());
    let moved =
        |list: &web_sys::NodeList| (0..list.length()).filter_map(|at| list.get(at)).collect::<Vec<_>>();
    let elements = moved(&added)
        .into_iter()
        .chain(moved(&removed))
        .filter_map(|node| node.dyn_into::<web_sys::Element>().ok());
    elements.map(|element| name(&element)).collect()
}

fn name(element: &web_sys::Element) -> String {
    let own = |name: &str| element.get_attribute(name);
    let known = own("data-node").or_else(|| own("data-binding")).or_else(|| own("data-attachment"));
    known.unwrap_or_else(|| format!("<{} class={}>", element.tag_name(), own("class").unwrap_or_default()))
}

/// What appears because the press selects the node: its line stands out and can be taken by its end.
const SELECTED: [&str; 2] = ["<path class=raised>", "<g class=line-end>"];

#[wasm_bindgen_test]
async fn dragging_one_of_150_nodes_touches_it_and_its_lines_only() {
    let page = open(large()).await;
    assert_eq!(page.root.query_selector_all("[data-node]").unwrap().length(), 154);
    let group = page.node("rg");
    let start = middle(&group);
    let (log, observer) = watch(&page.root);
    point(&group, "pointerdown", start);
    for step in 1..=10 {
        point(&group, "pointermove", (start.0 + f64::from(step) * 6.0, start.1));
    }
    settle().await;
    observer.disconnect();
    let written = log.borrow().clone();
    let allowed = |entry: &String| {
        let element = entry.split('@').next().unwrap();
        ["rg", "rg/w0", "<path class=guide>"].contains(&element) || SELECTED.contains(&element)
    };
    let foreign: Vec<&String> = written.iter().filter(|entry| !allowed(entry)).collect();
    assert!(foreign.is_empty(), "also written: {foreign:?}");
    for mark in SELECTED {
        let times = written.iter().filter(|entry| *entry == mark).count();
        assert!(times <= 1, "{mark} comes with the selection, not with each move: {written:?}");
    }
    assert!(written.iter().any(|entry| entry == "rg@transform"), "the node follows: {written:?}");
    assert!(written.iter().any(|entry| entry == "rg/w0@d"), "its line follows: {written:?}");
    point(&group, "pointerup", (start.0 + 60.0, start.1));
}

#[wasm_bindgen_test]
async fn a_drag_is_one_step_of_undo_and_leaves_everything_else_where_it_is() {
    let page = open(large()).await;
    let group = page.node("rg");
    let before = middle(&page.node("d9-13"));
    let start = middle(&group);
    point(&group, "pointerdown", start);
    point(&group, "pointermove", (start.0 + 30.0, start.1));
    point(&group, "pointermove", (start.0 + 40.0, start.1));
    point(&group, "pointerup", (start.0 + 40.0, start.1));
    settle().await;
    assert!(middle(&page.node("rg")).0 > start.0 + 20.0);
    assert_eq!(middle(&page.node("d9-13")), before);
    page.workbench.undo();
    settle().await;
    assert_eq!(middle(&page.node("rg")), start);
    assert!(leptos::prelude::GetUntracked::get_untracked(&page.workbench.can_undo).is_none());
}

#[wasm_bindgen_test]
async fn escape_puts_everything_back() {
    let page = open(large()).await;
    let group = page.node("rg");
    let start = middle(&group);
    point(&group, "pointerdown", start);
    point(&group, "pointermove", (start.0 + 80.0, start.1 + 10.0));
    crate::page::key(&page.find("[data-canvas]"), "Escape");
    settle().await;
    assert_eq!(middle(&page.node("rg")), start);
    assert!(!page.has("[data-drop]") && !page.has(".lifted > *"));
    assert_eq!(page.workbench.document_untracked(), large());
}
