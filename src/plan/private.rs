//! The plan of a private path.

use crate::base::{AddressSet, Block};
use crate::plan::joining::{Carrier, Ends, join};
use crate::plan::routes::{Direction, Table};
use crate::plan::target::{Candidate, candidate, switch_of};
use crate::plan::{Act, Plan, ReaddressReason, Step, routes, security, whitelist};
use crate::reading::{NetworkIx, Reading};
use crate::rules::Code;
use crate::topology::GroupKind;
use crate::trace::{Leg, Meeting, PrivateTrace, Trace, is_bindable, missing, service_addresses};

/// The plan of a private path.
pub(super) fn plan(reading: &Reading<'_>, trace: &Trace<'_, '_>, private: &PrivateTrace) -> Plan {
    let mut plan = Plan {
        required_known: true,
        ..Plan::default()
    };
    let rebinds = private.legs.is_empty() || private.bound_elsewhere;
    if rebinds {
        with_new_binding(reading, trace, private, &mut plan);
    } else {
        with_present_binding(reading, trace, private, &mut plan);
    }
    if trace.source.network().is_none() && trace.source.region != trace.group.region {
        let act = Act::Readdress {
            at: trace.source.id.clone(),
            reason: ReaddressReason::PublicEndpoint,
        };
        plan.steps
            .push(Step::to_do(act, trace.group_owner(), &[Code::NetworksNotJoined]));
    }
    if let Some(rival) = &private.rival {
        let reason = ReaddressReason::Overlap(rival.own, rival.other);
        let far = trace.source.network().map(|ix| reading.network(ix));
        let at = far.map_or(trace.source.id, |network| network.id).clone();
        plan.steps.push(Step::to_do(
            Act::Readdress { at, reason },
            trace.source_owner(),
            &[Code::OverlappingNetworks],
        ));
    }
    if let Some(host) = &trace.source.drawn.host {
        let serverless = trace.group.drawn.kind == GroupKind::Serverless;
        let act = Act::ResolveHostName {
            source: trace.source.id.clone(),
            host: host.clone(),
            serverless,
        };
        let step = Step {
            cures: vec![Code::HostNameUnresolved],
            ..Step::verify(act, trace.group_owner())
        };
        plan.steps.push(step);
    }
    plan.steps
        .extend(security::source_side(reading, trace, &plan.required));
    plan.steps
        .extend(whitelist::entries(reading, trace, &plan.required));
    plan.steps.extend(whitelist::of_unknown_vswitch(trace, private));
    plan
}

/// The association stays: complete what is around it.
fn with_present_binding(
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
        plan.steps.push(Step::done(
            Act::Bind {
                group: trace.group.id.clone(),
                switch,
            },
            trace.group_owner(),
        ));
        match bound.cidr.filter(|_| !leg.linked) {
            Some(cidr) if !plan.required.contains(&cidr) => plan.required.push(cidr),
            Some(_) => {}
            None => plan.required_known = false,
        }
        if let Some(group) = bound.security_group {
            let place = (bound.vswitch, bound.cidr);
            plan.steps
                .extend(security::group_side(reading, trace, group, place, &leg.targets));
        }
        if private.targets_known
            && !leg.linked
            && leg.meeting != Meeting::Same
            && private.carrier == Some(leg.at)
        {
            plan.steps
                .extend(routes::dataworks(reading, trace, private, bound, leg.at));
        } else if !leg.linked && leg.meeting != Meeting::Same {
            plan.steps.extend(done_routes(trace, leg, bound));
        } else if private.carrier == Some(leg.at)
            && (!private.detours.is_empty() || !private.conflicts.is_empty())
        {
            plan.steps
                .extend(routes::dataworks(reading, trace, private, bound, leg.at));
        }
        let flawed = [bound.vswitch, network.id]
            .into_iter()
            .find(|id| reading.address_plan.is_flawed(id));
        if let Some(at) = flawed.filter(|_| !private.today.contains(&leg.at)) {
            // It carries nothing yet; once it does, its contradictions concern this connection.
            let act = Act::Readdress {
                at: at.clone(),
                reason: ReaddressReason::AddressPlan,
            };
            plan.steps.push(Step::to_do(act, trace.group_owner(), &[]));
        }
        if let Some(far) = trace.source.network() {
            plan.steps.extend(beyond(reading, trace, private, leg, far));
        }
    }
    plan.required.sort();
}

