//! What is drawn, derived from the workbench: positions, the order of drawing, lines. Every element then reads its own
//! small part, so that an edit redraws what it changed and nothing else.

use leptos::prelude::*;

use crate::diagram::{Arrangement, LineId, arrange, lines};
use crate::ui::workbench::{Shared, Workbench};

/// What is drawn; a handful of handles, copied freely.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    /// Where everything is.
    pub(super) arrangement: Memo<Shared<Arrangement>>,
    /// The lines.
    pub(super) lines: Memo<Vec<LineId>>,
}

impl Scene {
    pub(super) fn new(workbench: Workbench) -> Self {
        let (topology, layout) = (workbench.topology, workbench.layout);
        let arrangement = Memo::new(move |before: Option<&Shared<Arrangement>>| {
            let now = arrange(&topology.get(), &layout.get());
            // Most edits move nothing, and then nobody has to look.
            before.filter(|before| ***before == now).cloned().unwrap_or_else(|| Shared::new(now))
        });
        Self { arrangement, lines: Memo::new(move |_| topology.with(|t| lines(t))) }
    }
}
