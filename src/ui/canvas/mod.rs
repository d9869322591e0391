//! The drawing on the screen: what is drawn, and what a pointer or key does to it.

use leptos::prelude::*;

/// The drawing.
#[component]
pub fn Canvas() -> impl IntoView {
    view! { <div class="canvas" data-canvas="" /> }
}
