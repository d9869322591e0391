//! The rule `conflicting-routes`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{CREATE_ROUTE, ROUTE_TABLES};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::ConflictingRoutes,
    severities: &[Severity::Warning],
    situation: text("Equal prefixes lead different ways.", "相同前缀的路由指向不同方向。"),
    checks: text(
        "Whether two routes with the same destination block leave through different bindings or connections.",
        "是否有两条目的网段相同的路由，经由不同的绑定或连接发出。",
    ),
    why: text(
        "A DataWorks route names a block and no next hop, so which of the two is taken cannot be said.",
        "DataWorks 路由只有网段、没有下一跳，因此无法确定走哪一条。",
    ),
    example: text(
        "The block 172.16.0.0/16 on two bindings of one group.",
        "同一资源组的两条绑定上都添加了 172.16.0.0/16。",
    ),
    remedy: text(
        "Keep the block only on the binding or connection that leads to the data source.",
        "只在通往数据源的绑定或连接上保留该网段。",
    ),
    sources: &[Source::Inferred(CREATE_ROUTE), Source::Inferred(ROUTE_TABLES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for exit in &private.conflicts {
        let ways = exit
            .winners
            .iter()
            .filter_map(|at| case.trace.group.bound(*at))
            .map(|bound| bound.vswitch.clone());
        let says = Says::Conflict { block: exit.block, ways: ways.collect() };
        let finding = Finding::new(Code::ConflictingRoutes, Severity::Warning, [case.group()], says);
        sink.push(finding.about(&exit.part).at_hop(&[HopKind::DataworksRoute]));
    }
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        let Some(far) = case.trace.source.network() else {
            continue;
        };
        let tables =
            [(&leg.forward, leg.near, &[HopKind::VpcRoute]), (&leg.back, far, &[HopKind::ReturnRoute])];
        for (parts, network, hop) in tables {
            for (part, way) in parts {
                let Way::Conflict(block, joins) = way else {
                    continue;
                };
                let mut ways: Vec<_> = joins.iter().map(|ix| case.reading.join(*ix).id.clone()).collect();
                ways.dedup();
                let says = Says::Conflict { block: *block, ways };
                let at = [case.reading.network(network).id.clone()];
                let finding = Finding::new(Code::ConflictingRoutes, Severity::Warning, at, says);
                sink.push(finding.about(part).at_hop(hop));
            }
        }
    }
}
