//! Security group rules on both sides: outbound to the data source and inbound from the vSwitch for an advanced group on
//! an association, inbound from the source addresses for a data source of the user's own.

use crate::base::order::Gather;
use crate::base::{AddressSet, Block, Id, PortRange};
use crate::code::Code;
use crate::plan::{Act, Side, Step, Unnamed};
use crate::reading::Reading;
use crate::topology::{Direction, Rule, SecurityGroup, SecurityGroupType};
use crate::trace::Trace;
use crate::trace::security::{Admission, inbound, inbound_somewhere, outbound};

/// The rules that the security group of an association needs: an association that is there, or that moves to a vSwitch.
pub(super) fn group_side(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    group: &SecurityGroup,
    (vswitch, cidr): (&Id, Option<Block>),
    targets: &AddressSet,
) -> Vec<Step> {
    let advanced = group.kind == SecurityGroupType::Advanced;
    let wanted = Wanted {
        side: Side::ResourceGroup,
        direction: Direction::Outbound,
        ports: trace.source.port.map_or(PortRange::ALL, PortRange::single),
        code: Code::SecurityGroupBlocksOutbound,
        advanced,
    };
    let peers = target_blocks(reading, trace, targets);
    let mut steps = rules(trace, Some(vswitch), &wanted, group, &peers);
    if peers.is_empty() {
        steps.extend(unnamed(trace, Some(vswitch), &wanted, group, Unnamed::Address));
    }
    if advanced {
        let code = Code::SecurityGroupBlocksInbound;
        let wanted = Wanted { direction: Direction::Inbound, code, ports: PortRange::ALL, ..wanted };
        match cidr {
            Some(cidr) => steps.extend(rules(trace, Some(vswitch), &wanted, group, &[cidr])),
            None => steps.extend(unnamed(trace, Some(vswitch), &wanted, group, Unnamed::VSwitchBlock)),
        }
    }
    steps
}

/// The rules of the data source's own security group, for the blocks that it will see.
pub(super) fn source_side(reading: &Reading<'_>, trace: &Trace<'_, '_>, required: &[Block]) -> Vec<Step> {
    if !trace.source.is_gated_by_security_group(reading) {
        return Vec::new();
    }
    let ports = trace.source.port.map_or(PortRange::ALL, PortRange::single);
    let wanted = Wanted {
        side: Side::DataSource,
        direction: Direction::Inbound,
        ports,
        code: Code::DataSourceSecurityGroupBlocks,
        advanced: true,
    };
    match &trace.source.drawn.security_group {
        Some(group) if required.is_empty() && trace.private().is_some() => {
            let linked = trace.private().is_some_and(|private| private.legs.iter().any(|leg| leg.linked));
            let seen = if linked { Unnamed::LoadBalancer } else { Unnamed::VSwitchBlock };
            unnamed(trace, None, &wanted, group, seen).into_iter().collect()
        }
        Some(group) => rules(trace, None, &wanted, group, required),
        None => {
            let rule = |block: &Block| Rule::allow(Direction::Inbound, ports, *block);
            required
                .iter()
                .map(|block| Step::verify(wanted.add(trace, None, rule(block)), trace.source_owner()))
                .collect()
        }
    }
}

struct Wanted {
    side: Side,
    direction: Direction,
    ports: PortRange,
    code: Code,
    /// Whether a rule is needed even though nothing forbids the traffic.
    advanced: bool,
}

impl Wanted {
    fn add(&self, trace: &Trace<'_, '_>, vswitch: Option<&Id>, rule: Rule) -> Act {
        let at = if self.side == Side::ResourceGroup { trace.group.id } else { trace.source.id };
        Act::AddSecurityGroupRule { side: self.side, at: at.clone(), vswitch: vswitch.cloned(), rule }
    }
}

