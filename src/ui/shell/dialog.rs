//! The dialogs: a bad file with its problems, the keys, and the search. One at a time, over everything else.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::base::{Id, block_text};
use crate::i18n::chrome::{Shell, connection_kind_short, kind_name};
use crate::i18n::problem_text;
use crate::topology::{Kind, Topology};
use crate::ui::shell::{Icon, icon, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::wire::Problem;

/// How many hits the search shows.
const HITS: usize = 12;

/// A dialog.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A file that cannot be opened.
    BadFile {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        problems: Arc<Vec<Problem>>,
    },
    /// The keys.
    Keys,
    /// The search.
    Search,
}

impl Dialog {
    fn key(&self) -> &'static str {
        match self {
            Self::BadFile { .. } => "bad-file",
            Self::Keys => "keys",
            Self::Search => "search",
        }
    }

    fn title(&self, words: &'static Shell) -> &'static str {
        match self {
            Self::BadFile { .. } => words.bad_file,
            Self::Keys => words.keys,
            Self::Search => words.search,
        }
    }
}

/// The dialog that is open.
#[component]
pub fn Dialogs() -> impl IntoView {
    let frame = use_frame();
    move || frame.dialog.get().map(|dialog| view! { <Open dialog=dialog /> })
}

#[component]
fn Open(dialog: Dialog) -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let element = NodeRef::<html::Dialog>::new();
    element.on_load(|element| {
        // Refused only where the dialog is open already, and then it is shown.
        drop(element.show_modal());
    });
    let words = move || Shell::of(workbench.language.get());
    let (key, titled) = (dialog.key(), dialog.clone());
    let close = move || frame.dialog.set(None);
    view! {
        <dialog class="dialog" data-dialog=key aria-labelledby="dialog-title" node_ref=element on:close=move |_| close()>
            <div class="dialog__head">
                <h2 id="dialog-title">{move || titled.title(words())}</h2>
                <button type="button" class="button button--plain button--icon" aria-label=move || words().close
                    title=move || words().close on:click=move |_| close()>
                    {icon(Icon::Close)}
                </button>
            </div>
            <div class="dialog__body">{move || content(workbench, &dialog)}</div>
        </dialog>
    }
}

fn content(workbench: Workbench, dialog: &Dialog) -> AnyView {
    match dialog {
        Dialog::BadFile { name, problems } => bad_file(workbench, name, problems).into_any(),
        Dialog::Keys => keys(workbench).into_any(),
        Dialog::Search => search(workbench).into_any(),
    }
}

fn bad_file(workbench: Workbench, name: &str, problems: &[Problem]) -> impl IntoView + use<> {
    let language = workbench.language.get();
    let words = Shell::of(language);
    let line = |problem: &Problem| {
        let path =
            if problem.path.is_empty() { words.bad_file_whole.to_owned() } else { problem.path.clone() };
        view! { <li class="problem"><code class="problem__path">{path}</code> <span>{problem_text(language, problem)}</span></li> }
    };
    let lines = problems.iter().map(line).collect::<Vec<_>>();
    view! {
        <p><strong class="mono">{name.to_owned()}</strong></p>
        <p class="quiet">{words.bad_file_kept}</p>
        <ul class="problems">{lines}</ul>
    }
}

fn keys(workbench: Workbench) -> impl IntoView {
    let words = Shell::of(workbench.language.get());
    let all = [
        ("Ctrl+Z", words.undo),
        ("Ctrl+Shift+Z · Ctrl+Y", words.redo),
        ("Ctrl+S", words.save_long),
        ("Ctrl+O", words.open_long),
        ("Ctrl+K · /", words.search),
        ("Enter", words.key_enter),
        ("F2", words.key_rename),
        ("Delete · Backspace", words.key_delete),
        ("← ↑ → ↓", words.key_arrows),
        ("Space", words.key_space),
        ("Shift+1", words.fit),
        ("+ · -", words.zoom_in),
        ("Esc", words.key_escape),
        ("?", words.keys),
    ];
    let rows = all.map(|(key, does)| view! { <tr><td><kbd>{key}</kbd></td><td>{does}</td></tr> });
    view! {
        <table class="table">
            <thead><tr><th scope="col">{words.key}</th><th scope="col">{words.key_does}</th></tr></thead>
            <tbody>{rows.into_iter().collect::<Vec<_>>()}</tbody>
        </table>
    }
}

fn search(workbench: Workbench) -> impl IntoView {
    let frame = use_frame();
    let sought = RwSignal::new(String::new());
    let words = move || Shell::of(workbench.language.get());
    let hits = Memo::new(move |_| workbench.topology.with(|topology| hits(topology, &sought.get())));
    let go = move |id: &Id| {
        frame.dialog.set(None);
        workbench.select_only(id);
    };
    let first = move |event: leptos::ev::KeyboardEvent| {
        let found = hits.with_untracked(|hits| hits.first().cloned());
        if let ("Enter", false, Some(id)) = (event.key().as_str(), event.is_composing(), found) {
            event.prevent_default();
            go(&id);
        }
    };
    let hit = move |id: Id| {
        let (symbol, name, kind) =
            workbench.topology.with_untracked(|topology| described(workbench, topology, &id));
        view! {
            <li>
                <button type="button" class="menu__item" on:click=move |_| go(&id)>
                    {icon(symbol)} <span class="menu__label">{name}</span> <span class="aside">{kind}</span>
                </button>
            </li>
        }
    };
    view! {
        <input class="input" type="search" autofocus=true aria-label=move || words().search
            placeholder=move || words().search_placeholder prop:value=sought
            on:input=move |event| sought.set(event_target_value(&event)) on:keydown=first />
        <ul class="hits">{move || hits.get().into_iter().map(hit).collect::<Vec<_>>()}</ul>
        {move || hits.with(Vec::is_empty).then(|| view! { <p class="quiet">{words().search_none}</p> })}
    }
}

fn described(workbench: Workbench, topology: &Topology, id: &Id) -> (Icon, String, &'static str) {
    let language = workbench.language.get_untracked();
    let name = topology.name_of(id);
    if let Some(node) = topology.node(id) {
        return (Icon::Node(node.kind.name()), name, kind_name(node.kind.name(), language));
    }
    match topology.connections.get(id) {
        Some(held) => (Icon::Connection(held.kind), name, connection_kind_short(held.kind, language)),
        None => (Icon::Arrow, name, Shell::of(language).outline_tasks),
    }
}

/// What has the sought text in its name, id, address or block.
fn hits(topology: &Topology, sought: &str) -> Vec<Id> {
    let sought = sought.trim().to_lowercase();
    let ids = topology.nodes.keys().chain(topology.connections.keys()).chain(topology.tasks.keys());
    let matches = |id: &&Id| {
        let name = topology.name_of(id).to_lowercase();
        let exact = topology.node(id).map(|node| addresses(&node.kind)).unwrap_or_default();
        name.contains(&sought) || id.as_str().to_lowercase().contains(&sought) || exact.contains(&sought)
    };
    ids.filter(matches).take(HITS).cloned().collect()
}

/// Everything exact about a node, as one text.
fn addresses(kind: &Kind) -> String {
    let blocks =
        |blocks: &[crate::base::Block]| blocks.iter().copied().map(block_text).collect::<Vec<_>>().join(" ");
    let listed = |addresses: &Option<Vec<crate::base::Address>>| {
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
        other => other.cidrs().map(blocks).unwrap_or_default(),
    }
}
