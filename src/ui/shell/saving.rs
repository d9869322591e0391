//! Keeps the plan in this browser: within a third of a second after an edit and when the page is left, and sees to it
//! that two tabs with the same plan never take each other's place. A sample or a shared plan is only looked at until its
//! first edit, which makes the plan the reader's own and takes it out of the address.

use std::time::Duration;

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use crate::library::{Body, Stamp};
use crate::samples::Sample;
use crate::topology::Document;
use crate::ui::platform::database::Failure;
use crate::ui::platform::{address, page, window};
use crate::ui::shell::plans::store::{self, Found, Outcome, Outgoing};
use crate::ui::shell::{Dialog, Frame, broken};
use crate::ui::workbench::{Origin, Saved, Ticks, Version, Workbench};

/// The longest time that an edit is not kept yet.
const PAUSE: Duration = Duration::from_millis(300);

/// Keeps the plan from now on, with the ticks of its steps and its history.
pub fn keep(workbench: Workbench, frame: Frame) {
    Effect::new(move |_| {
        let document = workbench.document();
        workbench.prune_drafts(&document.topology);
        workbench.ticks.track();
        workbench.origin.track();
        workbench.started.track();
        workbench.read_only.track();
        if !is_own(workbench) {
            broken::forget();
            return;
        }
        broken::remember(&document);
        make_own(workbench);
        if !is_kept(workbench) {
            schedule(workbench);
        } else if workbench.saved.get_untracked() == Saved::Nothing {
            workbench.saved.set(Saved::At(kept_at(workbench)));
        }
    });
    // Where the address says what is looked at, and which plan a reload brings back.
    Effect::new(move |_| {
        let origin = workbench.origin.get();
        if workbench.started.get() {
            address::set(&origin.fragment, &origin.plan);
        }
        if !origin.plan.is_empty() {
            spawn_local(store::remember(origin.plan));
        }
    });
    // Opening a dialog is an effect in the plain sense.
    Effect::new(move |_| match workbench.saved.get() {
        Saved::Apart => frame.dialog.set(Some(Dialog::Conflict)),
        Saved::Deleted => frame.dialog.set(Some(Dialog::Deleted)),
        _ => {}
    });
    let leave = move || {
        if is_own(workbench) {
            make_own(workbench);
        }
        if let Some(outgoing) = outgoing(workbench) {
            store::write_down(&writer(workbench), &outgoing);
            flush(workbench);
        }
    };
    window::listen("pagehide", move |_: ev::Event| {
        page::blur();
        leave();
    });
    window::listen(
        "visibilitychange",
        move |_: ev::Event| {
            if page::is_hidden() { leave() } else { look_again(workbench) }
        },
    );
    window::listen("storage", move |event: ev::StorageEvent| {
        if event.key().as_deref() == Some(store::NEWS) {
            look_again(workbench);
        }
    });
}

/// The sample that the address names.
pub fn named_sample() -> Option<&'static Sample> {
    address::fragment().strip_prefix("sample=").and_then(Sample::find)
}

/// Knows a version that was read or kept.
pub(super) fn know(workbench: Workbench, plan: &str, stamp: Option<Stamp>, document: Document, ticks: Ticks) {
    let version = Version { plan: plan.to_owned(), stamp, document, ticks, at: String::new() };
    workbench.keeping.update_value(|keeping| keeping.know(version));
}

/// The word for this run of the page.
pub(super) fn writer(workbench: Workbench) -> String {
    workbench.keeping.with_value(|keeping| keeping.writer.clone())
}

/// Sends the plan at hand on its way before another one takes its place.
pub(super) fn part(workbench: Workbench) {
    if let Some((outgoing, version)) = pending(workbench) {
        store::write_down(&writer(workbench), &outgoing);
        spawn_local(async move {
            let outcome = store::keep(&writer(workbench), &outgoing).await;
            settle(workbench, version, &outgoing, outcome);
        });
    }
}

/// Keeps the plan at hand now, where it is not kept yet.
pub(super) fn flush(workbench: Workbench) {
    let (busy, timer) = workbench
        .keeping
        .try_update_value(|keeping| (keeping.busy, keeping.timer.take()))
        .unwrap_or_default();
    if let Some(timer) = timer {
        timer.clear();
    }
    if busy {
        return;
    }
    let Some((outgoing, version)) = pending(workbench) else { return };
    // Until it is decided which version stays, mine is written down.
    if workbench.saved.get_untracked() == Saved::Apart {
        store::write_down(&writer(workbench), &outgoing);
        return;
    }
    workbench.keeping.update_value(|keeping| keeping.busy = true);
    spawn_local(async move {
        let outcome = store::keep(&writer(workbench), &outgoing).await;
        workbench.keeping.update_value(|keeping| keeping.busy = false);
        let done = matches!(outcome, Outcome::Kept(_));
        settle(workbench, version, &outgoing, outcome);
        // What was edited meanwhile; after a failure the next edit tries again.
        if done && !is_kept(workbench) {
            schedule(workbench);
        }
    });
}

/// Whether there is a plan to be kept: neither nothing at all nor something that is only looked at.
fn is_own(workbench: Workbench) -> bool {
    let document = workbench.document_untracked();
    let is_plan = workbench.origin.with_untracked(|origin| {
        let is_nothing = origin.plan.is_empty() && document == Document::default();
        !is_nothing && !origin.is_untouched(&document)
    });
    is_plan && workbench.started.get_untracked() && !workbench.read_only.get_untracked()
}

