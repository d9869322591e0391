//! Opening what takes longer than one can overlook: it is said first, and done once that can be seen.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::chrome::Shell;
use crate::topology::Document;
use crate::ui::workbench::{Offer, Toast, Workbench};

/// A text of so many bytes opens within a moment: a plan of some hundred elements as a file, and of fewer as a link.
pub(super) const SHORT_FILE: usize = 32 * 1024;
/// The same for a link, in characters.
pub(super) const SHORT_LINK: usize = 2_000;
/// Elements that are drawn within a moment.
const FEW: usize = 300;

/// Opens a plan, after saying so where it has many elements.
pub(in crate::ui) fn open_plan(workbench: Workbench, plan: &Document, work: impl FnOnce() + 'static) {
    open(workbench, plan.topology.nodes.len() > FEW, work);
}

/// Opens what is long after saying so, and anything else at once.
pub(super) fn open(workbench: Workbench, is_long: bool, work: impl FnOnce() + 'static) {
    if !is_long {
        return work();
    }
    let text = Shell::of(workbench.language.get_untracked()).opening.to_owned();
    let told = Toast { text, offer: Offer::Nothing };
    workbench.toast.set(Some(told.clone()));
    // A picture is drawn after the callbacks of its frame, and what waits for no time comes after the picture.
    request_animation_frame(move || {
        set_timeout(
            move || {
                if workbench.toast.with_untracked(|toast| toast.as_ref() == Some(&told)) {
                    workbench.toast.set(None);
                }
                work();
            },
            Duration::ZERO,
        );
    });
}
