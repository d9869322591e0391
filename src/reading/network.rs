//! Networks: VPCs, data centers and other clouds with their blocks, vSwitches and route tables.

use std::collections::BTreeMap;

use crate::base::order::Gather;
use crate::base::{Address, AddressSet, Block, Id, PrefixMap, host_block};
use crate::reading::{Join, JoinIx};
use crate::topology::{Kind, KindName, Topology};

/// The number of a network in its reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NetworkIx(pub(super) usize);

/// A VPC, data center or other cloud.
#[derive(Debug)]
pub struct Network<'a> {
    /// Its number.
    pub ix: NetworkIx,
    /// Its id.
    pub id: &'a Id,
    /// VPC, data center or other cloud.
    pub kind: KindName,
    /// The account of a VPC.
    pub account: Option<&'a Id>,
    /// The region of a VPC.
    pub region: Option<&'a str>,
    /// Its blocks: as drawn, or for data centers and other clouds the addresses of the data sources inside.
    pub cidrs: Option<Vec<Block>>,
    /// The blocks as a set, empty where they are not known.
    pub extent: AddressSet,
    /// The vSwitches of a VPC, in order of id.
    pub switches: Vec<Switch<'a>>,
    /// The addresses that are local: the vSwitches' blocks.
    pub local: AddressSet,
    /// Custom routes that are not withdrawn, with the connection each leads to.
    pub custom: PrefixMap<JoinIx>,
    /// Custom routes that are withdrawn, because this network is not in service in their connection.
    pub withdrawn: PrefixMap<JoinIx>,
    /// The connections that hold this network, whatever the state, in order of id.
    pub joins: Vec<JoinIx>,
}

/// A vSwitch of a VPC.
#[derive(Clone, Copy, Debug)]
pub struct Switch<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its block.
    pub cidr: Option<Block>,
    /// Its zone.
    pub zone: Option<&'a str>,
}

impl Network<'_> {
    /// Whether a group of this account and region can be bound here: only to VPCs of its own account and region.
    pub fn is_bindable(&self, account: Option<&Id>, region: Option<&str>) -> bool {
        let here = self.account.is_some() && self.account == account;
        self.kind == KindName::Vpc && here && self.region.is_some() && self.region == region
    }

    /// A block in 21.0.0.0/8, in which serverless groups support no VPC.
    ///
    /// Source: "Create and use a serverless resource group" (2026).
    pub fn block_unsupported_by_serverless(&self) -> Option<Block> {
        let blocks =
            self.switches.iter().filter_map(|switch| switch.cidr).chain(self.cidrs.iter().flatten().copied());
        blocks.into_iter().find(|block| {
            block.network().octets().first() == Some(&21)
                || (block.prefix_len() < 8 && block.contains(&Address::new(21, 0, 0, 0)))
        })
    }

    /// The first vSwitch that shares an address with `set`.
    pub fn switch_meeting(&self, set: &AddressSet) -> Option<&Switch<'_>> {
        self.switches.iter().find(|switch| switch.cidr.is_some_and(|cidr| set.meets(&cidr.into())))
    }

    /// The first pair of blocks, one of each network, that overlap.
    pub fn overlap_with(&self, other: &Self) -> Option<(Block, Block)> {
        if !self.extent.meets(&other.extent) {
            return None;
        }
        let pairs =
            self.cidrs.iter().flatten().flat_map(|a| other.cidrs.iter().flatten().map(move |b| (*a, *b)));
        pairs.into_iter().find(|(a, b)| crate::base::overlap(*a, *b))
    }
}

/// The networks of a drawing, in order of id, without their routes.
pub(super) fn networks(topology: &Topology) -> Vec<Network<'_>> {
    let mut networks: Vec<Network<'_>> = Vec::new();
    let mut position: BTreeMap<&Id, usize> = BTreeMap::new();
    for (id, node) in &topology.nodes {
        let kind = node.kind.name();
        if !kind.is_network() {
            continue;
        }
        let region = topology.enclosing(id, KindName::Region).and_then(|r| match &topology.node(r)?.kind {
            Kind::Region(place) => Some(place.region.trim()).filter(|r| !r.is_empty()),
            _ => None,
        });
        position.insert(id, networks.len());
        networks.push(Network {
            ix: NetworkIx(networks.len()),
            id,
            kind,
            account: topology.enclosing(id, KindName::Account),
            region,
            cidrs: node.kind.cidrs().map(<[Block]>::to_vec),
            extent: AddressSet::empty(),
            switches: Vec::new(),
            local: AddressSet::empty(),
            custom: PrefixMap::default(),
            withdrawn: PrefixMap::default(),
            joins: Vec::new(),
        });
    }
    let mut stand_ins: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
    for (id, node) in &topology.nodes {
        let Some(at) = node.parent.as_ref().and_then(|parent| position.get(parent)) else {
            continue;
        };
        match &node.kind {
            Kind::VSwitch(vswitch) => {
                let switch = Switch { id, cidr: vswitch.cidr, zone: vswitch.zone.as_deref() };
                networks.get_mut(*at).into_iter().for_each(|network| network.switches.push(switch));
            }
            Kind::DataSource(source) => {
                let addresses = source.addresses.iter().flatten().map(|address| host_block(*address));
                stand_ins.entry(*at).or_default().extend(addresses);
            }
            _ => {}
        }
    }
    for (at, network) in networks.iter_mut().enumerate() {
        network.local = AddressSet::of(network.switches.iter().filter_map(|switch| switch.cidr));
        if network.kind != KindName::Vpc && network.cidrs.is_none() {
            network.cidrs = stand_ins
                .remove(&at)
                .filter(|blocks| !blocks.is_empty())
                .map(|blocks| AddressSet::of(blocks).blocks());
        }
        network.extent = AddressSet::of(network.cidrs.iter().flatten().copied());
    }
    networks
}

/// Gives every network its connections and the custom routes that are not withdrawn: a route through a connection in
/// which this network itself is not in service is.
pub(super) fn install_routes(topology: &Topology, networks: &mut [Network<'_>], joins: &[Join<'_>]) {
    let by_id: BTreeMap<&Id, &Join<'_>> = joins.iter().map(|join| (join.id, join)).gather();
    for network in networks.iter_mut() {
        let routes = topology.node(network.id).map_or(&[][..], |node| node.kind.routes());
        let (mut custom, mut withdrawn) = (Vec::new(), Vec::new());
        for route in routes {
            let Some(join) = by_id.get(&route.via) else {
                continue;
            };
            let table = if join.serves(network.ix) { &mut custom } else { &mut withdrawn };
            table.push((route.to, join.ix));
        }
        network.custom = PrefixMap::of(custom);
        network.withdrawn = PrefixMap::of(withdrawn);
    }
    for join in joins {
        for member in join.members.keys() {
            networks.get_mut(member.0).into_iter().for_each(|network| network.joins.push(join.ix));
        }
    }
}

impl NetworkIx {
    /// The number of a network that does not exist yet: equal to no other, and nothing to be looked up.
    pub(crate) fn unborn() -> Self {
        Self(usize::MAX)
    }
}
