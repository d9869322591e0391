//! Forms of the places: account, region, VPC, vSwitch, data center, other cloud.

use leptos::prelude::*;

use crate::base::{REGIONS, parse_block};
use crate::i18n::chrome::{region_label, site};
use crate::topology::{DataCenter, Kind, Node, OtherCloud, Site, VSwitch, Vpc};
use crate::ui::field::{ChoiceField, Shape, TextField, block_list, optional_block, options, region_id};
use crate::ui::panel::inspector::common::{ListFact, blocks_of, list_fact, text_of_block, texts_of_blocks};
use crate::ui::panel::inspector::routes;
use crate::ui::panel::inspector::subject::{Subject, some_text, word};

const OTHER: &str = "…";

/// An account.
pub(super) fn account(subject: Subject) -> AnyView {
    let language = subject.workbench.language;
    let account = |node: &Node| match &node.kind {
        Kind::Account(account) => Some(account.clone()),
        _ => None,
    };
    let uid = subject.text(move |node| account(node).and_then(|a| a.uid).unwrap_or_default());
    let site_value =
        subject.text(move |node| account(node).and_then(|a| a.site).map_or("", Site::key).to_owned());
    let set_uid = move |text: String| {
        subject.change_kind(|kind| {
            if let Kind::Account(account) = kind {
                account.uid = some_text(&text);
            }
        });
    };
    let set_site = move |chosen: String| {
        subject.change_kind(|kind| {
            if let Kind::Account(account) = kind {
                account.site = Site::ALL.into_iter().find(|site| site.key() == chosen);
            }
        });
    };
    let same = word(|w| w.same_site);
    let sites = Signal::derive(move || {
        let first = std::iter::once((String::new(), same.get()));
        first.chain(options(&Site::ALL, Site::key, site, language.get())).collect::<Vec<_>>()
    });
    view! {
        <TextField label=word(|w| w.uid) name="uid" value=uid commit=set_uid shape=Shape::Exact />
        <ChoiceField label=word(|w| w.site) name="site" options=sites value=site_value commit=set_site />
    }
    .into_any()
}

/// A region: one of the list, or any other by its id.
pub(super) fn region(subject: Subject) -> AnyView {
    let language = subject.workbench.language;
    let value = subject.text(|node| match &node.kind {
        Kind::Region(region) => region.region.clone(),
        _ => String::new(),
    });
    let typing = RwSignal::new(false);
    let set = Callback::new(move |id: String| {
        subject.change_kind(|kind| {
            if let Kind::Region(region) = kind {
                region.region = id;
            }
        });
    });
    let choose = move |chosen: String| {
        typing.set(chosen == OTHER);
        if chosen != OTHER {
            set.run(chosen);
        }
    };
    let other = word(|w| w.other_region);
    let regions = Signal::derive(move || {
        let known =
            REGIONS.iter().map(|region| (region.id.to_owned(), region_label(region.id, language.get())));
        known.chain(std::iter::once((OTHER.to_owned(), other.get()))).collect::<Vec<_>>()
    });
    view! {
        <ChoiceField label=word(|w| w.region) name="region" options=regions value=value commit=choose />
        {move || {
            typing.get().then(|| view! {
                <TextField label=word(|w| w.region_id) name="region" value=value check=region_id commit=set shape=Shape::Exact />
            })
        }}
    }
    .into_any()
}

/// A VPC.
pub(super) fn vpc(subject: Subject) -> AnyView {
    let blocks = subject.fact(|node| of_vpc(node).and_then(|vpc| vpc.cidrs.as_deref().map(texts_of_blocks)));
    let commit = Callback::new(move |texts: Option<Vec<String>>| {
        subject.change_kind(|kind| {
            if let Kind::Vpc(vpc) = kind {
                vpc.cidrs = texts.map(|texts| blocks_of(&texts));
            }
        });
    });
    let cloud_id = subject.text(|node| of_vpc(node).and_then(|vpc| vpc.cloud_id.clone()).unwrap_or_default());
    let set_cloud_id = move |text: String| {
        subject.change_kind(|kind| {
            if let Kind::Vpc(vpc) = kind {
                vpc.cloud_id = some_text(&text);
            }
        });
    };
    let cidrs = ListFact {
        label: |w| w.cidrs,
        name: "cidrs",
        value: blocks,
        check: block_list,
        commit,
        absent: |w| w.unknown,
        empty: None,
    };
    view! {
        {list_fact(cidrs)} {routes::form(subject)}
        <TextField label=word(|w| w.cloud_id) name="cloud_id" value=cloud_id commit=set_cloud_id shape=Shape::Exact />
    }
    .into_any()
}

