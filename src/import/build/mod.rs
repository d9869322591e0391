//! Facts to a drawing. Ids of nodes and connections are the ids of the cloud; what nothing tells stays absent.

mod cen;
mod declared;
mod groups;
mod networks;
mod places;
mod routes;
mod security;
mod stores;
mod transit;
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) use stores::admit;

use crate::base::{Address, AddressSet, Block, BlockProblem, Id, parse_address, parse_block};
use crate::import::csv::Tables;
use crate::import::detect::Detector;
use crate::import::disputes::disputes;
use crate::import::facts::Facts;
use crate::import::legal::legal;
use crate::import::merge::joined;
use crate::import::said::{Reason, Warning};
use crate::import::trouble::{Trouble, Wrong};
use crate::import::{Blocked, Notes};
use crate::topology::{Document, Kind, Node, Topology};
use crate::wire::MAX_NODES;

/// The drawing while it grows.
pub(super) struct Builder<'a> {
    facts: &'a Facts,
    notes: &'a mut Notes,
    topology: Topology,
    /// The accounts and regions that the input tells of.
    owners: BTreeSet<&'a str>,
    regions: BTreeSet<&'a str>,
    /// The accounts drawn so far, by number or name, and the regions in them.
    accounts: BTreeMap<String, Id>,
    places: BTreeMap<(Id, String), Id>,
    /// The VPCs that only a table names, by region and name.
    tabled: BTreeMap<(Id, String), Id>,
    /// The vSwitches of each VPC, with their blocks.
    switches: BTreeMap<&'a str, Vec<(&'a str, Option<Block>)>>,
    /// The blocks of each VPC.
    blocks: BTreeMap<&'a str, Vec<Block>>,
    /// Account and region of each VPC, as the databases in it tell.
    tenants: BTreeMap<&'a str, (Option<&'a str>, Option<&'a str>)>,
    /// What is attached to each CEN.
    members: BTreeMap<&'a str, Vec<cen::Member<'a>>>,
}

/// What was drawn.
pub(super) struct Drawn {
    pub(super) document: Document,
    /// Whitelists of data sources that are not in it, by name.
    pub(super) named: BTreeMap<String, Vec<String>>,
    /// Networks and groups of which all routes are known.
    pub(super) told: BTreeSet<Id>,
}

/// The drawing of everything that was read, and whitelists of data sources that are not in it.
pub(super) fn document(detector: &Detector, tables: Tables, notes: &mut Notes) -> Drawn {
    let mut builder = Builder {
        facts: &detector.facts,
        notes,
        topology: Topology::default(),
        owners: BTreeSet::new(),
        regions: BTreeSet::new(),
        accounts: BTreeMap::new(),
        places: BTreeMap::new(),
        tabled: BTreeMap::new(),
        switches: BTreeMap::new(),
        blocks: BTreeMap::new(),
        tenants: BTreeMap::new(),
        members: BTreeMap::new(),
    };
    let disputed = disputes(builder.facts);
    builder.notes.warnings.extend(disputed);
    builder.survey();
    builder.networks();
    builder.connections();
    builder.resource_groups();
    builder.stores();
    builder.declared();
    builder.routes();
    builder.gateways();
    let named = builder.named(tables);
    let told = builder.told();
    let drawn = legal(builder.topology);
    let mut document = Document { topology: Arc::new(drawn), ..Document::default() };
    // A plan of our own is the ground on which the rest is drawn.
    for plan in &detector.plans {
        document = joined(plan, &document, &told);
    }
    let count = document.topology.nodes.len();
    if count > MAX_NODES {
        notes.troubles.push(Trouble { file: String::new(), what: Wrong::TooManyNodes(count) });
    }
    Drawn { document, named, told }
}

impl Builder<'_> {
    /// The networks and groups of which the input tells all routes.
    fn told(&self) -> BTreeSet<Id> {
        let tables = self.facts.tables.iter();
        let asked = tables.filter(|(table, _)| self.facts.was_asked("vpc DescribeRouteEntryList", table));
        let vpcs = asked.filter_map(|(_, table)| Id::parse(table.vpc.as_deref()?));
        let groups = self.facts.resource_groups.keys();
        let groups = groups.filter(|group| self.facts.was_asked("dataworks-public ListRoutes", group));
        vpcs.chain(groups.filter_map(|group| Id::parse(group))).collect()
    }

    /// The id of something in the cloud, where the format can hold it.
    fn id(&mut self, text: &str) -> Option<Id> {
        let id = Id::parse(text);
        if id.is_none() {
            self.notes.ignore(text.chars().take(80).collect::<String>(), Reason::BadId);
        }
        id
    }

    fn put(&mut self, id: &Id, name: Option<&str>, parent: Option<&Id>, kind: Kind) {
        let name = name.filter(|name| *name != id.as_str()).map(str::to_owned);
        let node = Node { name, note: None, parent: parent.cloned(), kind };
        self.topology.nodes.insert(id.clone(), Arc::new(node));
    }

    /// The block in a text of the cloud's; host bits cannot mean anything else there.
    fn block(&mut self, id: &str, typed: &str) -> Option<Block> {
        match parse_block(typed) {
            Ok(block) | Err(BlockProblem::HostBits(block)) => Some(block),
            Err(BlockProblem::Ipv6) => None,
            Err(problem) => {
                self.not_a_block(id, typed, problem);
                None
            }
        }
    }

    fn address(&mut self, id: &str, typed: &str) -> Option<Address> {
        parse_address(typed).map_err(|problem| self.not_a_block(id, typed, problem)).ok()
    }

    fn not_a_block(&mut self, id: &str, typed: &str, problem: BlockProblem) {
        let typed = typed.chars().take(60).collect();
        let problem = Blocked(problem);
        self.notes.warnings.insert(Warning::NotABlock { id: id.to_owned(), typed, problem });
    }

    fn blocks_of(&self, vpc: &str) -> &[Block] {
        self.blocks.get(vpc).map(Vec::as_slice).unwrap_or_default()
    }

    fn set_of(&self, vpc: &str) -> AddressSet {
        AddressSet::of(self.blocks_of(vpc).iter().copied())
    }
}
