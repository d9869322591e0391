//! A page that holds nothing but the drawing, or another part, and hands to use it with.

use leptos::prelude::*;
use reachplan::i18n::Language;
use reachplan::topology::Document;
use reachplan::ui::canvas::Canvas;
use reachplan::ui::shell::provide_frame;
use reachplan::ui::workbench::{Theme, Workbench, provide_workbench};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A mounted drawing; gone from the page when dropped.
pub(crate) struct Page {
    pub(crate) workbench: Workbench,
    pub(crate) root: web_sys::HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

/// Mounts the drawing of a document in a box of 1,000 × 700 pixels.
pub(crate) async fn open(document: Document) -> Page {
    show(document, || view! { <Canvas /> }.into_any()).await
}

/// Mounts a part of the page for a document.
pub(crate) async fn show(document: Document, part: fn() -> AnyView) -> Page {
    let body = web_sys::window().unwrap().document().unwrap();
    let root: web_sys::HtmlElement = body.create_element("div").unwrap().unchecked_into();
    root.set_attribute("style", "position: fixed; inset: 0 auto auto 0; width: 1000px; height: 700px")
        .unwrap();
    body.body().unwrap().append_child(&root).unwrap();
    // Positions on the screen come from the stylesheet.
    let style = body.create_element("style").unwrap();
    style.set_text_content(Some(include_str!("../../style/diagram.css")));
    root.append_child(&style).unwrap();
    let handed = std::rc::Rc::new(std::cell::Cell::new(None));
    let kept = handed.clone();
    let mounted = leptos::mount::mount_to(root.clone(), move || {
        let workbench = provide_workbench(document, Language::En, Theme::Light);
        provide_frame();
        kept.set(Some(workbench));
        part()
    });
    let workbench = handed.take().unwrap();
    // In a large plan the badges come a moment after everything else.
    let without_badges = workbench.worst.get_untracked();
    for _ in 0..1000 {
        settle().await;
        if workbench.worst.get_untracked() != without_badges {
            break;
        }
    }
    settle().await;
    Page { workbench, root, _mounted: Box::new(mounted) }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Waits until everything that follows from what was done has been written to the page.
pub(crate) async fn settle() {
    for _ in 0..3 {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            let window = web_sys::window().unwrap();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }
}

impl Page {
    pub(crate) fn find(&self, selector: &str) -> web_sys::Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    pub(crate) fn node(&self, id: &str) -> web_sys::Element {
        self.find(&format!("[data-node=\"{id}\"]"))
    }

    pub(crate) fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }
}

/// The middle of what is drawn, in pixels of the window.
pub(crate) fn middle(element: &web_sys::Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.x() + rect.width() / 2.0, rect.y() + rect.height() / 2.0)
}

/// Sends a pointer event, as a mouse would.
pub(crate) fn point(target: &web_sys::Element, name: &str, (x, y): (f64, f64)) {
    let make = js_sys::Function::new_with_args(
        "target, name, x, y",
        "target.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, composed: true, \
         pointerId: 1, pointerType: 'mouse', isPrimary: true, button: name === 'pointermove' ? -1 : 0, \
         buttons: name === 'pointerup' ? 0 : 1, clientX: x, clientY: y }))",
    );
    let args = js_sys::Array::of4(target, &name.into(), &x.into(), &y.into());
    make.apply(&JsValue::NULL, &args).unwrap();
}

/// Types a text into a field, as far as the field is told of it.
pub(crate) fn type_text(field: &web_sys::Element, text: &str) {
    js_sys::Reflect::set(field, &"value".into(), &text.into()).unwrap();
    tell(field, "input");
}

/// Tells an element of an event.
pub(crate) fn tell(target: &web_sys::Element, name: &str) {
    let make = js_sys::Function::new_with_args(
        "target, name",
        "target.dispatchEvent(new Event(name, { bubbles: name !== 'blur' }))",
    );
    make.call2(&JsValue::NULL, target, &name.into()).unwrap();
}

/// Sends a key press and its release.
pub(crate) fn key(target: &web_sys::Element, key: &str) {
    let make = js_sys::Function::new_with_args(
        "target, key",
        "for (const name of ['keydown', 'keyup']) \
         target.dispatchEvent(new KeyboardEvent(name, { bubbles: true, cancelable: true, key }))",
    );
    make.call2(&JsValue::NULL, target, &key.into()).unwrap();
}
