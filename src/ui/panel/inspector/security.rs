//! The editor of a security group: its type and its rules, as a table of small controls.

use leptos::prelude::*;

use crate::base::{Block, PortRange, parse_block};
use crate::i18n::chrome::{action_name, direction, protocol, security_group_type};
use crate::topology::{Action, Direction, Protocol, Rule, SecurityGroup, SecurityGroupType};
use crate::ui::field::{Select, Shape, TextField, block, options, port_range, priority};
use crate::ui::panel::inspector::routes::remover;
use crate::ui::panel::inspector::subject::{Subject, word};

/// What no security group means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// Basic, without custom rules.
    Basic,
    /// Not known.
    Unknown,
}

/// The outer `None`: the node is gone; the inner: no security group is drawn.
type Held = Memo<Option<Option<SecurityGroup>>>;

#[derive(Clone, Copy)]
struct Editor {
    subject: Subject,
    held: Held,
    commit: Callback<Option<SecurityGroup>>,
}

impl Editor {
    fn group(self) -> Option<SecurityGroup> {
        self.held.get().flatten()
    }

    fn rule(self, at: usize) -> Option<Rule> {
        self.held.with(|held| held.as_ref()?.as_ref()?.rules.get(at).cloned())
    }

    fn change(self, change: impl FnOnce(&mut Vec<Rule>)) {
        let mut group = self.held.get_untracked().flatten().unwrap_or_else(SecurityGroup::basic);
        change(&mut group.rules);
        self.commit.run(Some(group));
    }

    fn change_rule(self, at: usize, change: impl FnOnce(&mut Rule)) {
        self.change(|rules| {
            if let Some(rule) = rules.get_mut(at) {
                change(rule);
            }
        });
    }
}

/// A security group.
pub(super) fn form(
    subject: Subject,
    held: Held,
    commit: Callback<Option<SecurityGroup>>,
    absent: Absent,
) -> impl IntoView {
    let editor = Editor { subject, held, commit };
    let language = subject.workbench.language;
    let nothing = match absent {
        Absent::Basic => word(|w| w.security_group_default),
        Absent::Unknown => word(|w| w.unknown),
    };
    let types = Signal::derive(move || {
        let first = std::iter::once((String::new(), nothing.get()));
        let all =
            options(&SecurityGroupType::ALL, SecurityGroupType::key, security_group_type, language.get());
        first.chain(all).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || editor.group().map_or("", |group| group.kind.key()).to_owned());
    let set = move |chosen: String| {
        let kind = SecurityGroupType::ALL.into_iter().find(|kind| kind.key() == chosen);
        let rules = editor.held.get_untracked().flatten().map(|group| group.rules).unwrap_or_default();
        commit.run(kind.map(|kind| SecurityGroup { kind, rules }));
    };
    let count = Memo::new(move |_| editor.group().map(|group| group.rules.len()));
    view! {
        <div class="field">
            <span class="field__label">{word(|w| w.security_group)}</span>
            <Select label=word(|w| w.security_group) name="security_group" options=types value=value commit=set />
            {move || (0..count.get().unwrap_or(0)).map(|at| rule(editor, at)).collect::<Vec<_>>()}
            {move || count.get().map(|_| adder(editor))}
        </div>
    }
}

fn adder(editor: Editor) -> impl IntoView {
    let add = move |_| {
        editor.change(|rules| rules.push(Rule::allow(Direction::Inbound, PortRange::ALL, Block::default())));
    };
    view! {
        <button type="button" class="button button--small" data-field="rules" on:click=add>{word(|w| w.add_rule)}</button>
    }
}

fn rule(editor: Editor, at: usize) -> impl IntoView {
    let remove = move |_| {
        editor.change(|rules| {
            if at < rules.len() {
                rules.remove(at);
            }
        });
    };
    view! {
        <div class="rule" role="group">
            {enumerated(editor, at, "direction", Enumerated { label: |w| w.direction, all: &Direction::ALL, key: Direction::key,
                name: direction, get: |rule| rule.direction, set: |rule, to| rule.direction = to })}
            {enumerated(editor, at, "action", Enumerated { label: |w| w.action, all: &Action::ALL, key: Action::key,
                name: action_name, get: |rule| rule.action, set: |rule, to| rule.action = to })}
            {enumerated(editor, at, "protocol", Enumerated { label: |w| w.protocol, all: &Protocol::ALL, key: Protocol::key,
                name: protocol, get: |rule| rule.protocol, set: |rule, to| rule.protocol = to })}
            {remover(editor.subject, remove)}
            {texts(editor, at)}
        </div>
    }
}

fn texts(editor: Editor, at: usize) -> impl IntoView {
    let text = move |read: fn(&Rule) -> String| {
        Signal::derive(move || editor.rule(at).as_ref().map(read).unwrap_or_default())
    };
    let set_ports = move |typed: String| {
        let ports = PortRange::parse(&typed).unwrap_or(PortRange::ALL);
        editor.change_rule(at, |rule| rule.ports = ports);
    };
    let set_peer = move |typed: String| {
        if let Ok(peer) = parse_block(&typed) {
            editor.change_rule(at, |rule| rule.peer = peer);
        }
    };
    let set_priority = move |typed: String| {
        editor.change_rule(at, |rule| rule.priority = typed.parse().unwrap_or(1));
    };
    view! {
        <div class="rule__texts">
        <TextField label=word(|w| w.ports) name="ports" value=text(|rule| rule.ports.to_string()) check=port_range
            commit=set_ports shape=Shape::Exact />
        <TextField label=word(|w| w.peer) name="peer" value=text(|rule| rule.peer.to_string()) check=block commit=set_peer
            shape=Shape::Exact />
        <TextField label=word(|w| w.priority) name="priority" value=text(|rule| rule.priority.to_string()) check=priority
            commit=set_priority shape=Shape::Exact />
        </div>
    }
}

/// How one enumerated part of a rule is read and set.
struct Enumerated<T: 'static> {
    label: fn(&'static crate::i18n::chrome::Forms) -> &'static str,
    all: &'static [T],
    key: fn(T) -> &'static str,
    name: fn(T, crate::i18n::Language) -> &'static str,
    get: fn(&Rule) -> T,
    set: fn(&mut Rule, T),
}

#[expect(clippy::needless_pass_by_value, reason = "written in place, used once")]
fn enumerated<T>(
    editor: Editor,
    at: usize,
    field: &'static str,
    part: Enumerated<T>,
) -> impl IntoView + use<T>
where
    T: Copy + Send + Sync + 'static,
{
    let Enumerated { label, all, key, name, get, set } = part;
    let language = editor.subject.workbench.language;
    let choices = Signal::derive(move || options(all, key, name, language.get()));
    let value = Signal::derive(move || editor.rule(at).map_or("", |rule| key(get(&rule))).to_owned());
    let commit = move |chosen: String| {
        if let Some(to) = all.iter().copied().find(|one| key(*one) == chosen) {
            editor.change_rule(at, |rule| set(rule, to));
        }
    };
    view! { <Select label=word(label) name=field options=choices value=value commit=commit /> }
}
