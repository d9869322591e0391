//! The rows: for each element what is drawn, with what stays and what goes, then what the steps add.

use crate::analysis::{Analysis, analyse};
use crate::base::{Block, Id, PortRange, block_text};
use crate::export::csv::{Column, Row};
use crate::export::needs::{Need, Needs};
use crate::i18n::{self, Names};
use crate::plan::{Act, Listed, StepState, Unnamed};
use crate::rules::{Code, Finding};
use crate::topology::{Document, Entry, EntryMeaning, Kind, Node, Rule, Topology, Whitelist};

/// The tables of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Whitelist,
    DataworksRoute,
    NetworkRoute,
    SecurityGroupRule,
}

impl Table {
    fn key(self) -> &'static str {
        match self {
            Self::Whitelist => "whitelist",
            Self::DataworksRoute => "dataworks_route",
            Self::NetworkRoute => "network_route",
            Self::SecurityGroupRule => "security_group_rule",
        }
    }
}

/// How a row stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Present,
    /// Serves no connection of the plan.
    Unneeded,
    /// Nothing that the product could read.
    Unreadable,
    /// A step puts another one in its place.
    ToRemove,
    ToAdd,
    /// Whether it is there, no drawing shows.
    ToVerify,
}

impl State {
    fn key(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Unneeded => "unneeded",
            Self::Unreadable => "unreadable",
            Self::ToRemove => "to_remove",
            Self::ToAdd => "to_add",
            Self::ToVerify => "to_verify",
        }
    }

    fn of(need: &Need) -> Self {
        if need.step.state == StepState::Verify { Self::ToVerify } else { Self::ToAdd }
    }
}

