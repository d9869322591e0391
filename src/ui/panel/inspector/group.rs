//! Form of a resource group: its kind, addresses, size, and every association with a VPC.

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::group_kind;
use crate::topology::{Binding, Edit, GroupKind, Kind, KindName, Node, ResourceGroup, Spec, Topology};
use crate::ui::field::{ChoiceField, Select, Shape, TextField, address_list, block_list, options, positive};
use crate::ui::panel::inspector::common::{
    ListFact, addresses_of, blocks_of, list_fact, path_of, texts_of_blocks,
};
use crate::ui::panel::inspector::routes::remover;
use crate::ui::panel::inspector::security::{self, Absent};
use crate::ui::panel::inspector::subject::{Subject, word};
use crate::ui::panel::inspector::task;
use crate::ui::workbench::Workbench;

/// A resource group.
pub(super) fn form(subject: Subject) -> AnyView {
    let language = subject.workbench.language;
    let kind = subject.text(|node| of(node).map_or("", |group| group.kind.key()).to_owned());
    let set_kind = move |chosen: String| {
        if let Some(kind) = GroupKind::ALL.into_iter().find(|kind| kind.key() == chosen) {
            change(subject, |group| group.kind = kind);
        }
    };
    let kinds = Signal::derive(move || options(&GroupKind::ALL, GroupKind::key, group_kind, language.get()));
    let exclusive = subject.fact(|node| of(node).map(|group| group.kind.is_exclusive()));
    let serverless = subject.fact(|node| of(node).map(|group| group.kind == GroupKind::Serverless));
    view! {
        <ChoiceField label=word(|w| w.group_type) name="type" options=kinds value=kind commit=set_kind />
        {bindings(subject)}
        {move || (exclusive.get() == Some(true)).then(|| exclusive_fields(subject))}
        {move || (serverless.get() == Some(true)).then(|| units(subject))}
        {task::of_group(subject)}
    }
    .into_any()
}

fn of(node: &Node) -> Option<&ResourceGroup> {
    match &node.kind {
        Kind::ResourceGroup(group) => Some(group),
        _ => None,
    }
}

fn change(subject: Subject, change: impl FnOnce(&mut ResourceGroup)) {
    subject.change_kind(|kind| {
        if let Kind::ResourceGroup(group) = kind {
            change(group);
        }
    });
}

fn exclusive_fields(subject: Subject) -> impl IntoView {
    let eips = subject.fact(|node| {
        let eips = of(node)?.eips.as_ref()?;
        Some(eips.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    let set_eips = Callback::new(move |texts: Option<Vec<String>>| {
        change(subject, |group| {
            group.eips = texts.map(|texts| addresses_of(&texts));
        });
    });
    let previous = subject.text(|node| {
        let listed = of(node).map(|group| group.previous_eips.as_slice()).unwrap_or_default();
        listed.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    });
    let set_previous = move |text: String| {
        let texts: Vec<String> =
            crate::topology::split_list(&text).into_iter().map(|entry| entry.0).collect();
        change(subject, |group| group.previous_eips = addresses_of(&texts));
    };
    let spec = subject.text(|node| of(node).and_then(|group| group.spec).map_or("", Spec::key).to_owned());
    let set_spec = move |chosen: String| {
        change(subject, |group| {
            group.spec = Spec::ALL.into_iter().find(|spec| spec.key() == chosen);
        });
    };
    let unchecked = word(|w| w.not_checked);
    let specs = Signal::derive(move || {
        let first = std::iter::once((String::new(), unchecked.get()));
        first
            .chain(Spec::ALL.into_iter().map(|spec| (spec.key().to_owned(), spec.key().to_owned())))
            .collect::<Vec<_>>()
    });
    let none = word(|w| w.none);
    let list = ListFact {
        label: |w| w.eips,
        name: "eips",
        value: eips,
        check: address_list,
        commit: set_eips,
        absent: |w| w.unknown,
        empty: Some(|w| w.none),
    };
    view! {
        {list_fact(list)}
        <TextField label=word(|w| w.previous_eips) name="previous_eips" value=previous check=address_list commit=set_previous
            shape=Shape::Lines placeholder=Signal::derive(move || Some(none.get())) />
        <ChoiceField label=word(|w| w.spec) name="spec" options=specs value=spec commit=set_spec />
    }
}

fn units(subject: Subject) -> impl IntoView {
    let cu =
        subject.text(|node| of(node).and_then(|group| group.cu).map(|cu| cu.to_string()).unwrap_or_default());
    let set = move |text: String| change(subject, |group| group.cu = text.parse().ok());
    let unchecked = word(|w| w.not_checked);
    view! {
        <TextField label=word(|w| w.cu) name="cu" value=cu check=positive commit=set shape=Shape::Exact
            placeholder=Signal::derive(move || Some(unchecked.get())) />
    }
}

fn bindings(subject: Subject) -> impl IntoView {
    let workbench = subject.workbench;
    let count = subject.fact(|node| of(node).map(|group| group.bindings.len()));
    let bound = subject.fact(|node| {
        of(node).map(|group| group.bindings.iter().map(|b| b.vswitch.clone()).collect::<Vec<_>>())
    });
    let prompt = word(|w| w.bind_to);
    let free = Signal::derive(move || {
        let bound = bound.get().unwrap_or_default();
        let first = std::iter::once((String::new(), prompt.get()));
        first
            .chain(workbench.skeleton.with(|topology| vswitches(workbench, topology, &bound)))
            .collect::<Vec<_>>()
    });
    let bind = move |chosen: String| {
        if let Some(vswitch) = Id::parse(&chosen) {
            workbench.attempt(&Edit::AddBinding { group: subject.id(), vswitch });
        }
    };
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.bindings)}</legend>
            {move || (count.get() == Some(0)).then(|| view! { <p class="field__hint">{word(|w| w.bindings_none)}</p> })}
            {move || (0..count.get().unwrap_or(0)).map(|at| binding(subject, at)).collect::<Vec<_>>()}
            <Select label=word(|w| w.bind_to) name="bindings" options=free value=Signal::derive(String::new) commit=bind />
        </fieldset>
    }
}

