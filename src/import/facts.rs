//! What all files say together, by cloud id, as texts. Taking in a fact twice, or in another order, changes nothing: of
//! two texts for one fact the greater one stays, and lists are sets.

use std::collections::{BTreeMap, BTreeSet};

/// A fact that may not be known.
pub(super) type Known = Option<String>;

/// Things by their id in the cloud.
pub(super) type ById<T> = BTreeMap<String, T>;

/// The groups of a whitelist by name and network type, with every version that was told.
pub(super) type ListFact = BTreeMap<(String, String), BTreeSet<Vec<String>>>;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) vpcs: ById<VpcFact>,
    pub(super) switches: ById<SwitchFact>,
    pub(super) tables: ById<TableFact>,
    pub(super) entries: BTreeSet<EntryFact>,
    pub(super) groups: ById<GroupFact>,
    pub(super) servers: ById<ServerFact>,
    pub(super) stores: ById<StoreFact>,
    /// Whitelists by instance.
    pub(super) lists: ById<ListFact>,
    pub(super) eips: ById<EipFact>,
    pub(super) nats: ById<NatFact>,
    pub(super) snats: BTreeSet<SnatFact>,
    pub(super) gateways: ById<GatewayFact>,
    pub(super) tunnels: ById<TunnelFact>,
    pub(super) borders: ById<BorderFact>,
    pub(super) customers: ById<Known>,
    pub(super) cens: ById<CenFact>,
    pub(super) routers: ById<RouterFact>,
    pub(super) attachments: ById<AttachmentFact>,
    pub(super) transits: BTreeSet<TransitFact>,
    /// The transit router of each of its route tables.
    pub(super) router_tables: ById<Known>,
    pub(super) peerings: ById<PeeringFact>,
    pub(super) resource_groups: ById<ResourceGroupFact>,
    pub(super) networks: ById<NetworkFact>,
    pub(super) dataworks_routes: BTreeSet<DataworksRoute>,
    pub(super) declared: BTreeSet<Declared>,
    /// What was asked, and about what: an answer without items is an answer too.
    pub(super) asked: BTreeSet<(&'static str, String)>,
}

#[derive(Default)]
pub(super) struct VpcFact {
    pub(super) name: Known,
    pub(super) owner: Known,
    pub(super) region: Known,
    /// The primary block.
    pub(super) block: BTreeSet<String>,
    pub(super) secondary: BTreeSet<String>,
    pub(super) user: BTreeSet<String>,
    /// The blocks that a peering connection tells of it.
    pub(super) told: BTreeSet<String>,
}

#[derive(Default)]
pub(super) struct SwitchFact {
    pub(super) name: Known,
    pub(super) vpc: Known,
    pub(super) block: Known,
    pub(super) zone: Known,
    pub(super) table: Known,
}

#[derive(Default)]
pub(super) struct TableFact {
    pub(super) vpc: Known,
    pub(super) system: bool,
}

/// An entry of a VPC's route table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EntryFact {
    pub(super) table: String,
    pub(super) to: String,
    pub(super) hop_type: String,
    pub(super) hop: String,
    /// What lies behind the next hop, such as the transit router of an attachment.
    pub(super) behind: Known,
    pub(super) custom: bool,
}

#[derive(Default)]
pub(super) struct GroupFact {
    pub(super) kind: Known,
    pub(super) rules: BTreeSet<RuleFact>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RuleFact {
    pub(super) inbound: bool,
    pub(super) allow: bool,
    pub(super) protocol: String,
    pub(super) ports: String,
    pub(super) source_ports: String,
    pub(super) peer: Known,
    pub(super) priority: Known,
}

#[derive(Default)]
pub(super) struct ServerFact {
    pub(super) name: Known,
    pub(super) vpc: Known,
    pub(super) switch: Known,
    pub(super) addresses: BTreeSet<String>,
    pub(super) public: BTreeSet<String>,
    pub(super) groups: BTreeSet<String>,
}

/// An instance of a managed product.
#[derive(Default)]
pub(super) struct StoreFact {
    /// The key of the product.
    pub(super) product: Option<&'static str>,
    /// What it calls itself where no product is known by it.
    pub(super) engine: Known,
    pub(super) name: Known,
    pub(super) owner: Known,
    pub(super) region: Known,
    pub(super) vpc: Known,
    pub(super) switch: Known,
    pub(super) classic: bool,
    /// Whether groups of its whitelist are for one network type each.
    pub(super) strict: bool,
    pub(super) ends: BTreeSet<EndFact>,
    /// A port that is told apart from the endpoints.
    pub(super) port: Known,
}

/// An endpoint, the better one first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EndFact {
    pub(super) public: bool,
    pub(super) rank: u8,
    pub(super) host: Known,
    pub(super) address: Known,
    pub(super) port: Known,
}

