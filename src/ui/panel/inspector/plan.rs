//! Form of the plan itself: its tasks and the pairs that must stay out of reach.

use leptos::prelude::*;

use crate::base::Id;
use crate::topology::{Edit, Forbidden, KindName};
use crate::ui::field::Select;
use crate::ui::panel::inspector::subject::word;
use crate::ui::panel::inspector::task;
use crate::ui::shell::{Icon, icon};
use crate::ui::workbench::{Workbench, use_workbench};

/// The plan.
pub(super) fn form() -> AnyView {
    view! { <div class="form">{task::list(None)} {forbidden()}</div> }.into_any()
}

fn forbidden() -> impl IntoView {
    let workbench = use_workbench();
    let pairs = Memo::new(move |_| workbench.topology.with(|topology| topology.must_not_reach.clone()));
    let (group, source) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let add = move |_| {
        let pair = Id::parse(&group.get_untracked()).zip(Id::parse(&source.get_untracked()));
        let Some((resource_group, data_source)) = pair else {
            return;
        };
        let mut all = pairs.get_untracked();
        let pair = Forbidden { resource_group, data_source };
        if !all.contains(&pair) {
            all.push(pair);
            workbench.attempt(&Edit::SetMustNotReach(all));
        }
    };
    view! {
        <fieldset class="group">
            <legend class="field__label">{word(|w| w.must_not_reach)}</legend>
            {move || pairs.get().into_iter().map(|pair| row(workbench, pairs, pair)).collect::<Vec<_>>()}
            <div class="row">
                <Select label=word(|w| w.task_group) name="must_not_reach" options=offered(workbench, KindName::ResourceGroup)
                    value=group commit=move |chosen| group.set(chosen) />
                <Select label=word(|w| w.product) name="must_not_reach" options=offered(workbench, KindName::DataSource)
                    value=source commit=move |chosen| source.set(chosen) />
                <button type="button" class="button button--icon" aria-label=word(|w| w.add) title=word(|w| w.add) on:click=add>
                    {icon(Icon::Plus)}
                </button>
            </div>
        </fieldset>
    }
}

fn offered(workbench: Workbench, kind: KindName) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let first = std::iter::once((String::new(), "…".to_owned()));
        first.chain(workbench.topology.with(|topology| task::named(topology, kind))).collect()
    })
}

fn row(workbench: Workbench, pairs: Memo<Vec<Forbidden>>, pair: Forbidden) -> impl IntoView {
    let (group, source) = (pair.resource_group.clone(), pair.data_source.clone());
    let name = move |id: &Id| workbench.called(id);
    let text = move || format!("{} → {}", name(&group), name(&source));
    let remove = move |_| {
        let rest = pairs.get_untracked().into_iter().filter(|one| *one != pair).collect();
        workbench.attempt(&Edit::SetMustNotReach(rest));
    };
    view! {
        <div class="row row--pair">
            <span class="row__name ellipsis">{text}</span>
            <button type="button" class="button button--plain button--icon" aria-label=word(|w| w.remove)
                title=word(|w| w.remove) on:click=remove>
                {icon(Icon::Close)}
            </button>
        </div>
    }
}
