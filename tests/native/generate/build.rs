//! Builds a document out of the chances of a recipe: places first, then what refers to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::sample::Index;
use reachplan::base::{Address, Block, Id, PortRange, host_block};
use reachplan::topology::*;

use super::{Group, Guard, Join, Places, Recipe, Scope, Shape, Source, Subnet};

/// What has been built so far.
#[derive(Default)]
pub(super) struct Builder {
    nodes: BTreeMap<Id, Node>,
    connections: BTreeMap<Id, Connection>,
    tasks: BTreeMap<Id, Arc<Task>>,
    /// Every block of the plan, what routes, rules and entries are made of.
    blocks: Vec<Block>,
    /// The blocks that a data source may see traffic from.
    seen: Vec<Block>,
}

fn id(stem: &str, number: usize) -> Id {
    Id::parse(&format!("{stem}{number}")).expect("a stem and a number are an id")
}

fn pick<'a, T>(index: &Index, from: &'a [T]) -> Option<&'a T> {
    (!from.is_empty()).then(|| index.get(from))
}

fn block(text: &str) -> Block {
    text.parse().expect("a block of the generator")
}

fn subnet(block: Block, number: u8) -> Block {
    let start = u32::from(block.network()) + (u32::from(number) << 8);
    Block::new(Address::from(start), block.prefix_len().max(24))
        .map(|block| block.trunc())
        .expect("a mask")
}

fn host(block: Block, number: u8) -> Address {
    Address::from((u32::from(block.network()) + 10 + u32::from(number)).min(u32::from(block.broadcast())))
}

fn eip(number: u8) -> Address {
    Address::new(203, 0, 113, number)
}

fn half(block: Block) -> Block {
    Block::new(block.network(), (block.prefix_len() + 1).min(32)).expect("a mask")
}

impl Builder {
    /// The document of a recipe.
    pub(super) fn build(mut self, recipe: &Recipe) -> Document {
        self.places(&recipe.places, recipe.name.as_deref());
        let places: Vec<Id> = self.nodes.keys().cloned().collect();
        let addresses: Vec<_> = recipe
            .sources
            .iter()
            .map(|source| self.addresses(source, &places))
            .collect();
        recipe
            .groups
            .iter()
            .enumerate()
            .for_each(|(number, group)| self.group(number, group));
        for (number, (source, (parent, addresses))) in recipe.sources.iter().zip(addresses).enumerate() {
            self.source(number, source, parent, addresses);
        }
        self.gateways(recipe);
        recipe
            .joins
            .iter()
            .enumerate()
            .for_each(|(number, join)| self.join(number, join));
        self.routes(recipe);
        self.finish(recipe)
    }

    fn ids(&self, kinds: &[KindName]) -> Vec<Id> {
        self.nodes
            .iter()
            .filter(|(_, node)| kinds.contains(&node.kind.name()))
            .map(|(id, _)| id.clone())
            .collect()
    }

    fn put(&mut self, id: Id, parent: Option<&Id>, kind: Kind) {
        self.nodes.insert(
            id,
            Node {
                name: None,
                note: None,
                parent: parent.cloned(),
                kind,
            },
        );
    }

