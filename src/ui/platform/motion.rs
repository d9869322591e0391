//! Motion that respects the system: none where it is to be reduced.

use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::page;

/// How long a change of the layout takes, in milliseconds: `--change` of the stylesheet.
const CHANGE: f64 = 200.0;

/// Lets an element come to where it is now from `by` further back (drawing units), or appear where it came from nowhere.
pub fn glide(element: &web_sys::Element, by: Option<(f64, f64)>) {
    if by == Some((0.0, 0.0)) || page::matches("(prefers-reduced-motion: reduce)") {
        return;
    }
    let (name, from, to) = match by {
        Some((dx, dy)) => ("transform", format!("translate({}px, {}px)", -dx, -dy), "none"),
        None => ("opacity", "0".to_owned(), "1"),
    };
    let frames = js_sys::Object::new();
    let ends = js_sys::Array::of2(&from.into(), &to.into());
    // A browser without this method shows the end at once.
    let run = || -> Result<JsValue, JsValue> {
        js_sys::Reflect::set(&frames, &name.into(), &ends)?;
        let animate = js_sys::Reflect::get(element, &"animate".into())?;
        animate.unchecked_into::<js_sys::Function>().call2(element, &frames, &CHANGE.into())
    };
    drop(run());
}
