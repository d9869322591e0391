//! The drawing, resolved: every network with its blocks, routes and connections, every group with its usable
//! associations, every data source with its addresses. Built once for a drawing, in near-linear time; the rest of the
//! pipeline sees only this. Knows no layout and no verdict.

mod address_plan;
mod alike;
mod group;
mod join;
mod network;
mod source;

use std::collections::{BTreeMap, BTreeSet};

pub use address_plan::{AddressPlan, Contradiction, ContradictionKind};
pub use group::{Bound, Group};
pub use join::{Join, JoinIx};
pub use network::{Network, NetworkIx, Switch};
pub use source::{Location, ReadEntry, Source};

use crate::base::order::Gather;
use crate::base::{AddressSet, Block, Id, PrefixMap, host_block};
use crate::topology::{Kind, KindName, Node, Site, Topology};

/// A resolved drawing.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The drawing itself.
    pub topology: &'a Topology,
    /// VPCs, data centers and other clouds, in order of id.
    pub networks: Vec<Network<'a>>,
    /// Connections, in order of id.
    pub joins: Vec<Join<'a>>,
    /// Resource groups by id.
    pub groups: BTreeMap<&'a Id, Group<'a>>,
    /// Data sources by id.
    pub sources: BTreeMap<&'a Id, Source<'a>>,
    /// What the address plan contradicts.
    pub address_plan: AddressPlan,
    /// The node that is the Internet.
    pub internet: Option<&'a Id>,
    /// Every address that a network or vSwitch takes.
    pub occupied: AddressSet,
    /// Every elastic IP address in the drawing with its owners: resource groups and NAT gateways.
    pub eips: PrefixMap<&'a Id>,
    /// Which network a VPC, data center, other cloud or vSwitch belongs to.
    network_of: BTreeMap<&'a Id, NetworkIx>,
    /// The VPCs of each account and region, in order of id.
    vpcs: BTreeMap<(&'a Id, &'a str), Vec<NetworkIx>>,
    /// The NAT gateways of each VPC.
    gateways: BTreeMap<&'a Id, Vec<(&'a Id, &'a Node)>>,
    /// Networks that in-service connections other than PrivateLink lead to, as component numbers.
    components: Vec<usize>,
    /// The same without peerings.
    components_without_peering: Vec<usize>,
}

impl<'a> Reading<'a> {
    /// Resolves a drawing.
    pub fn of(topology: &'a Topology) -> Self {
        let mut networks = network::networks(topology);
        let index: BTreeMap<&Id, NetworkIx> = networks.iter().map(|n| (n.id, n.ix)).gather();
        let joins = join::joins(topology, &index, &networks);
        network::install_routes(topology, &mut networks, &joins);
        let mut network_of = index;
        for network in &networks {
            network_of.extend(network.switches.iter().map(|switch| (switch.id, network.ix)));
        }
        let components = join::components(networks.len(), &joins, Join::carries_routes);
        let components_without_peering =
            join::components(networks.len(), &joins, |join| join.carries_routes() && !join.is_peering());
        let mut vpcs: BTreeMap<(&Id, &str), Vec<NetworkIx>> = BTreeMap::new();
        for network in &networks {
            if let (Some(account), Some(region)) = (network.account, network.region) {
                vpcs.entry((account, region)).or_default().push(network.ix);
            }
        }
        let taken = networks.iter().flat_map(|network| {
            let switches = network.switches.iter().filter_map(|switch| switch.cidr);
            network.cidrs.iter().flatten().copied().chain(switches)
        });
        let occupied = AddressSet::of(taken);
        let mut reading = Self {
            topology,
            networks,
            joins,
            groups: BTreeMap::new(),
            sources: BTreeMap::new(),
            address_plan: AddressPlan::default(),
            internet: None,
            occupied,
            eips: PrefixMap::default(),
            network_of,
            vpcs,
            gateways: BTreeMap::new(),
            components,
            components_without_peering,
        };
        let mut eips: Vec<(Block, &Id)> = Vec::new();
        for (id, node) in &topology.nodes {
            match &node.kind {
                Kind::ResourceGroup(group) => {
                    eips.extend(group.eips.iter().flatten().map(|eip| (host_block(*eip), id)));
                    let group = Group::read(&reading, id, group);
                    reading.groups.insert(id, group);
                }
                Kind::DataSource(source) => {
                    let source = Source::read(&reading, id, source);
                    reading.sources.insert(id, source);
                }
                Kind::Internet => reading.internet = Some(id),
                Kind::NatGateway(nat) => {
                    eips.extend(nat.eips.iter().flatten().map(|eip| (host_block(*eip), id)));
                    let held = node.parent.iter().map(|vpc| (vpc, (id, node.as_ref())));
                    held.for_each(|(vpc, gateway)| reading.gateways.entry(vpc).or_default().push(gateway));
                }
                _ => {}
            }
        }
        reading.eips = PrefixMap::of(eips);
        reading.address_plan = AddressPlan::check(&reading);
        alike::number(&mut reading);
        reading
    }