    fn places(&mut self, places: &Places, name: Option<&str>) {
        for (number, site) in places.accounts.iter().enumerate() {
            self.put(
                id("a", number),
                None,
                Kind::Account(Account {
                    uid: None,
                    site: *site,
                }),
            );
        }
        for (number, (account, region)) in places.regions.iter().enumerate() {
            let parent = id("a", account.index(places.accounts.len()));
            self.put(
                id("r", number),
                Some(&parent),
                Kind::Region(RegionPlace {
                    region: (*region).to_owned(),
                }),
            );
        }
        for (number, (region, cidrs)) in places.vpcs.iter().enumerate() {
            let parent = id("r", region.index(places.regions.len()));
            let vpc = Vpc {
                cidrs: self.cidrs(cidrs.as_ref()),
                cloud_id: name.map(str::to_owned),
                routes: vec![],
            };
            self.put(id("v", number), Some(&parent), Kind::Vpc(vpc));
        }
        for (number, (vpc, subnet)) in places.vswitches.iter().enumerate() {
            self.vswitch(number, &id("v", vpc.index(places.vpcs.len())), subnet);
        }
        for (number, cidrs) in places.centers.iter().enumerate() {
            let center = DataCenter {
                cidrs: self.cidrs(cidrs.as_ref()),
                routes: vec![],
            };
            self.put(id("idc", number), None, Kind::DataCenter(center));
        }
        for (number, cidrs) in places.clouds.iter().enumerate() {
            let cloud = OtherCloud {
                provider: name.map(str::to_owned),
                cidrs: self.cidrs(cidrs.as_ref()),
                routes: vec![],
            };
            self.put(id("oc", number), None, Kind::OtherCloud(cloud));
        }
        if places.others.0 {
            self.put(id("net", 0), None, Kind::Internet);
        }
        if places.others.1 {
            self.put(id("old", 0), Some(&id("r", 0)), Kind::ClassicNetwork);
        }
        if let Some(first) = self.nodes.get_mut("a0") {
            first.name = name.map(str::to_owned);
            first.note = name.map(str::to_owned);
        }
    }

    fn cidrs(&mut self, texts: Option<&Vec<&'static str>>) -> Option<Vec<Block>> {
        let blocks: Vec<Block> = texts?.iter().map(|text| block(text)).collect();
        self.blocks.extend(&blocks);
        Some(blocks)
    }

    fn vswitch(&mut self, number: usize, vpc: &Id, lies: &Subnet) {
        let around = self
            .nodes
            .get(vpc)
            .and_then(|node| node.kind.cidrs()?.first().copied());
        let cidr = match lies {
            Subnet::Inside(at) => Some(subnet(around.unwrap_or(block("10.1.0.0/16")), *at)),
            Subnet::Elsewhere(text) => Some(block(text).trunc()),
            Subnet::Unknown => None,
        };
        self.blocks.extend(cidr);
        self.blocks.extend(cidr.map(half));
        let kind = Kind::VSwitch(VSwitch {
            cidr,
            zone: None,
            cloud_id: None,
        });
        self.put(id("s", number), Some(vpc), kind);
    }

    /// The place of a data source and its addresses.
    fn addresses(&mut self, source: &Source, places: &[Id]) -> (Id, Option<Vec<Address>>) {
        let holds = |id: &&Id| {
            self.nodes
                .get(*id)
                .is_some_and(|n| may_hold(Some(n.kind.name()), KindName::DataSource))
        };
        let mut fitting: Vec<&Id> = places.iter().filter(holds).collect();
        // vSwitches are where most data sources are.
        let vswitches: Vec<&Id> = fitting
            .iter()
            .copied()
            .filter(|id| id.as_str().starts_with('s'))
            .collect();
        fitting.extend(vswitches.iter().chain(&vswitches));
        let place = source.place.get(&fitting);
        let around = match self.nodes.get(*place).map(|node| &node.kind) {
            Some(Kind::VSwitch(vswitch)) => vswitch.cidr,
            Some(kind) => kind.cidrs().and_then(|cidrs| cidrs.first().copied()),
            None => None,
        };
        let within = if source.astray { None } else { around };
        let address = |number: &u8| host(within.unwrap_or(block("198.51.100.0/24")), *number);
        let addresses: Option<Vec<Address>> = source
            .addresses
            .as_ref()
            .map(|all| all.iter().map(address).collect());
        self.blocks
            .extend(addresses.iter().flatten().copied().map(host_block));
        ((*place).clone(), addresses)
    }

