//! Fields keep to themselves what is half typed: only what can be taken reaches the document.

use leptos::prelude::*;
use reachplan::base::Id;
use reachplan::topology::{Document, Kind};
use reachplan::ui::panel::Inspector;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, key, settle, show, tell, type_text};

fn plan() -> Document {
    let text = r#"{"reachplan":1,"title":"","nodes":[{"id":"a","kind":"account"},
        {"id":"r","kind":"region","in":"a","region":"cn-hangzhou"},{"id":"v","kind":"vpc","in":"r"},
        {"id":"w","kind":"vswitch","in":"v","cidr":"10.1.8.0/24"}]}"#;
    reachplan::wire::read(text).unwrap()
}

async fn inspect(id: &str) -> Page {
    let page = show(plan(), || view! { <Inspector /> }.into_any()).await;
    page.workbench.select_only(&Id::parse(id).unwrap());
    settle().await;
    page
}

fn field(page: &Page, name: &str) -> web_sys::Element {
    page.find(&format!("[data-field=\"{name}\"]"))
}

fn value(field: &web_sys::Element) -> String {
    js_sys::Reflect::get(field, &"value".into()).unwrap().as_string().unwrap()
}

/// What the message beside a field says; empty where there is none.
fn said(page: &Page, field: &web_sys::Element) -> String {
    let described = field.get_attribute("aria-describedby");
    described.map(|id| page.find(&format!("#{id}")).text_content().unwrap()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn what_is_half_typed_never_enters_the_document() {
    let page = inspect("w").await;
    let field = field(&page, "cidr");
    for text in ["1", "10.", "10.1", "10.1.9", "10.1.9.", "10.1.9.0/", "10.1.9.0/2x"] {
        type_text(&field, text);
        settle().await;
        assert_eq!(page.workbench.document_untracked(), plan(), "{text}");
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"), "{text}");
        assert!(!said(&page, &field).is_empty(), "{text}");
        tell(&field, "blur");
        settle().await;
        assert_eq!(page.workbench.document_untracked(), plan(), "left at {text}");
        assert_eq!(value(&field), text, "what was typed is still there to be put right");
    }
    key(&field, "Escape");
    settle().await;
    assert_eq!(value(&field), "10.1.8.0/24");
    assert!(!field.has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn a_refused_block_says_why_and_what_would_be_right() {
    let page = inspect("w").await;
    let field = field(&page, "cidr");
    type_text(&field, "10.1.9.7/24");
    settle().await;
    assert!(said(&page, &field).contains("use 10.1.9.0/24 or 10.1.9.7"), "{}", said(&page, &field));
    let offer: web_sys::HtmlElement = page.find(".field__problem button").unchecked_into();
    offer.click();
    settle().await;
    assert_eq!(value(&field), "10.1.9.0/24");
    let document = page.workbench.document_untracked();
    let Kind::VSwitch(vswitch) = &document.topology.node(&Id::parse("w").unwrap()).unwrap().kind else {
        panic!("a vSwitch")
    };
    assert_eq!(vswitch.cidr.unwrap().to_string(), "10.1.9.0/24");
    assert_eq!(said(&page, &field), "");
}

#[wasm_bindgen_test]
async fn a_pasted_list_is_taken_apart_and_is_one_step_of_undo() {
    let page = inspect("v").await;
    let field = field(&page, "cidrs");
    type_text(&field, "10.1.0.0/16, 10.2.0.0/16；10.3.0.0/16\n172.16.0.0/12");
    settle().await;
    assert_eq!(page.workbench.document_untracked(), plan(), "only when the field is left");
    tell(&field, "blur");
    settle().await;
    let document = page.workbench.document_untracked();
    let blocks = document.topology.node(&Id::parse("v").unwrap()).unwrap().kind.cidrs().unwrap();
    let texts: Vec<String> = blocks.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "172.16.0.0/12"]);
    page.workbench.undo();
    settle().await;
    assert_eq!(page.workbench.document_untracked(), plan());
}

#[wasm_bindgen_test]
async fn one_wrong_entry_keeps_the_whole_list_out() {
    let page = inspect("v").await;
    let field = field(&page, "cidrs");
    type_text(&field, "10.1.0.0/16 10.2.0.0/33");
    tell(&field, "blur");
    settle().await;
    assert_eq!(page.workbench.document_untracked(), plan());
    assert!(said(&page, &field).contains("10.2.0.0/33"));
}
