//! What was found put into a plan that is there: by cloud id, facts as the cloud tells them, names and positions as the
//! user made them, and nothing deleted. The result is one document, so that it is one edit and one step of undo.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::Id;
use crate::compare::{self, Element};
use crate::import::Found;
use crate::import::build::admit;
use crate::import::legal::legal;
use crate::topology::{
    Account, Connection, Document, Kind, Layout, NatGateway, Node, ResourceGroup, Route, Snat, Topology,
};

/// A plan with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The plan.
    pub document: Document,
    /// What is other than before, field by field.
    pub changes: Vec<Element>,
}

/// Puts what was found into `present`.
pub fn merge(present: &Document, found: &Found) -> Merged {
    let mut document = joined(present, &found.drawn, &found.told);
    if !found.named.is_empty() {
        let topology = Arc::make_mut(&mut document.topology);
        for (id, node) in &mut topology.nodes {
            let name = node.name.clone().unwrap_or_default();
            let entries = found.named.get(&name).or_else(|| found.named.get(id.as_str()));
            if let (Some(entries), Kind::DataSource(_)) = (entries, &node.kind)
                && let Kind::DataSource(source) = &mut Arc::make_mut(node).kind
            {
                admit(source, entries);
            }
        }
    }
    let changes = compare::elements(present, &document);
    Merged { document, changes }
}

/// One plan put into another. Of the networks and groups in `told` all routes are known, so that those that are gone go.
pub(super) fn joined(present: &Document, found: &Document, told: &BTreeSet<Id>) -> Document {
    let known = matched(&present.topology, &found.topology);
    let renamed = |id: &Id| known.get(id).unwrap_or(id).clone();
    let mut topology = Topology::clone(&present.topology);
    for (found_id, node) in &found.topology.nodes {
        let id = renamed(found_id);
        let fresh = renamed_node(node, &renamed);
        let merged = match topology.nodes.get(&id) {
            Some(held) if held.kind.name() == fresh.kind.name() => {
                let gone = |route: &Route| {
                    told.contains(found_id) && found.topology.connections.contains_key(&route.via)
                };
                merged_node(held, fresh, &gone, told.contains(found_id))
            }
            // An id of something else: the user's thing stays.
            Some(_) => continue,
            None if topology.has(&id) => continue,
            None => fresh,
        };
        topology.nodes.insert(id, Arc::new(merged));
    }
    for (id, connection) in &found.topology.connections {
        let mut fresh = Connection::clone(connection);
        fresh.attachments.iter_mut().for_each(|held| held.network = renamed(&held.network));
        match topology.connections.get(id) {
            Some(held) if held.kind == fresh.kind => {
                fresh.name = held.name.clone().or(fresh.name);
                fresh.bandwidth_mbps = fresh.bandwidth_mbps.or(held.bandwidth_mbps);
                fresh.edition = fresh.edition.or(held.edition);
                let gone = held.attachments.iter().filter(|held| fresh.attachment(&held.network).is_none());
                let gone: Vec<_> = gone.cloned().collect();
                fresh.attachments.extend(gone);
            }
            Some(_) => continue,
            None if topology.has(id) => continue,
            None => {}
        }
        topology.connections.insert(id.clone(), Arc::new(fresh));
    }
    for (id, task) in &found.topology.tasks {
        if !topology.has(id) {
            topology.tasks.insert(id.clone(), Arc::clone(task));
        }
    }
    for pair in &found.topology.must_not_reach {
        if !topology.must_not_reach.contains(pair) {
            topology.must_not_reach.push(pair.clone());
        }
    }
    let mut layout = Layout::clone(&found.layout);
    layout.extend(present.layout.iter().map(|(id, place)| (id.clone(), *place)));
    let title = if present.title.is_empty() { found.title.clone() } else { present.title.clone() };
    Document { title, topology: Arc::new(legal(topology)), layout: Arc::new(layout) }
}

