//! Other ways, side by side; the plan of one is shown without changing the drawing, and adopted by one more click.

use leptos::prelude::*;

use crate::advice::{Way, WayKind, WayPlan, ways};
use crate::i18n::chrome::Advice;
use crate::i18n::{Language, Names, advice as words, step as sentence, who};
use crate::plan::StepState;
use crate::session::EditName;
use crate::topology::{Document, Topology};
use crate::ui::panel::advice::{button, current, drawer, drawn};
use crate::ui::workbench::Workbench;
use crate::verdict::Verdict;

/// The comparison for the connection that is looked at.
pub(in crate::ui::panel) fn section(workbench: Workbench) -> AnyView {
    let pair = current(workbench);
    let looked_at = RwSignal::new(None::<WayKind>);
    let body = move || {
        let Some((group, source)) = pair.get() else { return ().into_any() };
        let document = drawn(workbench);
        compared(workbench, ways(&document, &group, &source), document, looked_at)
    };
    drawer(workbench, "ways", |w| w.ways, Box::new(body))
}

fn compared(
    workbench: Workbench,
    all: Vec<Way>,
    document: Document,
    looked_at: RwSignal<Option<WayKind>>,
) -> AnyView {
    let language = workbench.language.get();
    let said = Advice::of(language);
    let names = Names { topology: &document.topology, language };
    let rows = all.iter().map(|way| row(way, &names, looked_at)).collect::<Vec<_>>();
    let shown = move || {
        let wanted = looked_at.get();
        all.iter().find(|way| Some(way.kind) == wanted).map(|way| plan(workbench, way, &document))
    };
    view! {
        <ul class="ways" aria-label=said.ways>{rows}</ul>
        <p class="aside">{said.source}</p>
        {shown}
    }
    .into_any()
}

fn row(way: &Way, names: &Names<'_>, looked_at: RwSignal<Option<WayKind>>) -> AnyView {
    let language = names.language;
    let said = Advice::of(language);
    let kind = way.kind;
    let possible = match (&way.why, &way.plan) {
        (Some(why), _) => format!("{}{}{}", said.no, language.pick(": ", "："), words::why(names, why)),
        (None, Some(plan)) if plan.outcome == Verdict::Unknown => said.unclear.to_owned(),
        (None, _) => said.yes.to_owned(),
    };
    let facts = way.plan.as_ref().map(|plan| {
        let actors: Vec<String> = plan.actors.iter().map(|actor| who(names, actor)).collect();
        let facts = [
            (said.lead, words::lead(plan.lead, language).to_owned()),
            (said.cost, words::cost(plan.cost, language).to_owned()),
            (said.overlap, words::overlap(way.overlap, language).to_owned()),
            (said.admits, plan.admits.map_or_else(|| "?".to_owned(), grouped)),
            (said.actors, actors.join(language.pick(", ", "、"))),
        ];
        let facts = facts.map(|(name, fact)| view! { <div><dt>{name}</dt><dd>{fact}</dd></div> }.into_any());
        view! { <dl class="way__facts">{facts.into_iter().collect::<Vec<_>>()}</dl> }.into_any()
    });
    let present = way.is_present.then(|| view! { <span class="tag">{said.present}</span> }.into_any());
    let show = (way.plan.is_some() && !way.is_present).then(|| {
        let pressed = move || looked_at.get() == Some(kind);
        let label = move || if pressed() { said.hide_plan } else { said.show_plan };
        let turn = move |_| looked_at.set(if looked_at.get_untracked() == Some(kind) { None } else { Some(kind) });
        view! {
            <button type="button" class="button button--small" aria-expanded=move || pressed().to_string() on:click=turn>{label}</button>
        }
        .into_any()
    });
    let state = if way.why.is_none() { "possible" } else { "impossible" };
    view! {
        <li class="way" data-way=key(kind) data-state=state>
            <p class="way__head"><strong>{words::way(kind, language)}</strong> {present} {show}</p>
            <p class="way__possible">{possible}</p>
            {facts}
        </li>
    }
    .into_any()
}

/// The plan of a way, as it would be.
fn plan(workbench: Workbench, way: &Way, document: &Document) -> AnyView {
    let Some(plan) = way.plan.clone() else { return ().into_any() };
    let language = workbench.language.get();
    let said = Advice::of(language);
    let adopted = plan.adopts.as_ref().map_or_else(|| document.clone(), |edit| document.with(edit));
    let names = Names { topology: &adopted.topology, language };
    let steps = plan.assessed.steps.iter().filter(|step| step.state != StepState::Done);
    let steps = steps.map(|step| {
        let verify = (step.state == StepState::Verify).then(|| language.pick(" (verify)", "（请核实）"));
        let text = sentence(&names, &step.act);
        let who = who(&names, &step.who);
        view! { <li data-action=step.act.name().key()>{text}{verify} " " <span class="aside">{who}</span></li> }
            .into_any()
    });
    let steps = steps.collect::<Vec<_>>();
    let remarks = plan.remarks.iter().map(|remark| words::remark(&names, remark));
    let remarks = remarks
        .chain(harms(&plan, &adopted.topology, language))
        .map(|text| view! { <li>{text}</li> }.into_any());
    let remarks = remarks.collect::<Vec<_>>();
    let adopt = plan.adopts.clone().map(|edit| {
        button(said.adopt.to_owned(), move || match workbench.act_named(EditName::Connect, &edit) {
            Ok(()) => workbench.say(Advice::of(workbench.language.get_untracked()).adopted),
            Err(reason) => workbench.refuse(&reason),
        })
    });
    let title = format!("{}{}{}", said.plan_by, language.pick(": ", "："), words::way(way.kind, language));
    view! {
        <div class="ways__plan" data-way-plan=key(way.kind)>
            <h4>{title}</h4>
            <ol class="bullets">{steps}</ol>
            <ul class="bullets quiet">{remarks}</ul>
            {adopt}
        </div>
    }
    .into_any()
}

fn harms(plan: &WayPlan, topology: &Topology, language: Language) -> Option<String> {
    let name = |(group, source): &(crate::base::Id, crate::base::Id)| {
        format!("{} → {}", topology.name_of(group), topology.name_of(source))
    };
    let pairs: Vec<String> = plan.harms.iter().map(name).collect();
    let said = Advice::of(language).harms;
    (!pairs.is_empty())
        .then(|| format!("{said}{}{}", language.pick(": ", "："), pairs.join(language.pick(", ", "、"))))
}

fn key(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Bind => "bind",
        WayKind::Join(kind) => kind.key(),
        WayKind::Public => "public",
    }
}

/// A number with its thousands apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
