//! The outline: everything drawn as a tree of words, and a full editor. Whatever is done to an element on the drawing is
//! done here as well, by the same commands.

use leptos::attr::custom::custom_attribute;
use leptos::html::Input;
use leptos::{ev, prelude::*};

use crate::base::Id;
use crate::i18n;
use crate::i18n::chrome::Shell;
use crate::session::{Command, Selection};
use crate::topology::Topology;
use crate::ui::canvas::label;
use crate::ui::platform::{page, window};
use crate::ui::shell::{Frame, Icon, commands, icon, use_frame};
use crate::ui::workbench::{Ask, Workbench, use_workbench};

/// The buttons above the tree: for fingers and for who knows no keys.
const BUTTONS: [Command; 6] =
    [Command::Add, Command::Rename, Command::Connect, Command::MoveInto, Command::Result, Command::Delete];

/// One line of the tree.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: Id,
    level: usize,
    icon: Icon,
    /// Whether something lies in it.
    holds: bool,
}

/// What the lines share.
#[derive(Clone, Copy)]
struct Tree {
    workbench: Workbench,
    frame: Frame,
    lines: Memo<Vec<Line>>,
    folded: RwSignal<Selection>,
}

/// The outline of the plan.
#[component]
pub fn Outline() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let folded = RwSignal::new(Selection::new());
    let lines = Memo::new(move |_| {
        workbench.topology.with(|topology| {
            // What is being named is seen, whatever is folded.
            let named = workbench.renaming.get();
            let shown: Vec<&Id> =
                named.iter().flat_map(|id| topology.ancestors(id)).skip(1).map(|(id, _)| id).collect();
            folded.with(|folded| lines(topology, &|id| folded.contains(id) && !shown.contains(&id)))
        })
    });
    let tree = Tree { workbench, frame, lines, folded };
    keep_focus(tree);
    on_cleanup(move || frame.in_outline.set(false));
    let words = move || Shell::of(workbench.language.get());
    let button = move |command| commands::button(workbench, frame, command);
    view! {
        <div class="outline" on:focusin=move |_| frame.in_outline.set(true)>
            <div class="outline__tools" role="toolbar" aria-label=move || words().commands>
                {BUTTONS.map(button).into_iter().collect::<Vec<_>>()}
            </div>
            <p id="outline-keys" hidden="">{move || words().outline_hint}</p>
            <ul class="tree" role="tree" data-panel="outline" aria-label=move || words().outline aria-multiselectable="true"
                aria-describedby="outline-keys" on:keydown=move |event| walk(tree, &event)>
                <For each=move || lines.get() key=|line| (line.id.clone(), line.level, line.holds)
                    children=move |line| item(tree, line) />
            </ul>
            {move || lines.with(Vec::is_empty).then(|| view! { <p class="quiet outline__empty">{words().outline_empty}</p> })}
        </div>
    }
}

fn lines(topology: &Topology, folded: &dyn Fn(&Id) -> bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (id, _) in topology.nodes.iter().filter(|(_, node)| node.parent.is_none()) {
        collect(topology, id, 1, folded, &mut lines);
    }
    let flat = |id: &Id, icon: Icon| Line { id: id.clone(), level: 1, icon, holds: false };
    lines.extend(topology.connections.iter().map(|(id, held)| flat(id, Icon::Connection(held.kind))));
    lines.extend(topology.tasks.keys().map(|id| flat(id, Icon::Arrow)));
    lines
}

fn collect(topology: &Topology, id: &Id, level: usize, folded: &dyn Fn(&Id) -> bool, lines: &mut Vec<Line>) {
    let Some(node) = topology.node(id) else { return };
    let icon = Icon::Node(node.kind.name());
    let holds = topology.children(id).next().is_some();
    lines.push(Line { id: id.clone(), level, icon, holds });
    if !folded(id) {
        for (inner, _) in topology.children(id) {
            collect(topology, inner, level + 1, folded, lines);
        }
    }
}

