//! The association stays: what is around it is completed.

use crate::base::order;
use crate::base::{AddressSet, Block};
use crate::code::Code;
use crate::plan::joining::{Carrier, Ends, join};
use crate::plan::private::{back, meeting_codes};
use crate::plan::routes::{Direction, Table};
use crate::plan::{Act, Plan, ReaddressReason, Step, contradiction_code, routes, security};
use crate::reading::{NetworkIx, Reading};
use crate::trace::{Leg, Meeting, PrivateTrace, Trace, missing};

/// The association stays: complete what is around it.
pub(super) fn with_present_binding(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    plan: &mut Plan,
) {
    for leg in &private.legs {
        let Some(bound) = trace.group.bound(leg.at) else {
            continue;
        };
        let network = reading.network(leg.near);
        let switch = crate::plan::NewSwitch {
            vswitch: bound.vswitch.clone(),
            cidr: bound.cidr,
            vpc: network.id.clone(),
            is_new: false,
            new_vpc: None,
        };
        plan.steps.push(Step::done(Act::Bind { group: trace.group.id.clone(), switch }, trace.group_owner()));
        match bound.cidr.filter(|_| !leg.linked) {
            Some(cidr) if !plan.required.contains(&cidr) => plan.required.push(cidr),
            Some(_) => {}
            None => plan.required_known = false,
        }
        if let Some(group) = bound.security_group {
            let place = (bound.vswitch, bound.cidr);
            plan.steps.extend(security::group_side(reading, trace, group, place, &leg.targets));
        }
        let beyond_vpc = !leg.linked && leg.meeting != Meeting::Same;
        let misled = !private.detours.is_empty() || !private.conflicts.is_empty();
        if private.carrier == Some(leg.at) && (beyond_vpc || misled) {
            plan.steps.extend(routes::dataworks(reading, trace, private, bound, leg.at));
        } else if beyond_vpc {
            plan.steps.extend(done_routes(trace, leg, bound));
        }
        let place = [bound.vswitch, network.id];
        let flaws = reading.address_plan.concerning(&place).into_iter();
        for flaw in flaws.filter(|_| !private.today.contains(&leg.at)) {
            // It carries nothing yet; once it does, its contradictions concern this connection.
            let Some(at) = place.into_iter().find(|id| flaw.at.contains(id)) else { continue };
            let act = Act::Readdress {
                at: at.clone(),
                reason: ReaddressReason::AddressPlan(contradiction_code(flaw.kind)),
            };
            plan.steps.push(Step::to_do(act, trace.group_owner(), &[]));
        }
        if let Some(far) = trace.source.network() {
            plan.steps.extend(beyond(reading, trace, private, leg, far));
        }
    }
    order::sort(&mut plan.required);
}

/// The added routes that already lead through an association beside the carrier.
fn done_routes(trace: &Trace<'_, '_>, leg: &Leg, bound: &crate::reading::Bound<'_>) -> Vec<Step> {
    let leads = |block: &&Block| leg.targets.meets(&(**block).into());
    let act = |to: &Block| Act::AddDataworksRoute {
        group: trace.group.id.clone(),
        vswitch: bound.vswitch.clone(),
        to: *to,
    };
    bound.added.iter().filter(leads).map(|to| Step::done(act(to), trace.group_owner())).collect()
}

/// Connection and routes between the bound VPC and the data source's network.
fn beyond(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    leg: &Leg,
    far: NetworkIx,
) -> Vec<Step> {
    let near = reading.network(leg.near);
    let ends = Ends { reading, trace, near: Some(leg.near), near_id: near.id.clone(), far, creates: None };
    let broken = leg.is_broken_transit();
    let direct = broken.then(|| missing(reading, leg.near, far).unwrap_or(Meeting::Apart));
    let codes = if broken { &[Code::NoVpcRoute, Code::NoReturnRoute] } else { meeting_codes(&leg.meeting) };
    let (mut steps, carrier) = join(&ends, direct.as_ref().unwrap_or(&leg.meeting), codes);
    if leg.meeting == Meeting::Same || leg.linked {
        return steps;
    }
    if let Some(connection) = &leg.no_bandwidth {
        let act = Act::BuyBandwidth { connection: connection.clone() };
        steps.retain(|step| step.act != act);
        steps.push(Step::to_do(act, trace.group_owner(), &[Code::NoInterRegionBandwidth]));
    }
    let blocks = trace.source.route_blocks(reading);
    if private.targets_known {
        steps.extend(forward(reading, trace, leg.near, far, &leg.targets, &blocks, &carrier, leg));
    }
    if let Some(cidr) = leg.sources.as_ref().and_then(|_| trace.group.bound(leg.at)?.cidr) {
        let near_cidrs = near.cidrs.clone().unwrap_or_default();
        let learned: &[Block] = if carrier.teaches { &near_cidrs } else { &[] };
        let silent = near.cidrs.is_none() && is_taught(reading, &carrier, leg);
        steps.extend(back(reading, trace, far, leg.near, cidr, learned, &carrier, silent));
    }
    decide_once(&mut steps);
    if let Some((own, other)) = leg.soft_overlap
        && !steps.iter().any(|step| matches!(step.act, Act::Readdress { .. }))
    {
        let reason =
            ReaddressReason::Overlap { blocks: (own, other), or: Some(reading.network(far).id.clone()) };
        let act = Act::Readdress { at: near.id.clone(), reason };
        steps.push(Step::to_do(act, trace.group_owner(), &[Code::OverlappingNetworks]));
    }
    steps
}

#[expect(
    clippy::too_many_arguments,
    reason = "one call site for each direction; a struct would only be unpacked again"
)]
fn forward(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    near: NetworkIx,
    far: NetworkIx,
    targets: &AddressSet,
    blocks: &[Block],
    carrier: &Carrier,
    leg: &Leg,
) -> Vec<Step> {
    let far_network = reading.network(far);
    let far_cidrs = far_network.cidrs.clone().unwrap_or_default();
    routes::network(&Table {
        reading,
        direction: Direction::Forward,
        from: near,
        target: far,
        wanted: targets,
        blocks,
        learned: if carrier.teaches { &far_cidrs } else { &[] },
        via: carrier.via.as_ref(),
        completed: carrier.completed,
        silent: far_network.cidrs.is_none() && is_taught(reading, carrier, leg),
        who: trace.group_owner(),
    })
}

/// Whether routes are or will be learned over the connection.
fn is_taught(reading: &Reading<'_>, carrier: &Carrier, leg: &Leg) -> bool {
    let learned = |joins: &[crate::reading::JoinIx]| joins.iter().any(|ix| reading.join(*ix).is_automatic());
    carrier.teaches || matches!(&leg.meeting, Meeting::Joined(joins) if learned(joins))
}

/// Two vSwitches that each hold addresses of the other are one decision, which was met on the way there and on the way
/// back: either of them gets other addresses, and the choice begins with the one on the group's side.
fn decide_once(steps: &mut Vec<Step>) {
    let pair = |step: &Step| match &step.act {
        Act::Readdress { at, reason: ReaddressReason::Overlap { or: Some(or), .. } } => {
            Some((at.min(or).clone(), at.max(or).clone()))
        }
        _ => None,
    };
    let mut met = Vec::new();
    steps.retain(|step| match pair(step) {
        Some(pair) if met.contains(&pair) => false,
        Some(pair) => {
            met.push(pair);
            true
        }
        None => true,
    });
}
