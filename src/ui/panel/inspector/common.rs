//! Fields that many forms share: name, note, id, the place it lies in, and lists whose absence means something.

use leptos::prelude::*;

use crate::base::{Address, Block, Id, block_text, parse_address, parse_block};
use crate::i18n::Names;
use crate::i18n::chrome::Forms;
use crate::topology::{Edit, Entry, Topology, may_hold, split_list};
use crate::ui::field::{Check, Segment, Segments, Select, Shape, TextField};
use crate::ui::panel::inspector::subject::{Subject, some_text, word};
use crate::ui::workbench::{Workbench, use_workbench};

/// The display name.
pub(super) fn name(subject: Subject) -> impl IntoView {
    let id = subject.id();
    let value = subject.text(|node| node.name.clone().unwrap_or_default());
    let commit = move |text: String| {
        subject.change(|node| node.name = some_text(&text));
    };
    view! {
        <TextField label=word(|w| w.name) name="name" value=value placeholder=Signal::derive(move || Some(id.to_string()))
            commit=commit />
    }
}

/// The remark.
pub(super) fn note(subject: Subject) -> impl IntoView {
    let value = subject.text(|node| node.note.clone().unwrap_or_default());
    let commit = move |text: String| {
        subject.change(|node| node.note = some_text(&text));
    };
    view! { <TextField label=word(|w| w.note) name="note" value=value commit=commit shape=Shape::Prose /> }
}

/// The id, which nothing changes.
pub(super) fn id(id: &Id) -> impl IntoView + use<> {
    let workbench = use_workbench();
    view! {
        <p class="aside">
            {move || Forms::of(workbench.language.get()).id} " " <code data-field="id">{id.to_string()}</code>
        </p>
    }
}

/// The place it lies in: the way to move it without dragging.
pub(super) fn place(subject: Subject) -> impl IntoView {
    let workbench = subject.workbench;
    let own = subject.id();
    let options = Signal::derive(move || {
        workbench.skeleton.with(|topology| {
            let Some(node) = topology.node(&own) else {
                return Vec::new();
            };
            let fits = |id: &Id| {
                topology.node(id).is_some_and(|outer| may_hold(Some(outer.kind.name()), node.kind.name()))
            };
            topology
                .nodes
                .keys()
                .filter(|id| fits(id))
                .map(|id| (id.to_string(), path_of(workbench, topology, id)))
                .collect::<Vec<_>>()
        })
    });
    let value = subject.text(|node| node.parent.as_ref().map(ToString::to_string).unwrap_or_default());
    let commit = move |chosen: String| {
        workbench.attempt(&Edit::MoveInto { id: subject.id(), parent: Id::parse(&chosen) });
    };
    let nested = subject.fact(|node| node.parent.clone());
    move || {
        nested.get().map(|_| {
            view! {
                <div class="field">
                    <span class="field__label">{word(|w| w.place)}</span>
                    <Select label=word(|w| w.place) name="in" options=options value=value commit=commit />
                </div>
            }
        })
    }
}

/// The names of a place and of what is around it, outermost first; the language is tracked.
pub(super) fn path_of(workbench: Workbench, topology: &Topology, id: &Id) -> String {
    let called = Names { topology, language: workbench.language.get() };
    let mut names: Vec<String> = topology.ancestors(id).map(|(id, _)| called.of(id)).collect();
    names.reverse();
    names.join(" › ")
}

/// A list whose absence and whose emptiness mean different things.
pub(super) struct ListFact {
    /// What it is about.
    pub(super) label: fn(&'static Forms) -> &'static str,
    /// The field of the document format.
    pub(super) name: &'static str,
    /// The entries; `None` where the fact is absent.
    pub(super) value: Memo<Option<Vec<String>>>,
    /// Judges what is typed.
    pub(super) check: Check,
    /// Puts entries into the document.
    pub(super) commit: Callback<Option<Vec<String>>>,
    /// What absence means, for the empty field.
    pub(super) absent: fn(&'static Forms) -> &'static str,
    /// What an empty list is called; none where a list cannot be empty.
    pub(super) empty: Option<fn(&'static Forms) -> &'static str>,
}

/// A field for such a list.
#[expect(clippy::needless_pass_by_value, reason = "the parts are moved into the field")]
pub(super) fn list_fact(fact: ListFact) -> impl IntoView {
    let ListFact { label, name, value, check, commit, absent, empty } = fact;
    let text = Signal::derive(move || value.get().unwrap_or_default().join("\n"));
    let said = word(absent);
    let empty_said = empty.map(word);
    let placeholder = Signal::derive(move || match (value.with(Option::is_some), empty_said) {
        (true, Some(empty)) => Some(empty.get()),
        _ => Some(said.get()),
    });
    let typed = move |text: String| {
        let entries: Vec<String> = split_list(&text).into_iter().map(|Entry(entry)| entry).collect();
        commit.run((!entries.is_empty()).then_some(entries));
    };
    let unknown = Segment {
        word: word(|w| w.unknown),
        pressed: Signal::derive(move || value.with(Option::is_none)),
        choose: Callback::new(move |()| commit.run(None)),
    };
    let known_empty = empty.map(|empty| Segment {
        word: word(empty),
        pressed: Signal::derive(move || value.with(|entries| entries.as_ref().is_some_and(Vec::is_empty))),
        choose: Callback::new(move |()| commit.run(Some(Vec::new()))),
    });
    let segments: Vec<Segment> = std::iter::once(unknown).chain(known_empty).collect();
    view! {
        <TextField label=word(label) name=name value=text check=check commit=typed shape=Shape::Lines placeholder=placeholder>
            <Segments label=word(label) segments=segments />
        </TextField>
    }
}

/// Blocks as texts.
pub(super) fn texts_of_blocks(blocks: &[Block]) -> Vec<String> {
    blocks.iter().copied().map(|block| block.to_string()).collect()
}

/// The blocks of texts that were checked.
pub(super) fn blocks_of(texts: &[String]) -> Vec<Block> {
    texts.iter().filter_map(|text| parse_block(text).ok()).collect()
}

/// The addresses of texts that were checked.
pub(super) fn addresses_of(texts: &[String]) -> Vec<Address> {
    texts.iter().filter_map(|text| parse_address(text).ok()).collect()
}

/// One block as a text.
pub(super) fn text_of_block(block: Option<Block>) -> String {
    block.map(block_text).unwrap_or_default()
}