/// Which node of the present plan each found one is: by id, cloud id, account number or name; a region by its account, or by
/// the networks in it; the Internet by being the only one.
fn matched(present: &Topology, found: &Topology) -> BTreeMap<Id, Id> {
    let mut by_cloud: BTreeMap<&str, &Id> = BTreeMap::new();
    let mut accounts: BTreeMap<&str, &Id> = BTreeMap::new();
    let mut named: BTreeMap<&str, &Id> = BTreeMap::new();
    let mut regions: BTreeMap<(Option<&Id>, &str), &Id> = BTreeMap::new();
    let mut internet = None;
    for (id, node) in &present.nodes {
        if let (Kind::Account(_), Some(name)) = (&node.kind, node.name.as_deref()) {
            named.insert(name, id);
        }
        by_cloud.extend(cloud_id(&node.kind).map(|cloud| (cloud, id)));
        match &node.kind {
            Kind::Account(account) => accounts.extend(account.uid.as_deref().map(|uid| (uid, id))),
            Kind::Region(place) => drop(regions.insert((node.parent.as_ref(), &place.region), id)),
            Kind::Internet => internet = Some(id),
            _ => {}
        }
    }
    let mut known: BTreeMap<Id, Id> = BTreeMap::new();
    for (id, node) in &found.nodes {
        let to = match &node.kind {
            kind if cloud_id(kind).is_some() => {
                // Where a plan has one id twice, each stays itself.
                let itself = present.nodes.get(id).is_some_and(|held| cloud_id(&held.kind) == cloud_id(kind));
                let same = || by_cloud.get(cloud_id(kind)?).copied();
                if itself { None } else { same() }
            }
            Kind::Account(Account { uid: Some(uid), .. }) => accounts.get(uid.as_str()).copied(),
            // A table names an account as the plan does.
            Kind::Account(_) if present.nodes.contains_key(id) => None,
            Kind::Account(_) => node.name.as_deref().and_then(|name| named.get(name)).copied(),
            Kind::Internet => internet,
            _ => None,
        };
        let to = to.filter(|to| *to != id);
        known.extend(to.map(|to| (id.clone(), to.clone())));
    }
    around(present, found, &mut known);
    for (id, node) in &found.nodes {
        if let Kind::Region(place) = &node.kind
            && !known.contains_key(id)
            && !present.nodes.contains_key(id)
        {
            let account = node.parent.as_ref().map(|account| known.get(account).unwrap_or(account));
            known
                .extend(regions.get(&(account, place.region.as_str())).map(|to| (id.clone(), (*to).clone())));
        }
    }
    known
}

fn cloud_id(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Vpc(vpc) => vpc.cloud_id.as_deref(),
        Kind::VSwitch(switch) => switch.cloud_id.as_deref(),
        _ => None,
    }
}

/// Regions and accounts without a number are known by what lies in them.
fn around(present: &Topology, found: &Topology, known: &mut BTreeMap<Id, Id>) {
    for (id, node) in &found.nodes {
        let own = known.get(id).unwrap_or(id);
        let (Some(held), Some(region)) = (present.node(own), node.parent.as_ref()) else {
            continue;
        };
        let (Some(Kind::Region(there)), Some(to)) = (found.node(region).map(|node| &node.kind), &held.parent)
        else {
            continue;
        };
        let Some(Kind::Region(here)) = present.node(to).map(|node| &node.kind) else {
            continue;
        };
        let account =
            |topology: &Topology, region: &Id| topology.node(region).and_then(|node| node.parent.clone());
        let (Some(theirs), Some(ours)) = (account(found, region), account(present, to)) else {
            continue;
        };
        let uid = |topology: &Topology, id: &Id| match topology.node(id).map(|node| &node.kind) {
            Some(Kind::Account(account)) => account.uid.clone(),
            _ => None,
        };
        let differ = matches!((uid(found, &theirs), uid(present, &ours)), (Some(a), Some(b)) if a != b);
        if here.region == there.region && !differ {
            known.entry(region.clone()).or_insert_with(|| to.clone());
            known.entry(theirs).or_insert(ours);
        }
    }
}

fn renamed_node(node: &Node, renamed: &impl Fn(&Id) -> Id) -> Node {
    let mut node = node.clone();
    node.parent = node.parent.as_ref().map(renamed);
    match &mut node.kind {
        Kind::ResourceGroup(group) => {
            group.bindings.iter_mut().for_each(|binding| binding.vswitch = renamed(&binding.vswitch));
        }
        Kind::NatGateway(NatGateway { snat: Some(Snat::VSwitches(switches)), .. }) => {
            switches.iter_mut().for_each(|switch| *switch = renamed(switch));
        }
        _ => {}
    }
    node
}

