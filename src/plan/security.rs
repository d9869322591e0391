//! Security group rules on both sides: outbound to the data source and inbound from the vSwitch for an advanced group on
//! an association, inbound from the source addresses for a data source of the user's own.

use crate::base::{AddressSet, Block, Id, PortRange};
use crate::plan::{Act, Side, Step};
use crate::reading::{Bound, Reading};
use crate::rules::Code;
use crate::topology::{Action, Direction, Rule, SecurityGroup, SecurityGroupType};
use crate::trace::security::{Admission, inbound, inbound_somewhere, outbound};
use crate::trace::{Leg, Trace};

/// The rules of the security group of an association.
pub(super) fn group_side(reading: &Reading<'_>, trace: &Trace<'_, '_>, leg: &Leg, bound: &Bound<'_>) -> Vec<Step> {
    let Some(group) = bound.security_group else { return Vec::new() };
    let ports = trace.source.port.map_or(PortRange::ALL, PortRange::single);
    let advanced = group.kind == SecurityGroupType::Advanced;
    let mut steps = Vec::new();
    let wanted = Wanted {
        side: Side::ResourceGroup,
        direction: Direction::Outbound,
        ports,
        code: Code::SecurityGroupBlocksOutbound,
        advanced,
    };
    let peers = target_blocks(reading, trace, &leg.targets);
    steps.extend(rules(trace, Some(bound.vswitch), &wanted, &leg.outbound, &peers));
    if advanced && let Some(cidr) = bound.cidr {
        let code = Code::SecurityGroupBlocksInbound;
        let wanted = Wanted { direction: Direction::Inbound, code, ports: PortRange::ALL, ..wanted };
        steps.extend(rules(trace, Some(bound.vswitch), &wanted, &leg.inbound, &[cidr]));
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
        Some(group) => {
            let asked = AddressSet::of(required.iter().copied());
            let admission = inbound(group, &asked, trace.source.port.unwrap_or(0));
            rules(trace, None, &wanted, &admission, required)
        }
        None => {
            let rule = |block: &Block| Rule::allow(Direction::Inbound, ports, *block);
            required.iter().map(|block| Step::verify(wanted.add(trace, None, rule(block)), trace.source_owner())).collect()
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

fn rules(
    trace: &Trace<'_, '_>,
    vswitch: Option<&Id>,
    wanted: &Wanted,
    admission: &Admission,
    peers: &[Block],
) -> Vec<Step> {
    let who = || if wanted.side == Side::ResourceGroup { trace.group_owner() } else { trace.source_owner() };
    let stopped = admission.stopped();
    let mut steps = Vec::new();
    for peer in peers {
        let rule = Rule::allow(wanted.direction, wanted.ports, *peer);
        let set = AddressSet::from(*peer);
        if stopped.meets(&set) {
            steps.push(Step::to_do(wanted.add(trace, vswitch, rule), who(), &[wanted.code]));
        } else if wanted.advanced && admission.pass.covers(&set) {
            steps.push(Step::done(wanted.add(trace, vswitch, rule), who()));
        }
    }
    // A deny rule of priority 1 wins the tie with any allow rule, so it has to step back.
    let first = |(set, rule): &&(AddressSet, Rule)| rule.priority == 1 && rule.action == Action::Deny && !set.is_empty();
    let at = if wanted.side == Side::ResourceGroup { trace.group.id } else { trace.source.id };
    for (_, rule) in admission.denied.iter().filter(first) {
        let act = Act::ChangeSecurityGroupRule {
            side: wanted.side,
            at: at.clone(),
            vswitch: vswitch.cloned(),
            rule: rule.clone(),
            priority: 2,
        };
        steps.push(Step::to_do(act, who(), &[wanted.code]));
    }
    steps
}

/// The data source's addresses as authorization objects: single addresses where they are drawn, else the blocks that
/// stand in for them.
fn target_blocks(reading: &Reading<'_>, trace: &Trace<'_, '_>, targets: &AddressSet) -> Vec<Block> {
    match &trace.source.drawn.addresses {
        Some(addresses) if !addresses.is_empty() => {
            let blocks = addresses.iter().map(|address| crate::base::host_block(*address));
            let blocks: std::collections::BTreeSet<Block> = blocks.filter(|block| targets.meets(&(*block).into())).collect();
            blocks.into_iter().collect()
        }
        _ if trace.source.network().is_none() => targets.blocks(),
        _ => trace.source.route_blocks(reading).into_iter().filter(|block| targets.meets(&(*block).into())).collect(),
    }
}

/// The rules that a security group needs once its association has moved to another vSwitch.
pub(super) fn moved(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    group: &SecurityGroup,
    vswitch: &Id,
    cidr: Block,
    targets: &AddressSet,
) -> Vec<Step> {
    let port = trace.source.port;
    let outbound = outbound(group, targets, port.unwrap_or(0));
    let inbound = inbound_somewhere(group, &cidr.into());
    let advanced = group.kind == SecurityGroupType::Advanced;
    let ports = port.map_or(PortRange::ALL, PortRange::single);
    let code = Code::SecurityGroupBlocksOutbound;
    let wanted = Wanted { side: Side::ResourceGroup, direction: Direction::Outbound, ports, code, advanced };
    let peers = target_blocks(reading, trace, targets);
    let mut steps = rules(trace, Some(vswitch), &wanted, &outbound, &peers);
    if advanced {
        let code = Code::SecurityGroupBlocksInbound;
        let wanted = Wanted { direction: Direction::Inbound, code, ports: PortRange::ALL, ..wanted };
        steps.extend(rules(trace, Some(vswitch), &wanted, &inbound, &[cidr]));
    }
    steps
}