/// The first edit gives a plan its key and takes what was looked at out of the address.
fn make_own(workbench: Workbench) {
    if workbench.origin.with_untracked(|origin| origin.plan.is_empty()) {
        workbench.go_on_as(Origin { plan: page::fresh_word(), ..Origin::own() });
    }
}

fn is_kept(workbench: Workbench) -> bool {
    let (document, ticks) = (workbench.document_untracked(), workbench.ticks.get_untracked());
    workbench.origin.with_untracked(|origin| {
        origin.plan.is_empty()
            || workbench.keeping.with_value(|keeping| keeping.holds(&origin.plan, &document, &ticks))
    })
}

/// When the plan at hand was kept.
fn kept_at(workbench: Workbench) -> String {
    let plan = workbench.origin.with_untracked(|origin| origin.plan.clone());
    workbench
        .keeping
        .with_value(|keeping| keeping.version(&plan).map(|held| held.at.clone()))
        .unwrap_or_default()
}

fn schedule(workbench: Workbench) {
    if workbench.keeping.with_value(|keeping| keeping.timer.is_some()) {
        return;
    }
    let timer = set_timeout_with_handle(move || flush(workbench), PAUSE).ok();
    workbench.keeping.update_value(|keeping| keeping.timer = timer);
}

/// What is not kept yet of the plan at hand.
fn outgoing(workbench: Workbench) -> Option<Outgoing> {
    Some(pending(workbench)?.0)
}

fn pending(workbench: Workbench) -> Option<(Outgoing, Version)> {
    // What another tab has deleted comes back only when the reader says so.
    let deleted = workbench.saved.get_untracked() == Saved::Deleted;
    if deleted || !is_own(workbench) || is_kept(workbench) {
        return None;
    }
    let plan = workbench.origin.with_untracked(|origin| origin.plan.clone());
    let (document, ticks) = (workbench.document_untracked(), workbench.ticks.get_untracked());
    let base = workbench.keeping.with_value(|keeping| keeping.version(&plan)?.stamp.clone());
    let (text, history) = workbench.kept();
    let body = Body {
        document: text.to_string(),
        history,
        ticks: ticks.iter().map(String::as_str).collect::<Vec<_>>().join("\n"),
    };
    let look = workbench.overview.with_untracked(|overview| store::look(&document, overview));
    let version =
        Version { plan: plan.clone(), stamp: base.clone(), document, ticks, at: page::time_of_day() };
    Some((Outgoing { plan, base, body, look }, version))
}

/// What became of a version.
fn settle(workbench: Workbench, version: Version, outgoing: &Outgoing, outcome: Outcome) {
    let here = workbench.origin.with_untracked(|origin| origin.plan == version.plan);
    let writer = writer(workbench);
    let kept = |stamp: Option<Stamp>| {
        here.then(|| workbench.saved.set(Saved::At(version.at.clone())));
        workbench.keeping.update_value(|keeping| keeping.know(Version { stamp, ..version }));
    };
    match outcome {
        Outcome::Kept(stamp) => {
            store::strike_out(&writer, &outgoing.plan);
            store::tell(&outgoing.plan, stamp.number);
            kept(Some(stamp));
        }
        // A plan that is no longer at hand stays written down: the next start makes a copy of it.
        Outcome::Apart => {
            store::write_down(&writer, outgoing);
            here.then(|| workbench.saved.set(Saved::Apart));
        }
        Outcome::Failed(failure) => {
            let written = store::write_down(&writer, outgoing);
            if failure == Failure::Full {
                here.then(|| workbench.saved.set(Saved::Full));
            } else if written {
                store::tell(&outgoing.plan, 0);
                kept(outgoing.base.clone());
            } else {
                here.then(|| workbench.saved.set(Saved::Refused));
            }
        }
    }
}

/// Follows another tab that has kept a newer version of the plan at hand, unless there are edits of its own: then keeping
/// them finds that the two versions stand apart.
fn look_again(workbench: Workbench) {
    let plan = workbench.origin.with_untracked(|origin| origin.plan.clone());
    if plan.is_empty() || workbench.saved.get_untracked() == Saved::Apart {
        return;
    }
    if store::is_deleted(&plan) {
        workbench.saved.set(Saved::Deleted);
        return;
    }
    if !is_kept(workbench) {
        flush(workbench);
        return;
    }
    spawn_local(async move {
        let Ok(Found::Plan(loaded)) = store::load(&plan).await else { return };
        let known = workbench.keeping.with_value(|keeping| keeping.version(&plan)?.stamp.clone());
        let here = workbench.origin.with_untracked(|origin| origin.plan == plan);
        if here && is_kept(workbench) && loaded.stamp != known {
            let (session, ticks) = (loaded.session(), loaded.ticks());
            know(workbench, &plan, loaded.stamp.clone(), loaded.document.clone(), ticks.clone());
            workbench.follow_version(session, ticks);
            workbench.saved.set(Saved::At(page::time_of_day()));
            workbench.announce(super::plans::words(workbench).followed);
        }
    });
}
