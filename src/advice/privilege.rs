//! Least privilege in numbers: what a whitelist, rule or route opens against what the plan needs of it, and the smallest
//! replacement that leaves every result as it is. That it does is not reasoned but looked at: the drawing with the
//! replacement is analysed.

use crate::advice::blast::changed;
use crate::analysis::{Analysis, Assessed, analyse};
use crate::base::{AddressSet, Block, Id, block_text, order, service_addresses};
use crate::plan::StepState;
use crate::reading::{Reading, Source};
use crate::scenario::Scenario;
use crate::topology::{
    Action, Direction, Document, Edit, Entry, Kind, Route, Rule, SecurityGroup, SecurityGroupType, Topology,
    Whitelist,
};
use crate::verdict::Verdict;

/// Blocks are left out one by one only while they are few.
const TRIED: usize = 16;

/// What opens addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The whitelist of a data source.
    Whitelist(Id),
    /// An allow rule of a security group.
    Rule {
        /// The resource group or data source.
        at: Id,
        /// The vSwitch of the association, on the group's side.
        vswitch: Option<Id>,
        /// The rule.
        rule: Rule,
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
}

/// How wide something is.
#[derive(Clone, Debug, PartialEq)]
pub struct Width {
    /// What opens addresses.
    pub subject: Subject,
    /// How many it opens.
    pub opened: u64,
    /// How many of them this plan needs; `None` where the drawing does not decide it.
    pub needed: Option<u64>,
    /// The fewest blocks that are enough; none where this plan does not need it at all.
    pub blocks: Vec<Block>,
    /// The edit that puts them in its place; `None` where it is as small as it can be, or where nothing may be left.
    pub edit: Option<Edit>,
}

/// The widths of everything that admits or routes one pair.
pub fn widths(document: &Document, group: &Id, source: &Id) -> Vec<Width> {
    let reading = Reading::of(&document.topology);
    let analysis = analyse(&document.topology);
    let finished = finished(document, &analysis);
    let desk = Desk { document, reading: &reading, analysis, finished };
    desk.subjects(group, source).into_iter().map(|subject| desk.width(subject)).collect()
}

struct Desk<'a> {
    document: &'a Document,
    reading: &'a Reading<'a>,
    analysis: Analysis,
    /// The drawing with every step done, where there is one to do: what a later step builds upon is needed already.
    finished: Option<(Document, Analysis)>,
}

fn finished(document: &Document, analysis: &Analysis) -> Option<(Document, Analysis)> {
    let steps = analysis.connections.iter().flat_map(|pair| &pair.steps);
    let edits: Vec<Edit> =
        steps.filter(|step| step.state == StepState::ToDo).filter_map(crate::plan::Step::edit).collect();
    if edits.is_empty() {
        return None;
    }
    // What two pairs ask for is done by the first of them, and refused the second time.
    let done = edits.iter().fold(document.clone(), |done, edit| done.after(edit).unwrap_or(done));
    let analysis = analyse(&done.topology);
    Some((done, analysis))
}

