//! Form of a data source: product, addresses, port, endpoint, whitelist, own security group.

use leptos::prelude::*;

use crate::i18n::chrome::{endpoint, product};
use crate::i18n::{Language, product_facts};
use crate::session::change_product;
use crate::topology::{DataSource, EmptyList, Endpoint, Entry, Kind, Node, PRODUCTS, Product, Whitelist};
use crate::ui::field::{
    ChoiceField, Segment, Segments, Shape, TextField, address_list, options, port, whitelist_entries,
};
use crate::ui::panel::inspector::common::{ListFact, addresses_of, list_fact};
use crate::ui::panel::inspector::security::{self, Absent};
use crate::ui::panel::inspector::subject::{Subject, some_text, word};
use crate::ui::panel::whitelist::remark;

/// A data source.
pub(super) fn form(subject: Subject) -> AnyView {
    let language = subject.workbench.language;
    let value = subject.text(|node| of(node).map_or("", |source| source.product.key()).to_owned());
    let products = Signal::derive(move || {
        let word = |one: &Product| (one.key().to_owned(), product(*one, language.get()).to_owned());
        PRODUCTS.iter().map(word).collect::<Vec<_>>()
    });
    let set_product = move |chosen: String| {
        let Some(product) = Product::from_key(&chosen) else { return };
        let topology = subject.workbench.topology.get_untracked();
        let place = topology.node(&subject.id()).and_then(|node| node.parent.as_ref());
        change(subject, |source| change_product(&topology, source, product, place));
    };
    view! {
        <ChoiceField label=word(|w| w.product) name="product" options=products value=value commit=set_product />
        {known(value, language.into())} {addresses(subject)} {whitelist(subject)}
        <div class="form__pair">{port_field(subject)} {endpoint_field(subject)}</div>
        {host(subject)} {own_security_group(subject)}
    }
    .into_any()
}

fn of(node: &Node) -> Option<&DataSource> {
    match &node.kind {
        Kind::DataSource(source) => Some(source),
        _ => None,
    }
}

fn change(subject: Subject, change: impl FnOnce(&mut DataSource)) {
    subject.change_kind(|kind| {
        if let Kind::DataSource(source) = kind {
            change(source);
        }
    });
}

/// What the catalogue knows of the product with this key.
fn known(product: Signal<String>, language: Signal<Language>) -> impl IntoView {
    move || {
        let (product, language) = (Product::from_key(&product.get())?, language.get());
        let facts = view! { <p class="aside">{product_facts(product, language)}</p> }.into_any();
        Some(view! { {facts} {remark(product, language)} }.into_any())
    }
}

fn addresses(subject: Subject) -> impl IntoView {
    let value = subject.fact(|node| {
        let addresses = of(node)?.addresses.as_ref()?;
        Some(addresses.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    let commit = Callback::new(move |texts: Option<Vec<String>>| {
        change(subject, |source| {
            source.addresses = texts.map(|texts| addresses_of(&texts));
        });
    });
    list_fact(ListFact {
        label: |w| w.addresses,
        name: "addresses",
        value,
        check: address_list,
        commit,
        absent: |w| w.addresses_stand_in,
        empty: None,
    })
}

fn port_field(subject: Subject) -> impl IntoView {
    let value = subject.text(|node| {
        of(node).and_then(|source| source.port).map(|port| port.to_string()).unwrap_or_default()
    });
    let usual = subject.fact(|node| of(node).and_then(|source| source.product.info().port));
    let default = word(|w| w.default);
    let placeholder = Signal::derive(move || {
        Some(usual.get().map_or(default.get(), |port| format!("{} {port}", default.get())))
    });
    let set = move |text: String| change(subject, |source| source.port = text.parse().ok());
    view! {
        <TextField label=word(|w| w.port) name="port" value=value check=port commit=set shape=Shape::Exact
            placeholder=placeholder />
    }
}

fn endpoint_field(subject: Subject) -> impl IntoView {
    let language = subject.workbench.language;
    let value =
        subject.text(|node| of(node).and_then(|source| source.endpoint).map_or("", Endpoint::key).to_owned());
    let default = word(|w| w.endpoint_default);
    let endpoints = Signal::derive(move || {
        let first = std::iter::once((String::new(), default.get()));
        first.chain(options(&Endpoint::ALL, Endpoint::key, endpoint, language.get())).collect::<Vec<_>>()
    });
    let set = move |chosen: String| {
        change(subject, |source| {
            source.endpoint = Endpoint::ALL.into_iter().find(|one| one.key() == chosen);
        });
    };
    view! { <ChoiceField label=word(|w| w.endpoint) name="endpoint" options=endpoints value=value commit=set /> }
}

fn host(subject: Subject) -> impl IntoView {
    let value = subject.text(|node| of(node).and_then(|source| source.host.clone()).unwrap_or_default());
    let set = move |text: String| change(subject, |source| source.host = some_text(&text));
    view! { <TextField label=word(|w| w.host) name="host" value=value commit=set shape=Shape::Exact /> }
}

fn whitelist(subject: Subject) -> impl IntoView {
    let held = subject.fact(|node| of(node).map(|source| source.whitelist.clone()));
    let now = move || held.get().flatten();
    let text = Signal::derive(move || {
        let entries = now().map(|list| list.entries().to_vec()).unwrap_or_default();
        entries.into_iter().map(|Entry(entry)| entry).collect::<Vec<_>>().join("\n")
    });
    let set = move |list: Option<Whitelist>| change(subject, |source| source.whitelist = list);
    let typed = move |text: String| {
        let entries = crate::topology::split_list(&text);
        set((!entries.is_empty()).then_some(Whitelist::Entries(entries)));
    };
    let empty = Whitelist::Entries(Vec::new());
    let segment = move |word: Signal<String>, list: Option<Whitelist>| {
        let compared = list.clone();
        Segment {
            word,
            pressed: Signal::derive(move || now() == compared),
            choose: Callback::new(move |()| set(list.clone())),
        }
    };
    let segments = vec![
        segment(word(|w| w.unknown), None),
        segment(word(|w| w.whitelist_none), Some(Whitelist::None)),
        segment(word(|w| w.empty), Some(empty)),
    ];
    let opens = subject.fact(|node| of(node).map(|source| source.product.gate().empty == EmptyList::Opens));
    let (unknown, none) = (word(|w| w.unknown), word(|w| w.whitelist_none));
    let (nobody, off) = (word(|w| w.whitelist_nobody), word(|w| w.whitelist_off));
    let placeholder = Signal::derive(move || match now() {
        None => Some(unknown.get()),
        Some(Whitelist::None) => Some(none.get()),
        Some(Whitelist::Entries(_)) if opens.get() == Some(true) => Some(off.get()),
        Some(Whitelist::Entries(_)) => Some(nobody.get()),
    });
    view! {
        <TextField label=word(|w| w.whitelist) name="whitelist" value=text check=whitelist_entries commit=typed
            shape=Shape::Lines placeholder=placeholder>
            <Segments label=word(|w| w.whitelist) segments=segments />
        </TextField>
    }
}

/// The data source's own security group, for products that are gated by one, or where one is drawn.
fn own_security_group(subject: Subject) -> impl IntoView {
    let asked = subject.fact(|node| {
        of(node).map(|source| source.product.has_own_security_group() || source.security_group.is_some())
    });
    let held = subject.fact(|node| of(node).map(|source| source.security_group.clone()));
    let commit = Callback::new(move |group| change(subject, |source| source.security_group = group));
    move || (asked.get() == Some(true)).then(|| security::form(subject, held, commit, Absent::Unknown))
}
