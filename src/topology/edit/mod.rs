//! The one way to change a drawing: an edit, applied whole or refused with a reason. Every edit keeps the promises of
//! [`Topology`](crate::topology::Topology): unique ids, legal nesting, references that lead somewhere.

mod apply;
mod remove;

use std::sync::Arc;

use crate::base::{Address, Block, Id, PortRange};
use crate::topology::{
    Action, Connection, ConnectionKind, Direction, Document, Entry, Forbidden, KindName, Node, Place,
    Protocol, Rule, SecurityGroup, SecurityGroupType, State, Task, admits,
};

/// One change of the drawing. A gesture of the user is one edit and one step of undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets the plan's title.
    SetTitle(String),
    /// Adds a node, or replaces what is known of one of the same kind and place.
    PutNode {
        /// Its id.
        id: Id,
        /// Its facts, its place among them.
        node: Node,
    },
    /// Adds a connection or replaces one.
    PutConnection {
        /// Its id.
        id: Id,
        /// Its facts.
        connection: Connection,
    },
    /// Adds a task or replaces one.
    PutTask {
        /// Its id.
        id: Id,
        /// Its facts.
        task: Task,
    },
    /// Replaces the pairs that must stay out of reach.
    SetMustNotReach(Vec<Forbidden>),
    /// Removes nodes with everything inside them, connections and tasks, and every reference to them.
    Remove(Vec<Id>),
    /// Moves a node into another place (`None`: out of all places).
    MoveInto {
        /// The node.
        id: Id,
        /// The new place.
        parent: Option<Id>,
    },
    /// Sets positions; `None` gives one back to the automatic layout.
    Arrange(Vec<(Id, Option<Place>)>),
    /// Associates a resource group with a vSwitch.
    AddBinding {
        /// The resource group.
        group: Id,
        /// The vSwitch.
        vswitch: Id,
    },
    /// Moves an association to another vSwitch; its added routes go with it.
    MoveBinding {
        /// The resource group.
        group: Id,
        /// The vSwitch bound so far.
        from: Id,
        /// The vSwitch to bind.
        to: Id,
    },
    /// Attaches a network, or sets the state of its attachment.
    Attach {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
        /// The state of the attachment.
        state: State,
    },
    /// Detaches a network; custom routes through this connection go with it.
    Detach {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
    },
    /// Buys bandwidth between the regions of a CEN, in Mbit/s.
    SetBandwidth {
        /// The connection.
        connection: Id,
        /// The bandwidth.
        mbps: f64,
    },
    /// Adds a DataWorks route to a binding and takes the same block from another one, or from all others of the group.
    AddDataworksRoute {
        /// The resource group.
        group: Id,
        /// The vSwitch of the binding that loses it; `None` for every other one.
        from: Option<Id>,
        /// The vSwitch of the binding.
        vswitch: Id,
        /// The destination.
        to: Block,
    },
    /// Adds a custom route to a network; a route to the same block is replaced.
    AddNetworkRoute {
        /// The network.
        network: Id,
        /// The destination.
        to: Block,
        /// The connection that is the next hop.
        via: Id,
    },
    /// Adds an allow rule to the security group of a binding.
    AddGroupRule {
        /// The resource group.
        group: Id,
        /// The vSwitch of the binding.
        vswitch: Id,
        /// The rule.
        rule: Rule,
    },
    /// Adds an allow rule to a data source's own security group.
    AddSourceRule {
        /// The data source.
        source: Id,
        /// The rule.
        rule: Rule,
    },
    /// Gives a rule of a security group another priority.
    SetRulePriority {
        /// The resource group or data source.
        at: Id,
        /// The vSwitch of the binding, where `at` is a resource group.
        vswitch: Option<Id>,
        /// The rule as it stands.
        rule: Rule,
        /// The new priority.
        priority: u8,
    },
    /// Adds a whitelist entry, in place of another where `replaces` is given.
    AddWhitelistEntry {
        /// The data source.
        source: Id,
        /// The new entry.
        entry: Entry,
        /// The entry that goes.
        replaces: Option<Entry>,
    },
    /// Removes a whitelist entry.
    RemoveWhitelistEntry {
        /// The data source.
        source: Id,
        /// The entry as typed.
        entry: Entry,
    },
    /// Sets the elastic IP addresses of a resource group.
    SetGroupEips {
        /// The resource group.
        group: Id,
        /// Its addresses.
        eips: Vec<Address>,
    },
    /// Adds to a NAT gateway an SNAT entry for a vSwitch and, where given, an elastic IP address.
    AddSnat {
        /// The NAT gateway.
        gateway: Id,
        /// The vSwitch.
        vswitch: Id,
        /// An address to add.
        eip: Option<Address>,
    },
    /// Several edits that are one gesture.
    All(Vec<Edit>),
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// There is nothing of this id.
    NotFound(Id),
    /// The id is already used for something else.
    IdTaken(Id),
    /// A node of this kind cannot lie there.
    WrongPlace {
        /// What was to be placed.
        inner: KindName,
        /// Where; `None` is the drawing itself.
        outer: Option<KindName>,
    },
    /// A node cannot lie inside itself.
    Circle(Id),
    /// There can be only one Internet.
    SecondInternet,
    /// The connection cannot hold this network: wrong kind, no room, or held already.
    CannotAttach {
        /// The connection.
        connection: Id,
        /// The network.
        network: Id,
    },
    /// The group is bound to this vSwitch already.
    AlreadyBound(Id),
    /// The reference leads to something of another kind.
    WrongKind(Id),
}

