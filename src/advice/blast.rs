//! What breaks when something goes: the drawing without it, analysed, beside the drawing as it is.

use crate::advice::worse;
use crate::analysis::{Overview, Survey};
use crate::base::{Address, Block, Id};
use crate::topology::{Document, Edit, Entry, Kind, Node, Route, Topology, Whitelist};
use crate::verdict::Verdict;

/// Something that can be taken away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removal {
    /// A node with everything inside it, or a connection.
    Element(Id),
    /// A whitelist entry; one that stands there twice goes twice.
    Entry {
        /// The data source.
        source: Id,
        /// The entry as typed.
        entry: Entry,
    },
    /// The association of a resource group with a vSwitch.
    Binding {
        /// The resource group.
        group: Id,
        /// The vSwitch.
        vswitch: Id,
    },
    /// A route of the DataWorks console.
    DataworksRoute {
        /// The resource group.
        group: Id,
        /// The vSwitch of the association.
        vswitch: Id,
        /// The destination.
        to: Block,
    },
    /// A custom route of a network.
    NetworkRoute {
        /// The network.
        network: Id,
        /// The route.
        route: Route,
    },
    /// An elastic IP address, wherever it is in use.
    Eip(Address),
}

/// What a removal costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blast {
    /// The tasks that are worse off, in order of id.
    pub tasks: Vec<(Id, Loss)>,
    /// The pairs that are worse off, in order of resource group and data source.
    pub pairs: Vec<((Id, Id), Loss)>,
}

/// From which verdict to which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Today.
    pub was: Verdict,
    /// Without what is removed; `None` where there is nothing left to judge.
    pub becomes: Option<Verdict>,
}

/// What breaks without it.
pub fn blast(document: &Document, removal: &Removal) -> Blast {
    let Some(edit) = removal.edit(&document.topology) else {
        return Blast::default();
    };
    let judged = |document: &Document| Survey::of(&document.topology).overview().clone();
    let (before, later) = (judged(document), judged(&document.with(&edit)));
    let verdict = |overview: &Overview, (group, source): &(Id, Id)| {
        overview.position(group, source).and_then(|at| overview.connections.get(at)).map(|pair| pair.verdict)
    };
    let pairs = worse(&before, &later).into_iter().filter_map(|pair| {
        let loss = Loss { was: verdict(&before, &pair)?, becomes: verdict(&later, &pair) };
        Some((pair, loss))
    });
    let tasks = before.tasks.iter().filter_map(|task| {
        let becomes = later.tasks.iter().find(|other| other.task == task.task);
        // A task that keeps one end only has lost the other.
        let lost = |other: &&crate::analysis::TaskVerdict| {
            other.reads.is_some() == task.reads.is_some() && other.writes.is_some() == task.writes.is_some()
        };
        let becomes = becomes.filter(lost).map(|other| other.verdict);
        becomes
            .is_none_or(|becomes| becomes > task.verdict)
            .then(|| (task.task.clone(), Loss { was: task.verdict, becomes }))
    });
    Blast { tasks: tasks.collect(), pairs: pairs.collect() }
}

/// What could be taken away of an element: itself, and what it holds.
pub fn removals(topology: &Topology, id: &Id) -> Vec<Removal> {
    if !topology.nodes.contains_key(id) && !topology.connections.contains_key(id) {
        return Vec::new();
    }
    let mut all = vec![Removal::Element(id.clone())];
    let routes = |network: &Id, via: Option<&Id>| -> Vec<Removal> {
        let held = topology.node(network).map_or(&[][..], |node| node.kind.routes());
        let held = held.iter().filter(|route| via.is_none_or(|via| route.via == *via));
        held.map(|route| Removal::NetworkRoute { network: network.clone(), route: route.clone() }).collect()
    };
    match topology.node(id).map(|node| &node.kind) {
        None => {
            let held = topology.connections.get(id).into_iter().flat_map(|drawn| &drawn.attachments);
            all.extend(held.flat_map(|attachment| routes(&attachment.network, Some(id))));
        }
        Some(Kind::ResourceGroup(group)) => {
            for bound in &group.bindings {
                let vswitch = &bound.vswitch;
                all.push(Removal::Binding { group: id.clone(), vswitch: vswitch.clone() });
                all.extend(bound.routes.iter().map(|to| Removal::DataworksRoute {
                    group: id.clone(),
                    vswitch: vswitch.clone(),
                    to: *to,
                }));
            }
            all.extend(group.eips.iter().flatten().map(|eip| Removal::Eip(*eip)));
        }
        Some(Kind::NatGateway(nat)) => all.extend(nat.eips.iter().flatten().map(|eip| Removal::Eip(*eip))),
        Some(Kind::DataSource(source)) => {
            let entries = source.whitelist.iter().flat_map(Whitelist::entries);
            all.extend(entries.map(|entry| Removal::Entry { source: id.clone(), entry: entry.clone() }));
        }
        Some(_) => all.extend(routes(id, None)),
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|removal| seen.insert(removal.clone()));
    all
}

impl Removal {
    /// The removal as an edit; `None` where there is nothing of the kind.
    pub fn edit(&self, topology: &Topology) -> Option<Edit> {
        match self {
            Self::Element(id) => topology.has(id).then(|| Edit::Remove(vec![id.clone()])),
            Self::Entry { source, entry } => {
                Some(Edit::RemoveWhitelistEntry { source: source.clone(), entry: entry.clone() })
            }
            Self::Binding { group, vswitch } => changed(topology, group, |kind| {
                if let Kind::ResourceGroup(held) = kind {
                    held.bindings.retain(|bound| bound.vswitch != *vswitch);
                }
            }),
            Self::DataworksRoute { group, vswitch, to } => changed(topology, group, |kind| {
                if let Kind::ResourceGroup(held) = kind {
                    let bound = held.bindings.iter_mut().filter(|bound| bound.vswitch == *vswitch);
                    bound.for_each(|bound| bound.routes.retain(|block| block != to));
                }
            }),
            Self::NetworkRoute { network, route } => changed(topology, network, |kind| {
                kind.routes_mut().into_iter().for_each(|routes| routes.retain(|held| held != route));
            }),
            Self::Eip(eip) => {
                let used = topology
                    .nodes
                    .iter()
                    .filter(|(_, node)| eips(&node.kind).is_some_and(|eips| eips.contains(eip)));
                let edits = used.filter_map(|(id, _)| {
                    changed(topology, id, |kind| match kind {
                        Kind::ResourceGroup(group) => {
                            group.eips.iter_mut().for_each(|eips| eips.retain(|held| held != eip));
                        }
                        Kind::NatGateway(nat) => {
                            nat.eips.iter_mut().for_each(|eips| eips.retain(|held| held != eip));
                        }
                        _ => {}
                    })
                });
                Some(Edit::All(edits.collect()))
            }
        }
    }
}

fn eips(kind: &Kind) -> Option<&Vec<Address>> {
    match kind {
        Kind::ResourceGroup(group) => group.eips.as_ref(),
        Kind::NatGateway(nat) => nat.eips.as_ref(),
        _ => None,
    }
}

/// The edit that changes the facts of a node.
pub(super) fn changed(topology: &Topology, id: &Id, change: impl FnOnce(&mut Kind)) -> Option<Edit> {
    let mut node: Node = topology.node(id)?.clone();
    change(&mut node.kind);
    Some(Edit::PutNode { id: id.clone(), node })
}
