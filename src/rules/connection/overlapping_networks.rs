//! `overlapping-networks`
//!
//! *Checks* whether blocks of the two networks, or of two destinations of one group, overlap.
//! *Why it matters* Inside a vSwitch's block local routes always win, so packets never leave; where only the networks' blocks overlap the result is unstable.
//! *Example* both VPCs use 192.168.0.0/16.
//! *Remedy* give one of them other addresses, or use PrivateLink.
//! *Source* "VPC peering connections" (2026-02-05).

use crate::base::{AddressSet, Block, Id, overlap};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    let far = case.reading.network(far);
    let mut note =
        |at: [Id; 2], near: Block, other: Block, set: Option<&AddressSet>, hop: &'static [HopKind]| {
            let breaks = set.is_some();
            let severity = if breaks { Severity::Error } else { Severity::Warning };
            let says = Says::Overlap { near, far: other, breaks };
            let finding = Finding::new(Code::OverlappingNetworks, severity, at, says).at_hop(hop);
            sink.push(set.map_or(finding.clone(), |set| finding.about(set)));
        };
    for leg in private.legs.iter().filter(|leg| !leg.linked) {
        let near = case.reading.network(leg.near);
        for (part, _) in leg.forward.iter().filter(|(_, way)| private.targets_known && *way == Way::Local) {
            let Some((switch, cidr)) =
                near.switch_meeting(part).and_then(|switch| Some((switch, switch.cidr?)))
            else {
                continue;
            };
            let other = far.cidrs.iter().flatten().find(|block| overlap(**block, cidr)).copied();
            let other = other.or(part.blocks().first().copied()).unwrap_or(cidr);
            note([switch.id.clone(), far.id.clone()], cidr, other, Some(part), &[HopKind::VpcRoute]);
        }
        let Some(own) = case.trace.group.bound(leg.at).and_then(|bound| bound.cidr) else {
            continue;
        };
        for (part, _) in leg.back.iter().filter(|(_, way)| leg.sources.is_some() && *way == Way::Local) {
            let Some((switch, cidr)) =
                far.switch_meeting(part).and_then(|switch| Some((switch, switch.cidr?)))
            else {
                continue;
            };
            note([leg.vswitch.clone(), switch.id.clone()], own, cidr, Some(part), &[HopKind::ReturnRoute]);
        }
        if let Some((near_block, far_block)) = leg.soft_overlap {
            note([near.id.clone(), far.id.clone()], near_block, far_block, None, &[HopKind::Network]);
        }
    }
    if let Some(rival) = &private.rival {
        note([far.id.clone(), rival.network.clone()], rival.own, rival.other, None, &[HopKind::Network]);
    }
}
