//! The one way to change a drawing: an edit, applied whole or refused with a reason. Every edit keeps the promises of
//! [`Topology`]: unique ids, legal nesting, references that lead somewhere.

use std::sync::Arc;

use crate::base::{Address, Block, Id, PortRange};
use crate::topology::{
    Action, Attachment, Binding, Connection, ConnectionKind, Direction, Document, Entry, Forbidden, Kind, KindName, Node, Place,
    Protocol, Rule, SecurityGroup, SecurityGroupType, Snat, State, Task, Topology, Whitelist, admits, may_hold,
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
    /// Adds a DataWorks route to a binding and takes the same block from the group's other bindings.
    AddDataworksRoute {
        /// The resource group.
        group: Id,
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
                        Some(place) if self.topology.nodes.contains_key(id) || self.topology.connections.contains_key(id) => {
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

impl Topology {
    /// Applies an edit of the topology in place. After an error the topology may hold a part of a composite edit, so
    /// callers work on a copy.
    fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::PutNode { id, node } => self.put_node(id, node),
            Edit::PutConnection { id, connection } => self.put_connection(id, connection),
            Edit::PutTask { id, task } => self.put_task(id, task),
            Edit::SetMustNotReach(pairs) => {
                for pair in pairs {
                    self.resource_group(&pair.resource_group).ok_or_else(|| EditError::WrongKind(pair.resource_group.clone()))?;
                    self.data_source(&pair.data_source).ok_or_else(|| EditError::WrongKind(pair.data_source.clone()))?;
                }
                self.must_not_reach.clone_from(pairs);
                Ok(())
            }
            Edit::MoveInto { id, parent } => self.move_into(id, parent.as_ref()),
            Edit::AddBinding { group, vswitch } => self.add_binding(group, vswitch),
            Edit::MoveBinding { group, from, to } => {
                self.expect_vswitch(to)?;
                self.with_binding(group, from, |binding| binding.vswitch = to.clone())
            }
            Edit::Attach { connection, network, state } => self.attach(connection, network, *state),
            Edit::Detach { connection, network } => {
                let held = self.connection_mut(connection)?;
                held.attachments.retain(|a| a.network != *network);
                self.drop_routes(network, connection);
                Ok(())
            }
            Edit::SetBandwidth { connection, mbps } => {
                self.connection_mut(connection)?.bandwidth_mbps = Some(*mbps);
                Ok(())
            }
            Edit::AddDataworksRoute { group, vswitch, to } => {
                let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
                    return Err(EditError::WrongKind(group.clone()));
                };
                for binding in &mut held.bindings {
                    binding.routes.retain(|route| route != to);
                }
                self.with_binding(group, vswitch, |binding| binding.routes.push(*to))
            }
            Edit::AddNetworkRoute { network, to, via } => self.add_route(network, *to, via),
            Edit::AddGroupRule { group, vswitch, rule } => self.with_binding(group, vswitch, |binding| {
                binding.security_group.get_or_insert_with(SecurityGroup::basic).rules.push(rule.clone());
            }),
            Edit::AddSourceRule { source, rule } => self.with_source(source, |held| {
                held.security_group.get_or_insert_with(SecurityGroup::basic).rules.push(rule.clone());
            }),
            Edit::SetRulePriority { at, vswitch, rule, priority } => {
                let change = |group: &mut Option<SecurityGroup>| {
                    let rules = group.iter_mut().flat_map(|g| &mut g.rules);
                    rules.filter(|r| **r == *rule).for_each(|r| r.priority = *priority);
                };
                match vswitch {
                    Some(vswitch) => self.with_binding(at, vswitch, |binding| change(&mut binding.security_group)),
                    None => self.with_source(at, |held| change(&mut held.security_group)),
                }
            }
            Edit::AddWhitelistEntry { source, entry, replaces } => self.with_source(source, |held| {
                let mut entries = held.whitelist.take().map_or_else(Vec::new, |list| list.entries().to_vec());
                entries.retain(|e| e != entry);
                match replaces.as_ref().and_then(|old| entries.iter().position(|e| e == old)) {
                    Some(at) => entries.splice(at..=at, [entry.clone()]).for_each(drop),
                    None => entries.push(entry.clone()),
                }
                held.whitelist = Some(Whitelist::Entries(entries));
            }),
            Edit::RemoveWhitelistEntry { source, entry } => self.with_source(source, |held| {
                if let Some(Whitelist::Entries(entries)) = &mut held.whitelist {
                    entries.retain(|e| e != entry);
                }
            }),
            Edit::SetGroupEips { group, eips } => {
                let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
                    return Err(EditError::WrongKind(group.clone()));
                };
                held.eips = Some(eips.clone());
                Ok(())
            }
            Edit::AddSnat { gateway, vswitch, eip } => self.add_snat(gateway, vswitch, *eip),
            Edit::SetTitle(_) | Edit::Arrange(_) | Edit::Remove(_) | Edit::All(_) => Ok(()),
        }
    }

    fn node_mut(&mut self, id: &Id) -> Result<&mut Node, EditError> {
        self.nodes.get_mut(id).map(Arc::make_mut).ok_or_else(|| EditError::NotFound(id.clone()))
    }

    fn connection_mut(&mut self, id: &Id) -> Result<&mut Connection, EditError> {
        self.connections.get_mut(id).map(Arc::make_mut).ok_or_else(|| EditError::NotFound(id.clone()))
    }

    fn kind_of(&self, id: &Id) -> Result<KindName, EditError> {
        self.node(id).map(|node| node.kind.name()).ok_or_else(|| EditError::NotFound(id.clone()))
    }

    fn expect_vswitch(&self, id: &Id) -> Result<(), EditError> {
        if self.kind_of(id)? == KindName::VSwitch { Ok(()) } else { Err(EditError::WrongKind(id.clone())) }
    }

    fn put_node(&mut self, id: &Id, node: &Node) -> Result<(), EditError> {
        let name = node.kind.name();
        match self.node(id) {
            Some(old) if old.kind.name() != name => return Err(EditError::IdTaken(id.clone())),
            None if self.has(id) => return Err(EditError::IdTaken(id.clone())),
            Some(old) if old.parent != node.parent => {
                self.check_place(id, name, node.parent.as_ref())?;
            }
            Some(_) => {}
            None => self.check_place(id, name, node.parent.as_ref())?,
        }
        if name == KindName::Internet && self.nodes.iter().any(|(other, n)| other != id && n.kind == Kind::Internet) {
            return Err(EditError::SecondInternet);
        }
        for route in node.kind.routes() {
            let held = self.connections.get(&route.via).is_some_and(|c| c.attachment(id).is_some());
            if !held {
                return Err(EditError::NotFound(route.via.clone()));
            }
        }
        if let Kind::ResourceGroup(group) = &node.kind {
            let mut bound = std::collections::BTreeSet::new();
            for binding in &group.bindings {
                self.expect_vswitch(&binding.vswitch)?;
                if !bound.insert(&binding.vswitch) {
                    return Err(EditError::AlreadyBound(binding.vswitch.clone()));
                }
            }
        }
        if let Kind::NatGateway(gateway) = &node.kind
            && let Some(Snat::VSwitches(vswitches)) = &gateway.snat
        {
            vswitches.iter().try_for_each(|vswitch| self.expect_vswitch(vswitch))?;
        }
        self.nodes.insert(id.clone(), Arc::new(node.clone()));
        Ok(())
    }

    fn check_place(&self, id: &Id, name: KindName, parent: Option<&Id>) -> Result<(), EditError> {
        let outer = parent.map(|p| self.kind_of(p)).transpose()?;
        if !may_hold(outer, name) {
            return Err(EditError::WrongPlace { inner: name, outer });
        }
        if parent.is_some_and(|p| self.ancestors(p).any(|(around, _)| around == id)) {
            return Err(EditError::Circle(id.clone()));
        }
        Ok(())
    }

    fn put_connection(&mut self, id: &Id, connection: &Connection) -> Result<(), EditError> {
        if self.nodes.contains_key(id) || self.tasks.contains_key(id) {
            return Err(EditError::IdTaken(id.clone()));
        }
        let mut held: Vec<KindName> = Vec::new();
        for (at, attachment) in connection.attachments.iter().enumerate() {
            let refusal = || EditError::CannotAttach { connection: id.clone(), network: attachment.network.clone() };
            let network = self.kind_of(&attachment.network)?;
            let twice = connection.attachments.iter().take(at).any(|a| a.network == attachment.network);
            if twice || !admits(connection.kind, &held, network) {
                return Err(refusal());
            }
            held.push(network);
        }
        let dropped: Vec<Id> = self.connections.get(id).map_or_else(Vec::new, |old| {
            old.attachments.iter().map(|a| a.network.clone()).filter(|n| connection.attachment(n).is_none()).collect()
        });
        self.connections.insert(id.clone(), Arc::new(connection.clone()));
        dropped.iter().for_each(|network| self.drop_routes(network, id));
        Ok(())
    }

    fn put_task(&mut self, id: &Id, task: &Task) -> Result<(), EditError> {
        if self.nodes.contains_key(id) || self.connections.contains_key(id) {
            return Err(EditError::IdTaken(id.clone()));
        }
        self.resource_group(&task.resource_group).ok_or_else(|| EditError::WrongKind(task.resource_group.clone()))?;
        for end in task.ends() {
            self.data_source(end).ok_or_else(|| EditError::WrongKind(end.clone()))?;
        }
        self.tasks.insert(id.clone(), Arc::new(task.clone()));
        Ok(())
    }

    fn move_into(&mut self, id: &Id, parent: Option<&Id>) -> Result<(), EditError> {
        let name = self.kind_of(id)?;
        self.check_place(id, name, parent)?;
        self.node_mut(id)?.parent = parent.cloned();
        Ok(())
    }

    fn add_binding(&mut self, group: &Id, vswitch: &Id) -> Result<(), EditError> {
        self.expect_vswitch(vswitch)?;
        let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
            return Err(EditError::WrongKind(group.clone()));
        };
        if held.bindings.iter().any(|b| b.vswitch == *vswitch) {
            return Err(EditError::AlreadyBound(vswitch.clone()));
        }
        held.bindings.push(Binding::new(vswitch.clone()));
        Ok(())
    }

    fn with_binding(&mut self, group: &Id, vswitch: &Id, change: impl FnOnce(&mut Binding)) -> Result<(), EditError> {
        let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
            return Err(EditError::WrongKind(group.clone()));
        };
        let binding = held.bindings.iter_mut().find(|b| b.vswitch == *vswitch);
        change(binding.ok_or_else(|| EditError::NotFound(vswitch.clone()))?);
        let mut seen = std::collections::BTreeSet::new();
        if held.bindings.iter().all(|b| seen.insert(&b.vswitch)) { Ok(()) } else { Err(EditError::AlreadyBound(vswitch.clone())) }
    }

    fn with_source(&mut self, source: &Id, change: impl FnOnce(&mut crate::topology::DataSource)) -> Result<(), EditError> {
        match &mut self.node_mut(source)?.kind {
            Kind::DataSource(held) => {
                change(held);
                Ok(())
            }
            _ => Err(EditError::WrongKind(source.clone())),
        }
    }

    fn attach(&mut self, connection: &Id, network: &Id, state: State) -> Result<(), EditError> {
        let kind = self.kind_of(network)?;
        let refusal = EditError::CannotAttach { connection: connection.clone(), network: network.clone() };
        let held = self.connections.get(connection).ok_or_else(|| EditError::NotFound(connection.clone()))?;
        let kinds: Vec<KindName> = held.attachments.iter().filter_map(|a| self.kind_of(&a.network).ok()).collect();
        let held = self.connection_mut(connection)?;
        match held.attachments.iter_mut().find(|a| a.network == *network) {
            Some(attachment) => attachment.state = state,
            None if admits(held.kind, &kinds, kind) => held.attachments.push(Attachment { network: network.clone(), state }),
            None => return Err(refusal),
        }
        Ok(())
    }

    fn add_route(&mut self, network: &Id, to: Block, via: &Id) -> Result<(), EditError> {
        let held = self.connections.get(via).is_some_and(|c| c.attachment(network).is_some());
        if !held {
            return Err(EditError::NotFound(via.clone()));
        }
        let routes = self.node_mut(network)?.kind.routes_mut().ok_or_else(|| EditError::WrongKind(network.clone()))?;
        routes.retain(|route| route.to != to);
        routes.push(crate::topology::Route { to, via: via.clone() });
        Ok(())
    }

    fn drop_routes(&mut self, network: &Id, via: &Id) {
        if let Ok(node) = self.node_mut(network)
            && let Some(routes) = node.kind.routes_mut()
        {
            routes.retain(|route| route.via != *via);
        }
    }

    fn add_snat(&mut self, gateway: &Id, vswitch: &Id, eip: Option<Address>) -> Result<(), EditError> {
        self.expect_vswitch(vswitch)?;
        let Kind::NatGateway(held) = &mut self.node_mut(gateway)?.kind else {
            return Err(EditError::WrongKind(gateway.clone()));
        };
        if let Some(eip) = eip {
            let eips = held.eips.get_or_insert_default();
            if !eips.contains(&eip) {
                eips.push(eip);
            }
        }
        match &mut held.snat {
            Some(Snat::Vpc) => {}
            Some(Snat::VSwitches(listed)) if listed.contains(vswitch) => {}
            Some(Snat::VSwitches(listed)) => listed.push(vswitch.clone()),
            none => *none = Some(Snat::VSwitches(vec![vswitch.clone()])),
        }
        Ok(())
    }

    /// Removes things, what lies in them, and every reference to them.
    fn remove(&mut self, ids: &[Id]) {
        let mut gone: std::collections::BTreeSet<Id> = ids.iter().cloned().collect();
        loop {
            let inside = |node: &Node| node.parent.as_ref().is_some_and(|p| gone.contains(p));
            let more: Vec<Id> =
                self.nodes.iter().filter(|(id, node)| !gone.contains(*id) && inside(node)).map(|(id, _)| id.clone()).collect();
            if more.is_empty() {
                break;
            }
            gone.extend(more);
        }
        self.nodes.retain(|id, _| !gone.contains(id));
        self.connections.retain(|id, _| !gone.contains(id));
        self.must_not_reach.retain(|pair| !gone.contains(&pair.resource_group) && !gone.contains(&pair.data_source));
        for node in self.nodes.values_mut() {
            forget(node, &gone);
        }
        for connection in self.connections.values_mut() {
            if connection.attachments.iter().any(|a| gone.contains(&a.network)) {
                Arc::make_mut(connection).attachments.retain(|a| !gone.contains(&a.network));
            }
        }
        self.tasks.retain(|id, task| {
            let missing = |end: &Option<Id>| end.as_ref().is_some_and(|id| gone.contains(id));
            if missing(&task.reads) || missing(&task.writes) {
                let task = Arc::make_mut(task);
                task.reads.take_if(|id| gone.contains(id));
                task.writes.take_if(|id| gone.contains(id));
            }
            !gone.contains(id) && !gone.contains(&task.resource_group) && task.ends().next().is_some()
        });
    }
}

/// Takes every reference to something that is gone out of a node.
fn forget(node: &mut Arc<Node>, gone: &std::collections::BTreeSet<Id>) {
    let concerned = match &node.kind {
        Kind::ResourceGroup(group) => group.bindings.iter().any(|b| gone.contains(&b.vswitch)),
        Kind::NatGateway(gateway) => {
            matches!(&gateway.snat, Some(Snat::VSwitches(listed)) if listed.iter().any(|v| gone.contains(v)))
        }
        kind => kind.routes().iter().any(|route| gone.contains(&route.via)),
    };
    if !concerned {
        return;
    }
    match &mut Arc::make_mut(node).kind {
        Kind::ResourceGroup(group) => group.bindings.retain(|b| !gone.contains(&b.vswitch)),
        Kind::NatGateway(gateway) => {
            if let Some(Snat::VSwitches(listed)) = &mut gateway.snat {
                listed.retain(|v| !gone.contains(v));
            }
        }
        kind => {
            if let Some(routes) = kind.routes_mut() {
                routes.retain(|route| !gone.contains(&route.via));
            }
        }
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