fn of_vpc(node: &Node) -> Option<&Vpc> {
    match &node.kind {
        Kind::Vpc(vpc) => Some(vpc),
        _ => None,
    }
}

/// A vSwitch.
pub(super) fn vswitch(subject: Subject) -> AnyView {
    let change = move |change: Box<dyn FnOnce(&mut VSwitch)>| {
        subject.change_kind(|kind| {
            if let Kind::VSwitch(vswitch) = kind {
                change(vswitch);
            }
        });
    };
    let cidr = subject.text(|node| text_of_block(of_vswitch(node).and_then(|v| v.cidr)));
    let zone = subject.text(|node| of_vswitch(node).and_then(|v| v.zone.clone()).unwrap_or_default());
    let cloud_id = subject.text(|node| of_vswitch(node).and_then(|v| v.cloud_id.clone()).unwrap_or_default());
    let set_cidr = move |text: String| change(Box::new(move |v| v.cidr = parse_block(&text).ok()));
    let set_zone = move |text: String| change(Box::new(move |v| v.zone = some_text(&text)));
    let set_cloud_id = move |text: String| change(Box::new(move |v| v.cloud_id = some_text(&text)));
    let unknown = word(|w| w.unknown);
    view! {
        <TextField label=word(|w| w.cidr) name="cidr" value=cidr check=optional_block commit=set_cidr shape=Shape::Exact
            placeholder=Signal::derive(move || Some(unknown.get())) />
        <div class="form__pair">
            <TextField label=word(|w| w.zone) name="zone" value=zone commit=set_zone shape=Shape::Exact />
            <TextField label=word(|w| w.cloud_id) name="cloud_id" value=cloud_id commit=set_cloud_id shape=Shape::Exact />
        </div>
    }
    .into_any()
}

fn of_vswitch(node: &Node) -> Option<&VSwitch> {
    match &node.kind {
        Kind::VSwitch(vswitch) => Some(vswitch),
        _ => None,
    }
}

/// A data center.
pub(super) fn data_center(subject: Subject) -> AnyView {
    view! { {outside_blocks(subject)} {routes::form(subject)} }.into_any()
}

/// A network in another vendor's cloud.
pub(super) fn other_cloud(subject: Subject) -> AnyView {
    let provider = subject.text(|node| match &node.kind {
        Kind::OtherCloud(cloud) => cloud.provider.clone().unwrap_or_default(),
        _ => String::new(),
    });
    let set = move |text: String| {
        subject.change_kind(|kind| {
            if let Kind::OtherCloud(cloud) = kind {
                cloud.provider = some_text(&text);
            }
        });
    };
    view! {
        <TextField label=word(|w| w.provider) name="provider" value=provider commit=set />
        {outside_blocks(subject)} {routes::form(subject)}
    }
    .into_any()
}

/// The blocks of a network that is not in Alibaba Cloud.
fn outside_blocks(subject: Subject) -> impl IntoView {
    let value = subject.fact(|node| node.kind.cidrs().map(texts_of_blocks));
    let commit = Callback::new(move |texts: Option<Vec<String>>| {
        let blocks = texts.map(|texts| blocks_of(&texts));
        subject.change_kind(|kind| match kind {
            Kind::DataCenter(DataCenter { cidrs, .. }) | Kind::OtherCloud(OtherCloud { cidrs, .. }) => {
                *cidrs = blocks;
            }
            _ => {}
        });
    });
    list_fact(ListFact {
        label: |w| w.cidrs,
        name: "cidrs",
        value,
        check: block_list,
        commit,
        absent: |w| w.cidrs_stand_in,
        empty: None,
    })
}