    fn group(&mut self, number: usize, group: &Group) {
        let regions = self.ids(&[KindName::Region]);
        let region = group.region.get(&regions);
        let mut bound = BTreeSet::new();
        let mut bindings = Vec::new();
        for (scope, vswitch, guard, routes) in &group.bindings {
            let in_reach = |id: &Id| *scope == Scope::Any || self.region_of(id).as_ref() == Some(region);
            let fitting: Vec<Id> = self
                .ids(&[KindName::VSwitch])
                .into_iter()
                .filter(in_reach)
                .collect();
            let Some(vswitch) = pick(vswitch, &fitting).filter(|id| bound.insert((*id).clone())) else {
                continue;
            };
            let routes = routes
                .iter()
                .filter_map(|route| pick(route, &self.blocks).copied())
                .collect();
            let security_group = guard.as_ref().map(|guard| self.guard(guard));
            bindings.push(Binding {
                vswitch: vswitch.clone(),
                security_group,
                routes,
            });
        }
        let blocks: Vec<Block> = bindings
            .iter()
            .filter_map(|binding| self.block_of(&binding.vswitch))
            .collect();
        self.seen.extend(blocks);
        self.seen
            .extend(group.eips.iter().flatten().map(|number| host_block(eip(*number))));
        let kind = Kind::ResourceGroup(ResourceGroup {
            kind: group.kind,
            eips: group
                .eips
                .as_ref()
                .map(|eips| eips.iter().copied().map(eip).collect()),
            previous_eips: group.previous.iter().copied().map(eip).collect(),
            spec: group.spec,
            cu: group.cu,
            bindings,
        });
        let region = region.clone();
        self.put(id("g", number), Some(&region), kind);
    }

    fn region_of(&self, vswitch: &Id) -> Option<Id> {
        let vpc = self.nodes.get(vswitch)?.parent.as_ref()?;
        self.nodes.get(vpc)?.parent.clone()
    }

    fn block_of(&self, vswitch: &Id) -> Option<Block> {
        match &self.nodes.get(vswitch)?.kind {
            Kind::VSwitch(vswitch) => vswitch.cidr,
            _ => None,
        }
    }

    fn guard(&self, guard: &Guard) -> SecurityGroup {
        let rule = |(direction, action, protocol, ports, peer, priority): &(_, _, _, &str, Index, _)| {
            let peer = pick(peer, &self.blocks).copied().unwrap_or_default();
            let ports = PortRange::parse(ports).expect("ports of the generator");
            let (direction, action, protocol, priority) = (*direction, *action, *protocol, *priority);
            Rule {
                direction,
                action,
                protocol,
                ports,
                peer,
                priority,
            }
        };
        SecurityGroup {
            kind: guard.kind,
            rules: guard.rules.iter().map(rule).collect(),
        }
    }

    fn source(&mut self, number: usize, source: &Source, parent: Id, addresses: Option<Vec<Address>>) {
        let entry = |(of, shape): &(Index, Shape)| {
            let block = pick(of, &self.seen)
                .or_else(|| pick(of, &self.blocks))
                .copied()
                .unwrap_or_default();
            entry(block, *shape)
        };
        let entries = source
            .whitelist
            .as_ref()
            .map(|all| Whitelist::Entries(all.iter().map(entry).collect()));
        let kind = Kind::DataSource(DataSource {
            product: source.product.get(PRODUCTS).product,
            addresses,
            host: source.host.clone(),
            port: source.port,
            endpoint: source.endpoint,
            whitelist: if source.without_whitelist {
                Some(Whitelist::None)
            } else {
                entries
            },
            security_group: source.guard.as_ref().map(|guard| self.guard(guard)),
        });
        self.put(id("d", number), Some(&parent), kind);
    }

    fn gateways(&mut self, recipe: &Recipe) {
        let (vpcs, vswitches) = (self.ids(&[KindName::Vpc]), self.ids(&[KindName::VSwitch]));
        for (number, (vpc, eips, snat)) in recipe.gateways.iter().enumerate() {
            let snat = snat.map(|many| match many {
                0 => Snat::Vpc,
                many => Snat::VSwitches(vswitches.iter().take(usize::from(many) - 1).cloned().collect()),
            });
            let eips = eips.map(|many| (0..many).map(eip).collect());
            self.put(
                id("nat", number),
                Some(vpc.get(&vpcs)),
                Kind::NatGateway(NatGateway { eips, snat }),
            );
        }
    }

