//! The palette: everything that can be added, in groups, with a search. A click adds, pressing and moving drags. All of it
//! is one stop of the Tab key; arrows go from item to item.

use leptos::{ev, prelude::*};

use crate::i18n::chrome::{Shell, connection_kind_short, family, group_kind, kind_name, product};
use crate::i18n::{Language, gate_rule};
use crate::session::PaletteItem;
use crate::topology::{ConnectionKind, FAMILIES, Family, GroupKind, KindName, Product};
use crate::ui::platform::page;
use crate::ui::shell::{Icon, distance, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};

/// How far a pressed pointer moves before it drags, in pixels.
const THRESHOLD: i32 = 4;

const PLACES: [KindName; 9] = [
    KindName::Account,
    KindName::Region,
    KindName::Vpc,
    KindName::VSwitch,
    KindName::DataCenter,
    KindName::OtherCloud,
    KindName::Internet,
    KindName::NatGateway,
    KindName::ClassicNetwork,
];

const GROUPS: [GroupKind; 5] = [
    GroupKind::Serverless,
    GroupKind::ExclusiveDataIntegration,
    GroupKind::ExclusiveScheduling,
    GroupKind::ExclusiveDataService,
    GroupKind::Shared,
];

/// The palette.
#[component]
pub fn Palette() -> impl IntoView {
    let workbench = use_workbench();
    let words = move || Shell::of(workbench.language.get());
    let sought = RwSignal::new(String::new());
    let groups = move || groups(workbench.language.get(), &sought.get());
    let keys = move || listed(&groups());
    let last = RwSignal::new(String::new());
    // The item that Tab comes to: where one was last, else the first.
    let stop = Memo::new(move |_| {
        let (keys, held) = (keys(), last.get());
        let stays = keys.iter().any(|(_, key)| *key == held);
        if stays { held } else { keys.into_iter().next().map(|(_, key)| key).unwrap_or_default() }
    });
    let walk = move |event: ev::KeyboardEvent| {
        if let Some(next) = next(&untrack(keys), &stop.get_untracked(), &event.key()) {
            event.prevent_default();
            page::focus(&format!("[data-palette=\"{next}\"]"));
        }
    };
    let frame = use_frame();
    // Enter adds what comes nearest to what is typed.
    let enter = move |event: ev::KeyboardEvent| {
        let text = sought.get_untracked().trim().to_lowercase();
        if event.key() == "ArrowDown" && !page::is_composing(&event) {
            event.prevent_default();
            page::focus("[data-palette][tabindex=\"0\"]");
        }
        if event.key() != "Enter" || page::is_composing(&event) || text.is_empty() {
            return;
        }
        let found =
            self::groups(workbench.language.get_untracked(), &text).into_iter().flat_map(|group| group.items);
        if let Some((item, _)) = found.min_by_key(|(_, name)| distance(name, &text)) {
            frame.show_plan();
            workbench.add(item);
        }
    };
    view! {
        <div class="palette__search">
            {icon(Icon::Search)}
            <input class="input" type="search" aria-label=move || words().palette_search placeholder=move || words().palette_search
                prop:value=sought on:input=move |event| sought.set(event_target_value(&event)) on:keydown=enter />
        </div>
        <div class="palette__groups" role="toolbar" aria-orientation="vertical" aria-label=move || words().palette
            aria-describedby="palette-keys" on:keydown=walk>
            {move || groups().into_iter().map(|group| shown(workbench, group, stop, last)).collect::<Vec<_>>()}
            {move || self::groups(workbench.language.get(), &sought.get()).is_empty().then(|| view! {
                <p class="quiet">{words().palette_none}</p>
            })}
            <p class="aside" id="palette-keys">{move || words().palette_hint}</p>
        </div>
    }
}

/// What is listed: of every item its key, and which group it is in.
fn listed(groups: &[Group]) -> Vec<(usize, String)> {
    let mut keys = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        keys.extend(group.items.iter().map(|(item, _)| (nth, item.key())));
    }
    keys
}

/// The item that a key leads to from another one: up and down one by one, a page is a group.
fn next(keys: &[(usize, String)], from: &str, pressed: &str) -> Option<String> {
    let here = keys.iter().position(|(_, key)| key == from)?;
    let (group, _) = keys.get(here)?;
    let at = |place: Option<usize>| keys.get(place?).map(|(_, key)| key.clone());
    let first_of = |group: usize| at(keys.iter().position(|(other, _)| *other == group));
    match pressed {
        "ArrowDown" | "ArrowRight" => at(Some(here + 1)),
        "ArrowUp" | "ArrowLeft" => at(here.checked_sub(1)),
        "Home" => at(Some(0)),
        "End" => at(keys.len().checked_sub(1)),
        "PageDown" => first_of(group + 1),
        "PageUp" => first_of(group.saturating_sub(1)),
        _ => None,
    }
}