#[derive(Default)]
pub(super) struct EipFact {
    pub(super) address: Known,
    pub(super) instance: Known,
}

#[derive(Default)]
pub(super) struct NatFact {
    pub(super) name: Known,
    pub(super) vpc: Known,
    pub(super) private: bool,
    /// Whether its addresses were told, if only that there are none.
    pub(super) told: bool,
    pub(super) eips: BTreeSet<String>,
    pub(super) tables: BTreeSet<String>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SnatFact {
    pub(super) table: Known,
    pub(super) gateway: Known,
    pub(super) switch: Known,
    pub(super) block: Known,
    pub(super) addresses: Vec<String>,
    pub(super) available: bool,
}

#[derive(Default)]
pub(super) struct GatewayFact {
    pub(super) name: Known,
    pub(super) vpc: Known,
}

/// An IPsec connection.
#[derive(Default)]
pub(super) struct TunnelFact {
    pub(super) name: Known,
    pub(super) gateway: Known,
    pub(super) customer: Known,
    pub(super) local: BTreeSet<String>,
    pub(super) remote: BTreeSet<String>,
    pub(super) states: BTreeSet<String>,
}

/// A virtual border router: the cloud's end of an Express Connect circuit.
#[derive(Default)]
pub(super) struct BorderFact {
    pub(super) name: Known,
}

#[derive(Default)]
pub(super) struct CenFact {
    pub(super) name: Known,
}

#[derive(Default)]
pub(super) struct RouterFact {
    pub(super) cen: Known,
    pub(super) region: Known,
    pub(super) edition: Known,
}

#[derive(Default)]
pub(super) struct AttachmentFact {
    pub(super) cen: Known,
    pub(super) router: Known,
    pub(super) kind: Known,
    /// The VPC, virtual border router or IPsec connection.
    pub(super) resource: Known,
    pub(super) owner: Known,
    pub(super) region: Known,
    pub(super) state: Known,
    pub(super) publishes: Option<bool>,
    pub(super) peer: Known,
    pub(super) peer_region: Known,
    pub(super) bandwidth: Known,
}

/// A route of a transit router.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TransitFact {
    pub(super) table: String,
    pub(super) to: String,
    pub(super) hop: Known,
    pub(super) kind: Known,
    pub(super) resource: Known,
}

#[derive(Default)]
pub(super) struct PeeringFact {
    pub(super) name: Known,
    pub(super) vpc: Known,
    pub(super) other: Known,
    pub(super) state: Known,
}

#[derive(Default)]
pub(super) struct ResourceGroupFact {
    pub(super) name: Known,
    pub(super) kind: Known,
    pub(super) owner: Known,
    pub(super) region: Known,
    pub(super) state: Known,
    pub(super) amount: Known,
    pub(super) standard: Known,
    pub(super) vpc: Known,
    pub(super) switch: Known,
}

/// The association of a resource group with a VPC.
#[derive(Default)]
pub(super) struct NetworkFact {
    pub(super) group: Known,
    pub(super) vpc: Known,
    pub(super) switch: Known,
    pub(super) security_group: Known,
    pub(super) state: Known,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DataworksRoute {
    pub(super) group: Known,
    pub(super) network: Known,
    pub(super) to: String,
}

/// A data source as DataWorks or a table tells of it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Declared {
    pub(super) name: String,
    /// The DataWorks type.
    pub(super) kind: Known,
    /// The key of the product, where a table names it.
    pub(super) product: Option<&'static str>,
    pub(super) instance: Known,
    pub(super) addresses: Vec<String>,
    pub(super) host: Known,
    pub(super) port: Known,
    pub(super) account: Known,
    pub(super) region: Known,
    pub(super) network: Known,
    pub(super) whitelist: Option<Vec<String>>,
}

/// Takes in a fact: of two the greater one stays, so that the order of files changes nothing.
pub(super) fn hold(held: &mut Known, found: Option<&str>) {
    if let Some(found) = found
        && held.as_deref() < Some(found)
    {
        *held = Some(found.to_owned());
    }
}

impl Facts {
    /// The VPC of this id, which something tells of.
    pub(super) fn vpc(&mut self, id: &str) -> &mut VpcFact {
        self.vpcs.entry(id.to_owned()).or_default()
    }

    /// The vSwitch of this id, which something tells of, with the VPC it is said to lie in.
    pub(super) fn switch(&mut self, id: &str, vpc: Option<&str>) -> &mut SwitchFact {
        if let Some(vpc) = vpc {
            self.vpc(vpc);
        }
        let switch = self.switches.entry(id.to_owned()).or_default();
        hold(&mut switch.vpc, vpc);
        switch
    }

    /// Whether a call was made about something.
    pub(super) fn was_asked(&self, call: &'static str, about: &str) -> bool {
        self.asked.contains(&(call, about.to_owned()))
    }
}