/// All rows, table by table and element by element.
pub(super) fn rows(document: &Document, names: &Names<'_>) -> Vec<Row> {
    let analysis = analyse(&document.topology);
    let needs = Needs::of(document);
    let after = Names { topology: &needs.after, language: names.language };
    let mut rows: Vec<(Table, Row)> = Vec::new();
    for (id, node) in &document.topology.nodes {
        drawn(&mut rows, names, (id, node), &analysis, &needs);
    }
    for need in &needs.steps {
        rows.extend(wanted(&after, need));
    }
    let key = |(table, row): &(Table, Row)| (*table, row.cell(Column::ElementId).to_owned());
    rows.sort_by_cached_key(key);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// What a node has.
fn drawn(
    rows: &mut Vec<(Table, Row)>,
    names: &Names<'_>,
    (id, node): (&Id, &Node),
    analysis: &Analysis,
    needs: &Needs,
) {
    let new = |table: Table, state: State| start(names, table, state, id);
    let put = |rows: &mut Vec<(Table, Row)>, table: Table, row: Row| rows.push((table, row));
    match &node.kind {
        Kind::DataSource(source) => {
            let entries = source.whitelist.as_ref().map(Whitelist::entries).unwrap_or_default();
            for entry in entries {
                let state = standing(id, entry, analysis, needs);
                put(rows, Table::Whitelist, new(Table::Whitelist, state).with(Column::Entry, &*entry.0));
            }
            for rule in source.security_group.iter().flat_map(|group| &group.rules) {
                let state = ruled(id, None, rule, needs);
                put(rows, Table::SecurityGroupRule, ruled_row(new(Table::SecurityGroupRule, state), rule));
            }
        }
        Kind::ResourceGroup(group) => {
            for binding in &group.bindings {
                let at = |row: Row| placed(names, row, &binding.vswitch);
                for to in &binding.routes {
                    let row = new(Table::DataworksRoute, moved(id, &binding.vswitch, *to, needs));
                    put(rows, Table::DataworksRoute, at(row).with(Column::Entry, block_text(*to)));
                }
                for rule in binding.security_group.iter().flat_map(|group| &group.rules) {
                    let row = new(Table::SecurityGroupRule, ruled(id, Some(&binding.vswitch), rule, needs));
                    put(rows, Table::SecurityGroupRule, ruled_row(at(row), rule));
                }
            }
        }
        kind => {
            for route in kind.routes() {
                let row = new(Table::NetworkRoute, replaced(id, route.to, &route.via, needs));
                let row = row.with(Column::Entry, block_text(route.to));
                put(rows, Table::NetworkRoute, hop(names, row, &route.via));
            }
        }
    }
}

/// How a whitelist entry stands.
fn standing(source: &Id, entry: &Entry, analysis: &Analysis, needs: &Needs) -> State {
    let goes = |need: &Need| matches!(&need.step.act, Act::ReplaceWhitelistEntry { source: at, replaces, .. } if at == source && replaces == entry);
    if needs.steps.iter().any(goes) {
        return State::ToRemove;
    }
    if matches!(entry.meaning(), EntryMeaning::Unreadable(_)) {
        return State::Unreadable;
    }
    let stale = |finding: &Finding| {
        finding.code == Code::WhitelistStaleEntry
            && finding.entry.as_ref() == Some(entry)
            && finding.at.contains(source)
    };
    let mut found =
        analysis.connections.iter().flat_map(|pair| &pair.findings).chain(&analysis.overview.findings);
    if found.any(stale) { State::Unneeded } else { State::Present }
}

/// How a DataWorks route stands.
fn moved(group: &Id, vswitch: &Id, block: Block, needs: &Needs) -> State {
    let goes = |need: &Need| matches!(&need.step.act, Act::ChangeDataworksRoute { group: at, from, to, .. } if at == group && from == vswitch && *to == block);
    if needs.steps.iter().any(goes) { State::ToRemove } else { State::Present }
}

/// How a route of a network stands.
fn replaced(at: &Id, block: Block, hop: &Id, needs: &Needs) -> State {
    let goes = |need: &Need| match &need.step.act {
        Act::AddVpcRoute { network, to, replaces: Some(old), .. }
        | Act::AddReturnRoute { network, to, replaces: Some(old), .. } => {
            network == at && *to == block && old == hop
        }
        _ => false,
    };
    if needs.steps.iter().any(goes) { State::ToRemove } else { State::Present }
}

/// How a rule stands: one whose priority changes goes, and comes back with the new one.
fn ruled(element: &Id, binding: Option<&Id>, rule: &Rule, needs: &Needs) -> State {
    let goes = |need: &Need| matches!(&need.step.act, Act::ChangeSecurityGroupRule { at, vswitch, rule: held, .. } if at == element && vswitch.as_ref() == binding && held == rule);
    if needs.steps.iter().any(goes) { State::ToRemove } else { State::Present }
}

/// The row that a step adds, where it adds one.
fn wanted(names: &Names<'_>, need: &Need) -> Option<(Table, Row)> {
    let act = &need.step.act;
    let new = |table: Table| {
        let row = start(names, table, State::of(need), act.at());
        (table, row)
    };
    let (table, row) = match act {
        Act::AddWhitelistEntry { source, entry } => {
            let (table, row) = new(Table::Whitelist);
            let text = match entry {
                Listed::Block(block) => block_text(*block),
                Listed::Eip => unnamed(Unnamed::Eip).to_owned(),
                Listed::VSwitchBlock => unnamed(Unnamed::VSwitchBlock).to_owned(),
            };
            (table, listed(names, row, source, *entry).with(Column::Entry, text))
        }
        Act::ReplaceWhitelistEntry { source, entry, .. } => {
            let (table, row) = new(Table::Whitelist);
            (table, listed(names, row, source, Listed::Block(*entry)).with(Column::Entry, block_text(*entry)))
        }
        Act::AddDataworksRoute { vswitch, to, .. } | Act::ChangeDataworksRoute { vswitch, to, .. } => {
            let (table, row) = new(Table::DataworksRoute);
            (table, placed(names, row, vswitch).with(Column::Entry, block_text(*to)))
        }
        Act::AddUnnamedRoute { vswitch, .. } => {
            let (table, row) = new(Table::DataworksRoute);
            (table, placed(names, row, vswitch).with(Column::Entry, unnamed(Unnamed::Address)))
        }
        Act::AddVpcRoute { to, via, .. } | Act::AddReturnRoute { to, via, .. } => {
            let (table, row) = new(Table::NetworkRoute);
            (table, hop(names, row.with(Column::Entry, block_text(*to)), via))
        }
        Act::AddSecurityGroupRule { vswitch, rule, .. } => {
            let (table, row) = new(Table::SecurityGroupRule);
            (table, ruled_row(at_binding(names, row, vswitch.as_ref()), rule))
        }
        Act::ChangeSecurityGroupRule { vswitch, rule, priority, .. } => {
            let (table, row) = new(Table::SecurityGroupRule);
            let rule = Rule { priority: *priority, ..rule.clone() };
            (table, ruled_row(at_binding(names, row, vswitch.as_ref()), &rule))
        }
        Act::AdmitUnnamed { vswitch, direction, ports, unnamed: what, .. } => {
            let (table, row) = new(Table::SecurityGroupRule);
            let rule = Rule::allow(*direction, *ports, Block::default());
            let row = ruled_row(at_binding(names, row, vswitch.as_ref()), &rule);
            (table, row.instead(Column::Entry, unnamed(*what)))
        }
        Act::PrepareGroup { .. }
        | Act::MigrateToVpc { .. }
        | Act::Readdress { .. }
        | Act::AuthorizeAccount { .. }
        | Act::JoinNetworks { .. }
        | Act::AttachNetwork { .. }
        | Act::CompleteAttachment { .. }
        | Act::BuyBandwidth { .. }
        | Act::Bind { .. }
        | Act::Rebind { .. }
        | Act::CreateInternetExit { .. }
        | Act::ResolveHostName { .. }
        | Act::CheckEip { .. }
        | Act::TestConnectivity { .. } => return None,
    };
    let row = row.with(Column::Who, i18n::who(names, &need.step.who));
    Some((table, row.with(Column::Step, i18n::step(names, act))))
}

/// What stands where an address is not known yet.
fn unnamed(what: Unnamed) -> &'static str {
    match what {
        Unnamed::Eip => "<EIP>",
        Unnamed::Address => "<ADDRESS>",
        Unnamed::VSwitchBlock => "<VSWITCH_CIDR>",
        Unnamed::LoadBalancer => "<LOAD_BALANCER>",
    }
}

