//! The custom routes of a network: destination and the connection that is the next hop.

use leptos::prelude::*;

use crate::base::{Id, parse_block};
use crate::i18n::chrome::Forms;
use crate::topology::{Kind, Route};
use crate::ui::field::{Select, Shape, TextField, block, optional_block};
use crate::ui::panel::inspector::subject::{Subject, word};
use crate::ui::shell::{Icon, icon};

/// The route table of a network.
pub(super) fn form(subject: Subject) -> impl IntoView {
    let workbench = subject.workbench;
    let own = subject.id();
    let connections = Memo::new(move |_| {
        workbench.topology.with(|topology| {
            let held =
                topology.connections.iter().filter(|(_, connection)| connection.attachment(&own).is_some());
            held.map(|(id, _)| (id.to_string(), workbench.called(id))).collect::<Vec<_>>()
        })
    });
    let count = subject.fact(|node| Some(node.kind.routes().len()));
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.routes)}</legend>
            {move || (0..count.get().unwrap_or(0)).map(|at| row(subject, at, connections)).collect::<Vec<_>>()}
            {move || adder(subject, connections)}
        </fieldset>
    }
}

fn change(subject: Subject, change: impl FnOnce(&mut Vec<Route>)) {
    subject.change_kind(|kind: &mut Kind| {
        if let Some(routes) = kind.routes_mut() {
            change(routes);
        }
    });
}

fn row(subject: Subject, at: usize, connections: Memo<Vec<(String, String)>>) -> impl IntoView {
    let to = subject
        .text(move |node| node.kind.routes().get(at).map(|route| route.to.to_string()).unwrap_or_default());
    let via = subject
        .text(move |node| node.kind.routes().get(at).map(|route| route.via.to_string()).unwrap_or_default());
    let set_to = move |text: String| {
        change(subject, |routes| {
            if let (Ok(block), Some(route)) = (parse_block(&text), routes.get_mut(at)) {
                route.to = block;
            }
        });
    };
    let set_via = move |chosen: String| {
        change(subject, |routes| {
            if let (Some(id), Some(route)) = (Id::parse(&chosen), routes.get_mut(at)) {
                route.via = id;
            }
        });
    };
    let remove = move |_| {
        change(subject, |routes| {
            if at < routes.len() {
                routes.remove(at);
            }
        });
    };
    view! {
        <div class="row">
            <TextField label=word(|w| w.route_to) name="to" value=to check=block commit=set_to shape=Shape::Exact />
            <div class="field">
                <span class="field__label">{word(|w| w.route_via)}</span>
                <Select label=word(|w| w.route_via) name="via" options=connections value=via commit=set_via />
            </div>
            {remover(subject, remove)}
        </div>
    }
}

/// A small button that takes a row away.
pub(super) fn remover(subject: Subject, remove: impl Fn(leptos::ev::MouseEvent) + 'static) -> impl IntoView {
    let language = subject.workbench.language;
    let label = move || Forms::of(language.get()).remove;
    view! {
        <button type="button" class="button button--plain button--icon" aria-label=label title=label on:click=remove>
            {icon(Icon::Close)}
        </button>
    }
}

/// A field for one more destination; the next hop is the first connection.
fn adder(subject: Subject, connections: Memo<Vec<(String, String)>>) -> AnyView {
    let first = connections.with(|connections| connections.first().and_then(|(id, _)| Id::parse(id)));
    let Some(via) = first else {
        return view! { <p class="field__hint">{word(|w| w.no_connection)}</p> }.into_any();
    };
    let add = move |text: String| {
        let via = via.clone();
        if let Ok(to) = parse_block(&text) {
            change(subject, move |routes| routes.push(Route { to, via }));
        }
    };
    let hint = word(|w| w.add);
    view! {
        <TextField label=word(|w| w.route_to) name="routes" value=Signal::derive(String::new) check=optional_block commit=add
            shape=Shape::Exact placeholder=Signal::derive(move || Some(format!("{} …", hint.get()))) />
    }
    .into_any()
}
