//! The next free block, beside the fields of a place that needs one and on the finding that says so.

use leptos::prelude::*;

use crate::advice::{clashes, free_block, moved};
use crate::base::Id;
use crate::i18n::chrome::Advice;
use crate::topology::{Kind, KindName, Topology};
use crate::ui::panel::advice::button;
use crate::ui::workbench::Workbench;

/// The button in the inspector of a VPC or vSwitch without a block, or with one that clashes.
pub(in crate::ui::panel) fn beside(workbench: Workbench, id: Id, kind: KindName) -> AnyView {
    if !matches!(kind, KindName::Vpc | KindName::VSwitch) {
        return ().into_any();
    }
    let asked = id.clone();
    let needed = Memo::new(move |_| {
        workbench.topology.with(|topology| !has_block(topology, &asked) || clashes(topology, &asked))
    });
    view! { {move || needed.get().then(|| offer(workbench, id.clone(), None))} }.into_any()
}

/// The buttons of a finding about blocks that overlap: one for each place that can move.
pub(super) fn remedy(workbench: Workbench, at: &[String]) -> Option<AnyView> {
    let places = workbench.topology.with_untracked(|topology| {
        let of = |id: Id| {
            free_block(topology, &id)?;
            Some((topology.name_of(&id), id))
        };
        at.iter().filter_map(|text| of(Id::parse(text)?)).collect::<Vec<_>>()
    });
    let offers = places.into_iter().map(|(name, id)| offer(workbench, id, Some(name))).collect::<Vec<_>>();
    (!offers.is_empty()).then(|| view! { <p class="chips finding__more">{offers}</p> }.into_any())
}

fn offer(workbench: Workbench, id: Id, name: Option<String>) -> AnyView {
    let said = Advice::of(workbench.language.get()).free;
    let label = name.map_or_else(|| said.to_owned(), |name| format!("{name}: {said}"));
    button(label, move || {
        let edit =
            workbench.topology.with_untracked(|topology| moved(topology, &id, free_block(topology, &id)?));
        match edit {
            Some(edit) => {
                workbench.attempt(&edit);
            }
            None => workbench.say(Advice::of(workbench.language.get_untracked()).free_none),
        }
    })
}

fn has_block(topology: &Topology, id: &Id) -> bool {
    match topology.node(id).map(|node| &node.kind) {
        Some(Kind::Vpc(vpc)) => vpc.cidrs.as_ref().is_some_and(|cidrs| !cidrs.is_empty()),
        Some(Kind::VSwitch(vswitch)) => vswitch.cidr.is_some(),
        _ => true,
    }
}