    /// The network with this number.
    pub fn network(&self, ix: NetworkIx) -> &Network<'a> {
        #[expect(
            clippy::indexing_slicing,
            reason = "numbers are issued together with the list and never outlive it"
        )]
        &self.networks[ix.0]
    }

    /// The connection with this number.
    pub fn join(&self, ix: JoinIx) -> &Join<'a> {
        #[expect(
            clippy::indexing_slicing,
            reason = "numbers are issued together with the list and never outlive it"
        )]
        &self.joins[ix.0]
    }

    /// The network that is, or holds, the element called `id`.
    pub fn network_of(&self, id: &Id) -> Option<NetworkIx> {
        self.network_of.get(id).copied()
    }

    /// The account that a node lies in.
    pub fn account_of(&self, id: &Id) -> Option<&'a Id> {
        self.topology.enclosing(id, KindName::Account)
    }

    /// The region value that a node lies in; `None` outside of regions and where the region has no value yet.
    pub fn region_of(&self, id: &Id) -> Option<&'a str> {
        let region = self.topology.enclosing(id, KindName::Region)?;
        match &self.topology.node(region)?.kind {
            Kind::Region(place) => Some(place.region.trim()).filter(|region| !region.is_empty()),
            _ => None,
        }
    }

    /// Whether two accounts are known to be registered at different sites.
    pub fn sites_differ(&self, a: Option<&Id>, b: Option<&Id>) -> bool {
        let site = |id: Option<&Id>| -> Option<Site> {
            match &self.topology.node(id?)?.kind {
                Kind::Account(account) => account.site,
                _ => None,
            }
        };
        matches!((site(a), site(b)), (Some(a), Some(b)) if a != b)
    }

    /// The networks that a group of this account and region can be bound to, in order of id, ranges aside.
    pub fn vpcs_of(&self, account: Option<&'a Id>, region: Option<&'a str>) -> &[NetworkIx] {
        let held = account.zip(region).and_then(|place| self.vpcs.get(&place));
        held.map(Vec::as_slice).unwrap_or_default()
    }

    /// The NAT gateways of a VPC, in order of id.
    pub fn gateways_of(&self, vpc: &Id) -> impl Iterator<Item = (&'a Id, &'a Node)> {
        self.gateways.get(vpc).into_iter().flatten().copied()
    }

    /// The connections that hold both networks, whatever the state.
    pub fn between(&self, a: NetworkIx, b: NetworkIx) -> impl Iterator<Item = &Join<'a>> {
        let joins = self.network(a).joins.iter().map(|ix| self.join(*ix));
        joins.filter(move |join| join.members.contains_key(&b))
    }

    /// Whether a chain of in-service connections leads from one network to another.
    pub fn chained(&self, a: NetworkIx, b: NetworkIx) -> bool {
        self.components.get(a.0) == self.components.get(b.0)
    }

    /// The shortest chain of in-service connections without a peering that begins with `first`, as connection and network in turn up to the
    /// last connection before `far`; of as short ones the first by id. Empty where there is none.
    pub fn chain(&self, first: JoinIx, near: NetworkIx, far: NetworkIx) -> Vec<&'a Id> {
        let onward = |at: NetworkIx, join: &JoinIx| {
            let join = self.join(*join);
            let serves = join.carries_routes() && !join.is_peering() && join.serves(at);
            let all = join.members.keys().copied().filter(move |to| serves && join.serves(*to));
            all.map(|to| (to, join.id)).collect::<Vec<_>>()
        };
        let mut seen = BTreeSet::from([near]);
        let mut reached: Vec<(NetworkIx, Vec<&'a Id>)> = vec![(near, Vec::new())];
        while !reached.is_empty() {
            let mut next = Vec::new();
            for (at, way) in reached {
                let joins = if at == near { &vec![first] } else { &self.network(at).joins };
                for (to, join) in joins.iter().flat_map(|join| onward(at, join)) {
                    if seen.insert(to) {
                        let step = (at != near).then(|| self.network(at).id);
                        next.push((to, way.iter().copied().chain(step).chain([join]).collect::<Vec<_>>()));
                    }
                }
            }
            if let Some((_, way)) = next.iter().find(|(to, _)| *to == far) {
                return way.clone();
            }
            reached = next;
        }
        Vec::new()
    }

    /// Whether such a chain exists without any peering.
    pub fn chained_without_peering(&self, a: NetworkIx, b: NetworkIx) -> bool {
        self.components_without_peering.get(a.0) == self.components_without_peering.get(b.0)
    }
}
