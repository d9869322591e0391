//! Addresses opened against addresses needed, with the smallest replacement one click away.

use leptos::prelude::*;

use crate::advice::{Subject, Width, widths};
use crate::base::block_text;
use crate::i18n::chrome::Advice;
use crate::i18n::{Language, Names, advice as words};
use crate::rules::Code;
use crate::topology::Topology;
use crate::ui::panel::advice::ways::grouped;
use crate::ui::panel::advice::{button, current, drawer, drawn};
use crate::ui::workbench::Workbench;

/// How many blocks of a replacement are named.
const SHOWN: usize = 6;

/// The numbers for the connection that is looked at.
pub(in crate::ui::panel) fn section(workbench: Workbench) -> AnyView {
    let pair = current(workbench);
    let body = move || {
        let Some((group, source)) = pair.get() else { return ().into_any() };
        let document = drawn(workbench);
        let language = workbench.language.get();
        let rows = widths(&document, &group, &source).into_iter();
        let rows = rows.map(|width| row(workbench, width, &document.topology, language)).collect::<Vec<_>>();
        if rows.is_empty() {
            return view! { <p class="quiet">{Advice::of(language).widths_none}</p> }.into_any();
        }
        view! { <ul class="widths">{rows}</ul> }.into_any()
    };
    drawer(workbench, "widths", |w| w.widths, Box::new(body))
}

fn row(workbench: Workbench, width: Width, topology: &Topology, language: Language) -> AnyView {
    let said = Advice::of(language);
    let names = Names { topology, language };
    let subject = words::subject(&names, &width.subject);
    let colon = language.pick(" ", "：");
    let opened = format!("{}{colon}{}", said.opens, grouped(width.opened));
    let needed = match width.needed {
        None => said.not_decided.to_owned(),
        Some(needed) => format!("{}{colon}{}", said.needs, grouped(needed)),
    };
    let mut blocks: Vec<String> = width.blocks.iter().take(SHOWN).map(|block| block_text(*block)).collect();
    if width.blocks.len() > SHOWN {
        blocks.push("…".to_owned());
    }
    let (nothing, hint) = (width.blocks.is_empty(), blocks.join(", "));
    let tail = match width.edit {
        Some(edit) => {
            let label = if nothing { said.remove.to_owned() } else { format!("{} {hint}", said.replace) };
            button(label, move || {
                workbench.attempt(&edit);
            })
        }
        None => {
            let word = match width.needed {
                None => "",
                Some(0) => said.serves_none,
                Some(_) => said.smallest,
            };
            view! { <span class="aside">{word}</span> }.into_any()
        }
    };
    view! {
        <li class="width" data-width=kind(&width.subject) data-opened=width.opened data-needed=width.needed>
            <p>{subject}</p>
            <p class="quiet">{opened} " · " {needed}</p>
            {tail}
        </li>
    }
    .into_any()
}

/// The button of a finding: narrows what it is about.
pub(super) fn remedy(workbench: Workbench, code: Code) -> AnyView {
    let pair = current(workbench);
    let label = Advice::of(workbench.language.get()).narrow.to_owned();
    button(label, move || {
        let Some((group, source)) = pair.get_untracked() else { return };
        let wanted = |width: &Width| match width.subject {
            Subject::DataworksRoute { .. } => code == Code::RouteTooWide,
            Subject::Whitelist(_) => code != Code::RouteTooWide,
            Subject::Rule { .. } | Subject::NetworkRoute { .. } => false,
        };
        let all = widths(&workbench.document_untracked(), &group, &source).into_iter();
        match all.filter(wanted).find_map(|width| width.edit) {
            Some(edit) => {
                workbench.attempt(&edit);
            }
            None => workbench.say(Advice::of(workbench.language.get_untracked()).not_narrower),
        }
    })
}

fn kind(subject: &Subject) -> &'static str {
    match subject {
        Subject::Whitelist(_) => "whitelist",
        Subject::Rule { .. } => "rule",
        Subject::DataworksRoute { .. } => "dataworks_route",
        Subject::NetworkRoute { .. } => "network_route",
    }
}
