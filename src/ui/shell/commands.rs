//! What each command does, and when it can be done.

use leptos::prelude::*;

use crate::i18n;
use crate::session::{Command, Export, Selection};
use crate::ui::exchange::{export, picture as pictures};
use crate::ui::platform::page;
use crate::ui::shell::frame::{Side, switch_language, switch_theme};
use crate::ui::shell::{Dialog, Frame, Icon, View, files, icon, plans};
use crate::ui::workbench::{Ask, Workbench};

/// Whether a command can be given now; tracked.
pub fn enabled(workbench: Workbench, command: Command) -> bool {
    let edits = !workbench.read_only.get();
    let some = || !workbench.selection.with(Selection::is_empty);
    let one = || workbench.selection.with(|selection| selection.len() == 1);
    match command {
        Command::New | Command::Plans | Command::Open | Command::Import => edits,
        Command::Search | Command::Outline | Command::Language | Command::Theme | Command::Keys => true,
        Command::Undo => workbench.can_undo.get().is_some(),
        Command::Redo => workbench.can_redo.get().is_some(),
        Command::Rename | Command::Connect => edits && one(),
        Command::Add => edits && workbench.started.get(),
        Command::MoveInto => edits && some(),
        Command::Align(alignment) => {
            edits && workbench.selection.with(|selection| selection.len() >= alignment.least())
        }
        Command::Result => workbench.result.with(Option::is_some),
        Command::Dissolve => edits && one() && workbench.dissolvable(),
        Command::Duplicate | Command::Delete => edits && some(),
        Command::FitSelection | Command::Fields => some(),
        Command::Tidy => edits && workbench.started.get(),
        Command::TidyPlace => edits && one() && workbench.dissolvable(),
        Command::TidyAround => edits && some(),
        Command::Inwards => one() && workbench.dissolvable(),
        Command::Outwards => one(),
        Command::Save
        | Command::CopyPlan
        | Command::Share
        | Command::Export(_)
        | Command::Picture
        | Command::Compare
        | Command::Print
        | Command::Minimap
        | Command::Wheel
        | Command::SelectAll
        | Command::Fit
        | Command::ActualSize
        | Command::ZoomIn
        | Command::ZoomOut => workbench.started.get(),
    }
}

/// Does it.
pub fn run(workbench: Workbench, frame: Frame, command: Command) {
    let first = || workbench.selection.with_untracked(|selection| selection.first().cloned());
    match command {
        Command::New => plans::start_blank(workbench),
        Command::Plans => frame.dialog.set(Some(Dialog::Plans)),
        Command::Open => frame.choose_file.update(|count| *count += 1),
        Command::Save => files::save(workbench),
        Command::CopyPlan => files::copy(workbench),
        Command::Share => frame.dialog.set(Some(Dialog::Share)),
        Command::Import => frame.dialog.set(Some(Dialog::Import(std::sync::Arc::default()))),
        Command::Export(Export::Png) => pictures::save_usual_png(workbench),
        Command::Export(form) => export::save(workbench, form),
        Command::Picture => frame.dialog.set(Some(Dialog::Picture)),
        Command::Compare => frame.dialog.set(Some(Dialog::Compare)),
        Command::Print => page::print(),
        Command::Undo => workbench.undo(),
        Command::Redo => workbench.redo(),
        Command::Add => frame.dialog.set(Some(Dialog::Add(first()))),
        Command::Rename => {
            frame.show_plan();
            workbench.renaming.set(first());
        }
        Command::MoveInto => frame.dialog.set(Some(Dialog::MoveInto)),
        Command::Fields => {
            frame.view.set(View::Result);
            request_animation_frame(|| page::focus("[data-panel=\"inspector\"] [data-field]"));
        }
        Command::Result => {
            frame.view.set(View::Result);
            request_animation_frame(|| page::focus("[data-panel=\"verdict\"] h2"));
        }
        Command::Connect => {
            if let Some(from) = first() {
                frame.dialog.set(Some(Dialog::Connect(from)));
            }
        }
        Command::Dissolve => workbench.dissolve_selection(),
        Command::Delete => workbench.delete_selection(),
        Command::Duplicate
        | Command::SelectAll
        | Command::Align(_)
        | Command::Fit
        | Command::FitSelection
        | Command::ActualSize
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::Tidy
        | Command::TidyPlace
        | Command::TidyAround
        | Command::Minimap
        | Command::Wheel
        | Command::Inwards
        | Command::Outwards => workbench.ask(Ask::Command(command)),
        Command::Search => frame.dialog.set(Some(Dialog::Search)),
        Command::Outline => {
            frame.side.set(Side::Outline);
            frame.side_open.set(true);
            frame.view.set(View::Palette);
            // Once it is there, the keys go on in it.
            request_animation_frame(|| page::focus("[data-panel=\"outline\"] [tabindex=\"0\"]"));
        }
        Command::Language => switch_language(workbench),
        Command::Theme => switch_theme(workbench),
        Command::Keys => frame.dialog.set(Some(Dialog::Keys)),
    }
}

/// A button that shows the picture of a command and gives it.
pub fn button(workbench: Workbench, frame: Frame, command: Command) -> AnyView {
    let label = move || i18n::command(command, workbench.language.get());
    view! {
        <button type="button" class="button button--plain button--icon" data-command=command.key() aria-label=label
            title=label disabled=move || !enabled(workbench, command)
            on:click=move |_| run(workbench, frame, command)>
            {icon(picture(command))}
        </button>
    }
    .into_any()
}

/// The picture of a command.
pub fn picture(command: Command) -> Icon {
    match command {
        Command::New | Command::Add => Icon::Plus,
        Command::Open | Command::Plans => Icon::Open,
        Command::Import => Icon::Into,
        Command::Save | Command::Export(_) => Icon::Save,
        Command::Share => Icon::Link,
        Command::Undo => Icon::Undo,
        Command::Redo => Icon::Redo,
        Command::Duplicate | Command::CopyPlan => Icon::Copy,
        Command::Delete => Icon::Bin,
        Command::Rename => Icon::Pencil,
        Command::Connect => Icon::Link,
        Command::MoveInto => Icon::Into,
        Command::Align(alignment) => Icon::Align(alignment),
        Command::Result => Icon::Tick,
        Command::Fields => Icon::Pencil,
        Command::Theme => Icon::Theme,
        Command::Keys => Icon::More,
        Command::Search
        | Command::Fit
        | Command::FitSelection
        | Command::ActualSize
        | Command::ZoomIn
        | Command::ZoomOut => Icon::Search,
        Command::Picture
        | Command::Compare
        | Command::Dissolve
        | Command::SelectAll
        | Command::Tidy
        | Command::TidyPlace
        | Command::TidyAround
        | Command::Minimap
        | Command::Wheel
        | Command::Inwards
        | Command::Outwards
        | Command::Outline
        | Command::Language
        | Command::Print => Icon::Sheet,
    }
}
