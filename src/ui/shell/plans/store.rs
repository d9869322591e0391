//! Plans in the browser's database: keeping, reading, listing and removing them. Knows no workbench and shows nothing.

use std::cell::Cell;
use std::rc::Rc;

use crate::analysis::Overview;
use crate::base::order;
use crate::diagram::picture;
use crate::library::{Body, Head, Journal, Look, Stamp, Standing, compare};
use crate::session::Session;
use crate::topology::Document;
use crate::ui::platform::database::{self, Asked, Change, Failure, Record, Store};
use crate::ui::platform::{page, storage};
use crate::ui::shell::plans::list::Row;
use crate::ui::workbench::{Ticks, key_of_drafts};
use crate::wire;

/// The key of what was kept last, and of which plan was worked on last.
const LAST: &str = "last";
/// The key, in the storage that other tabs hear of, of what was kept last.
pub(in crate::ui::shell) const NEWS: &str = "reachplan.news";
/// What is told in place of a number when a plan was deleted.
const DELETED: &str = "deleted";
/// The key of the plan that a tab worked on last.
const OF_TAB: &str = "reachplan.plan-of-tab";
/// Before the keys of what was written down for the next start.
const JOURNAL: &str = "reachplan.journal.";

/// A version of a plan on its way.
#[derive(Clone, Debug)]
pub(in crate::ui::shell) struct Outgoing {
    /// The key of the plan.
    pub(in crate::ui::shell) plan: String,
    /// The version it was made from.
    pub(in crate::ui::shell) base: Option<Stamp>,
    /// What it says.
    pub(in crate::ui::shell) body: Body,
    /// How it looks in the list.
    pub(in crate::ui::shell) look: Look,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::shell) enum Outcome {
    /// It is kept.
    Kept(Stamp),
    /// Another version was kept in the meantime: nothing has changed.
    Apart,
    /// The browser did not keep it.
    Failed(Failure),
}

/// A plan as it was read.
#[derive(Clone, Debug)]
pub(in crate::ui::shell) struct Loaded {
    /// Its key.
    pub(in crate::ui::shell) plan: String,
    /// Its version.
    pub(in crate::ui::shell) stamp: Option<Stamp>,
    /// What it says.
    pub(in crate::ui::shell) document: Document,
    /// Ticks and history.
    pub(in crate::ui::shell) body: Body,
}

/// What was found under a key.
#[derive(Clone, Debug)]
pub(in crate::ui::shell) enum Found {
    /// A plan.
    Plan(Box<Loaded>),
    /// Something that cannot be read, as far as it is text; it stays where it is.
    Unreadable(String),
    /// Nothing.
    Nothing,
}

impl Loaded {
    /// The session that goes on with its history.
    pub(in crate::ui::shell) fn session(&self) -> Session {
        Session::restored(self.document.clone(), &self.body.history)
    }

    /// Its ticks.
    pub(in crate::ui::shell) fn ticks(&self) -> Ticks {
        self.body.ticks().collect()
    }
}

