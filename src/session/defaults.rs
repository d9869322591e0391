//! What a new thing starts with: the next free block, a readable id, and nothing that only the user can know.

use crate::base::{Address, AddressSet, Block, Id, first_block, private_ranges};
use crate::session::PaletteItem;
use crate::topology::{
    Account, Connection, ConnectionKind, DataCenter, DataSource, Entry, Factory, GateKind, Kind, KindName,
    NatGateway, Node, OtherCloud, Product, RegionPlace, ResourceGroup, Task, Topology, VSwitch, Vpc,
    Whitelist,
};

/// What new region places of an account stand for, in turn.
const REGIONS: [&str; 4] = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen"];

/// The id and the facts of a new node.
pub fn new_node(topology: &Topology, item: PaletteItem, parent: Option<&Id>) -> Option<(Id, Node)> {
    let (stem, kind) = match item {
        PaletteItem::Node(name) => (stem_of(name), new_kind(topology, name, parent)?),
        PaletteItem::Group(kind) => ("rg".to_owned(), Kind::ResourceGroup(ResourceGroup::new(kind))),
        PaletteItem::Source(product) => {
            let whitelist = factory_whitelist(topology, product, parent);
            let source = DataSource { whitelist, ..DataSource::new(product) };
            (product.key().replace('_', "-"), Kind::DataSource(source))
        }
        PaletteItem::Connection(_) => return None,
    };
    let id = match kind.name() {
        KindName::Internet => topology.free_id(&Id::from_words(&stem)),
        _ => numbered(topology, &stem),
    };
    Some((id, Node { name: None, note: None, parent: parent.cloned(), kind }))
}

/// The id and the facts of a new connection without networks.
pub fn new_connection(topology: &Topology, kind: ConnectionKind) -> (Id, Connection) {
    let stem = match kind {
        ConnectionKind::Cen => "cen",
        ConnectionKind::VpcPeering => "peering",
        ConnectionKind::VpnGateway => "vpn",
        ConnectionKind::ExpressConnect => "express",
        ConnectionKind::PrivateLink => "privatelink",
        ConnectionKind::SmartAccessGateway => "sag",
    };
    (numbered(topology, stem), Connection::fresh(kind))
}

/// The id and the facts of a new task of a resource group that reads from a data source.
pub fn new_task(topology: &Topology, group: &Id, source: &Id) -> (Id, Task) {
    let task = Task {
        name: None,
        resource_group: group.clone(),
        reads: Some(source.clone()),
        writes: None,
        mode: None,
        threads: None,
    };
    (numbered(topology, "task"), task)
}

/// The first free id of the form `stem-1`, `stem-2`, …
fn numbered(topology: &Topology, stem: &str) -> Id {
    let stem = Id::from_words(stem);
    (1..=topology.nodes.len() + topology.connections.len() + topology.tasks.len() + 1)
        .map(|number| stem.numbered(number))
        .find(|id| !topology.has(id))
        .unwrap_or(stem)
}

fn stem_of(name: KindName) -> String {
    match name {
        KindName::Account => "account",
        KindName::Region => "region",
        KindName::Vpc => "vpc",
        KindName::VSwitch => "vsw",
        KindName::ClassicNetwork => "classic",
        KindName::DataCenter => "idc",
        KindName::OtherCloud => "cloud",
        KindName::Internet => "internet",
        KindName::NatGateway => "nat",
        KindName::ResourceGroup => "rg",
        KindName::DataSource => "source",
    }
    .to_owned()
}

fn new_kind(topology: &Topology, name: KindName, parent: Option<&Id>) -> Option<Kind> {
    Some(match name {
        KindName::Account => Kind::Account(Account::default()),
        KindName::Region => Kind::Region(RegionPlace { region: next_region(topology, parent).to_owned() }),
        KindName::Vpc => {
            Kind::Vpc(Vpc { cidrs: next_vpc_block(topology).map(|block| vec![block]), ..Vpc::default() })
        }
        KindName::VSwitch => {
            let cidr = parent.and_then(|vpc| next_vswitch_block(topology, vpc));
            Kind::VSwitch(VSwitch { cidr, ..VSwitch::default() })
        }
        KindName::ClassicNetwork => Kind::ClassicNetwork,
        KindName::DataCenter => Kind::DataCenter(DataCenter::default()),
        KindName::OtherCloud => Kind::OtherCloud(OtherCloud::default()),
        KindName::Internet => Kind::Internet,
        KindName::NatGateway => Kind::NatGateway(NatGateway::default()),
        // These two need more than a name; the palette says which kind or product.
        KindName::ResourceGroup | KindName::DataSource => return None,
    })
}

