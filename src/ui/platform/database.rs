//! The browser's database: lists of texts by key, in stores by name. Every turn opens it anew and closes it again, so
//! that clearing it under the page or in another tab leaves nothing broken behind.

use std::future::{Future, IntoFuture, poll_fn};
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

/// A record: its key, and its texts; `None` where it is something else.
pub type Record = (String, Option<Vec<String>>);

/// A change of one record; without texts it is removed.
pub type Change = (Store, String, Option<Vec<String>>);

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

/// Every record of a store, in order of key.
///
/// # Errors
/// When there is no database.
pub async fn all(store: Store) -> Result<Vec<Record>, Failure> {
    within(async move {
        let database = open().await?;
        let found = list(&database, store).await;
        database.close();
        found
    })
    .await
}

async fn list(database: &Database, store: Store) -> Result<Vec<Record>, Error> {
    let transaction = database.transaction(&[store.name()], TransactionMode::ReadOnly)?;
    let held = transaction.object_store(store.name())?;
    let (keys, values) = (held.get_all_keys(None, None)?, held.get_all(None, None)?);
    // Both are under way before the first is waited for.
    let (keys, values) = (keys.into_future(), values.into_future());
    let named = keys.await?.into_iter().zip(values.await?);
    Ok(named.filter_map(|(key, value)| Some((key.as_string()?, texts(&value)))).collect())
}

/// Decides on changes, knowing the texts that were asked for in their order; a record that is absent and one that is
/// something else look the same.
pub type Decide = Box<dyn FnOnce(Vec<Option<Vec<String>>>) -> Vec<Change>>;

/// Reads some records and changes others in one turn, so that no other tab comes between.
///
/// # Errors
/// When there is no database or no room; nothing has changed then.
pub async fn exchange(asked: Vec<(Store, String)>, decide: Decide) -> Result<(), Failure> {
    within(async move {
        let database = open().await?;
        let done = change(&database, asked, decide).await;
        database.close();
        done
    })
    .await
}

async fn change(database: &Database, asked: Vec<(Store, String)>, decide: Decide) -> Result<(), Error> {
    let transaction = database.transaction(&Store::ALL.map(Store::name), TransactionMode::ReadWrite)?;
    let mut found = Vec::new();
    for (store, key) in asked {
        let value = transaction.object_store(store.name())?.get(JsValue::from_str(&key))?.await?;
        found.push(value.as_ref().and_then(texts));
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

async fn open() -> Result<Database, Error> {
    let database = request().await?;
    if database.store_names().len() == Store::ALL.len() {
        return Ok(database);
    }
    // Something else has made a database of this name: nothing of ours is in it.
    database.close();
    Factory::new()?.delete(NAME)?.await?;
    request().await
}

async fn request() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in Store::ALL {
                // Refused only where the store is there already.
                drop(database.create_object_store(store.name(), ObjectStoreParams::new()));
            }
        }
    });
    request.await
}

fn texts(value: &JsValue) -> Option<Vec<String>> {
    value.dyn_ref::<js_sys::Array>()?.iter().map(|one| one.as_string()).collect()
}

/// A browser that never answers is one without a database.
async fn within<T>(turn: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
    let (mut turn, mut end) = (pin!(turn), pin!(window::sleep(PATIENCE)));
    let done = poll_fn(|context| match turn.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    });
    match done.await {
        Some(Ok(value)) => Ok(value),
        Some(Err(error)) => Err(failure(&error)),
        None => Err(Failure::Absent),
    }
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
