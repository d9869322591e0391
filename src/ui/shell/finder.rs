//! One box for everything: commands, elements by name, id, address or block, findings, and what can be added. The same
//! box chooses what an element is connected with, what is added to it, and where the selection is moved.

mod choices;

use leptos::{ev, prelude::*};

use crate::base::order;
use crate::base::{Address, Block, Id, block_text, parse_address, parse_block};
use crate::i18n::chrome::Shell;
use crate::i18n::{self, Language, chrome};
use crate::session::{Command, PaletteItem};
use crate::topology::{ConnectionKind, GroupKind, Kind, KindName, PRODUCTS, Topology};
use crate::ui::platform::page;
use crate::ui::shell::{Frame, Icon, commands, icon, use_frame};
use crate::ui::workbench::{Ask, Workbench, use_workbench};

/// How many hits of a kind are shown.
const HITS: usize = 12;

/// What the box is open for.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// To find or do anything.
    Anything,
    /// To choose what to connect an element with.
    Connect(Id),
    /// To choose what to add where an element is.
    Add(Option<Id>),
    /// To choose where to move the selection.
    MoveInto,
}

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq)]
enum Act {
    Run(Command),
    Go(Id),
    Add(PaletteItem),
    AddInto(PaletteItem, Option<Id>),
    Connect(Id, Id, Option<ConnectionKind>),
    MoveInto(Id),
    /// It cannot be chosen; the line says why.
    Refuse,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
struct Hit {
    icon: Icon,
    label: String,
    about: String,
    act: Act,
}

/// The box.
pub(super) fn finder(purpose: Purpose) -> AnyView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let sought = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let words = move || Shell::of(workbench.language.get());
    // What is asked for stands in the field and is its name: the box looks the same whatever it is open for.
    let asks: fn(&Shell) -> &'static str = match purpose {
        Purpose::Anything => |words| words.search_placeholder,
        Purpose::Connect(_) => |words| words.ask_connect,
        Purpose::Add(_) => |words| words.ask_add,
        Purpose::MoveInto => |words| words.ask_place,
    };
    let name: fn(&Shell) -> &'static str =
        if matches!(purpose, Purpose::Anything) { |words| words.search } else { asks };
    let hits = Memo::new(move |_| {
        let text = sought.get().trim().to_lowercase();
        match &purpose {
            Purpose::Anything => found(workbench, &text),
            Purpose::Connect(from) => choices::targets(workbench, from, &text),
            Purpose::Add(at) => choices::additions(workbench, at.as_ref(), &text),
            Purpose::MoveInto => choices::places(workbench, &text),
        }
    });
    let keys = move |event: ev::KeyboardEvent| {
        if page::is_composing(&event) {
            return;
        }
        let count = hits.with_untracked(Vec::len);
        let here = at.get_untracked().min(count.saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" => at.set((here + 1) % count.max(1)),
            "ArrowUp" => at.set((here + count.max(1) - 1) % count.max(1)),
            "Enter" => {
                if let Some(hit) = hits.with_untracked(|hits| hits.get(here).cloned()) {
                    choose(workbench, frame, &hit.act);
                }
            }
            _ => return,
        }
        event.prevent_default();
        page::reveal(&format!("#hit-{}", at.get_untracked()));
    };
    let typed = move |event: ev::Event| {
        sought.set(event_target_value(&event));
        at.set(0);
    };
    let active = move || {
        let count = hits.with(Vec::len);
        (count > 0).then(|| format!("hit-{}", at.get().min(count - 1)))
    };
    let lines = move || {
        let here = at.get();
        hits.get()
            .into_iter()
            .enumerate()
            .map(|(n, hit)| line(workbench, frame, n, n == here, hit))
            .collect::<Vec<_>>()
    };
    view! {
        <input class="input" type="search" autofocus=true role="combobox" aria-expanded="true" aria-controls="hits"
            aria-activedescendant=active aria-label=move || name(words()) placeholder=move || asks(words())
            prop:value=sought on:input=typed on:keydown=keys />
        <ul class="hits" id="hits" role="listbox" aria-label=move || name(words())>{lines}</ul>
        {move || hits.with(Vec::is_empty).then(|| view! { <p class="quiet" role="status">{words().search_none}</p> })}
    }
    .into_any()
}

