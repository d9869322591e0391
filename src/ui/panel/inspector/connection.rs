//! Form of a connection: what it is, which networks it holds in which state, and how they learn routes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::{Forms, connection_kind, edition, route_mode, state};
use crate::topology::{Connection, ConnectionKind, Edit, Edition, RouteMode, State, Topology, admits};
use crate::ui::field::{ChoiceField, Select, Shape, TextField, number, options};
use crate::ui::panel::inspector::common;
use crate::ui::panel::inspector::subject::{some_text, word};
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// A connection of the drawing.
#[derive(Clone, Copy)]
struct Joint {
    workbench: Workbench,
    id: StoredValue<Id>,
    held: Memo<Option<Arc<Connection>>>,
}

impl Joint {
    fn text(self, read: impl Fn(&Connection) -> String + Send + Sync + 'static) -> Signal<String> {
        Memo::new(move |_| self.held.with(|held| held.as_deref().map(&read).unwrap_or_default())).into()
    }

    fn change(self, change: impl FnOnce(&mut Connection)) {
        let Some(held) = self.held.get_untracked() else {
            return;
        };
        let mut connection = Arc::unwrap_or_clone(held);
        change(&mut connection);
        self.workbench.attempt(&Edit::PutConnection { id: self.id.get_value(), connection });
    }
}

/// A connection.
pub(super) fn form(id: &Id) -> AnyView {
    let workbench = use_workbench();
    let own = id.clone();
    let held =
        Memo::new(move |_| workbench.topology.with(|topology| topology.connections.get(&own).cloned()));
    let joint = Joint { workbench, id: StoredValue::new(id.clone()), held };
    let is_cen =
        Memo::new(move |_| held.with(|held| held.as_ref().is_some_and(|c| c.kind == ConnectionKind::Cen)));
    let name = joint.text(|connection| connection.name.clone().unwrap_or_default());
    let set_name = move |text: String| joint.change(|connection| connection.name = some_text(&text));
    let placeholder = id.to_string();
    view! {
        <div class="form">
            <TextField label=word(|w| w.name) name="name" value=name commit=set_name
                placeholder=Signal::derive(move || Some(placeholder.clone())) />
            {kind(joint)} {attachments(joint)} {routes(joint)}
            {move || is_cen.get().then(|| cen(joint))} {common::id(id)}
        </div>
    }
    .into_any()
}

fn kind(joint: Joint) -> impl IntoView {
    let language = joint.workbench.language;
    let value = joint.text(|connection| connection.kind.key().to_owned());
    let kinds = Signal::derive(move || {
        options(&ConnectionKind::ALL, ConnectionKind::key, connection_kind, language.get())
    });
    let set = move |chosen: String| {
        if let Some(kind) = ConnectionKind::ALL.into_iter().find(|kind| kind.key() == chosen) {
            joint.change(|connection| {
                connection.kind = kind;
                if kind != ConnectionKind::Cen {
                    connection.bandwidth_mbps = None;
                    connection.edition = None;
                }
            });
        }
    };
    view! { <ChoiceField label=word(|w| w.connection_kind) name="kind" options=kinds value=value commit=set /> }
}

