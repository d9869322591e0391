//! Every connection of the plan with its verdict, then tasks and forbidden pairs; a click makes one current.

use leptos::prelude::*;

use crate::analysis::Judged;
use crate::base::Id;
use crate::i18n::chrome::Panel;
use crate::i18n::{apart, scenario, verdict_word};
use crate::report::{ForbiddenResult, TaskResult};
use crate::ui::panel::section::{self, PORTION};
use crate::ui::platform::page;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::verdict::Verdict;

/// The overview of all connections.
#[component]
pub fn Overview() -> impl IntoView {
    let workbench = use_workbench();
    let words = move || Panel::of(workbench.language.get());
    let open = RwSignal::new(!page::matches(page::NARROW));
    // A page that becomes narrow, or is enlarged until it is, needs the room for the result.
    page::on_media(page::NARROW, move |narrow| {
        if narrow {
            open.set(false);
        }
    });
    let total = Memo::new(move |_| workbench.overview.with(|overview| overview.connections.len()));
    view! {
        <section class="overview" data-panel="overview" aria-labelledby="overview-title">
            <div class="overview__head">
                <h2 id="overview-title">{move || words().overview}</h2>
                <span class="section__count">{total}</span>
                {tally(workbench)}
                <button type="button" class="button button--plain button--small overview__fold"
                    aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {move || if open.get() { words().hide } else { words().show }}
                </button>
            </div>
            <div class="overview__body" hidden=move || !open.get()>{table(workbench)} {tasks(workbench)} {forbidden(workbench)}</div>
        </section>
    }
}

/// How many connections have which verdict.
fn tally(workbench: Workbench) -> impl IntoView {
    let counts = Memo::new(move |_| {
        workbench.overview.with(|overview| {
            Verdict::ALL
                .map(|verdict| overview.connections.iter().filter(|pair| pair.verdict == verdict).count())
        })
    });
    move || {
        let language = workbench.language.get();
        let counted = Verdict::ALL.into_iter().zip(counts.get()).filter(|(_, count)| *count > 0);
        counted
            .map(|(verdict, count)| mark(verdict, format!("{count} {}", verdict_word(language, verdict))))
            .collect::<Vec<_>>()
    }
}

fn mark(verdict: Verdict, text: String) -> impl IntoView {
    view! { <span class="judged" data-state=verdict.key()>{icon(Icon::Verdict(verdict))} {text}</span> }
}

fn table(workbench: Workbench) -> impl IntoView {
    let words = move || Panel::of(workbench.language.get());
    let total = move || workbench.overview.with(|overview| overview.connections.len());
    let shown = RwSignal::new(PORTION);
    let rows = move || {
        workbench.overview.with(|a| a.connections.iter().take(shown.get()).cloned().collect::<Vec<_>>())
    };
    let key = |pair: &Judged| {
        (pair.resource_group.clone(), pair.data_source.clone(), pair.verdict.key(), pair.scenario.key())
    };
    view! {
        {move || (total() == 0).then(|| view! { <p class="quiet overview__none">{words().overview_none}</p> })}
        <table class="table" hidden=move || total() == 0>
            <thead>
                <tr>
                    <th scope="col">{move || words().verdict}</th>
                    <th scope="col">{move || words().resource_group}</th>
                    <th scope="col">{move || words().data_source}</th>
                    <th scope="col">{move || words().scenario}</th>
                </tr>
            </thead>
            <tbody><For each=rows key=key children=move |pair| row(workbench, pair) /></tbody>
        </table>
        {section::more(shown, Signal::derive(total))}
    }
}

