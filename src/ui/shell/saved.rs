//! Whether the plan is kept, in the top bar, and the way out where it is not.

use leptos::prelude::*;

use crate::i18n::chrome::{Plans, Shell};
use crate::rules::Severity;
use crate::ui::shell::{Dialog, Frame, Icon, files, icon};
use crate::ui::workbench::{Saved, Workbench};

/// The state of keeping.
pub(super) fn saved(workbench: Workbench, frame: Frame) -> AnyView {
    let shown = move || {
        let language = workbench.language.get();
        let (shell, plans) = (Shell::of(language), Plans::of(language));
        match workbench.saved.get() {
            Saved::Nothing => None,
            Saved::At(time) => Some(
                view! {
                    <span class="bar__saved" data-saved="yes" title=shell.saved_hint>{shell.saved_at} " " {time}</span>
                }
                .into_any(),
            ),
            Saved::Refused => {
                Some(refused(shell.not_saved, shell.not_saved_hint, plans.download, move || files::save(workbench)))
            }
            Saved::Full => Some(refused(plans.not_saved_full, shell.not_saved_hint, plans.download, move || {
                files::save(workbench);
            })),
            Saved::Deleted => {
                Some(refused(plans.not_saved_deleted, plans.deleted_text, plans.choose, move || {
                    frame.dialog.set(Some(Dialog::Deleted));
                }))
            }
            Saved::Apart => Some(refused(plans.not_saved_apart, plans.conflict_text, plans.choose, move || {
                frame.dialog.set(Some(Dialog::Conflict));
            })),
        }
    };
    shown.into_any()
}

fn refused(what: &'static str, hint: &'static str, offer: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! {
        <span class="bar__saved bar__saved--refused" data-saved="no" title=hint>
            {icon(Icon::Severity(Severity::Warning))} {what} <span class="visually-hidden">": "{hint}</span>
        </span>
        <button type="button" class="button button--small" data-command="rescue" on:click=move |_| act()>{offer}</button>
    }
    .into_any()
}
