//! Builds a document out of the chances of a recipe: places first, then what refers to them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::sample::Index;
use reachplan::base::{Address, Block, Id, PortRange, host_block};
use reachplan::topology::*;

use super::{Group, Guard, Recipe, Scope, Shape, Source};

/// What has been built so far.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) nodes: BTreeMap<Id, Node>,
    pub(super) connections: BTreeMap<Id, Connection>,
    pub(super) tasks: BTreeMap<Id, Arc<Task>>,
    /// Every block of the plan, what routes, rules and entries are made of.
    pub(super) blocks: Vec<Block>,
    /// Where the data sources are.
    pub(super) targets: Vec<Block>,
    /// The blocks that a data source may see traffic from.
    pub(super) seen: Vec<Block>,
}

pub(super) fn id(stem: &str, number: usize) -> Id {
    Id::parse(&format!("{stem}{number}")).expect("a stem and a number are an id")
}

pub(super) fn pick<T>(index: Index, from: &[T]) -> Option<&T> {
    (!from.is_empty()).then(|| index.get(from))
}

pub(super) fn block(text: &str) -> Block {
    text.parse().expect("a block of the generator")
}

pub(super) fn subnet(block: Block, number: u8) -> Block {
    let start = u32::from(block.network()) + (u32::from(number) << 8);
    Block::new(Address::from(start), block.prefix_len().max(24)).map(|block| block.trunc()).expect("a mask")
}

fn host(block: Block, number: u8) -> Address {
    Address::from((u32::from(block.network()) + 10 + u32::from(number)).min(u32::from(block.broadcast())))
}

pub(super) fn eip(number: u8) -> Address {
    Address::new(203, 0, 113, number)
}

pub(super) fn half(block: Block) -> Block {
    Block::new(block.network(), (block.prefix_len() + 1).min(32)).expect("a mask")
}

impl Builder {
    /// The document of a recipe.
    pub(super) fn build(mut self, recipe: &Recipe) -> Document {
        self.places(&recipe.places, recipe.name.as_deref());
        let places: Vec<Id> = self.nodes.keys().cloned().collect();
        let addresses: Vec<_> = recipe.sources.iter().map(|source| self.addresses(source, &places)).collect();
        recipe.groups.iter().enumerate().for_each(|(number, group)| self.group(number, group));
        for (number, (source, (parent, addresses))) in recipe.sources.iter().zip(addresses).enumerate() {
            self.source(number, source, &parent, addresses);
        }
        self.gateways(recipe);
        recipe.joins.iter().enumerate().for_each(|(number, join)| self.join(number, join));
        self.routes(recipe);
        self.finish(recipe)
    }

    pub(super) fn ids(&self, kinds: &[KindName]) -> Vec<Id> {
        self.nodes
            .iter()
            .filter(|(_, node)| kinds.contains(&node.kind.name()))
            .map(|(id, _)| id.clone())
            .collect()
    }

    pub(super) fn put(&mut self, id: Id, parent: Option<&Id>, kind: Kind) {
        self.nodes.insert(id, Node { name: None, note: None, parent: parent.cloned(), kind });
    }

    /// The place of a data source and its addresses.
    fn addresses(&mut self, source: &Source, places: &[Id]) -> (Id, Option<Vec<Address>>) {
        let holds = |id: &&Id| {
            self.nodes.get(*id).is_some_and(|n| may_hold(Some(n.kind.name()), KindName::DataSource))
        };
        let mut fitting: Vec<&Id> = places.iter().filter(holds).collect();
        // vSwitches are where most data sources are.
        let vswitches: Vec<&Id> = fitting.iter().copied().filter(|id| id.as_str().starts_with('s')).collect();
        fitting.extend(vswitches.iter().chain(&vswitches));
        let place = source.place.get(&fitting);
        let around = match self.nodes.get(*place).map(|node| &node.kind) {
            Some(Kind::VSwitch(vswitch)) => vswitch.cidr,
            Some(kind) => kind.cidrs().and_then(|cidrs| cidrs.first().copied()),
            None => None,
        };
        let base = if place.as_str().starts_with(['s', 'v']) { "10.1.0.0/24" } else { "198.51.100.0/24" };
        let around = around.unwrap_or(block(base));
        let address = |number: &u8| host(if source.astray { block("10.77.0.0/24") } else { around }, *number);
        let addresses: Option<Vec<Address>> =
            source.addresses.as_ref().map(|all| all.iter().map(address).collect());
        self.targets.push(around);
        self.blocks.extend(addresses.iter().flatten().copied().map(host_block));
        ((*place).clone(), addresses)
    }

