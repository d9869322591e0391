//! The rule `overlapping-networks`: its explanation and its check.

use crate::base::{AddressSet, Block, Id, overlap};
use crate::reading::Network;
use crate::rules::explanation::text;
use crate::rules::reference::{PEERING, PRIVATE_LINK};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Leg;
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

/// Two places whose blocks overlap so that packets between them stay where they are, on the way there, back or both.
struct Broken {
    at: [Id; 2],
    blocks: (Block, Block),
    part: AddressSet,
    hops: &'static [HopKind],
    /// Whether no packet may leave elsewhere.
    certain: bool,
}

const THERE: &[HopKind] = &[HopKind::VpcRoute, HopKind::Network];
const BACK: &[HopKind] = &[HopKind::ReturnRoute, HopKind::Network];
const BOTH: &[HopKind] = &[HopKind::VpcRoute, HopKind::ReturnRoute, HopKind::Network];

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    let far = case.reading.network(far);
    let doubtful = |at: [Id; 2], near: Block, far: Block| {
        let says = Says::Overlap { near, far, breaks: false };
        Finding::new(Code::OverlappingNetworks, Severity::Warning, at, says).at_hop(&[HopKind::Network])
    };
    let mut broken: Vec<Broken> = Vec::new();
    for leg in private.legs.iter().filter(|leg| !leg.linked) {
        let before = broken.len();
        broken.extend(broken_there(case, leg, far).filter(|_| private.targets_known));
        broken.extend(broken_back(case, leg, far));
        // What certainly breaks is told once, and not beside it that two networks may disturb each other.
        if let Some((near_block, far_block)) = leg.soft_overlap.filter(|_| broken.len() == before) {
            let near = case.reading.network(leg.near);
            sink.push(doubtful([near.id.clone(), far.id.clone()], near_block, far_block));
        }
    }
    for (nth, pair) in broken.iter().enumerate() {
        let same = |other: &&Broken| other.at == pair.at;
        if broken.iter().take(nth).any(|other| same(&other)) {
            continue;
        }
        let part = broken.iter().filter(same).fold(AddressSet::empty(), |all, other| all.union(&other.part));
        let hops =
            if broken.iter().filter(same).all(|other| other.hops == pair.hops) { pair.hops } else { BOTH };
        let says = Says::Overlap { near: pair.blocks.0, far: pair.blocks.1, breaks: true };
        let certain = broken.iter().filter(same).any(|other| other.certain);
        let severity = if certain { Severity::Error } else { Severity::Warning };
        let finding = Finding::new(Code::OverlappingNetworks, severity, pair.at.clone(), says);
        sink.push(finding.at_hop(hops).about(&part));
    }
    if let Some(rival) = &private.rival {
        sink.push(doubtful([far.id.clone(), rival.network.clone()], rival.own, rival.other));
    }
}

/// The vSwitches of the bound VPC that hold addresses of the data source.
fn broken_there<'c>(case: &'c Case<'_>, leg: &'c Leg, far: &'c Network<'_>) -> impl Iterator<Item = Broken> {
    let near = case.reading.network(leg.near);
    let local = leg.forward.iter().filter(|(_, way)| *way == Way::Local);
    local.filter_map(|(part, _)| {
        let switch = near.switch_meeting(part)?;
        let cidr = switch.cidr?;
        // The vSwitch of the data source, or else its network.
        let (at, other) = match far.switch_meeting(part).and_then(|held| Some((held.id, held.cidr?))) {
            Some(held) => held,
            None => {
                let block = far.cidrs.iter().flatten().find(|block| overlap(**block, cidr)).copied();
                (far.id, block.or(part.blocks().first().copied()).unwrap_or(cidr))
            }
        };
        let at = [switch.id.clone(), at.clone()];
        let certain = leg.forward_split.fail.meets(part);
        Some(Broken { at, blocks: (cidr, other), part: part.clone(), hops: THERE, certain })
    })
}

/// The vSwitches of the data source's network that hold addresses of the bound one.
fn broken_back<'c>(case: &'c Case<'_>, leg: &'c Leg, far: &'c Network<'_>) -> impl Iterator<Item = Broken> {
    let own = case.trace.group.bound(leg.at).and_then(|bound| bound.cidr).filter(|_| leg.sources.is_some());
    let local = leg.back.iter().filter(|(_, way)| *way == Way::Local);
    local.filter_map(move |(part, _)| {
        let switch = far.switch_meeting(part)?;
        let at = [leg.vswitch.clone(), switch.id.clone()];
        let certain = leg.back_split.fail.meets(part);
        Some(Broken { at, blocks: (own?, switch.cidr?), part: part.clone(), hops: BACK, certain })
    })
}