/// What is known of a node after the cloud was asked: its facts where it tells them, the user's where it does not.
fn merged_node(held: &Node, fresh: Node, gone: &dyn Fn(&Route) -> bool, told: bool) -> Node {
    let parent = match (&held.kind, &fresh.parent) {
        (Kind::Region(_) | Kind::Account(_), _) | (_, None) => held.parent.clone(),
        (_, Some(parent)) => Some(parent.clone()),
    };
    let kind = match (&held.kind, fresh.kind) {
        (Kind::Account(held), Kind::Account(fresh)) => Kind::Account(Account {
            uid: fresh.uid.or_else(|| held.uid.clone()),
            site: held.site.or(fresh.site),
        }),
        (Kind::Vpc(held), Kind::Vpc(mut fresh)) => {
            fresh.cidrs = fresh.cidrs.or_else(|| held.cidrs.clone());
            fresh.cloud_id = fresh.cloud_id.or_else(|| held.cloud_id.clone());
            keep(&mut fresh.routes, &held.routes, gone);
            Kind::Vpc(fresh)
        }
        (Kind::VSwitch(held), Kind::VSwitch(mut fresh)) => {
            fresh.cidr = fresh.cidr.or(held.cidr);
            fresh.zone = fresh.zone.or_else(|| held.zone.clone());
            fresh.cloud_id = fresh.cloud_id.or_else(|| held.cloud_id.clone());
            Kind::VSwitch(fresh)
        }
        (Kind::DataCenter(held), Kind::DataCenter(mut fresh)) => {
            fresh.cidrs = fresh.cidrs.or_else(|| held.cidrs.clone());
            keep(&mut fresh.routes, &held.routes, gone);
            Kind::DataCenter(fresh)
        }
        (Kind::NatGateway(held), Kind::NatGateway(fresh)) => Kind::NatGateway(NatGateway {
            eips: fresh.eips.or_else(|| held.eips.clone()),
            snat: fresh.snat.or_else(|| held.snat.clone()),
        }),
        (Kind::ResourceGroup(held), Kind::ResourceGroup(mut fresh)) => {
            fresh.eips = fresh.eips.or_else(|| held.eips.clone());
            fresh.previous_eips.clone_from(&held.previous_eips);
            fresh.spec = fresh.spec.or(held.spec);
            fresh.cu = fresh.cu.or(held.cu);
            keep_bindings(&mut fresh, held, told);
            Kind::ResourceGroup(fresh)
        }
        (Kind::DataSource(held), Kind::DataSource(mut fresh)) => {
            fresh.addresses = fresh.addresses.or_else(|| held.addresses.clone());
            fresh.host = fresh.host.or_else(|| held.host.clone());
            fresh.port = fresh.port.or(held.port);
            fresh.endpoint = held.endpoint.or(fresh.endpoint);
            fresh.whitelist = fresh.whitelist.or_else(|| held.whitelist.clone());
            fresh.security_group = fresh.security_group.or_else(|| held.security_group.clone());
            Kind::DataSource(fresh)
        }
        (held, _) => held.clone(),
    };
    Node { name: held.name.clone().or(fresh.name), note: held.note.clone().or(fresh.note), parent, kind }
}

/// Keeps the routes that the plan has beside those that were found, unless they are known to be gone.
fn keep(routes: &mut Vec<Route>, held: &[Route], gone: &dyn Fn(&Route) -> bool) {
    let known: BTreeSet<Route> = routes.iter().cloned().collect();
    routes.extend(held.iter().filter(|route| !known.contains(*route) && !gone(route)).cloned());
}

/// Keeps the bindings that were not found, and of the others what the cloud did not tell.
fn keep_bindings(fresh: &mut ResourceGroup, held: &ResourceGroup, told: bool) {
    for binding in &held.bindings {
        match fresh.bindings.iter_mut().find(|found| found.vswitch == binding.vswitch) {
            Some(found) => {
                if !told {
                    found.routes.clone_from(&binding.routes);
                }
                found.security_group = found.security_group.take().or_else(|| binding.security_group.clone());
            }
            None => fresh.bindings.push(binding.clone()),
        }
    }
}