/// Keeps a version, unless another one was kept since the version that it was made from.
pub(in crate::ui::shell) async fn keep(writer: &str, outgoing: &Outgoing) -> Outcome {
    let outcome = Rc::new(Cell::new(Outcome::Apart));
    let (told, writer) = (Rc::clone(&outcome), writer.to_owned());
    let Outgoing { plan, base, body, look } = outgoing.clone();
    let asked =
        vec![(Store::Heads, plan.clone()), (Store::Bodies, plan.clone()), (Store::State, LAST.to_owned())];
    let decide = move |found: Vec<Record>| -> Vec<Change> {
        let mut found = found.into_iter();
        let mut next = || found.next()?.1;
        let head = next().and_then(|texts| Head::read(&texts));
        let kept = head.zip(next().and_then(Body::read));
        let last = next().and_then(|texts| texts.first()?.parse::<u64>().ok()).unwrap_or_default();
        let beside = kept.as_ref().map(|(head, body)| (&head.stamp, body));
        match (compare(&writer, base.as_ref(), &body, beside), &kept) {
            (Standing::Apart, _) => Vec::new(),
            (Standing::Same, Some((head, _))) => {
                told.set(Outcome::Kept(head.stamp.clone()));
                Vec::new()
            }
            (Standing::Same | Standing::Later, _) => {
                let before = [base.as_ref(), kept.as_ref().map(|(head, _)| &head.stamp)];
                let greatest = before.into_iter().flatten().map(|stamp| stamp.number).fold(last, u64::max);
                let stamp = Stamp { number: greatest + 1, writer };
                let head = Head { stamp: stamp.clone(), saved: page::now(), look };
                let number = stamp.number.to_string();
                told.set(Outcome::Kept(stamp));
                vec![
                    (Store::Heads, plan.clone(), Some(head.texts())),
                    (Store::Bodies, plan.clone(), Some(body.texts())),
                    (Store::State, LAST.to_owned(), Some(vec![number, plan])),
                ]
            }
        }
    };
    match database::exchange(Asked::Of(asked), Box::new(decide)).await {
        Ok(()) => outcome.replace(Outcome::Apart),
        Err(failure) => Outcome::Failed(failure),
    }
}

/// What is kept under a key.
pub(in crate::ui::shell) async fn load(plan: &str) -> Result<Found, Failure> {
    let asked = vec![(Store::Heads, plan.to_owned()), (Store::Bodies, plan.to_owned())];
    let mut texts = look_up(Asked::Of(asked)).await?.into_iter().map(|(_, texts)| texts);
    let head = texts.next().flatten();
    let body = texts.next().flatten();
    if head.is_none() && body.is_none() {
        return Ok(Found::Nothing);
    }
    let raw = body.clone().unwrap_or_default().join("\n");
    let read = || -> Option<Loaded> {
        let body = Body::read(body?)?;
        let document = wire::read(&body.document).ok()?;
        let stamp = head.and_then(|texts| Head::read(&texts)).map(|head| head.stamp);
        Some(Loaded { plan: plan.to_owned(), stamp, document, body })
    };
    Ok(read().map_or(Found::Unreadable(raw), |loaded| Found::Plan(Box::new(loaded))))
}

async fn look_up(asked: Asked) -> Result<Vec<Record>, Failure> {
    let found = Rc::new(Cell::new(Vec::new()));
    let told = Rc::clone(&found);
    let hand_over = move |texts| {
        told.set(texts);
        Vec::new()
    };
    database::exchange(asked, Box::new(hand_over)).await?;
    Ok(found.take())
}

/// The key of the plan that this tab worked on last, else of the one that this browser did.
pub(in crate::ui::shell) async fn last() -> Result<Option<String>, Failure> {
    let of_browser = look_up(Asked::Of(vec![(Store::State, LAST.to_owned())])).await?.pop();
    Ok(of_tab().or_else(|| of_browser?.1?.pop()))
}

/// The key of the plan that this tab worked on last.
pub(in crate::ui::shell) fn of_tab() -> Option<String> {
    storage::read_of_tab(OF_TAB)
}

/// Remembers which plan this tab works on, and with it this browser.
pub(in crate::ui::shell) async fn remember(plan: String) {
    storage::write_of_tab(OF_TAB, &plan);
    let decide = move |found: Vec<Record>| {
        let number = found.into_iter().next().and_then(|(_, texts)| texts?.into_iter().next());
        vec![(Store::State, LAST.to_owned(), Some(vec![number.unwrap_or_default(), plan]))]
    };
    // Where this is refused, so is everything else, and that is said.
    let asked = Asked::Of(vec![(Store::State, LAST.to_owned())]);
    database::exchange(asked, Box::new(decide)).await.ok();
}

