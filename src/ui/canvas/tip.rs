//! The whole of a name and its detail, as the browser's own tip: written into an element when the pointer first comes over
//! it, because thousands that nobody asked for would have to be read before anything is seen.

use leptos::prelude::*;

use crate::ui::canvas::grip::{id_of, target};
use crate::ui::canvas::label;
use crate::ui::canvas::stage::Stage;

/// Puts the tip into what the pointer came over.
pub(super) fn put(stage: Stage, event: &web_sys::Event) {
    let Some(element) = target(event, ".card, .place, .hub") else { return };
    if element.last_element_child().is_some_and(|last| last.tag_name() == "title") {
        return;
    }
    let language = stage.workbench.language.get_untracked();
    let label = stage.workbench.topology.with_untracked(|topology| {
        let id = id_of(&element)?;
        let node = topology.node(&id).map(|node| label::of_node(&id, node, language));
        node.or_else(|| Some(label::of_connection(topology.connections.get(&id)?, language)))
    });
    // A place of the markup that does not exist is all that could be refused.
    if let Some(label) = label
        && element.insert_adjacent_html("beforeend", "<title></title>").is_ok()
        && let Some(title) = element.last_element_child()
    {
        title.set_text_content(Some(&label.whole()));
    }
}
