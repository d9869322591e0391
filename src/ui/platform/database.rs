//! The browser's database: lists of texts by key, in stores by name. Every turn opens it anew and closes it again, so
//! that clearing it under the page or in another tab leaves nothing broken behind.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Transaction, TransactionMode,
    TransactionResult,
};
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::window;

const NAME: &str = "reachplan";
const VERSION: u32 = 1;
/// How long the browser may take for one turn, in milliseconds, before it counts as one without a database.
const PATIENCE: i32 = 4000;

/// The stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// What the list of plans shows.
    Heads,
    /// Everything else of each plan.
    Bodies,
    /// What was done last.
    State,
}

/// Why nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no room.
    Full,
    /// There is no database, or it does not answer.
    Absent,
}

/// What is to be read.
#[derive(Clone, Debug)]
pub enum Asked {
    /// These records.
    Of(Vec<(Store, String)>),
    /// Every record of a store, in order of key.
    All(Store),
}

/// A record: its key, and its texts; `None` where it is absent or something else.
pub type Record = (String, Option<Vec<String>>);

/// A change of one record; without texts it is removed.
pub type Change = (Store, String, Option<Vec<String>>);

/// Decides on changes, knowing the records that were asked for in their order.
pub type Decide = Box<dyn FnOnce(Vec<Record>) -> Vec<Change>>;

impl Store {
    const ALL: [Self; 3] = [Self::Heads, Self::Bodies, Self::State];

    fn name(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Bodies => "bodies",
            Self::State => "state",
        }
    }
}

/// Reads some records and changes others in one turn, so that no other tab comes between.
///
/// # Errors
/// When there is no database or no room; nothing has changed then.
pub async fn exchange(asked: Asked, decide: Decide) -> Result<(), Failure> {
    let (mut turn, mut end) = (pin!(turn(asked, decide)), pin!(window::sleep(PATIENCE)));
    let done = poll_fn(|context| match turn.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    });
    match done.await {
        Some(done) => done.map_err(|error| failure(&error)),
        // A browser that never answers is one without a database.
        None => Err(Failure::Absent),
    }
}

async fn turn(asked: Asked, decide: Decide) -> Result<(), Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in Store::ALL {
                // Refused only where the store is there already.
                drop(database.create_object_store(store.name(), ObjectStoreParams::new()));
            }
        }
    });
    let database = request.await?;
    let done = change(&database, asked, decide).await;
    database.close();
    done
}

async fn change(database: &Database, asked: Asked, decide: Decide) -> Result<(), Error> {
    let transaction = database.transaction(&Store::ALL.map(Store::name), TransactionMode::ReadWrite)?;
    let asked = match asked {
        Asked::Of(asked) => asked,
        Asked::All(store) => {
            let keys = transaction.object_store(store.name())?.get_all_keys(None, None)?.await?;
            keys.into_iter().filter_map(|key| Some((store, key.as_string()?))).collect()
        }
    };
    let mut found = Vec::new();
    for (store, key) in asked {
        let value = transaction.object_store(store.name())?.get(JsValue::from_str(&key))?.await?;
        found.push((key, value.as_ref().and_then(texts)));
    }
    apply(transaction, decide(found)).await
}

async fn apply(transaction: Transaction, changes: Vec<Change>) -> Result<(), Error> {
    for (store, key, value) in changes {
        let (held, key) = (transaction.object_store(store.name())?, JsValue::from_str(&key));
        // Their answers are part of the transaction's.
        match value {
            Some(texts) => {
                let value: js_sys::Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
                drop(held.put(&value, Some(&key))?);
            }
            None => drop(held.delete(key)?),
        }
    }
    match transaction.await? {
        TransactionResult::Committed => Ok(()),
        // A transaction that fails only in the end had no room.
        TransactionResult::Aborted => Err(Error::TransactionAbortError(JsValue::NULL)),
    }
}

fn texts(value: &JsValue) -> Option<Vec<String>> {
    value.dyn_ref::<js_sys::Array>()?.iter().map(|one| one.as_string()).collect()
}

fn failure(error: &Error) -> Failure {
    let named = |exception: &web_sys::DomException| exception.name() == "QuotaExceededError";
    let full = match error {
        Error::DomException(exception) => named(exception),
        Error::UpdateFailed(value) => value.dyn_ref().is_some_and(named),
        Error::TransactionAbortError(_) => true,
        _ => false,
    };
    if full { Failure::Full } else { Failure::Absent }
}
