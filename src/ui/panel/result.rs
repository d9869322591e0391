//! The result of the selected connection: the verdict in words first, then why, the path, the steps, the whitelist and
//! the findings.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::Id;
use crate::i18n;
use crate::i18n::chrome::Panel;
use crate::report::{Connection, Question};
use crate::ui::panel::light::{dim, light};
use crate::ui::panel::section::{self, Folded, PORTION, Section};
use crate::ui::panel::{advice, finding, path, step, whitelist};
use crate::ui::platform::page;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};
use crate::verdict::Verdict;

/// The result panel.
#[component]
pub fn ResultPanel() -> impl IntoView {
    let workbench = use_workbench();
    let result = workbench.result;
    let read =
        move |read: fn(&Connection) -> String| move || result.with(|result| result.as_deref().map(read));
    let some = Memo::new(move |_| result.with(Option::is_some));
    view! {
        <section class="result" data-panel="verdict" aria-live="off" aria-label=move || Panel::of(workbench.language.get()).result
            data-verdict=read(|r| r.verdict.key().to_owned()) data-scenario=read(|r| r.scenario.key().to_owned())
            data-resource-group=read(|r| r.resource_group.clone()) data-data-source=read(|r| r.data_source.clone())>
            {move || if some.get() { judged(workbench).into_any() } else { nothing(workbench).into_any() }}
        </section>
    }
}

fn nothing(workbench: Workbench) -> impl IntoView {
    let words = move || Panel::of(workbench.language.get());
    view! {
        <div class="result__empty">
            <h2 class="result__verdict" tabindex="-1">{move || words().empty_title}</h2>
            <p class="quiet">{move || words().empty_text}</p>
        </div>
    }
}

