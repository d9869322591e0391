//! CENs: what is attached to them, and the bandwidth between their regions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Block, Id};
use crate::import::build::Builder;
use crate::import::facts::{AttachmentFact, TransitFact};
use crate::import::said::Warning;
use crate::topology::{Attachment, Connection, ConnectionKind, Edition, State};

/// Routes of transit routers by their next hop.
type Transits<'t> = BTreeMap<&'t str, Vec<&'t TransitFact>>;

/// Two regions whose transit routers are joined, and the bandwidth between them.
type Peers<'a> = (&'a str, &'a str, Option<f64>);

/// A network attached to a CEN.
pub(super) struct Member<'a> {
    /// The VPC, where it is one.
    pub(super) vpc: Option<&'a str>,
    /// The node.
    pub(super) network: Id,
    pub(super) state: State,
    /// Whether the transit router writes its routes into the VPC's route table.
    pub(super) publishes: Option<bool>,
    pub(super) region: Option<&'a str>,
    pub(super) router: Option<&'a str>,
}

impl<'a> Builder<'a> {
    /// Draws the CENs with what is attached to them.
    pub(super) fn cens(&mut self) {
        let facts = self.facts;
        let mut transits: Transits<'_> = BTreeMap::new();
        for route in &facts.transits {
            for hop in route.hop.iter().chain(&route.resource) {
                transits.entry(hop).or_default().push(route);
            }
        }
        let mut members: BTreeMap<&'a str, BTreeMap<Id, Member<'a>>> = BTreeMap::new();
        for (name, fact) in &facts.attachments {
            let router = fact.router.as_deref().and_then(|router| facts.routers.get(router));
            let cen = fact.cen.as_deref().or_else(|| router?.cen.as_deref());
            if let (Some(cen), Some(member)) = (cen, self.member(name, fact, &transits)) {
                let held = members.entry(cen).or_default();
                // A network is attached once; of two answers about it the one in service counts.
                let serves = held.get(&member.network).is_some_and(|other| other.state == State::InService);
                if !serves {
                    held.insert(member.network.clone(), member);
                }
            }
        }
        let members: BTreeMap<&'a str, Vec<Member<'a>>> =
            members.into_iter().map(|(cen, held)| (cen, held.into_values().collect())).collect();
        let peers = self.peers();
        for (name, fact) in &facts.cens {
            let Some(id) = self.id(name) else {
                continue;
            };
            let held = members.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            let mut connection = Connection::new(ConnectionKind::Cen);
            connection.name.clone_from(&fact.name);
            connection.edition = self.edition(name);
            connection.bandwidth_mbps = self.bandwidth(name, held, peers.get(name.as_str()));
            connection.attachments.extend(
                held.iter().map(|member| Attachment { network: member.network.clone(), state: member.state }),
            );
            self.topology.connections.insert(id, Arc::new(connection));
        }
        self.members = members;
    }

