//! Lines on the screen: attachments and bindings.

use leptos::prelude::*;

use crate::diagram::{path_data, route};
use crate::ui::canvas::each::Each;
use crate::ui::canvas::scene::{LineId, Scene};
use crate::ui::workbench::Workbench;

/// How a line looks: the `d` of its path, and the state of its attachment.
pub(super) type Lines = Each<LineId, (String, &'static str)>;

/// How every line looks.
pub(super) fn looks(workbench: Workbench, scene: Scene) -> Lines {
    let track = move || {
        workbench.topology.track();
        scene.arrangement.track();
    };
    Each::new(track, move |id: &LineId| {
        let (from, to) = id.ends();
        let (from, to) = scene.arrangement.with(|all| all.get(from).zip(all.get(to)))?;
        Some((path_data(&route(from, to)), workbench.topology.with(|t| id.state(t).key())))
    })
}

/// A line between two elements.
pub(super) fn line(lines: Lines, id: &LineId) -> impl IntoView + use<> {
    let look = lines.of(id);
    let state = look.clone();
    let (attachment, binding) = match id {
        LineId::Attachment { connection, network } => (Some(format!("{connection}/{network}")), None),
        LineId::Binding { group, vswitch } => (None, Some(format!("{group}/{vswitch}"))),
    };
    view! {
        <path
            class=if binding.is_some() { "line binding" } else { "line" }
            data-attachment=attachment
            data-binding=binding
            data-state=move || state.with(|look| look.as_ref().map(|look| look.1))
            d=move || look.with(|look| look.as_ref().map(|look| look.0.clone()))
        />
    }
}
