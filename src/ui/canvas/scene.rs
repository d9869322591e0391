//! What is drawn, derived from the workbench: positions, the order of drawing, lines. Every element then reads its own
//! small part, so that an edit redraws what it changed and nothing else.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::{Arrangement, LineId, rearrange, waiting};
use crate::topology::State;
use crate::ui::canvas::element::{Spot, spots};
use crate::ui::workbench::{Shared, Workbench};

/// What is drawn; a handful of handles, copied freely.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    /// Where everything is.
    pub(super) arrangement: Memo<Shared<Arrangement>>,
    /// Where containers are drawn, outer before inner.
    pub(super) places: Memo<Shared<Vec<Spot>>>,
    /// Where cards are drawn.
    pub(super) cards: Memo<Shared<Vec<Spot>>>,
    /// The lines that do not carry yet: most edits leave them as they are, and with them how all lines look.
    pub(super) waiting: Memo<BTreeMap<LineId, State>>,
}

impl Scene {
    pub(super) fn new(workbench: Workbench) -> Self {
        let (skeleton, layout) = (workbench.skeleton, workbench.layout);
        let arrangement = Memo::new(move |before: Option<&Shared<Arrangement>>| {
            let now = rearrange(&skeleton.get(), &layout.get(), before.map(|before| &**before));
            // Most edits move nothing, and then nobody has to look.
            before.filter(|before| ***before == now).cloned().unwrap_or_else(|| Shared::new(now))
        });
        let spots = |ids: fn(&Arrangement) -> &[Id]| {
            Memo::new(move |_| {
                arrangement.with(|all| skeleton.with(|drawn| Shared::new(spots(drawn, all, ids(all)))))
            })
        };
        Self {
            arrangement,
            places: spots(|all| &all.containers),
            cards: spots(|all| &all.cards),
            waiting: Memo::new(move |_| workbench.topology.with(|topology| waiting(topology))),
        }
    }
}
