//! A menu: a button that opens a list of commands below itself. Escape, a click elsewhere and every choice close it.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::ui::platform::window;
use crate::ui::shell::{Icon, icon};

/// A menu.
#[expect(clippy::needless_pass_by_value, reason = "a property of a component is owned")]
#[component]
pub fn Menu(
    /// Its word in the markup.
    name: &'static str,
    /// What the button is called.
    #[prop(into)]
    label: Signal<String>,
    /// What stands on the button.
    face: ViewFn,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let whole = NodeRef::<html::Div>::new();
    window::listen_first("pointerdown", move |event: ev::PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = whole.get_untracked().is_some_and(|whole| whole.contains(target.as_ref()));
        if open.get_untracked() && !inside {
            open.set(false);
        }
    });
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            focus_button(whole);
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = whole.get_untracked().is_some_and(|whole| whole.contains(next.as_ref()));
        if next.is_some() && !inside {
            open.set(false);
        }
    };
    view! {
        <div class="menu-root" node_ref=whole on:keydown=keys on:focusout=leave>
            <button type="button" class="button button--plain" data-menu=name aria-label=label title=label
                aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                {face.run()}
            </button>
            {move || open.get().then(|| view! {
                <div class="menu" on:click=move |_| open.set(false)>{children()}</div>
            })}
        </div>
    }
}

fn focus_button(whole: NodeRef<html::Div>) {
    let button = whole.get_untracked().and_then(|whole| whole.query_selector("[data-menu]").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A button that is gone takes no focus, and then there is nothing to do.
        drop(button.focus());
    }
}

/// One command of a menu.
pub fn menu_item(
    symbol: Icon,
    command: &'static str,
    label: Signal<String>,
    key: &'static str,
    off: Signal<bool>,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button type="button" class="menu__item" data-command=command disabled=off on:click=move |_| act()>
            {icon(symbol)} <span class="menu__label">{label}</span>
            {(!key.is_empty()).then(|| view! { <kbd class="menu__key" aria-hidden="true">{key}</kbd> })}
        </button>
    }
    .into_any()
}
