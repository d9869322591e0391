//! Form of a NAT gateway: its addresses, and which vSwitches have an SNAT entry.

use leptos::prelude::*;

use crate::base::Id;
use crate::topology::{Kind, KindName, NatGateway, Node, Snat};
use crate::ui::field::{Segment, Segments, address_list};
use crate::ui::panel::inspector::common::{ListFact, addresses_of, list_fact};
use crate::ui::panel::inspector::subject::{Subject, word};

/// A NAT gateway.
pub(super) fn form(subject: Subject) -> AnyView {
    let value = subject.fact(|node| {
        let eips = of(node)?.eips.as_ref()?;
        Some(eips.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    let commit = Callback::new(move |texts: Option<Vec<String>>| {
        change(subject, |gateway| {
            gateway.eips = texts.map(|texts| addresses_of(&texts));
        });
    });
    let eips = ListFact {
        label: |w| w.eips,
        name: "eips",
        value,
        check: address_list,
        commit,
        absent: |w| w.unknown,
        empty: Some(|w| w.none),
    };
    view! { {list_fact(eips)} {snat(subject)} }.into_any()
}

fn of(node: &Node) -> Option<&NatGateway> {
    match &node.kind {
        Kind::NatGateway(gateway) => Some(gateway),
        _ => None,
    }
}

fn change(subject: Subject, change: impl FnOnce(&mut NatGateway)) {
    subject.change_kind(|kind| {
        if let Kind::NatGateway(gateway) = kind {
            change(gateway);
        }
    });
}

fn snat(subject: Subject) -> impl IntoView {
    let value = subject.fact(|node| of(node).map(|gateway| gateway.snat.clone()));
    let is = move |test: fn(&Option<Snat>) -> bool| {
        Signal::derive(move || value.get().is_some_and(|snat| test(&snat)))
    };
    let set = move |snat: Option<Snat>| {
        Callback::new(move |()| change(subject, |gateway| gateway.snat.clone_from(&snat)))
    };
    let segments = vec![
        Segment { word: word(|w| w.unknown), pressed: is(Option::is_none), choose: set(None) },
        Segment {
            word: word(|w| w.none),
            pressed: is(|snat| matches!(snat, Some(Snat::VSwitches(listed)) if listed.is_empty())),
            choose: set(Some(Snat::VSwitches(Vec::new()))),
        },
        Segment {
            word: word(|w| w.snat_vpc),
            pressed: is(|snat| *snat == Some(Snat::Vpc)),
            choose: set(Some(Snat::Vpc)),
        },
    ];
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.snat)}</legend>
            <Segments label=word(|w| w.snat) segments=segments />
            {move || vswitches(subject)}
        </fieldset>
    }
}

fn vswitches(subject: Subject) -> Vec<impl IntoView> {
    inside(subject).into_iter().map(|(id, name)| vswitch(subject, id, name)).collect()
}

/// The vSwitches of the VPC in which the gateway lies, with their names.
fn inside(subject: Subject) -> Vec<(Id, String)> {
    let own = subject.id();
    subject.workbench.topology.with(|topology| {
        let Some(vpc) = topology.enclosing(&own, KindName::Vpc) else {
            return Vec::new();
        };
        let inside = topology.children(vpc).filter(|(_, node)| node.kind.name() == KindName::VSwitch);
        inside.map(|(id, _)| (id.clone(), topology.name_of(id))).collect()
    })
}

fn vswitch(subject: Subject, id: Id, name: String) -> impl IntoView {
    let asked = id.clone();
    let covered = subject.fact(move |node| {
        Some(match &of(node)?.snat {
            Some(Snat::VSwitches(listed)) => listed.contains(&asked),
            Some(Snat::Vpc) => true,
            None => false,
        })
    });
    let toggle = move |_| {
        change(subject, |gateway| {
            let mut listed = match gateway.snat.take() {
                Some(Snat::VSwitches(listed)) => listed,
                Some(Snat::Vpc) => inside(subject).into_iter().map(|(id, _)| id).collect(),
                None => Vec::new(),
            };
            match listed.iter().position(|one| *one == id) {
                Some(at) => drop(listed.remove(at)),
                None => listed.push(id.clone()),
            }
            gateway.snat = Some(Snat::VSwitches(listed));
        });
    };
    view! {
        <label class="check">
            <input type="checkbox" class="checkbox" data-field="snat" prop:checked=move || covered.get() == Some(true)
                on:change=toggle />
            {name}
        </label>
    }
}
