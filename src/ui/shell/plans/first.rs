//! What the page starts with: brings home what was written down when a page was left, takes over what an earlier
//! version of the page kept, and reads the plan that was worked on last.

// The page's own executor is not there yet.
use js_sys::futures::spawn_local;

use crate::analysis::Survey;
use crate::i18n::Language;
use crate::i18n::chrome::Shell;
use crate::library::{Body, Journal, Look, copy_name};
use crate::topology::Document;
use crate::ui::platform::database::Failure;
use crate::ui::platform::{address, page, storage};
use crate::ui::shell::named_sample;
use crate::ui::shell::opening::is_link;
use crate::ui::shell::plans::store::{self, Found, Loaded, Outcome, Outgoing};
use crate::wire;

/// Where earlier versions of the page kept their one plan and its ticks.
const OLD_PLAN: &str = "reachplan.plan";
const OLD_TICKS: &str = "reachplan.ticks";

/// What the page starts with.
#[derive(Debug, Default)]
pub struct First {
    /// The word for this run of the page.
    pub writer: String,
    /// The plan that was worked on last.
    pub(in crate::ui::shell) plan: Option<Box<Loaded>>,
    /// Whether a plan could not be read.
    pub unreadable: bool,
}

impl First {
    /// The document of the plan.
    pub fn document(&self) -> Option<Document> {
        self.plan.as_ref().map(|plan| plan.document.clone())
    }
}

/// What the page starts with. Where the address opens something, nobody waits for the plans.
pub async fn first(language: Language) -> First {
    let writer = page::fresh_word();
    if named_sample().is_some() || is_link(&address::fragment()) {
        let own = writer.clone();
        spawn_local(async move {
            // What cannot be brought home today stays written down.
            bring_home(&own, language).await.ok();
        });
        return First { writer, ..First::default() };
    }
    match kept(&writer, language).await {
        Ok((plan, unreadable)) => First { writer, plan, unreadable },
        Err(_) => First { plan: written_down(&writer).map(Box::new), writer, unreadable: false },
    }
}

/// The plan that was brought home, else that of this tab, else that of this browser, else the one that was kept last;
/// and whether one of them could not be read.
async fn kept(writer: &str, language: Language) -> Result<(Option<Box<Loaded>>, bool), Failure> {
    let brought = bring_home(writer, language).await?;
    let named = brought.or(store::last().await?);
    let mut unreadable = false;
    if let Some(plan) = named {
        match store::load(&plan).await? {
            Found::Plan(loaded) => return Ok((Some(loaded), false)),
            Found::Unreadable(_) => unreadable = true,
            Found::Nothing => {}
        }
    }
    for (plan, _) in store::list().await? {
        match store::load(&plan).await? {
            Found::Plan(loaded) => return Ok((Some(loaded), unreadable)),
            Found::Unreadable(_) => unreadable = true,
            Found::Nothing => {}
        }
    }
    Ok((None, unreadable))
}

/// Puts what was written down beside the plans that are kept. Gives the key of the plan that an earlier version kept.
async fn bring_home(writer: &str, language: Language) -> Result<Option<String>, Failure> {
    for (key, journal) in store::journals() {
        let Ok(document) = wire::read(&journal.body.document) else { continue };
        if let Outcome::Failed(failure) = bring(writer, language, journal, document).await {
            return Err(failure);
        }
        storage::remove(&key);
    }
    let Some(document) = storage::read(OLD_PLAN).and_then(|text| wire::read(&text).ok()) else {
        return Ok(None);
    };
    let ticks = storage::read(OLD_TICKS).unwrap_or_default();
    let plan = page::fresh_word();
    let body = Body { document: wire::write(&document), ticks, history: String::new() };
    match store::keep(writer, &outgoing(plan.clone(), body, &document)).await {
        Outcome::Failed(failure) => Err(failure),
        Outcome::Kept(_) | Outcome::Apart => {
            storage::remove(OLD_PLAN);
            storage::remove(OLD_TICKS);
            Ok(Some(plan))
        }
    }
}

/// Keeps what was written down of a plan: as its next version, or as a copy where another one was kept since.
async fn bring(writer: &str, language: Language, journal: Journal, document: Document) -> Outcome {
    let Journal { plan, base, mut body } = journal;
    let kept = match store::load(&plan).await {
        Ok(Found::Plan(kept)) => Some(kept),
        Ok(_) => None,
        Err(failure) => return Outcome::Failed(failure),
    };
    if let Some(kept) = &kept {
        let mut session = kept.session();
        session.catch_up(document.clone());
        body.history = session.kept().1;
    }
    let next = Outgoing { base, ..outgoing(plan, body.clone(), &document) };
    match store::keep(writer, &next).await {
        Outcome::Apart => {
            let copy = named_copy(&document, &[], language);
            let body = Body { document: wire::write(&copy), history: String::new(), ..body };
            store::keep(writer, &outgoing(page::fresh_word(), body, &copy)).await
        }
        outcome => outcome,
    }
}

/// A copy of a document under a name of its own.
pub(in crate::ui::shell) fn named_copy(
    document: &Document,
    taken: &[String],
    language: Language,
) -> Document {
    let title = if document.title.is_empty() { Shell::of(language).untitled } else { &document.title };
    Document { title: copy_name(title, taken), ..document.clone() }
}

/// A document that was never kept, on its way.
pub(in crate::ui::shell) fn outgoing(plan: String, body: Body, document: &Document) -> Outgoing {
    let survey = Survey::of(&document.topology);
    Outgoing { plan, base: None, body, look: store::look(document, survey.overview()) }
}

/// Without a database: what was written down of the plan that was worked on last, else what an earlier version kept.
fn written_down(writer: &str) -> Option<Loaded> {
    let mut journals = store::journals();
    let last = store::of_tab().or_else(store::told);
    let at = journals.iter().position(|(_, journal)| Some(&journal.plan) == last.as_ref());
    let chosen = at.map(|at| journals.swap_remove(at)).or_else(|| journals.pop());
    let (journal, key) = match chosen {
        Some((key, journal)) => (journal, key),
        None => {
            let ticks = storage::read(OLD_TICKS).unwrap_or_default();
            let body = Body { document: storage::read(OLD_PLAN)?, ticks, history: String::new() };
            (Journal { plan: page::fresh_word(), base: None, body }, OLD_PLAN.to_owned())
        }
    };
    let document = wire::read(&journal.body.document).ok()?;
    let Journal { plan, base, body } = journal;
    // From now on this run of the page writes it down.
    let own = Outgoing { plan: plan.clone(), base: base.clone(), body: body.clone(), look: Look::default() };
    if store::write_down(writer, &own) {
        storage::remove(&key);
    }
    Some(Loaded { plan, stamp: base, document, body })
}
