//! Findings, worst first, each with its addresses; and those that belong to the plan as a whole.

use leptos::prelude::*;

use crate::i18n::chrome::{Panel, severity};
use crate::report::Finding;
use crate::rules::Severity;
use crate::ui::panel::advice;
use crate::ui::panel::copy::Chip;
use crate::ui::panel::explain::{self, Opened};
use crate::ui::panel::light::{dim, light, select};
use crate::ui::panel::section::{self, PORTION, Section};
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// How many blocks of one finding are shown as chips.
const SHOWN: usize = 6;

/// Findings grouped by severity.
pub(super) fn list(findings: Signal<Vec<Finding>>) -> impl IntoView {
    let workbench = use_workbench();
    let opened: Opened = RwSignal::new(Vec::new());
    let shown = RwSignal::new(PORTION);
    let total = Signal::derive(move || findings.with(Vec::len));
    let list = move || {
        // They come worst first.
        let all = findings.with(|all| all.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        let of = |wanted: Severity| {
            all.iter().filter(|finding| finding.severity == wanted).cloned().collect::<Vec<_>>()
        };
        [Severity::Error, Severity::Warning, Severity::Info]
            .into_iter()
            .map(|wanted| (wanted, of(wanted)))
            .filter(|(_, found)| !found.is_empty())
            .map(|(wanted, found)| group(workbench, opened, wanted, found))
            .collect::<Vec<_>>()
    };
    view! { {list} {section::more(shown, total)} }
}

fn group(workbench: Workbench, opened: Opened, wanted: Severity, found: Vec<Finding>) -> impl IntoView {
    let items = found.into_iter().map(|finding| item(workbench, opened, finding)).collect::<Vec<_>>();
    view! { <ul class="findings" aria-label=severity(wanted, workbench.language.get())>{items}</ul> }
}

fn item(workbench: Workbench, opened: Opened, finding: Finding) -> impl IntoView {
    let language = workbench.language.get();
    let code = finding.code;
    let key = [code.key(), &finding.at.join(" "), finding.entry.as_deref().unwrap_or_default()].join(" ");
    let at = StoredValue::new(finding.at);
    let remedy = advice::remedy(workbench, finding.code, &at.get_value());
    let rest = finding.addresses.len().saturating_sub(SHOWN);
    let chips = finding
        .addresses
        .into_iter()
        .take(SHOWN)
        .map(|text| view! { <Chip text=text /> })
        .collect::<Vec<_>>();
    let more = (rest > 0).then(|| format!("+ {rest}"));
    let witness = finding.witness.map(|address| {
        view! { <span class="aside">{Panel::of(language).for_example} " " <code>{address}</code></span> }
    });
    view! {
        <li class="finding" data-finding=finding.code.key() data-severity=severity_key(finding.severity)
            on:mouseenter=move |_| at.with_value(|at| light(workbench, at)) on:mouseleave=move |_| dim(workbench)>
            <button type="button" class="finding__text" on:click=move |_| at.with_value(|at| select(workbench, at))
                on:focus=move |_| at.with_value(|at| light(workbench, at)) on:blur=move |_| dim(workbench)>
                {icon(Icon::Severity(finding.severity))}
                <span class="visually-hidden">{severity(finding.severity, language)}{language.pick(": ", "：")}</span>
                <span>{finding.message}</span>
            </button>
            <p class="chips finding__more">{chips} {more} {witness} {explain::button(workbench, code, key.clone(), opened)}</p>
            {explain::shown(workbench, code, key, opened)}
            {remedy}
        </li>
    }
}

fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// What belongs to no single connection: findings, forbidden pairs, questions.
#[component]
pub fn General() -> impl IntoView {
    let workbench = use_workbench();
    let words = move || Panel::of(workbench.language.get());
    let findings = Signal::derive(move || workbench.plan_wide.with(|plan| plan.findings.clone()));
    let questions = Signal::derive(move || workbench.plan_wide.with(|plan| plan.questions.clone()));
    let number = move || findings.with(Vec::len) + questions.with(Vec::len);
    let count = Signal::derive(move || (number() > 0).then(|| number().to_string()));
    let limits = Signal::derive(move || workbench.plan_wide.with(|plan| plan.not_modelled.clone()));
    view! {
        <div class="general" data-panel="general">
            <Section name="general" title=Signal::derive(move || words().general.to_owned()) count=count>
                {super::result::questions(questions)}
                {list(findings)}
                {move || (number() == 0).then(|| view! { <p class="quiet">{words().general_none}</p> })}
            </Section>
            <Section name="limits" title=Signal::derive(move || words().not_modelled.to_owned())
                folded=super::section::Folded::Yes>
                <ul class="bullets">
                    {move || limits.get().into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()}
                </ul>
            </Section>
        </div>
    }
}
