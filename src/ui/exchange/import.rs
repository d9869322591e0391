//! The import dialog: what was pasted or chosen is looked at first, and the account of it shown; only then it becomes a
//! plan of its own or goes into the present one.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::i18n::chrome::Exchange;
use crate::topology::Document;
use crate::ui::platform::errand::{self, Errand};
use crate::ui::platform::file::{self, TextFile};
use crate::ui::platform::site::Json;
use crate::ui::shell::{Frame, files, wait};
use crate::ui::workbench::Workbench;
use crate::wire;

/// What was found in what was given.
#[derive(Clone, Debug, Default)]
struct Found {
    account: Vec<Part>,
    new: Option<Arc<Document>>,
    merged: Option<Arc<Document>>,
}

/// One part of what is told about it.
#[derive(Clone, Debug)]
struct Part {
    key: String,
    title: String,
    lines: Vec<String>,
}

/// How far looking at it went.
#[derive(Clone, Debug, Default)]
enum Stage {
    #[default]
    Asking,
    /// With how many hundredths were read.
    Reading(Errand, RwSignal<f64>),
    Failed,
    Found(Found),
}

/// What the dialog shows; it starts with files that were dropped.
pub fn content(workbench: Workbench, frame: Frame, dropped: &[TextFile]) -> AnyView {
    let words = move || Exchange::of(workbench.language.get());
    let files = RwSignal::new(dropped.to_vec());
    let pasted = frame.pasted;
    let stage = RwSignal::new(Stage::Asking);
    let field = NodeRef::<html::Input>::new();
    let begin = move || {
        let mut given = files.get_untracked();
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            given.push(TextFile {
                name: Exchange::of(workbench.language.get_untracked()).import_pasted.to_owned(),
                text,
            });
        }
        if given.is_empty() {
            stage.set(Stage::Asking);
        } else {
            look(workbench, stage, &given);
        }
    };
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            file::read_chosen(&field, move |chosen| {
                files.set(chosen);
                begin();
            });
        }
    };
    on_cleanup(move || {
        stop(stage);
        // A dialog that was closed too early gives back what was pasted; what was looked at is gone with it.
        if stage.try_with_untracked(|stage| matches!(stage, Stage::Found(_))).unwrap_or_default() {
            pasted.set(String::new());
        }
    });
    if !dropped.is_empty() {
        begin();
    }
    view! {
        <p>{move || words().import_lead}</p>
        <p class="quiet">{move || words().import_private}</p>
        <label class="field">
            <span class="field__label">{move || words().import_text}</span>
            <textarea autofocus=true class="input input--mono" rows="5" spellcheck="false" autocomplete="off" data-field="import_text"
                prop:value=move || pasted.get() on:input=move |event| pasted.set(event_target_value(&event))
                on:change=move |_| begin()></textarea>
        </label>
        <label class="field">
            <span class="field__label">{move || words().import_files}</span>
            <input type="file" multiple="" data-field="import_files" node_ref=field on:change=chosen />
        </label>
        {move || files.with(|files| (!files.is_empty()).then(|| {
            let names = files.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join(", ");
            view! { <p class="mono quiet">{names}</p> }
        }))}
        <div class="dialog__ways">
            <button type="button" class="button" data-part="look" on:click=move |_| begin()>{move || words().import_check}</button>
            <a class="button button--plain" href="./collect.sh" download="collect.sh">{move || words().import_collector}</a>
        </div>
        <div class="import" aria-live="polite">{move || shown(workbench, frame, stage)}</div>
    }
    .into_any()
}

/// Nobody waits any more.
fn stop(stage: RwSignal<Stage>) {
    if let Some(Stage::Reading(errand, _)) = stage.try_get_untracked() {
        errand::cancel(errand);
    }
}

fn look(workbench: Workbench, stage: RwSignal<Stage>, given: &[TextFile]) {
    stop(stage);
    let language = workbench.language.get_untracked();
    let job = Json::object(&[("job", "import"), ("language", language.key())]);
    if workbench.started.get_untracked() {
        job.set("present", &Json::text_of(&wire::write(&workbench.document_untracked())));
    }
    job.set(
        "files",
        &Json::array(given.iter().map(|file| Json::object(&[("name", &file.name), ("text", &file.text)]))),
    );
    let read = RwSignal::new(0.0);
    let watch = move |hundredths| {
        read.try_set(hundredths);
    };
    let errand = errand::send_watched(&job, Box::new(watch), move |answer| {
        let found = answer.ok().map(|answer| found(&answer));
        stage.try_set(found.map_or(Stage::Failed, Stage::Found));
    });
    stage.set(Stage::Reading(errand, read));
}