/// A group of the palette with what it offers.
struct Group {
    title: String,
    items: Vec<(PaletteItem, String)>,
}

fn groups(language: Language, sought: &str) -> Vec<Group> {
    let words = Shell::of(language);
    let places = PLACES.map(|kind| (PaletteItem::Node(kind), kind_name(kind, language).to_owned())).to_vec();
    let groups =
        GROUPS.map(|kind| (PaletteItem::Group(kind), group_kind(kind, language).to_owned())).to_vec();
    let connections = ConnectionKind::ALL
        .map(|kind| (PaletteItem::Connection(kind), connection_kind_short(kind, language).to_owned()))
        .to_vec();
    let head = [
        Group { title: words.palette_places.to_owned(), items: places },
        Group { title: words.palette_groups.to_owned(), items: groups },
        Group { title: words.palette_connections.to_owned(), items: connections },
    ];
    let all = head.into_iter().chain(FAMILIES.iter().map(|family| sources(family, language)));
    let sought = sought.trim().to_lowercase();
    let meant = |item: &(PaletteItem, String)| is_meant(item, &sought);
    all.map(|group| Group { items: group.items.into_iter().filter(meant).collect(), ..group })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn sources(of: &Family, language: Language) -> Group {
    let item = |one: Product| (PaletteItem::Source(one), product(one, language).to_owned());
    Group { title: family(of, language), items: of.products().map(item).collect() }
}

/// Whether an item is meant by what is typed: by its name, its key and, of a product, its name in either language and
/// its type in DataWorks.
fn is_meant((item, name): &(PaletteItem, String), sought: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(sought);
    let product = |product: Product| {
        let info = product.info();
        [info.name.en, info.name.zh, info.dataworks].into_iter().any(has)
    };
    has(name) || item.key().contains(sought) || matches!(item, PaletteItem::Source(one) if product(*one))
}

fn shown(workbench: Workbench, group: Group, stop: Memo<String>, last: RwSignal<String>) -> impl IntoView {
    let items = group.items.into_iter();
    let items = items.map(|(item, name)| button(workbench, item, name, stop, last)).collect::<Vec<_>>();
    let name = group.title.clone();
    view! {
        <div class="palette__group" role="group" aria-label=name>
            <h2 class="palette__title">{group.title}</h2>
            <ul role="none">{items}</ul>
        </div>
    }
}

fn button(
    workbench: Workbench,
    item: PaletteItem,
    name: String,
    stop: Memo<String>,
    last: RwSignal<String>,
) -> impl IntoView {
    let frame = use_frame();
    let pressed = StoredValue::new(None::<(i32, i32)>);
    let dragged = StoredValue::new(false);
    let press = move |event: ev::PointerEvent| {
        if event.button() == 0 {
            pressed.set_value(Some((event.client_x(), event.client_y())));
            dragged.set_value(false);
        }
    };
    let drag = move |event: &ev::PointerEvent, least: i32| {
        let Some((x, y)) = pressed.get_value() else { return };
        let far = (event.client_x() - x).abs().max((event.client_y() - y).abs()) >= least;
        if event.buttons() & 1 == 1 && far {
            pressed.set_value(None);
            dragged.set_value(true);
            workbench.palette_drag.set(Some(item));
        }
    };
    // The click that ends a drag over the palette adds nothing.
    let click = move |_| {
        if !dragged.get_value() {
            frame.show_plan();
            workbench.add(item);
        }
        dragged.set_value(false);
    };
    let symbol = match item {
        PaletteItem::Node(kind) => Icon::Node(kind),
        PaletteItem::Group(_) => Icon::Node(KindName::ResourceGroup),
        PaletteItem::Source(_) => Icon::Node(KindName::DataSource),
        PaletteItem::Connection(kind) => Icon::Connection(kind),
    };
    let hint = match item {
        PaletteItem::Source(product) => gate_rule(product, workbench.language.get_untracked()),
        PaletteItem::Node(_) | PaletteItem::Group(_) | PaletteItem::Connection(_) => "",
    };
    let hint = (!hint.is_empty()).then_some(hint);
    view! {
        <li role="none">
            <button type="button" class="item" title=hint data-palette=item.key() on:pointerdown=press
                tabindex=move || if stop.with(|stop| *stop == item.key()) { "0" } else { "-1" }
                on:focus=move |_| last.set(item.key())
                on:pointermove=move |event| drag(&event, THRESHOLD) on:pointerleave=move |event| drag(&event, 0)
                on:pointerup=move |_| pressed.set_value(None) on:click=click>
                {icon(symbol)} <span class="ellipsis">{name}</span>
            </button>
        </li>
    }
}