fn line(workbench: Workbench, frame: Frame, number: usize, here: bool, hit: Hit) -> AnyView {
    let Hit { icon: symbol, label, about, act } = hit;
    let key = match &act {
        Act::Run(command) => command.shortcut(),
        _ => "",
    };
    let command = match &act {
        Act::Run(command) => Some(command.key()),
        _ => None,
    };
    let refused = act == Act::Refuse;
    view! {
        <li class="menu__item" class=("menu__item--here", here) class=("menu__item--refused", refused) role="option"
            id=format!("hit-{number}") aria-selected=here.to_string() aria-disabled=refused.then_some("true")
            data-command=command on:click=move |_| choose(workbench, frame, &act)>
            {icon(symbol)} <span class="menu__label">{label}</span> <span class="aside">{about}</span>
            <kbd class="menu__key" aria-hidden="true">{key}</kbd>
        </li>
    }
    .into_any()
}

fn choose(workbench: Workbench, frame: Frame, act: &Act) {
    if *act == Act::Refuse {
        return;
    }
    frame.close();
    match act {
        Act::Refuse => {}
        Act::Run(command) => commands::run(workbench, frame, *command),
        Act::Go(id) => {
            workbench.select_only(id);
            workbench.ask(Ask::Reveal(id.clone()));
        }
        Act::Add(item) => {
            frame.show_plan();
            workbench.add(*item);
        }
        Act::AddInto(item, place) => {
            frame.show_plan();
            workbench.add_into(*item, place.as_ref());
        }
        Act::Connect(from, to, kind) => workbench.ask(Ask::Connect(from.clone(), to.clone(), *kind)),
        Act::MoveInto(place) => workbench.ask(Ask::MoveInto(Some(place.clone()))),
    }
}

/// Everything that a text can mean; without a text the commands that can be given.
fn found(workbench: Workbench, sought: &str) -> Vec<Hit> {
    let language = workbench.language.get();
    let says = |text: &str| {
        let text = text.to_lowercase();
        sought.split_whitespace().all(|word| text.contains(word))
    };
    // A command is known by its name in either language, and by its key.
    let known = |command: Command| {
        let names = [Language::En, Language::Zh].map(|language| i18n::command(command, language));
        says(&format!("{} {} {}", names[0], names[1], command.key()))
    };
    let command = |command: Command| Hit {
        icon: commands::picture(command),
        label: i18n::command(command, language).to_owned(),
        about: String::new(),
        act: Act::Run(command),
    };
    let commands = Command::ALL
        .into_iter()
        .filter(|one| *one != Command::Search && commands::enabled(workbench, *one))
        .filter(|one| known(*one))
        .map(command);
    if sought.is_empty() {
        return commands.collect();
    }
    let mut hits: Vec<Hit> = workbench.topology.with(|topology| {
        let holders = holding(topology, sought);
        let ids = topology.nodes.keys().chain(topology.connections.keys()).chain(topology.tasks.keys());
        let named =
            ids.filter(|id| !holders.contains(id) && matches(workbench, topology, id, sought)).cloned();
        let all = holders.iter().cloned().chain(named.take(HITS));
        all.collect::<Vec<Id>>().iter().map(|id| element(workbench, topology, id)).collect()
    });
    hits.extend(commands);
    if let Some(result) = workbench.result.get() {
        let findings =
            result.findings.iter().filter(|finding| says(finding.code.key()) || says(&finding.message));
        hits.extend(findings.filter_map(|finding| {
            let about = finding.code.key().to_owned();
            let id = Id::parse(finding.at.first()?)?;
            Some(Hit {
                icon: Icon::Severity(finding.severity),
                label: finding.message.clone(),
                about,
                act: Act::Go(id),
            })
        }));
    }
    if !workbench.read_only.get() {
        let items = items().map(|item| (item, named(item, language)));
        let mut meant: Vec<_> =
            items.filter(|(item, (name, _))| says(&format!("{name} {}", item.key()))).collect();
        order::sort_by_key(&mut meant, |(_, (name, _))| distance(name, sought));
        let add = |(item, (label, icon))| Hit {
            icon,
            label,
            about: Shell::of(language).tab_add.to_owned(),
            act: Act::Add(item),
        };
        let lines: Vec<Hit> = meant.into_iter().take(HITS).map(add).collect();
        // What is called just so goes before what only has it in its name, unless that is an element called just so.
        let called = |hit: &Hit| hit.label.to_lowercase() == sought;
        let exact = lines.iter().filter(|line| distance(&line.label, sought) == 0).count();
        let before = if hits.iter().any(called) { hits.len() } else { 0 };
        let (first, last) = lines.split_at(exact);
        hits.splice(before..before, first.iter().cloned());
        hits.extend(last.iter().cloned());
    }
    hits
}

