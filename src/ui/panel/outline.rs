//! The outline: everything drawn as a tree of words, in which an element is selected as in the drawing.

use leptos::attr::custom::custom_attribute;
use leptos::{ev, prelude::*};

use crate::base::Id;
use crate::i18n::chrome::{Shell, connection_kind_short, kind_name};
use crate::topology::Topology;
use crate::ui::platform::page;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// One line of the tree.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: Id,
    level: usize,
    icon: Icon,
}

/// The outline of the plan.
#[component]
pub fn Outline() -> impl IntoView {
    let workbench = use_workbench();
    let lines = Memo::new(move |_| workbench.topology.with(|topology| lines(topology)));
    let reached = RwSignal::new(None::<Id>);
    let words = move || Shell::of(workbench.language.get());
    let keys = move |event: ev::KeyboardEvent| walk(workbench, &event, lines, reached);
    view! {
        <div class="outline">
            <ul class="tree" role="tree" data-panel="outline" aria-label=move || words().outline aria-multiselectable="true"
                on:keydown=keys>
                <For each=move || lines.get() key=|line| (line.id.clone(), line.level)
                    children=move |line| item(workbench, lines, reached, line) />
            </ul>
            {move || lines.with(Vec::is_empty).then(|| view! { <p class="quiet outline__empty">{words().outline_empty}</p> })}
        </div>
    }
}

fn lines(topology: &Topology) -> Vec<Line> {
    let mut lines = Vec::new();
    for (id, _) in topology.nodes.iter().filter(|(_, node)| node.parent.is_none()) {
        collect(topology, id, 1, &mut lines);
    }
    let connection = |(id, held): (&Id, &std::sync::Arc<crate::topology::Connection>)| Line {
        id: id.clone(),
        level: 1,
        icon: Icon::Connection(held.kind),
    };
    lines.extend(topology.connections.iter().map(connection));
    lines.extend(topology.tasks.keys().map(|id| Line { id: id.clone(), level: 1, icon: Icon::Arrow }));
    lines
}

fn collect(topology: &Topology, id: &Id, level: usize, lines: &mut Vec<Line>) {
    let Some(node) = topology.node(id) else { return };
    lines.push(Line { id: id.clone(), level, icon: Icon::Node(node.kind.name()) });
    for (inner, _) in topology.children(id) {
        collect(topology, inner, level + 1, lines);
    }
}

fn item(
    workbench: Workbench,
    lines: Memo<Vec<Line>>,
    reached: RwSignal<Option<Id>>,
    line: Line,
) -> impl IntoView {
    let Line { id, level, icon: symbol } = line;
    let (named, asked, stop, chosen, lit, hook) =
        (id.clone(), id.clone(), id.clone(), id.clone(), id.clone(), id.to_string());
    let name = move || workbench.topology.with(|topology| topology.name_of(&named));
    let kind = move || match symbol {
        Icon::Node(kind) => kind_name(kind, workbench.language.get()),
        Icon::Connection(kind) => connection_kind_short(kind, workbench.language.get()),
        _ => Shell::of(workbench.language.get()).outline_tasks,
    };
    let selected = Memo::new(move |_| workbench.selection.with(|selection| selection.contains(&asked)));
    let tab = move || {
        let here = reached.with(|reached| reached.as_ref() == Some(&stop));
        let first = || {
            reached.with(Option::is_none)
                && lines.with(|lines| lines.first().is_some_and(|line| line.id == stop))
        };
        if here || first() { "0" } else { "-1" }
    };
    let deep = custom_attribute("aria-level", level.to_string());
    view! {
        <li {..deep} class="tree__item" role="treeitem" aria-selected=move || selected.get().to_string() tabindex=tab
            data-outline=hook data-level=level
            on:click=move |event| if event.shift_key() { workbench.toggle(&chosen) } else { workbench.select_only(&chosen) }
            on:focus=move |_| reached.set(Some(id.clone())) on:mouseenter=move |_| workbench.lit.set(vec![lit.clone()])
            on:mouseleave=move |_| super::light::dim(workbench)>
            {icon(symbol)} <span class="ellipsis">{name}</span> <span class="visually-hidden">{kind}</span>
        </li>
    }
}

/// Arrow keys move the focus from line to line, Enter and Space select.
fn walk(
    workbench: Workbench,
    event: &ev::KeyboardEvent,
    lines: Memo<Vec<Line>>,
    reached: RwSignal<Option<Id>>,
) {
    let ids: Vec<Id> = lines.with_untracked(|lines| lines.iter().map(|line| line.id.clone()).collect());
    let at =
        reached.with_untracked(|reached| ids.iter().position(|id| Some(id) == reached.as_ref())).unwrap_or(0);
    let target = match event.key().as_str() {
        "ArrowDown" => ids.get(at + 1),
        "ArrowUp" => at.checked_sub(1).and_then(|at| ids.get(at)),
        "Home" => ids.first(),
        "End" => ids.last(),
        "Enter" | " " => {
            event.prevent_default();
            event.stop_propagation();
            if let Some(id) = ids.get(at) {
                workbench.select_only(id);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(id) = target {
        page::focus(&format!("[data-outline=\"{id}\"]"));
    }
}