impl Document {
    /// The document after `edit`.
    ///
    /// # Errors
    /// Says why the edit cannot be made; the document is unchanged then.
    pub fn after(&self, edit: &Edit) -> Result<Self, EditError> {
        let mut next = self.clone();
        next.apply(edit)?;
        Ok(next)
    }

    /// The document after an edit that is known to fit; unchanged where it does not.
    #[must_use]
    pub fn with(&self, edit: &Edit) -> Self {
        self.after(edit).unwrap_or_else(|_| self.clone())
    }

    fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::SetTitle(title) => self.title.clone_from(title),
            Edit::Arrange(places) => {
                let layout = Arc::make_mut(&mut self.layout);
                for (id, place) in places {
                    match place {
                        Some(place)
                            if self.topology.nodes.contains_key(id)
                                || self.topology.connections.contains_key(id) =>
                        {
                            layout.insert(id.clone(), *place);
                        }
                        _ => {
                            layout.remove(id);
                        }
                    }
                }
            }
            Edit::Remove(ids) => {
                Arc::make_mut(&mut self.topology).remove(ids);
                let topology = &self.topology;
                Arc::make_mut(&mut self.layout)
                    .retain(|id, _| topology.nodes.contains_key(id) || topology.connections.contains_key(id));
            }
            Edit::All(edits) => {
                for edit in edits {
                    self.apply(edit)?;
                }
            }
            other => Arc::make_mut(&mut self.topology).apply(other)?,
        }
        Ok(())
    }
}

impl Rule {
    /// A rule that lets TCP traffic of one peer pass, with the default priority.
    pub fn allow(direction: Direction, ports: PortRange, peer: Block) -> Self {
        Self { direction, action: Action::Allow, protocol: Protocol::Tcp, ports, peer, priority: 1 }
    }
}

impl SecurityGroup {
    /// A security group of a type without custom rules.
    pub fn of(kind: SecurityGroupType) -> Self {
        Self { kind, rules: Vec::new() }
    }
}

/// The kinds of connection that could join these two kinds of network.
pub fn kinds_for(a: KindName, b: KindName) -> Vec<ConnectionKind> {
    ConnectionKind::ALL.into_iter().filter(|kind| kind.joins(a) && admits(*kind, &[a], b)).collect()
}
