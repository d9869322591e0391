//! What is drawn, derived from the workbench: positions, the order of drawing, lines. Every element then reads its own
//! small part, so that an edit redraws what it changed and nothing else.

use leptos::prelude::*;

use crate::base::Id;
use crate::diagram::{Arrangement, arrange};
use crate::topology::{Kind, State, Topology};
use crate::ui::workbench::{Shared, Workbench};

/// A line of the drawing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum LineId {
    /// From a network to the connection that holds it.
    Attachment {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
    },
    /// From a resource group to the vSwitch it is bound to.
    Binding {
        /// The resource group.
        group: Id,
        /// The vSwitch.
        vswitch: Id,
    },
}

impl LineId {
    /// The two elements that the line joins, in the direction in which it is drawn.
    pub(super) fn ends(&self) -> (&Id, &Id) {
        match self {
            Self::Attachment { connection, network } => (network, connection),
            Self::Binding { group, vswitch } => (group, vswitch),
        }
    }

    /// Both as one text, as in the hook of the line.
    pub(super) fn pair(&self) -> String {
        let (Self::Attachment { connection: one, network: other }
        | Self::Binding { group: one, vswitch: other }) = self;
        format!("{one}/{other}")
    }

    /// The id of the element that draws the line.
    pub(super) fn element_id(&self) -> String {
        format!("line-{}", self.pair())
    }

    /// The state of an attachment; a binding always carries.
    pub(super) fn state(&self, topology: &Topology) -> State {
        match self {
            Self::Attachment { connection, network } => {
                let held = topology.connections.get(connection).and_then(|c| c.attachment(network));
                held.map_or(State::InService, |attachment| attachment.state)
            }
            Self::Binding { .. } => State::InService,
        }
    }
}

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
        let arrangement = Memo::new(move |_| Shared::new(arrange(&topology.get(), &layout.get())));
        Self { arrangement, lines: Memo::new(move |_| topology.with(|t| lines(t))) }
    }
}

fn lines(topology: &Topology) -> Vec<LineId> {
    let attachments = topology.connections.iter().flat_map(|(id, connection)| {
        let line = |network: &Id| LineId::Attachment { connection: id.clone(), network: network.clone() };
        connection.attachments.iter().map(move |attachment| line(&attachment.network))
    });
    let bindings = topology.nodes.iter().flat_map(|(id, node)| {
        let bindings = match &node.kind {
            Kind::ResourceGroup(group) => group.bindings.as_slice(),
            _ => &[],
        };
        bindings.iter().map(|binding| LineId::Binding { group: id.clone(), vswitch: binding.vswitch.clone() })
    });
    attachments.chain(bindings).collect()
}