    fn join(&mut self, number: usize, join: &Join) {
        let all = self.ids(&[KindName::Vpc, KindName::DataCenter, KindName::OtherCloud]);
        let mut connection = Connection::new(join.kind);
        connection.routes = join.routes;
        if join.kind == ConnectionKind::Cen {
            connection.bandwidth_mbps = join.bandwidth;
            connection.edition = join.edition;
        }
        let mut held = Vec::new();
        for (network, state) in &join.networks {
            let network = network.get(&all);
            let kind = self.nodes[network].kind.name();
            if connection.attachment(network).is_none() && admits(join.kind, &held, kind) {
                held.push(kind);
                connection.attachments.push(Attachment {
                    network: network.clone(),
                    state: *state,
                });
            }
        }
        self.connections.insert(id("c", number), connection);
    }

    fn routes(&mut self, recipe: &Recipe) {
        let connections: Vec<(Id, Connection)> = self.connections.clone().into_iter().collect();
        for (connection, network, to) in &recipe.routes {
            let Some((via, connection)) = pick(connection, &connections) else {
                continue;
            };
            let Some(attachment) = pick(network, &connection.attachments) else {
                continue;
            };
            let Some(to) = pick(to, &self.blocks).copied() else {
                continue;
            };
            let routes = self
                .nodes
                .get_mut(&attachment.network)
                .and_then(|node| node.kind.routes_mut());
            routes
                .expect("an attached node is a network")
                .push(Route { to, via: via.clone() });
        }
    }

    fn finish(mut self, recipe: &Recipe) -> Document {
        let groups = self.ids(&[KindName::ResourceGroup]);
        let sources = self.ids(&[KindName::DataSource]);
        for (number, (group, reads, writes, mode, threads)) in recipe.tasks.iter().enumerate() {
            let task = Task {
                name: recipe.name.clone(),
                resource_group: group.get(&groups).clone(),
                reads: reads.map(|reads| reads.get(&sources).clone()),
                writes: Some(writes.get(&sources).clone()),
                mode: *mode,
                threads: *threads,
            };
            self.tasks.insert(id("t", number), Arc::new(task));
        }
        let pair = |(group, source): &(Index, Index)| Forbidden {
            resource_group: group.get(&groups).clone(),
            data_source: source.get(&sources).clone(),
        };
        let drawn: Vec<Id> = self
            .nodes
            .keys()
            .chain(self.connections.keys())
            .cloned()
            .collect();
        let place = |(at, x, y, w): &(Index, f64, f64, Option<f64>)| {
            (
                at.get(&drawn).clone(),
                Place {
                    x: *x,
                    y: *y,
                    w: *w,
                    h: *w,
                },
            )
        };
        Document {
            title: recipe.title.clone(),
            layout: Arc::new(recipe.drawn.iter().map(place).collect()),
            topology: Arc::new(Topology {
                nodes: self
                    .nodes
                    .into_iter()
                    .map(|(id, node)| (id, Arc::new(node)))
                    .collect(),
                connections: self
                    .connections
                    .into_iter()
                    .map(|(id, held)| (id, Arc::new(held)))
                    .collect(),
                tasks: self.tasks,
                must_not_reach: recipe.forbidden.iter().map(pair).collect(),
            }),
        }
    }
}

fn entry(block: Block, shape: Shape) -> Entry {
    Entry::new(&match shape {
        Shape::Exact => block.to_string(),
        Shape::Half => half(block).to_string(),
        Shape::Wider => block.supernet().unwrap_or(block).to_string(),
        Shape::HostBits => format!("{}/{}", block.broadcast(), block.prefix_len()),
        Shape::One => block.network().to_string(),
        Shape::Odd(text) => text.to_owned(),
    })
}
