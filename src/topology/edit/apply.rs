//! What each edit of the topology changes, and when it is refused.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Address, Block, Id};
use crate::topology::{
    Attachment, Binding, Connection, DataSource, Edit, EditError, Kind, KindName, Node, Route, SecurityGroup,
    Snat, State, Task, Topology, Whitelist, admits, may_hold,
};

impl Topology {
    /// Applies an edit of the topology in place. After an error the topology may hold a part of a composite edit, so
    /// callers work on a copy.
    pub(super) fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::PutNode { id, node } => self.put_node(id, node),
            Edit::PutConnection { id, connection } => self.put_connection(id, connection),
            Edit::PutTask { id, task } => self.put_task(id, task),
            Edit::SetMustNotReach(pairs) => {
                for pair in pairs {
                    self.resource_group(&pair.resource_group)
                        .ok_or_else(|| EditError::WrongKind(pair.resource_group.clone()))?;
                    self.data_source(&pair.data_source)
                        .ok_or_else(|| EditError::WrongKind(pair.data_source.clone()))?;
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
            Edit::AddDataworksRoute { group, from, vswitch, to } => {
                let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
                    return Err(EditError::WrongKind(group.clone()));
                };
                let loses = |at: &Id| at == vswitch || from.as_ref().is_none_or(|from| from == at);
                for binding in held.bindings.iter_mut().filter(|binding| loses(&binding.vswitch)) {
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
                    Some(vswitch) => {
                        self.with_binding(at, vswitch, |binding| change(&mut binding.security_group))
                    }
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
        if name == KindName::Internet
            && self.nodes.iter().any(|(other, n)| other != id && n.kind == Kind::Internet)
        {
            return Err(EditError::SecondInternet);
        }
        for route in node.kind.routes() {
            let held = self.connections.get(&route.via).is_some_and(|c| c.attachment(id).is_some());
            if !held {
                return Err(EditError::NotFound(route.via.clone()));
            }
        }
        if let Kind::ResourceGroup(group) = &node.kind {
            let mut bound = BTreeSet::new();
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
            let refusal =
                || EditError::CannotAttach { connection: id.clone(), network: attachment.network.clone() };
            let network = self.kind_of(&attachment.network)?;
            let twice = connection.attachments.iter().take(at).any(|a| a.network == attachment.network);
            if twice || !admits(connection.kind, &held, network) {
                return Err(refusal());
            }
            held.push(network);
        }
        let dropped: Vec<Id> = self.connections.get(id).map_or_else(Vec::new, |old| {
            old.attachments
                .iter()
                .map(|a| a.network.clone())
                .filter(|n| connection.attachment(n).is_none())
                .collect()
        });
        self.connections.insert(id.clone(), Arc::new(connection.clone()));
        dropped.iter().for_each(|network| self.drop_routes(network, id));
        Ok(())
    }

    fn put_task(&mut self, id: &Id, task: &Task) -> Result<(), EditError> {
        if self.nodes.contains_key(id) || self.connections.contains_key(id) {
            return Err(EditError::IdTaken(id.clone()));
        }
        self.resource_group(&task.resource_group)
            .ok_or_else(|| EditError::WrongKind(task.resource_group.clone()))?;
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

    fn with_binding(
        &mut self,
        group: &Id,
        vswitch: &Id,
        change: impl FnOnce(&mut Binding),
    ) -> Result<(), EditError> {
        let Kind::ResourceGroup(held) = &mut self.node_mut(group)?.kind else {
            return Err(EditError::WrongKind(group.clone()));
        };
        let binding = held.bindings.iter_mut().find(|b| b.vswitch == *vswitch);
        change(binding.ok_or_else(|| EditError::NotFound(vswitch.clone()))?);
        let mut seen = BTreeSet::new();
        if held.bindings.iter().all(|b| seen.insert(&b.vswitch)) {
            Ok(())
        } else {
            Err(EditError::AlreadyBound(vswitch.clone()))
        }
    }

    fn with_source(&mut self, source: &Id, change: impl FnOnce(&mut DataSource)) -> Result<(), EditError> {
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
        let kinds: Vec<KindName> =
            held.attachments.iter().filter_map(|a| self.kind_of(&a.network).ok()).collect();
        let held = self.connection_mut(connection)?;
        match held.attachments.iter_mut().find(|a| a.network == *network) {
            Some(attachment) => attachment.state = state,
            None if admits(held.kind, &kinds, kind) => {
                held.attachments.push(Attachment { network: network.clone(), state });
            }
            None => return Err(refusal),
        }
        Ok(())
    }

    fn add_route(&mut self, network: &Id, to: Block, via: &Id) -> Result<(), EditError> {
        let held = self.connections.get(via).is_some_and(|c| c.attachment(network).is_some());
        if !held {
            return Err(EditError::NotFound(via.clone()));
        }
        let routes =
            self.node_mut(network)?.kind.routes_mut().ok_or_else(|| EditError::WrongKind(network.clone()))?;
        routes.retain(|route| route.to != to);
        routes.push(Route { to, via: via.clone() });
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
}