impl Desk<'_> {
    fn subjects(&self, group: &Id, source: &Id) -> Vec<Subject> {
        let topology = &self.document.topology;
        let mut all = Vec::new();
        let Some(drawn) = topology.data_source(source) else { return all };
        if matches!(&drawn.whitelist, Some(Whitelist::Entries(entries)) if !entries.is_empty()) {
            all.push(Subject::Whitelist(source.clone()));
        }
        let gated =
            self.reading.sources.get(source).filter(|held| held.is_gated_by_security_group(self.reading));
        if let (Some(own), Some(_)) = (&drawn.security_group, gated) {
            let inbound = own.rules.iter().filter(|rule| rule.direction == Direction::Inbound);
            all.extend(rules(source, None, inbound));
        }
        let mut networks: Vec<&Id> = Vec::new();
        if let Some(held) = self.reading.groups.get(group) {
            for (_, bound) in held.usable() {
                networks.push(self.reading.network(bound.network).id);
                // A basic group allows all outbound, and its inbound rules do not matter here.
                let advanced = |own: &&SecurityGroup| own.kind == SecurityGroupType::Advanced;
                let own = bound.security_group.filter(advanced);
                all.extend(
                    own.into_iter().flat_map(|own| rules(group, Some(bound.vswitch), own.rules.iter())),
                );
                all.extend(bound.added.iter().map(|to| Subject::DataworksRoute {
                    group: group.clone(),
                    vswitch: bound.vswitch.clone(),
                    to: *to,
                }));
            }
        }
        let far = self.reading.sources.get(source).and_then(Source::network);
        networks.extend(far.map(|ix| self.reading.network(ix).id));
        order::sort(&mut networks);
        networks.dedup();
        for network in networks {
            let routes = topology.node(network).map_or(&[][..], |node| node.kind.routes());
            all.extend(
                routes
                    .iter()
                    .map(|route| Subject::NetworkRoute { network: network.clone(), route: route.clone() }),
            );
        }
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|subject| seen.insert(subject.clone()));
        all
    }

    fn width(&self, subject: Subject) -> Width {
        let opened = subject.opened(&self.document.topology);
        let count = opened.count();
        let unknown =
            Width { subject: subject.clone(), opened: count, needed: None, blocks: Vec::new(), edit: None };
        let Some(wanted) = self.wanted(&subject) else { return unknown };
        let mut blocks = opened.intersect(&wanted).blocks();
        let whole = matches!(subject, Subject::Whitelist(_));
        if !whole && self.suffices(&subject, &[]) {
            blocks.clear();
        } else if !self.suffices(&subject, &blocks) {
            return unknown;
        } else if blocks.len() <= TRIED {
            let mut at = 0;
            while at < blocks.len() && blocks.len() > 1 {
                let mut fewer = blocks.clone();
                fewer.remove(at);
                if self.suffices(&subject, &fewer) {
                    blocks = fewer;
                } else {
                    at += 1;
                }
            }
        }
        let needed = AddressSet::of(blocks.iter().copied());
        let narrower = needed != opened && !(whole && blocks.is_empty());
        let edit = narrower.then(|| subject.replaced(&self.document.topology, &blocks)).flatten();
        Width { subject, opened: count, needed: Some(needed.count()), blocks, edit }
    }

    /// The addresses that any pair could ask of it; `None` where the drawing does not say.
    fn wanted(&self, subject: &Subject) -> Option<AddressSet> {
        match subject {
            Subject::Whitelist(source) => self.seen(source),
            Subject::Rule { at, vswitch: None, .. } => self.seen(at),
            Subject::Rule { vswitch: Some(vswitch), rule, .. } if rule.direction == Direction::Inbound => {
                let network = self.reading.network(self.reading.network_of(vswitch)?);
                let switch = network.switches.iter().find(|switch| switch.id == vswitch)?;
                Some(switch.cidr?.into())
            }
            Subject::Rule { at, .. } => self.targets(at),
            Subject::DataworksRoute { group, .. } => Some(self.destinations(Some(group))),
            Subject::NetworkRoute { .. } => {
                let sources = self.analysis.connections.iter().map(|pair| self.seen(&pair.data_source));
                let seen = sources.collect::<Option<Vec<_>>>()?;
                let seen = seen.iter().fold(AddressSet::empty(), |all, set| all.union(set));
                Some(self.destinations(None).union(&seen))
            }
        }
    }

    /// What a data source sees today, or will see once the steps are done.
    fn seen(&self, source: &Id) -> Option<AddressSet> {
        let pairs = self.analysis.connections.iter().filter(|pair| pair.data_source == *source);
        let sets = pairs.map(|pair| is_settled(pair).then(|| seen_by(pair)));
        let sets = sets.collect::<Option<Vec<_>>>()?;
        Some(sets.iter().fold(AddressSet::empty(), |all, set| all.union(set)))
    }

    /// The private addresses that a group has to reach.
    fn targets(&self, group: &Id) -> Option<AddressSet> {
        let sets = self.reached(Some(group)).map(|source| {
            source.addresses.clone().or_else(|| source.network().is_none().then(service_addresses))
        });
        let sets = sets.collect::<Option<Vec<_>>>()?;
        Some(sets.iter().fold(AddressSet::empty(), |all, set| all.union(set)))
    }

    /// The blocks to which a group, or any group, needs routes: those of the data sources' networks, because an address
    /// may move within its vSwitch.
    fn destinations(&self, group: Option<&Id>) -> AddressSet {
        AddressSet::of(self.reached(group).flat_map(|source| source.route_blocks(self.reading)))
    }

    /// The data sources that a group, or any group, reaches in private.
    fn reached(&self, group: Option<&Id>) -> impl Iterator<Item = &Source<'_>> {
        let pairs = self.analysis.connections.iter();
        let of = pairs.filter(move |pair| group.is_none_or(|group| pair.resource_group == *group));
        of.filter(|pair| pair.scenario != Scenario::Internet)
            .filter_map(|pair| self.reading.sources.get(&pair.data_source))
    }

    /// Whether every result stays as it is with these blocks in its place, today and once every step is done.
    fn suffices(&self, subject: &Subject, blocks: &[Block]) -> bool {
        let then = self.finished.as_ref().map(|(document, analysis)| (document, analysis));
        std::iter::once((self.document, &self.analysis)).chain(then).all(|(document, analysis)| {
            let Some(edit) = subject.replaced(&document.topology, blocks) else { return false };
            let later = analyse(&document.with(&edit).topology);
            let pairs = analysis.connections.iter().zip(&later.connections);
            analysis.connections.len() == later.connections.len()
                && pairs.into_iter().all(|(old, new)| is_alike(old, new))
        })
    }
}