/// The added routes that already lead through an association beside the carrier.
fn done_routes(trace: &Trace<'_, '_>, leg: &Leg, bound: &crate::reading::Bound<'_>) -> Vec<Step> {
    let leads = |block: &&Block| leg.targets.meets(&(**block).into());
    let act = |to: &Block| Act::AddDataworksRoute {
        group: trace.group.id.clone(),
        vswitch: bound.vswitch.clone(),
        to: *to,
    };
    bound
        .added
        .iter()
        .filter(leads)
        .map(|to| Step::done(act(to), trace.group_owner()))
        .collect()
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
    let ends = Ends {
        reading,
        trace,
        near: Some(leg.near),
        near_id: near.id.clone(),
        far,
        creates: None,
    };
    // A way through a third network that certainly fails in one direction is replaced by a direct one.
    let broken = leg.meeting == Meeting::Transit
        && !(leg.forward_split.fail.is_empty() && leg.back_split.fail.is_empty());
    let direct = broken.then(|| missing(reading, leg.near, far).unwrap_or(Meeting::Apart));
    let codes = if broken {
        &[Code::NoVpcRoute, Code::NoReturnRoute]
    } else {
        meeting_codes(&leg.meeting)
    };
    let (mut steps, carrier) = join(&ends, direct.as_ref().unwrap_or(&leg.meeting), codes);
    if leg.meeting == Meeting::Same || leg.linked {
        return steps;
    }
    if let Some(connection) = &leg.no_bandwidth {
        let act = Act::BuyBandwidth {
            connection: connection.clone(),
        };
        steps.retain(|step| step.act != act);
        steps.push(Step::to_do(
            act,
            trace.group_owner(),
            &[Code::NoInterRegionBandwidth],
        ));
    }
    let blocks = trace.source.route_blocks(reading);
    if private.targets_known {
        steps.extend(forward(
            reading,
            trace,
            leg.near,
            far,
            &leg.targets,
            &blocks,
            &carrier,
            leg,
        ));
    }
    if let Some(cidr) = leg.sources.as_ref().and_then(|_| trace.group.bound(leg.at)?.cidr) {
        let near_cidrs = near.cidrs.clone().unwrap_or_default();
        let learned: &[Block] = if carrier.teaches { &near_cidrs } else { &[] };
        let silent = near.cidrs.is_none() && is_taught(reading, &carrier, leg);
        steps.extend(back(
            reading, trace, far, leg.near, cidr, learned, &carrier, silent,
        ));
    }
    if let Some((own, other)) = leg.soft_overlap
        && !steps.iter().any(|step| matches!(step.act, Act::Readdress { .. }))
    {
        let act = Act::Readdress {
            at: near.id.clone(),
            reason: ReaddressReason::Overlap(own, other),
        };
        steps.push(Step::to_do(
            act,
            trace.group_owner(),
            &[Code::OverlappingNetworks],
        ));
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

#[expect(
    clippy::too_many_arguments,
    reason = "one call site for each kind of association"
)]
fn back(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    far: NetworkIx,
    near: NetworkIx,
    cidr: Block,
    learned: &[Block],
    carrier: &Carrier,
    silent: bool,
) -> Vec<Step> {
    routes::network(&Table {
        reading,
        direction: Direction::Back,
        from: far,
        target: near,
        wanted: &cidr.into(),
        blocks: &[cidr],
        learned,
        via: carrier.via.as_ref(),
        completed: carrier.completed,
        silent,
        who: trace.network_owner(reading.network(far)),
    })
}

/// Whether routes are or will be learned over the connection.
fn is_taught(reading: &Reading<'_>, carrier: &Carrier, leg: &Leg) -> bool {
    let learned = |joins: &[crate::reading::JoinIx]| joins.iter().any(|ix| reading.join(*ix).is_automatic());
    carrier.teaches || matches!(&leg.meeting, Meeting::Joined(joins) if learned(joins))
}