/// Every vSwitch that is not in a list, by its place.
fn vswitches(workbench: Workbench, topology: &Topology, but: &[Id]) -> Vec<(String, String)> {
    let all =
        topology.nodes.iter().filter(|(id, node)| node.kind.name() == KindName::VSwitch && !but.contains(id));
    all.map(|(id, _)| (id.to_string(), path_of(workbench, topology, id))).collect()
}

fn of_binding<T>(at: usize, read: fn(&Binding) -> T) -> impl Fn(&Node) -> Option<T> {
    move |node| of(node).and_then(|group| group.bindings.get(at)).map(read)
}

fn change_binding(subject: Subject, at: usize, alter: impl FnOnce(&mut Binding)) {
    change(subject, |group| {
        if let Some(binding) = group.bindings.get_mut(at) {
            alter(binding);
        }
    });
}

fn binding(subject: Subject, at: usize) -> impl IntoView {
    let workbench = subject.workbench;
    let vswitch = subject.fact(of_binding(at, |binding| binding.vswitch.clone()));
    let value = Signal::derive(move || vswitch.get().map(|id| id.to_string()).unwrap_or_default());
    let all = Signal::derive(move || workbench.skeleton.with(|topology| vswitches(workbench, topology, &[])));
    let move_to = move |chosen: String| {
        if let (Some(from), Some(to)) = (vswitch.get_untracked(), Id::parse(&chosen)) {
            workbench.attempt(&Edit::MoveBinding { group: subject.id(), from, to });
        }
    };
    let remove = move |_| {
        change(subject, |group| {
            if at < group.bindings.len() {
                group.bindings.remove(at);
            }
        });
    };
    let routes = subject.fact(of_binding(at, |binding| texts_of_blocks(&binding.routes).join("\n")));
    let set_routes = move |text: String| {
        let texts: Vec<String> =
            crate::topology::split_list(&text).into_iter().map(|entry| entry.0).collect();
        change_binding(subject, at, |binding| binding.routes = blocks_of(&texts));
    };
    let none = word(|w| w.none);
    let security_group = subject.fact(move |node| {
        of(node).and_then(|group| group.bindings.get(at)).map(|binding| binding.security_group.clone())
    });
    let set_security_group =
        Callback::new(move |group| change_binding(subject, at, |binding| binding.security_group = group));
    view! {
        <div class="form bound">
            <div class="row row--pair">
                <Select label=word(|w| w.vswitch) name="vswitch" options=all value=value commit=move_to />
                {remover(subject, remove)}
            </div>
            <TextField label=word(|w| w.dataworks_routes) name="routes" value=Signal::derive(move || routes.get().unwrap_or_default())
                check=block_list commit=set_routes shape=Shape::Lines placeholder=Signal::derive(move || Some(none.get())) />
            {security::form(subject, security_group, set_security_group, Absent::Basic)}
        </div>
    }
}