    fn group(&mut self, number: usize, group: &Group) {
        // Most groups are where they can be bound.
        let mut regions = self.ids(&[KindName::Region]);
        regions.extend(self.ids(&[KindName::VSwitch]).iter().filter_map(|vswitch| self.region_of(vswitch)));
        let region = group.region.get(&regions);
        let mut bound = BTreeSet::new();
        let mut bindings = Vec::new();
        for (scope, vswitch, guard, routes) in &group.bindings {
            let in_reach = |id: &Id| *scope == Scope::Any || self.region_of(id).as_ref() == Some(region);
            let fitting: Vec<Id> = self.ids(&[KindName::VSwitch]).into_iter().filter(in_reach).collect();
            let Some(vswitch) = pick(*vswitch, &fitting).filter(|id| bound.insert((*id).clone())) else {
                continue;
            };
            let mut routes: Vec<Block> =
                routes.iter().filter_map(|route| pick(*route, &self.blocks).copied()).collect();
            routes.extend(self.targets.iter().filter(|to| group.routed && !self.is_around(vswitch, **to)));
            let security_group = guard.as_ref().map(|guard| self.guard(guard));
            bindings.push(Binding { vswitch: vswitch.clone(), security_group, routes });
        }
        let blocks: Vec<Block> =
            bindings.iter().filter_map(|binding| self.block_of(&binding.vswitch)).collect();
        self.seen.extend(blocks);
        self.seen.extend(group.eips.iter().flatten().map(|number| host_block(eip(*number))));
        let kind = Kind::ResourceGroup(ResourceGroup {
            kind: group.kind,
            eips: group.eips.as_ref().map(|eips| eips.iter().copied().map(eip).collect()),
            previous_eips: group.previous.iter().copied().map(eip).collect(),
            spec: group.spec,
            cu: group.cu,
            bindings,
        });
        let region = region.clone();
        self.put(id("g", number), Some(&region), kind);
    }

    /// Whether the VPC of a vSwitch holds a block.
    fn is_around(&self, vswitch: &Id, block: Block) -> bool {
        let vpc = self.nodes.get(vswitch).and_then(|node| node.parent.as_ref());
        let cidrs = vpc.and_then(|vpc| self.nodes.get(vpc)?.kind.cidrs());
        cidrs.is_some_and(|cidrs| cidrs.iter().any(|around| around.contains(&block)))
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
            let peer = pick(*peer, &self.blocks).copied().unwrap_or_default();
            let ports = PortRange::parse(ports).expect("ports of the generator");
            let (direction, action, protocol, priority) = (*direction, *action, *protocol, *priority);
            Rule { direction, action, protocol, ports, peer, priority }
        };
        SecurityGroup { kind: guard.kind, rules: guard.rules.iter().map(rule).collect() }
    }

    fn source(&mut self, number: usize, source: &Source, parent: &Id, addresses: Option<Vec<Address>>) {
        let entry = |(of, shape): &(Index, Shape)| {
            let block =
                pick(*of, &self.seen).or_else(|| pick(*of, &self.blocks)).copied().unwrap_or_default();
            entry(block, *shape)
        };
        let seen = self.seen.iter().filter(|_| source.open).map(|block| Entry::new(&block.to_string()));
        let entries = source.whitelist.as_ref().map(|all| all.iter().map(entry).chain(seen).collect());
        let entries = entries.map(Whitelist::Entries);
        let kind = Kind::DataSource(DataSource {
            product: *source.product.get(&PRODUCTS),
            addresses,
            host: source.host.clone(),
            port: source.port,
            endpoint: source.endpoint,
            whitelist: if source.without_whitelist { Some(Whitelist::None) } else { entries },
            security_group: source.guard.as_ref().map(|guard| self.guard(guard)),
        });
        self.put(id("d", number), Some(parent), kind);
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
