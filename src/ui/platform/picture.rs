//! Pictures: an SVG text drawn by the browser as a PNG, and a PNG put into the clipboard.

use gloo::file::{Blob, ObjectUrl};
use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::{Refused, clipboard, document};

/// What browsers draw at most, in points along either side.
const LIMIT: f64 = 16_000.0;

/// Draws an SVG with `scale` points for each of its own and hands the PNG over.
pub fn to_png(svg: &str, scale: f64, then: impl FnOnce(Result<Vec<u8>, Refused>) + 'static) {
    let blob = Blob::new_with_options(svg, Some("image/svg+xml"));
    spawn_local(async move { then(drawn(ObjectUrl::from(blob), scale).await.ok_or(Refused)) });
}

async fn drawn(address: ObjectUrl, scale: f64) -> Option<Vec<u8>> {
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = scale.min(LIMIT / width.max(height).max(1.0));
    let canvas: web_sys::HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(points(width));
    canvas.set_height(points(height));
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let blob: web_sys::Blob = JsFuture::from(blob_of(canvas)).await.ok()?.dyn_into().ok()?;
    let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// A length that is neither negative nor above [`LIMIT`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded on both sides")]
fn points(length: f64) -> u32 {
    length.clamp(1.0, LIMIT) as u32
}

fn blob_of(canvas: web_sys::HtmlCanvasElement) -> js_sys::Promise {
    js_sys::Promise::new(&mut move |keep, refuse| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            drop(keep.call1(&JsValue::UNDEFINED, &blob));
        });
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            drop(refuse.call0(&JsValue::UNDEFINED));
        }
    })
}

/// Puts a PNG into the clipboard, which `draw` makes and gives away later. Must be called while a click or key is handled:
/// the browser is promised the picture at once.
pub fn copy(
    draw: impl FnOnce(Box<dyn FnOnce(Vec<u8>)>) + 'static,
    then: impl FnOnce(Result<(), Refused>) + 'static,
) {
    let mut draw = Some(draw);
    let promised = js_sys::Promise::new(&mut |keep: js_sys::Function, _| {
        if let Some(draw) = draw.take() {
            draw(Box::new(move |png| drop(keep.call1(&JsValue::UNDEFINED, &blob(&png)))));
        }
    });
    let written = clipboard::write("image/png", &promised);
    spawn_local(async move {
        let done = match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        };
        then(if done { Ok(()) } else { Err(Refused) });
    });
}

fn blob(png: &[u8]) -> JsValue {
    let blob: web_sys::Blob = Blob::new_with_options(png, Some("image/png")).into();
    blob.into()
}
