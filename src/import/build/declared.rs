//! Data sources that DataWorks or a table tells of, and servers whose open port gives them away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{
    Address, AddressSet, Block, Id, PrefixMap, host_block, parse_address, private_ranges, service_addresses,
};
use crate::import::build::Builder;
use crate::import::build::stores::admit;
use crate::import::facts::{Declared, ServerFact};
use crate::import::said::{Fact, Inference, Question, Reason, Warning};
use crate::topology::{
    Action, DataCenter, DataSource, Direction, Endpoint, Entry, Kind, PRODUCTS, Product, Protocol,
    SecurityGroup, Vpc, Whitelist,
};

/// What is looked up for each declared data source.
#[derive(Default)]
struct Index<'a> {
    /// Data sources by the host they are reached by.
    hosts: BTreeMap<String, Id>,
    /// Servers by their addresses.
    servers: BTreeMap<&'a str, Vec<&'a str>>,
    /// Networks by name.
    networks: BTreeMap<String, Vec<Id>>,
    /// vSwitches and data centers by their blocks.
    holders: PrefixMap<Id>,
    /// Servers on which a data source runs.
    used: BTreeSet<&'a str>,
}

/// Where a data source lies, and the server that it runs on.
struct Spot<'a> {
    parent: Id,
    server: Option<&'a str>,
    public: bool,
}

impl<'a> Builder<'a> {
    /// Draws the declared data sources, then the servers whose port tells what they run.
    pub(super) fn declared(&mut self) {
        let facts = self.facts;
        let mut index = Index::default();
        for (id, node) in &self.topology.nodes {
            match &node.kind {
                Kind::DataSource(source) => {
                    index.hosts.extend(source.host.clone().map(|host| (host, id.clone())));
                }
                Kind::Vpc(_) | Kind::VSwitch(_) | Kind::DataCenter(_) => {
                    let names = node.name.iter().cloned().chain([id.to_string()]);
                    names.for_each(|name| index.networks.entry(name).or_default().push(id.clone()));
                }
                _ => {}
            }
        }
        index.holders = PrefixMap::of(self.holders());
        for (name, server) in &facts.servers {
            for address in server.addresses.iter().chain(&server.public) {
                index.servers.entry(address).or_default().push(name);
            }
        }
        for source in &facts.declared {
            if !self.enrich(source, &index) {
                self.declare(source, &mut index);
            }
        }
        for (name, server) in facts.servers.iter().filter(|(name, _)| !index.used.contains(name.as_str())) {
            self.guess(name, server);
        }
    }

    /// Adds to an instance that is drawn already; whether there is one.
    fn enrich(&mut self, source: &Declared, index: &Index<'_>) -> bool {
        let by_id = source.instance.as_deref().and_then(Id::parse);
        let by_id = by_id.filter(|id| self.topology.data_source(id).is_some());
        let by_host = || index.hosts.get(source.host.as_ref()?).cloned();
        let Some(node) = by_id.or_else(by_host).and_then(|id| self.topology.nodes.get_mut(&id)) else {
            return false;
        };
        let node = Arc::make_mut(node);
        node.name = node.name.take().or_else(|| Some(source.name.clone()));
        if let (Kind::DataSource(held), Some(entries)) = (&mut node.kind, &source.whitelist) {
            admit(held, entries);
        }
        true
    }

    fn declare(&mut self, source: &'a Declared, index: &mut Index<'a>) {
        let product = product(source);
        let mut addresses: Vec<Address> = Vec::new();
        for typed in &source.addresses {
            addresses.extend(self.address(&source.name, typed));
        }
        addresses.sort_unstable();
        addresses.dedup();
        let Some(spot) = self.spot(source, product, &addresses, index) else {
            self.notes.questions.insert(Question::Network(source.name.clone()));
            return;
        };
        index.used.extend(spot.server);
        let mut held = DataSource::new(product);
        held.addresses = Some(addresses).filter(|addresses| !addresses.is_empty());
        held.host.clone_from(&source.host);
        let port = source.port.as_deref().and_then(|port| port.parse::<u16>().ok());
        held.port = port.filter(|port| *port > 0 && Some(*port) != product.info().port);
        held.endpoint = spot.public.then_some(Endpoint::Public);
        let list = |entries: &Vec<String>| {
            Whitelist::Entries(entries.iter().map(|entry| Entry::new(entry)).collect())
        };
        held.whitelist = source.whitelist.as_ref().map(list);
        let facts = self.facts;
        if let Some(server) = spot.server.and_then(|server| facts.servers.get(server)) {
            held.security_group = self.guards(&server.groups);
        }
        let wanted = source.instance.as_deref().and_then(Id::parse).unwrap_or_else(|| id_of(&source.name));
        let id = self.topology.free_id(&wanted);
        self.put(&id, Some(&source.name), Some(&spot.parent), Kind::DataSource(held));
    }

