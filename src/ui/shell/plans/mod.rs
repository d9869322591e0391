//! The plans of this browser. [`start_another`] is the one way for a document from elsewhere (a file, a sample, a link,
//! an import) to become the plan at hand: the plan before it stays in the list.

mod actions;
mod conflict;
mod first;
mod list;
pub(super) mod store;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use first::named_copy;
pub use first::{First, first};

use crate::i18n::chrome::{Plans, Shell};
use crate::library::copy_name;
use crate::session::blank;
use crate::topology::Document;
use crate::ui::platform::file::TextFile;
use crate::ui::shell::{Dialog, Frame, files, saving, wait};
use crate::ui::workbench::{Origin, Saved, Workbench};
use store::{Found, Loaded};

pub(super) use conflict::{conflict, deleted};
pub(super) use list::list;

/// Puts a document in place as another plan; the one before it stays in the list, and undo brings it back. With
/// [`Origin::own`] it is kept at once; with [`Origin::viewed`] the address shows where it comes from, and it is kept
/// from its first edit on.
pub fn start_another(workbench: Workbench, document: Document, origin: Origin) {
    saving::part(workbench);
    workbench.saved.set(Saved::Nothing);
    workbench.replace(document, origin);
}

/// Starts an empty plan in place of the plan at hand. Where the list has a plan without a title already, it gets one by
/// which the two are told apart.
pub fn start_blank(workbench: Workbench) {
    files::start(workbench, blank());
    let untitled = Shell::of(workbench.language.get_untracked()).untitled;
    spawn_local(async move {
        let rows = store::list().await.unwrap_or_default().into_iter();
        let here = workbench.origin.with_untracked(|origin| origin.plan.clone());
        let taken: Vec<String> = rows
            .filter(|(plan, _)| *plan != here)
            .filter_map(|(_, head)| Some(head?.look.title))
            .map(|title| if title.is_empty() { untitled.to_owned() } else { title })
            .collect();
        let document = workbench.document_untracked();
        // Whatever was opened or called something meanwhile keeps its name.
        if document == blank() && taken.iter().any(|title| title == untitled) {
            workbench.rewrite(Document { title: copy_name(untitled, &taken), ..document });
        }
    });
}

/// Opens a plan of the list in place of the one at hand, with its own history; says so where it cannot be read.
pub fn open(workbench: Workbench, plan: String) {
    saving::part(workbench);
    spawn_local(async move {
        match store::load(&plan).await {
            Ok(Found::Plan(loaded)) => {
                let document = loaded.document.clone();
                wait::open_plan(workbench, &document, move || put(workbench, &loaded));
            }
            Ok(Found::Unreadable(_) | Found::Nothing) | Err(_) => workbench.say(words(workbench).unreadable),
        }
    });
}

/// Puts the plans of a file that holds several among those of this browser, and shows them.
pub fn take_in(workbench: Workbench, frame: Frame, file: TextFile) {
    spawn_local(async move {
        let said = actions::take_in(workbench, vec![file]).await;
        frame.dialog.set(Some(Dialog::Plans));
        workbench.announce(said);
    });
}

/// Goes back to the plan that this browser worked on last, or to the start where there is none: what was only looked at is
/// left.
pub fn open_last(workbench: Workbench) {
    saving::part(workbench);
    spawn_local(async move {
        if let Ok(Some(plan)) = store::last().await
            && let Ok(Found::Plan(loaded)) = store::load(&plan).await
        {
            put(workbench, &loaded);
        } else {
            workbench.put_away();
        }
    });
}

/// What the page starts with becomes the plan at hand; the word for this run of the page is the one it was read with.
pub fn begin(workbench: Workbench, first: First) {
    let First { writer, plan, unreadable } = first;
    workbench.keeping.update_value(|keeping| keeping.writer = writer);
    if let Some(loaded) = plan {
        put(workbench, &loaded);
    }
    if unreadable {
        workbench.say(words(workbench).unreadable);
    }
}

/// The plans of this browser but the one at hand, as keys and titles.
pub fn others(workbench: Workbench, then: impl FnOnce(Vec<(String, String)>) + 'static) {
    let here = workbench.origin.with_untracked(|origin| origin.plan.clone());
    spawn_local(async move {
        let rows = store::list().await.unwrap_or_default().into_iter();
        let titled = |(plan, head): (String, Option<crate::library::Head>)| Some((plan, head?.look.title));
        then(rows.filter_map(titled).filter(|(plan, _)| *plan != here).collect());
    });
}

/// The document of a plan of this browser, where it can be read.
pub fn document_of(plan: String, then: impl FnOnce(Option<Document>) + 'static) {
    spawn_local(async move {
        then(match store::load(&plan).await {
            Ok(Found::Plan(loaded)) => Some(loaded.document),
            _ => None,
        });
    });
}

/// The words about plans in the language of the page.
pub(super) fn words(workbench: Workbench) -> &'static Plans {
    Plans::of(workbench.language.get_untracked())
}

fn put(workbench: Workbench, loaded: &Loaded) {
    let (session, ticks) = (loaded.session(), loaded.ticks());
    saving::know(workbench, &loaded.plan, loaded.stamp.clone(), loaded.document.clone(), ticks.clone());
    workbench.saved.set(Saved::Nothing);
    workbench.resume(session, ticks, Origin { plan: loaded.plan.clone(), ..Origin::own() });
}