    fn member(
        &mut self,
        name: &str,
        fact: &'a AttachmentFact,
        transits: &Transits<'_>,
    ) -> Option<Member<'a>> {
        let resource = fact.resource.as_deref()?;
        let kind = fact.kind.as_deref().unwrap_or("VPC");
        let network = match kind {
            "VPC" => Id::parse(resource)?,
            "VBR" => {
                let id = self.id(resource)?;
                let known = self.facts.borders.get(resource).and_then(|border| border.name.as_deref());
                let cidrs = self.behind(name, resource, transits);
                self.center(&id, known, cidrs);
                self.ask_for_block(&id);
                id
            }
            "VPN" => {
                let tunnel = self.facts.tunnels.get(resource);
                let id = match tunnel {
                    Some(tunnel) => self.center_of(resource, tunnel)?,
                    None => self.id(resource)?,
                };
                let cidrs = self.behind(name, resource, transits);
                self.center(&id, None, cidrs);
                self.ask_for_block(&id);
                id
            }
            _ => return None,
        };
        let told = fact.state.as_deref().unwrap_or("Attached");
        let mut state =
            if ["Attached", "Available"].contains(&told) { State::InService } else { State::Planned };
        if state == State::Planned {
            let (id, state) = (name.to_owned(), told.to_owned());
            self.notes.warnings.insert(Warning::NotInService { id, state });
        }
        if let Some(tunnel) = self.facts.tunnels.get(resource).filter(|_| state == State::InService) {
            state = self.tunnel_state(resource, tunnel);
        }
        Some(Member {
            vpc: Some(resource).filter(|_| kind == "VPC"),
            network,
            state,
            publishes: fact.publishes,
            region: fact.region.as_deref().or_else(|| self.region_around(fact, resource)),
            router: fact.router.as_deref(),
        })
    }

    /// The region of what is attached, where the attachment does not say it: its router's, else the VPC's own.
    fn region_around(&self, fact: &AttachmentFact, resource: &str) -> Option<&'a str> {
        let facts = self.facts;
        let router = fact.router.as_deref().and_then(|router| facts.routers.get(router)?.region.as_deref());
        router.or_else(|| facts.vpcs.get(resource)?.region.as_deref())
    }

    /// The blocks that transit routers have behind an attachment.
    fn behind(&mut self, attachment: &str, resource: &str, transits: &Transits<'_>) -> Vec<Block> {
        let routes: BTreeSet<&TransitFact> =
            [attachment, resource].iter().filter_map(|hop| transits.get(hop)).flatten().copied().collect();
        let blocks = routes.into_iter().filter_map(|route| self.block(&route.table, &route.to));
        blocks.filter(|block| block.prefix_len() > 0).collect()
    }

    fn edition(&self, cen: &str) -> Option<Edition> {
        let own = self.facts.routers.values().filter(|router| router.cen.as_deref() == Some(cen));
        let editions: BTreeSet<&str> = own.filter_map(|router| router.edition.as_deref()).collect();
        match editions.first() {
            Some(&"Enterprise") if editions.len() == 1 => Some(Edition::Enterprise),
            Some(&"Basic") if editions.len() == 1 => Some(Edition::Basic),
            _ => None,
        }
    }

    /// The connections between transit routers of two regions: by CEN both regions and the bandwidth.
    fn peers(&self) -> BTreeMap<&'a str, Vec<Peers<'a>>> {
        let facts = self.facts;
        let mut peers: BTreeMap<&str, Vec<Peers<'_>>> = BTreeMap::new();
        for fact in facts.attachments.values().filter(|fact| fact.peer.is_some()) {
            let region = |router: &Option<String>| facts.routers.get(router.as_deref()?)?.region.as_deref();
            let near = region(&fact.router).or(fact.region.as_deref());
            let far = fact.peer_region.as_deref().or_else(|| region(&fact.peer));
            let stands = fact.state.as_deref().is_none_or(|state| state == "Attached");
            if let (Some(cen), Some(near), Some(far), true) = (fact.cen.as_deref(), near, far, stands) {
                let bandwidth = fact.bandwidth.as_deref().and_then(|text| text.parse().ok());
                peers.entry(cen).or_default().push((near, far, bandwidth));
            }
        }
        peers
    }

    /// The bandwidth between the regions of a CEN: the least of what joins them, none where nothing does. Not known where
    /// nobody asked.
    fn bandwidth(
        &mut self,
        cen: &str,
        members: &[Member<'_>],
        peers: Option<&Vec<Peers<'_>>>,
    ) -> Option<f64> {
        let asked = self.facts.was_asked("cbn ListTransitRouterPeerAttachments", cen);
        let regions: BTreeSet<&str> = members.iter().filter_map(|member| region_of(member)).collect();
        let first = *regions.first().filter(|_| regions.len() > 1 && (asked || peers.is_some()))?;
        let peers = peers.map(Vec::as_slice).unwrap_or_default();
        let mut reached = BTreeSet::from([first]);
        let mut least: Option<f64> = None;
        loop {
            let before = reached.len();
            for (near, far, bandwidth) in peers {
                if reached.contains(near) || reached.contains(far) {
                    reached.extend([*near, *far]);
                    least = match (least, *bandwidth) {
                        (Some(least), Some(bandwidth)) => Some(least.min(bandwidth)),
                        (least, bandwidth) => least.or(bandwidth),
                    };
                }
            }
            if reached.len() == before {
                break;
            }
        }
        if regions.is_subset(&reached) {
            least.filter(|least| *least >= 0.0 && least.is_finite())
        } else if regions.intersection(&reached).count() < 2 && regions.len() == 2 {
            Some(0.0)
        } else {
            self.notes.warnings.insert(Warning::PartlyJoined(cen.to_owned()));
            None
        }
    }
}

fn region_of<'a>(member: &Member<'a>) -> Option<&'a str> {
    member.region.filter(|_| member.state == State::InService)
}
