//! What can be done with the plans of the list.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::Language;
use crate::library::Body;
use crate::session::{EditName, Selection};
use crate::topology::{Document, Edit};
use crate::ui::platform::database::{Change, Failure};
use crate::ui::platform::file::{self, TextFile};
use crate::ui::platform::page;
use crate::ui::shell::plans::first::{named_copy, outgoing};
use crate::ui::shell::plans::list::List;
use crate::ui::shell::plans::store::{self, Found, Loaded, Outcome, Outgoing};
use crate::ui::shell::saving;
use crate::ui::workbench::Workbench;
use crate::wire;

/// A plan that was removed and can be put back.
#[derive(Clone, Debug)]
pub(super) struct Removed {
    plan: String,
    pub(super) title: String,
    held: Vec<Change>,
    was_current: bool,
}

/// Opens a plan and closes the list.
pub(super) fn open(list: List, plan: String) {
    if is_current(list.workbench, &plan) {
        list.close();
        return;
    }
    spawn_local(async move {
        if let Some(loaded) = read(list, &plan).await {
            saving::part(list.workbench);
            list.close();
            super::put(list.workbench, &loaded);
        }
    });
}

/// Gives a plan another title: an edit of the plan at hand, a step of its own history in any other.
pub(super) fn rename(list: List, plan: String, title: String) {
    let edit = Edit::SetTitle(title);
    if is_current(list.workbench, &plan) {
        list.workbench.attempt(&edit);
        saving::flush(list.workbench);
        return;
    }
    spawn_local(async move {
        let Some(loaded) = read(list, &plan).await else { return };
        let mut session = loaded.session();
        if session.act(EditName::Title, &edit, &Selection::new()).is_err() {
            return;
        }
        let document = session.document().clone();
        let (text, history) = session.kept();
        let body = Body { document: text.to_string(), history, ..loaded.body };
        keep_in(list, Outgoing { base: loaded.stamp, ..outgoing(plan, body, &document) }).await;
    });
}

/// Puts a copy of a plan into the list.
pub(super) fn duplicate(list: List, plan: String) {
    spawn_local(async move {
        let Some(loaded) = read(list, &plan).await else { return };
        let copy = named_copy(&loaded.document, &list.titles(), language(list));
        let body = Body { document: wire::write(&copy), history: String::new(), ..loaded.body };
        keep_in(list, outgoing(page::fresh_word(), body, &copy)).await;
    });
}

/// Removes a plan; the one that was kept last before it takes its place where it was at hand.
pub(super) fn remove(list: List, plan: String) {
    let workbench = list.workbench;
    spawn_local(async move {
        let title = match store::load(&plan).await {
            Ok(Found::Plan(loaded)) => loaded.document.title,
            _ => plan.clone(),
        };
        let Ok(held) = store::remove(&plan).await else {
            list.say(list.words().failed);
            return;
        };
        store::strike_out(&saving::writer(workbench), &plan);
        store::tell_deleted(&plan);
        let was_current = is_current(workbench, &plan);
        if was_current {
            workbench.put_away();
            open_newest(workbench).await;
        }
        list.offer_back(Removed { plan, title, held, was_current });
        list.refresh();
    });
}

/// Puts a removed plan back, and at hand again where it was.
pub(super) fn put_back(list: List, removed: Removed) {
    spawn_local(async move {
        if store::put_back(removed.held).await.is_err() {
            list.say(list.words().failed);
            return;
        }
        store::tell(&removed.plan, 0);
        if removed.was_current
            && let Some(loaded) = read(list, &removed.plan).await
        {
            saving::part(list.workbench);
            super::put(list.workbench, &loaded);
        }
        list.refresh();
    });
}

/// Offers all plans as one file.
pub(super) fn export(list: List) {
    spawn_local(async move {
        let Ok(rows) = store::list().await else {
            list.say(list.words().failed);
            return;
        };
        let mut plans: Vec<(Document, Vec<String>)> = Vec::new();
        let all = rows.len();
        for (plan, _) in rows {
            if let Ok(Found::Plan(loaded)) = store::load(&plan).await {
                plans.push((loaded.document, loaded.body.ticks().collect()));
            }
        }
        let left_out = all - plans.len();
        let words = list.words();
        match file::save("reachplan-plans.json", "application/json", &wire::write_bundle(&plans)) {
            Ok(()) => {
                list.say(counted(words.exported, plans.len(), left_out, words.left_out, language(list)));
            }
            Err(_) => list.say(words.failed),
        }
    });
}

