//! What guards a data source: which kind of gate, how it stands when the product is new, what it takes, and where it is
//! edited. Products of one family share a gate.

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

/// What guards a data source.
#[derive(Debug)]
pub struct Gate {
    /// Its kind.
    pub kind: GateKind,
    /// Where in the console it is edited.
    pub console: Words,
    /// Into which list or group an entry goes, for a private endpoint; `{port}` stands for the port.
    pub private_list: Words,
    /// The same for a public endpoint.
    pub public_list: Words,
    /// How a private endpoint is guarded when the product is new.
    pub factory: Factory,
    /// How a public endpoint is.
    pub public_factory: Factory,
    /// What the entry 0.0.0.0/0 does.
    pub everything: Everything,
    /// What a list without entries does.
    pub empty: EmptyList,
    /// How many entries are documented as the most.
    pub limit: Option<Limit>,
    /// What an entry can be beside an IPv4 address or CIDR block.
    pub formats: &'static [Format],
    /// What stands between two entries where a list is pasted.
    pub separator: Separator,
    /// What is special about it; empty where nothing is.
    pub rule: Words,
    /// What no page confirms of all this.
    pub unconfirmed: &'static [Unconfirmed],
    /// The day on which the pages were read, `YYYY-MM-DD`.
    pub read: &'static str,
}

/// Kinds of gates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateKind {
    /// A list of addresses, or groups of them.
    Whitelist,
    /// The security group of the instance: products run by the user.
    SecurityGroup,
    /// A policy of the bucket, without a list of addresses.
    BucketPolicy,
    /// Whatever the vendor offers.
    Vendor,
}

/// How a gate stands when the product is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factory {
    /// Only 127.0.0.1 is listed: nobody gets in.
    Loopback,
    /// Nothing is listed, and nobody gets in.
    Closed,
    /// There is no list, or none is in force: everybody gets in.
    Open,
    /// 0.0.0.0/0 is listed.
    Everything,
    /// All private IPv4 addresses get in.
    PrivateRanges,
    /// The block of the vSwitch it was deployed in is listed.
    OwnVSwitch,
    /// No page says it.
    Unstated,
}

/// What the entry 0.0.0.0/0 does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Everything {
    /// It opens the data source to everybody.
    Opens,
    /// The console refuses it.
    Refused,
    /// No page says it.
    Unstated,
}

/// What a list without entries does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyList {
    /// Nobody gets in.
    Closes,
    /// The list is not in force then: everybody gets in.
    Opens,
    /// The last entry cannot be removed.
    Impossible,
    /// No page says it.
    Unstated,
}

/// How many entries a gate takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many over all its groups.
    InAll(u16),
    /// So many in one list or group.
    InOne(u16),
    /// So many groups of so many entries.
    Groups(u16, u16),
}

/// What an entry can be beside an IPv4 address or CIDR block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// IPv6 addresses and blocks.
    Ipv6,
    /// Two addresses with a hyphen.
    Range,
    /// `192.168.10.*`.
    Wildcard,
}

/// What stands between two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A comma, without blanks.
    Comma,
    /// One entry a line.
    Line,
}

/// What no official page confirms, so that it has to be verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unconfirmed {
    /// The type in DataWorks.
    Type,
    /// The default port.
    Port,
    /// The console path.
    Console,
    /// The console path in Chinese: a translation of the English one.
    ChineseConsole,
    /// What guards it.
    Kind,
    /// How it stands when it is new.
    Factory,
    /// How many entries it takes.
    Limit,
    /// What 0.0.0.0/0 does.
    Everything,
    /// What an empty list does.
    Empty,
    /// What stands between entries.
    Separator,
}

impl Limit {
    /// How many entries there can be: of all groups together, where that is documented, else of one list.
    pub fn entries(self) -> u64 {
        match self {
            Self::InAll(entries) | Self::InOne(entries) => entries.into(),
            Self::Groups(groups, entries) => u64::from(groups) * u64::from(entries),
        }
    }
}

impl Separator {
    /// Entries as one text that the console takes.
    pub fn join(self, entries: &[String]) -> String {
        entries.join(match self {
            Self::Comma => ",",
            Self::Line => "\n",
        })
    }
}

impl Gate {
    /// An ordinary whitelist of a database: groups of entries, nobody admitted at first.
    pub(super) const WHITELIST: Self = Self {
        kind: GateKind::Whitelist,
        console: Words {
            en: "console of the service › access control or whitelist",
            zh: "该服务的控制台 › 访问控制或白名单",
        },
        private_list: Words { en: "group dataworks", zh: "分组 dataworks" },
        public_list: Words { en: "group dataworks", zh: "分组 dataworks" },
        factory: Factory::Loopback,
        public_factory: Factory::Loopback,
        everything: Everything::Opens,
        empty: EmptyList::Unstated,
        limit: None,
        formats: &[],
        separator: Separator::Comma,
        rule: Words { en: "", zh: "" },
        unconfirmed: &[],
        read: "2026-11-22",
    };
}

/// A service of which no page says more than that it can be guarded.
pub(super) static SERVICE: Gate = Gate {
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    everything: Everything::Unstated,
    unconfirmed: &[Unconfirmed::Kind, Unconfirmed::Console, Unconfirmed::Factory],
    ..Gate::WHITELIST
};