fn found(answer: &Json) -> Found {
    let document = |name| wire::read(&answer.text(name)).ok().map(Arc::new);
    let part = |part: Json| Part {
        key: part.text("key"),
        title: part.text("title"),
        lines: part.list("lines").iter().map(Json::to_text).collect(),
    };
    Found {
        account: answer.list("account").into_iter().map(part).collect(),
        new: document("document"),
        merged: document("merged"),
    }
}

fn shown(workbench: Workbench, frame: Frame, stage: RwSignal<Stage>) -> AnyView {
    let words = Exchange::of(workbench.language.get());
    match stage.get() {
        Stage::Asking => ().into_any(),
        Stage::Reading(errand, read) => {
            let cancel = move |_| {
                errand::cancel(errand);
                stage.set(Stage::Asking);
            };
            // What is made of it takes a while as well, and nobody knows how long.
            let is_read = move || read.get() >= 100.0;
            view! {
                <p>
                    <progress max="100" value=move || (!is_read()).then(|| read.get())></progress> " "
                    <span role="status">{move || if is_read() { words.import_drawing } else { words.import_reading }}</span> " "
                    {move || (!is_read()).then(|| format!("{} %", read.get()))} " "
                    <button type="button" class="button button--small" data-part="cancel" on:click=cancel>{words.import_cancel}</button>
                </p>
            }
            .into_any()
        }
        Stage::Failed => view! { <p class="problem">{words.import_failed}</p> }.into_any(),
        Stage::Found(found) => account(workbench, frame, found),
    }
}

/// The account of what was found, and the button that takes it over.
fn account(workbench: Workbench, frame: Frame, found: Found) -> AnyView {
    let words = Exchange::of(workbench.language.get());
    let list = |part: Part| {
        let lines = part.lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
        view! { <h3>{part.title}</h3> <ul class="import__lines" data-part=part.key>{lines}</ul> }.into_any()
    };
    let Found { account, new, merged } = found;
    let (changes, told): (Vec<Part>, Vec<Part>) = account.into_iter().partition(|part| part.key == "changes");
    let into = RwSignal::new(merged.is_none());
    let unchanged = merged.is_some() && changes.is_empty();
    let usable = new.is_some() || merged.is_some();
    let offers_both = new.is_some() && merged.is_some();
    let apply = move |_| {
        let chosen = if into.get_untracked() { &new } else { &merged };
        let Some(document) = chosen.clone() else { return };
        let is_new = into.get_untracked();
        frame.close();
        wait::open_plan(workbench, &Arc::clone(&document), move || {
            let document = Arc::unwrap_or_clone(document);
            if is_new {
                files::start(workbench, document);
            } else {
                workbench.catch_up(document, workbench.ticks.get_untracked());
            }
            workbench.say(Exchange::of(workbench.language.get_untracked()).imported);
        });
    };
    let choice = move |own: bool, word: &'static str| {
        view! {
            <label class="check">
                <input type="radio" name="import-into" prop:checked=move || into.get() == own on:change=move |_| into.set(own) />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        {(!usable).then(|| view! { <p>{words.import_nothing}</p> })}
        {told.into_iter().map(list).collect::<Vec<_>>()}
        {offers_both.then(|| view! {
            <fieldset class="import__into">
                <legend>{words.import_as}</legend>
                {choice(true, words.import_new)} {choice(false, words.import_merge)}
            </fieldset>
            <div hidden=move || into.get()>
                {changes.into_iter().map(list).collect::<Vec<_>>()}
                {unchanged.then(|| view! { <p class="quiet">{words.import_unchanged}</p> })}
            </div>
        })}
        <button type="button" class="button button--primary" data-command="import-apply" disabled=!usable on:click=apply>
            {words.import_apply}
        </button>
    }
    .into_any()
}
