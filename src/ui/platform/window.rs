//! Events of the window as a whole, and turns of its loop. A listener lives as long as the view that asked for it.

use leptos::prelude::{StoredValue, on_cleanup};
use leptos::reactive::traits::WithValue;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::ui::platform::browser;

/// Calls `act` for every event of this name at the window until the view that asked is gone. The event's default
/// can be prevented.
pub fn listen<E: JsCast>(name: &'static str, act: impl FnMut(E) + 'static) {
    on(name, gloo::events::EventListenerOptions::enable_prevent_default(), act);
}

/// Like [`listen`], before anything in the page sees the event.
pub fn listen_first<E: JsCast>(name: &'static str, act: impl FnMut(E) + 'static) {
    let mut options = gloo::events::EventListenerOptions::run_in_capture_phase();
    options.passive = false;
    on(name, options, act);
}

fn on<E: JsCast>(
    name: &'static str,
    options: gloo::events::EventListenerOptions,
    mut act: impl FnMut(E) + 'static,
) {
    let Some(window) = browser() else { return };
    let listener = gloo::events::EventListener::new_with_options(&window, name, options, move |event| {
        act(event.clone().unchecked_into());
    });
    // Owned by the view: dropped, and with it the listener removed, when the view is gone.
    StoredValue::new_local(listener);
}

/// The width and height of what is seen of the page, in pixels.
pub fn size() -> (f64, f64) {
    let side = |read: fn(&web_sys::Window) -> Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        browser().and_then(|window| read(&window).ok()?.as_f64()).unwrap_or_default()
    };
    (side(web_sys::Window::inner_width), side(web_sys::Window::inner_height))
}

/// Lets the browser draw and answer before what follows goes on.
pub async fn breathe() {
    sleep(0).await;
}

/// Lets this many milliseconds pass.
pub async fn sleep(milliseconds: i32) {
    let mut later = |resolve: js_sys::Function, _| {
        // Without a window nobody waits for an answer.
        let asked = browser().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
        });
        drop(asked);
    };
    // A promise that is only ever kept.
    let kept = js_sys::futures::JsFuture::from(js_sys::Promise::new(&mut later)).await;
    drop(kept);
}

/// The lower left corner, in the window, of the element that hears an event.
pub fn corner(event: &web_sys::Event) -> Option<(f64, f64)> {
    let element: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let rect = element.get_bounding_client_rect();
    Some((rect.left() + 24.0, rect.bottom()))
}

/// Tells the width and height of what is inside an element, now and whenever they change, until the view that asked is gone.
pub fn watch_size(element: &web_sys::Element, tell: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let told = Closure::<dyn Fn()>::new(move || {
        tell(f64::from(watched.client_width()), f64::from(watched.client_height()));
    });
    // Where a browser cannot watch, everything is measured when it is needed.
    if let Ok(observer) = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()) {
        observer.observe(element);
        let watch = StoredValue::new_local((observer, told));
        on_cleanup(move || {
            watch.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
}