/// Every plan by key, the one that was kept last first; without a head where that cannot be read.
pub(in crate::ui::shell) async fn list() -> Result<Vec<Row>, Failure> {
    let heads = look_up(Asked::All(Store::Heads)).await?;
    let mut all: Vec<Row> =
        heads.into_iter().map(|(key, texts)| (key, texts.and_then(|texts| Head::read(&texts)))).collect();
    order::sort_by_key(&mut all, |(_, head)| {
        std::cmp::Reverse(head.as_ref().map_or(0, |head| head.stamp.number))
    });
    Ok(all)
}

/// Removes a plan and gives back what was kept of it, so that it can be put back.
pub(in crate::ui::shell) async fn remove(plan: &str) -> Result<Vec<Change>, Failure> {
    let asked = vec![(Store::Heads, plan.to_owned()), (Store::Bodies, plan.to_owned())];
    let back: Rc<Cell<Vec<Change>>> = Rc::default();
    let (told, named) = (Rc::clone(&back), asked.clone());
    let decide = move |found: Vec<Record>| {
        let held = named.iter().cloned().zip(found);
        told.set(held.map(|((store, key), (_, texts))| (store, key, texts)).collect());
        named.into_iter().map(|(store, key)| (store, key, None)).collect()
    };
    database::exchange(Asked::Of(asked), Box::new(decide)).await?;
    storage::remove(&key_of_drafts(plan));
    Ok(back.take())
}

/// Puts back what was removed.
pub(in crate::ui::shell) async fn put_back(held: Vec<Change>) -> Result<(), Failure> {
    database::exchange(Asked::Of(Vec::new()), Box::new(move |_| held)).await
}

/// How a plan looks in the list, with the verdicts that are known of it.
pub(in crate::ui::shell) fn look(document: &Document, overview: &Overview) -> Look {
    let verdict = overview.connections.iter().map(|judged| judged.verdict).max();
    Look { title: document.title.clone(), verdict, picture: picture(document) }
}

// ---- what is written down at once --------------------------------------------------------------------------------

/// Writes a version down for the next start.
pub(in crate::ui::shell) fn write_down(writer: &str, outgoing: &Outgoing) -> bool {
    let Outgoing { plan, base, body, .. } = outgoing.clone();
    let body = Body { history: String::new(), ..body };
    let key = journal_key(writer, &plan);
    storage::write(&key, &Journal { plan, base, body }.text()).is_ok()
}

/// Tells the other tabs that a version of a plan was kept.
pub(in crate::ui::shell) fn tell(plan: &str, number: u64) {
    // Tabs that hear nothing find out when they keep something themselves.
    storage::write(NEWS, &format!("{plan} {number}")).ok();
}

/// Tells the other tabs that a plan was deleted.
pub(in crate::ui::shell) fn tell_deleted(plan: &str) {
    storage::write(NEWS, &format!("{plan} {DELETED}")).ok();
}

/// Whether the last that was told is that this plan was deleted.
pub(in crate::ui::shell) fn is_deleted(plan: &str) -> bool {
    storage::read(NEWS).is_some_and(|news| news == format!("{plan} {DELETED}"))
}

/// The key of the plan of which a version was told last.
pub(in crate::ui::shell) fn told() -> Option<String> {
    Some(storage::read(NEWS)?.split(' ').next()?.to_owned())
}

/// Forgets what was written down of a plan.
pub(in crate::ui::shell) fn strike_out(writer: &str, plan: &str) {
    storage::remove(&journal_key(writer, plan));
}

/// Everything that was written down, by key.
pub(in crate::ui::shell) fn journals() -> Vec<(String, Journal)> {
    let read = |key: String| {
        let journal = Journal::read(&storage::read(&key)?)?;
        Some((key, journal))
    };
    storage::keys(JOURNAL).into_iter().filter_map(read).collect()
}

fn journal_key(writer: &str, plan: &str) -> String {
    format!("{JOURNAL}{plan}.{writer}")
}