fn judged(workbench: Workbench) -> impl IntoView {
    let result = workbench.result;
    let words = move || Panel::of(workbench.language.get());
    let title =
        move |pick: fn(&'static Panel) -> &'static str| Signal::derive(move || pick(words()).to_owned());
    let asked =
        Signal::derive(move || result.with(|r| r.as_ref().map(|r| r.questions.clone()).unwrap_or_default()));
    let found =
        Signal::derive(move || result.with(|r| r.as_ref().map(|r| r.findings.clone()).unwrap_or_default()));
    let found_count =
        Signal::derive(move || found.with(|all| (!all.is_empty()).then(|| all.len().to_string())));
    // Only this wakes the section, so that what is open in it stays open while the findings change.
    let any_found = Memo::new(move |_| found.with(|all| !all.is_empty()));
    let left = Memo::new(move |_| result.with(|r| r.as_deref().map_or(0, Connection::steps_left)));
    let total = Memo::new(move |_| result.with(|r| r.as_deref().map_or(0, |r| r.steps.len())));
    let steps_count =
        Signal::derive(move || (total.get() > 0).then(|| format!("{} {}", left.get(), words().steps_left)));
    view! {
        {head(workbench, left)}
        {path::strip(result)}
        {questions(asked)}
        <Section name="steps" title=title(|w| w.steps) count=steps_count>{step::list(result)}</Section>
        <Section name="whitelist" title=title(|w| w.whitelist)>{whitelist::card(result)}</Section>
        {advised(workbench, advice::widths::section)}
        {move || any_found.get().then(|| view! {
            <Section name="findings" title=title(|w| w.findings) count=found_count>{finding::list(found)}</Section>
        })}
        {advised(workbench, advice::ways::section)}
        {advised(workbench, advice::parts::section)}
        {next(workbench)}
    }
}

/// Advice, which is a change to be made: nothing where nothing may be changed.
fn advised(workbench: Workbench, section: fn(Workbench) -> AnyView) -> AnyView {
    if workbench.read_only.get_untracked() { ().into_any() } else { section(workbench) }
}

fn head(workbench: Workbench, left: Memo<usize>) -> impl IntoView {
    let result = workbench.result;
    let verdict = Memo::new(move |_| result.with(|r| r.as_ref().map(|r| r.verdict)));
    let headline =
        move || verdict.get().map(|verdict| i18n::verdict(workbench.language.get(), verdict, left.get()));
    let name = move |read: fn(&Connection) -> &String| {
        move || {
            result.with(|r| {
                let id = r.as_deref().map(read).and_then(|id| Id::parse(id));
                id.map(|id| workbench.shown.with(|topology| topology.name_of(&id)))
            })
        }
    };
    let facts = move || {
        result.with(|r| {
            r.as_ref().map(|r| {
                (
                    i18n::scenario(workbench.language.get(), r.scenario),
                    r.because.join(workbench.language.get().pick(" ", "")),
                )
            })
        })
    };
    view! {
        <p class="result__pair">
            <span>{name(|r| &r.resource_group)}</span> " " {icon(Icon::Arrow)} " "
            <span>{name(|r| &r.data_source)}</span>
        </p>
        <h2 class="result__verdict" tabindex="-1">
            {move || icon(Icon::Verdict(verdict.get().unwrap_or(Verdict::Unknown)))} <span>{headline}</span>
        </h2>
        {move || result.with(|r| r.as_deref().map(first_of_all))}
        {move || facts().map(|(scenario, because)| view! {
            <p class="result__facts"><span class="result__scenario">{scenario}</span> " " {because}</p>
        })}
    }
}

/// Where the drawing contradicts itself: told under the verdict, for nothing below can be relied on until it is mended.
fn first_of_all(result: &Connection) -> Vec<AnyView> {
    let told = result.contradictions();
    told.map(|finding| view! { <p class="result__contradiction">{finding.message.clone()}</p> }.into_any())
        .collect()
}

/// Questions, each with a button that leads to the field that answers it.
pub(super) fn questions(asked: Signal<Vec<Question>>) -> impl IntoView {
    let workbench = use_workbench();
    let shown = RwSignal::new(PORTION);
    let list = move || {
        let asked = asked.with(|asked| asked.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        (!asked.is_empty()).then(|| {
            let items = asked.into_iter().map(|question| self::question(workbench, question)).collect::<Vec<_>>();
            view! { <ul class="questions" aria-label=Panel::of(workbench.language.get()).questions>{items}</ul> }
        })
    };
    let total = Signal::derive(move || asked.with(Vec::len));
    view! { {list} {section::more(shown, total)} }
}

fn question(workbench: Workbench, question: Question) -> impl IntoView {
    let Question { about, fact, text } = question;
    let lit = vec![about.clone()];
    view! {
        <li class="question" on:mouseenter=move |_| light(workbench, &lit) on:mouseleave=move |_| dim(workbench)>
            {icon(Icon::Verdict(Verdict::Unknown))}
            <span>{text}</span>
            <button type="button" class="button button--small" on:click=move |_| answer(workbench, &about, &fact)>
                {Panel::of(workbench.language.get()).answer}
            </button>
        </li>
    }
}

/// Selects what a question is about and puts the focus into the field that answers it, once that is on the page.
fn answer(workbench: Workbench, about: &str, fact: &str) {
    if let Some(id) = Id::parse(about)
        && workbench.topology.with_untracked(|topology| topology.has(&id))
    {
        workbench.select_only(&id);
    }
    let field = fact.rsplit(['.', '/']).next().unwrap_or(fact).to_owned();
    request_animation_frame(move || {
        request_animation_frame(move || {
            page::focus(&format!("[data-panel=\"inspector\"] [data-field=\"{field}\"]"));
        });
    });
}

/// What comes after the last step.
fn next(workbench: Workbench) -> impl IntoView {
    let words = move || Panel::of(workbench.language.get());
    let ready = Memo::new(move |_| {
        workbench.result.with(|r| r.as_ref().is_some_and(|r| r.verdict == Verdict::Ready))
    });
    let links = move || {
        let language = workbench.language.get();
        let link = |next: i18n::Next| {
            let date = i18n::page_date(language, next.date);
            view! {
                <li>
                    <a href=next.url target="_blank" rel="noreferrer">{next.title}</a> <span class="aside">" "{date}</span>
                </li>
            }
        };
        i18n::next(language).map(link).collect_view()
    };
    move || {
        ready.get().then(|| {
            view! {
                <Section name="next" title=Signal::derive(move || words().next.to_owned()) folded=Folded::No>
                    <p class="quiet">{move || words().next_text}</p>
                    <ul class="bullets">
                        {links}
                    </ul>
                </Section>
            }
        })
    }
}

/// Keeps the type of a result in one place.
pub(super) type Result = Memo<Option<Arc<Connection>>>;
