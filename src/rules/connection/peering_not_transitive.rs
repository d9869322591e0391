//! The rule `peering-not-transitive`: its explanation and its check.

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::explanation::text;
use crate::rules::reference::PEERING;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::PeeringNotTransitive,
    severities: &[Severity::Error],
    situation: text(
        "Only a chain with a peering connection leads to the data source.",
        "只能经过包含对等连接的多跳链路到达数据源。",
    ),
    checks: text(
        "Whether the only way between the two networks passes a third one by VPC peering.",
        "两个网络之间是否只能通过对等连接绕经第三个网络。",
    ),
    why: text(
        "A peering connection carries traffic between its own two VPCs only.",
        "对等连接只在两端的专有网络之间转发流量，不可传递。",
    ),
    example: text(
        "VPC A is peered with B, and B with C: A does not reach C.",
        "A 与 B、B 与 C 分别建立了对等连接：A 仍然到不了 C。",
    ),
    remedy: text(
        "Join the two networks directly, or attach both to a CEN instance.",
        "直接打通这两个网络，或将两者都接入云企业网。",
    ),
    sources: &[Source::Stated(PEERING)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if leg.meeting == Meeting::PeeringChain {
        let says = Says::Networks { near: near.clone(), far: far.id.clone(), connection: None };
        let finding = Finding::new(Code::PeeringNotTransitive, Severity::Error, [near, far.id.clone()], says);
        sink.push(finding.at_hop(HOPS));
    }
}
