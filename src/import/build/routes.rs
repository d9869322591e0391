//! Route tables: entries of VPCs to routes through the connections drawn, and how a CEN teaches routes.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Block, Id};
use crate::import::build::Builder;
use crate::import::facts::EntryFact;
use crate::import::said::{Inference, Question, Reason, Warning};
use crate::topology::{Kind, RouteMode};

/// The call that tells entries.
const ENTRIES: &str = "vpc DescribeRouteEntryList";

/// A route of a VPC through a connection.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    pub(super) to: Block,
    pub(super) via: Id,
    /// Whether somebody wrote it; else the network learned it.
    pub(super) custom: bool,
}

/// Where the next hop of an entry leads.
enum Hop {
    Through(Vec<Id>),
    /// It stays inside the VPC, or leads to the Internet: drawn by other means.
    Elsewhere,
    Impossible,
    Unknown,
}

impl<'a> Builder<'a> {
    /// Draws the routes of all VPCs.
    pub(super) fn routes(&mut self) {
        let facts = self.facts;
        let mut by_table: BTreeMap<&str, Vec<&EntryFact>> = BTreeMap::new();
        for entry in &facts.entries {
            by_table.entry(&entry.table).or_default().push(entry);
        }
        let mut attached: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (cen, members) in &self.members {
            for vpc in members.iter().filter_map(|member| member.vpc) {
                attached.entry(vpc).or_default().push(cen);
            }
        }
        let mut ways: BTreeMap<&'a str, Vec<Way>> = BTreeMap::new();
        for (vpc, tables) in self.tables() {
            let asked = tables.iter().any(|table| facts.was_asked(ENTRIES, table));
            if !asked {
                continue;
            }
            let cens = attached.get(vpc).map(Vec::as_slice).unwrap_or_default();
            let found = self.ways(vpc, &tables, &by_table, cens);
            ways.insert(vpc, found);
        }
        for table in
            by_table.keys().filter(|table| facts.tables.get(**table).is_none_or(|held| held.vpc.is_none()))
        {
            self.notes.questions.insert(Question::RouteTable((*table).to_owned()));
        }
        self.teach(&mut ways);
        self.follow_tunnels(&mut ways);
        for (vpc, found) in ways {
            if let Some(id) = Id::parse(vpc) {
                for way in found {
                    self.add_routes(&id, &way.via, [way.to]);
                }
            }
        }
        self.ask_for_routes();
    }