/// A new association, or one in the place of another.
fn with_new_binding(reading: &Reading<'_>, trace: &Trace<'_, '_>, private: &PrivateTrace, plan: &mut Plan) {
    let scenario_one = trace
        .source
        .network()
        .filter(|ix| is_bindable(trace.group, reading.network(*ix)));
    let chosen = match scenario_one.map(|ix| reading.network(ix)) {
        Some(network) => Some(Candidate {
            network: Some(network.ix),
            switch: switch_of(reading, trace, network),
            meeting: Meeting::Same,
        }),
        None => candidate(reading, trace),
    };
    let Some(Candidate {
        network,
        switch,
        meeting,
    }) = chosen
    else {
        return;
    };
    let out_of_scope = trace.group.bindings.iter().find(|bound| !bound.in_scope);
    let replaced = if private.legs.is_empty() {
        out_of_scope
    } else {
        None
    };
    let group = trace.group.id.clone();
    let (act, code) = match (replaced, private.bound_elsewhere) {
        (Some(from), _) => {
            let code = if from.unsupported.is_some() {
                Code::UnsupportedRangeServerless
            } else {
                Code::BindingOutOfScope
            };
            (
                Act::Rebind {
                    group,
                    from: from.vswitch.clone(),
                    switch: switch.clone(),
                },
                code,
            )
        }
        (None, true) => (
            Act::Bind {
                group,
                switch: switch.clone(),
            },
            Code::BoundElsewhere,
        ),
        (None, false) => (
            Act::Bind {
                group,
                switch: switch.clone(),
            },
            Code::GroupNotBound,
        ),
    };
    plan.steps.push(Step::to_do(act, trace.group_owner(), &[code]));
    if let Some(from) = replaced.filter(|from| from.security_group.is_some()) {
        plan.steps.extend(moved_group(reading, trace, from, &switch));
    }
    match switch.cidr {
        Some(cidr) if !meeting.is_linked(reading) => plan.required.push(cidr),
        _ => plan.required_known = false,
    }
    let Some(far) = trace.source.network() else { return };
    if meeting.is_linked(reading) {
        let ends = Ends {
            reading,
            trace,
            near: network,
            near_id: switch.vpc.clone(),
            far,
            creates: None,
        };
        plan.steps
            .extend(join(&ends, &meeting, meeting_codes(&meeting)).0);
        return;
    }
    let own = reading.network(far).cidrs.clone().unwrap_or_default();
    let own = (meeting == Meeting::Same).then_some(own.as_slice());
    plan.steps.extend(routes::dataworks_for_new(
        reading,
        trace,
        &switch.vswitch,
        own,
        replaced,
    ));
    if meeting == Meeting::Same {
        return;
    }
    let creates = switch.new_vpc.is_some().then(|| switch.clone());
    let ends = Ends {
        reading,
        trace,
        near: network,
        near_id: switch.vpc.clone(),
        far,
        creates,
    };
    let (steps, carrier) = join(&ends, &meeting, meeting_codes(&meeting));
    plan.steps.extend(steps);
    let blocks = trace.source.route_blocks(reading);
    let far_network = reading.network(far);
    let taught = |network: Option<&Vec<Block>>| network.is_none() && carrier.teaches;
    if let (Some(near), Some(targets)) = (network, &trace.source.addresses) {
        let far_cidrs = far_network.cidrs.clone().unwrap_or_default();
        plan.steps.extend(routes::network(&Table {
            reading,
            direction: Direction::Forward,
            from: near,
            target: far,
            wanted: targets,
            blocks: &blocks,
            learned: if carrier.teaches { &far_cidrs } else { &[] },
            via: carrier.via.as_ref(),
            completed: carrier.completed,
            silent: taught(far_network.cidrs.as_ref()),
            who: trace.group_owner(),
        }));
    }
    let near_cidrs = match (network.map(|ix| reading.network(ix)), &switch.new_vpc) {
        (Some(network), _) => network.cidrs.clone(),
        (None, new) => new.as_ref().map(|vpc| vec![vpc.cidr]),
    };
    if let Some(cidr) = switch.cidr {
        let silent = taught(near_cidrs.as_ref());
        let near_cidrs = near_cidrs.unwrap_or_default();
        let learned: &[Block] = if carrier.teaches { &near_cidrs } else { &[] };
        let near = network.unwrap_or_else(NetworkIx::unborn);
        plan.steps
            .extend(back(reading, trace, far, near, cidr, learned, &carrier, silent));
        if let (None, Some(via), Some(targets)) = (network, &carrier.via, &trace.source.addresses) {
            // A new VPC has no table yet that could be looked at: it knows what it will be taught, and no more.
            let taught = if carrier.teaches {
                far_network.extent.clone()
            } else {
                AddressSet::empty()
            };
            let rest = targets.minus(&taught);
            let act = |to: &Block| Act::AddVpcRoute {
                network: switch.vpc.clone(),
                to: *to,
                via: via.clone(),
                replaces: None,
            };
            let untaught = blocks.iter().filter(|block| rest.meets(&(**block).into()));
            plan.steps
                .extend(untaught.map(|to| Step::to_do(act(to), trace.group_owner(), &[Code::NoVpcRoute])));
        }
    }
}

/// The security group goes along when an association is moved, so its rules are looked at in the new place.
fn moved_group(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    from: &crate::reading::Bound<'_>,
    switch: &crate::plan::NewSwitch,
) -> Vec<Step> {
    let service = trace.source.network().is_none().then(service_addresses);
    let targets = trace.source.addresses.clone().or(service);
    let (Some(cidr), Some(targets), Some(group)) = (switch.cidr, targets, from.security_group) else {
        return Vec::new();
    };
    security::group_side(reading, trace, group, (&switch.vswitch, Some(cidr)), &targets)
}

/// The finding that joining cures.
fn meeting_codes(meeting: &Meeting) -> &'static [Code] {
    match meeting {
        Meeting::Pending(..) => &[Code::AttachmentPending],
        Meeting::PeeringChain => &[Code::PeeringNotTransitive],
        Meeting::Missing { .. } => &[Code::AttachmentMissing],
        Meeting::Apart => &[Code::NetworksNotJoined],
        Meeting::Same | Meeting::Joined(_) | Meeting::PrivateLink(_) | Meeting::Transit => &[],
    }
}