fn row(workbench: Workbench, pair: Judged) -> impl IntoView {
    let Judged { resource_group, data_source, verdict, scenario: row_scenario } = pair;
    let hook = format!("{resource_group}/{data_source}");
    let (group, source) = (resource_group.clone(), data_source.clone());
    let chosen = Memo::new(move |_| {
        let at = workbench.current.get();
        workbench.overview.with(|overview| {
            at.and_then(|at| overview.connections.get(at))
                .is_some_and(|c| c.resource_group == group && c.data_source == source)
        })
    });
    let language = workbench.language;
    let (lit_group, lit_source) = (resource_group.clone(), data_source.clone());
    let (group_name, source_name) =
        (name(workbench, resource_group.clone()), name(workbench, data_source.clone()));
    view! {
        <tr class="table__row" data-connection-row=hook data-verdict=verdict.key() aria-current=move || chosen.get().then_some("true")
            on:click=move |_| workbench.pair.set(Some((resource_group.clone(), data_source.clone())))
            on:mouseenter=move |_| workbench.lit.set(vec![lit_group.clone(), lit_source.clone()])
            on:mouseleave=move |_| super::light::dim(workbench)>
            <td>
                <button type="button" class="table__open" aria-pressed=move || chosen.get().to_string()>
                    {move || mark(verdict, verdict_word(language.get(), verdict).to_owned())}
                </button>
            </td>
            <td title=group_name>{group_name}</td>
            <td title=source_name>{source_name}</td>
            <td class="quiet">{move || scenario(language.get(), row_scenario)}</td>
        </tr>
    }
}

fn name(workbench: Workbench, id: Id) -> Signal<String> {
    Signal::derive(move || workbench.shown.with(|topology| topology.name_of(&id)))
}

fn tasks(workbench: Workbench) -> impl IntoView {
    let words = move || Panel::of(workbench.language.get());
    let shown = RwSignal::new(PORTION);
    let total = Signal::derive(move || workbench.plan_wide.with(|plan| plan.tasks.len()));
    // Names belong to what is compared: whatever else is edited, the rows stay.
    let results = Memo::new(move |_| {
        let tasks =
            workbench.plan_wide.with(|plan| plan.tasks.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        let named = |task: TaskResult| (named(workbench, &task.task), task);
        tasks.into_iter().map(named).collect::<Vec<_>>()
    });
    move || {
        let task = |(name, task)| self::task(workbench, name, task);
        let rows = results.get().into_iter().map(task).collect::<Vec<_>>();
        let add = move |_| super::inspector::add_task(workbench);
        view! {
            <div class="overview__tasks">
                {(!rows.is_empty()).then(|| view! { <h3>{words().tasks}</h3> })}
                {rows} {section::more(shown, total)}
                <button type="button" class="button button--small" on:click=add>{icon(Icon::Plus)} {words().add_task}</button>
            </div>
        }
    }
}

fn named(workbench: Workbench, id: &str) -> String {
    let id = Id::parse(id);
    id.map(|id| workbench.called(&id)).unwrap_or_default()
}

fn task(workbench: Workbench, name: String, result: TaskResult) -> impl IntoView {
    let TaskResult { task, verdict, reads, writes } = result;
    let words = Panel::of(workbench.language.get());
    let language = workbench.language.get();
    let leg = |label: &str, verdict: Option<Verdict>| {
        verdict
            .map(|verdict| format!("{label}{}{}", language.pick(": ", "："), verdict_word(language, verdict)))
    };
    let legs: Vec<String> =
        [leg(words.reads, reads), leg(words.writes, writes)].into_iter().flatten().collect();
    let id = Id::parse(&task);
    let open = move |_| {
        if let Some(id) = &id {
            workbench.select_only(id);
        }
    };
    view! {
        <button type="button" class="button button--small task" data-task=task data-verdict=verdict.key() on:click=open>
            {mark(verdict, name)} <span class="quiet">{legs.join(" · ")}</span>
        </button>
    }
}

fn forbidden(workbench: Workbench) -> impl IntoView {
    let results = Memo::new(move |_| {
        let pairs = workbench.plan_wide.with(|plan| plan.must_not_reach.clone());
        let told = |pair: ForbiddenResult| {
            let (group, source) =
                (named(workbench, &pair.resource_group), named(workbench, &pair.data_source));
            (pair.holds, apart(workbench.language.get(), &group, &source, pair.holds))
        };
        pairs.into_iter().map(told).collect::<Vec<_>>()
    });
    move || {
        let words = Panel::of(workbench.language.get());
        let rows = results.get().into_iter().map(|(holds, text)| mark(kept(holds), text)).collect::<Vec<_>>();
        (!rows.is_empty())
            .then(|| view! { <div class="overview__tasks"><h3>{words.forbidden}</h3> {rows}</div> })
    }
}

/// The mark of a pair that must stay apart.
fn kept(holds: Option<bool>) -> Verdict {
    match holds {
        Some(true) => Verdict::Ready,
        Some(false) => Verdict::Blocked,
        None => Verdict::Unknown,
    }
}
