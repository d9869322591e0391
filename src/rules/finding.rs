//! Findings: what is wrong or worth knowing, as values. `i18n` turns them into sentences.

use crate::base::{Address, AddressSet, Block, BlockProblem, Id};
use crate::rules::{Code, Severity};
use crate::topology::{Entry, Protocol, Rule};
use crate::verdict::HopKind;

/// Something wrong or worth knowing.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub at: Vec<Id>,
    /// The addresses concerned, in the fewest blocks.
    pub addresses: Vec<Block>,
    /// One address that shows it.
    pub witness: Option<Address>,
    /// The whitelist entry concerned.
    pub entry: Option<Entry>,
    /// The hops whose status it explains.
    pub hops: &'static [HopKind],
    /// What it says.
    pub says: Says,
}

/// What a finding says, beside its elements and addresses.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// The code and the elements say it all.
    Plain,
    /// The group is not bound; whether its data source would be reached by binding its VPC directly.
    NotBound {
        /// The VPC to bind.
        direct: Option<Id>,
    },
    /// Bound to a VPC with no way to the data source.
    BoundElsewhere {
        /// The VPC that is bound.
        bound: Id,
        /// The VPC that should be.
        wanted: Option<Id>,
    },
    /// Bound out of scope.
    OutOfScope {
        /// The VPC.
        vpc: Id,
        /// Whether it is in another account; otherwise in another region.
        other_account: bool,
    },
    /// One block.
    OneBlock(Block),
    /// Two networks, and what could join them.
    Networks {
        /// The bound VPC.
        near: Id,
        /// The data source's network.
        far: Id,
        /// The connection that could be completed.
        connection: Option<Id>,
    },
    /// A service of another region.
    OtherRegionService {
        /// The region of the service.
        service: String,
        /// The region of the group.
        group: String,
    },
    /// Two regions.
    Regions(String, String),
    /// One connection.
    Connection(Id),
    /// A block that wins, and the one that loses.
    Shadow {
        /// The winning block.
        winner: Block,
        /// What it leads to: a vSwitch, a network or a connection.
        towards: Option<Id>,
        /// The losing block, which would lead to the data source.
        loser: Option<Block>,
        /// Whether this happens in DataWorks; otherwise in the bound VPC.
        in_dataworks: bool,
    },
    /// Equal prefixes.
    Conflict {
        /// The block.
        block: Block,
        /// Where its routes lead: vSwitches or connections.
        ways: Vec<Id>,
    },
    /// A route and the network it names.
    RouteAndNetwork {
        /// The route.
        route: Block,
        /// The network.
        network: Id,
        /// A block of the network.
        block: Option<Block>,
    },
    /// A missing route.
    MissingRoute {
        /// The network that lacks it.
        network: Id,
        /// The connection it should lead through.
        via: Option<Id>,
        /// The block that leads elsewhere instead.
        winner: Option<Block>,
    },
    /// A security group that stops traffic.
    Stopped {
        /// The rule that does, or the default.
        rule: Option<Rule>,
        /// The port; `None` where it is not known.
        port: Option<u16>,
    },
    /// A rule that would match but for one thing.
    NearMiss {
        /// The rule.
        rule: Rule,
        /// What does not match.
        miss: Miss,
    },
    /// A whitelist that covers a part.
    Gap {
        /// How many addresses are missing.
        missing: u64,
        /// How many are needed.
        needed: u64,
    },
    /// An entry that was meant as something else.
    WrongEntry {
        /// What the entry is.
        is: EntryIs,
    },
    /// An entry that cannot be read.
    Unreadable(BlockProblem),
    /// An entry that another one covers.
    Covered {
        /// The other one.
        by: Entry,
        /// Whether the other one is the one to give up: it opens more than is needed, and this one admits what is needed.
        is_too_wide: bool,
    },
    /// Addresses opened against addresses needed.
    Wider {
        /// Opened.
        opened: u64,
        /// Needed.
        needed: u64,
    },
    /// How many there are, and the limit.
    Count {
        /// How many.
        count: u64,
        /// The limit.
        limit: u64,
    },
    /// The Internet path, and the private way that could be used.
    InternetPath {
        /// Whether the data source lies in a network that could be joined.
        private_way: bool,
    },
    /// Two blocks that overlap.
    Overlap {
        /// A block on the group's side.
        near: Block,
        /// A block on the data source's side.
        far: Block,
        /// Whether the path breaks.
        breaks: bool,
    },
    /// A host name.
    HostName {
        /// The name.
        host: String,
        /// Whether the group is a serverless one.
        serverless: bool,
    },
    /// A contradiction between blocks.
    Blocks(Vec<Block>),
    /// Tasks of two modes on one group.
    Tasks {
        /// Batch tasks.
        batch: Vec<Id>,
        /// Real-time tasks.
        real_time: Vec<Id>,
    },
    /// A task without one of its ends.
    OneEnd {
        /// Whether what it reads is missing; otherwise what it writes.
        reads_missing: bool,
    },
}

/// What keeps a rule from matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Miss {
    /// Its ports.
    Port(u16),
    /// Its protocol.
    Protocol(Protocol),
    /// Its block.
    Peer,
    /// Its direction: the two rules are swapped.
    Direction,
}

/// What a whitelist entry really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryIs {
    /// An EIP of the group, on a private path.
    GroupEip,
    /// The vSwitch of the group, on an Internet path.
    GroupVswitch,
    /// The data source's own vSwitch or VPC.
    SourceVswitch,
    /// The EIP of another group or NAT gateway.
    ForeignEip,
    /// An EIP of the group from before a specification change.
    FormerEip,
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Sink {
    /// What was found.
    pub found: Vec<Finding>,
}

impl Finding {
    /// A finding about some elements.
    pub fn new(code: Code, severity: Severity, at: impl IntoIterator<Item = Id>, says: Says) -> Self {
        let at = at.into_iter().collect();
        Self { code, severity, at, addresses: Vec::new(), witness: None, entry: None, hops: &[], says }
    }

    /// The finding about these addresses, with the first of them as witness.
    #[must_use]
    pub fn about(mut self, addresses: &AddressSet) -> Self {
        self.addresses = addresses.blocks();
        self.witness = addresses.first();
        self
    }

    /// The finding about this whitelist entry.
    #[must_use]
    pub fn on(mut self, entry: &Entry) -> Self {
        self.entry = Some(entry.clone());
        self
    }

    /// The finding as the reason behind the status of these hops.
    #[must_use]
    pub fn at_hop(mut self, hops: &'static [HopKind]) -> Self {
        self.hops = hops;
        self
    }
}

impl Sink {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }
}
