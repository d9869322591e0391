//! The rule `route-covers-part`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::RouteCoversPart,
    severities: &[Severity::Error],
    situation: text(
        "Some addresses of the data source are covered by no route.",
        "数据源有一部分地址没有路由。",
    ),
    checks: text(
        "Whether the routes of the group cover some addresses of the data source and not the others.",
        "资源组的路由是否只覆盖了数据源的部分地址。",
    ),
    why: text(
        "A cluster works reliably only when all of its addresses are reached.",
        "集群的所有地址都能访问到，任务才能稳定运行。",
    ),
    example: text("A route to one of three nodes.", "集群有三个节点，只添加了一个节点的路由。"),
    remedy: text("Add a route to the block that holds them all.", "添加一条覆盖全部地址的网段路由。"),
    sources: &[Source::Stated(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    if !private.uncovered.is_empty()
        && private.uncovered != private.targets
        && !private.needs_no_route(case.trace)
    {
        let finding = Finding::new(Code::RouteCoversPart, Severity::Error, [case.group()], Says::Plain);
        sink.push(finding.about(&private.uncovered).at_hop(&[HopKind::DataworksRoute]));
    }
}
