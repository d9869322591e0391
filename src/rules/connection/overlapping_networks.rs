//! The rule `overlapping-networks`: its explanation and its check.

use crate::base::{AddressSet, Block, Id, overlap};
use crate::rules::explanation::text;
use crate::rules::reference::{PEERING, PRIVATE_LINK};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::OverlappingNetworks,
    severities: &[Severity::Error, Severity::Warning],
    situation: text("Blocks of two networks overlap.", "两个网络的网段重叠。"),
    checks: text(
        "Whether blocks of the two networks, or of two destinations of one group, overlap. An error when it breaks the path, otherwise a warning.",
        "两个网络的网段，或同一资源组的两个目的网络的网段，是否重叠。影响链路时为错误，否则为警告。",
    ),
    why: text(
        "Inside a vSwitch's block the local route wins, so packets never leave. Where only the VPCs overlap the way back and forth is unstable.",
        "交换机网段内本地路由优先，报文根本发不出去；只是专有网络网段重叠时，链路不稳定。",
    ),
    example: text("Both VPCs use 192.168.0.0/16.", "两个专有网络都使用 192.168.0.0/16。"),
    remedy: text(
        "Give one of them other addresses, or reach the data source by PrivateLink, which tolerates overlap.",
        "为其中一方更换网段，或改用不受重叠影响的私网连接（PrivateLink）。",
    ),
    sources: &[Source::Stated(PEERING), Source::Stated(PRIVATE_LINK)],
};

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
        // What certainly breaks is told once, and not beside it that two networks may disturb each other.
        let mut broken = false;
        for (part, _) in leg.forward.iter().filter(|(_, way)| private.targets_known && *way == Way::Local) {
            let Some((switch, cidr)) =
                near.switch_meeting(part).and_then(|switch| Some((switch, switch.cidr?)))
            else {
                continue;
            };
            let other = far.cidrs.iter().flatten().find(|block| overlap(**block, cidr)).copied();
            let other = other.or(part.blocks().first().copied()).unwrap_or(cidr);
            broken = true;
            let hops = &[HopKind::VpcRoute, HopKind::Network];
            note([switch.id.clone(), far.id.clone()], cidr, other, Some(part), hops);
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
            broken = true;
            let hops = &[HopKind::ReturnRoute, HopKind::Network];
            note([leg.vswitch.clone(), switch.id.clone()], own, cidr, Some(part), hops);
        }
        if let Some((near_block, far_block)) = leg.soft_overlap.filter(|_| !broken) {
            note([near.id.clone(), far.id.clone()], near_block, far_block, None, &[HopKind::Network]);
        }
    }
    if let Some(rival) = &private.rival {
        note([far.id.clone(), rival.network.clone()], rival.own, rival.other, None, &[HopKind::Network]);
    }
}
