//! The edits that turn a drawing towards a way, made of the acts of the plan; a connection is drawn as planned, so that the
//! plan has the steps that bring it into service.

use crate::advice::assessed;
use crate::advice::ways::{Remark, WayKind, Why, remaining, taken};
use crate::analysis::Assessed;
use crate::base::{Block, Id, order};
use crate::plan::{Act, NewSwitch, StepState, Who};
use crate::reading::{Group, Location, Network, NetworkIx, Reading};
use crate::topology::{
    Connection, ConnectionKind, Document, Edit, Endpoint, Kind, KindName, Node, State, admits, kinds_for,
};
use crate::trace::is_bindable;
use crate::verdict::Verdict;

/// The pair whose ways are asked for.
pub(super) struct Asked<'a> {
    pub(super) document: &'a Document,
    pub(super) group: &'a Id,
    pub(super) source: &'a Id,
    reading: Reading<'a>,
    /// The drawing with the private endpoint in use, and the pair in it; none where it lies on the Internet.
    private: Option<(Vec<Edit>, Assessed)>,
}

/// A drawing's way to a way.
#[derive(Default)]
pub(super) struct Built {
    /// What is changed.
    pub(super) edits: Vec<Edit>,
    /// The vSwitch of an association that is drawn.
    pub(super) binds: Option<Id>,
    pub(super) remarks: Vec<Remark>,
}

/// The VPC on the group's side.
struct Near {
    vpc: Id,
    creates: Option<NewSwitch>,
}

impl<'a> Asked<'a> {
    pub(super) fn new(document: &'a Document, group: &'a Id, source: &'a Id, now: &Assessed) -> Self {
        let reading = Reading::of(&document.topology);
        let on_internet =
            reading.sources.get(source).is_none_or(|source| source.location == Location::Internet);
        let private = if on_internet {
            None
        } else {
            match with_endpoint(document, source, Endpoint::Private) {
                None => Some((Vec::new(), now.clone())),
                Some(edit) => {
                    let pair = assessed(&document.with(&edit), group, source);
                    pair.map(|pair| (vec![edit], pair))
                }
            }
        };
        Self { document, group, source, reading, private }
    }

    pub(super) fn group_owner(&self) -> Who {
        let account = self.document.topology.enclosing(self.group, KindName::Account);
        Who::Account(account.unwrap_or(self.group).clone())
    }

    pub(super) fn regions_differ(&self) -> bool {
        let (near, far) = (self.reading.region_of(self.group), self.reading.region_of(self.source));
        matches!((near, far), (Some(near), Some(far)) if near != far)
    }

    pub(super) fn far_is_vpc(&self) -> bool {
        self.far().is_some_and(|far| far.kind == KindName::Vpc)
    }