/// Whether two results agree in everything that a reader acts upon.
fn is_alike(old: &Assessed, new: &Assessed) -> bool {
    let hops = old.hops.iter().zip(&new.hops).all(|(a, b)| a.kind == b.kind && a.status == b.status);
    old.verdict == new.verdict
        && hops
        && old.source_addresses == new.source_addresses
        && old.whitelist.as_ref().map(|(_, missing)| missing)
            == new.whitelist.as_ref().map(|(_, missing)| missing)
}

/// Whether the drawing says which addresses a pair uses.
fn is_settled(pair: &Assessed) -> bool {
    let asks = |step: &crate::plan::Step| step.state == StepState::ToDo && !step.act.needs().is_empty();
    pair.questions.is_empty() && pair.verdict != Verdict::Unknown && !pair.steps.iter().any(asks)
}

fn seen_by(pair: &Assessed) -> AddressSet {
    let required = pair.whitelist.iter().flat_map(|(required, _)| required);
    AddressSet::of(required.chain(&pair.source_addresses).copied())
}

fn rules<'r>(at: &Id, vswitch: Option<&Id>, rules: impl Iterator<Item = &'r Rule>) -> Vec<Subject> {
    let allows = rules.filter(|rule| rule.action == Action::Allow && rule.protocol.covers_tcp());
    allows
        .map(|rule| Subject::Rule { at: at.clone(), vswitch: vswitch.cloned(), rule: rule.clone() })
        .collect()
}

impl Subject {
    /// The addresses that it opens.
    fn opened(&self, topology: &Topology) -> AddressSet {
        match self {
            Self::Whitelist(source) => topology
                .data_source(source)
                .and_then(|source| source.whitelist.as_ref())
                .map(Whitelist::admitted)
                .unwrap_or_default(),
            Self::Rule { rule, .. } => rule.peer.into(),
            Self::DataworksRoute { to, .. } => (*to).into(),
            Self::NetworkRoute { route, .. } => route.to.into(),
        }
    }

    /// The edit that puts these blocks in its place. Entries that no IPv4 source could match stay.
    fn replaced(&self, topology: &Topology, blocks: &[Block]) -> Option<Edit> {
        match self {
            Self::Whitelist(source) => changed(topology, source, |kind| {
                if let Kind::DataSource(held) = kind
                    && let Some(Whitelist::Entries(entries)) = &mut held.whitelist
                {
                    entries.retain(|entry| entry.block().is_none());
                    entries.extend(blocks.iter().map(|block| Entry(block_text(*block))));
                }
            }),
            Self::Rule { at, vswitch, rule } => changed(topology, at, |kind| {
                let own = match kind {
                    Kind::DataSource(held) => held.security_group.as_mut(),
                    Kind::ResourceGroup(held) => {
                        let bound =
                            held.bindings.iter_mut().find(|bound| Some(&bound.vswitch) == vswitch.as_ref());
                        bound.and_then(|bound| bound.security_group.as_mut())
                    }
                    _ => None,
                };
                let narrowed = blocks.iter().map(|block| Rule { peer: *block, ..rule.clone() });
                let narrowed: Vec<Rule> = narrowed.collect();
                own.into_iter().for_each(|own| replace(&mut own.rules, rule, &narrowed));
            }),
            Self::DataworksRoute { group, vswitch, to } => changed(topology, group, |kind| {
                if let Kind::ResourceGroup(held) = kind {
                    let bound = held.bindings.iter_mut().find(|bound| bound.vswitch == *vswitch);
                    bound.into_iter().for_each(|bound| replace(&mut bound.routes, to, blocks));
                }
            }),
            Self::NetworkRoute { network, route } => changed(topology, network, |kind| {
                let narrowed = blocks.iter().map(|to| Route { to: *to, via: route.via.clone() });
                let narrowed: Vec<Route> = narrowed.collect();
                kind.routes_mut().into_iter().for_each(|routes| replace(routes, route, &narrowed));
            }),
        }
    }
}

/// Puts some items where one stands; what stands there already is not written twice.
fn replace<T: Clone + PartialEq>(list: &mut Vec<T>, old: &T, new: &[T]) {
    let Some(at) = list.iter().position(|item| item == old) else { return };
    list.retain(|item| item != old);
    let fresh: Vec<T> = new.iter().filter(|item| !list.contains(item)).cloned().collect();
    let at = at.min(list.len());
    list.splice(at..at, fresh);
}
