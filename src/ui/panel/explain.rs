//! What stands behind a finding, opened beside it. The texts are not in the program: they are loaded when first asked for.

use leptos::prelude::*;

use crate::i18n::chrome::Panel;
use crate::i18n::{Language, page_date};
use crate::rules::Code;
use crate::ui::platform::Refused;
use crate::ui::platform::site::{self, Json};
use crate::ui::workbench::Workbench;

/// The keys of the findings whose explanations are open, so that they stay open when the report changes.
pub(super) type Opened = RwSignal<Vec<String>>;

/// The button that opens the explanation of a finding and closes it again.
pub(super) fn button(workbench: Workbench, code: Code, key: String, opened: Opened) -> AnyView {
    let language = workbench.language.get();
    let held = key.clone();
    let is_open = move || opened.with(|all| all.contains(&held)).to_string();
    let toggle = move |_| {
        opened.update(|all| match all.iter().position(|open| *open == key) {
            Some(at) => drop(all.remove(at)),
            None => all.push(key.clone()),
        });
    };
    view! {
        <button type="button" class="finding__explain" data-explain=code.key() aria-expanded=is_open on:click=toggle>
            {Panel::of(language).explain} <span class="visually-hidden">" "{code.key()}</span>
        </button>
    }
    .into_any()
}

/// The explanation, while it is open.
pub(super) fn shown(workbench: Workbench, code: Code, key: String, opened: Opened) -> AnyView {
    let open = Memo::new(move |_| opened.with(|all| all.contains(&key)));
    (move || open.get().then(|| body(workbench.language.get(), code))).into_any()
}

fn body(language: Language, code: Code) -> AnyView {
    let words = Panel::of(language);
    let loaded: RwSignal<Option<Result<Json, Refused>>, LocalStorage> = RwSignal::new_local(None);
    site::load(format!("rules/{}.json", language.key()), move |result| {
        loaded.try_set(Some(result));
    });
    let told = move || match loaded.get() {
        None => view! { <p class="quiet" role="status">{words.explain_loading}</p> }.into_any(),
        Some(Err(Refused)) => view! { <p role="alert">{words.explain_failed}</p> }.into_any(),
        Some(Ok(all)) => parts(&all.field(code.key()), language),
    };
    view! { <div class="explanation" data-explanation=code.key()>{told}</div> }.into_any()
}

fn parts(told: &Json, language: Language) -> AnyView {
    let words = Panel::of(language);
    let part =
        |title: &'static str, name: &str| view! { <dt>{title}</dt> <dd>{told.text(name)}</dd> }.into_any();
    let sources: Vec<AnyView> = told.list("sources").iter().map(|one| source(one, language)).collect();
    view! {
        <dl>
            {part(words.explain_checks, "checks")}
            {part(words.explain_why, "why")}
            {part(words.explain_example, "example")}
            {part(words.explain_remedy, "remedy")}
            <dt>{words.explain_source}</dt>
            {sources}
        </dl>
    }
    .into_any()
}

/// The official page with its date, and whether the rule only follows from it.
fn source(source: &Json, language: Language) -> AnyView {
    let words = Panel::of(language);
    let (url, date) = (source.text("url"), source.text("date"));
    if url.is_empty() {
        return view! { <dd>{words.explain_plan}</dd> }.into_any();
    }
    let inferred = (source.text("basis") == "inferred").then(|| format!("{} ", words.explain_inferred));
    let date = page_date(language, &date).to_owned();
    view! {
        <dd>
            {inferred} <a href=url target="_blank" rel="noreferrer">{source.text("page")}</a>
            <span class="aside">" "{date}</span>
        </dd>
    }
    .into_any()
}