fn attachments(joint: Joint) -> impl IntoView {
    let workbench = joint.workbench;
    let networks = Memo::new(move |_| {
        let held = joint.held.get();
        held.map(|held| held.attachments.iter().map(|a| a.network.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let prompt = word(|w| w.attach);
    let free = Signal::derive(move || {
        let first = std::iter::once((String::new(), prompt.get()));
        let fits = joint.held.with(|held| {
            workbench.skeleton.with(|topology| {
                held.as_deref().map(|held| attachable(workbench, topology, held)).unwrap_or_default()
            })
        });
        first.chain(fits).collect::<Vec<_>>()
    });
    let attach = move |chosen: String| {
        if let Some(network) = Id::parse(&chosen) {
            let connection = joint.id.get_value();
            workbench.attempt(&Edit::Attach { connection, network, state: State::InService });
        }
    };
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.attachments)}</legend>
            {move || networks.get().into_iter().map(|network| attachment(joint, network)).collect::<Vec<_>>()}
            <Select label=word(|w| w.attach) name="attachments" options=free value=Signal::derive(String::new) commit=attach />
        </fieldset>
    }
}

fn attachable(workbench: Workbench, topology: &Topology, held: &Connection) -> Vec<(String, String)> {
    let kind_of = |id: &Id| topology.node(id).map(|node| node.kind.name());
    let kinds: Vec<_> = held.attachments.iter().filter_map(|a| kind_of(&a.network)).collect();
    let fits = |id: &&Id| {
        held.attachment(id).is_none() && kind_of(id).is_some_and(|kind| admits(held.kind, &kinds, kind))
    };
    topology
        .nodes
        .keys()
        .filter(fits)
        .map(|id| (id.to_string(), common::path_of(workbench, topology, id)))
        .collect()
}

fn attachment(joint: Joint, network: Id) -> impl IntoView {
    let workbench = joint.workbench;
    let language = workbench.language;
    let asked = network.clone();
    let value = joint.text(move |held| held.attachment(&asked).map_or("", |a| a.state.key()).to_owned());
    let states = Signal::derive(move || options(&State::ALL, State::key, state, language.get()));
    let put = network.clone();
    let set = move |chosen: String| {
        if let Some(state) = State::ALL.into_iter().find(|state| state.key() == chosen) {
            let connection = joint.id.get_value();
            workbench.attempt(&Edit::Attach { connection, network: put.clone(), state });
        }
    };
    let gone = network.clone();
    let detach = move |_| {
        workbench.attempt(&Edit::Detach { connection: joint.id.get_value(), network: gone.clone() });
    };
    let name = move || workbench.called(&network);
    let label = move || Forms::of(language.get()).remove;
    view! {
        <div class="row">
            <span class="row__name ellipsis">{name}</span>
            <Select label=word(|w| w.attachment_state) name="state" options=states value=value commit=set />
            <button type="button" class="button button--plain button--icon" aria-label=label title=label on:click=detach>
                {icon(Icon::Close)}
            </button>
        </div>
    }
}

fn routes(joint: Joint) -> impl IntoView {
    let language = joint.workbench.language;
    let value = joint.text(|held| held.routes.key().to_owned());
    let modes = Signal::derive(move || options(&RouteMode::ALL, RouteMode::key, route_mode, language.get()));
    let set = move |chosen: String| {
        if let Some(mode) = RouteMode::ALL.into_iter().find(|mode| mode.key() == chosen) {
            joint.change(|connection| connection.routes = mode);
        }
    };
    view! { <ChoiceField label=word(|w| w.route_mode) name="routes" options=modes value=value commit=set /> }
}

fn cen(joint: Joint) -> impl IntoView {
    let language = joint.workbench.language;
    let mbps = joint.text(|held| held.bandwidth_mbps.map(|mbps| mbps.to_string()).unwrap_or_default());
    let set_mbps =
        move |text: String| joint.change(|connection| connection.bandwidth_mbps = text.parse().ok());
    let value = joint.text(|held| held.edition.map_or("", Edition::key).to_owned());
    let unchecked = word(|w| w.not_checked);
    let editions = Signal::derive(move || {
        let first = std::iter::once((String::new(), unchecked.get()));
        first.chain(options(&Edition::ALL, Edition::key, edition, language.get())).collect::<Vec<_>>()
    });
    let set_edition = move |chosen: String| {
        joint.change(|connection| {
            connection.edition = Edition::ALL.into_iter().find(|one| one.key() == chosen);
        });
    };
    view! {
        <TextField label=word(|w| w.bandwidth) name="bandwidth_mbps" value=mbps check=number commit=set_mbps
            shape=Shape::Exact placeholder=Signal::derive(move || Some(unchecked.get())) />
        <ChoiceField label=word(|w| w.edition) name="edition" options=editions value=value commit=set_edition />
    }
}
