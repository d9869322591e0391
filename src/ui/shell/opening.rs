//! What the address opens: a sample or a shared plan, at first and whenever the address changes. Both are looked at until
//! their first edit, and the plan before stays in the list; the browser's Back returns to it.

use leptos::{ev, prelude::*};

use crate::i18n::Language;
use crate::i18n::chrome::{Exchange, Shell};
use crate::link::{self, LinkProblem};
use crate::topology::Document;
use crate::ui::platform::{address, window};
use crate::ui::shell::{Dialog, Frame, named_sample, plans, wait};
use crate::ui::workbench::{Origin, Workbench};

/// What an address opens.
pub enum Opened {
    /// Nothing: the plan that was worked on last.
    Nothing,
    /// A document to look at.
    Document(Document),
    /// A sample that there is not.
    NoSample,
    /// A link that does not open.
    BadLink(LinkProblem),
}

/// What the address opens now.
pub fn opened(language: Language) -> Opened {
    let fragment = address::fragment();
    if fragment.starts_with("sample=") {
        let sample = named_sample().and_then(|sample| sample.document(language));
        sample.map_or(Opened::NoSample, Opened::Document)
    } else if is_link(&fragment) {
        link::read(&fragment).map_or_else(Opened::BadLink, Opened::Document)
    } else {
        Opened::Nothing
    }
}

/// Whether a fragment is meant to hold a plan, in this packing or another.
pub(super) fn is_link(fragment: &str) -> bool {
    let packing =
        fragment.strip_prefix('p').and_then(|rest| rest.split_once('.')).map(|(packing, _)| packing);
    packing.is_some_and(|packing| !packing.is_empty() && packing.bytes().all(|sign| sign.is_ascii_digit()))
}

/// Shows at first what the address opened.
pub fn show_first(workbench: Workbench, frame: Frame, opened: Opened) {
    if matches!(opened, Opened::BadLink(_))
        && !workbench.started.get_untracked()
        && !workbench.read_only.get_untracked()
    {
        // Nothing else was asked for, so what was worked on last is there again.
        plans::open_last(workbench);
    }
    show(workbench, frame, opened);
}

/// Follows the address from now on.
pub fn follow(workbench: Workbench, frame: Frame) {
    window::listen("hashchange", move |_: ev::Event| {
        let is_long = address::fragment().len() > wait::SHORT_LINK;
        wait::open(workbench, is_long, move || match opened(workbench.language.get_untracked()) {
            Opened::Nothing if address::kept_plan().is_none() => {
                if workbench.origin.with_untracked(|origin| origin.opened.is_some()) {
                    plans::open_last(workbench);
                }
            }
            opened => show(workbench, frame, opened),
        });
    });
    // Back and forth between plans of this browser, whose addresses are alike.
    window::listen("popstate", move |_: ev::Event| {
        let here = workbench.origin.with_untracked(|origin| origin.plan.clone());
        if let Some(plan) = address::kept_plan().filter(|plan| *plan != here) {
            plans::open(workbench, plan);
        }
    });
}

fn show(workbench: Workbench, frame: Frame, opened: Opened) {
    let language = workbench.language.get_untracked();
    let words = Shell::of(language);
    match opened {
        Opened::Nothing => {}
        Opened::Document(document) => {
            let name =
                if document.title.is_empty() { words.untitled.to_owned() } else { document.title.clone() };
            let fragment = address::fragment();
            let shared = is_link(&fragment);
            let origin = Origin::viewed(fragment, &document);
            plans::start_another(workbench, document, origin);
            if shared && !workbench.read_only.get_untracked() {
                workbench.say(format!("{}: {name}. {}", words.opened, Exchange::of(language).link_copy));
            } else {
                workbench.announce(format!("{}: {name}", words.opened));
            }
        }
        Opened::NoSample => workbench.say(words.unknown_sample),
        Opened::BadLink(problem) => {
            // What is shown stays, and so does its address.
            address::set_fragment(&workbench.origin.get_untracked().fragment);
            frame.dialog.set(Some(Dialog::BadLink(problem)));
        }
    }
}
