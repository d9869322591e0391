//! What an import has to tell: what was recognised, what was left out and why, what is still not known. Values only;
//! the words are in `i18n`.

use crate::base::BlockProblem;

/// Things of one form that a file holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recognised {
    /// The file.
    pub file: String,
    /// What they are.
    pub form: Form,
    /// How many.
    pub count: usize,
}

/// What a part of the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Things in the answers of a call, such as `vpc DescribeVpcs`.
    Call(&'static str),
    /// Terraform resources of a type.
    Terraform(&'static str),
    /// A table of data sources.
    SourceTable,
    /// A table of whitelist entries.
    WhitelistTable,
    /// A plan of Reachplan's own.
    Plan,
}

/// Something that is not in the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ignored {
    /// Why.
    pub why: Reason,
    /// What: an id, a type, a file with a line.
    pub what: String,
}

/// Why something is not in the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// No answer of this shape is known; its first field names.
    UnknownShape(Vec<String>),
    /// Terraform resources of a kind; how many.
    Resources(LeftOut, usize),
    /// The answer says nothing that can be drawn.
    NothingToDraw,
    /// The call failed; the code of the failure.
    Failed(String),
    /// Its state in the cloud.
    State(String),
    /// A NAT gateway for private addresses leads to no Internet.
    PrivateNat,
    /// No data source is known to run on this instance.
    NoDataSource,
    /// The format cannot hold an id like this.
    BadId,
    /// The next hop of a route is of a kind that the drawing does not have.
    NextHop(String),
    /// A rule that the drawing cannot hold: its peer is no IPv4 block, or it asks for more than ports.
    Rule,
    /// What it belongs to is not in the input.
    Orphan,
}

/// Why Terraform resources are not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// They decide nothing about reachability.
    Unneeded,
    /// They may decide about it, and nothing reads them.
    Unread,
    /// They have no id, so nothing can refer to them.
    WithoutId,
    /// Terraform only looked them up.
    LookedUp,
    /// They exist in a plan only.
    Planned,
}

/// What the input does not say and the plan needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The account of a VPC or group.
    Account(String),
    /// The region of a VPC or group.
    Region(String),
    /// The network that a data source lies in; it is not drawn.
    Network(String),
    /// Which instance or table an answer is about.
    Subject {
        /// File and line.
        place: String,
        /// The call.
        call: &'static str,
    },
    /// The block of a vSwitch or VPC.
    Block(String),
    /// The entries of a VPC's route table.
    Routes(String),
    /// Where a route leads.
    NextHop {
        /// The VPC.
        network: String,
        /// The destination.
        to: String,
        /// The next hop.
        hop: String,
    },
    /// The VPC of a route table.
    RouteTable(String),
    /// The rules or the type of a security group.
    SecurityGroup(String),
    /// The EIPs of an exclusive resource group.
    Eips(String),
    /// The SNAT entries of a NAT gateway.
    Snat(String),
    /// The networks that a resource group is bound to.
    Bindings(String),
    /// The DataWorks routes of a resource group.
    DataworksRoutes(String),
    /// What an instance is.
    Product {
        /// The instance.
        id: String,
        /// The engine or type that it names.
        engine: String,
    },
    /// The whitelist of a data source.
    Whitelist(String),
    /// The data source that entries of a whitelist belong to.
    Source(String),
}

/// What deserves a look.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// Not all pages are there.
    Incomplete {
        /// The call.
        call: &'static str,
        /// What it was asked about, where that is known.
        about: String,
        /// How many there are.
        items: usize,
        /// How many there should be, where the answer says so.
        total: Option<usize>,
    },
    /// Secrets were left out.
    Secrets {
        /// The file.
        file: String,
        /// The kind of secret.
        kind: &'static str,
        /// How many.
        count: usize,
    },
    /// Something follows from the input only by a rule that no page confirms.
    Inferred(Inference),
    /// Parts of the VPC use other route tables; only routes that all of them have are drawn.
    SeveralTables {
        /// The VPC.
        vpc: String,
        /// The tables.
        tables: Vec<String>,
    },
    /// A connection is drawn as planned because it does not carry traffic.
    NotInService {
        /// The connection or attachment.
        id: String,
        /// Its state in the cloud.
        state: String,
    },
    /// Public ranges that a VPC treats as private, which the drawing cannot hold but as a remark.
    UserCidrs {
        /// The VPC.
        vpc: String,
        /// The ranges.
        ranges: Vec<String>,
    },
    /// Parts of the input list different things; all of them are taken.
    Differs {
        /// What about.
        id: String,
        /// The fact.
        fact: Fact,
    },
    /// Parts of the input tell different things, of which only one can be.
    Disputed {
        /// What about.
        id: String,
        /// The fact.
        fact: Fact,
        /// What was taken.
        taken: String,
    },
    /// A text that should be a block or an address is none.
    NotABlock {
        /// Where.
        id: String,
        /// The text.
        typed: String,
        /// Why.
        problem: Blocked,
    },
    /// SNAT entries of a part of a vSwitch, which the drawing cannot hold.
    PartOfVSwitch {
        /// The NAT gateway.
        gateway: String,
        /// The block.
        block: String,
    },
    /// The transit router has no route to a network.
    NoTransit {
        /// The CEN.
        cen: String,
        /// From which VPC.
        from: String,
        /// To which block.
        to: String,
    },
    /// Not all regions of a CEN are joined with each other.
    PartlyJoined(String),
    /// A rule that denies could not be drawn: the security group may be stricter than the drawing.
    DenyLeftOut(String),
}

/// A fact that two parts of the input tell differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The blocks.
    Cidrs,
    /// The entries of a whitelist.
    Whitelist,
    /// The place that it lies in.
    Place,
    /// The block.
    Block,
    /// An address.
    Address,
    /// What it is.
    Type,
    /// What it joins.
    Ends,
    /// Its state.
    State,
}

/// Why a text is no block, ordered so that warnings can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked(pub BlockProblem);

/// What was concluded and no page confirms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inference {
    /// Everything lies in one account.
    SoleAccount(String),
    /// Something lies in the only region of the input.
    SoleRegion(String),
    /// The default network of a group is its only binding.
    DefaultBinding(String),
    /// A CEN teaches routes by itself.
    LearnsRoutes(String),
    /// What leads through a VPN follows from the subnets of its tunnel.
    TunnelRoutes(String),
    /// What a server runs follows from the port that its security group opens.
    ProductByPort {
        /// The server.
        id: String,
        /// The product's key.
        product: &'static str,
        /// The port.
        port: u16,
    },
    /// An answer without an id belongs to the only instance of its kind.
    SoleInstance {
        /// The instance.
        id: String,
        /// The call.
        call: &'static str,
    },
    /// A data source lies where its address does.
    ByAddress {
        /// The data source.
        id: String,
        /// The network.
        network: String,
    },
    /// A name in a table is a data center.
    DataCenter(String),
    /// A security group that is not in the input is a basic one without rules.
    BasicGroup(String),
    /// The specification of a group.
    Specification(String),
}

impl PartialOrd for Blocked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Blocked {
    /// One text has one problem, so that the text before it decides.
    fn cmp(&self, _: &Self) -> std::cmp::Ordering {
        std::cmp::Ordering::Equal
    }
}
