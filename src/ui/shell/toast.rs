//! Messages that are shown for a while, and the live region for people who listen.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n;
use crate::i18n::chrome::Shell;
use crate::report::Connection;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Offer, Toast, Workbench, use_workbench};
use crate::verdict::Verdict;

const PLAIN: Duration = Duration::from_secs(5);
const WITH_OFFER: Duration = Duration::from_secs(10);
/// What comes within this time is said in one go.
const TOGETHER: Duration = Duration::from_millis(200);

/// The message of the moment and the live region.
#[component]
pub fn Messages() -> impl IntoView {
    let workbench = use_workbench();
    let words = move || Shell::of(workbench.language.get());
    // Going away after a while is an effect in the plain sense; a newer message is left alone.
    Effect::new(move |_| {
        if let Some(toast) = workbench.toast.get() {
            let pause = if toast.offer == Offer::Nothing { PLAIN } else { WITH_OFFER };
            set_timeout(move || forget(workbench.toast, &toast), pause);
        }
    });
    let said = RwSignal::new(String::new());
    // What happens at one stroke is said in one go, in the order in which it happened.
    Effect::new(move |_| {
        if workbench.announcements.with(|all| !all.is_empty()) {
            set_timeout(move || speak(workbench, said), TOGETHER);
        }
    });
    tell_changes(workbench);
    let shown = move || {
        workbench.toast.get().map(|toast| {
        let undo = (toast.offer == Offer::Undo).then(|| view! {
            <button type="button" class="button button--small" on:click=move |_| { workbench.toast.set(None); workbench.undo(); }>
                {words().undo}
            </button>
        });
        view! {
            <div class="toast">
                <span>{toast.text}</span> {undo}
                <button type="button" class="button button--plain button--icon button--small" aria-label=words().close
                    on:click=move |_| workbench.toast.set(None)>
                    {icon(Icon::Close)}
                </button>
            </div>
        }
    })
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">{shown}</div>
        <div class="visually-hidden" role="status" aria-live="polite" data-announcement="">{said}</div>
    }
}

fn speak(workbench: Workbench, said: RwSignal<String>) {
    let all = workbench.announcements.try_update_untracked(std::mem::take).unwrap_or_default();
    if all.is_empty() {
        return;
    }
    let text = all.join(workbench.language.get_untracked().pick(". ", "。"));
    // The same words again are said again only where the text differs.
    let again = said.with_untracked(|before| *before == text);
    said.set(if again { text + "\u{a0}" } else { text });
}

/// Says what an edit did to the result at hand: the scenario where it changed, and the verdict.
fn tell_changes(workbench: Workbench) {
    Effect::new(move |before: Option<Option<Standing>>| {
        let now = workbench.result.with(|result| result.as_deref().map(Standing::of));
        if workbench.preview.with(Option::is_some) {
            return before.flatten();
        }
        let language = workbench.language.get_untracked();
        if let (Some(before), Some(now)) = (&before, &now)
            && before.as_ref() != Some(now)
            && before.as_ref().is_none_or(|before| before.pair == now.pair)
        {
            let moved = before.as_ref().is_none_or(|before| before.scenario != now.scenario);
            let text = workbench.result.with_untracked(|result| {
                let result = result.as_deref()?;
                let verdict = i18n::verdict(language, result.verdict, result.steps_left());
                let scenario = moved.then(|| i18n::scenario(language, result.scenario));
                Some(i18n::changed(language, scenario, &verdict))
            });
            workbench.announce(text.unwrap_or_default());
        }
        now
    });
}

/// What is told of a result.
#[derive(Clone, PartialEq)]
struct Standing {
    pair: (String, String),
    scenario: &'static str,
    verdict: Verdict,
    steps_left: usize,
}

impl Standing {
    fn of(result: &Connection) -> Self {
        Self {
            pair: (result.resource_group.clone(), result.data_source.clone()),
            scenario: result.scenario.key(),
            verdict: result.verdict,
            steps_left: result.steps_left(),
        }
    }
}

fn forget(toast: RwSignal<Option<Toast>>, old: &Toast) {
    if toast.with_untracked(|now| now.as_ref() == Some(old)) {
        toast.set(None);
    }
}