fn item(tree: Tree, line: Line) -> impl IntoView {
    let Tree { workbench, frame, lines, folded } = tree;
    let Line { id, level, icon: symbol, holds } = line;
    let own = StoredValue::new(id.clone());
    let hook = id.to_string();
    let selected =
        Memo::new(move |_| workbench.selection.with(|selection| own.with_value(|id| selection.contains(id))));
    let expanded = move || {
        let open = || !folded.with(|folded| own.with_value(|id| folded.contains(id)));
        holds.then(|| open().to_string())
    };
    let tab = move || {
        let at = frame.cursor.get();
        let here = own.with_value(|id| at.as_ref() == Some(id));
        // Where the cursor is elsewhere, the way in leads to the first line.
        let listed = || lines.with(|lines| lines.iter().any(|line| at.as_ref() == Some(&line.id)));
        let first =
            || lines.with(|lines| lines.first().is_some_and(|line| own.with_value(|id| line.id == *id)));
        if here || (first() && !listed()) { "0" } else { "-1" }
    };
    let click = move |event: ev::MouseEvent| {
        let id = own.get_value();
        if event.shift_key() || event.ctrl_key() || event.meta_key() {
            workbench.toggle(&id);
        } else {
            workbench.select_only(&id);
        }
        workbench.ask(Ask::Reveal(id));
    };
    let menu = move |event: ev::MouseEvent| {
        event.prevent_default();
        let id = own.get_value();
        if !workbench.selection.with_untracked(|selection| selection.contains(&id)) {
            workbench.select_only(&id);
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        // Asked for by a key: below the line.
        let at = if event.button() == 2 { at } else { window::corner(&event).unwrap_or(at) };
        frame.context.set(Some(at));
    };
    let fold = move |event: ev::MouseEvent| {
        event.stop_propagation();
        turn(folded, &own.get_value());
    };
    let named = move || {
        let here = frame.in_outline.get()
            && workbench.renaming.with(|named| own.with_value(|id| named.as_ref() == Some(id)));
        here.then(|| field(workbench, own.get_value()))
    };
    let name = move || own.with_value(|id| workbench.called(id));
    // Everything that is said beyond the name, which is seen.
    let rest = move || {
        let said = own.with_value(|id| label::said(workbench, id));
        said.strip_prefix(&name()).map(ToOwned::to_owned).unwrap_or(format!(" {said}"))
    };
    let deep = custom_attribute("aria-level", level.to_string());
    view! {
        <li {..deep} class="tree__item" role="treeitem" aria-expanded=expanded tabindex=tab data-outline=hook data-level=level
            aria-selected=move || selected.get().to_string()
            on:click=click on:contextmenu=menu on:focus=move |_| frame.cursor.set(Some(own.get_value()))
            on:dblclick=move |_| workbench.renaming.set(Some(own.get_value()).filter(|_| !workbench.read_only.get_untracked()))
            on:mouseenter=move |_| workbench.lit.set(vec![own.get_value()]) on:mouseleave=move |_| super::light::dim(workbench)>
            <span class="tree__fold" class=("tree__fold--none", !holds) aria-hidden="true" on:click=fold>{icon(Icon::Down)}</span>
            {icon(symbol)} <span class="tree__name ellipsis">{name}</span> <span class="visually-hidden">{rest}</span>
            {named}
        </li>
    }
}

/// The field in which a line is named.
fn field(workbench: Workbench, id: Id) -> AnyView {
    let input = NodeRef::<Input>::new();
    let old = untrack(|| workbench.called(&id));
    input.on_load(move |input| {
        input.set_value(&old);
        // A field that is gone again cannot take the focus.
        drop(input.focus());
        input.select();
    });
    let (own, named) = (id.clone(), id.clone());
    let end = move |keep: bool| {
        let typed = input.get_untracked().map(|input| input.value());
        if workbench.renaming.with_untracked(|named| named.as_ref() == Some(&own)) {
            workbench.renaming.set(None);
            workbench.strike_name(&own);
            if let Some(typed) = typed.filter(|_| keep) {
                workbench.rename(&own, &typed);
            }
        }
    };
    let left = end.clone();
    let keys = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        let key = event.key();
        if page::is_composing(&event) || !matches!(key.as_str(), "Enter" | "Escape") {
            return;
        }
        event.prevent_default();
        end(key == "Enter");
        page::focus(&format!("[data-outline=\"{id}\"]"));
    };
    view! {
        <input node_ref=input class="input tree__input" type="text" dir="auto" maxlength="120" autocomplete="off" spellcheck="false"
            aria-label=move || i18n::canvas::name_field(workbench.language.get()) on:keydown=keys on:blur=move |_| left(true)
            on:input=move |event| workbench.keep_name(&named, event_target_value(&event))
            on:click=|event| event.stop_propagation() on:dblclick=|event| event.stop_propagation() />
    }
    .into_any()
}