    /// The route tables that count in each VPC: those of the vSwitches in use, else of all vSwitches.
    fn tables(&mut self) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
        let facts = self.facts;
        let mut used: BTreeSet<Id> = BTreeSet::new();
        for node in self.topology.nodes.values() {
            match &node.kind {
                Kind::ResourceGroup(group) => {
                    used.extend(group.bindings.iter().map(|binding| binding.vswitch.clone()));
                }
                Kind::DataSource(_) => used.extend(node.parent.clone()),
                _ => {}
            }
        }
        let mut own: BTreeMap<&str, Vec<(&str, bool)>> = BTreeMap::new();
        for (table, fact) in &facts.tables {
            if let Some(vpc) = fact.vpc.as_deref() {
                own.entry(vpc).or_default().push((table, fact.system));
            }
        }
        let mut counting = BTreeMap::new();
        for (vpc, tables) in own {
            let system =
                tables.iter().find(|(_, system)| *system).or(tables.first()).map(|(table, _)| *table);
            let switches = self.switches.get(vpc).map(Vec::as_slice).unwrap_or_default();
            let table_of = |switch: &str| {
                let told = facts.switches.get(switch).and_then(|switch| switch.table.as_deref());
                told.or(system)
            };
            let in_use = switches.iter().filter(|(name, _)| used.contains(*name));
            let mut found: BTreeSet<&str> = in_use.filter_map(|(name, _)| table_of(name)).collect();
            if found.is_empty() {
                found = switches.iter().filter_map(|(name, _)| table_of(name)).collect();
            }
            found.extend(system.filter(|_| switches.is_empty()));
            if found.len() > 1 {
                let tables = found.iter().map(|table| (*table).to_owned()).collect();
                self.notes.warnings.insert(Warning::SeveralTables { vpc: vpc.to_owned(), tables });
            }
            counting.insert(vpc, found);
        }
        counting
    }

    /// The routes that all these tables have.
    fn ways(
        &mut self,
        vpc: &str,
        tables: &BTreeSet<&str>,
        entries: &BTreeMap<&str, Vec<&EntryFact>>,
        cens: &[&str],
    ) -> Vec<Way> {
        let mut common: Option<BTreeSet<Way>> = None;
        for table in tables.iter().filter(|table| self.facts.was_asked(ENTRIES, table)) {
            let mut found = BTreeSet::new();
            for entry in entries.get(*table).map(Vec::as_slice).unwrap_or_default() {
                let Some(to) = self.block(table, &entry.to) else {
                    continue;
                };
                match self.hop(entry, to, cens) {
                    Hop::Through(vias) => {
                        found.extend(vias.into_iter().map(|via| Way { to, via, custom: entry.custom }));
                    }
                    Hop::Elsewhere => {}
                    Hop::Impossible => {
                        let why = Reason::NextHop(entry.hop_type.clone());
                        self.notes.ignore(format!("{vpc} {to} {}", entry.hop).trim(), why);
                    }
                    Hop::Unknown => {
                        let (network, to, hop) = (vpc.to_owned(), to.to_string(), entry.hop.clone());
                        self.notes.questions.insert(Question::NextHop { network, to, hop });
                    }
                }
            }
            common = Some(match common {
                Some(before) => before.intersection(&found).cloned().collect(),
                None => found,
            });
        }
        common.unwrap_or_default().into_iter().collect()
    }

    fn hop(&self, entry: &EntryFact, to: Block, cens: &[&str]) -> Hop {
        let facts = self.facts;
        let drawn = |id: &str| Id::parse(id).filter(|id| self.topology.connections.contains_key(id));
        let sole = || match cens {
            [cen] => drawn(cen),
            _ => None,
        };
        let through = |id: Option<Id>| id.map_or(Hop::Unknown, |id| Hop::Through(vec![id]));
        match entry.hop_type.as_str() {
            "Attachment" => {
                let attachment = facts.attachments.get(&entry.hop);
                let router = attachment.and_then(|one| one.router.as_ref()).or(entry.behind.as_ref());
                let by_router = || facts.routers.get(router?)?.cen.as_deref();
                let cen = attachment.and_then(|one| one.cen.as_deref()).or_else(by_router);
                through(cen.and_then(drawn).or_else(sole))
            }
            "VpcPeer" => through(drawn(&entry.hop)),
            "VpnGateway" => {
                let own =
                    facts.tunnels.iter().filter(|(_, tunnel)| tunnel.gateway.as_ref() == Some(&entry.hop));
                let leads = |remote: &String| {
                    crate::base::parse_block(remote).is_ok_and(|remote| crate::base::overlap(remote, to))
                };
                let fitting =
                    own.filter(|(_, tunnel)| tunnel.remote.is_empty() || tunnel.remote.iter().any(leads));
                let vias: Vec<Id> = fitting.filter_map(|(name, _)| drawn(name)).collect();
                if vias.is_empty() { through(drawn(&entry.hop)) } else { Hop::Through(vias) }
            }
            "local" | "service" | "NatGateway" | "Ipv4Gateway" | "IPv4Gateway" | "IPv6Gateway"
            | "GatewayEndpoint" => Hop::Elsewhere,
            _ if !entry.custom && !cens.is_empty() => through(sole()),
            _ => Hop::Impossible,
        }
    }

    /// The routes of VPCs whose tables nobody asked for, through their tunnels: the subnets behind them.
    fn follow_tunnels(&mut self, ways: &mut BTreeMap<&'a str, Vec<Way>>) {
        let facts = self.facts;
        for (name, tunnel) in &facts.tunnels {
            let gateway = tunnel.gateway.as_ref().and_then(|gateway| facts.gateways.get(gateway));
            let (Some(id), Some(vpc)) = (Id::parse(name), gateway.and_then(|gateway| gateway.vpc.as_deref()))
            else {
                continue;
            };
            let Some(connection) = self.topology.connections.get(&id) else {
                continue;
            };
            let center = connection.attachments.get(1).map(|attachment| attachment.network.clone());
            let known = ways.get(vpc).map(|found| {
                found
                    .iter()
                    .filter(|way| way.via == id && way.to.prefix_len() > 0)
                    .map(|way| way.to)
                    .collect()
            });
            let Some(center) = center else {
                continue;
            };
            let routes: Vec<Block> = known.unwrap_or_else(|| {
                self.notes.infer(Inference::TunnelRoutes(name.clone()));
                let cidrs = self.cidrs_of(&center);
                if let Some(vpc) = Id::parse(vpc) {
                    self.add_routes(&vpc, &id, cidrs.clone());
                }
                cidrs
            });
            // A tunnel for everything has behind it what is sent there.
            if self.cidrs_of(&center).is_empty() {
                self.center(&center, None, routes);
                self.ask_for_block(&center);
            }
        }
    }

    /// Asks for the routes of VPCs that need their own and of which nobody asked the table.
    fn ask_for_routes(&mut self) {
        let manual = self.topology.connections.values().filter(|held| held.routes == RouteMode::Manual);
        let networks: BTreeSet<Id> =
            manual.flat_map(|held| held.attachments.iter().map(|one| one.network.clone())).collect();
        let asked = self.told();
        for network in networks {
            let Some(node) = self.topology.node(&network) else {
                continue;
            };
            if matches!(node.kind, Kind::Vpc(_)) && !asked.contains(&network) {
                self.notes.questions.insert(Question::Routes(network.to_string()));
            }
        }
    }

    pub(super) fn cidrs_of(&self, network: &Id) -> Vec<Block> {
        self.topology.node(network).and_then(|node| node.kind.cidrs()).unwrap_or_default().to_vec()
    }
}