    fn spot(
        &mut self,
        source: &'a Declared,
        product: Product,
        addresses: &[Address],
        index: &Index<'a>,
    ) -> Option<Spot<'a>> {
        let at = |parent| Spot { parent, server: None, public: false };
        if product.is_regional() {
            return Some(at(self.place(source.account.as_deref(), source.region.as_deref(), &source.name)));
        }
        let facts = self.facts;
        let server = source.addresses.iter().find_map(|address| {
            match index.servers.get(address.as_str())?.as_slice() {
                [server] => Some((*server, facts.servers.get(*server)?, address)),
                _ => None,
            }
        });
        if let Some((name, server, address)) = server
            && let Some(parent) = self.home_of(server)
        {
            return Some(Spot { parent, server: Some(name), public: server.public.contains(address) });
        }
        if let Some(network) = source.network.as_deref() {
            return self.network(source, network, index).map(at);
        }
        let first = addresses.first().copied()?;
        if !AddressSet::from(host_block(first)).intersect(&inside()).is_empty() {
            let parent = holder_of(&index.holders, first)?;
            let (id, network) = (source.name.clone(), parent.to_string());
            self.notes.infer(Inference::ByAddress { id, network });
            return Some(at(parent));
        }
        Some(at(self.internet()))
    }

    /// The vSwitch or VPC of a server, where it is drawn.
    fn home_of(&self, server: &ServerFact) -> Option<Id> {
        let places =
            [&server.switch, &server.vpc].into_iter().filter_map(|place| Id::parse(place.as_deref()?));
        places.into_iter().find(|place| self.topology.nodes.contains_key(place))
    }

    /// The vSwitches and data centers with their blocks.
    fn holders(&self) -> Vec<(Block, Id)> {
        let mut found: Vec<(Block, Id)> = Vec::new();
        for (id, node) in &self.topology.nodes {
            match &node.kind {
                Kind::VSwitch(switch) => found.extend(switch.cidr.map(|cidr| (cidr, id.clone()))),
                Kind::DataCenter(center) => {
                    found.extend(center.cidrs.iter().flatten().map(|cidr| (*cidr, id.clone())));
                }
                _ => {}
            }
        }
        found
    }

    /// The network that a table names: by id or name, the Internet, else a network that only the table knows.
    fn network(&mut self, source: &'a Declared, typed: &str, index: &Index<'_>) -> Option<Id> {
        if ["internet", "公网", "互联网", "public"].contains(&typed.to_lowercase().as_str()) {
            return Some(self.internet());
        }
        if let Some([id]) = index.networks.get(typed).map(Vec::as_slice) {
            return Some(id.clone());
        }
        let id = Id::parse(typed).unwrap_or_else(|| id_of(typed));
        let located = source.account.is_some() || source.region.is_some();
        let of_table = self.tabled.values().any(|known| *known == id);
        // Of an id of the cloud there is one network, of a name there can be one in each region.
        let is_vpc = typed.starts_with("vpc-");
        if self.topology.nodes.contains_key(&id) && !(of_table && located && !is_vpc) {
            self.compare_place(source, &id);
            return Some(id);
        }
        if typed.starts_with("vsw-") {
            return None;
        }
        if is_vpc || located {
            let parent = self.place(source.account.as_deref(), source.region.as_deref(), typed);
            // Of the same name elsewhere there is another one.
            let key = (parent.clone(), typed.to_owned());
            if let Some(id) = self.tabled.get(&key) {
                return Some(id.clone());
            }
            let id = self.topology.free_id(&id);
            self.tabled.insert(key, id.clone());
            let cloud_id = is_vpc.then(|| typed.to_owned());
            self.put(&id, Some(typed), Some(&parent), Kind::Vpc(Vpc { cloud_id, ..Vpc::default() }));
            self.notes.questions.insert(Question::Block(typed.to_owned()));
            return Some(id);
        }
        {
            self.put(&id, Some(typed), None, Kind::DataCenter(DataCenter::default()));
            self.notes.infer(Inference::DataCenter(typed.to_owned()));
        }
        Some(id)
    }

    /// Tells where a table puts a VPC into another account or region than the rest of the input does.
    fn compare_place(&mut self, source: &Declared, vpc: &Id) {
        let parent = |id: &Id| self.topology.node(id).and_then(|node| node.parent.as_ref());
        let is_vpc = matches!(self.topology.node(vpc).map(|node| &node.kind), Some(Kind::Vpc(_)));
        let Some(region) = parent(vpc).filter(|_| is_vpc) else {
            return;
        };
        let told = |known: &Option<String>, places: &BTreeMap<&String, &Id>, held: Option<&Id>| {
            known.as_ref().is_some_and(|known| places.get(known).copied() != held)
        };
        let accounts = self.accounts.iter().collect();
        let regions = self.places.iter().filter(|(_, place)| *place == region);
        let regions: BTreeMap<&String, &Id> = regions.map(|((_, name), place)| (name, place)).collect();
        if told(&source.account, &accounts, parent(region)) || told(&source.region, &regions, Some(region)) {
            let (id, taken) = (vpc.to_string(), region.to_string());
            self.notes.warnings.insert(Warning::Disputed { id, fact: Fact::Place, taken });
        }
    }

    fn internet(&mut self) -> Id {
        let id = Id::from_words("internet");
        if !self.topology.nodes.contains_key(&id) {
            self.put(&id, None, None, Kind::Internet);
        }
        id
    }

    /// Draws a server as the data source whose port, and no other one, its security group opens.
    fn guess(&mut self, name: &'a str, server: &'a ServerFact) {
        let guard = if server.groups.iter().all(|group| self.facts.groups.contains_key(group)) {
            self.guards_quietly(server)
        } else {
            None
        };
        let opened = guard.as_ref().map(opened).unwrap_or_default();
        let (Some(parent), [(product, port)], Some(id)) =
            (self.home_of(server), opened.as_slice(), Id::parse(name))
        else {
            self.notes.ignore(name, Reason::NoDataSource);
            return;
        };
        let mut source = DataSource::new(*product);
        let addresses = server.addresses.iter().filter_map(|address| parse_address(address).ok()).collect();
        source.addresses = Some(addresses).filter(|addresses: &Vec<Address>| !addresses.is_empty());
        source.security_group = guard;
        let inference = Inference::ProductByPort { id: name.to_owned(), product: product.key(), port: *port };
        self.notes.infer(inference);
        self.put(&id, server.name.as_deref(), Some(&parent), Kind::DataSource(source));
    }

    /// The rules of a server of which it is not yet known whether it matters.
    fn guards_quietly(&mut self, server: &ServerFact) -> Option<SecurityGroup> {
        let call = "ecs DescribeSecurityGroupAttribute";
        let known = server.groups.iter().all(|group| self.facts.was_asked(call, group));
        if known { self.guards(&server.groups) } else { None }
    }
}

