//! Data sources, resolved: where they lie, which addresses they have, what their whitelist admits.

use crate::base::{AddressSet, Block, Id, host_block};
use crate::reading::{NetworkIx, Reading};
use crate::topology::{DataSource, Entry, EntryMeaning, Kind, KindName, Whitelist};

/// A data source.
#[derive(Debug)]
pub struct Source<'a> {
    /// Its id.
    pub id: &'a Id,
    /// What is drawn.
    pub drawn: &'a DataSource,
    /// Its account, where it lies in one.
    pub account: Option<&'a Id>,
    /// Its region, where it lies in one.
    pub region: Option<&'a str>,
    /// Where it lies.
    pub location: Location<'a>,
    /// Whether it is reached over the Internet.
    pub public: bool,
    /// Its addresses, as drawn or standing in for them; `None` where nothing is known.
    pub addresses: Option<AddressSet>,
    /// The port it is reached at.
    pub port: Option<u16>,
    /// The entries of its whitelist, each read once; `None` where there is no whitelist or it is not known.
    pub entries: Option<Vec<ReadEntry<'a>>>,
    /// The addresses that its whitelist admits: the union of all readable entries, everything where there is none; `None`
    /// where the whitelist is not known.
    pub admitted: Option<AddressSet>,
    /// Data sources of one number are reached in the same way, and differ in their own gates at most.
    pub alike: usize,
}

/// An entry of a whitelist, as typed and as read.
#[derive(Debug)]
pub struct ReadEntry<'a> {
    /// As typed.
    pub typed: &'a Entry,
    /// What it means.
    pub meaning: EntryMeaning,
}

/// Where a data source lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location<'a> {
    /// In a VPC (perhaps in one of its vSwitches), data center or other cloud.
    Network {
        /// The network.
        network: NetworkIx,
        /// The vSwitch.
        vswitch: Option<&'a Id>,
    },
    /// In the classic network.
    Classic,
    /// A service of a region.
    Region,
    /// On the Internet, or nowhere yet.
    Internet,
}

impl ReadEntry<'_> {
    /// The block that it counts as.
    pub fn block(&self) -> Option<Block> {
        self.meaning.block()
    }
}

impl<'a> Source<'a> {
    pub(super) fn read(reading: &Reading<'a>, id: &'a Id, drawn: &'a DataSource) -> Self {
        let place = reading.topology.node(id).and_then(|node| node.parent.as_ref());
        let location = place.map_or(Location::Internet, |place| locate(reading, place));
        let given = drawn.addresses.iter().flatten().map(|address| host_block(*address));
        let given = AddressSet::of(given);
        let addresses = if given.is_empty() { stand_in(reading, location) } else { Some(given) };
        let (entries, admitted) = match &drawn.whitelist {
            None => (None, None),
            Some(Whitelist::None) => (None, Some(AddressSet::from(Block::default()))),
            Some(Whitelist::Entries(entries)) => {
                let read = |typed: &'a Entry| ReadEntry { typed, meaning: typed.meaning() };
                let entries: Vec<ReadEntry<'a>> = entries.iter().map(read).collect();
                let admitted = AddressSet::of(entries.iter().filter_map(ReadEntry::block));
                (Some(entries), Some(admitted))
            }
        };
        // Everything in a network lies where the network does.
        let (account, region) = match location {
            Location::Network { network, .. } => {
                let network = reading.network(network);
                (network.account, network.region)
            }
            _ => (reading.account_of(id), reading.region_of(id)),
        };
        Self {
            id,
            drawn,
            account,
            region,
            location,
            public: reading.topology.is_reached_publicly(id),
            addresses,
            port: drawn.effective_port(),
            entries,
            admitted,
            alike: 0,
        }
    }

    /// The network it lies in.
    pub fn network(&self) -> Option<NetworkIx> {
        match self.location {
            Location::Network { network, .. } => Some(network),
            Location::Classic | Location::Region | Location::Internet => None,
        }
    }

    /// The vSwitch it lies in.
    pub fn vswitch(&self) -> Option<&'a Id> {
        match self.location {
            Location::Network { vswitch, .. } => vswitch,
            Location::Classic | Location::Region | Location::Internet => None,
        }
    }

    /// Whether a security group of its own is asked: products run by the user, inside a VPC.
    pub fn is_gated_by_security_group(&self, reading: &Reading<'_>) -> bool {
        let in_vpc = self.network().is_some_and(|ix| reading.network(ix).kind == KindName::Vpc);
        in_vpc && self.drawn.product.has_own_security_group()
    }

    /// The blocks by which a route names this data source: its vSwitch, else its network's blocks, else its addresses.
    pub fn route_blocks(&self, reading: &Reading<'_>) -> Vec<Block> {
        let Some(addresses) = &self.addresses else {
            return Vec::new();
        };
        let mut blocks: Vec<Block> = Vec::new();
        if let Some(network) = self.network().map(|ix| reading.network(ix)) {
            let switch = network.switches.iter().find(|switch| Some(switch.id) == self.vswitch());
            let meets = |block: &Block| addresses.meets(&(*block).into());
            match switch.and_then(|switch| switch.cidr).filter(meets) {
                Some(cidr) => blocks.push(cidr),
                None => {
                    let all: Vec<Block> = network.cidrs.iter().flatten().copied().filter(meets).collect();
                    let widest =
                        |block: &Block| !all.iter().any(|other| other != block && other.contains(block));
                    blocks.extend(all.iter().copied().filter(widest));
                    blocks.dedup();
                }
            }
        }
        let rest = addresses.minus(&AddressSet::of(blocks.iter().copied()));
        let singles = rest.ranges().iter().flat_map(|(from, to)| *from..=*to);
        if rest.count() <= 64 {
            blocks.extend(singles.map(|address| host_block(address.into())));
        } else {
            blocks.extend(rest.blocks());
        }
        blocks
    }
}

fn locate<'a>(reading: &Reading<'a>, place: &'a Id) -> Location<'a> {
    match reading.topology.node(place).map(|node| &node.kind) {
        Some(Kind::VSwitch(_)) => match reading.network_of(place) {
            Some(network) => Location::Network { network, vswitch: Some(place) },
            None => Location::Internet,
        },
        Some(Kind::Vpc(_) | Kind::DataCenter(_) | Kind::OtherCloud(_)) => match reading.network_of(place) {
            Some(network) => Location::Network { network, vswitch: None },
            None => Location::Internet,
        },
        Some(Kind::ClassicNetwork) => Location::Classic,
        Some(Kind::Region(_)) => Location::Region,
        _ => Location::Internet,
    }
}

/// The block of the place, where no address is drawn: the vSwitch, else the blocks of the network as they are drawn. What
/// stands in for these are addresses of other data sources.
fn stand_in(reading: &Reading<'_>, location: Location<'_>) -> Option<AddressSet> {
    let Location::Network { network, vswitch } = location else {
        return None;
    };
    let network = reading.network(network);
    let switch =
        network.switches.iter().find(|switch| Some(switch.id) == vswitch).and_then(|switch| switch.cidr);
    switch
        .map(AddressSet::from)
        .or_else(|| {
            let drawn = reading.topology.node(network.id)?.kind.cidrs()?;
            Some(AddressSet::of(drawn.iter().copied()))
        })
        .filter(|set| !set.is_empty())
}
