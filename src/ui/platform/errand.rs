//! Errands: jobs that the page's second program does in a thread of its own. It is loaded when something is asked of it,
//! and gone when it has answered or nobody waits for the answer any more.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::platform::Refused;
use crate::ui::platform::site::Json;

/// Where the build puts the second program, seen from the page.
const PROGRAM: &str = "./exchange_worker.js";

thread_local! {
    static RUNNING: RefCell<BTreeMap<u32, Running>> = const { RefCell::new(BTreeMap::new()) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// The number of a job that is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Errand(u32);

/// A thread at work; dropping it ends the thread and the wait.
struct Running {
    worker: web_sys::Worker,
    _heard: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Sends for a job and hands over what comes back.
pub fn send(job: &Json, then: impl FnOnce(Result<Json, Refused>) + 'static) -> Errand {
    send_watched(job, Box::new(|_| ()), then)
}

/// The same, told now and then how many hundredths are done.
pub fn send_watched(
    job: &Json,
    watch: Box<dyn Fn(f64)>,
    then: impl FnOnce(Result<Json, Refused>) + 'static,
) -> Errand {
    let number = COUNT.get().wrapping_add(1);
    COUNT.set(number);
    let then = Rc::new(RefCell::new(Some(then)));
    let finish = move |answer: Result<Json, Refused>| {
        // A listener must not be dropped while it runs.
        gloo::timers::callback::Timeout::new(0, move || cancel(Errand(number))).forget();
        if let Some(then) = then.take() {
            then(answer);
        }
    };
    match begin(job.to_text(), watch, finish.clone()) {
        Some(running) => {
            RUNNING.with_borrow_mut(|all| all.insert(number, running));
        }
        None => finish(Err(Refused)),
    }
    Errand(number)
}

/// Ends a job; nothing comes back of it.
pub fn cancel(Errand(number): Errand) {
    let ended = RUNNING.with_borrow_mut(|all| all.remove(&number));
    drop(ended);
}

fn begin(
    asked: String,
    watch: Box<dyn Fn(f64)>,
    finish: impl Fn(Result<Json, Refused>) + Clone + 'static,
) -> Option<Running> {
    let worker = web_sys::Worker::new(PROGRAM).ok()?;
    let (helper, failed, told) = (worker.clone(), finish.clone(), Cell::new(false));
    let asked = JsValue::from(asked);
    let heard = EventListener::new(&worker, "message", move |event| {
        // The first message only says that the program is there.
        let said = event.unchecked_ref::<web_sys::MessageEvent>().data();
        if let Some(hundredths) = said.as_f64() {
            watch(hundredths);
        } else if told.replace(true) {
            finish(said.as_string().and_then(|said| Json::parse(&said)).ok_or(Refused));
        } else {
            drop(helper.post_message(&asked));
        }
    });
    let broken = EventListener::new(&worker, "error", move |_| failed(Err(Refused)));
    Some(Running { worker, _heard: [heard, broken] })
}

/// Answers what is asked, and says on the way how many hundredths are done; for the second program.
pub fn serve(answer: fn(&str, &mut dyn FnMut(u8)) -> String) {
    let here: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let scope = here.clone();
    EventListener::new(&here, "message", move |event| {
        let asked = event.unchecked_ref::<web_sys::MessageEvent>().data().as_string();
        let mut tell = |hundredths: u8| drop(scope.post_message(&hundredths.into()));
        let said = answer(&asked.unwrap_or_default(), &mut tell);
        drop(scope.post_message(&said.into()));
    })
    .forget();
    drop(here.post_message(&JsValue::NULL));
}
