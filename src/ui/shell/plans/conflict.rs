//! What is said when another tab has kept another version of the plan at hand: both can be had.

use leptos::task::spawn_local;
use leptos::{ev, prelude::*};

use crate::topology::Edit;
use crate::ui::platform::page;
use crate::ui::shell::plans::first::named_copy;
use crate::ui::shell::plans::store::{self, Found};
use crate::ui::shell::plans::words;
use crate::ui::shell::{Frame, saving};
use crate::ui::workbench::{Origin, Saved, Workbench};

/// The choice.
pub(in crate::ui::shell) fn conflict(workbench: Workbench, frame: Frame) -> AnyView {
    // The words change with the language while the dialog is open.
    workbench.language.track();
    let words = words(workbench);
    let copy = move |_| {
        frame.close();
        keep_copy(workbench);
    };
    let take = move |_| {
        frame.close();
        take_theirs(workbench);
    };
    view! {
        <p>{words.conflict_text}</p>
        {ways(("keep-copy", words.keep_copy), copy, ("take-theirs", words.take_theirs), take)}
        <p class="quiet">{words.take_theirs_hint}</p>
    }
    .into_any()
}

/// What is said when another tab has deleted the plan at hand: it comes back only as the reader says.
pub(in crate::ui::shell) fn deleted(workbench: Workbench, frame: Frame) -> AnyView {
    workbench.language.track();
    let words = words(workbench);
    let keep = move |_| {
        frame.close();
        let before = workbench.origin.with_untracked(|origin| origin.plan.clone());
        store::strike_out(&saving::writer(workbench), &before);
        workbench.saved.set(Saved::Nothing);
        workbench.go_on_as(Origin { plan: page::fresh_word(), ..workbench.origin.get_untracked() });
        saving::flush(workbench);
    };
    let leave = move |_| {
        frame.close();
        workbench.put_away();
    };
    view! {
        <p>{words.deleted_text}</p>
        {ways(("keep-deleted", words.keep_deleted), keep, ("leave-deleted", words.leave_deleted), leave)}
    }
    .into_any()
}

/// Two ways to go on, the one that loses nothing first: each a command with its words.
fn ways(
    (first, says): (&'static str, &'static str),
    keep: impl Fn(ev::MouseEvent) + 'static,
    (second, or): (&'static str, &'static str),
    leave: impl Fn(ev::MouseEvent) + 'static,
) -> AnyView {
    view! {
        <div class="plans__ways">
            <button type="button" class="button button--primary" data-command=first on:click=keep>{says}</button>
            <button type="button" class="button" data-command=second on:click=leave>{or}</button>
        </div>
    }
    .into_any()
}

/// My version becomes a plan of its own; the other one stays in the list.
fn keep_copy(workbench: Workbench) {
    let document = workbench.document_untracked();
    let copy = named_copy(&document, &[], workbench.language.get_untracked());
    let before = workbench.origin.with_untracked(|origin| origin.plan.clone());
    store::strike_out(&saving::writer(workbench), &before);
    workbench.saved.set(Saved::Nothing);
    workbench.go_on_as(Origin { plan: page::fresh_word(), ..workbench.origin.get_untracked() });
    workbench.attempt(&Edit::SetTitle(copy.title));
    saving::flush(workbench);
}

/// The other version takes the place of mine, which undo brings back.
fn take_theirs(workbench: Workbench) {
    let plan = workbench.origin.with_untracked(|origin| origin.plan.clone());
    spawn_local(async move {
        let Ok(Found::Plan(loaded)) = store::load(&plan).await else {
            workbench.say(words(workbench).unreadable);
            return;
        };
        store::strike_out(&saving::writer(workbench), &plan);
        let ticks = loaded.ticks();
        saving::know(workbench, &plan, loaded.stamp, loaded.document.clone(), ticks.clone());
        workbench.saved.set(Saved::At(page::time_of_day()));
        workbench.catch_up(loaded.document, ticks);
    });
}
