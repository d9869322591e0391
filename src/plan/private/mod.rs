//! The plan of a private path: what both kinds of association share. An association that stays is completed in `present`,
//! one that has to be made in `fresh`.

mod fresh;
mod present;

use crate::base::Block;
use crate::code::Code;
use crate::plan::joining::Carrier;
use crate::plan::routes::{Direction, Table};
use crate::plan::{Act, Plan, ReaddressReason, Step, internet, routes, security, whitelist};
use crate::reading::{NetworkIx, Reading};
use crate::topology::GroupKind;
use crate::trace::{Meeting, PrivateTrace, Trace};

/// The plan of a private path.
pub(super) fn plan(reading: &Reading<'_>, trace: &Trace<'_, '_>, private: &PrivateTrace) -> Plan {
    if trace.source.network().is_none() && trace.source.region != trace.group.region {
        return by_public_endpoint(reading, trace);
    }
    let mut plan = Plan { required_known: true, ..Plan::default() };
    let rebinds = private.legs.is_empty() || private.bound_elsewhere;
    if rebinds {
        fresh::with_new_binding(reading, trace, private, &mut plan);
    } else {
        present::with_present_binding(reading, trace, private, &mut plan);
    }
    if let Some(rival) = &private.rival {
        let reason = ReaddressReason::Overlap { blocks: (rival.own, rival.other), or: None };
        let far = trace.source.network().map(|ix| reading.network(ix));
        let at = far.map_or(trace.source.id, |network| network.id).clone();
        let who = far.map_or_else(|| trace.source_owner(), |network| trace.network_owner(network));
        plan.steps.push(Step::to_do(Act::Readdress { at, reason }, who, &[Code::OverlappingNetworks]));
    }
    if let Some(host) = &trace.source.drawn.host {
        let serverless = trace.group.drawn.kind == GroupKind::Serverless;
        let act = Act::ResolveHostName { source: trace.source.id.clone(), host: host.clone(), serverless };
        let step = Step { cures: vec![Code::HostNameUnresolved], ..Step::verify(act, trace.group_owner()) };
        plan.steps.push(step);
    }
    plan.steps.extend(security::source_side(reading, trace, &plan.required));
    plan.steps.extend(whitelist::entries(reading, trace, &plan.required));
    plan.steps.extend(whitelist::of_unknown_vswitch(trace, private));
    plan
}

/// No private path leads to a service of another region: what its public endpoint needs, which then sees other addresses.
fn by_public_endpoint(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Plan {
    let mut plan = internet::plan(reading, trace, &trace.over_the_internet(reading));
    let act = Act::Readdress { at: trace.source.id.clone(), reason: ReaddressReason::PublicEndpoint };
    plan.steps.push(Step::to_do(act, trace.group_owner(), &[Code::NetworksNotJoined]));
    plan
}

#[expect(clippy::too_many_arguments, reason = "one call site for each kind of association")]
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