/// Puts the plans of files into the list and says how many.
pub(super) fn import(list: List, files: Vec<TextFile>) {
    spawn_local(async move {
        let said = take_in(list.workbench, files).await;
        list.say(said);
        list.refresh();
    });
}

/// Puts the plans of files among those of this browser: files that hold several, and single documents. Says how many.
pub(super) async fn take_in(workbench: Workbench, files: Vec<TextFile>) -> String {
    let (mut done, mut refused) = (0, 0);
    let words = super::words(workbench);
    for TextFile { text, .. } in files {
        let plans = match wire::read_bundle(&text) {
            Some(plans) => plans,
            None => match wire::read(&text) {
                Ok(document) => vec![Ok((document, Vec::new()))],
                Err(_) => return words.no_bundle.to_owned(),
            },
        };
        for plan in plans {
            let Ok((document, ticks)) = plan else {
                refused += 1;
                continue;
            };
            let body =
                Body { document: wire::write(&document), ticks: ticks.join("\n"), history: String::new() };
            if let Err(why) = keep(workbench, outgoing(page::fresh_word(), body, &document)).await {
                return why.to_owned();
            }
            done += 1;
        }
    }
    counted(words.imported, done, refused, words.not_imported, workbench.language.get_untracked())
}

/// Offers what there is of a plan that cannot be read.
pub(super) fn save_raw(list: List, plan: String) {
    spawn_local(async move {
        let text = match store::load(&plan).await {
            Ok(Found::Unreadable(text)) => text,
            Ok(Found::Plan(loaded)) => loaded.body.document,
            Ok(Found::Nothing) | Err(_) => String::new(),
        };
        if file::save("reachplan-damaged.txt", "text/plain", &text).is_err() {
            list.say(list.words().failed);
        }
    });
}

/// The plan that was kept last becomes the one at hand.
async fn open_newest(workbench: Workbench) {
    for (plan, _) in store::list().await.unwrap_or_default() {
        if let Ok(Found::Plan(loaded)) = store::load(&plan).await {
            super::put(workbench, &loaded);
            return;
        }
    }
}

async fn read(list: List, plan: &str) -> Option<Box<Loaded>> {
    match store::load(plan).await {
        Ok(Found::Plan(loaded)) => return Some(loaded),
        Ok(Found::Unreadable(_)) => list.mark_damaged(plan),
        // Another tab has removed it.
        Ok(Found::Nothing) => list.refresh(),
        Err(_) => list.say(list.words().failed),
    }
    None
}

/// Keeps a plan that is not at hand; what hinders it, in words.
async fn keep(workbench: Workbench, outgoing: Outgoing) -> Result<(), &'static str> {
    let words = super::words(workbench);
    match store::keep(&saving::writer(workbench), &outgoing).await {
        Outcome::Kept(stamp) => {
            store::tell(&outgoing.plan, stamp.number);
            Ok(())
        }
        Outcome::Failed(Failure::Full) => Err(words.not_saved_full),
        Outcome::Apart | Outcome::Failed(Failure::Absent) => Err(words.failed),
    }
}

async fn keep_in(list: List, outgoing: Outgoing) {
    match keep(list.workbench, outgoing).await {
        Ok(()) => list.refresh(),
        Err(why) => list.say(why),
    }
}

fn is_current(workbench: Workbench, plan: &str) -> bool {
    workbench.origin.with_untracked(|origin| origin.plan == plan)
}

fn language(list: List) -> Language {
    list.workbench.language.get_untracked()
}

/// "Plans exported: 3; 1 cannot be read".
fn counted(what: &str, done: usize, refused: usize, why: &str, language: Language) -> String {
    let said = format!("{what}{}{done}", language.pick(": ", "："));
    if refused == 0 { said } else { format!("{said}{}{refused} {why}", language.pick("; ", "；")) }
}
