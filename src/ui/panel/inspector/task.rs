//! Form of a task, and the list of a group's tasks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n::chrome::{Forms, mode};
use crate::session::new_task;
use crate::topology::{Edit, KindName, Mode, Task, Topology};
use crate::ui::field::{ChoiceField, Shape, TextField, options, threads};
use crate::ui::panel::inspector::common;
use crate::ui::panel::inspector::subject::{Subject, some_text, word};
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// A task of the plan.
#[derive(Clone, Copy)]
struct Work {
    workbench: Workbench,
    id: StoredValue<Id>,
    task: Memo<Option<Arc<Task>>>,
}

impl Work {
    fn text(self, read: fn(&Task) -> String) -> Signal<String> {
        Memo::new(move |_| self.task.with(|task| task.as_deref().map(read).unwrap_or_default())).into()
    }

    /// Changes the task; one without ends would be none, so that it stays as it is.
    fn change(self, change: impl FnOnce(&mut Task)) {
        let Some(task) = self.task.get_untracked() else {
            return;
        };
        let mut task = Arc::unwrap_or_clone(task);
        change(&mut task);
        if task.ends().next().is_some() {
            self.workbench.attempt(&Edit::PutTask { id: self.id.get_value(), task });
        } else {
            let words = Forms::of(self.workbench.language.get_untracked());
            self.workbench.say(words.needs_end);
        }
    }
}

/// A task.
pub(super) fn form(id: &Id) -> AnyView {
    let workbench = use_workbench();
    let own = id.clone();
    let task = Memo::new(move |_| workbench.topology.with(|topology| topology.tasks.get(&own).cloned()));
    let work = Work { workbench, id: StoredValue::new(id.clone()), task };
    let name = work.text(|task| task.name.clone().unwrap_or_default());
    let set_name = move |text: String| work.change(|task| task.name = some_text(&text));
    let placeholder = id.to_string();
    view! {
        <div class="form">
            <TextField label=word(|w| w.name) name="name" value=name commit=set_name
                placeholder=Signal::derive(move || Some(placeholder.clone())) />
            {ends(work)} {how(work)} {common::id(id)}
        </div>
    }
    .into_any()
}

fn ends(work: Work) -> impl IntoView {
    let workbench = work.workbench;
    let groups =
        Signal::derive(move || workbench.topology.with(|topology| named(topology, KindName::ResourceGroup)));
    let none = word(|w| w.no_end);
    let sources = Signal::derive(move || {
        let first = std::iter::once((String::new(), none.get()));
        first
            .chain(workbench.topology.with(|topology| named(topology, KindName::DataSource)))
            .collect::<Vec<_>>()
    });
    let group = work.text(|task| task.resource_group.to_string());
    let reads = work.text(|task| task.reads.as_ref().map(ToString::to_string).unwrap_or_default());
    let writes = work.text(|task| task.writes.as_ref().map(ToString::to_string).unwrap_or_default());
    let set_group = move |chosen: String| {
        if let Some(id) = Id::parse(&chosen) {
            work.change(|task| task.resource_group = id);
        }
    };
    let set_reads = move |chosen: String| work.change(|task| task.reads = Id::parse(&chosen));
    let set_writes = move |chosen: String| work.change(|task| task.writes = Id::parse(&chosen));
    view! {
        <ChoiceField label=word(|w| w.task_group) name="resource_group" options=groups value=group commit=set_group />
        <div class="form__pair">
            <ChoiceField label=word(|w| w.reads) name="reads" options=sources value=reads commit=set_reads />
            <ChoiceField label=word(|w| w.writes) name="writes" options=sources value=writes commit=set_writes />
        </div>
    }
}

fn how(work: Work) -> impl IntoView {
    let language = work.workbench.language;
    let value = work.text(|task| task.mode.map_or("", Mode::key).to_owned());
    let unknown = word(|w| w.unknown);
    let modes = Signal::derive(move || {
        let first = std::iter::once((String::new(), unknown.get()));
        first.chain(options(&Mode::ALL, Mode::key, mode, language.get())).collect::<Vec<_>>()
    });
    let set_mode = move |chosen: String| {
        work.change(|task| task.mode = Mode::ALL.into_iter().find(|mode| mode.key() == chosen));
    };
    let count = work.text(|task| task.threads.map(|threads| threads.to_string()).unwrap_or_default());
    let set_count = move |text: String| work.change(|task| task.threads = text.parse().ok());
    let unchecked = word(|w| w.not_checked);
    view! {
        <div class="form__pair">
            <ChoiceField label=word(|w| w.mode) name="mode" options=modes value=value commit=set_mode />
            <TextField label=word(|w| w.threads) name="threads" value=count check=threads commit=set_count
                shape=Shape::Exact placeholder=Signal::derive(move || Some(unchecked.get())) />
        </div>
    }
}

/// Ids and names of every node of a kind.
pub(super) fn named(topology: &Topology, kind: KindName) -> Vec<(String, String)> {
    let all = topology.nodes.iter().filter(|(_, node)| node.kind.name() == kind);
    all.map(|(id, _)| (id.to_string(), topology.name_of(id))).collect()
}

/// The tasks of one resource group.
pub(super) fn of_group(subject: Subject) -> impl IntoView {
    let id = subject.id();
    list(Some(id))
}

/// The tasks of a group, or of the whole plan, each a button that selects it, and a button for one more.
pub(super) fn list(group: Option<Id>) -> impl IntoView {
    let workbench = use_workbench();
    let asked = group.clone();
    let tasks = Memo::new(move |_| {
        workbench.topology.with(|topology| {
            let of_group = |task: &Task| asked.as_ref().is_none_or(|group| task.resource_group == *group);
            let held = topology.tasks.iter().filter(|(_, task)| of_group(task));
            held.map(|(id, _)| (id.clone(), topology.name_of(id))).collect::<Vec<_>>()
        })
    });
    let add = move |_| add(workbench, group.as_ref());
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.tasks)}</legend>
            {move || tasks.with(Vec::is_empty).then(|| view! { <p class="field__hint">{word(|w| w.tasks_none)}</p> })}
            {move || tasks.get().into_iter().map(|(id, name)| opener(workbench, id, name)).collect::<Vec<_>>()}
            <button type="button" class="button button--small" data-field="tasks" on:click=add>
                {icon(Icon::Plus)} {word(|w| w.add_task)}
            </button>
        </fieldset>
    }
}

fn opener(workbench: Workbench, id: Id, name: String) -> impl IntoView {
    view! {
        <button type="button" class="button button--small button--start" on:click=move |_| workbench.select_only(&id)>
            {icon(Icon::Arrow)} {name}
        </button>
    }
}

/// Adds a task of the group (or the first one) with the first data source, and opens it.
pub(crate) fn add(workbench: Workbench, group: Option<&Id>) {
    let made = workbench.topology.with_untracked(|topology| {
        let first = |kind: KindName| {
            topology.nodes.iter().find(|(_, node)| node.kind.name() == kind).map(|(id, _)| id)
        };
        let group = group.or_else(|| first(KindName::ResourceGroup))?;
        Some(new_task(topology, group, first(KindName::DataSource)?))
    });
    match made {
        Some((id, task)) => {
            if workbench.attempt(&Edit::PutTask { id: id.clone(), task }) {
                workbench.select_only(&id);
            }
        }
        None => workbench.say(Forms::of(workbench.language.get_untracked()).needs_pair),
    }
}