/// The only vSwitch or data center whose block holds an address.
fn holder_of(holders: &PrefixMap<Id>, address: Address) -> Option<Id> {
    let held = holders.meeting(&AddressSet::from(host_block(address)));
    let found: BTreeSet<&Id> = held.into_iter().flat_map(|(_, ids)| ids).collect();
    found.first().filter(|_| found.len() == 1).map(|id| (*id).clone())
}

/// The products run by the user whose port a group opens by a rule of its own.
fn opened(guard: &SecurityGroup) -> Vec<(Product, u16)> {
    let opens = |port: u16| {
        guard.rules.iter().any(|rule| {
            let tcp = rule.direction == Direction::Inbound && rule.protocol == Protocol::Tcp;
            tcp && rule.action == Action::Allow && rule.ports.from == port && rule.ports.to == port
        })
    };
    let own = PRODUCTS.iter().filter(|product| product.key().starts_with("self_managed_"));
    own.filter_map(|product| Some((*product, product.info().port.filter(|port| opens(*port))?))).collect()
}

/// Private addresses, and those of the shared range that Alibaba Cloud uses inside.
fn inside() -> AddressSet {
    private_ranges().union(&service_addresses())
}

/// What a declared data source is: as the table says, else by its type, managed where it names an instance.
fn product(source: &Declared) -> Product {
    if let Some(product) = source.product.and_then(Product::from_key) {
        return product;
    }
    let Some(kind) = source.kind.as_deref() else {
        return Product::OTHER;
    };
    let managed =
        source.instance.is_some() || source.host.as_ref().is_some_and(|host| host.contains(".aliyuncs.com"));
    let fitting = || PRODUCTS.iter().copied().filter(|product| product.info().dataworks == kind);
    let own = fitting().find(|product| product.has_own_security_group() != managed);
    let by_key = Product::from_key(kind).filter(|product| product.info().dataworks != kind || own.is_none());
    by_key.or(own).or_else(|| fitting().next()).unwrap_or(Product::OTHER)
}

/// An id made of a name; what an id cannot hold is told apart by a number made of the whole name.
pub(super) fn id_of(name: &str) -> Id {
    let plain =
        name.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-' | ' '));
    if plain && !name.trim().is_empty() && name.len() <= 48 {
        return Id::from_words(name);
    }
    let number =
        name.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let kept: String = name.chars().filter(char::is_ascii).take(32).collect();
    let named = kept.chars().any(|sign| sign.is_ascii_alphanumeric());
    let kept = if named { kept } else { "source".to_owned() };
    Id::from_words(&format!("{kept} {number:08x}"))
}