/// How far a name is from what is typed: it is the name, it begins with it, it has it somewhere.
pub(in crate::ui) fn distance(name: &str, sought: &str) -> u8 {
    let name = name.to_lowercase();
    let mut words = name.split(|sign: char| !sign.is_alphanumeric());
    match (name == sought || words.any(|word| word == sought), name.starts_with(sought)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

/// Everything that can be added.
fn items() -> impl Iterator<Item = PaletteItem> {
    let places = KindName::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, KindName::ResourceGroup | KindName::DataSource))
        .map(PaletteItem::Node);
    let groups = GroupKind::ALL.into_iter().map(PaletteItem::Group);
    let connections = ConnectionKind::ALL.into_iter().map(PaletteItem::Connection);
    places.chain(groups).chain(connections).chain(PRODUCTS.iter().copied().map(PaletteItem::Source))
}

/// The name and picture of something that can be added.
fn named(item: PaletteItem, language: i18n::Language) -> (String, Icon) {
    let (name, icon) = match item {
        PaletteItem::Node(kind) => (chrome::kind_name(kind, language), Icon::Node(kind)),
        PaletteItem::Group(kind) => (chrome::group_kind(kind, language), Icon::Node(KindName::ResourceGroup)),
        PaletteItem::Source(product) => {
            (chrome::product(product, language), Icon::Node(KindName::DataSource))
        }
        PaletteItem::Connection(kind) => (chrome::connection_kind(kind, language), Icon::Connection(kind)),
    };
    (name.to_owned(), icon)
}

fn element(workbench: Workbench, topology: &Topology, id: &Id) -> Hit {
    let language = workbench.language.get();
    let (icon, kind) = match (topology.node(id), topology.connections.get(id)) {
        (Some(node), _) => (Icon::Node(node.kind.name()), chrome::kind_name(node.kind.name(), language)),
        (None, Some(held)) => {
            (Icon::Connection(held.kind), chrome::connection_kind_short(held.kind, language))
        }
        (None, None) => (Icon::Arrow, Shell::of(language).outline_tasks),
    };
    Hit { icon, label: workbench.called(id), about: kind.to_owned(), act: Act::Go(id.clone()) }
}

/// The vSwitches, else the networks, that hold an address or block: the narrowest first.
fn holding(topology: &Topology, sought: &str) -> Vec<Id> {
    let wanted = parse_address(sought).map(crate::base::host_block).or_else(|_| parse_block(sought));
    let Ok(wanted) = wanted else { return Vec::new() };
    let holds = |block: &Block| block.contains(&wanted);
    let mut found: Vec<(u8, Id)> = topology
        .nodes
        .iter()
        .filter_map(|(id, node)| {
            let blocks: &[Block] = match &node.kind {
                Kind::VSwitch(vswitch) => vswitch.cidr.as_slice(),
                kind => kind.cidrs().unwrap_or_default(),
            };
            let narrowest = blocks.iter().filter(|block| holds(block)).map(Block::prefix_len).max()?;
            Some((narrowest, id.clone()))
        })
        .collect();
    order::sort_by(&mut found, |a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.into_iter().map(|(_, id)| id).collect()
}

/// Whether an element has the text in its name, id, address or block.
fn matches(workbench: Workbench, topology: &Topology, id: &Id, sought: &str) -> bool {
    let exact = topology.node(id).map(|node| addresses(&node.kind)).unwrap_or_default();
    workbench.called(id).to_lowercase().contains(sought)
        || id.as_str().to_lowercase().contains(sought)
        || exact.to_lowercase().contains(sought)
}

/// Everything exact about a node, as one text.
fn addresses(kind: &Kind) -> String {
    let listed = |addresses: &Option<Vec<Address>>| {
        addresses.iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    match kind {
        Kind::VSwitch(vswitch) => vswitch.cidr.map(block_text).unwrap_or_default(),
        Kind::NatGateway(gateway) => listed(&gateway.eips),
        Kind::ResourceGroup(group) => listed(&group.eips),
        Kind::DataSource(source) => {
            format!("{} {}", listed(&source.addresses), source.host.clone().unwrap_or_default())
        }
        Kind::Region(region) => region.region.clone(),
        other => other
            .cidrs()
            .map(|blocks| blocks.iter().copied().map(block_text).collect::<Vec<_>>().join(" "))
            .unwrap_or_default(),
    }
}