/// The first of the usual regions that the account does not have yet.
fn next_region(topology: &Topology, account: Option<&Id>) -> &'static str {
    let [first, ..] = REGIONS;
    let siblings = || topology.nodes.values().filter(|node| node.parent.as_ref() == account);
    let is_free = |region: &&str| {
        !siblings().any(|node| matches!(&node.kind, Kind::Region(place) if place.region == **region))
    };
    REGIONS.into_iter().find(is_free).unwrap_or(first)
}

/// The whitelist of a product that is new in this place.
pub fn factory_whitelist(topology: &Topology, product: Product, parent: Option<&Id>) -> Option<Whitelist> {
    let place = parent.and_then(|parent| topology.node(parent)).map(|node| &node.kind);
    let gate = product.gate();
    let factory = if matches!(place, Some(Kind::Internet)) { gate.public_factory } else { gate.factory };
    let listed =
        |entries: &[&str]| Some(Whitelist::Entries(entries.iter().map(|entry| Entry::new(entry)).collect()));
    match factory {
        // What guards a server of one's own outside Alibaba Cloud only its owner knows.
        Factory::Open
            if gate.kind == GateKind::SecurityGroup
                && matches!(place, Some(Kind::DataCenter(_) | Kind::OtherCloud(_) | Kind::Internet)) =>
        {
            None
        }
        Factory::Loopback => listed(&["127.0.0.1"]),
        Factory::Closed => listed(&[]),
        Factory::Open => Some(Whitelist::None),
        Factory::Everything => listed(&["0.0.0.0/0"]),
        Factory::PrivateRanges => listed(&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]),
        Factory::OwnVSwitch => match place {
            Some(Kind::VSwitch(vswitch)) => vswitch.cidr.and_then(|cidr| listed(&[&cidr.to_string()])),
            _ => None,
        },
        Factory::Unstated => None,
    }
}

/// The first /16 that no drawn network uses.
fn next_vpc_block(topology: &Topology) -> Option<Block> {
    free_vpc_block(topology.nodes.values().map(AsRef::as_ref), 16)
}

/// The first private block of a length that overlaps none of these networks: 10.1.0.0 upwards first, as people usually
/// start there.
pub(super) fn free_vpc_block<'a>(drawn: impl Iterator<Item = &'a Node>, length: u8) -> Option<Block> {
    let used = AddressSet::of(drawn.filter_map(|node| node.kind.cidrs()).flatten().copied());
    let free = private_ranges().minus(&used);
    let start = Block::new(Address::new(10, 0, 0, 0), 16).map(AddressSet::from).unwrap_or_default();
    first_block(&free.minus(&start), length, length).or_else(|| first_block(&free, length, length))
}

/// The first /24 of a VPC that none of its vSwitches uses; a smaller one where there is no such room.
fn next_vswitch_block(topology: &Topology, vpc: &Id) -> Option<Block> {
    free_vswitch_block(topology, vpc, 24)
}

/// The first block of a length in a VPC that none of its vSwitches uses; the largest smaller one down to /29 where there
/// is no such room.
pub(super) fn free_vswitch_block(topology: &Topology, vpc: &Id, length: u8) -> Option<Block> {
    let blocks = topology.node(vpc)?.kind.cidrs()?;
    let used = topology.children(vpc).filter_map(|(_, node)| match &node.kind {
        Kind::VSwitch(vswitch) => vswitch.cidr,
        _ => None,
    });
    first_block(&AddressSet::of(blocks.iter().copied()).minus(&AddressSet::of(used)), length, 29)
}
