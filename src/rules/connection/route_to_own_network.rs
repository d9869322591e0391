//! The rule `route-to-own-network`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::EXCLUSIVE_SCHEDULING;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::RouteToOwnNetwork,
    severities: &[Severity::Warning],
    situation: text("An added route names the bound VPC itself.", "添加的路由指向所绑专有网络自身。"),
    checks: text(
        "Whether a route that was added to the group lies inside the bound VPC or vSwitch.",
        "资源组上添加的路由是否落在所绑专有网络或交换机之内。",
    ),
    why: text(
        "Binding adds the route to the VPC by itself. Another one changes nothing and misleads the reader.",
        "绑定时已自动添加该专有网络的路由，再添加不起作用，只会造成误解。",
    ),
    example: text(
        "A route 10.0.0.0/16 on the binding to the VPC 10.0.0.0/16.",
        "在绑定 10.0.0.0/16 专有网络的同时，又添加了 10.0.0.0/16 的路由。",
    ),
    remedy: text("Delete the route.", "删除这条路由。"),
    sources: &[Source::Inferred(EXCLUSIVE_SCHEDULING)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for bound in private.legs.iter().filter_map(|leg| case.trace.group.bound(leg.at)) {
        let vpc = case.reading.network(bound.network);
        for route in &bound.added_in_order() {
            if let Some(own) = vpc.cidrs.iter().flatten().chain(&bound.cidr).find(|own| own.contains(route)) {
                let says =
                    Says::RouteAndNetwork { route: *route, network: vpc.id.clone(), block: Some(*own) };
                let at = [case.group(), bound.vswitch.clone()];
                sink.push(Finding::new(Code::RouteToOwnNetwork, Severity::Warning, at, says));
            }
        }
    }
}
