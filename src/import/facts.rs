//! What all files say together, by cloud id, as texts. Taking in a fact twice, or in another order, changes nothing: of
//! two texts for one fact the greater one stays, and lists are sets.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// A fact that may not be known.
pub(super) type Known = Option<String>;

/// A fact of which several parts of the input can tell.
#[derive(Default)]
pub(super) struct Held {
    value: Known,
    /// Whether they told different things.
    pub(super) is_disputed: bool,
}

impl Deref for Held {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.value
    }
}

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
    pub(super) customers: ById<Held>,
    pub(super) cens: ById<CenFact>,
    pub(super) routers: ById<RouterFact>,
    pub(super) attachments: ById<AttachmentFact>,
    pub(super) transits: BTreeSet<TransitFact>,
    /// The transit router of each of its route tables.
    pub(super) router_tables: ById<Held>,
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
    pub(super) name: Held,
    pub(super) owner: Held,
    pub(super) region: Held,
    /// The primary block.
    pub(super) block: BTreeSet<String>,
    pub(super) secondary: BTreeSet<String>,
    pub(super) user: BTreeSet<String>,
    /// The blocks that a peering connection tells of it.
    pub(super) told: BTreeSet<String>,
}

#[derive(Default)]
pub(super) struct SwitchFact {
    pub(super) name: Held,
    pub(super) vpc: Held,
    pub(super) block: Held,
    pub(super) zone: Held,
    pub(super) table: Held,
}

#[derive(Default)]
pub(super) struct TableFact {
    pub(super) vpc: Held,
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
    pub(super) kind: Held,
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
    pub(super) name: Held,
    pub(super) vpc: Held,
    pub(super) switch: Held,
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
    pub(super) engine: Held,
    pub(super) name: Held,
    pub(super) owner: Held,
    pub(super) region: Held,
    pub(super) vpc: Held,
    pub(super) switch: Held,
    pub(super) classic: bool,
    /// Whether groups of its whitelist are for one network type each.
    pub(super) strict: bool,
    pub(super) ends: BTreeSet<EndFact>,
    /// A port that is told apart from the endpoints.
    pub(super) port: Held,
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
    pub(super) address: Held,
    pub(super) instance: Held,
}

#[derive(Default)]
pub(super) struct NatFact {
    pub(super) name: Held,
    pub(super) vpc: Held,
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
    pub(super) name: Held,
    pub(super) vpc: Held,
}

/// An IPsec connection.
#[derive(Default)]
pub(super) struct TunnelFact {
    pub(super) name: Held,
    pub(super) gateway: Held,
    pub(super) customer: Held,
    pub(super) local: BTreeSet<String>,
    pub(super) remote: BTreeSet<String>,
    pub(super) states: BTreeSet<String>,
}

/// A virtual border router: the cloud's end of an Express Connect circuit.
#[derive(Default)]
pub(super) struct BorderFact {
    pub(super) name: Held,
}

#[derive(Default)]
pub(super) struct CenFact {
    pub(super) name: Held,
}

#[derive(Default)]
pub(super) struct RouterFact {
    pub(super) cen: Held,
    pub(super) region: Held,
    pub(super) edition: Held,
}

#[derive(Default)]
pub(super) struct AttachmentFact {
    pub(super) cen: Held,
    pub(super) router: Held,
    pub(super) kind: Held,
    /// The VPC, virtual border router or IPsec connection.
    pub(super) resource: Held,
    pub(super) owner: Held,
    pub(super) region: Held,
    pub(super) state: Held,
    pub(super) publishes: Option<bool>,
    pub(super) peer: Held,
    pub(super) peer_region: Held,
    pub(super) bandwidth: Held,
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
    pub(super) name: Held,
    pub(super) vpc: Held,
    pub(super) other: Held,
    pub(super) state: Held,
}

#[derive(Default)]
pub(super) struct ResourceGroupFact {
    pub(super) name: Held,
    pub(super) kind: Held,
    pub(super) owner: Held,
    pub(super) region: Held,
    pub(super) state: Held,
    pub(super) amount: Held,
    pub(super) standard: Held,
    pub(super) vpc: Held,
    pub(super) switch: Held,
}

/// The association of a resource group with a VPC.
#[derive(Default)]
pub(super) struct NetworkFact {
    pub(super) group: Held,
    pub(super) vpc: Held,
    pub(super) switch: Held,
    pub(super) security_group: Held,
    pub(super) state: Held,
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
pub(super) fn hold(held: &mut Held, found: Option<&str>) {
    let Some(found) = found else {
        return;
    };
    held.is_disputed |= held.as_deref().is_some_and(|before| before != found);
    if held.as_deref() < Some(found) {
        held.value = Some(found.to_owned());
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
