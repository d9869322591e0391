//! The inspector: every field of the format for what is selected, with the right control. Nothing selected: the plan
//! itself. It changes the document only by whole edits.

mod common;
mod connection;
mod group;
mod nat;
mod place;
mod plan;
mod routes;
mod security;
mod several;
mod source;
mod subject;
mod task;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::{Forms, connection_kind, kind_name};
use crate::topology::{KindName, Topology};
use crate::ui::panel::advice;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// What the inspector is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    Plan,
    Several(usize),
    Node(Id, KindName),
    Connection(Id),
    Task(Id),
}

/// The inspector.
#[component]
pub fn Inspector() -> impl IntoView {
    let workbench = use_workbench();
    let about = Memo::new(move |_| about(workbench));
    let open = RwSignal::new(false);
    let shown = Memo::new(move |_| open.get() || !matches!(about.get(), About::Plan));
    view! {
        <section class="inspector" data-panel="inspector" aria-labelledby="inspector-title">
            <div class="inspector__head">
                <h2 id="inspector-title" class="visually-hidden">{move || Forms::of(workbench.language.get()).inspector}</h2>
                {move || heading(workbench, &about.get(), open)}
            </div>
            // Where nothing may be changed, no field in it can be, and nothing but the part itself takes the focus to scroll.
            <div class="inspector__body" hidden=move || !shown.get() tabindex=move || workbench.read_only.get().then_some("0")>
                <fieldset disabled=move || workbench.read_only.get()>{move || shown.get().then(|| body(about.get()))}</fieldset>
            </div>
        </section>
    }
}

fn about(workbench: Workbench) -> About {
    workbench.selection.with(|selection| {
        workbench.topology.with(|topology| {
            let mut present = selection.iter().filter(|id| topology.has(id));
            match (present.next(), present.count()) {
                (None, _) => About::Plan,
                (Some(id), 0) => about_one(topology, id),
                (Some(_), more) => About::Several(more + 1),
            }
        })
    })
}

fn about_one(topology: &Topology, id: &Id) -> About {
    match topology.node(id) {
        Some(node) => About::Node(id.clone(), node.kind.name()),
        None if topology.tasks.contains_key(id) => About::Task(id.clone()),
        None => About::Connection(id.clone()),
    }
}

fn heading(workbench: Workbench, about: &About, open: RwSignal<bool>) -> AnyView {
    let language = workbench.language.get();
    let words = Forms::of(language);
    let name = |id: &Id| {
        let id = id.clone();
        move || workbench.called(&id)
    };
    match about {
        About::Plan => view! {
            <button type="button" class="inspector__fold" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>
                {icon(Icon::Sheet)} <span class="inspector__name">{words.plan}</span>
                <span class="quiet ellipsis">{words.tasks}" · "{words.must_not_reach}</span> {icon(Icon::Down)}
            </button>
        }
        .into_any(),
        About::Several(count) => view! {
            <span class="inspector__name">{format!("{count} {}", words.several)}</span>
            {actions(workbench)}
        }
        .into_any(),
        About::Node(id, kind) => named(Icon::Node(*kind), name(id), kind_name(*kind, language), workbench),
        About::Connection(id) => {
            let kind = workbench.topology.with(|topology| topology.connections.get(id).map(|held| held.kind));
            let Some(kind) = kind else { return ().into_any() };
            named(Icon::Connection(kind), name(id), connection_kind(kind, language), workbench)
        }
        About::Task(id) => named(Icon::Arrow, name(id), words.tasks, workbench),
    }
}

fn named(
    symbol: Icon,
    name: impl Fn() -> String + Send + 'static,
    kind: &'static str,
    workbench: Workbench,
) -> AnyView {
    view! {
        {icon(symbol)}
        <span class="inspector__name ellipsis">{name}</span>
        <span class="quiet ellipsis">{kind}</span>
        {actions(workbench)}
    }
    .into_any()
}

fn actions(workbench: Workbench) -> impl IntoView {
    let words = move || Forms::of(workbench.language.get());
    view! {
        <span class="inspector__actions">
            {move || (!workbench.read_only.get()).then(|| view! {
                <button type="button" class="button button--plain button--icon" aria-label=words().delete title=words().delete
                    on:click=move |_| workbench.delete_selection()>
                    {icon(Icon::Bin)}
                </button>
            })}
            <button type="button" class="button button--plain button--icon" aria-label=move || words().deselect
                title=move || words().deselect on:click=move |_| workbench.clear_selection()>
                {icon(Icon::Close)}
            </button>
        </span>
    }
}

fn body(about: About) -> AnyView {
    match about {
        About::Plan => plan::form(),
        About::Several(_) => several::form(),
        About::Node(id, kind) => node_form(id, kind),
        About::Connection(id) => {
            let form = connection::form(&id);
            view! { {form} {advice::blast::section(use_workbench(), id)} }.into_any()
        }
        About::Task(id) => task::form(&id),
    }
}

fn node_form(id: Id, kind: KindName) -> AnyView {
    let subject = subject::Subject::new(id);
    let workbench = subject.workbench;
    let fields = match kind {
        KindName::Account => place::account(subject),
        KindName::Region => place::region(subject),
        KindName::Vpc => place::vpc(subject),
        KindName::VSwitch => place::vswitch(subject),
        KindName::DataCenter => place::data_center(subject),
        KindName::OtherCloud => place::other_cloud(subject),
        KindName::ClassicNetwork | KindName::Internet => ().into_any(),
        KindName::NatGateway => nat::form(subject),
        KindName::ResourceGroup => group::form(subject),
        KindName::DataSource => source::form(subject),
    };
    view! {
        <div class="form">
            {common::name(subject)} {fields} {advice::free::beside(workbench, subject.id(), kind)} {common::place(subject)}
            {common::note(subject)} {common::id(&subject.id())} {advice::blast::section(workbench, subject.id())}
        </div>
    }
    .into_any()
}

/// Adds a task for the first resource group and data source, and opens it.
pub(super) fn add_task(workbench: Workbench) {
    task::add(workbench, None);
}