/// Folds a line, or unfolds it.
fn turn(folded: RwSignal<Selection>, id: &Id) {
    folded.update(|folded| {
        if !folded.remove(id) {
            folded.insert(id.clone());
        }
    });
}

/// Where the line with the focus is gone, the one at its place takes the focus.
fn keep_focus(tree: Tree) {
    Effect::new(move |before: Option<Vec<Line>>| {
        let now = tree.lines.get();
        let at = tree.frame.cursor.get_untracked();
        let place = |lines: &[Line]| lines.iter().position(|line| Some(&line.id) == at.as_ref());
        let gone = before.as_deref().and_then(place).filter(|_| place(&now).is_none());
        if let Some(next) = gone.and_then(|gone| now.get(gone.min(now.len().saturating_sub(1))))
            && tree.frame.in_outline.get_untracked()
            && page::is_within("[data-panel=\"outline\"]")
        {
            page::focus(&format!("[data-outline=\"{}\"]", next.id));
        }
        now
    });
}

/// Arrow keys move the focus from line to line, fold and unfold; Enter and Space select.
fn walk(tree: Tree, event: &ev::KeyboardEvent) {
    let Tree { workbench, frame, lines, folded } = tree;
    let lines = lines.get_untracked();
    let cursor = frame.cursor.get_untracked();
    let at = lines.iter().position(|line| Some(&line.id) == cursor.as_ref()).unwrap_or(0);
    let Some(line) = lines.get(at) else { return };
    let held = event.ctrl_key() || event.meta_key();
    let open = line.holds && folded.with_untracked(|folded| !folded.contains(&line.id));
    let target = match event.key().as_str() {
        _ if event.alt_key() => return,
        "ArrowDown" => lines.get(at + 1),
        "ArrowUp" => at.checked_sub(1).and_then(|at| lines.get(at)),
        "Home" => lines.first(),
        "End" => lines.last(),
        "ArrowRight" if line.holds && !open => {
            turn(folded, &line.id);
            None
        }
        "ArrowRight" => lines.get(at + 1).filter(|_| open),
        "ArrowLeft" if open => {
            turn(folded, &line.id);
            None
        }
        "ArrowLeft" => lines.iter().take(at).rev().find(|before| before.level < line.level),
        " " if held || event.shift_key() => {
            workbench.toggle(&line.id);
            None
        }
        "Enter" | " " if !held => {
            workbench.select_only(&line.id);
            workbench.ask(Ask::Reveal(line.id.clone()));
            None
        }
        "Escape" if workbench.selection.with_untracked(|selection| !selection.is_empty()) => {
            workbench.clear_selection();
            None
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some(target) = target {
        if event.shift_key() {
            workbench.select(&line.id);
            workbench.select(&target.id);
        }
        page::focus(&format!("[data-outline=\"{}\"]", target.id));
    }
}