    /// The network of the data source.
    fn far(&self) -> Option<&Network<'a>> {
        let far: NetworkIx = self.reading.sources.get(self.source)?.network()?;
        Some(self.reading.network(far))
    }

    /// The edits of a way, or why there are none.
    pub(super) fn build(&self, kind: WayKind) -> Result<Built, Why> {
        if kind == WayKind::Public {
            let edit = with_endpoint(self.document, self.source, Endpoint::Public).ok_or(Why::NoNetwork)?;
            return Ok(Built {
                edits: vec![edit],
                remarks: vec![Remark::PublicEndpoint],
                ..Built::default()
            });
        }
        let (edits, pair) = self.private.as_ref().ok_or(Why::NoNetwork)?;
        if matches!(pair.verdict, Verdict::Unsupported | Verdict::Invalid) {
            return Err(Why::Findings(remaining(pair)));
        }
        let built = Built { edits: edits.clone(), ..Built::default() };
        match kind {
            WayKind::Join(connection) => self.join(connection, built, pair),
            WayKind::Bind | WayKind::Public => self.bind(built, pair),
        }
    }

    /// Binds the data source's own VPC, or for a service any VPC of its region.
    fn bind(&self, built: Built, pair: &Assessed) -> Result<Built, Why> {
        let group = self.reading.groups.get(self.group).ok_or(Why::NoVpc)?;
        let source = self.reading.sources.get(self.source).ok_or(Why::NoNetwork)?;
        let bindable = self.far().is_none_or(|far| is_bindable(group, far));
        if !bindable || (self.far().is_none() && source.region != group.region) {
            return Err(match (source.account, group.account) {
                (None, _) => Why::OutsideAlibabaCloud,
                (Some(far), Some(near)) if far != near && self.far().is_some() => Why::OtherAccount,
                _ if source.region != group.region => Why::OtherRegion,
                _ => stopped(pair),
            });
        }
        let topology = &self.document.topology;
        if taken(topology, pair) == Some(WayKind::Bind) {
            return Ok(built);
        }
        // Without its associations the group is planned to be bound there; that association is what this way draws.
        let Some(held) = topology.resource_group(self.group).cloned() else { return Err(Why::NoVpc) };
        let bare = crate::topology::ResourceGroup { bindings: Vec::new(), ..held };
        let bare = self.put(self.group, Kind::ResourceGroup(bare)).ok_or(Why::NoVpc)?;
        let mut edits = built.edits.clone();
        edits.push(bare);
        let alone =
            assessed(&self.document.with(&Edit::All(edits)), self.group, self.source).ok_or(Why::NoVpc)?;
        let bind = alone.steps.iter().find(|step| matches!(step.act, Act::Bind { .. }));
        let (Some(edit), Some(Act::Bind { switch, .. })) =
            (bind.and_then(crate::plan::Step::edit), bind.map(|step| &step.act))
        else {
            return Err(stopped(&alone));
        };
        let mut built = built;
        built.remarks.extend(created(switch));
        built.remarks.push(Remark::DrawsBinding(switch.vswitch.clone()));
        built.binds = Some(switch.vswitch.clone());
        built.edits.extend(self.without_rival_routes().map(|(edit, dropped)| {
            built.remarks.push(Remark::DropsRoutes(dropped));
            edit
        }));
        built.edits.push(edit);
        Ok(built)
    }

    /// The group without the added routes that would keep the traffic on its other associations: those inside the data
    /// source's VPC are as long as the route that the new association brings, or longer.
    fn without_rival_routes(&self) -> Option<(Edit, Vec<Block>)> {
        let own = self.far()?.cidrs.as_deref().unwrap_or_default();
        let rival = |to: &Block| own.iter().any(|cidr| cidr.contains(to));
        let mut held = self.document.topology.resource_group(self.group)?.clone();
        let all = held.bindings.iter().flat_map(|bound| &bound.routes);
        let dropped: Vec<Block> = all.copied().filter(rival).collect();
        held.bindings.iter_mut().for_each(|bound| bound.routes.retain(|to| !rival(to)));
        let edit = self.put(self.group, Kind::ResourceGroup(held))?;
        (!dropped.is_empty()).then_some((edit, dropped))
    }

    /// Joins the VPC of the group's side with the data source's network.
    fn join(&self, kind: ConnectionKind, mut built: Built, pair: &Assessed) -> Result<Built, Why> {
        let far = self.far().ok_or(Why::NoNetwork)?;
        if !kinds_for(KindName::Vpc, far.kind).contains(&kind) {
            return Err(Why::VpcsOnly(kind));
        }
        if taken(&self.document.topology, pair) == Some(WayKind::Join(kind)) {
            return Ok(built);
        }
        let near = self.near(far.id, pair)?;
        let held: Vec<(&Id, &Connection)> = self
            .document
            .topology
            .connections
            .iter()
            .filter(|(_, drawn)| drawn.attachment(&near.vpc).is_some() && drawn.attachment(far.id).is_some())
            .map(|(id, drawn)| (id, drawn.as_ref()))
            .collect();
        let replaced: Vec<Id> =
            held.iter().filter(|(_, drawn)| drawn.kind != kind).map(|(id, _)| (*id).clone()).collect();
        for (id, drawn) in held.iter().filter(|(_, drawn)| drawn.kind != kind) {
            built.edits.push(if drawn.attachments.len() <= 2 {
                Edit::Remove(vec![(*id).clone()])
            } else {
                Edit::Detach { connection: (*id).clone(), network: far.id.clone() }
            });
        }
        if !held.iter().any(|(_, drawn)| drawn.kind == kind) {
            built.edits.extend(self.connect(kind, &near, far).ok_or(Why::NoVpc)?);
        }
        if !replaced.is_empty() {
            built.remarks.push(Remark::Replaces(replaced));
        }
        built.remarks.extend(near.creates.as_ref().and_then(created));
        if kind == ConnectionKind::PrivateLink {
            built.remarks.push(Remark::LoadBalancer);
            built.remarks.extend(self.regions_differ().then_some(Remark::EndpointAcrossRegions));
        }
        if kind == ConnectionKind::Cen && far.kind != KindName::Vpc {
            built.remarks.push(Remark::CircuitOrVpn);
        }
        Ok(built)
    }

    /// The VPC that is bound, else the one that the plan would bind.
    fn near(&self, far: &Id, pair: &Assessed) -> Result<Near, Why> {
        let bound = pair.steps.iter().filter_map(|step| match &step.act {
            Act::Bind { switch, .. } | Act::Rebind { switch, .. } => Some((step.state, switch)),
            _ => None,
        });
        let mut bound: Vec<(StepState, &NewSwitch)> = bound.collect();
        order::sort_by_key(&mut bound, |(state, _)| *state != StepState::Done);
        let usable = self.reading.groups.get(self.group).into_iter().flat_map(Group::usable);
        let usable = usable.map(|(_, held)| self.reading.network(held.network).id).find(|vpc| *vpc != far);
        let planned = bound.iter().find(|(_, switch)| switch.vpc != *far);
        match (planned, usable) {
            (Some((StepState::Done, switch)), _) => Ok(Near { vpc: switch.vpc.clone(), creates: None }),
            (_, Some(vpc)) => Ok(Near { vpc: vpc.clone(), creates: None }),
            (Some((_, switch)), None) => {
                let creates = switch.new_vpc.is_some().then(|| (*switch).clone());
                Ok(Near { vpc: switch.vpc.clone(), creates })
            }
            (None, None) if bound.is_empty() => Err(stopped(pair)),
            (None, None) => Err(Why::Needless(far.clone())),
        }
    }

    /// The two attachments as planned: of a connection that has room and holds one of them, else of a new one.
    fn connect(&self, kind: ConnectionKind, near: &Near, far: &Network<'_>) -> Option<Vec<Edit>> {
        let topology = &self.document.topology;
        let kinds = |drawn: &Connection| -> Vec<KindName> {
            let held = drawn.attachments.iter().filter_map(|a| topology.node(&a.network));
            held.map(|node| node.kind.name()).collect()
        };
        let room = topology.connections.iter().find_map(|(id, drawn)| {
            let (here, there) = (drawn.attachment(&near.vpc).is_some(), drawn.attachment(far.id).is_some());
            let wanted = if here { far.kind } else { KindName::Vpc };
            let fits = drawn.kind == kind && kind.capacity().is_none() && admits(kind, &kinds(drawn), wanted);
            (fits && here != there).then(|| (id.clone(), if here { far.id } else { &near.vpc }))
        });
        let planned = |connection: &Id, network: &Id| Edit::Attach {
            connection: connection.clone(),
            network: network.clone(),
            state: State::Planned,
        };
        let creates = near.creates.clone();
        if let Some((connection, network)) = room {
            let act =
                Act::AttachNetwork { connection: connection.clone(), network: network.clone(), creates };
            return Some(vec![act.edit(None)?, planned(&connection, network)]);
        }
        let connection = topology.free_id(&Id::from_words(kind.key()));
        let networks = [near.vpc.clone(), far.id.clone()];
        let act = Act::JoinNetworks { connection: connection.clone(), kind, networks, creates };
        Some(vec![act.edit(None)?, planned(&connection, &near.vpc), planned(&connection, far.id)])
    }

    /// An edit that gives a node other facts.
    fn put(&self, id: &Id, kind: Kind) -> Option<Edit> {
        let node = self.document.topology.node(id)?;
        Some(Edit::PutNode { id: id.clone(), node: Node { kind, ..node.clone() } })
    }
}

/// What stands in the way of a result.
fn stopped(pair: &Assessed) -> Why {
    let found = remaining(pair);
    if found.is_empty() { Why::NoVpc } else { Why::Findings(found) }
}

/// The places that have to be created.
fn created(switch: &NewSwitch) -> Option<Remark> {
    let vpc = switch.new_vpc.is_some().then(|| switch.vpc.clone());
    let places: Vec<Id> = vpc.into_iter().chain(switch.is_new.then(|| switch.vswitch.clone())).collect();
    (!places.is_empty()).then_some(Remark::Creates(places))
}

/// The edit that makes a data source be reached by this endpoint; `None` where it is already.
fn with_endpoint(document: &Document, source: &Id, wanted: Endpoint) -> Option<Edit> {
    let node = document.topology.node(source)?;
    let Kind::DataSource(held) = &node.kind else { return None };
    if held.endpoint.unwrap_or(Endpoint::Private) == wanted {
        return None;
    }
    let kind = Kind::DataSource(crate::topology::DataSource { endpoint: Some(wanted), ..held.clone() });
    Some(Edit::PutNode { id: source.clone(), node: Node { kind, ..node.clone() } })
}
