//! Connections but CEN: peering, and IPsec connections with the data centers behind them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Block, Id};
use crate::import::build::Builder;
use crate::import::facts::{PeeringFact, TunnelFact};
use crate::import::said::{Question, Reason, Warning};
use crate::topology::{Attachment, Connection, ConnectionKind, DataCenter, Kind, Route, RouteMode, State};

impl<'a> Builder<'a> {
    /// Draws everything that joins networks.
    pub(super) fn connections(&mut self) {
        let facts = self.facts;
        for (name, fact) in &facts.peerings {
            self.peering(name, fact);
        }
        for (name, fact) in &facts.tunnels {
            self.tunnel(name, fact);
        }
        let used: BTreeSet<&String> =
            facts.tunnels.values().filter_map(|tunnel| tunnel.gateway.as_ref()).collect();
        for (name, fact) in &facts.gateways {
            let used = used.contains(name);
            let vpc = fact.vpc.as_deref().and_then(Id::parse);
            if let (Some(id), Some(vpc), false) = (self.id(name), vpc, used) {
                let mut connection = Connection::new(ConnectionKind::VpnGateway);
                connection.name.clone_from(&fact.name);
                connection.attachments.push(Attachment { network: vpc, state: State::InService });
                self.topology.connections.insert(id, Arc::new(connection));
            }
        }
        self.cens();
    }

    fn peering(&mut self, name: &'a str, fact: &'a PeeringFact) {
        let ends = [&fact.vpc, &fact.other].map(|end| end.as_deref().and_then(Id::parse));
        let (Some(id), [Some(near), Some(far)]) = (self.id(name), ends) else {
            return;
        };
        let state = fact.state.as_deref().unwrap_or("Activated");
        let far_state = match state {
            "Activated" | "Updating" => State::InService,
            "Accepting" | "Creating" => State::Pending,
            "Deleted" | "Deleting" => {
                self.notes.ignore(name, Reason::State(state.to_owned()));
                return;
            }
            _ => State::Planned,
        };
        if far_state != State::InService {
            let (id, state) = (name.to_owned(), state.to_owned());
            self.notes.warnings.insert(Warning::NotInService { id, state });
        }
        let mut connection = Connection::fresh(ConnectionKind::VpcPeering);
        connection.name.clone_from(&fact.name);
        connection.attachments.push(Attachment { network: near, state: State::InService });
        connection.attachments.push(Attachment { network: far, state: far_state });
        self.topology.connections.insert(id, Arc::new(connection));
    }

    /// Draws an IPsec connection between the VPC of its gateway and the data center behind its customer gateway. The
    /// data center's way back leads where the tunnel's local subnets are.
    fn tunnel(&mut self, name: &'a str, fact: &'a TunnelFact) {
        let gateway = fact.gateway.as_deref().and_then(|gateway| self.facts.gateways.get(gateway));
        let Some(vpc) = gateway.and_then(|gateway| gateway.vpc.as_deref()) else {
            let in_cen = self.facts.attachments.values().any(|one| one.resource.as_deref() == Some(name));
            if !in_cen {
                self.notes.ignore(name, Reason::Orphan);
            }
            return;
        };
        let (Some(id), Some(network)) = (self.id(name), Id::parse(vpc)) else {
            return;
        };
        let Some(center) = self.center_of(name, fact) else {
            return;
        };
        let local: Vec<Block> = self.subnets(name, fact.local.iter());
        let local = if local.is_empty() { self.blocks_of(vpc).to_vec() } else { local };
        let state = self.tunnel_state(name, fact);
        let mut connection = Connection::new(ConnectionKind::VpnGateway);
        let own = gateway.and_then(|gateway| gateway.name.clone());
        connection.name = fact.name.clone().or(own);
        connection.routes = RouteMode::Manual;
        connection.attachments.push(Attachment { network, state: State::InService });
        connection.attachments.push(Attachment { network: center.clone(), state });
        self.topology.connections.insert(id.clone(), Arc::new(connection));
        self.add_routes(&center, &id, local);
    }

    /// Whether a tunnel carries traffic: of two one is enough. What tells nothing is taken to.
    pub(super) fn tunnel_state(&mut self, name: &str, fact: &TunnelFact) -> State {
        let down = |state: &String| state.contains("not_established") || state.contains("negotiation");
        let state = fact.states.iter().next().filter(|_| fact.states.iter().all(down));
        match state {
            Some(state) => {
                let (id, state) = (name.to_owned(), state.clone());
                self.notes.warnings.insert(Warning::NotInService { id, state });
                State::Planned
            }
            None => State::InService,
        }
    }

    /// The data center behind an IPsec connection, known by its customer gateway.
    pub(super) fn center_of(&mut self, name: &str, fact: &TunnelFact) -> Option<Id> {
        let customer = fact.customer.as_deref().unwrap_or(name);
        let id = if customer == name { Id::parse(&format!("{name}.idc")) } else { self.id(customer) }?;
        let known = self.facts.customers.get(customer).and_then(|name| name.as_deref());
        let cidrs = self.subnets(name, fact.remote.iter());
        self.center(&id, known.or(fact.name.as_deref()), cidrs);
        Some(id)
    }

    /// Subnets of a tunnel; everything is no subnet, it leaves the choice to routes.
    fn subnets<'s>(&mut self, name: &str, typed: impl Iterator<Item = &'s String>) -> Vec<Block> {
        let blocks = typed.filter_map(|typed| self.block(name, typed));
        blocks.filter(|block| block.prefix_len() > 0).collect()
    }

    /// Draws a data center, or adds to what is known of it.
    pub(super) fn center(&mut self, id: &Id, name: Option<&str>, cidrs: Vec<Block>) {
        if !self.topology.nodes.contains_key(id) {
            self.put(id, name, None, Kind::DataCenter(DataCenter::default()));
        }
        let Some(node) = self.topology.nodes.get_mut(id) else {
            return;
        };
        if let Kind::DataCenter(center) = &mut Arc::make_mut(node).kind {
            let mut held = center.cidrs.take().unwrap_or_default();
            held.extend(cidrs);
            held.sort_unstable();
            held.dedup();
            center.cidrs = Some(held).filter(|cidrs| !cidrs.is_empty());
        }
    }

    /// Adds routes of a network through a connection.
    pub(super) fn add_routes(&mut self, network: &Id, via: &Id, to: impl IntoIterator<Item = Block>) {
        let Some(node) = self.topology.nodes.get_mut(network) else {
            return;
        };
        if let Some(routes) = Arc::make_mut(node).kind.routes_mut() {
            routes.extend(to.into_iter().map(|to| Route { to, via: via.clone() }));
            routes.sort_unstable();
            routes.dedup();
        }
    }

    /// Asks for the block of a data center where nothing tells it.
    pub(super) fn ask_for_block(&mut self, id: &Id) {
        let cidrs = self.topology.node(id).and_then(|node| node.kind.cidrs());
        if cidrs.is_none() {
            self.notes.questions.insert(Question::Block(id.to_string()));
        }
    }
}
