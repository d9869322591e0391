//! The rule `no-return-route`: its explanation and its check.

use crate::rules::connection::ways::joining;
use crate::rules::explanation::text;
use crate::rules::reference::{BASE, PEERING};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoReturnRoute,
    severities: &[Severity::Error],
    situation: text("The data source's network has no route back.", "数据源所在网络没有回程路由。"),
    checks: text(
        "Whether the data source's network routes to the bound vSwitch, and through the connection.",
        "数据源所在网络是否有经由该连接、到所绑交换机网段的路由。",
    ),
    why: text(
        "Requests arrive, answers get lost. From the group it looks like a timeout.",
        "请求能到达，响应却会丢失，在资源组一侧表现为连接超时。",
    ),
    example: text(
        "A data center that knows nothing of the vSwitch's block.",
        "本地 IDC 不知道交换机网段该往哪里走。",
    ),
    remedy: text(
        "Add a route to the bound vSwitch's block in the data source's network.",
        "在数据源所在网络添加到所绑交换机网段的路由。",
    ),
    sources: &[Source::Stated(PEERING), Source::Inferred(BASE.at("Scenario 4"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        for (part, way) in &leg.back {
            let winner = match way {
                Way::Nowhere | Way::Astray(_) if leg.back_unread => continue,
                Way::Nowhere => None,
                Way::Astray(hop) => Some(hop.block),
                Way::Local | Way::Arrives(_) | Way::Transit(_) | Way::Conflict(..) => continue,
            };
            let lost = part.intersect(&leg.back_split.fail);
            if !lost.is_empty() && leg.sources.is_some() {
                let network = case.reading.network(far).id.clone();
                let says = Says::MissingRoute { network: network.clone(), via: joining(case, leg), winner };
                let finding = Finding::new(Code::NoReturnRoute, Severity::Error, [network], says);
                sink.push(finding.about(&lost).at_hop(&[HopKind::ReturnRoute]));
            }
        }
    }
}