impl Wanted {
    /// What a security group admits of the wanted traffic.
    fn admission(&self, trace: &Trace<'_, '_>, group: &SecurityGroup, asked: &AddressSet) -> Admission {
        let port = trace.source.port.unwrap_or(0);
        match (self.side, self.direction) {
            (Side::ResourceGroup, Direction::Outbound) => outbound(group, asked, port),
            (Side::ResourceGroup, Direction::Inbound) => inbound_somewhere(group, asked),
            (Side::DataSource, _) => inbound(group, asked, port),
        }
    }
}

/// The rules to add, and the deny rules that have to step back first: at priority 1 they win the tie with any allow rule.
fn rules(
    trace: &Trace<'_, '_>,
    vswitch: Option<&Id>,
    wanted: &Wanted,
    group: &SecurityGroup,
    peers: &[Block],
) -> Vec<Step> {
    let (who, at) = match wanted.side {
        Side::ResourceGroup => (trace.group_owner(), trace.group.id),
        Side::DataSource => (trace.source_owner(), trace.source.id),
    };
    let asked = AddressSet::of(peers.iter().copied());
    let mut changed = group.clone();
    let mut steps = Vec::new();
    for (_, rule) in wanted.admission(trace, group, &asked).denied {
        if rule.priority == 1 && changed.rules.contains(&rule) {
            changed.rules.iter_mut().filter(|other| **other == rule).for_each(|other| other.priority = 2);
            let (vswitch, side) = (vswitch.cloned(), wanted.side);
            let act = Act::ChangeSecurityGroupRule { side, at: at.clone(), vswitch, rule, priority: 2 };
            steps.push(Step::to_do(act, who.clone(), &[wanted.code]));
        }
    }
    let admission = wanted.admission(trace, &changed, &asked);
    let stopped = admission.stopped();
    for peer in peers {
        let rule = Rule::allow(wanted.direction, wanted.ports, *peer);
        let set = AddressSet::from(*peer);
        if stopped.meets(&set) {
            steps.push(Step::to_do(wanted.add(trace, vswitch, rule), who.clone(), &[wanted.code]));
        } else if wanted.advanced && admission.pass.covers(&set) {
            steps.push(Step::done(wanted.add(trace, vswitch, rule), who.clone()));
        }
    }
    steps
}

/// A rule for addresses that are not known, where the group certainly stops them whatever they are.
fn unnamed(
    trace: &Trace<'_, '_>,
    vswitch: Option<&Id>,
    wanted: &Wanted,
    group: &SecurityGroup,
    unnamed: Unnamed,
) -> Option<Step> {
    let everything = AddressSet::from(Block::default());
    let (who, at) = match wanted.side {
        Side::ResourceGroup => (trace.group_owner(), trace.group.id),
        Side::DataSource => (trace.source_owner(), trace.source.id),
    };
    let (side, direction, ports) = (wanted.side, wanted.direction, wanted.ports);
    let act =
        Act::AdmitUnnamed { side, at: at.clone(), vswitch: vswitch.cloned(), direction, ports, unnamed };
    let shut = wanted.admission(trace, group, &everything).pass.is_empty();
    shut.then(|| Step::to_do(act, who, &[wanted.code]))
}

/// The data source's addresses as authorization objects: single addresses where they are drawn, else the blocks that
/// stand in for them.
fn target_blocks(reading: &Reading<'_>, trace: &Trace<'_, '_>, targets: &AddressSet) -> Vec<Block> {
    match &trace.source.drawn.addresses {
        Some(addresses) if !addresses.is_empty() => {
            let blocks = addresses.iter().map(|address| crate::base::host_block(*address));
            let blocks: std::collections::BTreeSet<Block> =
                blocks.filter(|block| targets.meets(&(*block).into())).gather();
            blocks.into_iter().collect()
        }
        _ if trace.source.network().is_none() => targets.blocks(),
        _ => trace
            .source
            .route_blocks(reading)
            .into_iter()
            .filter(|block| targets.meets(&(*block).into()))
            .collect(),
    }
}
