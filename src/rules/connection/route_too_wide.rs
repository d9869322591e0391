//! The rule `route-too-wide`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::ROUTE_TABLES;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::RouteTooWide,
    severities: &[Severity::Warning],
    situation: text("The route is wider than the data source's network.", "路由比数据源所在网络更宽。"),
    checks: text(
        "Whether an added route that leads to the data source holds more than its network.",
        "通往数据源的路由，是否超出了数据源所在网络的范围。",
    ),
    why: text(
        "It takes traffic along that was meant for elsewhere, and it hides that another route is missing.",
        "它会带走本应去往别处的流量，还会掩盖缺失的路由。",
    ),
    example: text(
        "0.0.0.0/0 for a data source in 172.16.0.0/16.",
        "数据源位于 172.16.0.0/16，路由却是 0.0.0.0/0。",
    ),
    remedy: text("Name the block of the data source's vSwitch instead.", "改为数据源所在交换机的网段。"),
    sources: &[Source::Inferred(ROUTE_TABLES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    let far = case.reading.network(far);
    for leg in private.legs.iter().filter(|leg| leg.meeting != Meeting::Same) {
        let Some(bound) = case.trace.group.bound(leg.at) else {
            continue;
        };
        let added = bound.added_in_order();
        for route in added.iter().filter(|route| leg.targets.meets(&(**route).into())) {
            let inside = far.cidrs.iter().flatten().find(|own| route.contains(*own) && *own != route);
            if let Some(own) = inside {
                let says =
                    Says::RouteAndNetwork { route: *route, network: far.id.clone(), block: Some(*own) };
                let at = [case.group(), bound.vswitch.clone()];
                sink.push(Finding::new(Code::RouteTooWide, Severity::Warning, at, says));
            }
        }
    }
}
