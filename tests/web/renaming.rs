//! Renaming in place, and what a name may hold.

use reachplan::base::Id;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use leptos::prelude::Set;

use crate::page::{key, open, settle};

#[wasm_bindgen_test]
async fn a_name_that_looks_like_markup_stays_a_text() {
    let text = r#"{"reachplan":1,"title":"","nodes":[{"id":"a","kind":"account","name":"<img src=x onerror=boom()>"}]}"#;
    let page = open(reachplan::wire::read(text).unwrap()).await;
    assert!(!page.has("[data-node] img") && !page.has("[data-node] image"));
    assert!(page.node("a").text_content().unwrap().contains("<img"));
}

#[wasm_bindgen_test]
async fn enter_keeps_the_typed_name_and_escape_the_old_one() {
    let text = r#"{"reachplan":1,"title":"","nodes":[{"id":"a","kind":"account","name":"Shop"}]}"#;
    let page = open(reachplan::wire::read(text).unwrap()).await;
    let id = Id::parse("a").unwrap();
    for (last, expected) in [("Escape", "Shop"), ("Enter", "Warehouse")] {
        page.workbench.renaming.set(Some(id.clone()));
        settle().await;
        let field: web_sys::HtmlInputElement = page.find(".rename").unchecked_into();
        field.set_value("Warehouse");
        key(&field, last);
        settle().await;
        assert!(!page.has(".rename"));
        assert_eq!(page.workbench.document_untracked().topology.name_of(&id), expected);
    }
}
