//! The lines of the drawing: from networks to what joins them, and from resource groups to the vSwitches they are bound to.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::base::order::Gather;
use crate::topology::{Kind, State, Topology};

/// A line of the drawing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineId {
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
    pub fn ends(&self) -> (&Id, &Id) {
        match self {
            Self::Attachment { connection, network } => (network, connection),
            Self::Binding { group, vswitch } => (group, vswitch),
        }
    }

    /// Both as one text, as in the hook of the line.
    pub fn pair(&self) -> String {
        let (Self::Attachment { connection: one, network: other }
        | Self::Binding { group: one, vswitch: other }) = self;
        format!("{one}/{other}")
    }

    /// The id of the element that draws the line.
    pub fn element_id(&self) -> String {
        format!("line-{}", self.pair())
    }
}

/// The lines of attachments that are not in service, with their state; every other line carries.
pub fn waiting(topology: &Topology) -> BTreeMap<LineId, State> {
    let lines = topology.connections.iter().flat_map(|(id, connection)| {
        let idle = connection.attachments.iter().filter(|attachment| attachment.state != State::InService);
        idle.map(|held| {
            (LineId::Attachment { connection: id.clone(), network: held.network.clone() }, held.state)
        })
    });
    lines.gather()
}

/// Every line of a drawing.
pub fn lines(topology: &Topology) -> Vec<LineId> {
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
