//! The steps: number, tick, what to do, who and where, exact values to copy, why. A step that the drawing can show is
//! carried out by its tick; the tick of any other is a note of the reader's own.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use serde_json::Value;

use crate::base::{parse_address, parse_block};
use crate::i18n::chrome::{Panel, step_state};
use crate::i18n::{Language, page_date};
use crate::plan::StepState;
use crate::report::Step;
use crate::ui::panel::copy::Chip;
use crate::ui::panel::light::{dim, light};
use crate::ui::panel::result::Result;
use crate::ui::panel::ticks;
use crate::ui::workbench::{Workbench, use_workbench};

/// What makes two steps of successive results the same one.
type Key = (usize, &'static str, String);

/// The steps of a result.
pub(super) fn list(result: Result) -> impl IntoView {
    let workbench = use_workbench();
    let keys = move || {
        let keyed = |(at, step): (usize, &Step)| (at, step.action.key(), step.at.clone());
        result.with(|r| {
            r.as_ref()
                .map(|r| r.steps.iter().enumerate().map(keyed).collect::<Vec<Key>>())
                .unwrap_or_default()
        })
    };
    let none = move || result.with(|r| r.as_ref().is_some_and(|r| r.steps.is_empty()));
    view! {
        <ol class="steps">
            <For each=keys key=Clone::clone children=move |(at, _, _)| item(workbench, result, at) />
        </ol>
        {move || none().then(|| view! { <p class="quiet">{Panel::of(workbench.language.get()).steps_none}</p> })}
    }
}

fn item(workbench: Workbench, result: Result, at: usize) -> impl IntoView {
    let step =
        Memo::new(move |_| result.with(|r| r.as_ref().and_then(|r| r.steps.get(at).cloned()).map(Arc::new)));
    let state = move || step.with(|step| step.as_ref().map(|step| step.state));
    let lit = move |_: ev::MouseEvent| {
        step.with_untracked(|step| {
            if let Some(step) = step {
                light(workbench, &about(step));
            }
        });
    };
    let needed = RwSignal::new(String::new());
    let apply = Callback::new(move |()| {
        if let Some(step) = step.get_untracked() {
            carry_out(workbench, &step, &needed.get_untracked());
        }
    });
    view! {
        <li class="step" data-step=at + 1 data-action=move || step.with(|s| s.as_ref().map(|s| s.action.key()))
            data-state=move || state().map(StepState::key) on:mouseenter=lit on:mouseleave=move |_| dim(workbench)>
            <span class="step__number" aria-hidden="true">{at + 1}</span>
            {tick(workbench, result, step, needed)}
            <div class="step__body">
                {move || step.get().map(|step| body(&step, needed, apply, workbench.language.get()))}
            </div>
        </li>
    }
}

/// The elements a step is about: what it is done to, and what its values name.
fn about(step: &Step) -> Vec<String> {
    let named = step.values.values().filter_map(Value::as_str).map(str::to_owned);
    std::iter::once(step.at.clone()).chain(named).collect()
}

fn tick(
    workbench: Workbench,
    result: Result,
    step: Memo<Option<Arc<Step>>>,
    needed: RwSignal<String>,
) -> impl IntoView {
    let turned = RwSignal::new(0_u32);
    let key = move || result.with(|r| step.with(|step| Some(r.as_ref()?.tick_of(step.as_ref()?))));
    let checked = move || {
        turned.track();
        step.with(|step| step.as_ref().is_some_and(|step| step.state == StepState::Done))
            || (by_hand(step) && key().is_some_and(|key| ticks::is_ticked(workbench, &key)))
    };
    let change = move |event: ev::Event| {
        let wanted = event_target_checked(&event);
        let Some(held) = step.get_untracked() else { return };
        if by_hand(step) {
            if let Some(key) = untrack(key) {
                ticks::set(workbench, key, wanted);
            }
        } else if wanted {
            carry_out(workbench, &held, &needed.get_untracked());
        }
        // Where nothing came of it, the box goes back to what is true.
        turned.update(|turned| *turned = turned.wrapping_add(1));
    };
    let label = move || {
        let language = workbench.language.get();
        step.with(|step| step.as_ref().map(|step| format!("{}: {}", Panel::of(language).tick, step.text)))
    };
    let done = move || step.with(|step| step.as_ref().is_some_and(|step| step.state == StepState::Done));
    view! {
        <input type="checkbox" class="checkbox step__tick" prop:checked=checked
            disabled=move || done() || workbench.read_only.get() aria-label=label on:change=change />
    }
}

/// Whether the tick of a step is a note of the reader's own.
fn by_hand(step: Memo<Option<Arc<Step>>>) -> bool {
    step.with(|step| {
        step.as_ref().is_some_and(|step| {
            step.state == StepState::Verify || step.outside || (step.edit.is_none() && step.needs.is_empty())
        })
    })
}

fn carry_out(workbench: Workbench, step: &Step, typed: &str) {
    let edit = if step.needs.is_empty() { step.edit.clone() } else { step.edit_with(typed.trim()) };
    match edit {
        Some(edit) => {
            workbench.attempt(&edit);
        }
        None => workbench.say(Panel::of(workbench.language.get_untracked()).step_needs),
    }
}

fn body(step: &Step, needed: RwSignal<String>, apply: Callback<()>, language: Language) -> AnyView {
    let words = Panel::of(language);
    if step.state == StepState::Done {
        let done = format!("{} ", step_state(step.state, language));
        return view! { <p class="step__text" title=step.text.clone()><span class="visually-hidden">{done}</span>{step.text.clone()}</p> }.into_any();
    }
    let remark = match (step.outside, step.state) {
        (true, _) => Some((words.step_outside, "")),
        (false, StepState::Verify) => Some((step_state(step.state, language), words.step_verify)),
        (false, _) => None,
    };
    let chips = values(step).into_iter().map(|text| view! { <Chip text=text /> }).collect::<Vec<_>>();
    let details = step.details.iter().map(|detail| view! { <li>{detail.clone()}</li> }).collect::<Vec<_>>();
    view! {
        <p class="step__text">{step.text.clone()}</p>
        {(!details.is_empty()).then(|| view! { <ul class="bullets step__details">{details}</ul> })}
        <p class="step__where">
            {remark.map(|(remark, hint)| view! { <span class="tag" title=hint>{remark}</span> })} {where_to(step)}
        </p>
        {(!chips.is_empty()).then(|| view! { <p class="chips">{chips}</p> })}
        {step.needs.first().filter(|_| !use_workbench().read_only.get_untracked()).map(|name| ask(name, needed, apply, language))}
        {more(step, language)}
    }
    .into_any()
}

fn where_to(step: &Step) -> String {
    let parts = [step.who.as_str(), step.console.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Why, and the official page.
fn more(step: &Step, language: Language) -> impl IntoView {
    let words = Panel::of(language);
    let why = step.why.clone();
    let (url, date) = (step.doc_url.clone(), step.doc_date.clone());
    let page = (!url.is_empty()).then(|| {
        let date = page_date(language, &date).to_owned();
        view! {
            <span class="step__page">
                <a href=url target="_blank" rel="noreferrer">{words.step_page}</a> <span class="aside">" "{date}</span>
            </span>
        }
    });
    let folded = (!why.is_empty()).then(|| {
        view! { <details class="step__why"><summary>{words.step_why}</summary><p>{why}</p></details> }
    });
    view! { <div class="step__more">{folded} {page}</div> }
}

/// What a step asks for.
#[derive(Clone, Copy)]
enum Wanted {
    Address,
    Block,
    Number,
}

fn ask(name: &str, needed: RwSignal<String>, apply: Callback<()>, language: Language) -> impl IntoView {
    let words = Panel::of(language);
    let (label, wanted) = match name {
        "eip" => (words.need_eip, Wanted::Address),
        "address" => (words.need_address, Wanted::Address),
        "cidr" => (words.need_cidr, Wanted::Block),
        _ => (words.need_mbps, Wanted::Number),
    };
    let wrong = move || {
        let typed = needed.get();
        let typed = typed.trim();
        let problem = match wanted {
            _ if typed.is_empty() => return None,
            Wanted::Address => parse_address(typed).err(),
            Wanted::Block => parse_block(typed).err(),
            Wanted::Number => {
                let good = typed.parse::<f64>().is_ok_and(|mbps| mbps > 0.0);
                return (!good).then(|| words.need_whole.to_owned());
            }
        };
        problem.map(|problem| crate::i18n::block_problem(language, typed, &problem))
    };
    let id = crate::ui::field::fresh_id();
    let says = format!("{id}-says");
    let described = says.clone();
    view! {
        <label class="step__need">
            <span class="field__label">{label}</span>
            <input class="input input--mono" type="text" autocomplete="off" spellcheck="false" prop:value=move || needed.get()
                aria-invalid=move || wrong().map(|_| "true") aria-describedby=move || wrong().map(|_| described.clone())
                on:input=move |event| needed.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() { apply.run(()) } />
            <span class="aside">{words.step_needs}</span>
        </label>
        <p class="field__problem" id=says>{wrong}</p>
    }
}

/// The values of a step that one pastes somewhere: addresses, blocks, ports.
fn values(step: &Step) -> Vec<String> {
    let exact = |text: &str| {
        parse_block(text).is_ok() || text.split(['/', ',']).all(|part| part.parse::<u16>().is_ok())
    };
    let texts =
        step.values.iter().filter(|(name, _)| name.as_str() != "replaces").flat_map(
            |(_, value)| match value {
                Value::String(text) => vec![text.clone()],
                Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                _ => Vec::new(),
            },
        );
    texts.filter(|text| exact(text)).collect()
}
