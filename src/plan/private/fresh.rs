//! A new association, or one in the place of another that carries nothing.

use crate::base::{AddressSet, Block, service_addresses};
use crate::code::Code;
use crate::plan::joining::{Ends, join};
use crate::plan::private::{back, meeting_codes};
use crate::plan::routes::{Direction, Table};
use crate::plan::target::{Candidate, candidate, switch_of};
use crate::plan::{Act, NewSwitch, Plan, ReaddressReason, Step, routes, security, whitelist};
use crate::reading::{Bound, NetworkIx, Reading};
use crate::trace::{Meeting, PrivateTrace, Trace, is_bindable};

/// A new association, or one in the place of another.
pub(super) fn with_new_binding(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    plan: &mut Plan,
) {
    let scenario_one = trace.source.network().filter(|ix| is_bindable(trace.group, reading.network(*ix)));
    let chosen = match scenario_one.map(|ix| reading.network(ix)) {
        Some(network) => Some(Candidate {
            network: Some(network.ix),
            switch: switch_of(reading, trace, network),
            meeting: Meeting::Same,
        }),
        None => candidate(reading, trace),
    };
    let Some(Candidate { network, switch, meeting }) = chosen else {
        plan.steps.push(no_room(reading, trace));
        return;
    };
    let out_of_scope = trace.group.bindings.iter().find(|bound| !bound.in_scope);
    let replaced = if private.legs.is_empty() { out_of_scope } else { None };
    plan.steps.push(binding(trace, private, replaced, &switch));
    if let Some(from) = replaced.filter(|from| from.security_group.is_some()) {
        plan.steps.extend(moved_group(reading, trace, from, &switch));
    }
    match switch.cidr {
        Some(cidr) if !meeting.is_linked(reading) => plan.required.push(cidr),
        known => {
            plan.required_known = false;
            let extent = network.map(|ix| &reading.network(ix).extent);
            let step = known.is_none().then(|| whitelist::of_new_vswitch(trace, extent));
            plan.steps.extend(step.flatten());
        }
    }
    let Some(far) = trace.source.network() else { return };
    if meeting.is_linked(reading) {
        let ends = Ends { reading, trace, near: network, near_id: switch.vpc.clone(), far, creates: None };
        plan.steps.extend(join(&ends, &meeting, meeting_codes(&meeting)).0);
        return;
    }
    let own = reading.network(far).cidrs.clone().unwrap_or_default();
    let own = (meeting == Meeting::Same).then_some(own.as_slice());
    plan.steps.extend(routes::dataworks_for_new(reading, trace, &switch.vswitch, own, replaced));
    if meeting == Meeting::Same {
        return;
    }
    let creates = switch.new_vpc.is_some().then(|| switch.clone());
    let ends = Ends { reading, trace, near: network, near_id: switch.vpc.clone(), far, creates };
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
        plan.steps.extend(back(reading, trace, far, near, cidr, learned, &carrier, silent));
        if let (None, Some(via), Some(targets)) = (network, &carrier.via, &trace.source.addresses) {
            // A new VPC has no table yet that could be looked at: it knows what it will be taught, and no more.
            let taught = if carrier.teaches { far_network.extent.clone() } else { AddressSet::empty() };
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

/// The step that makes the association, or moves one that carries nothing.
fn binding(
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    replaced: Option<&Bound<'_>>,
    switch: &NewSwitch,
) -> Step {
    let group = trace.group.id.clone();
    let (act, code) = match (replaced, private.bound_elsewhere) {
        (Some(from), _) => {
            let code = if from.unsupported.is_some() {
                Code::UnsupportedRangeServerless
            } else {
                Code::BindingOutOfScope
            };
            (Act::Rebind { group, from: from.vswitch.clone(), switch: switch.clone() }, code)
        }
        (None, true) => (Act::Bind { group, switch: switch.clone() }, Code::BoundElsewhere),
        (None, false) => (Act::Bind { group, switch: switch.clone() }, Code::GroupNotBound),
    };
    Step::to_do(act, trace.group_owner(), &[code])
}

/// What stands in for the far network leaves no block free for a VPC: only its real blocks help.
fn no_room(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Step {
    let far = trace.source.network().map(|ix| reading.network(ix));
    let (at, who) =
        far.map_or_else(|| (trace.source.id, trace.source_owner()), |far| (far.id, trace.network_owner(far)));
    let act = Act::Readdress { at: at.clone(), reason: ReaddressReason::NoRoom };
    Step::to_do(act, who, &[Code::GroupNotBound, Code::BindingOutOfScope])
}

/// The security group goes along when an association is moved, so its rules are looked at in the new place.
fn moved_group(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    from: &Bound<'_>,
    switch: &NewSwitch,
) -> Vec<Step> {
    let service = trace.source.network().is_none().then(service_addresses);
    let targets = trace.source.addresses.clone().or(service);
    let (Some(cidr), Some(targets), Some(group)) = (switch.cidr, targets, from.security_group) else {
        return Vec::new();
    };
    security::group_side(reading, trace, group, (&switch.vswitch, Some(cidr)), &targets)
}