fn start(names: &Names<'_>, table: Table, state: State, id: &Id) -> Row {
    Row::default()
        .with(Column::Table, table.key())
        .with(Column::State, state.key())
        .with(Column::Element, names.of(id))
        .with(Column::ElementId, id.as_str())
}

fn placed(names: &Names<'_>, row: Row, place: &Id) -> Row {
    row.with(Column::Place, names.of(place)).with(Column::PlaceId, place.as_str())
}

fn at_binding(names: &Names<'_>, row: Row, vswitch: Option<&Id>) -> Row {
    match vswitch {
        Some(vswitch) => placed(names, row, vswitch),
        None => row,
    }
}

fn hop(names: &Names<'_>, row: Row, via: &Id) -> Row {
    row.with(Column::NextHop, names.of(via)).with(Column::NextHopId, via.as_str())
}

/// The list or group of the product that an entry goes into.
fn listed(names: &Names<'_>, row: Row, source: &Id, entry: Listed) -> Row {
    row.with(Column::Place, list_of(names.topology, names, source, entry))
}

fn list_of(topology: &Topology, names: &Names<'_>, source: &Id, entry: Listed) -> String {
    let Some(drawn) = topology.data_source(source) else { return String::new() };
    let gate = topology.gate_product(source).gate();
    let is_public = entry.is_eip() || topology.is_reached_publicly(source);
    let list = if is_public { gate.public_list } else { gate.private_list };
    let port = drawn.effective_port().map(|port| port.to_string()).unwrap_or_default();
    names.language.pick(list.en, list.zh).replace("{port}", &port)
}

fn ruled_row(row: Row, rule: &Rule) -> Row {
    let row = row
        .with(Column::Entry, block_text(rule.peer))
        .with(Column::Direction, rule.direction.key())
        .with(Column::Action, rule.action.key())
        .with(Column::Protocol, rule.protocol.key())
        .with(Column::Priority, rule.priority.to_string());
    // Two columns, because a spreadsheet takes `20/21` for a date.
    if rule.ports == PortRange::ALL {
        return row;
    }
    row.with(Column::PortFrom, rule.ports.from.to_string()).with(Column::PortTo, rule.ports.to.to_string())
}
