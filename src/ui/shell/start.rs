//! The start: samples as small pictures, a blank canvas, a file, a few questions. No dialog, no tour.

use leptos::prelude::*;

use crate::i18n::Language;
use crate::i18n::chrome::{Shell, group_kind, product, shares_account, shares_region, whereabouts};
use crate::samples::{SAMPLES, Sample};
use crate::session::{Answers, Shares, Whereabouts};
use crate::topology::{GroupKind, PRODUCTS, Product};
use crate::ui::field::{ChoiceField, options};
use crate::ui::platform::page;
use crate::ui::shell::thumbnail::thumbnail;
use crate::ui::shell::toolbar::words;
use crate::ui::shell::{Dialog, Icon, files, icon, plans, use_frame};
use crate::ui::workbench::{Workbench, use_workbench};

/// The start screen.
#[component]
pub fn Start() -> impl IntoView {
    let (workbench, frame) = (use_workbench(), use_frame());
    let word = move |pick: fn(&'static Shell) -> &'static str| words(workbench, pick);
    view! {
        <main class="start">
            <div class="start__head">
                <p class="start__question">{word(|w| w.tagline)}</p>
                <h2 class="start__title">{word(|w| w.start_title)}</h2>
            </div>
            <ul class="start__samples">{SAMPLES.iter().map(|sample| card(workbench, sample)).collect::<Vec<_>>()}</ul>
            <div class="start__ways">
                <button type="button" class="button button--primary" data-command="new" on:click=move |_| plans::start_blank(workbench)>
                    {icon(Icon::Plus)} {word(|w| w.start_blank)}
                </button>
                <span class="quiet">{word(|w| w.start_blank_hint)}</span>
                <button type="button" class="button" data-command="open" on:click=move |_| frame.choose_file.update(|n| *n += 1)>
                    {icon(Icon::Open)} {word(|w| w.open_long)}
                </button>
                <span class="quiet">{word(|w| w.start_file)}</span>
                <button type="button" class="button" data-command="import" on:click=move |_| frame.dialog.set(Some(Dialog::Import(std::sync::Arc::default())))>
                    {icon(Icon::Into)} {word(|w| w.start_import)}
                </button>
                <span class="quiet">{word(|w| w.start_import_hint)}</span>
            </div>
            // Unfolded below the edge of the screen it would seem to do nothing.
            <details class="start__answers" on:toggle=move |_| page::reveal(".start__answers")>
                <summary data-command="answers">
                    <span class="button">{icon(Icon::Pencil)} {word(|w| w.answers)}</span>
                    <span class="quiet">{word(|w| w.answers_hint)}</span>
                </summary>
                {questions(workbench)}
            </details>
            <p class="aside">{word(|w| w.start_private)}</p>
        </main>
    }
}

fn card(workbench: Workbench, sample: &'static Sample) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="sample" data-sample=sample.name on:click=move |_| files::open_sample(workbench, sample)>
                {thumbnail(sample.name)}
                <span class="sample__title">{move || sample.title(workbench.language.get())}</span>
                <span class="sample__about">{move || sample.summary(workbench.language.get())}</span>
            </button>
        </li>
    }
}

/// The questions, and the button that draws what was answered.
fn questions(workbench: Workbench) -> impl IntoView {
    let answers = RwSignal::new(Answers {
        group: GroupKind::Serverless,
        product: Product::from_key("rds_mysql").unwrap_or(Product::OTHER),
        place: Whereabouts::AlibabaCloud,
        account: Shares::Same,
        region: Shares::Same,
    });
    let ask = move |label: fn(&'static Shell) -> &'static str, name: &'static str, question: Question| {
        let Question { offered, read, answer } = question;
        view! {
            <ChoiceField label=words(workbench, label) name=name
                options=Signal::derive(move || offered(workbench.language.get()))
                value=Signal::derive(move || read(answers.get()).to_owned())
                commit=move |chosen: String| answers.update(|answers| answer(answers, &chosen)) />
        }
        .into_any()
    };
    let beside = move || {
        answers.get().place.has_region().then(|| {
            [
                ask(
                    |w| w.answer_account,
                    "account",
                    Question {
                        offered: |language| options(&Shares::ALL, Shares::key, shares_account, language),
                        read: |answers| answers.account.key(),
                        answer: |answers, key| answers.account = Shares::from_key(key),
                    },
                ),
                ask(
                    |w| w.answer_region,
                    "region",
                    Question {
                        offered: |language| options(&Shares::ALL, Shares::key, shares_region, language),
                        read: |answers| answers.region.key(),
                        answer: |answers, key| answers.region = Shares::from_key(key),
                    },
                ),
            ]
            .into_iter()
            .collect::<Vec<_>>()
        })
    };
    let draw = move |_| {
        let (answers, language) = (answers.get_untracked(), workbench.language.get_untracked());
        let mut document = answers.document();
        document.title =
            format!("{} → {}", group_kind(answers.group, language), product(answers.product, language));
        files::start(workbench, document);
    };
    view! {
        <div class="form">
            {ask(|w| w.answer_group, "type", Question {
                offered: |language| options(&GroupKind::ALL, GroupKind::key, group_kind, language),
                read: |answers| answers.group.key(),
                answer: |answers, key| {
                    answers.group = GroupKind::ALL.into_iter().find(|one| one.key() == key).unwrap_or(answers.group);
                },
            })}
            {ask(|w| w.answer_product, "product", Question {
                offered: products,
                read: |answers| answers.product.key(),
                answer: |answers, key| answers.product = Product::from_key(key).unwrap_or(answers.product),
            })}
            {ask(|w| w.answer_place, "place", Question {
                offered: |language| options(&Whereabouts::ALL, Whereabouts::key, whereabouts, language),
                read: |answers| answers.place.key(),
                answer: |answers, key| {
                    answers.place = Whereabouts::ALL.into_iter().find(|one| one.key() == key).unwrap_or(answers.place);
                },
            })}
            {beside}
            <button type="button" class="button button--primary" data-command="answers-draw" on:click=draw>
                {words(workbench, |w| w.answers_draw)}
            </button>
        </div>
    }
}

/// One question: what is offered, what is answered so far, and what an answer changes.
struct Question {
    offered: fn(Language) -> Vec<(String, String)>,
    read: fn(Answers) -> &'static str,
    answer: fn(&mut Answers, &str),
}

fn products(language: Language) -> Vec<(String, String)> {
    PRODUCTS.iter().map(|one| (one.key().to_owned(), product(*one, language).to_owned())).collect()
}
