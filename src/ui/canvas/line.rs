//! Lines on the screen: attachments and bindings.

use leptos::prelude::*;

use crate::diagram::{path_data, route};
use crate::ui::canvas::scene::{LineId, Scene};
use crate::ui::workbench::Workbench;

/// A line between two elements.
pub(super) fn line(workbench: Workbench, scene: Scene, id: &LineId) -> impl IntoView + use<> {
    let look = {
        let id = id.clone();
        Memo::new(move |_| {
            let (from, to) = id.ends();
            let ends = scene.arrangement.with(|all| all.get(from).zip(all.get(to)));
            let data = ends.map_or_else(String::new, |(from, to)| path_data(&route(from, to)));
            (data, workbench.topology.with(|t| id.state(t).key()))
        })
    };
    let (attachment, binding) = match id {
        LineId::Attachment { connection, network } => (Some(format!("{connection}/{network}")), None),
        LineId::Binding { group, vswitch } => (None, Some(format!("{group}/{vswitch}"))),
    };
    view! {
        <path
            class=if binding.is_some() { "line binding" } else { "line" }
            data-attachment=attachment
            data-binding=binding
            data-state=move || look.with(|look| look.1)
            d=move || look.with(|look| look.0.clone())
        />
    }
}
